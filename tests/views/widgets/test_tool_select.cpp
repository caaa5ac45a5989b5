// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvasfixture.h"

using namespace corridor;
using namespace corridor::test;

class TestToolSelect : public QObject {
    Q_OBJECT
    std::unique_ptr<CanvasFixture> f;

private Q_SLOTS:
    void init() {
        f = std::make_unique<CanvasFixture>();
        QVERIFY(f->isReady());
    }
    void cleanup() { f.reset(); }

    void clickSelectsShiftAddsAndControlToggles() {
        f->click(f->pixelOf("MID"));
        QCOMPARE(f->selection.ids(), (std::vector{f->id("MID")}));
        f->click(f->pixelOf("DC"), Qt::ShiftModifier);
        QCOMPARE(f->selection.ids(), (std::vector{f->id("MID"), f->id("DC")}));
        f->click(f->pixelOf("MID"), Qt::ShiftModifier); // is in already
        QCOMPARE(f->selection.ids(), (std::vector{f->id("MID"), f->id("DC")}));
        f->click(f->pixelOf("MID"), Qt::ControlModifier);
        QCOMPARE(f->selection.ids(), (std::vector{f->id("DC")}));
        f->click(f->pixelOf("MID"), Qt::ControlModifier);
        QCOMPARE(f->selection.ids(), (std::vector{f->id("DC"), f->id("MID")}));
        f->click(f->pixel({112.5, 40.0}), Qt::ControlModifier); // a miss costs nothing
        QCOMPARE(f->selection.ids().size(), std::size_t(2));
        f->click(f->pixel({112.5, 40.0}));
        QVERIFY(f->selection.isEmpty());
        QCOMPARE(f->steps(), 0);
    }

    void clickOnALineSelectsTheSpan() {
        f->click(f->pixel({112.75, 40.70}) + QPoint(0, 3));
        QCOMPARE(f->selection.ids(), (std::vector{f->id("S-WM")}));
    }

    void aBoxToTheRightSelectsWhatIsInside() {
        f->drag(f->pixel({112.9, 41.1}), f->pixel({115.1, 40.2}));
        QVERIFY(f->selection.contains(f->id("MID")));
        QVERIFY(f->selection.contains(f->id("EAST")));
        QVERIFY(f->selection.contains(f->id("S-ME")));
        QVERIFY(!f->selection.contains(f->id("S-WM"))); // begins outside
        QVERIFY(f->selection.contains(f->id("DC")));
        QCOMPARE(f->selection.ids().size(), std::size_t(4));
    }

    void aBoxToTheLeftSelectsWhatItTouches() {
        f->drag(f->pixel({115.1, 40.2}), f->pixel({112.9, 41.1}));
        QVERIFY(f->selection.contains(f->id("S-WM")));
        QCOMPARE(f->selection.ids().size(), std::size_t(5));
        f->drag(f->pixel({114.4, 40.2}), f->pixel({114.2, 40.7})); // across S-ME, no vertex inside
        QCOMPARE(f->selection.ids(), (std::vector{f->id("S-ME")}));
        f->drag(f->pixel({114.2, 40.7}), f->pixel({114.4, 40.2}));
        QVERIFY(f->selection.isEmpty());
    }

    void theHintSaysWhichBoxItIs() {
        const QPoint from = f->pixel({114.2, 40.1});
        f->press(from);
        f->dragTo(from, from + QPoint(60, 20));
        const QString right = f->canvas.tool()->hint();
        f->dragTo(from + QPoint(60, 20), from + QPoint(-60, 20));
        const QString left = f->canvas.tool()->hint();
        QVERIFY(right.contains(QStringLiteral("inside")) && left.contains(QStringLiteral("touches")));
        f->key(Qt::Key_Escape);
        f->release(from + QPoint(-60, 20));
        QVERIFY(f->selection.isEmpty());
    }

    void aBoxWithControlTakesAway() {
        f->selection.set({f->id("FREE"), f->id("DC"), f->id("S-ME")});
        f->drag(f->pixel({114.8, 41.1}), f->pixel({114.2, 40.1}), Qt::ControlModifier);
        QCOMPARE(f->selection.ids(), (std::vector{f->id("FREE")}));
    }

    void clicksGoRoundTheObjectsOfAPlace() {
        const QPoint at = f->pixelOf("MID"); // with the ends of both spans below
        std::vector<EntityId> seen;
        for (int i = 0; i < 4; ++i) {
            f->click(at);
            seen.push_back(f->selection.single());
        }
        QCOMPARE(seen[0], f->id("MID"));
        QVERIFY(seen[1] != seen[2] && seen[1] != seen[0] && seen[2] != seen[0]);
        QCOMPARE(seen[3], seen[0]);
        QVERIFY(f->canvas.tool()->hint().contains(QStringLiteral("1 of 3")));
        f->moveTo(f->pixel({113.0, 40.1}));
        QVERIFY(!f->canvas.tool()->hint().contains(QStringLiteral("of 3")));
        f->selection.clear();
        f->click(at, Qt::AltModifier);
        QCOMPARE(f->selection.single(), seen[0]);
        f->click(at + QPoint(1, 0), Qt::AltModifier);
        QCOMPARE(f->selection.single(), seen[1]);
    }

    void aSelectedNodeIsDraggedFromBelowOthers() {
        QVERIFY(f->editor.moveNode(f->id("FREE"), {114.6, 40.9}).ok()); // under the site
        const int steps = f->steps();
        f->settle();
        const QPoint at = f->pixelOf("DC");
        f->click(at);
        const EntityId top = f->selection.single();
        f->click(at);
        const EntityId below = f->selection.single();
        QVERIFY(top != below && nodePosition(f->document.entities(), below));
        f->drag(at, at + QPoint(30, 60));
        QCOMPARE(f->steps(), steps + 1);
        QCOMPARE(f->pixel(*nodePosition(f->document.entities(), top)), at);
        QVERIFY(f->pixel(*nodePosition(f->document.entities(), below)) != at);
    }

    void hiddenLayersAreNeverPicked() {
        LayerVisibility layers;
        layers.junctions = false;
        f->canvas.setLayers(layers);
        f->click(f->pixelOf("FREE"));
        QVERIFY(f->selection.isEmpty());
        f->drag({990, 560}, {10, 40});
        QCOMPARE(f->selection.ids().size(), std::size_t(3)); // both spans and the site
        f->canvas.selectAll();
        QCOMPARE(f->selection.ids().size(), std::size_t(3));
        QVERIFY(f->selection.contains(f->id("DC")));
        f->canvas.setLayers({});
        f->canvas.selectAll();
        QCOMPARE(f->selection.ids().size(), std::size_t(7));
        QCOMPARE(f->steps(), 0);
    }

    void rubberBandSelectsWhatItMeets() {
        f->drag(f->pixel({113.0, 39.8}), f->pixel({114.8, 40.3}));
        QCOMPARE(f->selection.ids(), (std::vector{f->id("FREE")}));
        f->drag(f->pixel({114.4, 41.0}), f->pixel({114.8, 40.8}), Qt::ShiftModifier);
        QCOMPARE(f->selection.ids().size(), std::size_t(2));
        QVERIFY(f->selection.contains(f->id("DC")));
        QVERIFY(f->selection.contains(f->id("FREE")));
        QCOMPARE(f->steps(), 0);
    }

    void aDraggedNodeTakesItsSpansAlongInOneStep() {
        const QPoint to = f->pixel({113.7, 40.9});
        f->drag(f->pixelOf("MID"), to);
        QCOMPARE(f->steps(), 1);
        const LonLat now = f->get<Junction>("MID").position;
        QCOMPARE(f->pixel(now), to);
        QCOMPARE(f->get<Span>("S-WM").line.back(), now);
        QCOMPARE(f->get<Span>("S-ME").line.front(), now);
        QCOMPARE(f->get<Span>("S-WM").line[1], (LonLat{112.75, 40.70}));
        f->document.undoStack()->undo();
        QVERIFY(!f->document.isModified());
    }

    void theRoundTripFollowsThePointer() {
        QSignalSpy previews(&f->canvas, &MapCanvas::previewChanged);
        f->press(f->pixelOf("MID"));
        f->dragTo(f->pixelOf("MID"), f->pixel({113.5, 41.2}));
        const auto preview = f->canvas.preview();
        QVERIFY(preview);
        QVERIFY(previews.count() >= 4);
        const PathChange* main = preview->main();
        QVERIFY(main);
        QVERIFY(main->path.rtt.totalMs > *main->beforeMs);
        QCOMPARE(main->verdict, Verdict::Broken);
        QCOMPARE(preview->subject, f->id("MID"));
        QCOMPARE(f->steps(), 0); // nothing is written before the button is up
        f->release(f->pixel({113.5, 41.2}));
        QVERIFY(!f->canvas.preview());
        f->session.waitForResults(5000);
        QCOMPARE(f->session.assessment()->route(f->id("YW-1"))->primary.rtt.totalMs, main->path.rtt.totalMs);
    }

    void backToTheStartIsNoStep() {
        const Plan plan = f->document.plan();
        const QPoint from = f->pixelOf("MID");
        f->press(from);
        f->dragTo(from, from + QPoint(80, 40));
        f->dragTo(from + QPoint(80, 40), from + QPoint(1, 0));
        f->release(from + QPoint(1, 0));
        QCOMPARE(f->steps(), 0);
        QVERIFY(Plan::sameContent(plan, f->document.plan()));
        QVERIFY(!f->canvas.preview());
    }

    void escapeLeavesDocumentAndRevisionUntouched() {
        const quint64 revision = f->document.revision();
        f->press(f->pixelOf("MID"));
        f->dragTo(f->pixelOf("MID"), f->pixel({113.7, 40.9}));
        f->key(Qt::Key_Escape);
        QVERIFY(!f->canvas.preview());
        f->release(f->pixel({113.7, 40.9}));
        QCOMPARE(f->document.revision(), revision);
        QCOMPARE(f->steps(), 0);
        QCOMPARE(f->selection.ids(), (std::vector{f->id("MID")})); // Escape dropped the drag, not the selection
    }

    void aDraggedNodeSnapsToAnother() {
        f->drag(f->pixelOf("FREE"), f->pixel({112.75, 40.70}) + QPoint(4, 5)); // a vertex of S-WM
        QCOMPARE(f->get<Junction>("FREE").position, (LonLat{112.75, 40.70}));
    }

    void severalNodesMoveTogetherInOneStep() {
        f->selection.set({f->id("FREE"), f->id("DC")});
        const QPoint shift(40, 25);
        const QPoint dc = f->pixelOf("DC");
        f->drag(f->pixelOf("FREE"), f->pixelOf("FREE") + shift);
        QCOMPARE(f->steps(), 1);
        QCOMPARE(f->pixelOf("DC"), dc + shift);
    }

    void controlAndAnArrowNudgeWhatIsSelected() {
        const QPointF free = f->canvas.viewport().pixelOf(f->get<Junction>("FREE").position);
        f->selection.set({f->id("FREE"), f->id("S-WM")}); // spans have no place of their own
        const auto press = [&](int key, Qt::KeyboardModifiers keys) {
            QTest::keyClick(&f->canvas, static_cast<Qt::Key>(key), keys);
        };
        press(Qt::Key_Right, Qt::ControlModifier);
        press(Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(f->steps(), 2);
        const QPointF now = f->canvas.viewport().pixelOf(f->get<Junction>("FREE").position);
        QVERIFY(QLineF(now, free + QPointF(1, -10)).length() < 0.01);
        const LonLat place = f->get<Junction>("FREE").position;
        f->selection.clear();
        press(Qt::Key_Right, Qt::ControlModifier); // nothing to move but the map
        QCOMPARE(f->steps(), 2);
        f->document.setReadOnly(true);
        f->selection.set({f->id("FREE")});
        press(Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(f->get<Junction>("FREE").position, place);
    }

    void escapeDropsTheGestureThenLeavesTheToolThenSelectsNothing() {
        f->selection.set({f->id("FREE")});
        f->canvas.setTool(QStringLiteral("draw-span"));
        f->click(f->pixel({113.0, 40.2}));
        f->moveTo(f->pixel({113.4, 40.2}));
        QVERIFY(f->canvas.tool()->isBusy());
        f->key(Qt::Key_Escape);
        QVERIFY(!f->canvas.tool()->isBusy());
        QCOMPARE(f->canvas.tool()->id(), QStringLiteral("draw-span"));
        f->key(Qt::Key_Escape);
        QCOMPARE(f->canvas.tool()->id(), QStringLiteral("select"));
        QCOMPARE(f->selection.single(), f->id("FREE"));
        f->key(Qt::Key_Escape);
        QVERIFY(f->selection.ids().empty());
        QCOMPARE(f->steps(), 0);
    }

    void zoomingInTheMiddleOfADragKeepsTheNodeUnderThePointer() {
        f->press(f->pixelOf("FREE"));
        const QPoint at = f->pixelOf("FREE") + QPoint(30, -60);
        f->dragTo(f->pixelOf("FREE"), at);
        f->wheel(at, 2);
        f->moveTo(at + QPoint(1, 0));
        f->release(at + QPoint(1, 0));
        QCOMPARE(f->steps(), 1);
        const QPointF now = f->canvas.viewport().pixelOf(f->get<Junction>("FREE").position);
        QVERIFY(QLineF(now, at).length() < 4);
    }

    void readOnlyPlansSelectButDoNotMove() {
        f->document.setReadOnly(true);
        QSignalSpy notices(&f->canvas, &MapCanvas::notified);
        const QPoint from = f->pixelOf("MID");
        f->drag(from, from + QPoint(50, 50));
        QCOMPARE(notices.count(), 1);
        QCOMPARE(f->pixelOf("MID"), from);
        f->click(from);
        QCOMPARE(f->selection.single(), f->id("MID"));
    }

    void deleteSaysWhatWentAndUndoBringsItBack() {
        QSignalSpy notices(&f->canvas, &MapCanvas::notified);
        f->click(f->pixelOf("MID"));
        f->key(Qt::Key_Delete);
        QVERIFY(!f->document.entities().find(f->id("MID")));
        QVERIFY(!f->document.entities().find(f->id("S-WM"))); // cannot stand without its end
        QCOMPARE(notices.count(), 1);
        QCOMPARE(notices.front().at(1).toBool(), true); // with the action "Undo"
        QCOMPARE(notices.front().at(0).value<Message>().text(),
                 QStringLiteral("Deleted: 1 junctions; with it 2 spans"));
        QCOMPARE(f->steps(), 1);
        f->document.undoStack()->undo();
        QVERIFY(f->document.entities().find(f->id("S-WM")));
        f->document.setReadOnly(true);
        f->selection.set({f->id("MID")});
        f->key(Qt::Key_Delete);
        QVERIFY(f->document.entities().find(f->id("MID")));
    }
};

QTEST_MAIN(TestToolSelect)
#include "test_tool_select.moc"
