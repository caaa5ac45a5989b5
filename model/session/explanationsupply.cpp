// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/provinces.h"
#include "model/rules/judge.h"
#include "model/rules/siteclauses.h"
#include "model/session/explanationparts.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace corridor {

namespace {

using namespace explain;

QString tr(const char* text) {
    return QCoreApplication::translate("Evidence", text);
}

constexpr auto kGbps = "Gbit/s";
constexpr auto kMwh = "MWh";
constexpr auto kTce = "tce";
constexpr auto kTonne = "t";

std::optional<Range> exactly(const std::optional<double>& value) {
    return value ? std::optional(Range::exact(*value)) : std::nullopt;
}

QString provinceName(const Assessment& assessment, const QString& province) {
    return province.isEmpty() ? tr("No province on record") : assessment.english ? englishProvince(province) : province;
}

// A figure of the plan's settings, with its source; "not known" where the plan holds none.
ExplanationRow settingInput(const Assessment& assessment, const char* key, const QString& label,
                            const std::optional<PlanFigure>& setting, const QString& unit) {
    if (!setting)
        return row(key, label, figure(std::nullopt, unit, 0));
    const Range range = assessment.input->ranges->of(setting->row, u"value", setting->value);
    return input(row(key, label, recorded(range, unit)), setting->row, "value");
}

ExplanationRow pueInput(const Assessment& assessment, const SiteEnergy& site) {
    const auto value = site.pue ? recorded(*site.pue, QString()) : figure(std::nullopt, QString(), 0);
    if (site.pueSource == PueSource::Recorded)
        return input(row("pue", tr("Annual PUE, of the site"), value), site.site, "pue_annual");
    const Site* found = assessment.input->entities.find<Site>(site.site);
    const auto& models = assessment.energy->settings.pueModels;
    const auto model = found ? models.find(found->pueModel) : models.end();
    if (site.pueSource == PueSource::Model && model != models.end())
        return input(row("pue", tr("Annual PUE, of its model"), value), model->second.row, "value");
    return row("pue", tr("Annual PUE"), value);
}

ExplanationSection energyInputs(const Assessment& assessment, const SiteEnergy& site) {
    const EnergySettings& settings = assessment.energy->settings;
    ExplanationSection out = section("energy_inputs", tr("Inputs"));
    const QString mw = QStringLiteral("MW"), kgce = QStringLiteral("kgce/kWh");
    const auto itMw = site.itMw ? recorded(assessment.input->ranges->of(site.site, u"it_power_mw", *site.itMw), mw)
                                : figure(std::nullopt, mw, 0);
    ExplanationRow power = row("it_power", tr("IT power"), itMw);
    out.rows.push_back(site.itMw ? input(std::move(power), site.site, "it_power_mw") : std::move(power));
    out.rows.push_back(settingInput(assessment, "load_factor", tr("IT load factor"), settings.loadFactor, QString()));
    out.rows.push_back(pueInput(assessment, site));
    const auto* factor = settings.gridFactor(site.province, assessment.year);
    const QString year = site.factorYear ? QString::number(site.factorYear) : QStringLiteral("\u2014");
    out.rows.push_back(settingInput(assessment, "grid_factor",
                                    tr("Grid factor of %1, %2").arg(provinceName(assessment, site.province), year),
                                    factor ? std::optional(factor->second) : std::nullopt, QStringLiteral("kg/kWh")));
    out.rows.push_back(
        settingInput(assessment, "tce_primary", tr("Standard coal, primary"), settings.tcePrimary, kgce));
    out.rows.push_back(
        settingInput(assessment, "tce_calorific", tr("Standard coal, calorific"), settings.tceCalorific, kgce));
    if (site.greenShare)
        out.rows.push_back(
            input(row("green_share", tr("Green power share"), recorded(*site.greenShare * 100.0, QStringLiteral("%"))),
                  site.site, "green_share_pct"));
    return out;
}

ExplanationSection energyResults(const Assessment& assessment, const SiteEnergy& site) {
    ExplanationSection out = section("energy", tr("Energy of the site in %1").arg(assessment.year));
    out.formula = QStringLiteral("MWh = MW_{IT} · %1 · 8 760 h · PUE; tce = MWh · kgce/kWh; t CO₂ = MWh · kg/kWh")
                      .arg(tr("load factor"));
    const TceBasis basis = assessment.energy->settings.tceBasis;
    const auto tce = [&](const char* key, TceBasis which, const QString& label) {
        return row(key, label, figure(site.tce[static_cast<std::size_t>(which)], kTce, 0), which == basis);
    };
    out.rows = {row("it_energy", tr("IT energy"), figure(site.itMwh, kMwh, 0)),
                row("energy", tr("Annual energy"), figure(site.mwh, kMwh, 0), true),
                tce("tce_primary", TceBasis::Primary, tr("Standard coal, primary")),
                tce("tce_calorific", TceBasis::Calorific, tr("Standard coal, calorific")),
                row("co2", tr("CO₂, location-based"), figure(site.co2T, kTonne, 0))};
    if (site.co2MarketT)
        out.rows.push_back(row("co2_market",
                               tr("CO₂ after the green share of %1 %").arg(*site.greenShare * 100.0, 0, 'f', 2),
                               figure(*site.co2MarketT, kTonne, 0)));
    QStringList gaps;
    for (const EnergyGap gap : site.missing)
        gaps += gapText(gap);
    if (!gaps.isEmpty())
        out.remarks += tr("Missing: %1").arg(gaps.join(QStringLiteral("; ")));
    return out;
}

// The services over a span, each with what it wants; they add up to the load.
std::vector<ExplanationRow> loadRows(const Assessment& assessment, EntityId id) {
    std::vector<ExplanationRow> rows;
    for (const ServiceRoute& route : assessment.routes)
        for (const bool backup : {false, true}) {
            const std::vector<EntityId>& spans = route.path(backup).spans;
            if (std::find(spans.begin(), spans.end(), id) == spans.end() ||
                (backup && !assessment.capacity->settings.backupReserves))
                continue;
            const Service* service = assessment.input->entities.find<Service>(route.service);
            const auto wanted = service ? valueInYear(service->gbps, assessment.year) : std::nullopt;
            ExplanationRow line = objectRow(assessment, route.service, {figure(exactly(wanted), kGbps, 0)});
            line.key = backup ? QStringLiteral("backup") : QStringLiteral("primary");
            line.label += QStringLiteral(" · ") + (backup ? tr("backup") : tr("primary"));
            rows.push_back(input(std::move(line), route.service, "gbps"));
        }
    return rows;
}

QString capacityLabel(const SpanCapacity& capacity) {
    return capacity.source == CapacitySource::Pairs      ? tr("Capacity: lit pairs × channels × rate")
           : capacity.sharing == CapacitySharing::Shared ? tr("Capacity: half of what both directions share")
                                                         : tr("Capacity of each direction");
}

std::optional<Range> perDirection(const SpanCapacity& capacity) {
    return capacity.isKnown() ? std::optional(Range::exact(capacity.perDirectionGbps())) : std::nullopt;
}

// The capacity of one direction, after the figures behind it; each with the field it stands in.
void addCapacity(const Assessment& assessment, const SpanLoad& load, ExplanationSection& to) {
    ExplanationRow capacity =
        row("capacity", capacityLabel(load.capacity), figure(perDirection(load.capacity), kGbps, 0));
    const Span* span = assessment.input->entities.find<Span>(load.span);
    if (span && load.capacity.source == CapacitySource::Pairs) {
        const EnergySettings& settings = assessment.capacity->settings;
        const double pairs = static_cast<double>(span->pairsLit.value_or(0));
        to.rows.push_back(
            input(row("pairs", tr("Fibre pairs lit"), figure(pairs, QString(), 0)), span->id, "pairs_lit"));
        to.rows.push_back(settingInput(assessment, "channels", settingLabel(QStringLiteral("channels_per_pair")),
                                       settings.channelsPerPair, QString()));
        to.rows.push_back(settingInput(assessment, "channel_rate", settingLabel(QStringLiteral("channel_gbps")),
                                       settings.channelGbps, kGbps));
    } else if (span && load.capacity.source == CapacitySource::Recorded) {
        if (load.capacity.sharing == CapacitySharing::Shared)
            to.rows.push_back(
                input(row("capacity_shared", tr("Capacity, both directions"), recorded(span->capacityGbps, kGbps)),
                      span->id, "capacity_gbps"));
        else
            capacity = input(std::move(capacity), span->id, "capacity_gbps");
    }
    to.rows.push_back(std::move(capacity));
}

std::vector<ExplainedValue> sumValues(const EnergySum& sum, TceBasis basis) {
    const bool known = sum.known > 0; // nothing known is not nothing used
    const auto of = [known](double value) { return known ? std::optional(Range::exact(value)) : std::nullopt; };
    return {named("energy", figure(of(sum.mwh), kMwh, 0)),
            named("standard_coal", figure(of(sum.tce[static_cast<std::size_t>(basis)]), kTce, 0)),
            named("co2", figure(of(sum.co2T), kTonne, 0))};
}

ExplanationSection sumSection(const Assessment& assessment, const QString& first) {
    const TceBasis basis = assessment.energy->settings.tceBasis;
    ExplanationSection out = section("sum", tr("Energy in %1").arg(assessment.year));
    out.formula = QStringLiteral("PUE = Σ MWh / Σ MWh_{IT}");
    out.columns = {first, kMwh, basis == TceBasis::Primary ? tr("tce, primary") : tr("tce, calorific"), tr("t CO₂")};
    return out;
}

ExplanationSection totals(const EnergySum& sum) {
    ExplanationSection out = section("totals", QString());
    const auto of = [&sum](double value) { return sum.known > 0 ? exactly(value) : std::nullopt; };
    out.rows = {row("sites", tr("Sites in service"), figure(sum.sites, QString(), 0)),
                row("sites_known", tr("of these with an annual energy"), figure(sum.known, QString(), 0)),
                row("it_energy", tr("IT energy"), figure(of(sum.itMwh), kMwh, 0)),
                row("energy", tr("Annual energy"), figure(of(sum.mwh), kMwh, 0), true),
                row("pue", tr("PUE, weighted by energy"), figure(exactly(sum.pue), QString(), 3)),
                row("tce_primary", tr("Standard coal, primary"), figure(of(sum.tce[0]), kTce, 0)),
                row("tce_calorific", tr("Standard coal, calorific"), figure(of(sum.tce[1]), kTce, 0)),
                row("co2", tr("CO₂, location-based"), figure(of(sum.co2T), kTonne, 0))};
    return out;
}

} // namespace

namespace explain {

bool addEnergy(const Assessment& assessment, EntityId id, Explanation& out) {
    const SiteEnergy* site = assessment.energy && assessment.input ? assessment.energy->site(id) : nullptr;
    if (!site)
        return false;
    out.sections.push_back(energyResults(assessment, *site));
    out.sections.push_back(energyInputs(assessment, *site));
    return true;
}

void addLoad(const Assessment& assessment, EntityId id, Explanation& out) {
    const SpanLoad* load = assessment.capacity && assessment.input ? assessment.capacity->span(id) : nullptr;
    if (!load)
        return;
    ExplanationSection to = section("load", tr("Load in %1").arg(assessment.year));
    to.rows = loadRows(assessment, id);
    to.rows.push_back(row("load", tr("Load, each direction"), figure(load->loadGbps(), kGbps, 0), true));
    to.rows.push_back(row("load_primary", tr("of this primary"), figure(load->primaryGbps, kGbps, 0)));
    to.rows.push_back(row("load_backup", tr("of this backup"), figure(load->backupGbps, kGbps, 0)));
    to.rows.push_back(row("paths", tr("Paths over it"), figure(load->services, QString(), 0)));
    addCapacity(assessment, *load, to);
    if (const auto headroom = load->headroomGbps())
        to.rows.push_back(*headroom < 0 ? row("too_much", tr("Too much by"), figure(-*headroom, kGbps, 0), true)
                                        : row("headroom", tr("Headroom"), figure(*headroom, kGbps, 0), true));
    if (const auto used = load->utilisation())
        to.rows.push_back(row("used", tr("Used"), figure(*used * 100.0, QStringLiteral("%"), 1)));
    if (!load->complete)
        to.remarks += tr("The bandwidth of a service over it is not on record; the load is a lower bound.");
    out.sections.push_back(std::move(to));
}

void addCompute(const Assessment& assessment, const std::vector<EntityId>& sites, const QString& unit,
                Explanation& out) {
    ExplanationSection to = section("compute", tr("What the sum adds up"));
    const QString pflops = QStringLiteral("PFLOPS");
    Range sum;
    for (const EntityId id : sites) {
        const Site* site = assessment.input->entities.find<Site>(id);
        if (!site)
            continue;
        if (!site->computePflops) {
            to.rows.push_back(objectRow(assessment, id, {figure(std::nullopt, pflops, 0)}));
            continue;
        }
        const Range compute = assessment.input->ranges->of(id, u"compute_pflops", *site->computePflops);
        to.rows.push_back(input(objectRow(assessment, id, {recorded(compute, pflops)}), id, "compute_pflops"));
        sum = sum + compute;
    }
    if (to.rows.empty())
        to.remarks += tr("No site counts, so the sum is nothing.");
    const bool eflops = unit == u"eflops";
    to.rows.push_back(row("total", tr("Together"), recorded(eflops ? 0.001 * sum : sum, unit), true));
    out.sections.push_back(std::move(to));
}

} // namespace explain

Explanation explainSite(const Assessment& assessment, EntityId site) {
    Explanation out;
    if (!addEnergy(assessment, site, out))
        return {};
    out.title = nameOf(assessment.input->entities, site, assessment.english);
    out.object = site;
    addFindingsOn(assessment, site, out);
    finish(assessment, out);
    return out;
}

Explanation explainProvince(const Assessment& assessment, const QString& province) {
    if (!assessment.energy)
        return {};
    const std::vector<EnergySum>& sums = assessment.energy->provinces;
    const auto sum =
        std::find_if(sums.begin(), sums.end(), [&province](const EnergySum& one) { return one.province == province; });
    if (sum == sums.end())
        return {};
    Explanation out;
    out.title = provinceName(assessment, province);
    ExplanationSection sites = sumSection(assessment, tr("Site"));
    const auto basis = static_cast<std::size_t>(assessment.energy->settings.tceBasis);
    for (const SiteEnergy& site : assessment.energy->sites)
        if (site.province == province)
            sites.rows.push_back(objectRow(assessment, site.site,
                                           {named("energy", figure(site.mwh, kMwh, 0)),
                                            named("standard_coal", figure(site.tce[basis], kTce, 0)),
                                            named("co2", figure(site.co2T, kTonne, 0))}));
    ExplanationRow total = row("total", tr("Together"), {}, true);
    total.values = sumValues(*sum, assessment.energy->settings.tceBasis);
    sites.rows.push_back(std::move(total));
    out.sections = {totals(*sum), std::move(sites)};
    finish(assessment, out);
    return out;
}

Explanation explainPlan(const Assessment& assessment) {
    if (!assessment.energy)
        return {};
    Explanation out;
    out.title = tr("Whole plan");
    const EnergySum& sum = assessment.energy->total;
    const TceBasis basis = assessment.energy->settings.tceBasis;
    ExplanationSection provinces = sumSection(assessment, tr("Province"));
    for (const EnergySum& province : assessment.energy->provinces) {
        ExplanationRow line = row("", provinceName(assessment, province.province), {});
        line.key = province.province;
        line.values = sumValues(province, basis);
        provinces.rows.push_back(std::move(line));
    }
    ExplanationRow total = row("total", tr("Together"), {}, true);
    total.values = sumValues(sum, basis);
    provinces.rows.push_back(std::move(total));
    out.sections = {totals(sum), std::move(provinces)};
    finish(assessment, out);
    return out;
}

} // namespace corridor
