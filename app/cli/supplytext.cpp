// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/supplytext.h"

#include "app/cli/texttable.h"
#include "app/cli/verbs.h"
#include "model/plan/provinces.h"
#include "model/rules/siteclauses.h"

#include <algorithm>

namespace corridor {

namespace {

using enum TextTable::Align;

QString percent(std::optional<double> share) {
    return share ? decimal(*share * 100.0, 1) : QStringLiteral("–");
}

QString sourceText(const SpanCapacity& capacity) {
    QString text = capacity.source == CapacitySource::Recorded ? Cli::tr("recorded")
                   : capacity.source == CapacitySource::Pairs  ? Cli::tr("lit pairs")
                                                               : Cli::tr("unknown");
    if (capacity.isKnown() && capacity.sharing == CapacitySharing::Shared)
        text += Cli::tr(", shared");
    return text;
}

std::optional<double> middle(const std::optional<Range>& range) {
    return range ? std::optional(range->value) : std::nullopt;
}

QStringList energyFigures(const std::optional<double>& mwh, const std::array<std::optional<double>, 2>& tce,
                          const std::optional<double>& co2) {
    return {decimal(mwh, 0), decimal(tce[static_cast<std::size_t>(TceBasis::Primary)], 0),
            decimal(tce[static_cast<std::size_t>(TceBasis::Calorific)], 0), decimal(co2, 0)};
}

QStringList sumFigures(const EnergySum& sum) {
    if (sum.known == 0) // nothing known is not nothing used
        return energyFigures({}, {}, {});
    return energyFigures(sum.mwh, {sum.tce[0], sum.tce[1]}, sum.co2T);
}

} // namespace

QString capacityText(const Assessment& assessment, const EntitySet& entities, bool all) {
    std::vector<const SpanLoad*> loads;
    for (const SpanLoad& load : assessment.capacity->spans)
        if (all || load.services > 0)
            loads.push_back(&load);
    std::stable_sort(loads.begin(), loads.end(), [](const SpanLoad* a, const SpanLoad* b) {
        return a->utilisation().value_or(-1) > b->utilisation().value_or(-1);
    });
    TextTable table({Cli::tr("Span"), Cli::tr("name"), Cli::tr("capacity Gbit/s"), Cli::tr("primary"),
                     Cli::tr("backup"), Cli::tr("headroom"), Cli::tr("used %"), Cli::tr("paths"), Cli::tr("capacity")},
                    {Left, Left, Right, Right, Right, Right, Right, Right, Left});
    for (const SpanLoad* load : loads) {
        const EntityRef span = entities.find(load->span);
        const bool known = load->capacity.isKnown();
        table.addRow({shortName(entities, load->span), span ? displayName(*span, assessment.english) : QString(),
                      known ? decimal(load->capacity.perDirectionGbps(), 0) : QStringLiteral("–"),
                      decimal(load->primaryGbps, 0), decimal(load->backupGbps, 0), decimal(load->headroomGbps(), 0),
                      percent(load->utilisation()), QString::number(load->services), sourceText(load->capacity)});
    }
    QString out = table.toString();
    if (!assessment.capacity->withoutDemand.empty())
        out += Cli::tr("Without a bandwidth in this year: %1\n")
                   .arg(chain(entities, assessment.capacity->withoutDemand)
                            .replace(QStringLiteral(" → "), QStringLiteral(", ")));
    return out;
}

QString capacityByYearText(const std::vector<CapacityResult>& years, const EntitySet& entities) {
    TextTable table({Cli::tr("Year"), Cli::tr("spans in service"), Cli::tr("overloaded"), Cli::tr("busiest span"),
                     Cli::tr("used %"), Cli::tr("headroom")},
                    {Right, Right, Right, Left, Right, Right});
    for (const CapacityResult& year : years) {
        const auto overloaded = std::count_if(year.spans.begin(), year.spans.end(),
                                              [](const SpanLoad& load) { return load.headroomGbps().value_or(0) < 0; });
        const SpanLoad* busiest = year.bottleneck();
        table.addRow({QString::number(year.year), QString::number(year.spans.size()), QString::number(overloaded),
                      busiest ? shortName(entities, busiest->span) : QStringLiteral("–"),
                      busiest ? percent(busiest->utilisation()) : QStringLiteral("–"),
                      busiest ? decimal(busiest->headroomGbps(), 0) : QStringLiteral("–")});
    }
    return table.toString();
}

QString energyText(const Assessment& assessment, const EntitySet& entities, bool all, bool english) {
    TextTable table({Cli::tr("Site"), Cli::tr("name"), Cli::tr("IT MW"), Cli::tr("PUE"), Cli::tr("MWh"),
                     Cli::tr("tce primary"), Cli::tr("tce calorific"), Cli::tr("t CO2"), Cli::tr("missing")},
                    {Left, Left, Right, Right, Right, Right, Right, Right, Left});
    for (const SiteEnergy& site : assessment.energy->sites) {
        if (!all && !site.itMw && !site.pue)
            continue;
        const EntityRef found = entities.find(site.site);
        QStringList gaps;
        for (const EnergyGap gap : site.missing)
            gaps += gapText(gap);
        table.addRow(QStringList{shortName(entities, site.site), found ? displayName(*found, english) : QString(),
                                 decimal(site.itMw, 1), decimal(middle(site.pue), 3)} +
                     energyFigures(middle(site.mwh), {middle(site.tce[0]), middle(site.tce[1])}, middle(site.co2T)) +
                     QStringList{gaps.join(QStringLiteral("; "))});
    }
    TextTable sums({Cli::tr("Province"), Cli::tr("sites"), Cli::tr("known"), Cli::tr("PUE"), Cli::tr("MWh"),
                    Cli::tr("tce primary"), Cli::tr("tce calorific"), Cli::tr("t CO2")},
                   {Left, Right, Right, Right, Right, Right, Right, Right});
    const auto addSum = [&](const EnergySum& sum, const QString& name) {
        sums.addRow(QStringList{name, QString::number(sum.sites), QString::number(sum.known), decimal(sum.pue, 3)} +
                    sumFigures(sum));
    };
    for (const EnergySum& sum : assessment.energy->provinces)
        addSum(sum, english ? englishProvince(sum.province) : sum.province);
    addSum(assessment.energy->total, Cli::tr("Plan"));
    return table.toString() + u'\n' + sums.toString();
}

} // namespace corridor
