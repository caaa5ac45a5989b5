// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/rules/routechecks.h"

#include "model/rules/clauseengine.h"
#include "model/rules/compliance.h"
#include "model/rules/judge.h"

namespace corridor {

namespace {

// The own limit of a service shares the band of the clauses: look.md's 1 % of the limit.
constexpr double kOwnLimitBandPercent = 1.0;

class RouteChecks {
public:
    RouteChecks(const LatencyInput& input, const Service& service, const ServiceRoute& route, const RulePack* pack,
                bool english)
        : mInput(input)
        , mService(service)
        , mRoute(route)
        , mPack(pack)
        , mEnglish(english) {}

    std::vector<Finding> run() {
        checkPath(false);
        checkBackup();
        checkOwnLimit();
        return std::move(mFindings);
    }

private:
    Finding& add(const char* check, Severity severity, Verdict verdict, Message title, bool backup) {
        Finding finding;
        finding.check = QString::fromLatin1(check);
        finding.severity = severity;
        finding.verdict = verdict;
        finding.title = std::move(title);
        finding.subject = mService.id;
        const QString name = serviceName(mInput.entities, mService, mEnglish);
        finding.object =
            backup ? message(CORRIDOR_MSG("%1 · backup"), name) : message(CORRIDOR_MSG("%1 · primary"), name);
        finding.key =
            finding.check + QLatin1Char('/') + mService.id.toString() + QLatin1String(backup ? "/backup" : "/primary");
        showObject(mInput, mService.from, finding);
        showObject(mInput, mService.to, finding);
        mFindings.push_back(std::move(finding));
        return mFindings.back();
    }

    void checkPath(bool backup) {
        const RoutedPath& path = mRoute.path(backup);
        const QString at = nameOf(mInput.entities, path.problemAt, mEnglish);
        const QString year = QString::number(mInput.year);
        switch (path.problem) {
        case PathProblem::None:
        case PathProblem::NotWanted:
            return;
        case PathProblem::NoRoute:
            noRoute(path, backup);
            return;
        case PathProblem::EndNotInService:
            if (!backup)
                add("end-not-in-service", Severity::Guiding, Verdict::Unknown,
                    message(CORRIDOR_MSG("%1 is not in service in %2."), at, year), false);
            return;
        case PathProblem::ChainBroken:
            pinned(backup, Verdict::Broken, message(CORRIDOR_MSG("The pinned route is broken at %1."), at));
            return;
        case PathProblem::SpanNotInService:
            pinned(backup, Verdict::Broken,
                   message(CORRIDOR_MSG("%1 of the pinned route is not in service in %2."), at, year));
            return;
        case PathProblem::SpanUnknown:
            pinned(backup, Verdict::Unknown, message(CORRIDOR_MSG("The fibre type of %1 is not recorded."), at));
            return;
        }
    }

    void noRoute(const RoutedPath& path, bool backup) {
        const bool open = !path.missing.empty();
        Finding& finding =
            backup ? add("no-backup", Severity::Guiding, Verdict::Broken,
                         message(CORRIDOR_MSG("There is no second way beside the primary in %1."),
                                 QString::number(mInput.year)),
                         true)
                   : add("no-route", Severity::Binding, Verdict::Broken,
                         message(CORRIDOR_MSG("There is no route in service in %1."), QString::number(mInput.year)),
                         false);
        if (!open)
            return;
        finding.verdict = Verdict::Unknown;
        finding.missing = message(CORRIDOR_MSG("No route without %1, whose fibre type is not recorded."),
                                  nameList(mInput.entities, path.missing, mEnglish));
        finding.evidence = path.missing;
    }

    void pinned(bool backup, Verdict verdict, Message title) {
        const EntityId at = mRoute.path(backup).problemAt;
        Finding& finding =
            add("pinned-route", backup ? Severity::Guiding : Severity::Binding, verdict, std::move(title), backup);
        finding.place = {};
        showObject(mInput, at, finding);
        finding.evidence = {at};
    }

    void checkBackup() {
        if (!mRoute.primary.exists)
            return;
        checkPath(true);
        if (!mRoute.backup.exists || mRoute.sharedRisks.empty())
            return;
        Finding& finding = add("not-disjoint", Severity::Guiding, Verdict::Broken,
                               message(CORRIDOR_MSG("Primary and backup share %1."),
                                       nameList(mInput.entities, mRoute.sharedRisks, mEnglish)),
                               true);
        finding.place = {};
        for (const EntityId shared : mRoute.sharedRisks)
            addShared(shared, finding);
        if (!mRoute.backup.missing.empty()) {
            finding.verdict = Verdict::Unknown;
            finding.missing =
                message(CORRIDOR_MSG("A way over %1, whose fibre type is not recorded, may share nothing."),
                        nameList(mInput.entities, mRoute.backup.missing, mEnglish));
        } else if (!mRoute.optimal)
            finding.missing =
                message(CORRIDOR_MSG("The search stopped at its limit; a better backup is not excluded."));
    }

    void addShared(EntityId shared, Finding& finding) {
        finding.evidence.push_back(shared);
        showObject(mInput, shared, finding);
        if (const RiskGroup* group = mInput.entities.find<RiskGroup>(shared))
            for (const EntityId member : group->members) {
                finding.evidence.push_back(member);
                showObject(mInput, member, finding);
            }
    }

    // Whether a clause that the service declares sets a limit at least as strict.
    bool clauseCovers(double limitMs) const {
        if (!mPack)
            return false;
        for (const Clause& clause : mPack->clauses)
            if (judgesPaths(engineOf(clause)) && clause.unit == u"ms" && *clause.threshold <= limitMs &&
                declaresClause(mService, clause.id))
                return true;
        return false;
    }

    void checkOwnLimit() {
        if (!mService.rttLimitMs || clauseCovers(*mService.rttLimitMs))
            return;
        for (const bool backup : {false, true}) {
            const RoutedPath& path = mRoute.path(backup);
            if (!path.exists)
                continue;
            Finding& finding = add("rtt-limit", Severity::Binding, Verdict::Unknown,
                                   message(CORRIDOR_MSG("RTT limit of the service")), backup);
            finding.place = {};
            finding.decides = !backup || mInput.settings.backupDecides;
            judgeRtt(mInput, path, {Comparator::AtMost, *mService.rttLimitMs, kOwnLimitBandPercent}, mEnglish, finding);
        }
    }

    const LatencyInput& mInput;
    const Service& mService;
    const ServiceRoute& mRoute;
    const RulePack* mPack;
    bool mEnglish;
    std::vector<Finding> mFindings;
};

} // namespace

std::vector<Finding> routeProblems(const LatencyInput& input, const ServiceRoute& route, const RulePack* pack,
                                   bool english) {
    const Service* service = input.entities.find<Service>(route.service);
    return service ? RouteChecks(input, *service, route, pack, english).run() : std::vector<Finding>();
}

} // namespace corridor
