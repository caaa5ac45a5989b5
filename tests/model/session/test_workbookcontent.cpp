// SPDX-License-Identifier: GPL-3.0-or-later
#include "corridorplan.h"
#include "model/exchange/xlsxlabels.h"
#include "model/plan/settings.h"
#include "model/rules/rulepack.h"
#include "model/session/resources.h"
#include "model/session/workbookcontent.h"
#include "model/session/yearfigures.h"
#include "model/store/contenthash.h"

#include <QtTest>

#include <numeric>
#include <set>

using namespace corridor;
using corridor::test::PlanMaker;

namespace {

Plan smallPlan() {
    PlanMaker make;
    make.corridorPlaces();
    make.chain("A", {"BJ-TAM", "WP-NK", "WP-BDL", "WP-DHY", "ZJK-HL"}, 1.05);
    make.span("direct", "BJ-TAM", "ZJK-HL", 1.3);
    make.service("S1", "BJ-TAM", "ZJK-HL", Protection::NodeDisjoint);
    make.service("S2", "BJ-TAM", "HLGR-NEW");
    make.put(rulePackRow(readResource(QStringLiteral("rulepacks/beijing-2024-2027.json")), QStringLiteral("pack")));
    return make.plan();
}

const QDateTime kTime(QDate(2026, 6, 1), QTime(8, 30), Qt::UTC);

QString factOf(const WorkbookContent& content, const char* label) {
    for (const WorkbookFact& fact : content.facts)
        if (fact.label == QLatin1String(label))
            return fact.text;
    return {};
}

double totalOf(const WorkbookChart& chart, std::size_t row) {
    return std::accumulate(chart.series.begin(), chart.series.end(), 0.0,
                           [row](double sum, const auto& series) { return sum + series.values[row]; });
}

} // namespace

class TestWorkbookContent : public QObject {
    Q_OBJECT
private slots:
    void frontSheetSaysWhatItIsOf() {
        const Plan plan = smallPlan();
        const auto assessment = assess(plan, Plan::baseScenario(), 2027, 7, {true, {}, nullptr});
        const WorkbookContent content = workbookContent(plan, *assessment, {}, kTime);
        QCOMPARE(factOf(content, "Year"), QStringLiteral("2027"));
        QCOMPARE(factOf(content, "Revision"), QStringLiteral("7"));
        QCOMPARE(factOf(content, "Content hash"), QString::fromLatin1(contentHash(plan)));
        QVERIFY(factOf(content, "Rule pack").contains(assessment->rulePack->id));
        for (const Run& run : assessment->runs)
            QVERIFY(factOf(content, "Versions of the methods").contains(run.engineVersion));
        QCOMPARE(factOf(content, "Exported (UTC)"), QStringLiteral("2026-06-01 08:30"));
        QVERIFY(content.titles.value(QStringLiteral("Q13")).size() > 3);
        QCOMPARE(content.currentRuns, assessment->runs.size());
    }

    void storedRunsComeAfterThoseOfNow() {
        const Plan plan = smallPlan();
        const auto assessment = assess(plan, Plan::baseScenario(), 2027, 1);
        Run other = assessment->runs.front();
        other.year = 2030;
        const WorkbookContent content = workbookContent(plan, *assessment, {other}, kTime);
        QCOMPARE(content.runs.size(), assessment->runs.size() + 1);
        QCOMPARE(content.runs.back().year, 2030);
    }

    // A result that has no label would stand in Chinese sheets as a name of the program's own.
    void everyColumnAndWordOfResultsHasALabel() {
        const auto assessment = assess(smallPlan(), Plan::baseScenario(), 2027, 1);
        for (const Run& run : assessment->runs)
            for (const ResultTable& table : run.tables) {
                QVERIFY2(resultTableLabel(table.name) != table.name, qPrintable(table.name));
                for (const ResultColumn& column : table.columns)
                    QVERIFY2(resultColumnLabel(column.name) != column.name, qPrintable(column.name));
                for (const std::vector<Value>& row : table.rows)
                    for (std::size_t i = 0; i < row.size(); ++i)
                        if (const auto* text = std::get_if<QString>(&row[i]);
                            text && holdsResultWords(table.columns[i].name))
                            for (const QString& word : text->split(u' ', Qt::SkipEmptyParts))
                                QVERIFY2(!resultWordsLabel(word).contains(u'_'), qPrintable(word));
            }
    }

    void roundTripsAreThoseOfTheResults() {
        const auto assessment = assess(smallPlan(), Plan::baseScenario(), 2027, 1, {true, {}, nullptr});
        const std::vector<WorkbookChart> charts = workbookCharts(*assessment);
        QCOMPARE(charts.size(), std::size_t(5));
        const WorkbookChart& trips = charts[0];
        std::multiset<double> shown, wanted;
        for (std::size_t row = 0; row < trips.rows.size(); ++row)
            shown.insert(totalOf(trips, row));
        for (const ServiceRoute& route : assessment->routes)
            for (const bool backup : {false, true})
                if (route.path(backup).exists) {
                    const RttParts& rtt = route.path(backup).rtt;
                    wanted.insert(rtt.floorMs + rtt.detourMs + rtt.layMs + rtt.equipmentMs);
                }
        QVERIFY(wanted.size() >= 2);
        QVERIFY(shown == wanted);
        for (const WorkbookChart& chart : charts)
            for (const WorkbookChart::Series& series : chart.series)
                QCOMPARE(series.values.size(), chart.rows.size());
    }

    void yearsAddUpToTheShares() {
        const auto assessment = assess(smallPlan(), Plan::baseScenario(), 2027, 1);
        const WorkbookChart& compute = workbookCharts(*assessment)[2];
        for (std::size_t row = 0; row < compute.rows.size(); ++row) {
            double wanted = 0;
            const int year = compute.rows[row].label.toInt();
            for (const SiteShare& share : siteShares(*assessment, YearFigure::AiCompute, year))
                wanted += share.value;
            QVERIFY(std::abs(totalOf(compute, row) - wanted) < 1e-9);
        }
    }

    void numbersShowWhatTheProgramShows() {
        QCOMPARE(shownDecimals(5.087, QStringLiteral("ms")), 2);
        QCOMPARE(shownDecimals(4.997, QStringLiteral("ms"), 5.0), 3); // 5.00 would hide that the limit is kept
        QCOMPARE(shownDecimals(5.0, QStringLiteral("ms"), 5.0), 2);
        QCOMPARE(shownDecimals(0.0004, QStringLiteral("ms")), 4); // nor is it zero
        QCOMPARE(shownDecimals(312.26, QStringLiteral("km")), 1);
        QCOMPARE(shownDecimals(1.147, {}), 3);
        QCOMPARE(shownDecimals(2027, {}), 0);
        QCOMPARE(shownDecimals(0.2988, QStringLiteral("MW")), 3);
        QCOMPARE(shownDecimals(12345.6, QStringLiteral("MWh")), 0);
    }
};

QTEST_GUILESS_MAIN(TestWorkbookContent)
#include "test_workbookcontent.moc"
