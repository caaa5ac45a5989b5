// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvasfixture.h"

using namespace corridor;
using namespace corridor::test;

class TestToolDrawSpan : public QObject {
    Q_OBJECT
    std::unique_ptr<CanvasFixture> f;

private Q_SLOTS:
    void init() {
        f = std::make_unique<CanvasFixture>();
        QVERIFY(f->isReady());
        QVERIFY(f->canvas.setTool(QStringLiteral("draw-span")));
    }
    void cleanup() { f.reset(); }

    void joinsTwoNodesOverAVertexInOneStep() {
        const QPoint vertex = f->pixel({113.0, 40.2});
        f->click(f->pixelOf("WEST") + QPoint(5, -4)); // within the radius of the snap
        f->click(vertex);
        f->doubleClick(f->pixelOf("FREE") + QPoint(-3, 2));
        QCOMPARE(f->steps(), 1);
        QCOMPARE(f->selection.ids().size(), std::size_t(1));
        const Span& drawn = f->get<Span>(f->selection.single());
        QCOMPARE(drawn.from, f->id("WEST"));
        QCOMPARE(drawn.to, f->id("FREE"));
        QCOMPARE(drawn.line.size(), std::size_t(3));
        QCOMPARE(drawn.line.front(), (LonLat{112.0, 40.5}));
        QCOMPARE(drawn.line.back(), (LonLat{113.2, 40.0}));
        QCOMPARE(f->pixel(drawn.line[1]), vertex);
        QCOMPARE(drawn.fibre, QStringLiteral("G.652.D"));
        QCOMPARE(drawn.inDate.year, f->session.year());
        f->document.undoStack()->undo();
        QVERIFY(!f->document.isModified());
    }

    void freeEndsBecomeJunctionsInTheSameStep() {
        const std::size_t junctions = f->document.entities().count(Kind::Junction);
        const QPoint start = f->pixel({112.4, 40.1});
        f->click(start);
        f->doubleClick(f->pixel({113.0, 40.25}));
        QCOMPARE(f->steps(), 1);
        QCOMPARE(f->document.entities().count(Kind::Junction), junctions + 2);
        const Span& drawn = f->get<Span>(f->selection.single());
        QCOMPARE(drawn.line.size(), std::size_t(2));
        QCOMPARE(f->pixel(f->get<Junction>(drawn.from).position), start);
        QCOMPARE(f->get<Junction>(drawn.to).position, drawn.line.back());
        f->document.undoStack()->undo();
        QCOMPARE(f->document.entities().count(Kind::Junction), junctions);
    }

    void anEndOnTheLineOfASpanIsNotPassedOffAsJoined() {
        QSignalSpy notices(&f->canvas, &MapCanvas::notified);
        f->click(f->pixelOf("DC"));
        f->doubleClick(f->pixel({112.75, 40.70}) + QPoint(2, 3)); // a vertex of S-WM
        QCOMPARE(f->steps(), 1);
        QCOMPARE(notices.count(), 1);
        QVERIFY(notices.front().at(0).value<Message>().text().contains(QStringLiteral("S-WM")));
        QCOMPARE(notices.front().at(1).toBool(), true); // with the action "Undo"
        notices.clear();
        f->click(f->pixelOf("DC"));
        f->doubleClick(f->pixelOf("FREE"));
        QCOMPARE(notices.count(), 0);
    }

    void enterEndsAtTheLastPoint() {
        f->click(f->pixelOf("DC"));
        f->click(f->pixel({114.0, 41.0}));
        f->key(Qt::Key_Return);
        QCOMPARE(f->steps(), 1);
        const Span& drawn = f->get<Span>(f->selection.single());
        QCOMPARE(drawn.from, f->id("DC"));
        QVERIFY(f->document.entities().find<Junction>(drawn.to));
        QVERIFY(!f->canvas.isBusy());
    }

    void doubleClickOnANodeDrawsOneSpanOnly() {
        f->click(f->pixelOf("WEST"));
        f->doubleClick(f->pixelOf("FREE"));
        QCOMPARE(f->steps(), 1);
        QVERIFY(!f->canvas.isBusy());
        f->key(Qt::Key_Return); // has nothing to end any more
        QCOMPARE(f->steps(), 1);
    }

    void aNodeInBetweenIsPassedBy() {
        f->click(f->pixelOf("WEST"));
        f->click(f->pixelOf("FREE"));
        QCOMPARE(f->steps(), 0);
        f->click(f->pixelOf("EAST"));
        f->click(f->pixelOf("EAST")); // a second click on the last point ends, however slow
        QCOMPARE(f->steps(), 1);
        const Span& drawn = f->get<Span>(f->selection.single());
        QCOMPARE(drawn.from, f->id("WEST"));
        QCOMPARE(drawn.to, f->id("EAST"));
        QCOMPARE(drawn.line[1], (LonLat{113.2, 40.0}));
    }

    void backspaceTakesTheLastVertexBack() {
        f->click(f->pixelOf("WEST"));
        f->click(f->pixel({112.6, 40.2}));
        f->click(f->pixel({112.9, 39.9}));
        f->key(Qt::Key_Backspace);
        f->doubleClick(f->pixelOf("FREE"));
        QCOMPARE(f->get<Span>(f->selection.single()).line.size(), std::size_t(3));
    }

    void escapeCostsNothing() {
        const quint64 revision = f->document.revision();
        const Plan plan = f->document.plan();
        f->click(f->pixelOf("WEST"));
        f->click(f->pixel({113.0, 40.2}));
        f->moveTo(f->pixelOf("FREE"));
        QVERIFY(f->canvas.preview());
        f->key(Qt::Key_Escape);
        QVERIFY(!f->canvas.preview());
        QVERIFY(!f->canvas.isBusy());
        QCOMPARE(f->document.revision(), revision);
        QVERIFY(Plan::sameContent(plan, f->document.plan()));
        QCOMPARE(f->canvas.tool()->id(), QStringLiteral("draw-span")); // the second Escape leaves the tool
        f->key(Qt::Key_Escape);
        QCOMPARE(f->canvas.tool()->id(), QStringLiteral("select"));
    }

    void theRoundTripIsShownAsSoonAsTheSecondEndIsUnderThePointer() {
        f->canvas.setSpanPrototype([] {
            Span span;
            span.fibre = QStringLiteral("G.652.D");
            span.sinuosity = 1.0;
            return span;
        }());
        f->click(f->pixelOf("WEST"));
        f->moveTo(f->pixel({113.5, 40.45}));
        QVERIFY(f->canvas.preview());
        QVERIFY(!f->canvas.preview()->main()); // in the air: no service runs there
        QVERIFY(f->canvas.preview()->subjectFibreKm > 100);
        f->moveTo(f->pixelOf("EAST"));
        const auto preview = f->canvas.preview();
        const PathChange* main = preview->main();
        QVERIFY(main);
        QCOMPARE(main->service, f->id("YW-1"));
        QVERIFY(main->beforeMs);
        QVERIFY(main->path.rtt.totalMs < *main->beforeMs); // straight is shorter than over MID
        QCOMPARE(main->limitMs, std::optional(2.9));
        f->doubleClick(f->pixelOf("EAST"));
        f->session.waitForResults(5000);
        QCOMPARE(f->session.assessment()->route(f->id("YW-1"))->primary.rtt.totalMs, main->path.rtt.totalMs);
    }

    void aSpanCannotReturnToItsStart() {
        QSignalSpy notices(&f->canvas, &MapCanvas::notified);
        f->click(f->pixelOf("WEST"));
        f->click(f->pixel({112.5, 40.2}));
        f->doubleClick(f->pixelOf("WEST"));
        QVERIFY(notices.count() >= 1);
        QCOMPARE(f->steps(), 0);
        QVERIFY(f->canvas.isBusy()); // nothing lost
        f->key(Qt::Key_Backspace);
        f->doubleClick(f->pixelOf("FREE"));
        QCOMPARE(f->steps(), 1);
        QCOMPARE(f->get<Span>(f->selection.single()).line.size(), std::size_t(3));
    }

    void shiftLocksTheDirection() {
        const QPoint start = f->pixel({112.4, 40.1});
        f->click(start);
        f->click(start + QPoint(100, 9), Qt::ShiftModifier);
        f->key(Qt::Key_Return);
        const Span& drawn = f->get<Span>(f->selection.single());
        QCOMPARE(f->pixel(drawn.line.back()), start + QPoint(100, 0));
    }

    void controlTurnsSnappingOff() {
        f->click(f->pixelOf("WEST") + QPoint(4, 0), Qt::ControlModifier);
        f->doubleClick(f->pixelOf("FREE"));
        QVERIFY(f->get<Span>(f->selection.single()).from != f->id("WEST"));
    }

    void anUndoInTheMiddleDropsTheGesture() {
        QVERIFY(f->editor.moveNode(f->id("FREE"), {113.3, 40.0}).ok());
        f->click(f->pixelOf("WEST"));
        f->document.undoStack()->undo();
        QVERIFY(!f->canvas.isBusy());
    }

    void readOnlyPlansRefuseTheTool() {
        f->canvas.finishTool();
        f->document.setReadOnly(true);
        QSignalSpy notices(&f->canvas, &MapCanvas::notified);
        QVERIFY(!f->canvas.setTool(QStringLiteral("draw-span")));
        QCOMPARE(notices.count(), 1);
        QCOMPARE(f->canvas.tool()->id(), QStringLiteral("select"));
    }
};

QTEST_MAIN(TestToolDrawSpan)
#include "test_tool_drawspan.moc"
