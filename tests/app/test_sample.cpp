// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/editor.h"
#include "model/exchange/source.h"
#include "model/plan/settings.h"
#include "model/session/assessment.h"
#include "model/store/planfile.h"

#include <QTest>

#include <map>

using namespace corridor;

// The compiled sample plan against resources/sample/expected_rtt.csv, which another program computed with other
// libraries.
class TestSample : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void holdsWhatIsPromised();
    void routesAsExpected_data();
    void routesAsExpected();
    void theGestureMendsTheRoute();

private:
    Plan afterGesture() const;

    Plan mBase;
    std::map<std::pair<int, QString>, std::shared_ptr<const Assessment>> mAssessments;
};

namespace {

constexpr Kind kNodes[] = {Kind::Site, Kind::Junction};
constexpr Kind kServices[] = {Kind::Service};

QStringList codesOf(const EntitySet& entities, const std::vector<EntityId>& ids) {
    QStringList codes;
    for (const EntityId id : ids)
        codes += entities.find(id)->code;
    return codes;
}

// The expected figures hold to the last of their six digits.
constexpr double kToleranceMs = 1e-6;

} // namespace

void TestSample::initTestCase() {
    OpenOptions options;
    options.readOnly = true;
    const auto file = PlanFile::open(QStringLiteral(CORRIDOR_SAMPLE), options);
    QCOMPARE(file->report().notes.size(), std::size_t(0));
    mBase = file->plan();
}

void TestSample::holdsWhatIsPromised() {
    const EntitySet& entities = mBase.base();
    QVERIFY(entities.count(Kind::Site) >= 30);
    QVERIFY(entities.count(Kind::Span) >= 60);
    QVERIFY(entities.count(Kind::RiskGroup) >= 1);
    QVERIFY(entities.count(Kind::Junction) >= 1);
    QCOMPARE(settingsOf(entities).year, 2027);
    QVERIFY(settingsOf(entities).referencePoint);
    entities.table<Span>().forEach([](const auto& span) { QVERIFY2(span->schematic, qPrintable(span->code)); });
}

// The span that the planner draws: Qahar Right Front Banner – Liangcheng – Horinger New Area.
Plan TestSample::afterGesture() const {
    Document document;
    document.reset(mBase);
    const EntitySet& entities = mBase.base();
    Span prototype;
    prototype.status = SpanStatus::Planned;
    prototype.inDate = {2027, 0, 0};
    prototype.terrain = Terrain::Mountain;
    prototype.sinuosity = 1.10;
    prototype.layFactor = 1.025;
    prototype.fibre = QStringLiteral("G.652.D");
    const LonLat via = *nodePosition(entities, findByName(entities, kNodes, u"WLCB-LC")->id);
    const EditResult done =
        Editor(document).addSpan({findByName(entities, kNodes, u"WLCB-QQ")->id, {}, {}},
                                 {findByName(entities, kNodes, u"HLGR-NEW")->id, {}, {}}, {via}, prototype);
    if (!done.ok())
        qFatal("the span of the gesture was refused: %s", qPrintable(done.refusal->title.english()));
    return document.plan();
}

void TestSample::routesAsExpected_data() {
    QTest::addColumn<QString>("service");
    QTest::addColumn<int>("year");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QStringList>("figures");
    const SourceTable table = readCsvFile(QStringLiteral(CORRIDOR_SOURCE_DIR "/resources/sample/expected_rtt.csv"), {});
    QCOMPARE(table.columns.size(), 7);
    for (const SourceRow& row : table.rows)
        QTest::addRow("%s %s %s", qPrintable(row.cells[0]), qPrintable(row.cells[1]), qPrintable(row.cells[2]))
            << row.cells[0] << row.cells[1].toInt() << row.cells[2] << row.cells.mid(3);
}

void TestSample::routesAsExpected() {
    QFETCH(QString, service);
    QFETCH(int, year);
    QFETCH(QString, state);
    QFETCH(QStringList, figures);
    auto& assessment = mAssessments[{year, state}];
    if (!assessment)
        assessment = assess(state == u"base" ? mBase : afterGesture(), Plan::baseScenario(), year, 0);
    const EntitySet& entities = assessment->input->entities;
    const ServiceRoute* route = assessment->route(findByName(entities, kServices, service)->id);
    for (const bool backup : {false, true}) {
        const QString rtt = figures[backup ? 2 : 0];
        const RoutedPath* path = route ? &route->path(backup) : nullptr;
        QCOMPARE(path && path->exists, !rtt.isEmpty());
        if (rtt.isEmpty())
            continue;
        QStringList expected = figures[backup ? 3 : 1].split(u' '), found = codesOf(entities, path->spans);
        if (state != u"base")
            for (QString& code : found)
                code =
                    code.startsWith(QStringLiteral("GD-0")) ? QStringLiteral("NEW") : code; // handed out by the editor
        QCOMPARE(found.join(u' '), expected.join(u' '));
        QVERIFY2(std::abs(path->rtt.totalMs - rtt.toDouble()) <= kToleranceMs,
                 qPrintable(QStringLiteral("%1 ms, expected %2 (%3 hops)")
                                .arg(path->rtt.totalMs, 0, 'f', 6)
                                .arg(rtt)
                                .arg(path->hops)));
    }
}

void TestSample::theGestureMendsTheRoute() {
    const auto before = assess(mBase, Plan::baseScenario(), 2027, 0),
               after = assess(afterGesture(), Plan::baseScenario(), 2027, 0);
    const EntityId service = findByName(mBase.base(), kServices, u"YW-1301")->id;
    QVERIFY(std::abs(before->route(service)->primary.rtt.totalMs - 5.087) < 5e-4);
    QVERIFY(std::abs(after->route(service)->primary.rtt.totalMs - 4.924) < 5e-4);
    QCOMPARE(before->clause(u"Q13")->verdict, Verdict::Broken);
    QVERIFY(after->clause(u"Q13")->verdict == Verdict::Met || after->clause(u"Q13")->verdict == Verdict::Near);
}

QTEST_GUILESS_MAIN(TestSample)
#include "test_sample.moc"
