// SPDX-License-Identifier: GPL-3.0-or-later
#include "explainrules.h"
#include "model/store/planfile.h"

using namespace corridor;
using namespace corridor::test;

// Every figure of every table of results is explained: each column has its place in an explanation, and what stands
// there is the same number to the last bit. A column that has none fails, so a new one cannot come in without.
class TestExplainTables : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        OpenOptions options;
        options.readOnly = true;
        mFile = PlanFile::open(QStringLiteral(CORRIDOR_SAMPLE), options);
        AssessOptions how;
        how.english = true;
        mAssessment = assess(mFile->plan(), Plan::baseScenario(), 2027, 0, how);
    }

    void everyTable_data() {
        QTest::addColumn<QString>("name");
        for (const Run& run : mAssessment->runs)
            for (const ResultTable& table : run.tables)
                QTest::newRow(qPrintable(table.name)) << table.name;
    }
    void everyTable() {
        QFETCH(QString, name);
        int rows = 0;
        for (const Run& run : mAssessment->runs)
            for (const ResultTable& table : run.tables)
                for (const std::vector<Value>& row : table.rows)
                    if (table.name == name) {
                        Cells cells;
                        for (std::size_t i = 0; i < row.size(); ++i)
                            cells[table.columns[i].name] = row[i];
                        const QString why = unexplained(*mAssessment, name, cells);
                        QVERIFY2(why.isEmpty(), qPrintable(why));
                        ++rows;
                    }
        QVERIFY(rows > 3);
    }

    // Also those that no row of the sample fills.
    void everyNumericColumnHasARule() {
        std::set<QString> walked;
        for (const Run& run : mAssessment->runs)
            for (const ResultTable& table : run.tables) {
                QVERIFY2(tableRules().contains(table.name), qPrintable(table.name));
                walked.insert(table.name);
                std::set<QString> numeric;
                for (const ResultColumn& column : table.columns)
                    if (column.type == ResultColumn::Type::Real || column.type == ResultColumn::Type::Integer)
                        numeric.insert(column.name);
                std::set<QString> ruled;
                for (const auto& [column, rule] : tableRules().at(table.name)) {
                    QVERIFY2(rule.place.isEmpty() != rule.notAFigure.isEmpty(), qPrintable(column));
                    ruled.insert(column);
                }
                QCOMPARE(ruled, numeric);
            }
        QCOMPARE(walked.size(), tableRules().size());
    }

    // What is stored is what was walked.
    void theFileHoldsTheSameTables() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("plan.gpkg"));
        QVERIFY(QFile::copy(QStringLiteral(CORRIDOR_SAMPLE), path));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        PlanFile::open(path, {})->saveResults(mAssessment->runs, {});
        const auto file = PlanFile::open(path, {});
        std::set<QString> stored;
        for (const Run& run : file->runs())
            for (const ResultTable& table : run.tables) {
                stored.insert(table.name);
                QVERIFY2(tableRules().contains(table.name), qPrintable(table.name));
            }
        QCOMPARE(stored.size(), tableRules().size());
    }

    void spansAreListedInTheirOrder() {
        const ResultTable* table = nullptr;
        for (const Run& run : mAssessment->runs)
            for (const ResultTable& each : run.tables)
                if (each.name == u"path_span")
                    table = &each;
        QVERIFY(table);
        for (const std::vector<Value>& row : table->rows) { // service, role, seq, span
            const Explanation out = explainService(*mAssessment, std::get<EntityId>(row[0]));
            const ExplanationSection* spans = out.section(std::get<QString>(row[1]) + QStringLiteral("_spans"));
            QCOMPARE(spans->rows[static_cast<std::size_t>(std::get<qint64>(row[2]) - 1)].object,
                     std::get<EntityId>(row[3]));
        }
    }

    void theYearOfAGridFactorStandsInItsLabel() {
        for (const SiteEnergy& site : mAssessment->energy->sites)
            if (site.factorYear) {
                const Explanation out = explainSite(*mAssessment, site.site);
                QVERIFY(out.section(u"energy_inputs")
                            ->row(u"grid_factor")
                            ->label.contains(QString::number(site.factorYear)));
            }
    }

private:
    std::unique_ptr<PlanFile> mFile;
    std::shared_ptr<const Assessment> mAssessment;
};

QTEST_GUILESS_MAIN(TestExplainTables)
#include "test_explain_tables.moc"
