// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/rules/siteclauses.h"

#include "model/calc/inputyear.h"
#include "model/geo/geodesic.h"
#include "model/geo/polygon.h"
#include "model/plan/provinces.h"
#include "model/rules/clauseengine.h"
#include "model/rules/judge.h"

#include <cmath>
#include <functional>

namespace corridor {

namespace {

constexpr int kPueDecimals = 3;
constexpr int kEflopsDecimals = 2;

using SitePtr = std::shared_ptr<const Site>;

QString parameter(const Clause& clause, const char* key) {
    return clause.parameters.value(QLatin1String(key)).value(0);
}

class SiteJudge {
public:
    SiteJudge(const SiteBasis& basis, const Clause& clause)
        : mBasis(basis)
        , mClause(clause)
        , mProvinces(clause.parameters.value(QStringLiteral("province"))) {}

    std::vector<Finding> run() {
        switch (engineOf(mClause)) {
        case ClauseEngine::AiCapacity:
            judgeProvince();
            break;
        case ClauseEngine::AreaAiCapacity:
            for (const QString& area : mClause.parameters.value(QStringLiteral("areas")))
                judgeArea(area);
            break;
        case ClauseEngine::NewAiPue:
            judgePue([](const Site& site) {
                return site.kind == SiteKind::Intelligent && site.projectType != ProjectType::Existing;
            });
            break;
        case ClauseEngine::LargeAiPue:
            judgeLarge();
            break;
        case ClauseEngine::ExistingPue:
            judgePue([](const Site& site) { return site.projectType == ProjectType::Existing; });
            break;
        case ClauseEngine::NewGeneralCompute:
            judgeNewGeneral();
            break;
        default:
            return {};
        }
        if (mFindings.empty())
            addNotApplicable();
        return std::move(mFindings);
    }

private:
    struct Compute {
        Range eflops;
        bool fp16Dense = true;               // all of it is stated so
        std::vector<EntityId> counted, open; // `open`: no figure on record
    };

    Finding start(EntityId subject, const QString& part) const {
        Finding finding = startFinding(mClause, subject, part, mBasis.english);
        if (subject) {
            finding.object = message("%1", nameOf(mBasis.input.entities, subject, mBasis.english));
            finding.evidence = {subject};
            showObject(mBasis.input, subject, finding);
        }
        return finding;
    }
    QString name(EntityId id) const { return nameOf(mBasis.input.entities, id, mBasis.english); }
    QString provinceName() const {
        const QString province = mProvinces.value(0);
        return mBasis.english ? englishProvince(province) : province;
    }
    bool inScope(const Site& site) const { return mProvinces.isEmpty() || mProvinces.contains(site.province); }
    void forEachSite(const std::function<void(const SitePtr&)>& visit) const {
        mBasis.input.entities.table<Site>().forEach(visit);
    }

    void addNotApplicable() {
        Finding finding = start({}, QStringLiteral("scope"));
        finding.verdict = Verdict::NotApplicable;
        finding.missing = message(CORRIDOR_MSG("No site in scope in %1."), QString::number(mBasis.input.year));
        mFindings.push_back(std::move(finding));
    }

    void addCompute(const Site& site, Compute& sum) const {
        if (!site.computePflops) {
            sum.open.push_back(site.id);
            return;
        }
        sum.counted.push_back(site.id);
        sum.eflops = sum.eflops + 0.001 * mBasis.input.ranges->of(site.id, u"compute_pflops", *site.computePflops);
        sum.fp16Dense &= site.precision == Precision::Fp16 && site.sparsity == Sparsity::Dense;
    }

    // A known sum that falls short proves nothing while parts of it are not on record.
    void judgeCompute(const Compute& sum, Finding& finding) {
        judgeFigure(mClause, sum.eflops, kEflopsDecimals, finding);
        finding.evidence = sum.counted;
        finding.evidence.insert(finding.evidence.end(), sum.open.begin(), sum.open.end());
        for (const EntityId site : finding.evidence)
            showObject(mBasis.input, site, finding);
        if (finding.verdict == Verdict::Broken && !sum.open.empty()) {
            finding.verdict = Verdict::Unknown;
            finding.missing = message(CORRIDOR_MSG("%1 EFLOPS are documented, %2 are not recorded: no figure for %3."),
                                      QString::number(sum.eflops.value, 'f', kEflopsDecimals),
                                      QString::number(std::abs(*finding.margin), 'f', kEflopsDecimals),
                                      nameList(mBasis.input.entities, sum.open, mBasis.english));
        } else if (finding.missing.isEmpty() && !sum.counted.empty() && !sum.fp16Dense) {
            finding.missing = message(CORRIDOR_MSG("Not all figures are stated as FP16 dense."));
        }
    }

    void judgeProvince() {
        const int year = mClause.deadline.isNull() ? mBasis.input.year : mClause.deadline.year;
        Compute sum;
        forEachSite([&](const SitePtr& site) {
            if (site->kind == SiteKind::Intelligent && inScope(*site) && standsInYear(*site, year))
                addCompute(*site, sum);
        });
        Finding finding = start({}, QStringLiteral("sum"));
        finding.object = message(CORRIDOR_MSG("%1, end of %2"), provinceName(), QString::number(year));
        if (sum.counted.empty() && sum.open.empty())
            finding.missing = message(CORRIDOR_MSG("The plan has no AI site there in that year."));
        else
            judgeCompute(sum, finding);
        mFindings.push_back(std::move(finding));
    }

    std::vector<std::shared_ptr<const Area>> areasNamed(const QString& word) const {
        std::vector<std::shared_ptr<const Area>> found;
        mBasis.input.entities.table<Area>().forEach([&](const std::shared_ptr<const Area>& area) {
            if (area->code == word || area->name.startsWith(word))
                found.push_back(area);
        });
        return found;
    }
    static bool lies(const Site& site, const Area& area) {
        if (area.centre && area.radiusKm)
            return Geodesic::cgcs2000().distance(*area.centre, site.position) <= *area.radiusKm * 1000.0;
        return contains(area.polygon, site.position);
    }

    void judgeArea(const QString& word) {
        const auto areas = areasNamed(word);
        Finding finding = start(areas.empty() ? EntityId{} : areas.front()->id, QStringLiteral("area-") + word);
        finding.object = message("%1", areas.size() == 1 ? name(areas.front()->id) : word);
        if (areas.empty()) {
            finding.missing = message(CORRIDOR_MSG("The plan has no area “%1”."), word);
            mFindings.push_back(std::move(finding));
            return;
        }
        Compute sum;
        forEachSite([&](const SitePtr& site) {
            const bool within =
                std::any_of(areas.begin(), areas.end(), [&](const auto& area) { return lies(*site, *area); });
            if (within && site->kind == SiteKind::Intelligent && standsInYear(*site, mBasis.input.year))
                addCompute(*site, sum);
        });
        judgeCompute(sum, finding);
        for (const auto& area : areas)
            finding.place = finding.place.united(extentOf(Kind::Area, *area));
        mFindings.push_back(std::move(finding));
    }

    void judgePueOf(const Site& site, Finding& finding) {
        const SiteEnergy* energy = mBasis.energy.site(site.id);
        if (!energy || !energy->pue) {
            finding.missing =
                site.pueModel.isEmpty()
                    ? message(CORRIDOR_MSG("The annual PUE of %1 is not on record and no model is chosen."),
                              name(site.id))
                    : message(CORRIDOR_MSG("The plan has no PUE model “%1”."), site.pueModel);
            return;
        }
        judgeFigure(mClause, *energy->pue, kPueDecimals, finding);
        if (finding.missing.isEmpty() && energy->pueSource == PueSource::Model)
            finding.missing = message(CORRIDOR_MSG("PUE of the model “%1”, not of the site."), site.pueModel);
    }

    void judgePue(bool (*concerns)(const Site&)) {
        forEachSite([&](const SitePtr& site) {
            if (!inScope(*site) || !concerns(*site) || !standsInYear(*site, mBasis.input.year))
                return;
            Finding finding = start(site->id, QStringLiteral("pue"));
            judgePueOf(*site, finding);
            mFindings.push_back(std::move(finding));
        });
    }

    // Only sites that use more than a threshold of standard coal; whether one does may not be known.
    void judgeLarge() {
        bool ok = false;
        const double above = parameter(mClause, "above_tce").toDouble(&ok);
        const auto basis = static_cast<std::size_t>(mBasis.energy.settings.tceBasis);
        forEachSite([&](const SitePtr& site) {
            const SiteEnergy* energy = mBasis.energy.site(site->id);
            if (!ok || !energy || site->kind != SiteKind::Intelligent || !inScope(*site))
                return;
            const std::optional<Range>& tce = energy->tce[basis];
            if (tce && tce->value <= above && tce->high <= above)
                return;
            Finding finding = start(site->id, QStringLiteral("large"));
            const QString limit = QString::number(above, 'f', 0);
            if (!tce) {
                finding.missing = message(CORRIDOR_MSG("Whether %1 uses more than %2 tce a year is not known: %3."),
                                          name(site->id), limit, gapsOf(*energy));
            } else if (tce->value <= above) {
                finding.verdict = Verdict::NotApplicable;
                finding.missing =
                    message(CORRIDOR_MSG("%1 tce a year, up to %2 by the range; the clause begins above %3."),
                            QString::number(tce->value, 'f', 0), QString::number(tce->high, 'f', 0), limit);
            } else {
                judgePueOf(*site, finding);
            }
            mFindings.push_back(std::move(finding));
        });
    }

    static QString gapsOf(const SiteEnergy& energy) {
        QStringList words;
        for (const EnergyGap gap : energy.missing)
            if (gap != EnergyGap::Province && gap != EnergyGap::GridFactor)
                words += gapText(gap);
        return words.join(QStringLiteral(", "));
    }

    void judgeNewGeneral() {
        const Date from = Date::fromString(parameter(mClause, "from")).value_or(Date());
        forEachSite([&](const SitePtr& site) {
            const bool isNew = site->projectType == ProjectType::New || site->projectType == ProjectType::Expansion;
            const Date& in = site->inDate;
            const bool later = in.isNull()     ? site->status != SiteStatus::Existing
                               : in.month == 0 ? in.year >= from.year // a year alone says no more
                                               : !(in < from);
            if (site->kind != SiteKind::General || !inScope(*site) || !isNew || !later ||
                site->status == SiteStatus::Retired)
                return;
            Finding finding = start(site->id, QStringLiteral("new-general"));
            finding.verdict = Verdict::Broken;
            if (site->computePflops && *site->computePflops > 0)
                judgeFigure(mClause, Range::exact(*site->computePflops), 0, finding);
            else
                finding.missing = message(CORRIDOR_MSG("New general compute, of a size that is not on record."));
            mFindings.push_back(std::move(finding));
        });
        if (!mFindings.empty())
            return;
        Finding finding = start({}, QStringLiteral("none"));
        finding.object = message("%1", provinceName());
        judgeFigure(mClause, Range::exact(0), 0, finding);
        mFindings.push_back(std::move(finding));
    }

    const SiteBasis& mBasis;
    const Clause& mClause;
    QStringList mProvinces;
    std::vector<Finding> mFindings;
};

} // namespace

std::vector<Finding> judgeSites(const SiteBasis& basis, const Clause& clause) {
    return SiteJudge(basis, clause).run();
}

QString gapText(EnergyGap gap) {
    switch (gap) {
    case EnergyGap::ItPower:
        return message(CORRIDOR_MSG("no IT power on record")).text();
    case EnergyGap::LoadFactor:
        return message(CORRIDOR_MSG("no IT load factor in the settings")).text();
    case EnergyGap::Pue:
        return message(CORRIDOR_MSG("no annual PUE and no PUE model of the plan")).text();
    case EnergyGap::TceFactor:
        return message(CORRIDOR_MSG("no factor of standard coal in the settings")).text();
    case EnergyGap::Province:
        return message(CORRIDOR_MSG("no province on record")).text();
    case EnergyGap::GridFactor:
        return message(CORRIDOR_MSG("no grid factor of the province in the settings")).text();
    }
    return {};
}

} // namespace corridor
