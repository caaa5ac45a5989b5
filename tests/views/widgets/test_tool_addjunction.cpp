// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvasfixture.h"

using namespace corridor;
using namespace corridor::test;

class TestToolAddJunction : public QObject {
    Q_OBJECT
    std::unique_ptr<CanvasFixture> f;

    QPoint onLine(double fraction) const { // of the second segment of S-WM
        const QPointF a = f->canvas.viewport().pixelOf({112.75, 40.70});
        const QPointF b = f->canvas.viewport().pixelOf({113.5, 40.6});
        return (a + (b - a) * fraction).toPoint();
    }

private Q_SLOTS:
    void init() {
        f = std::make_unique<CanvasFixture>();
        QVERIFY(f->isReady());
        QVERIFY(f->canvas.setTool(QStringLiteral("add-junction")));
        Junction next;
        next.role = JunctionRole::Roadm;
        next.name = QStringLiteral("Test hut");
        f->canvas.setJunctionPrototype(next);
    }
    void cleanup() { f.reset(); }

    void onFreeGroundItStandsFree() {
        const Plan before = f->document.plan();
        const QPoint at = f->pixel({113.9, 40.1});
        f->click(at);
        QCOMPARE(f->steps(), 1);
        const Junction& made = f->get<Junction>(f->selection.single());
        QCOMPARE(f->pixel(made.position), at);
        QCOMPARE(made.role, JunctionRole::Roadm);
        QCOMPARE(made.name, QStringLiteral("Test hut"));
        QCOMPARE(f->document.entities().count(Kind::Span), std::size_t(2));
        f->document.undoStack()->undo();
        QVERIFY(Plan::sameContent(before, f->document.plan()));
    }

    void onASpanItCutsTheSpanInOneStep() {
        const Plan before = f->document.plan();
        QSignalSpy notices(&f->canvas, &MapCanvas::notified);
        const QString free = f->canvas.tool()->hint();
        f->moveTo(onLine(0.3));
        QVERIFY(f->canvas.tool()->hint() != free); // it says so before the click
        QCOMPARE(f->steps(), 0);
        f->click(onLine(0.3) + QPoint(0, 3));
        QCOMPARE(f->steps(), 1);
        const Junction& made = f->get<Junction>(f->selection.single());
        QCOMPARE(made.role, JunctionRole::Roadm);
        QCOMPARE(made.name, QStringLiteral("Test hut"));
        QCOMPARE(f->document.entities().count(Kind::Span), std::size_t(3));
        const Span& first = f->get<Span>("S-WM");
        QCOMPARE(first.to, made.id);
        QCOMPARE(first.line.back(), made.position);
        QCOMPARE(notices.count(), 1);
        QCOMPARE(notices.front().at(1).toBool(), true); // with the action "Undo"
        f->document.undoStack()->undo();
        QVERIFY(Plan::sameContent(before, f->document.plan()));
    }

    void controlOrSnappingOffLeaveTheSpanWhole() {
        f->click(onLine(0.3), Qt::ControlModifier);
        QCOMPARE(f->document.entities().count(Kind::Span), std::size_t(2));
        QCOMPARE(f->document.entities().count(Kind::Junction), std::size_t(5));
        f->canvas.setSnapping(false);
        f->click(onLine(0.6));
        QCOMPARE(f->document.entities().count(Kind::Span), std::size_t(2));
        QCOMPARE(f->document.entities().count(Kind::Junction), std::size_t(6));
    }

    void aNodeIsOfferedInstead() {
        f->click(f->pixelOf("MID") + QPoint(2, 2)); // also the end of two spans
        QCOMPARE(f->steps(), 0);
        QCOMPARE(f->selection.single(), f->id("MID"));
    }

    void hiddenSpansAreNotCut() {
        LayerVisibility layers;
        layers.spans = false;
        f->canvas.setLayers(layers);
        f->click(onLine(0.3));
        QCOMPARE(f->document.entities().count(Kind::Span), std::size_t(2));
        QCOMPARE(f->steps(), 1);
    }

    void escapeLeavesTheTool() {
        const quint64 revision = f->document.revision();
        f->moveTo(onLine(0.3));
        f->key(Qt::Key_Escape);
        QCOMPARE(f->canvas.tool()->id(), QStringLiteral("select"));
        QCOMPARE(f->document.revision(), revision);
    }

    void readOnlyPlansRefuseTheTool() {
        f->document.setReadOnly(true);
        QCOMPARE(f->canvas.tool()->id(), QStringLiteral("select"));
        QVERIFY(!f->canvas.setTool(QStringLiteral("add-junction")));
    }
};

QTEST_MAIN(TestToolAddJunction)
#include "test_tool_addjunction.moc"
