// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvasfixture.h"
#include "model/geo/geodesic.h"

using namespace corridor;
using namespace corridor::test;

/// Where a dragged point may stand: seen on the canvas while a vertex, a node and a new span follow the mouse.
class TestFeasibleArea : public QObject {
    Q_OBJECT
    std::unique_ptr<CanvasFixture> f;

    static double sumKm(const FeasibleArea& area, const LonLat& place) {
        const Geodesic& earth = Geodesic::cgcs2000();
        return (earth.distance(area.focus1, place) + earth.distance(area.focus2, place)) / 1000;
    }
    LonLat position(const char* node) const { return *nodePosition(f->document.entities(), f->id(node)); }

    void limit(const char* service, double ms) {
        QVERIFY(f->editor.setField({f->id(service)}, u"rtt_limit_ms", Value(ms)).ok());
        f->settle();
    }

    void editVertices() {
        f->selection.set({f->id("S-WM")});
        QVERIFY(f->canvas.setTool(QStringLiteral("vertex")));
    }
    /// Of the round trip from WEST to EAST with a new span over the vertices given.
    double roundTripOver(const Line& line) {
        ChangeBuilder changes(f->document.plan(), f->document.scenario());
        Span span = f->canvas.spanPrototype();
        span.id = f->id("NEW");
        span.from = f->id("WEST");
        span.to = f->id("EAST");
        span.line = line;
        span.sinuosity = 1.0;
        changes.put(span);
        const Session::Preview there = f->session.preview(changes.take());
        return there.routes.empty() ? 0 : there.routes[0].primary.rtt.totalMs;
    }

private Q_SLOTS:
    void init() {
        f = std::make_unique<CanvasFixture>();
        QVERIFY(f->isReady());
    }
    void cleanup() { f.reset(); }

    void aVertexHasOneThatStaysWhileItMoves() {
        editVertices();
        const QPoint from = f->pixel({112.75, 40.70});
        f->press(from);
        f->dragTo(from, from + QPoint(0, -40));
        QVERIFY(f->canvas.feasibleArea());
        const FeasibleArea first = *f->canvas.feasibleArea();
        QVERIFY(!first.outline.empty());
        QCOMPARE(first.focus1, position("WEST"));
        QCOMPARE(first.focus2, position("MID"));
        QVERIFY(first.serviceName.isEmpty());
        f->dragTo(from + QPoint(0, -40), from + QPoint(30, -280)); // far out
        QVERIFY(f->canvas.preview()->main()->verdict == Verdict::Broken);
        QVERIFY2(f->canvas.feasibleArea(), "there is no other way: outside, the limit is broken for certain");
        QVERIFY(f->canvas.feasibleArea()->outline == first.outline);
        f->key(Qt::Key_Escape);
        QVERIFY(!f->canvas.feasibleArea());
    }

    void aPlaceInTheMiddleOfASegmentHasOne() {
        editVertices();
        const QPoint from =
            (f->canvas.viewport().pixelOf({112.0, 40.5}) + f->canvas.viewport().pixelOf({112.75, 40.7})).toPoint() / 2;
        f->press(from);
        f->dragTo(from, from + QPoint(0, -30));
        QVERIFY(f->canvas.feasibleArea());
        QCOMPARE(f->canvas.feasibleArea()->focus2, (LonLat{112.75, 40.70}));
        f->key(Qt::Key_Escape);
    }

    // It belongs to the path that the vertex moves, not to the one that happens to be worst.
    void aServiceThatIsOverAnywayLeavesItToTheNext() {
        Service other;
        PlanMaker::name(other, "YW-2");
        other.from = f->id("WEST");
        other.to = f->id("MID");
        other.rttLimitMs = 0.5; // no line could keep it
        ChangeBuilder changes(f->document.plan(), f->document.scenario());
        changes.put(other);
        QVERIFY(f->document.push(changes.take(), QStringLiteral("Add")));
        f->settle();
        editVertices();
        const QPoint from = f->pixel({112.75, 40.70});
        f->press(from);
        f->dragTo(from, from + QPoint(0, -40));
        QCOMPARE(f->canvas.preview()->main()->service, f->id("YW-2"));
        QVERIFY(f->canvas.feasibleArea());
        QCOMPARE(f->canvas.feasibleArea()->limitMs, 2.9);
        QVERIFY(!f->canvas.feasibleArea()->serviceName.isEmpty());
        f->key(Qt::Key_Escape);
    }

    void whereAnotherWayKeepsTheLimitNothingIsCertain() {
        Span direct = f->get<Span>("S-WM"); // beside the one that is dragged, a little longer
        direct.id = f->id("S-WM2");
        direct.code = QStringLiteral("S-WM2");
        direct.line[1] = {112.75, 40.74};
        ChangeBuilder changes(f->document.plan(), f->document.scenario());
        changes.put(direct);
        QVERIFY(f->document.push(changes.take(), QStringLiteral("Add")));
        f->settle();
        editVertices();
        const QPoint from = f->pixel({112.75, 40.70});
        f->press(from);
        f->dragTo(from, from + QPoint(30, -280));
        QVERIFY(f->canvas.preview()->main()->verdict == Verdict::Met);
        QVERIFY(!f->canvas.feasibleArea());
        f->key(Qt::Key_Escape);
    }

    void aNodeHasOneAboutItsNeighbours() {
        const QPoint from = f->pixelOf("MID");
        f->press(from);
        f->dragTo(from, from + QPoint(10, -30));
        QVERIFY(f->canvas.feasibleArea());
        QCOMPARE(f->canvas.feasibleArea()->focus1, (LonLat{112.75, 40.70}));
        QCOMPARE(f->canvas.feasibleArea()->focus2, position("EAST"));
        f->key(Qt::Key_Escape);
    }

    void theEndOfAServiceHasACircle() {
        const QPoint from = f->pixelOf("EAST");
        f->press(from);
        f->dragTo(from, from + QPoint(-10, -30));
        QVERIFY(f->canvas.feasibleArea());
        QCOMPARE(f->canvas.feasibleArea()->focus1, f->canvas.feasibleArea()->focus2);
        QCOMPARE(f->canvas.feasibleArea()->focus1, position("MID"));
        f->key(Qt::Key_Escape);
    }

    // Drawn for a service over its limit: from beyond the area even the straight way on is too long.
    void aDrawnSpanHasOneAboutItsLastVertexAndTheFarEnd() {
        limit("YW-1", 2.62);
        f->canvas.setTool(QStringLiteral("draw-span"));
        f->click(f->pixelOf("WEST"));
        f->moveTo(f->pixel({113.0, 40.6}));
        QVERIFY(f->canvas.feasibleArea());
        const FeasibleArea area = *f->canvas.feasibleArea();
        QVERIFY(!area.outline.empty());
        QCOMPARE(area.focus1, position("WEST"));
        QCOMPARE(area.focus2, position("EAST"));
        for (const std::size_t i : {std::size_t(10), std::size_t(40)}) {
            const LonLat edge = area.outline[i];
            const LonLat out{edge.lon, edge.lat + (edge.lat > 40.45 ? 0.15 : -0.15)};
            QVERIFY(sumKm(area, out) > area.sumKm);
            const double ms = roundTripOver({position("WEST"), out, position("EAST")});
            QVERIFY2(ms == 0 || ms > 2.62, qPrintable(QString::number(ms)));
        }
        // The next vertex: less is left.
        f->click(f->pixel({113.0, 40.6}));
        f->moveTo(f->pixel({113.6, 40.5}));
        QVERIFY(f->canvas.feasibleArea());
        QVERIFY(f->canvas.feasibleArea()->sumKm < area.sumKm);
        f->key(Qt::Key_Escape);
        QVERIFY(!f->canvas.feasibleArea());
    }

    void aServiceThatKeepsItsLimitNeedsNoNewSpan() {
        f->canvas.setTool(QStringLiteral("draw-span"));
        f->click(f->pixelOf("WEST"));
        f->moveTo(f->pixel({113.0, 40.6}));
        QVERIFY(f->canvas.preview());
        QVERIFY(!f->canvas.feasibleArea());
        f->key(Qt::Key_Escape);
    }

    void itIsPaintedWithItsLabel() {
        editVertices();
        const QPoint from = f->pixel({112.75, 40.70});
        f->press(from);
        f->dragTo(from, from + QPoint(0, -40));
        const QColor edge = tokenColor(Token::Met, Theme::Light);
        const QImage image = f->canvas.grab().toImage();
        int found = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                found += image.pixelColor(x, y) == edge;
        QVERIFY2(found > 20, qPrintable(QString::number(found)));
        f->key(Qt::Key_Escape);
    }
};

QTEST_MAIN(TestFeasibleArea)
#include "test_feasiblearea.moc"
