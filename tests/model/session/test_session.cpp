// SPDX-License-Identifier: GPL-3.0-or-later
#include "corridorplan.h"
#include "model/edit/document.h"
#include "model/session/dependencies.h"
#include "model/session/newplan.h"
#include "model/session/session.h"

#include <QSignalSpy>
#include <QtTest>

using namespace corridor;
using corridor::test::PlanMaker;

namespace {

constexpr int kWaitMs = 20000;

// Beijing to Horinger by the short route, broken at 5 ms, with the pieces of the Liangcheng short-cut's ends in place.
Plan corridorPlan() {
    const Plan base = newPlan();
    PlanMaker make;
    make.corridorPlaces();
    make.chain("A2",
               {"BJ-TAM", "WP-NK", "WP-BDL", "WP-DHY", "ZJK-HL", "ZJK-XHY", "ZJK-XH", "ZJK-WQ", "ZJK-HA", "WLCB-XHX",
                "WLCB-QQ", "WLCB-ZZ", "WLCB-QXY", "HLGR-NEW"},
               1.10);
    make.chain("S2", {"ZJK-HL", "ZJK-ZL", "ZJK-YY", "DT", "DT-ZY", "SZ-YY", "HLGR", "HLGR-NEW"}, 1.15);
    Service service;
    PlanMaker::name(service, "S");
    service.from = PlanMaker::id("BJ-TAM");
    service.to = PlanMaker::id("HLGR-NEW");
    service.clauses = QStringLiteral("Q13");
    service.protection = Protection::LinkDisjoint;
    make.put(service);
    service.id = PlanMaker::id("near");
    service.code = QStringLiteral("near");
    service.to = PlanMaker::id("ZJK-HL");
    service.clauses.clear();
    make.put(service);
    const Plan objects = make.plan();
    ChangeBuilder builder(base, Plan::baseScenario());
    for (const Kind kind : {Kind::Junction, Kind::Span, Kind::Service})
        objects.base().forEach(kind, [&](const EntityRef& row) { builder.put(kind, row.ptr); });
    return base.with(builder.take());
}

ChangeSet shortcut(const Plan& plan, EntityId scenario) {
    Span span;
    PlanMaker::name(span, "LC");
    span.from = PlanMaker::id("WLCB-QQ");
    span.to = PlanMaker::id("HLGR-NEW");
    span.line = {{113.2053, 40.7821}, {112.4941, 40.5303}, {111.7900, 40.5300}};
    span.status = SpanStatus::Existing;
    span.terrain = Terrain::Mountain;
    span.fibre = QStringLiteral("G.652.D");
    ChangeBuilder builder(plan, scenario);
    builder.put(span);
    return builder.take();
}

ChangeSet edited(const Plan& plan, EntityId span, double sinuosity) {
    Span row = *plan.base().find<Span>(span);
    row.sinuosity = sinuosity;
    ChangeBuilder builder(plan, Plan::baseScenario());
    builder.put(row);
    return builder.take();
}

Verdict q13(const Session& session) {
    return session.assessment()->clause(u"Q13")->verdict;
}

} // namespace

class TestSession : public QObject {
    Q_OBJECT
private slots:
    // The road's job in small: broken, short-cut drawn, kept; undo and redo without computing again.
    void theShortcutFlipsTheVerdict() {
        Document document;
        document.reset(corridorPlan());
        Session session(document);
        QVERIFY(session.waitForResults(kWaitMs));
        QVERIFY(q13(session) == Verdict::Broken);
        const auto before = session.assessment();
        const ServiceRoute* route = before->route(PlanMaker::id("S"));
        QVERIFY2(std::abs(route->primary.rtt.totalMs - 5.158) <= 0.001,
                 qPrintable(QString::number(route->primary.rtt.totalMs)));
        const ChangeSet step = shortcut(document.plan(), document.scenario());
        const Session::Preview preview = session.preview(step);
        QVERIFY(document.push(step, QStringLiteral("Draw span")));
        QVERIFY(session.isStale());
        QVERIFY(session.waitForResults(kWaitMs));
        QVERIFY(!session.isStale());
        QVERIFY2(q13(session) == Verdict::Near, "4.995 ms: kept by less than 1 %");
        const double after = session.assessment()->route(PlanMaker::id("S"))->primary.rtt.totalMs;
        QVERIFY2(std::abs(after - 4.995) <= 0.001, qPrintable(QString::number(after)));
        QVERIFY2(!preview.pathsHeld, "corridor size routes live");
        QCOMPARE(preview.routes.size(), std::size_t(1));
        QCOMPARE(preview.routes.front().primary.rtt.totalMs, after);
        const auto primary = std::find_if(preview.findings.begin(), preview.findings.end(), [](const Finding& finding) {
            return finding.check == u"Q13" && finding.decides;
        });
        QVERIFY(primary != preview.findings.end());
        QVERIFY(primary->verdict == Verdict::Near);

        document.undoStack()->undo();
        QVERIFY2(!session.isStale(), "found again");
        QVERIFY(q13(session) == Verdict::Broken);
        QCOMPARE(session.assessment()->revision, document.revision());
        QCOMPARE(session.assessment()->runs.front().revision, document.revision());
        QVERIFY(session.assessment()->input == before->input);
        document.undoStack()->redo();
        QVERIFY(!session.isStale());
        QVERIFY(q13(session) == Verdict::Near);
    }

    void previewDoesNotTouchTheDocument() {
        Document document;
        document.reset(corridorPlan());
        Session session(document);
        QVERIFY(session.waitForResults(kWaitMs));
        const quint64 revision = document.revision();
        const auto before = session.assessment();
        const Session::Preview preview = session.preview(edited(document.plan(), PlanMaker::id("A2-3"), 1.0));
        QVERIFY(preview.routes.size() == 2);
        QVERIFY(preview.plan.base().find<Span>(PlanMaker::id("A2-3"))->sinuosity == 1.0);
        QCOMPARE(document.revision(), revision);
        QVERIFY(session.assessment() == before && !session.isStale());
        // A step that touches nobody's route affects no service.
        const Session::Preview none = session.preview(edited(document.plan(), PlanMaker::id("S2-5"), 3.0));
        for (const ServiceRoute& route : none.routes)
            QVERIFY(route.service == PlanMaker::id("S"));
    }

    void previewEqualsTheResult() {
        Document document;
        document.reset(corridorPlan());
        Session session(document);
        QVERIFY(session.waitForResults(kWaitMs));
        for (const double sinuosity : {1.0, 1.03, 1.2, 1.9}) {
            const ChangeSet step = edited(document.plan(), PlanMaker::id("A2-9"), sinuosity);
            const Session::Preview preview = session.preview(step);
            const auto fresh = assess(document.plan().with(step), document.scenario(), session.year(), 0);
            for (const ServiceRoute& route : preview.routes) {
                QCOMPARE(route.primary.rtt.totalMs, fresh->route(route.service)->primary.rtt.totalMs);
                QVERIFY(route.backup.spans == fresh->route(route.service)->backup.spans);
            }
        }
    }

    void lateResultsAreDropped() {
        Document document;
        document.reset(corridorPlan());
        Session session(document);
        for (int i = 0; i < 20; ++i)
            QVERIFY(document.push(edited(document.plan(), PlanMaker::id("A2-3"), 1.0 + 0.01 * (i + 1)),
                                  QStringLiteral("edit")));
        QSignalSpy shown(&session, &Session::assessmentChanged);
        QVERIFY(session.waitForResults(kWaitMs));
        QCOMPARE(session.assessment()->revision, document.revision());
        QCoreApplication::processEvents();
        QCOMPARE(session.assessment()->revision, document.revision());
        QCOMPARE(shown.size(), 1);
    }

    void yearAndScenario() {
        Document document;
        document.reset(corridorPlan());
        Session session(document);
        QCOMPARE(session.year(), 2027);
        QVERIFY(session.waitForResults(kWaitMs));
        QSignalSpy years(&session, &Session::yearChanged);
        session.setYear(2025);
        session.setYear(2025);
        QCOMPARE(years.size(), 1);
        QVERIFY(session.waitForResults(kWaitMs));
        QCOMPARE(session.assessment()->year, 2025);
        session.setYear(2027);
        QVERIFY2(!session.isStale(), "known from before");

        Scenario child;
        PlanMaker::name(child, "child");
        child.parent = Plan::baseScenario();
        ChangeBuilder builder(document.plan(), Plan::baseScenario());
        builder.put(child);
        QVERIFY(document.push(builder.take(), QStringLiteral("scenario")));
        document.setScenario(child.id);
        QVERIFY(document.push(shortcut(document.plan(), child.id), QStringLiteral("draw")));
        QVERIFY(session.waitForResults(kWaitMs));
        QVERIFY(q13(session) == Verdict::Near);
        document.setScenario(Plan::baseScenario());
        QVERIFY(session.waitForResults(kWaitMs));
        QVERIFY(q13(session) == Verdict::Broken);
    }

    void signalsWithoutWaiting() {
        Document document;
        document.reset(corridorPlan());
        Session session(document);
        QSignalSpy shown(&session, &Session::assessmentChanged);
        QSignalSpy stale(&session, &Session::staleChanged);
        QVERIFY(shown.wait(kWaitMs));
        QVERIFY(session.assessment() && !session.isStale());
        QCOMPARE(stale.size(), 1);
        shown.clear();
        session.setYear(session.year() + 1);
        QVERIFY(session.isStale());
        QVERIFY(shown.wait(kWaitMs));
        QVERIFY(!session.isStale());
        QVERIFY2(stale.size() == 1 || stale.size() == 3,
                 "quick results are not said to be out of date; slow ones come back");
        document.reset(Plan());
        QVERIFY2(!session.assessment(), "another plan: nothing is known of it");
        QVERIFY(session.waitForResults(kWaitMs));
        QVERIFY(session.assessment()->routes.empty());
    }

    void namesChangeTheSentencesOnly() {
        Document document;
        document.reset(corridorPlan());
        Session session(document);
        QVERIFY(session.waitForResults(kWaitMs));
        const auto zh = session.assessment();
        session.setEnglish(true);
        QVERIFY(session.waitForResults(kWaitMs));
        const auto en = session.assessment();
        QVERIFY(zh->findings.front().titleText != en->findings.front().titleText);
        for (std::size_t i = 0; i < zh->runs.size(); ++i) {
            QCOMPARE(zh->runs[i].inputHash, en->runs[i].inputHash);
            QVERIFY(zh->runs[i].tables == en->runs[i].tables);
        }
    }

    void dependencyTable() {
        QVERIFY(resultsOfField(Kind::Span, QLatin1String("sinuosity")) == kAllResults);
        QVERIFY(resultsOfField(Kind::Span, QLatin1String("name")) == kFindings);
        QVERIFY(resultsOfField(Kind::Service, QLatin1String("rtt_limit_ms")) == (kClauses | kFindings));
        QVERIFY(resultsOfSetting(u"lay_factor") == kAllResults);
        QVERIFY(resultsOfSetting(u"title") == kFindings);
        const Plan plan = corridorPlan();
        QVERIFY(staleBetween(plan.base(), plan.base()) == kNoResults);
        QVERIFY(staleBetween(plan.base(), plan.with(edited(plan, PlanMaker::id("A2-3"), 1.01)).base()) == kAllResults);
        // Every name in the table is a real field: an edit of it must not be missed after a renaming.
        for (const auto& [kind, field] : {std::pair(Kind::Span, "measured_fibre_km"),
                                          {Kind::Site, "province"},
                                          {Kind::Junction, "role"},
                                          {Kind::RiskGroup, "members"},
                                          {Kind::Service, "pinned_backup"},
                                          {Kind::Provenance, "low"},
                                          {Kind::FibreType, "group_index"},
                                          {Kind::EquipmentType, "round_trip_delay_us"},
                                          {Kind::Declaration, "state"},
                                          {Kind::RulePack, "json"}})
            QVERIFY2(schemaOf(kind).field(QString::fromLatin1(field)), field);
    }

    void hashFollowsWhatIsRead() {
        const Plan plan = corridorPlan();
        const QByteArray hash = inputHash(plan.base(), 2027, "v");
        QCOMPARE(hash.size(), 32);
        QCOMPARE(inputHash(corridorPlan().base(), 2027, "v"), hash);
        QVERIFY(inputHash(plan.base(), 2026, "v") != hash);
        QVERIFY(inputHash(plan.base(), 2027, "w") != hash);
        QVERIFY(inputHash(plan.with(edited(plan, PlanMaker::id("A2-3"), 1.01)).base(), 2027, "v") != hash);
        Span named = *plan.base().find<Span>(PlanMaker::id("A2-3"));
        named.name = QStringLiteral("other");
        named.pairsDark = 12;
        ChangeBuilder builder(plan, Plan::baseScenario());
        builder.put(named);
        QCOMPARE(inputHash(plan.with(builder.take()).base(), 2027, "v"), hash);
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "test_session.moc"
