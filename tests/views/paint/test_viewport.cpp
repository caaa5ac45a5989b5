// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/geo/geodesic.h"
#include "views/paint/furniture.h"
#include "views/paint/viewport.h"

#include <QTest>

#include <cmath>

using namespace corridor;

namespace {

const LonLat beijing{116.3913, 39.9055};
const LonLat horinger{111.79, 40.53};

Viewport albers(QSizeF size = {1296, 674}, qreal dpr = 1) {
    return Viewport(std::make_shared<const Projection>(Projection::mapAlbers(114)), size, dpr);
}

double distance(QPointF a, QPointF b) {
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

} // namespace

class TestViewport : public QObject {
    Q_OBJECT

private slots:
    void pixelAndPositionAreInverse() {
        const Viewport view = albers().zoomedTo({111, 39, 118, 42});
        for (const LonLat& place : {beijing, horinger, LonLat{112.5, 40.5}}) {
            const LonLat back = view.positionOf(view.pixelOf(place));
            QVERIFY(std::abs(back.lon - place.lon) < 1e-9 && std::abs(back.lat - place.lat) < 1e-9);
        }
        const Point plane = view.projection().forward(beijing);
        QVERIFY(distance(view.pixelOfPlane(plane), view.planeToPixel().map(QPointF(plane.x, plane.y))) < 1e-6);
        QVERIFY(view.pixelOf(beijing).x() > view.pixelOf(horinger).x());
        QVERIFY(view.pixelOf(beijing).y() > view.pixelOf(horinger).y()); // Beijing is further south: lower
    }

    void boxFitsWithinTheMargins() {
        const Box box{111.3, 39.2, 117.6, 41.7};
        const QMarginsF margins(200, 20, 60, 80);
        const Viewport view = albers().zoomedTo(box, margins);
        const QRectF inner = view.rect().marginsRemoved(margins).adjusted(-0.01, -0.01, 0.01, 0.01);
        bool touches = false;
        for (int i = 0; i <= 100; ++i) {
            for (double lat : {box.latMin, box.latMax}) {
                const QPointF p = view.pixelOf({box.lonMin + box.width() * i / 100, lat});
                QVERIFY2(inner.adjusted(-1, -1, 1, 1).contains(p), "part of the box is outside the margins");
                touches = touches || p.x() < inner.left() + 2 || p.x() > inner.right() - 2;
            }
        }
        QVERIFY2(touches, "the box could be shown larger");
    }

    void zoomKeepsThePlaceUnderThePointer() {
        const Viewport view = albers().zoomedTo({111, 39, 118, 42});
        const QPointF pixel(300, 500);
        const LonLat before = view.positionOf(pixel);
        const Viewport nearer = view.zoomedAbout(pixel, 1.7);
        QVERIFY(distance(nearer.pixelOf(before), pixel) < 1e-6);
        QVERIFY(std::abs(view.unitsPerPixel() / nearer.unitsPerPixel() - 1.7) < 1e-12);
        QVERIFY(nearer.zoomedAbout(pixel, NAN) == nearer);
        QVERIFY(nearer.zoomedAbout(pixel, 0) == nearer);
    }

    void zoomStopsAtTheLimits() {
        const Viewport view = albers().centeredOn(beijing);
        QVERIFY(std::abs(view.zoomedAbout({0, 0}, 1e12).groundMetresPerPixel() / Viewport::finestMetresPerPixel - 1) <
                1e-3);
        QVERIFY(std::abs(view.zoomedAbout({0, 0}, 1e-12).groundMetresPerPixel() / Viewport::coarsestMetresPerPixel -
                         1) < 0.1);
    }

    void panMovesTheContentWithTheMouse() {
        const Viewport view = albers().zoomedTo({111, 39, 118, 42});
        const QPointF moved = view.panned({25, -40}).pixelOf(beijing);
        QVERIFY(distance(moved, view.pixelOf(beijing) + QPointF(25, -40)) < 1e-6);
    }

    void resizeKeepsTheCentre() {
        const Viewport view = albers().zoomedTo({111, 39, 118, 42});
        const Viewport wide = view.resized({1920, 1080}, 2);
        QVERIFY(distance(wide.pixelOf(view.positionOf(view.rect().center())), wide.rect().center()) < 1e-6);
        QCOMPARE(wide.unitsPerPixel(), view.unitsPerPixel());
        QCOMPARE(wide.devicePixelRatio(), 2.0);
    }

    void pointAndEmptyBox() {
        const Viewport view = albers().zoomedTo({111, 39, 118, 42});
        QVERIFY(view.zoomedTo(Box{}) == view);
        Box point;
        point.include(beijing);
        const Viewport close = view.zoomedTo(point);
        QVERIFY(distance(close.pixelOf(beijing), close.rect().center()) < 0.5);
        const double shownM = close.groundMetresPerPixel() * (674 - 80);
        QVERIFY2(shownM > 1900 && shownM < 2300, qPrintable(QString::number(shownM)));
    }

    void scaleBarIsTrueOnTheGround_data() {
        QTest::addColumn<int>("crs");
        QTest::newRow("albers") << 0;
        QTest::newRow("web mercator") << 1;
        QTest::newRow("gauss-krueger 117") << 2;
        QTest::newRow("geographic") << 3;
    }

    void scaleBarIsTrueOnTheGround() {
        QFETCH(int, crs);
        Projection projections[] = {Projection::mapAlbers(114), Projection::webMercator(),
                                    Projection::gaussKrueger3(117), Projection::geographic()};
        const Viewport view = Viewport(std::make_shared<const Projection>(std::move(projections[crs])), {1000, 600})
                                  .centeredOn(beijing)
                                  .withGroundScale(50);
        QVERIFY(std::abs(view.groundMetresPerPixel() - 50) < 1e-6);
        // Geometric mean of both directions: the diagonal measures it, except where the plane is stretched one way.
        const double east = Geodesic::cgcs2000().distance(view.positionOf({450, 300}), view.positionOf({550, 300}));
        const double north = Geodesic::cgcs2000().distance(view.positionOf({500, 250}), view.positionOf({500, 350}));
        QVERIFY2(std::abs(std::sqrt(east * north) / 5000 - 1) < 2e-3,
                 qPrintable(QString::number(std::sqrt(east * north))));
        const ScaleBar bar = scaleBarFor(view);
        QCOMPARE(bar.lengthM, 10000.0);
        QVERIFY(std::abs(bar.pixels - 200) < 0.01);
        QCOMPARE(bar.fullText, QStringLiteral("10 km"));
        QCOMPARE(bar.halfText, QStringLiteral("5"));
    }

    void anotherProjectionShowsTheSame() {
        const Viewport view = albers().centeredOn(horinger).withGroundScale(120);
        const Viewport other = view.inProjection(std::make_shared<const Projection>(Projection::webMercator()));
        QVERIFY(distance(other.pixelOf(horinger), other.rect().center()) < 1e-6);
        QVERIFY(std::abs(other.groundMetresPerPixel() / 120 - 1) < 1e-9);
        QVERIFY(!(other == view));
    }

    void detachedHasItsOwnProjection() {
        const Viewport view = albers().zoomedTo({111, 39, 118, 42});
        const Viewport copy = view.detached();
        QVERIFY(copy == view);
        QVERIFY(&copy.projection() != &view.projection());
        QCOMPARE(copy.pixelOf(beijing), view.pixelOf(beijing));
    }

    void visibleBoxHoldsEverythingVisible() {
        const Viewport view = albers().zoomedTo({111, 39, 118, 42});
        const Box box = view.visibleBox().expanded(0.02);
        for (QPointF p : {QPointF(0, 0), QPointF(1296, 0), QPointF(0, 674), QPointF(1296, 674), QPointF(648, 0)})
            QVERIFY(box.contains(view.positionOf(p)));
    }
};

QTEST_GUILESS_MAIN(TestViewport)
#include "test_viewport.moc"
