// SPDX-License-Identifier: GPL-3.0-or-later
#include "corridorplan.h"
#include "model/base/error.h"
#include "model/plan/schema.h"
#include "model/session/assessment.h"
#include "model/session/newplan.h"
#include "model/session/resources.h"

#include <QTemporaryDir>
#include <QtTest>

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

const ResultTable* tableOf(const Assessment& assessment, const char* name) {
    for (const Run& run : assessment.runs)
        for (const ResultTable& table : run.tables)
            if (table.name == QLatin1String(name))
                return &table;
    return nullptr;
}

double numberIn(const ResultTable& table, std::size_t row, const char* column) {
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (table.columns[i].name == QLatin1String(column))
            return std::get<double>(table.rows[row][i]);
    qFatal("no such column");
}

} // namespace

class TestAssessment : public QObject {
    Q_OBJECT
private slots:
    void samePlanSameContent() {
        const auto a = assess(smallPlan(), Plan::baseScenario(), 2027, 1);
        const auto b = assess(smallPlan(), Plan::baseScenario(), 2027, 1);
        const auto c = assess(smallPlan(), Plan::baseScenario(), 2027, 1, {false, {}, a.get()});
        for (const auto& other : {b, c}) {
            QCOMPARE(other->findings.size(), a->findings.size());
            for (std::size_t i = 0; i < a->findings.size(); ++i)
                QCOMPARE(other->findings[i].key, a->findings[i].key);
            for (std::size_t i = 0; i < a->runs.size(); ++i) {
                QCOMPARE(other->runs[i].inputHash, a->runs[i].inputHash);
                QVERIFY(other->runs[i].id == a->runs[i].id);
                QVERIFY(other->runs[i].tables == a->runs[i].tables);
            }
        }
    }

    void tablesAreWhole() {
        const auto assessment = assess(smallPlan(), Plan::baseScenario(), 2027, 7);
        QCOMPARE(assessment->runs.size(), std::size_t(4));
        for (const Run& run : assessment->runs) {
            QCOMPARE(run.revision, quint64(7));
            QCOMPARE(run.inputHash.size(), 32);
            QVERIFY(run.startedUtc.isValid());
            for (const ResultTable& table : run.tables)
                for (const auto& row : table.rows)
                    QCOMPARE(row.size(), table.columns.size());
        }
        const ResultTable* latency = tableOf(*assessment, "service_latency");
        QVERIFY(latency);
        QCOMPARE(latency->rows.size(), std::size_t(3)); // two roles of S1, one of S2
        for (std::size_t i = 0; i < latency->rows.size(); ++i) {
            if (std::get<QString>(latency->rows[i][3]) != u"none")
                continue;
            const double sum = numberIn(*latency, i, "floor_ms") + numberIn(*latency, i, "detour_ms") +
                               numberIn(*latency, i, "lay_ms") + numberIn(*latency, i, "equipment_ms");
            QCOMPARE(sum, numberIn(*latency, i, "rtt_ms"));
        }
        const ResultTable* spans = tableOf(*assessment, "path_span");
        QCOMPARE(spans->rows.size(), std::size_t(5));
        double oneWayUs = 0;
        const EntityId s1 = PlanMaker::id("S1");
        for (std::size_t i = 0; i < spans->rows.size(); ++i)
            if (std::get<QString>(spans->rows[i][1]) == u"primary")
                oneWayUs += numberIn(*spans, i, "delay_us");
        QVERIFY(std::abs(2 * oneWayUs / 1000 + 0.1 - assessment->route(s1)->primary.rtt.totalMs) < 1e-9);
        QCOMPARE(tableOf(*assessment, "clause_verdict")->rows.size(), std::size_t(34));
        QVERIFY(!tableOf(*assessment, "finding")->rows.empty());
    }

    void worstFirstAndIndicesHold() {
        const auto assessment = assess(smallPlan(), Plan::baseScenario(), 2027, 1);
        for (std::size_t i = 1; i < assessment->findings.size(); ++i)
            QVERIFY(!isWorse(assessment->findings[i], assessment->findings[i - 1]));
        for (const ClauseVerdict& clause : assessment->clauses)
            for (const std::size_t index : clause.findings)
                QCOMPARE(assessment->findings[index].check, clause.clause);
        int total = 0;
        for (const int count : assessment->verdictCounts())
            total += count;
        QVERIFY(total > 34);
        QVERIFY2(assessment->fallsShort(false), "S2 has no route: binding");
        QCOMPARE(assessment->findings.front().check, QStringLiteral("no-route"));
    }

    void cancelledGivesNothing() {
        AssessOptions options;
        options.cancel.cancel();
        QVERIFY(!assess(smallPlan(), Plan::baseScenario(), 2027, 1, options));
    }

    void brokenRulePackIsAFinding() {
        Plan plan = smallPlan();
        RulePackRow row = *plan.base().table<RulePackRow>().rows().front();
        row.json = QStringLiteral("{}");
        ChangeBuilder builder(plan, Plan::baseScenario());
        builder.put(row);
        const auto assessment = assess(plan.with(builder.take()), Plan::baseScenario(), 2027, 1);
        QVERIFY(!assessment->rulePack);
        QVERIFY(assessment->clauses.empty());
        QVERIFY(std::any_of(assessment->findings.begin(), assessment->findings.end(),
                            [](const Finding& finding) { return finding.check == u"rule-pack"; }));
    }

    void newPlansHoldTheLibrary() {
        NewPlanOptions options;
        options.title = QStringLiteral("t");
        options.year = 2026;
        const Plan plan = newPlan(options);
        const EntitySet& base = plan.base();
        QCOMPARE(base.table<FibreType>().size(), std::size_t(3));
        QCOMPARE(base.table<EquipmentType>().size(), std::size_t(10));
        QCOMPARE(base.table<RulePackRow>().size(), std::size_t(1));
        const PlanSettings settings = settingsOf(base);
        QCOMPARE(settings.title, QStringLiteral("t"));
        QCOMPARE(settings.year, 2026);
        QCOMPARE(settings.layFactor, 1.025);
        QCOMPARE(settings.sinuosityMountain, 1.10);
        QCOMPARE(settings.rulePack, QStringLiteral("beijing-2024-2027"));
        double index = 0;
        base.table<FibreType>().forEach([&](const auto& fibre) {
            if (fibre->code == u"G.652.D")
                index = fibre->groupIndex;
        });
        QCOMPARE(index, 1.4682);
        // Whatever has a figure says where it comes from.
        std::set<std::pair<EntityId, QString>> sources;
        base.table<Provenance>().forEach([&](const auto& row) {
            QVERIFY(!row->source.isEmpty() && !row->date.isNull());
            QVERIFY(*row->low <= *row->high);
            sources.insert({row->subject, row->field});
        });
        for (const Kind kind : {Kind::FibreType, Kind::EquipmentType})
            base.forEach(kind, [&](const EntityRef& row) {
                for (const Field& field : schemaOf(kind).fields)
                    if (field.type == FieldType::Real && !isUnknown(field.get(*row)))
                        QVERIFY2(sources.contains({row->id, QLatin1String(field.name)}), field.name);
            });
        QVERIFY(sources.contains({stableEntityId(u"setting/lay_factor"), QStringLiteral("value")}));
        QVERIFY2(Plan::diff(newPlan(options), plan).isEmpty(), "the same library gives the same plan");
        const auto assessment = assess(plan, Plan::baseScenario(), 2026, 0);
        QCOMPARE(assessment->clauses.size(), std::size_t(34));
        QVERIFY(!assessment->fallsShort(false));
    }

    void libraryProblemsAreOneSentence() {
        LibraryTexts library;
        library.fibre =
            "{\"valid_from\":\"2026-06\",\"fibres\":[{\"code\":\"X\",\"name\":{},\"group_index\":{\"value\":0.5}}]}";
        library.equipment = readResource(QStringLiteral("equipment/equipment.json"));
        library.energy = readResource(QStringLiteral("equipment/energy.json"));
        try {
            newPlan({}, library);
            QFAIL("an index below 1 was taken");
        } catch (const Error& error) {
            QVERIFY(error.blame() == Blame::FileContent);
            QVERIFY2(error.sentence().english().contains(QStringLiteral("group_index")), error.what());
        }
    }

    void resourcesAreFoundOrNamed() {
        QVERIFY(QFileInfo::exists(resourceFolder() + QStringLiteral("/rulepacks/beijing-2024-2027.json")));
        QTemporaryDir empty;
        qputenv("CORRIDOR_RESOURCES", empty.path().toUtf8());
        try {
            resourceFolder();
            qunsetenv("CORRIDOR_RESOURCES");
            QFAIL("an empty folder was taken");
        } catch (const Error& error) {
            QVERIFY(error.blame() == Blame::Environment);
            QVERIFY(error.sentence().english().contains(empty.path()));
        }
        QVERIFY(QDir(empty.path()).mkpath(QStringLiteral("a b/rulepacks")) &&
                QDir(empty.path()).mkpath(QStringLiteral("a b/equipment")));
        qputenv("CORRIDOR_RESOURCES", (empty.path() + QStringLiteral("/a b")).toUtf8());
        QCOMPARE(resourceFolder(), QDir(empty.path() + QStringLiteral("/a b")).absolutePath());
        qunsetenv("CORRIDOR_RESOURCES");
        try {
            readResource(QStringLiteral("no/such.json"));
            QFAIL("read a file that is not there");
        } catch (const Error& error) {
            QVERIFY(error.sentence().english().contains(QStringLiteral("such.json")));
        }
    }
};

QTEST_GUILESS_MAIN(TestAssessment)
#include "test_assessment.moc"
