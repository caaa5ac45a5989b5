// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/explanation.h"
#include "model/store/planfile.h"

#include <QTest>

#include <cmath>
#include <map>
#include <set>

using namespace corridor;

namespace {

bool isClose(double a, double b) {
    return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)});
}

// Whether a figure stands in an explanation: a number or a bound, whatever its sign (labels say to which side).
bool holds(const Explanation& explanation, double wanted, const std::set<QString>& without = {}) {
    for (const ExplanationSection& section : explanation.sections)
        if (!without.contains(section.key))
            for (const ExplanationRow& row : section.rows)
                for (const ExplainedValue& value : row.values)
                    for (const auto& number : {value.number, value.low, value.high})
                        if (number && isClose(std::abs(*number), std::abs(wanted)))
                            return true;
    return false;
}

} // namespace

// Every figure that the check and the result tables of the sample show can be explained, and the explanation shows it.
class TestExplain : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyFinding();
    void everyFindingShowsWhereItComesFrom();
    void everyClause();
    void everyRowOfATable_data();
    void everyRowOfATable();
    void inputsNameTheirSources();

private:
    const ResultTable& table(const QString& name) const;
    Explanation ofRow(const ResultTable& table, const std::vector<Value>& row) const;

    std::shared_ptr<const Assessment> mAssessment;
};

void TestExplain::initTestCase() {
    OpenOptions options;
    options.readOnly = true;
    const auto file = PlanFile::open(QStringLiteral(CORRIDOR_SAMPLE), options);
    AssessOptions how;
    how.english = true;
    mAssessment = assess(file->plan(), Plan::baseScenario(), 2027, 0, how);
    QVERIFY(mAssessment->findings.size() > 200);
}

const ResultTable& TestExplain::table(const QString& name) const {
    for (const Run& run : mAssessment->runs)
        for (const ResultTable& table : run.tables)
            if (table.name == name)
                return table;
    qFatal("no table %s", qPrintable(name));
}

void TestExplain::everyFinding() {
    for (const Finding& finding : mAssessment->findings) {
        const Explanation out = explainFinding(*mAssessment, finding);
        QVERIFY2(!out.title.isEmpty() && out.section(u"verdict") && out.section(u"run"), qPrintable(finding.key));
        for (const auto& figure : {finding.value, finding.limit})
            QVERIFY2(!figure || holds(out, *figure), qPrintable(finding.key));
        if (finding.margin && finding.verdict != Verdict::Unknown)
            QVERIFY2(holds(out, *finding.margin), qPrintable(finding.key));
        if (const Clause* clause = mAssessment->rulePack->clause(finding.check))
            QCOMPARE(out.section(u"clause")->quote, clause->text);
    }
}

// Beyond the verdict itself: the computation arrives at the value.
void TestExplain::everyFindingShowsWhereItComesFrom() {
    static const std::set<QString> kComputed{QStringLiteral("ms"), QStringLiteral("gbps"), QStringLiteral("hop"),
                                             QStringLiteral("eflops"), QStringLiteral("pue")};
    int walked = 0;
    for (const Finding& finding : mAssessment->findings) {
        if (!finding.value || !kComputed.contains(finding.unit))
            continue;
        ++walked;
        QVERIFY2(holds(explainFinding(*mAssessment, finding), *finding.value, {QStringLiteral("verdict")}),
                 qPrintable(finding.key));
    }
    QVERIFY(walked > 50);
}

void TestExplain::everyClause() {
    for (const ClauseVerdict& verdict : mAssessment->clauses) {
        const Explanation out = explainClause(*mAssessment, verdict.clause);
        QVERIFY2(!out.isEmpty(), qPrintable(verdict.clause));
        QCOMPARE(out.section(u"findings")->rows.size(), verdict.findings.size());
        const Clause& clause = *mAssessment->rulePack->clause(verdict.clause);
        const ExplanationSection* open = out.section(u"ambiguities");
        QCOMPARE(open ? open->rows.size() : std::size_t(0), std::size_t(clause.ambiguities.size()));
    }
}

Explanation TestExplain::ofRow(const ResultTable& table, const std::vector<Value>& row) const {
    if (table.name != u"province_energy")
        return explainObject(*mAssessment, std::get<EntityId>(row.front()));
    const auto* province = std::get_if<QString>(&row.front());
    return province && *province == u"*" ? explainPlan(*mAssessment)
                                         : explainProvince(*mAssessment, province ? *province : QString());
}

void TestExplain::everyRowOfATable_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"service_latency", "path_span", "span_load", "site_energy", "province_energy"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestExplain::everyRowOfATable() {
    QFETCH(QString, name);
    const ResultTable& results = table(name);
    // Explained elsewhere: margins with their findings, numbers of rows and of years in words.
    static const std::set<QString> kElsewhere{QStringLiteral("margin_ms"), QStringLiteral("margin_km"),
                                              QStringLiteral("seq"), QStringLiteral("paths"),
                                              QStringLiteral("grid_factor_year")};
    QVERIFY(results.rows.size() > 3);
    int walked = 0;
    for (const std::vector<Value>& row : results.rows) {
        const Explanation out = ofRow(results, row);
        QVERIFY(!out.isEmpty());
        for (std::size_t i = 0; i < row.size(); ++i) {
            std::optional<double> figure;
            if (const auto* real = std::get_if<double>(&row[i]))
                figure = *real;
            else if (const auto* integer = std::get_if<qint64>(&row[i]))
                figure = static_cast<double>(*integer);
            if (!figure || *figure == 0 || kElsewhere.contains(results.columns[i].name))
                continue;
            ++walked;
            QVERIFY2(holds(out, *figure), qPrintable(out.title + u' ' + results.columns[i].name));
        }
    }
    QVERIFY(walked > 20);
}

void TestExplain::inputsNameTheirSources() {
    int sourced = 0;
    for (const SiteEnergy& site : mAssessment->energy->sites) {
        const Explanation out = explainSite(*mAssessment, site.site);
        for (const ExplanationRow& row : out.section(u"energy_inputs")->rows)
            if (row.values.front().isKnown()) {
                QVERIFY2(row.source, qPrintable(row.key)); // the sample says of every value where it comes from
                ++sourced;
            }
    }
    QVERIFY(sourced > 100);
    for (const SpanLatency& span : mAssessment->input->spans) {
        const Explanation out = explainSpan(*mAssessment, span.span);
        for (const ExplanationRow& row : out.section(u"delay_inputs")->rows)
            QVERIFY2(row.source || !row.note.isEmpty(), qPrintable(row.key));
    }
}

QTEST_GUILESS_MAIN(TestExplain)
#include "test_explain.moc"
