// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvasfixture.h"
#include "views/widgets/canvas/viewflight.h"

using namespace corridor;
using namespace corridor::test;

class TestCanvas : public QObject {
    Q_OBJECT
    std::unique_ptr<CanvasFixture> f;

    /// Without the furniture at the foot, which does not belong to these tests.
    QImage mapPicture() { return f->canvas.grab(QRect(0, 0, 1000, 520)).toImage(); }

private Q_SLOTS:
    void init() {
        f = std::make_unique<CanvasFixture>();
        QVERIFY(f->isReady());
    }
    void cleanup() { f.reset(); }

    void showsTheWholePlanFirst() {
        for (const char* node : {"WEST", "MID", "EAST", "FREE", "DC"})
            QVERIFY(f->canvas.rect().contains(f->pixelOf(node)));
    }

    void theWheelKeepsThePlaceUnderTheCursor() {
        const QPoint at(700, 180);
        const LonLat place = f->canvas.viewport().positionOf(at);
        const double before = f->canvas.viewport().unitsPerPixel();
        f->wheel(at, 3);
        QVERIFY(isNear(f->canvas.viewport().positionOf(at), place, 1e-9));
        QVERIFY(std::abs(before / f->canvas.viewport().unitsPerPixel() - std::pow(2, 1.5)) < 1e-9);
        f->wheel(at, -3);
        QVERIFY(std::abs(f->canvas.viewport().unitsPerPixel() - before) < before * 1e-9);
    }

    void theMiddleButtonPans() {
        const LonLat place = f->canvas.viewport().positionOf(QPointF(400, 300));
        f->press({400, 300}, {}, Qt::MiddleButton);
        f->moveTo({460, 270});
        f->release({460, 270}, {}, Qt::MiddleButton);
        QVERIFY(isNear(f->canvas.viewport().positionOf(QPointF(460, 270)), place, 1e-9));
        QVERIFY(f->selection.isEmpty());
    }

    void thePanToolPans() {
        QVERIFY(f->canvas.setTool(QStringLiteral("pan")));
        const LonLat place = f->canvas.viewport().positionOf(f->pixelOf("MID"));
        const QPoint from = f->pixelOf("MID");
        f->drag(from, from + QPoint(-70, 55));
        QVERIFY(isNear(f->canvas.viewport().positionOf(from + QPoint(-70, 55)), place, 1e-9));
        QCOMPARE(f->steps(), 0);
    }

    void spaceTurnsTheLeftButtonIntoAPan() {
        const QPoint from = f->pixelOf("MID");
        QTest::keyPress(&f->canvas, Qt::Key_Space);
        f->drag(from, from + QPoint(50, 0));
        QTest::keyRelease(&f->canvas, Qt::Key_Space);
        QCOMPARE(f->pixelOf("MID"), from + QPoint(50, 0));
        QCOMPARE(f->steps(), 0);
    }

    void keysMoveAndZoom() {
        const QPoint mid = f->pixelOf("MID");
        f->key(Qt::Key_Right);
        QCOMPARE(f->pixelOf("MID"), mid - QPoint(64, 0));
        f->key(Qt::Key_Plus);
        QVERIFY(!f->canvas.rect().contains(f->pixelOf("WEST")));
        f->key(Qt::Key_Home);
        QVERIFY(f->canvas.rect().contains(f->pixelOf("WEST")));
        QVERIFY(f->canvas.rect().contains(f->pixelOf("EAST")));
    }

    void theZoomColumnWorks() {
        const FurnitureLayout layout = layoutFurniture(f->canvas.viewport());
        const double before = f->canvas.viewport().unitsPerPixel();
        f->click(layout.buttonRect(ZoomButton::In).center().toPoint());
        QVERIFY(f->canvas.viewport().unitsPerPixel() < before);
        f->selection.set({f->id("S-ME")});
        f->click(layout.buttonRect(ZoomButton::Selection).center().toPoint());
        QVERIFY(f->canvas.rect().contains(f->pixelOf("EAST")));
        QVERIFY(!f->canvas.rect().contains(f->pixelOf("WEST")));
        QCOMPARE(f->selection.single(), f->id("S-ME")); // a click on a button is not one on the map
    }

    void zoomsToTheEndsAndRouteOfAService() {
        f->wheel({500, 300}, 8);
        Q_EMIT f->selection.zoomRequested({f->id("YW-1")});
        QVERIFY(f->canvas.rect().contains(f->pixelOf("WEST")));
        QVERIFY(f->canvas.rect().contains(f->pixelOf("EAST")));
    }

    void hoverFollowsThePointerAndLeaves() {
        QSignalSpy moved(&f->canvas, &MapCanvas::pointerMoved);
        f->moveTo(f->pixelOf("DC"));
        QCOMPARE(f->selection.hovered(), f->id("DC"));
        QVERIFY(isNear(moved.back().at(0).value<LonLat>(), {114.6, 40.9}, 0.01));
        f->moveTo(f->pixel({112.5, 40.0}));
        QVERIFY(f->selection.hovered().isNull());
    }

    void thePictureFollowsTheDocument() {
        const QImage before = mapPicture();
        QVERIFY(f->editor.moveNode(f->id("DC"), {114.3, 41.0}).ok());
        f->settle();
        const QImage after = mapPicture();
        QVERIFY(before != after);
        f->document.undoStack()->undo();
        f->settle();
        QCOMPARE(mapPicture(), before);
    }

    void escapeAfterADragShowsThePictureOfBefore() {
        f->moveTo(f->pixel({112.5, 40.0}));
        f->selection.set({f->id("DC")});
        f->settle();
        const QImage before = mapPicture();
        f->press(f->pixelOf("DC"));
        f->dragTo(f->pixelOf("DC"), f->pixelOf("DC") + QPoint(90, 60));
        QVERIFY(mapPicture() != before);
        f->key(Qt::Key_Escape);
        f->release(f->pixelOf("DC") + QPoint(90, 60));
        f->moveTo(f->pixel({112.5, 40.0}));
        QCOMPARE(mapPicture(), before);  // at once, without waiting for the painter
        while (!f->canvas.isSettled()) { // and while what it had begun for the drag still comes in
            QCoreApplication::processEvents();
            QCOMPARE(mapPicture(), before);
        }
    }

    void hiddenLayersAreNotHit() {
        LayerVisibility layers;
        layers.junctions = false;
        f->canvas.setLayers(layers);
        f->settle();
        f->click(f->pixelOf("FREE"));
        QVERIFY(f->selection.isEmpty());
    }

    void aNewPlanIsShownWhole() {
        PlanMaker maker;
        maker.junction("A", 118.0, 39.0);
        maker.junction("B", 118.5, 39.2);
        maker.span("AB", "A", "B");
        f->selection.clear();
        f->document.reset(maker.plan());
        QVERIFY(f->canvas.rect().contains(f->pixelOf("A")));
        QVERIFY(f->canvas.rect().contains(f->pixelOf("B")));
        QVERIFY(QLineF(f->pixelOf("A"), f->pixelOf("B")).length() > 500);
    }

    void anEmptyPlanHasAMapToo() {
        f->document.reset(Plan());
        f->settle();
        QVERIFY(f->canvas.viewport().visibleBox().contains(LonLat{116.39, 39.91}));
        f->canvas.zoomToAll();
        f->canvas.zoomToSelection();
    }

    void aFlightEndsExactlyWhereItShould() {
        const Viewport from = f->canvas.viewport();
        const Viewport to = from.zoomedAbout({900, 100}, 7).panned({30, -12});
        QCOMPARE(viewBetween(from, to, 0), from);
        QCOMPARE(viewBetween(from, to, 1), to);
        const Viewport middle = viewBetween(from, to, 0.5);
        QVERIFY(std::abs(middle.unitsPerPixel() - from.unitsPerPixel() / std::sqrt(7)) < 1e-6 * from.unitsPerPixel());
        const Viewport late = viewBetween(from, to, 1 - 1e-9);
        QVERIFY(QLineF(late.pixelOf({113.5, 40.6}), to.pixelOf({113.5, 40.6})).length() < 1e-3);
    }

    void motionIsAnimatedUnlessReduced() {
        f->canvas.setReducedMotion(false);
        const Viewport before = f->canvas.viewport();
        f->canvas.zoomBy(2);
        QVERIFY(f->canvas.viewport().unitsPerPixel() > before.unitsPerPixel() / 1.9);
        QTRY_VERIFY_WITH_TIMEOUT(std::abs(f->canvas.viewport().unitsPerPixel() * 2 - before.unitsPerPixel()) < 1e-6,
                                 2000);
    }

    void hasANameForThoseWhoCannotSeeIt() {
        QVERIFY(!f->canvas.accessibleName().isEmpty());
        QVERIFY(f->canvas.focusPolicy() & Qt::TabFocus);
    }
};

QTEST_MAIN(TestCanvas)
#include "test_canvas.moc"
