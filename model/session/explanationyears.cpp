// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/provinces.h"
#include "model/plan/unittext.h"
#include "model/session/explanationparts.h"

#include <QCoreApplication>

#include <map>

namespace corridor {

namespace {

using namespace explain;

QString tr(const char* text) {
    return QCoreApplication::translate("Evidence", text);
}

int decimalsOf(YearFigure figure) {
    return figure == YearFigure::AiCompute ? 3 : 1;
}

QString titleOf(YearFigure figure, int year) {
    return (figure == YearFigure::AiCompute ? tr("AI compute in service in %1")
            : figure == YearFigure::Energy  ? tr("Energy of the sites in %1")
                                            : tr("CO₂ of their electricity in %1"))
        .arg(year);
}

ExplainedValue share(YearFigure figure, double value) {
    return explain::figure(value, unitOf(figure), decimalsOf(figure));
}

// By province and together, in the order in which the charts sum them.
ExplanationSection sumSection(const Assessment& assessment, YearFigure which, const std::vector<SiteShare>& shares) {
    ExplanationSection out = section("sum", QString());
    out.columns = {tr("Province"), unitText(unitOf(which))};
    std::map<QString, double> sums;
    for (const SiteShare& each : shares)
        sums[each.province] += each.value;
    double total = 0;
    for (const auto& [province, sum] : sums) {
        const QString name = province.isEmpty()   ? tr("No province on record")
                             : assessment.english ? englishProvince(province)
                                                  : province;
        ExplanationRow line = row("", name, share(which, sum));
        line.key = province;
        out.rows.push_back(std::move(line));
        total += sum;
    }
    out.rows.push_back(row("total", tr("Together"), share(which, total), true));
    return out;
}

// What a site's figure is the product of, before the figure itself.
std::vector<ExplainedValue> factorsOf(const SiteEnergy& site, const EnergySettings& settings, YearFigure which,
                                      int year) {
    if (which == YearFigure::Energy)
        return {named("it_power", recorded(site.itMw, QStringLiteral("MW"))),
                named("pue", figure(site.pue ? std::optional(Range::exact(site.pue->value)) : std::nullopt, {}, 3))};
    const auto* factor = settings.gridFactor(site.province, year);
    const auto gwh = site.mwh ? std::optional(Range::exact(site.mwh->value / 1000.0)) : std::nullopt;
    return {named("energy", figure(gwh, QStringLiteral("GWh"), 1)),
            named("grid_factor",
                  recorded(factor ? std::optional(factor->second.value) : std::nullopt, QStringLiteral("kg/kWh")))};
}

ExplanationSection siteSection(const Assessment& assessment, YearFigure which, int year,
                               const std::vector<SiteShare>& shares) {
    ExplanationSection out = section("sites", tr("Site by site"));
    const QString unit = unitText(unitOf(which));
    const auto energy = which == YearFigure::AiCompute ? nullptr : energyIn(assessment, year);
    if (which == YearFigure::AiCompute) {
        out.columns = {tr("Site"), unit};
    } else if (which == YearFigure::Energy) {
        out.formula = QStringLiteral("MWh = MW_{IT} · %1 · 8 760 h · PUE").arg(tr("load factor"));
        out.columns = {tr("Site"), tr("IT MW"), QStringLiteral("PUE"), unit};
    } else {
        out.formula = QStringLiteral("t CO₂ = MWh · kg/kWh");
        out.columns = {tr("Site"), QStringLiteral("GWh"), QStringLiteral("kg/kWh"), unit};
    }
    for (const SiteShare& each : shares) {
        std::vector<ExplainedValue> values;
        if (const SiteEnergy* site = energy ? energy->site(each.site) : nullptr)
            values = factorsOf(*site, energy->settings, which, year);
        values.push_back(share(which, each.value));
        ExplanationRow line = objectRow(assessment, each.site, std::move(values));
        const char* field = which == YearFigure::AiCompute ? "compute_pflops" : "it_power_mw";
        out.rows.push_back(which == YearFigure::Carbon ? std::move(line) : input(std::move(line), each.site, field));
    }
    return out;
}

// The load factor is the same for all sites.
ExplanationSection inputSection(const Assessment& assessment) {
    ExplanationSection out = section("inputs", tr("Inputs"));
    const auto& factor = assessment.energy->settings.loadFactor;
    if (factor)
        out.rows.push_back(
            input(row("load_factor", tr("IT load factor"),
                      recorded(assessment.input->ranges->of(factor->row, u"value", factor->value), QString())),
                  factor->row, "value"));
    return out;
}

} // namespace

Explanation explainYear(const Assessment& assessment, YearFigure figure, int year) {
    const std::vector<SiteShare> shares =
        assessment.input ? siteShares(assessment, figure, year) : std::vector<SiteShare>();
    if (shares.empty())
        return {};
    Explanation out;
    out.title = titleOf(figure, year);
    out.sections.push_back(sumSection(assessment, figure, shares));
    if (figure == YearFigure::Energy)
        out.sections.push_back(inputSection(assessment));
    out.sections.push_back(siteSection(assessment, figure, year, shares));
    finish(assessment, out);
    if (year != assessment.year)
        out.sections.back() = yearSection(assessment, year);
    return out;
}

} // namespace corridor
