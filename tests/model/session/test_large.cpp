// SPDX-License-Identifier: GPL-3.0-or-later
#include "corridorplan.h"
#include "model/edit/document.h"
#include "model/session/partial.h"
#include "model/session/previewer.h"

#include <QtTest>

using namespace corridor;
using corridor::test::PlanMaker;

namespace {

constexpr int kSide = 12;
constexpr int kWaitMs = 60000;

std::string at(int row, int column) {
    return QStringLiteral("n%1x%2").arg(row).arg(column).toStdString();
}

// A grid of nodes 0.1° apart, spans between neighbours and a service from every fourth node or so to others.
Plan gridPlan(int services) {
    PlanMaker make;
    for (int r = 0; r < kSide; ++r)
        for (int c = 0; c < kSide; ++c)
            make.junction(at(r, c), 113.0 + 0.1 * c, 39.0 + 0.1 * r);
    for (int r = 0; r < kSide; ++r)
        for (int c = 0; c < kSide; ++c) {
            if (c + 1 < kSide)
                make.span(QStringLiteral("h%1x%2").arg(r).arg(c).toStdString(), at(r, c), at(r, c + 1),
                          1.0 + 0.01 * ((r * 7 + c * 3) % 10));
            if (r + 1 < kSide)
                make.span(QStringLiteral("v%1x%2").arg(r).arg(c).toStdString(), at(r, c), at(r + 1, c),
                          1.0 + 0.01 * ((r * 5 + c * 11) % 10));
        }
    for (int i = 0; i < services; ++i)
        make.service(QStringLiteral("S%1").arg(i).toStdString(), at(i % kSide, (i / kSide) % kSide),
                     at((i * 5 + 3) % kSide, (i * 7 + 1 + i / 60) % kSide));
    return make.plan();
}

ChangeSet movedNode(const Plan& plan, const std::string& code, double byLon) {
    const EntityId id = PlanMaker::id(code);
    ChangeBuilder builder(plan, Plan::baseScenario());
    Junction junction = *plan.base().find<Junction>(id);
    junction.position.lon += byLon;
    builder.put(junction);
    plan.base().table<Span>().forEach([&](const auto& row) {
        if (row->from != id && row->to != id)
            return;
        Span span = *row;
        (span.from == id ? span.line.front() : span.line.back()) = junction.position;
        builder.put(span);
    });
    return builder.take();
}

} // namespace

// Plans beyond corridor size: previews hold their paths, and an edit is answered for what it touches first.
class TestLarge : public QObject {
    Q_OBJECT
private slots:
    void previewsHoldPaths() {
        Document document;
        document.reset(gridPlan(static_cast<int>(kLiveServices) + 50));
        Session session(document);
        QVERIFY(session.waitForResults(kWaitMs));
        const auto base = session.assessment();
        for (const double by : {0.01, 0.04, -0.03}) {
            const ChangeSet step = movedNode(document.plan(), at(5, 5), by);
            const Session::Preview preview = session.preview(step);
            QVERIFY(preview.pathsHeld);
            QVERIFY(!preview.routes.empty());
            const LatencyInput after = latencyInput(document.plan().with(step).base(), session.year());
            for (const ServiceRoute& route : preview.routes) {
                const RoutedPath& old = base->route(route.service)->primary;
                QVERIFY(route.primary.spans == old.spans);
                const RoutedPath measured = measurePath(after, old.nodes.front(), old.nodes.back(), old.spans);
                QCOMPARE(route.primary.rtt.totalMs, measured.rtt.totalMs);
                QCOMPARE(route.primary.rtt.floorMs, measured.rtt.floorMs);
            }
        }
        // What one step patched must not stay for the next.
        const Session::Preview elsewhere = session.preview(movedNode(document.plan(), at(0, 11), 0.0001));
        for (const ServiceRoute& route : elsewhere.routes) {
            const auto touches = [&](EntityId id) { return id == PlanMaker::id(at(5, 5)); };
            const RoutedPath& old = base->route(route.service)->primary;
            if (std::any_of(old.nodes.begin(), old.nodes.end(), touches))
                QVERIFY(std::abs(route.primary.rtt.totalMs - old.rtt.totalMs) < 1e-4);
        }
    }

    void touchedServicesComeFirst() {
        const Plan before = gridPlan(static_cast<int>(kPartialFromServices) + 100);
        const auto whole = assess(before, Plan::baseScenario(), 2027, 1);
        QVERIFY(whole->routes.size() > kPartialFromServices);
        const Plan after = before.with(movedNode(before, at(2, 9), 0.03));
        const std::set<EntityId> touched = touchedServices(*whole, after.base());
        QVERIFY(!touched.empty() && touched.size() * 2 < whole->routes.size());
        const auto first = assessTouched(after, *whole, 2, {});
        QVERIFY(first && first->partial);
        QCOMPARE(first->revision, quint64(2));
        QCOMPARE(first->routes.size(), whole->routes.size());
        const auto final = assess(after, Plan::baseScenario(), 2027, 2, {false, {}, first.get()});
        const auto fresh = assess(after, Plan::baseScenario(), 2027, 2);
        QVERIFY(!final->partial);
        for (const ServiceRoute& route : fresh->routes) {
            QCOMPARE(final->route(route.service)->primary.rtt.totalMs, route.primary.rtt.totalMs);
            const ServiceRoute* early = first->route(route.service);
            if (touched.contains(route.service))
                QCOMPARE(early->primary.rtt.totalMs, route.primary.rtt.totalMs);
            else
                QCOMPARE(early->primary.rtt.totalMs, whole->route(route.service)->primary.rtt.totalMs);
        }
        QVERIFY2(!assessTouched(before, *whole, 3, {}), "nothing changed: nothing to gain");
    }

    void aSessionEndsWithTheWholeAnswer() {
        Document document;
        document.reset(gridPlan(static_cast<int>(kPartialFromServices) + 100));
        Session session(document);
        QVERIFY(session.waitForResults(kWaitMs));
        QVERIFY(document.push(movedNode(document.plan(), at(2, 9), 0.03), QStringLiteral("move")));
        QVERIFY(session.waitForResults(kWaitMs));
        QVERIFY(!session.assessment()->partial);
        QCOMPARE(session.assessment()->revision, document.revision());
        QCOMPARE(session.assessment()->runs.size(), std::size_t(4));
    }
};

QTEST_GUILESS_MAIN(TestLarge)
#include "test_large.moc"
