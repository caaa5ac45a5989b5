// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/provinces.h"
#include "model/rules/capacitychecks.h"
#include "model/rules/judge.h"
#include "model/session/pathlimits.h"
#include "model/session/workbookcontent.h"
#include "model/session/yearfigures.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

namespace corridor {

namespace {

constexpr int firstYear = 2024, lastYear = 2030; // as the chart panel
constexpr std::size_t mostSeries = 6, mostSpans = 200;
// Chart series and parts of a round trip, as on paper.
constexpr quint32 seriesColors[mostSeries] = {0x4A74B0, 0xBA8C22, 0x3F2F72, 0x2B8C84, 0x8C3F52, 0xB0B7C0};
constexpr quint32 partColors[] = {0x56748F, 0xA3B9CC, 0xCBD6DF, 0xCBB27E};

QString tr(const char* text) {
    return QCoreApplication::translate("WorkbookContent", text);
}

struct PathBar {
    const ServiceRoute* route;
    bool backup;
    const Finding* limit; ///< null = nothing limits it
};

// What places a service among the others: as in the chart panel, services of one limit stand together.
struct Place {
    double limit = -1;
    double margin = std::numeric_limits<double>::infinity(); ///< the least, as a share of the limit
};

// Limits that are broken first, then the longer ones, what has none last; the least margin first.
void sortByLimit(std::vector<PathBar>& bars) {
    std::map<EntityId, Place> places;
    for (const PathBar& bar : bars) {
        Place& place = places[bar.route->service];
        if (!bar.limit)
            continue;
        const double limit = *bar.limit->limit;
        if (place.limit < 0 || !bar.backup)
            place.limit = limit;
        place.margin =
            std::min(place.margin, (limit - bar.route->path(bar.backup).rtt.totalMs) / std::max(limit, 1e-9));
    }
    std::map<double, bool> kept;
    for (const auto& [service, place] : places) {
        bool& all = kept.try_emplace(place.limit, true).first->second;
        all = all && place.margin >= 0;
    }
    const auto key = [&](const PathBar& bar) {
        const Place& place = places.at(bar.route->service);
        return std::tuple(kept.at(place.limit), -place.limit, place.margin, bar.route->service, bar.backup);
    };
    std::stable_sort(bars.begin(), bars.end(), [&](const PathBar& a, const PathBar& b) { return key(a) < key(b); });
}

WorkbookChart roundTrips(const Assessment& assessment) {
    WorkbookChart chart;
    chart.name = QStringLiteral("round-trips");
    chart.title = tr("Round trips and limits");
    chart.unit = QStringLiteral("ms");
    chart.limitName = tr("Limit");
    chart.note = tr("Year %1").arg(assessment.year);
    chart.lying = true;
    chart.decimals = 2;
    const char* const names[] = {
        QT_TRANSLATE_NOOP("WorkbookContent", "Straight-line floor"), QT_TRANSLATE_NOOP("WorkbookContent", "Detour"),
        QT_TRANSLATE_NOOP("WorkbookContent", "Lay"), QT_TRANSLATE_NOOP("WorkbookContent", "Equipment")};
    for (std::size_t i = 0; i < std::size(names); ++i)
        chart.series.push_back({tr(names[i]), partColors[i], {}});
    const PathLimits limits(assessment);
    std::vector<PathBar> bars;
    for (const ServiceRoute& route : assessment.routes)
        for (const bool backup : {false, true})
            if (route.path(backup).exists)
                bars.push_back({&route, backup, limits.of(route.service, backup)});
    sortByLimit(bars);
    for (const PathBar& bar : bars) {
        const RttParts& rtt = bar.route->path(bar.backup).rtt;
        const double parts[] = {rtt.floorMs, rtt.detourMs, rtt.layMs, rtt.equipmentMs};
        for (std::size_t i = 0; i < std::size(parts); ++i)
            chart.series[i].values.push_back(parts[i]);
        const QString name = nameOf(assessment.input->entities, bar.route->service, assessment.english);
        chart.rows.push_back({name + QStringLiteral(" · ") + (bar.backup ? tr("Backup") : tr("Primary")),
                              bar.limit ? bar.limit->limit : std::nullopt,
                              bar.limit ? verdictLabel(bar.limit->verdict) : QString(), true});
    }
    return chart;
}

WorkbookChart loads(const Assessment& assessment) {
    WorkbookChart chart;
    chart.name = QStringLiteral("capacity");
    chart.title = tr("Load and capacity");
    chart.unit = QStringLiteral("Gbit/s");
    chart.limitName = tr("Capacity of one direction");
    chart.note = tr("Year %1").arg(assessment.year);
    chart.lying = true;
    chart.series = {{tr("Load of primary paths"), seriesColors[0], {}},
                    {tr("Load of backup paths"), seriesColors[1], {}}};
    std::vector<const SpanLoad*> spans;
    for (const SpanLoad& load : assessment.capacity->spans)
        if (load.loadGbps() > 0)
            spans.push_back(&load);
    std::stable_sort(spans.begin(), spans.end(), [](const SpanLoad* a, const SpanLoad* b) {
        return a->utilisation().value_or(-1) > b->utilisation().value_or(-1);
    });
    spans.resize(std::min(spans.size(), mostSpans));
    const double band = nearFullPercent(assessment.rulePack.get());
    for (const SpanLoad* load : spans) {
        chart.series[0].values.push_back(load->primaryGbps);
        chart.series[1].values.push_back(load->backupGbps);
        const bool known = load->capacity.isKnown();
        chart.rows.push_back({nameOf(assessment.input->entities, load->span, assessment.english),
                              known ? std::optional(load->capacity.perDirectionGbps()) : std::nullopt,
                              verdictLabel(loadVerdict(*load, band)), true});
    }
    return chart;
}

struct YearSums {
    std::map<QString, std::vector<double>> provinces;
    std::vector<bool> known = std::vector<bool>(lastYear - firstYear + 1, false);

    YearSums(const Assessment& assessment, YearFigure figure) {
        for (int year = firstYear; year <= lastYear; ++year)
            for (const SiteShare& share : siteShares(assessment, figure, year)) {
                std::vector<double>& row = provinces[share.province];
                row.resize(known.size(), 0.0);
                row[static_cast<std::size_t>(year - firstYear)] += share.value;
                known[static_cast<std::size_t>(year - firstYear)] = true;
            }
    }
};

// The largest first; beyond six, the rest together.
std::vector<WorkbookChart::Series> seriesOf(const YearSums& sums, bool english) {
    std::vector<std::pair<double, QString>> order;
    for (const auto& [province, values] : sums.provinces)
        order.emplace_back(-*std::max_element(values.begin(), values.end()), province);
    std::sort(order.begin(), order.end());
    std::vector<WorkbookChart::Series> out;
    for (const auto& [size, province] : order) {
        const std::vector<double>& values = sums.provinces.at(province);
        if (out.size() == mostSeries) {
            out.back().name = tr("others");
            for (std::size_t i = 0; i < values.size(); ++i)
                out.back().values[i] += values[i];
            continue;
        }
        const QString name = province.isEmpty() ? tr("no province") : english ? englishProvince(province) : province;
        out.push_back({name, seriesColors[out.size()], values});
    }
    return out;
}

WorkbookChart byYear(const Assessment& assessment, YearFigure figure) {
    WorkbookChart chart;
    switch (figure) {
    case YearFigure::AiCompute:
        chart.name = QStringLiteral("compute");
        chart.title = tr("AI compute in service");
        chart.unit = QStringLiteral("EFLOPS");
        chart.decimals = 1;
        break;
    case YearFigure::Energy:
        chart.name = QStringLiteral("energy");
        chart.title = tr("Annual energy of the sites");
        chart.unit = QStringLiteral("GWh");
        break;
    case YearFigure::Carbon:
        chart.name = QStringLiteral("carbon");
        chart.title = tr("CO₂ of their electricity");
        chart.unit = tr("kt");
        break;
    }
    const YearSums sums(assessment, figure);
    chart.series = seriesOf(sums, assessment.english);
    if (figure != YearFigure::AiCompute)
        chart.note = tr("In %1, %2 of %3 sites in service have figures")
                         .arg(assessment.year)
                         .arg(assessment.energy->total.known)
                         .arg(assessment.energy->total.sites);
    for (int year = firstYear; year <= lastYear && !chart.series.empty(); ++year) {
        const bool known = sums.known[static_cast<std::size_t>(year - firstYear)];
        chart.rows.push_back({QString::number(year), std::nullopt, known ? QString() : tr("not on record"), known});
    }
    return chart;
}

} // namespace

std::vector<WorkbookChart> workbookCharts(const Assessment& assessment) {
    return {roundTrips(assessment), loads(assessment), byYear(assessment, YearFigure::AiCompute),
            byYear(assessment, YearFigure::Energy), byYear(assessment, YearFigure::Carbon)};
}

} // namespace corridor
