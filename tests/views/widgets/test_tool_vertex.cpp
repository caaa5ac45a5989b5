// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvasfixture.h"
#include "model/geo/geodesic.h"

using namespace corridor;
using namespace corridor::test;

class TestToolVertex : public QObject {
    Q_OBJECT
    std::unique_ptr<CanvasFixture> f;

    const Line& line() const { return f->get<Span>("S-WM").line; }
    QPoint vertexPixel() const { return f->pixel(line()[1]); }
    QPoint middleOf(std::size_t segment) const {
        const QPointF a = f->canvas.viewport().pixelOf(line()[segment]);
        const QPointF b = f->canvas.viewport().pixelOf(line()[segment + 1]);
        return ((a + b) / 2).toPoint();
    }

private Q_SLOTS:
    void init() {
        f = std::make_unique<CanvasFixture>();
        QVERIFY(f->isReady());
        f->selection.set({f->id("S-WM")});
        QVERIFY(f->canvas.setTool(QStringLiteral("vertex")));
    }
    void cleanup() { f.reset(); }

    void dragsAVertexInOneStep() {
        const QPoint to = vertexPixel() + QPoint(20, -70);
        f->drag(vertexPixel(), to);
        QCOMPARE(f->steps(), 1);
        QCOMPARE(line().size(), std::size_t(3));
        QCOMPARE(vertexPixel(), to);
        QCOMPARE(line().front(), (LonLat{112.0, 40.5}));
        QCOMPARE(line().back(), (LonLat{113.5, 40.6}));
        f->document.undoStack()->undo();
        QCOMPARE(line()[1], (LonLat{112.75, 40.70}));
    }

    void previewsTheRoundTripAndWhereTheVertexMayStand() {
        f->press(vertexPixel());
        f->dragTo(vertexPixel(), vertexPixel() + QPoint(0, -60));
        const auto preview = f->canvas.preview();
        QVERIFY(preview && preview->main());
        QVERIFY(preview->main()->path.rtt.totalMs > *preview->main()->beforeMs);
        const auto area = feasibleArea(*preview, f->document.entities(), preview->result.plan.base(), std::nullopt);
        QVERIFY(area);
        QVERIFY(!area->outline.empty());
        // On the edge of the area the limit is just met.
        Line edge = line();
        edge[1] = area->outline[10];
        ChangeBuilder changes(f->document.plan(), f->document.scenario());
        Span span = f->get<Span>("S-WM");
        span.line = edge;
        changes.put(span);
        const Session::Preview there = f->session.preview(changes.take());
        QCOMPARE(there.routes.size(), std::size_t(1));
        QVERIFY(std::abs(there.routes[0].primary.rtt.totalMs - 2.9) < 1e-6);
        f->key(Qt::Key_Escape);
    }

    void dragBackToTheStartIsNoStep() {
        const QPoint from = vertexPixel();
        f->press(from);
        f->dragTo(from, from + QPoint(60, 30));
        f->dragTo(from + QPoint(60, 30), from);
        f->release(from);
        QCOMPARE(f->steps(), 0);
        QCOMPARE(line()[1], (LonLat{112.75, 40.70}));
    }

    void clickOnAMiddleInsertsThere() {
        f->click(middleOf(0));
        QCOMPARE(f->steps(), 1);
        QCOMPARE(line().size(), std::size_t(4));
        QCOMPARE(line()[1], (Geodesic::cgcs2000().interpolate({112.0, 40.5}, {112.75, 40.70}, 0.5)));
    }

    void draggingAMiddleInsertsAndMoves() {
        const QPoint to = middleOf(1) + QPoint(10, 50);
        f->drag(middleOf(1), to);
        QCOMPARE(f->steps(), 1);
        QCOMPARE(line().size(), std::size_t(4));
        QCOMPARE(f->pixel(line()[2]), to);
    }

    void aClickOnTheBareLineDoesNothing() {
        const QPointF a = f->canvas.viewport().pixelOf(line()[0]);
        const QPointF b = f->canvas.viewport().pixelOf(line()[1]);
        const QPoint quarter = (a + (b - a) * 0.25).toPoint();
        f->click(quarter);
        QCOMPARE(f->steps(), 0);
        f->drag(quarter, quarter + QPoint(0, 40)); // pulling it adds a vertex
        QCOMPARE(f->steps(), 1);
        QCOMPARE(line().size(), std::size_t(4));
    }

    void rightClickAndDeleteRemove() {
        f->click(vertexPixel(), {}, Qt::RightButton);
        QCOMPARE(f->steps(), 1);
        QCOMPARE(line().size(), std::size_t(2));
        f->document.undoStack()->undo();
        f->moveTo(vertexPixel());
        f->key(Qt::Key_Delete);
        QCOMPARE(line().size(), std::size_t(2));
    }

    void aBoxChoosesVerticesThatMoveTogether() {
        const Plan before = f->document.plan();
        f->click(middleOf(0));
        f->click(middleOf(2)); // now three between the ends
        QCOMPARE(line().size(), std::size_t(5));
        const int steps = f->steps();
        const QPoint first = f->pixel(line()[1]), second = f->pixel(line()[2]), third = f->pixel(line()[3]);
        f->drag(first + QPoint(-20, 60), second + QPoint(20, -40)); // around the first two
        const QPoint shift(10, -50);
        f->drag(second, second + shift);
        QCOMPARE(f->steps(), steps + 1);
        QCOMPARE(f->pixel(line()[1]), first + shift);
        QCOMPARE(f->pixel(line()[2]), second + shift);
        QCOMPARE(f->pixel(line()[3]), third);
        f->document.undoStack()->setIndex(0);
        QVERIFY(Plan::sameContent(before, f->document.plan()));
    }

    void chosenVerticesAreRemovedInOneStep() {
        f->click(middleOf(0));
        f->click(middleOf(2));
        const int steps = f->steps();
        f->click(f->pixel(line()[1]), Qt::ShiftModifier);
        f->click(f->pixel(line()[3]), Qt::ControlModifier);
        f->click(f->pixel(line()[2]), Qt::ShiftModifier);
        f->click(f->pixel(line()[2]), Qt::ControlModifier); // out again
        QVERIFY(f->canvas.tool()->hint().startsWith(QStringLiteral("2 ")));
        f->moveTo(f->pixel({112.5, 40.0}));
        f->key(Qt::Key_Delete);
        QCOMPARE(f->steps(), steps + 1);
        QCOMPARE(line(), (Line{{112.0, 40.5}, {112.75, 40.70}, {113.5, 40.6}}));
        f->document.undoStack()->undo();
        QCOMPARE(line().size(), std::size_t(5));
    }

    void controlAChoosesAllAndEscapeLetsGo() {
        f->click(middleOf(0));
        const int steps = f->steps();
        QTest::keyClick(&f->canvas, Qt::Key_A, Qt::ControlModifier);
        QVERIFY(f->canvas.tool()->hint().startsWith(QStringLiteral("2 ")));
        f->key(Qt::Key_Escape);
        QVERIFY(!f->canvas.tool()->hint().startsWith(QStringLiteral("2 ")));
        QCOMPARE(f->canvas.tool()->id(), QStringLiteral("vertex"));
        f->moveTo(f->pixel({112.5, 40.0}));
        f->key(Qt::Key_Delete); // none is chosen
        QCOMPARE(f->steps(), steps);
    }

    void hiddenSpansKeepTheirVertices() {
        LayerVisibility layers;
        layers.spans = false;
        f->canvas.setLayers(layers);
        f->drag(vertexPixel(), vertexPixel() + QPoint(20, -70));
        QCOMPARE(f->steps(), 0);
    }

    void deleteBesideAVertexDoesNotTakeTheSpan() {
        QSignalSpy notices(&f->canvas, &MapCanvas::notified);
        f->moveTo(f->pixel({112.5, 40.0}));
        f->key(Qt::Key_Delete);
        QCOMPARE(f->steps(), 0);
        QCOMPARE(notices.count(), 1);
    }

    void endsStay() {
        const QPoint end = f->pixel(line().front());
        f->drag(end, end + QPoint(40, 40));
        f->click(end, {}, Qt::RightButton);
        QCOMPARE(f->steps(), 0);
    }

    void escapeCostsNothing() {
        const quint64 revision = f->document.revision();
        f->press(vertexPixel());
        f->dragTo(vertexPixel(), vertexPixel() + QPoint(30, 30));
        QVERIFY(f->canvas.preview());
        f->key(Qt::Key_Escape);
        QVERIFY(!f->canvas.preview());
        f->release(vertexPixel() + QPoint(30, 30));
        QCOMPARE(f->document.revision(), revision);
    }

    void clickingAnotherSpanEditsThatOne() {
        f->click(f->pixel({114.25, 40.5}));
        QCOMPARE(f->selection.single(), f->id("S-ME"));
    }

    void snapsToANode() {
        f->drag(vertexPixel(), f->pixelOf("FREE") + QPoint(6, -5));
        QCOMPARE(line()[1], (LonLat{113.2, 40.0}));
    }

    void readOnlyPlansKeepTheirVertices() {
        f->document.setReadOnly(true); // the canvas leaves the tool
        QCOMPARE(f->canvas.tool()->id(), QStringLiteral("select"));
        f->drag(vertexPixel(), vertexPixel() + QPoint(0, 50));
        QCOMPARE(line()[1], (LonLat{112.75, 40.70}));
    }
};

QTEST_MAIN(TestToolVertex)
#include "test_tool_vertex.moc"
