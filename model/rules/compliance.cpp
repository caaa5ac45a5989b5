// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/rules/compliance.h"

#include "model/geo/geodesic.h"
#include "model/rules/clauseengine.h"
#include "model/rules/judge.h"
#include "model/rules/keysites.h"
#include "model/rules/networkclauses.h"
#include "model/rules/routechecks.h"
#include "model/rules/siteclauses.h"

#include <map>
#include <set>

namespace corridor {

namespace {

using SitePair = std::pair<EntityId, EntityId>;

SitePair orderedPair(EntityId a, EntityId b) {
    return a < b ? SitePair{a, b} : SitePair{b, a};
}

// Judges one clause after the other; what several of them need is kept.
class ClauseJudge {
public:
    ClauseJudge(const LatencyInput& input, std::span<const ServiceRoute> routes, const EnergyResult& energy,
                bool english, const CancelToken& cancel)
        : mInput(input)
        , mRoutes(routes)
        , mEnergy(energy)
        , mSettings(energy.settings)
        , mEnglish(english)
        , mCancel(cancel) {}

    std::vector<Finding> judgeClause(const Clause& clause) {
        mFindings.clear();
        switch (engineOf(clause)) {
        case ClauseEngine::None:
            judgeByHand(clause);
            break;
        case ClauseEngine::KeySitesInProvince:
        case ClauseEngine::PairCapacity:
            judgePairs(clause, keySitesInProvinces(mInput, clause.parameters.value(QStringLiteral("province"))));
            break;
        case ClauseEngine::KeySitesInRing:
            judgeRing(clause);
            break;
        case ClauseEngine::OneHop:
        case ClauseEngine::WesternNodes:
            judgeServices(clause, true);
            break;
        case ClauseEngine::DisjointRoutes:
            mFindings = judgeDisjointRoutes(mInput, mRoutes, clause, mEnglish, mCancel);
            break;
        default:
            mFindings = judgeSites({mInput, mEnergy, mEnglish}, clause);
        }
        return std::move(mFindings);
    }

    // The findings of one service on one clause: primary, and backup where one is wanted.
    std::vector<Finding> judgeService(const Clause& clause, const Service& service, const ServiceRoute& route) {
        mFindings.clear();
        for (const bool backup : {false, true}) {
            const RoutedPath& path = route.path(backup);
            if (backup && (path.problem == PathProblem::NotWanted || !route.primary.exists))
                continue;
            Finding finding = start(clause, service.id, backup ? QStringLiteral("backup") : QStringLiteral("primary"));
            const QString name = serviceName(mInput.entities, service, mEnglish);
            finding.object =
                backup ? message(CORRIDOR_MSG("%1 · backup"), name) : message(CORRIDOR_MSG("%1 · primary"), name);
            finding.decides = !backup || mInput.settings.backupDecides;
            judgePath(clause, path, finding);
            if (!path.exists) {
                showObject(mInput, service.from, finding);
                showObject(mInput, service.to, finding);
            }
            if (engineOf(clause) == ClauseEngine::KeySitesInRing)
                qualifyByRing(clause, service, finding);
            mFindings.push_back(std::move(finding));
        }
        return std::move(mFindings);
    }

private:
    Finding start(const Clause& clause, EntityId subject, const QString& part) const {
        return startFinding(clause, subject, part, mEnglish);
    }

    void judgePath(const Clause& clause, const RoutedPath& path, Finding& finding) const {
        if (engineOf(clause) == ClauseEngine::OneHop)
            judgeHops(mInput, path, clause, mEnglish, finding);
        else if (engineOf(clause) == ClauseEngine::PairCapacity)
            judgeCapacity(mInput, mSettings, path, clause, mEnglish, finding);
        else
            judgeRtt(mInput, path, {clause.comparator, *clause.threshold, clause.nearBandPercent}, mEnglish, finding);
    }

    // Services that declare the clause; a clause that none declares is unknown when it is about services alone.
    void judgeServices(const Clause& clause, bool required) {
        std::vector<Finding> all;
        for (const ServiceRoute& route : mRoutes) {
            const Service* service = mInput.entities.find<Service>(route.service);
            if (!service || !declaresClause(*service, clause.id))
                continue;
            for (Finding& finding : judgeService(clause, *service, route))
                all.push_back(std::move(finding));
        }
        mFindings = std::move(all);
        if (!mFindings.empty() || !required)
            return;
        Finding finding = start(clause, {}, QStringLiteral("services"));
        finding.missing = message(CORRIDOR_MSG("No service in %1 declares this clause."), QString::number(mInput.year));
        mFindings.push_back(std::move(finding));
    }

    void judgePairs(const Clause& clause, const std::vector<EntityId>& sites) {
        judgeServices(clause, false);
        const std::set<SitePair> served = pairsServed(clause);
        for (std::size_t i = 0; i < sites.size() && !mCancel.isCancelled(); ++i) {
            std::vector<EntityId> others;
            for (std::size_t j = i + 1; j < sites.size(); ++j)
                if (!served.contains(orderedPair(sites[i], sites[j])))
                    others.push_back(sites[j]);
            const std::vector<RoutedPath>& paths = pathsBetween(sites[i], others);
            for (std::size_t j = 0; j < others.size(); ++j)
                judgePair(clause, sites[i], others[j], paths[j]);
        }
        if (!mFindings.empty())
            return;
        Finding finding = start(clause, {}, QStringLiteral("pairs"));
        finding.verdict = Verdict::NotApplicable;
        finding.missing =
            message(CORRIDOR_MSG("Fewer than two key sites in scope in %1."), QString::number(mInput.year));
        mFindings.push_back(std::move(finding));
    }

    void judgePair(const Clause& clause, EntityId a, EntityId b, const RoutedPath& path) {
        Finding finding = start(clause, a, QStringLiteral("pair-") + b.toString());
        finding.object = message(CORRIDOR_MSG("%1—%2 · least RTT"), nameOf(mInput.entities, a, mEnglish),
                                 nameOf(mInput.entities, b, mEnglish));
        judgePath(clause, path, finding);
        if (!path.exists) {
            showObject(mInput, a, finding);
            showObject(mInput, b, finding);
        }
        if (finding.missing.isEmpty() && engineOf(clause) == ClauseEngine::KeySitesInRing)
            for (const EntityId site : {a, b})
                noteRingEdge(clause, site, finding);
        mFindings.push_back(std::move(finding));
    }

    std::set<SitePair> pairsServed(const Clause& clause) const {
        std::set<SitePair> pairs;
        for (const ServiceRoute& route : mRoutes)
            if (const Service* service = mInput.entities.find<Service>(route.service);
                service && declaresClause(*service, clause.id))
                pairs.insert(orderedPair(service->from, service->to));
        return pairs;
    }

    // Several clauses ask for the same pairs: paths are searched once per site and set of others.
    const std::vector<RoutedPath>& pathsBetween(EntityId from, const std::vector<EntityId>& to) {
        const auto key = std::pair(from, to);
        const auto it = mPaths.find(key);
        return it != mPaths.end() ? it->second : mPaths.emplace(key, leastRttPaths(mInput, from, to)).first->second;
    }

    void judgeRing(const Clause& clause) {
        const std::optional<LonLat> centre = nodePosition(mInput.entities, mInput.settings.referencePoint);
        if (centre) {
            judgePairs(clause, keySitesInRing(mInput, *centre));
            return;
        }
        Finding finding = start(clause, {}, QStringLiteral("reference"));
        finding.missing =
            message(CORRIDOR_MSG("The reference point of Beijing is not chosen (setting “reference_point”)."));
        mFindings.push_back(std::move(finding));
    }

    std::optional<double> distanceKm(EntityId node) const {
        const std::optional<LonLat> centre = nodePosition(mInput.entities, mInput.settings.referencePoint);
        const std::optional<LonLat> position = nodePosition(mInput.entities, node);
        if (!centre || !position)
            return std::nullopt;
        return Geodesic::cgcs2000().distance(*centre, *position) / 1000.0;
    }

    // A declared service with an end outside the ring is none of the clause's business; one near its edge says so.
    void qualifyByRing(const Clause& clause, const Service& service, Finding& finding) const {
        for (const EntityId end : {service.from, service.to}) {
            const std::optional<double> km = distanceKm(end);
            if (km && *km > mInput.settings.ringRadiusKm) {
                finding.verdict = Verdict::NotApplicable;
                finding.missing = message(CORRIDOR_MSG("%1 lies outside the ring: %2 km from the reference point."),
                                          nameOf(mInput.entities, end, mEnglish), QString::number(*km, 'f', 1));
                return;
            }
            if (finding.missing.isEmpty())
                noteRingEdge(clause, end, finding);
        }
    }

    void noteRingEdge(const Clause& clause, EntityId node, Finding& finding) const {
        const std::optional<double> km = distanceKm(node);
        const double radius = mInput.settings.ringRadiusKm;
        if (!km || std::abs(*km - radius) > radius * clause.nearBandPercent.value_or(0.0) / 100.0)
            return;
        finding.missing = message(
            CORRIDOR_MSG(
                "%1 lies at the edge of the ring: %2 km from the reference point; another centre may put it outside."),
            nameOf(mInput.entities, node, mEnglish), QString::number(*km, 'f', 1));
    }

    // Clauses that no calculation answers yet: what people declared, else unknown.
    void judgeByHand(const Clause& clause) {
        mInput.entities.table<Declaration>().forEach([&](const std::shared_ptr<const Declaration>& row) {
            if (row->clause != clause.id)
                return;
            static constexpr Verdict kVerdicts[] = {Verdict::Unknown, Verdict::Met, Verdict::Broken,
                                                    Verdict::NotApplicable};
            Finding finding = start(clause, row->subject, QStringLiteral("declared-") + row->id.toString());
            finding.limit.reset();
            finding.verdict = kVerdicts[static_cast<int>(row->state)];
            finding.declared = true;
            if (row->subject)
                finding.object = message("%1", nameOf(mInput.entities, row->subject, mEnglish));
            finding.missing = message(CORRIDOR_MSG("Declared by %1, %2: %3"),
                                      row->declaredBy.isEmpty() ? QStringLiteral("—") : row->declaredBy,
                                      row->date.isNull() ? QStringLiteral("—") : row->date.toString(),
                                      row->evidence.isEmpty() ? QStringLiteral("—") : row->evidence);
            showObject(mInput, row->subject, finding);
            mFindings.push_back(std::move(finding));
        });
        if (!mFindings.empty())
            return;
        Finding finding = start(clause, {}, QStringLiteral("open"));
        finding.missing = clause.check == Clause::Check::Declared ? message(CORRIDOR_MSG("Not declared yet."))
                                                                  : message(CORRIDOR_MSG("Not computed yet."));
        mFindings.push_back(std::move(finding));
    }

    const LatencyInput& mInput;
    std::span<const ServiceRoute> mRoutes;
    const EnergyResult& mEnergy;
    const EnergySettings& mSettings;
    bool mEnglish;
    CancelToken mCancel;
    std::map<std::pair<EntityId, std::vector<EntityId>>, std::vector<RoutedPath>> mPaths;
    std::vector<Finding> mFindings;
};

ClauseVerdict summarise(const Clause& clause, const std::vector<Finding>& findings, std::size_t first) {
    ClauseVerdict out;
    out.clause = clause.id;
    out.severity = clause.severity;
    out.verdict = Verdict::NotApplicable;
    for (std::size_t i = first; i < findings.size(); ++i) {
        out.findings.push_back(i);
        if (!findings[i].decides)
            continue;
        out.verdict = worse(out.verdict, findings[i].verdict);
        ++out.counts[static_cast<std::size_t>(findings[i].verdict)];
    }
    return out;
}

} // namespace

std::vector<QStringView> clauseWords(const Service& service) {
    // As people write lists, in both scripts.
    const auto parts = [](QChar c) { return c.isSpace() || QStringView(u",;/，；、").contains(c); };
    const QStringView text = service.clauses;
    std::vector<QStringView> words;
    for (qsizetype begin = 0; begin < text.size();) {
        qsizetype end = begin;
        while (end < text.size() && !parts(text[end]))
            ++end;
        if (end > begin)
            words.push_back(text.mid(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

bool declaresClause(const Service& service, QStringView clause) {
    for (const QStringView word : clauseWords(service))
        if (word.compare(clause, Qt::CaseInsensitive) == 0)
            return true;
    return false;
}

Compliance checkClauses(const LatencyInput& input, std::span<const ServiceRoute> routes, const EnergyResult& energy,
                        const RulePack& pack, bool english, const CancelToken& cancel) {
    Compliance out;
    ClauseJudge judge(input, routes, energy, english, cancel);
    for (const Clause& clause : pack.clauses) {
        if (cancel.isCancelled())
            break;
        const std::size_t first = out.findings.size();
        for (Finding& finding : judge.judgeClause(clause))
            out.findings.push_back(std::move(finding));
        out.clauses.push_back(summarise(clause, out.findings, first));
    }
    return out;
}

std::vector<Finding> serviceFindings(const LatencyInput& input, const ServiceRoute& route, const RulePack* pack,
                                     bool english) {
    std::vector<Finding> out;
    const Service* service = input.entities.find<Service>(route.service);
    if (!service)
        return out;
    EnergyResult energy; // clauses on paths read no energy but the settings beside it
    energy.settings = energySettingsOf(input.entities);
    ClauseJudge judge(input, {}, energy, english, {});
    if (pack)
        for (const Clause& clause : pack->clauses)
            if (judgesPaths(engineOf(clause)) && declaresClause(*service, clause.id))
                for (Finding& finding : judge.judgeService(clause, *service, route))
                    out.push_back(std::move(finding));
    for (Finding& finding : routeProblems(input, route, pack, english))
        out.push_back(std::move(finding));
    return out;
}

} // namespace corridor
