// SPDX-License-Identifier: GPL-3.0-or-later
#include "explainrules.h"
#include "model/store/planfile.h"

#include <cmath>

using namespace corridor;
using namespace corridor::test;

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

// Every figure that the check of the sample shows can be explained, and the explanation shows it.
class TestExplain : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyFinding();
    void everyFindingShowsWhereItComesFrom();
    void theDecidingFigureOfEachKindOfClause();
    void singlePointsOfFailure();
    void everyClause();
    void inputsNameTheirSources();

private:
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

// Not some number that happens to be equal: the figure that the clause is about.
void TestExplain::theDecidingFigureOfEachKindOfClause() {
    std::map<QString, int> walked;
    for (const Finding& finding : mAssessment->findings) {
        const QString part = finding.key.endsWith(QStringLiteral("/backup"))  ? QStringLiteral("backup")
                             : finding.key.contains(QStringLiteral("/pair-")) ? QStringLiteral("path")
                                                                              : QStringLiteral("primary");
        const std::map<QString, QString> places{{"ms", part + "/rtt"},
                                                {"hop", part + "/hops.hops"},
                                                {"gbps", finding.check == u"overload" ? "load/load" : "capacity/least"},
                                                {"routes", "routes/routes"},
                                                {"eflops", "compute/total"},
                                                {"pflops", "compute/total"},
                                                {"pue", "energy_inputs/pue"}};
        const auto place = places.find(finding.unit);
        if (!finding.value || place == places.end())
            continue;
        const auto said = explained(explainFinding(*mAssessment, finding), place->second);
        QVERIFY2(said && *said == *finding.value, qPrintable(finding.key));
        ++walked[finding.unit];
    }
    for (const char* unit : {"ms", "hop", "gbps", "routes", "eflops", "pue"})
        QVERIFY2(walked[QLatin1String(unit)] > 0, unit);
}

void TestExplain::singlePointsOfFailure() {
    const Finding* finding = findingNamed(*mAssessment, QStringLiteral("Q18/plan/weak-points"));
    QVERIFY(finding && !finding->evidence.empty());
    const Explanation out = explainFinding(*mAssessment, *finding);
    QCOMPARE(*explained(out, QStringLiteral("weak_points/bridges")) +
                 *explained(out, QStringLiteral("weak_points/articulation")),
             double(finding->evidence.size()));
    for (const char* section : {"bridges", "articulation"})
        if (const ExplanationSection* list = out.section(QString::fromLatin1(section)))
            for (const ExplanationRow& row : list->rows)
                QVERIFY2(*row.value(u"cut_off")->number >= 1, qPrintable(row.label));
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
