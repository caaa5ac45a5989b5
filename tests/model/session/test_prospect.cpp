// SPDX-License-Identifier: GPL-3.0-or-later
#include "corridorplan.h"
#include "model/edit/document.h"
#include "model/session/newplan.h"
#include "model/session/prospect.h"

#include <QtTest>

using namespace corridor;
using corridor::test::PlanMaker;

namespace {

constexpr int kWaitMs = 20000;

// Beijing to Huailai over two ways: A (short, held by 1 Gbit/s) and B (a detour).
Plan twoWays(double limitMs) {
    PlanMaker make;
    make.corridorPlaces();
    make.span("A", "BJ-TAM", "ZJK-HL", 1.10);
    make.span("B1", "BJ-TAM", "WP-NK", 1.30);
    make.span("B2", "WP-NK", "ZJK-HL", 1.30);
    Span full = make.spanRow("A", "BJ-TAM", "ZJK-HL", 1.10);
    full.capacityGbps = 1;
    make.put(full);
    Service service;
    PlanMaker::name(service, "S");
    service.from = PlanMaker::id("BJ-TAM");
    service.to = PlanMaker::id("ZJK-HL");
    service.rttLimitMs = limitMs;
    service.gbps = {{2027, 10.0}};
    make.put(service);
    const Plan base = newPlan();
    const Plan objects = make.plan();
    ChangeBuilder builder(base, Plan::baseScenario());
    for (const Kind kind : {Kind::Junction, Kind::Span, Kind::Service})
        objects.base().forEach(kind, [&](const EntityRef& row) { builder.put(kind, row.ptr); });
    return base.with(builder.take());
}

ChangeSet bent(const Document& document, const char* span, LonLat over) {
    Span row = *document.entities().find<Span>(PlanMaker::id(span));
    row.line.insert(row.line.begin() + 1, over);
    ChangeBuilder builder(document.plan(), document.scenario());
    builder.put(row);
    return builder.take();
}

QStringList keysOf(const std::vector<Finding>& findings) {
    QStringList keys;
    for (const Finding& finding : findings)
        keys += finding.key;
    keys.sort();
    return keys;
}

struct Bench {
    explicit Bench(double limitMs) {
        document.reset(twoWays(limitMs));
        session.setYear(2027);
        ready = session.waitForResults(kWaitMs);
    }
    std::shared_ptr<const Prospect> look(const ChangeSet& step) {
        return prospectOf(session.preview(step), step, session.assessment());
    }
    Document document;
    Session session{document};
    bool ready = false;
};

} // namespace

class TestProspect : public QObject {
    Q_OBJECT
private slots:
    // What is shown while the mouse is down is what stands there after the release: every finding, count and load.
    void theProspectIsWhatFollows() {
        Bench b(1.0);
        QVERIFY(b.ready);
        const ChangeSet step = bent(b.document, "A", {116.2, 41.2}); // so long a way round that B is shorter
        const auto prospect = b.look(step);
        QVERIFY(prospect && prospect->after);
        QVERIFY(b.document.push(step, QStringLiteral("Bend")));
        QVERIFY(b.session.waitForResults(kWaitMs));
        const Assessment& result = *b.session.assessment();
        QCOMPARE(keysOf(prospect->after->findings), keysOf(result.findings));
        for (std::size_t i = 0; i < result.findings.size(); ++i) {
            QCOMPARE(prospect->after->findings[i].key, result.findings[i].key);
            QVERIFY(prospect->after->findings[i].verdict == result.findings[i].verdict);
            QCOMPARE(prospect->after->findings[i].value, result.findings[i].value);
        }
        QVERIFY(prospect->counts == result.verdictCounts());
        QCOMPARE(prospect->route(PlanMaker::id("S"))->primary.rtt.totalMs,
                 result.route(PlanMaker::id("S"))->primary.rtt.totalMs);
        for (const SpanLoad& load : result.capacity->spans)
            QCOMPARE(prospect->after->capacity->span(load.span)->loadGbps(), load.loadGbps());
    }

    // The overload of A is gone once the service leads over B; what became worse is told beside what it was.
    void whatChangesGoesAndComesIsTold() {
        Bench b(1.15);
        QVERIFY(b.ready);
        const Assessment& before = *b.session.assessment();
        const QString overload = QStringLiteral("overload/") + PlanMaker::id("A").toString();
        const auto it = std::find_if(before.findings.begin(), before.findings.end(),
                                     [&](const Finding& finding) { return finding.key == overload; });
        QVERIFY2(it != before.findings.end(), "A carries ten times what it can");
        const auto prospect = b.look(bent(b.document, "A", {116.2, 41.2}));
        QVERIFY(prospect->gone.contains(overload));
        QVERIFY(!prospect->now(*it));
        const auto limit = std::find_if(before.findings.begin(), before.findings.end(), [](const Finding& finding) {
            return finding.subject == PlanMaker::id("S") && finding.limit && finding.unit == u"ms";
        });
        QVERIFY(limit != before.findings.end());
        QVERIFY(limit->verdict == Verdict::Met);
        const Finding* now = prospect->now(*limit);
        QVERIFY(now && now != &*limit);
        QVERIFY(now->verdict == Verdict::Broken);
        QVERIFY(*now->value > *limit->value);
        QCOMPARE(prospect->counts[std::size_t(Verdict::Met)], before.verdictCounts()[std::size_t(Verdict::Met)] - 1);
    }

    void aStepThatMovesNothingTellsNothing() {
        Bench b(1.0);
        QVERIFY(b.ready);
        Service row = *b.document.entities().find<Service>(PlanMaker::id("S"));
        row.nameEn = QStringLiteral("Another name");
        ChangeBuilder builder(b.document.plan(), b.document.scenario());
        builder.put(row);
        const auto prospect = b.look(builder.take());
        QVERIFY(prospect->changed.empty() && prospect->gone.empty() && prospect->added.empty());
        QVERIFY(prospect->counts == b.session.assessment()->verdictCounts());
    }

    void withoutResultsThereIsNone() {
        Document document;
        document.reset(twoWays(1));
        Session session(document);
        const ChangeSet step = bent(document, "A", {116.2, 41.2});
        QVERIFY(!prospectOf(session.preview(step), step, nullptr));
    }
};

QTEST_GUILESS_MAIN(TestProspect)
#include "test_prospect.moc"
