// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/supplycharts.h"

#include "model/calc/inputyear.h"
#include "model/plan/provinces.h"
#include "model/rules/capacitychecks.h"
#include "model/rules/judge.h"
#include "views/widgets/canvas/dragtext.h"

#include <algorithm>
#include <map>

namespace corridor {

namespace {

constexpr std::size_t mostSeries = 6;
constexpr std::size_t mostSpans = 200;
constexpr Token seriesTokens[] = {Token::Series1, Token::Series2, Token::Series3,
                                  Token::Series4, Token::Series5, Token::Series6};

// Values of the years by province; what is too small for a colour of its own goes into a group.
struct ByProvince {
    ByProvince(const Assessment& assessment, YearFigure figure) {
        for (int year = kFirstChartYear; year <= kLastChartYear; ++year)
            for (const SiteShare& share : siteShares(assessment, figure, year))
                add(share.province, year, share.value);
    }

    std::map<QString, QVector<double>> values;
    std::vector<bool> known = std::vector<bool>(kLastChartYear - kFirstChartYear + 1, false);

    void add(const QString& province, int year, double value) {
        QVector<double>& row = values[province];
        row.resize(static_cast<qsizetype>(known.size()), 0.0);
        row[year - kFirstChartYear] += value;
        known[static_cast<std::size_t>(year - kFirstChartYear)] = true;
    }
};

QString provinceText(const QString& province, bool english) {
    if (province.isEmpty())
        return StackChart::tr("no province");
    return english ? englishProvince(province) : province;
}

// In order of the largest value, so that the order of colours tells something; beyond six, the rest together.
std::vector<StackSeries> seriesOf(const ByProvince& sums, bool english) {
    std::vector<std::pair<double, QString>> order;
    for (const auto& [province, values] : sums.values)
        order.emplace_back(-*std::max_element(values.begin(), values.end()), province);
    std::sort(order.begin(), order.end());
    std::vector<StackSeries> out;
    for (const auto& [size, province] : order) {
        const QVector<double>& values = sums.values.at(province);
        if (out.size() == mostSeries) {
            out.back().name = StackChart::tr("others");
            for (qsizetype i = 0; i < values.size(); ++i)
                out.back().values[i] += values[i];
            continue;
        }
        out.push_back({provinceText(province, english), seriesTokens[out.size()], values});
    }
    return out;
}

std::vector<StackRow> yearRows(const ByProvince& sums, const std::vector<StackSeries>& series, const QString& unit,
                               int decimals) {
    std::vector<StackRow> rows;
    for (std::size_t i = 0; i < sums.known.size(); ++i) {
        StackRow row;
        row.label = QString::number(kFirstChartYear + static_cast<int>(i));
        double sum = 0;
        QStringList tip;
        for (const StackSeries& each : series) {
            const double value = each.values[static_cast<qsizetype>(i)];
            sum += value;
            tip += QStringLiteral("%1 %2 %3").arg(each.name, fixedText(value, decimals), unit);
        }
        if (sums.known[i]) {
            row.value = fixedText(sum, decimals);
            tip.prepend(QStringLiteral("%1 · %2 %3").arg(row.label, row.value, unit));
            row.tip = tip.join(u'\n');
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

bool hasRows(const ByProvince& sums) {
    return std::find(sums.known.begin(), sums.known.end(), true) != sums.known.end();
}

// Whole per cent; as many decimals as it takes that what is not full does not read as full, nor the reverse.
QString usedText(double share) {
    int decimals = 0;
    while (decimals < 3 && share != 1 && QString::number(share * 100, 'f', decimals).toDouble() == 100)
        ++decimals;
    return fixedText(share * 100, decimals);
}

// The spans that carry something, the fullest first; a gesture moves none of them, those it adds come last.
std::vector<EntityId> loadedSpans(const Assessment& before, const Assessment& after) {
    std::vector<const SpanLoad*> loads;
    for (const SpanLoad& load : before.capacity->spans)
        if (load.loadGbps() > 0)
            loads.push_back(&load);
    std::stable_sort(loads.begin(), loads.end(), [](const SpanLoad* a, const SpanLoad* b) {
        return a->utilisation().value_or(-1) > b->utilisation().value_or(-1);
    });
    if (loads.size() > mostSpans)
        loads.resize(mostSpans);
    std::vector<EntityId> spans;
    for (const SpanLoad* load : loads)
        spans.push_back(load->span);
    if (&after == &before)
        return spans;
    for (const SpanLoad& load : after.capacity->spans) {
        const SpanLoad* was = before.capacity->span(load.span);
        if (load.loadGbps() > 0 && !(was && was->loadGbps() > 0))
            spans.push_back(load.span);
    }
    return spans;
}

SpanLoad unloaded(SpanLoad load) {
    load.primaryGbps = load.backupGbps = 0;
    load.services = 0;
    return load;
}

StackRow loadRow(const SpanLoad& load, const QString& name, double nearPercent) {
    StackRow row;
    row.object = load.span;
    row.label = name.isEmpty() ? CapacityPage::tr("Span being drawn") : name;
    row.value = fixedText(load.loadGbps(), 0);
    row.verdict = loadVerdict(load, nearPercent);
    if (!load.capacity.isKnown()) {
        row.tip = CapacityPage::tr("%1: %2 Gbit/s, capacity not on record").arg(row.label, row.value);
        return row;
    }
    row.limit = load.capacity.perDirectionGbps();
    const auto used = load.utilisation();
    const QString percent = used ? fixedText(*used * 100, 1) : QStringLiteral("\u2014");
    row.tip =
        CapacityPage::tr("%1: %2 of %3 Gbit/s, %4 % used").arg(row.label, row.value, fixedText(*row.limit, 0), percent);
    if (used) // before the load, so that loads stand below each other
        row.value.prepend(QStringLiteral("%1 % \u00B7 ").arg(usedText(*used)));
    return row;
}

} // namespace

StackData CapacityPage::dataOf(const Assessment& assessment) const {
    StackData data;
    data.title = tr("Load and capacity");
    data.unit = QStringLiteral("Gbit/s");
    data.limitName = tr("Capacity of one direction");
    data.lying = true;
    data.series = {{tr("Primary"), Token::Series1, {}}, {tr("Backup"), Token::Series2, {}}};
    data.empty = tr("No span carries a service in this year");
    data.hint = tr("Add services with a bandwidth, or choose another year.");
    const Assessment& shown = prospect() && prospect()->after ? *prospect()->after : assessment;
    const double band = nearFullPercent(shown.rulePack.get());
    for (const EntityId span : loadedSpans(assessment, shown)) {
        const SpanLoad *was = assessment.capacity->span(span), *is = shown.capacity->span(span);
        const SpanLoad load = is ? *is : unloaded(*was);
        StackRow row = loadRow(load, nameOf(shown.input->entities, span, assessment.english), band);
        if (&shown != &assessment)
            row.before = was ? was->loadGbps() : 0;
        data.series[0].values += load.primaryGbps;
        data.series[1].values += load.backupGbps;
        data.rows.push_back(std::move(row));
    }
    if (!shown.capacity->withoutDemand.empty())
        data.note = tr("%n services without a bandwidth in this year", nullptr,
                       static_cast<int>(shown.capacity->withoutDemand.size()));
    return data;
}

StackData ComputePage::dataOf(const Assessment& assessment) const {
    const ByProvince sums(assessment, YearFigure::AiCompute);
    int open = 0;
    assessment.input->entities.table<Site>().forEach([&](const std::shared_ptr<const Site>& site) {
        open += site->kind == SiteKind::Intelligent && !site->computePflops && standsInYear(*site, assessment.year);
    });
    StackData data;
    data.title = tr("AI compute in service");
    data.unit = QStringLiteral("EFLOPS");
    data.empty = tr("No AI site has its compute on record");
    data.hint = tr("Enter the compute of sites in their properties.");
    if (!hasRows(sums))
        return data;
    data.series = seriesOf(sums, assessment.english);
    data.rows = yearRows(sums, data.series, data.unit, 1);
    if (open > 0)
        data.note = tr("In %1, %n AI sites have no figure on record", nullptr, open).arg(assessment.year);
    return data;
}

Question ComputePage::questionOf(int row) const {
    return [year = kFirstChartYear + row](const Assessment& assessment) {
        return explainYear(assessment, YearFigure::AiCompute, year);
    };
}

StackData EnergyPage::dataOf(const Assessment& assessment) const {
    const ByProvince sums(assessment, mFigure == Energy ? YearFigure::Energy : YearFigure::Carbon);
    StackData data;
    data.title = mFigure == Energy ? tr("Annual energy of the sites") : tr("CO₂ of their electricity");
    data.unit = mFigure == Energy ? QStringLiteral("GWh") : tr("kt");
    data.empty = tr("No site has IT power and PUE on record");
    data.hint = tr("Enter IT power and PUE, or choose a PUE model, in the properties of sites.");
    if (!hasRows(sums))
        return data;
    data.series = seriesOf(sums, assessment.english);
    data.rows = yearRows(sums, data.series, data.unit, 0);
    const EnergySum& total = assessment.energy->total;
    data.note =
        tr("In %1, %2 of %3 sites in service have figures").arg(assessment.year).arg(total.known).arg(total.sites);
    return data;
}

Question EnergyPage::questionOf(int row) const {
    return [figure = mFigure == Energy ? YearFigure::Energy : YearFigure::Carbon, year = kFirstChartYear + row](
               const Assessment& assessment) { return explainYear(assessment, figure, year); };
}

} // namespace corridor
