// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/basemap.h"
#include "views/paint/shields.h"
#include "views/paint/ways.h"

#include <QImage>
#include <QPainterPath>
#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>

using namespace corridor;

namespace {

std::shared_ptr<const BasemapData> theMap() {
    static const std::shared_ptr<const BasemapData> data = BasemapData::load(BasemapData::defaultPath());
    return data;
}

std::vector<const BasemapFeature*> ways(BasemapLayer layer) {
    std::vector<const BasemapFeature*> found;
    for (const BasemapFeature& feature : theMap()->features) {
        if (feature.layer == layer)
            found.push_back(&feature);
    }
    return found;
}

Viewport corridorView(double metresPerPixel = 600) {
    const auto albers = std::make_shared<const Projection>(Projection::mapAlbers(114));
    return Viewport(albers, {854, 458}).withGroundScale(metresPerPixel).centeredOn({114.5, 40.4});
}

QImage ground(const Viewport& view, const BasemapLook& look) {
    static const Basemap map(theMap(), view.projection());
    QImage image(view.size().toSize(), QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    map.paint(painter, view, look);
    return image;
}

/// A straight way of 100 px on white, four times as large as on a screen.
template <class Paint>
QImage straight(Paint paint, double startsAt = 0) {
    QImage image(400, 80, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    const std::array piece{LinePiece{{QPointF(0, 40), QPointF(400, 40)}, startsAt}};
    paint(painter, piece, Theme::Light, 4);
    return image;
}

int countOf(const QImage& image, int y, Token token) {
    int count = 0;
    for (int x = 0; x < image.width(); ++x)
        count += image.pixelColor(x, y) == tokenColor(token, Theme::Light);
    return count;
}

} // namespace

class TestWays : public QObject {
    Q_OBJECT

private slots:
    void sixRoadsAndSixRailways() {
        QStringList refs;
        for (const BasemapFeature* road : ways(BasemapLayer::Expressway))
            refs << road->ref;
        std::sort(refs.begin(), refs.end());
        QCOMPARE(refs.join(u' '), QStringLiteral("G2 G45 G55 G59 G6 G7"));
        QCOMPARE(ways(BasemapLayer::HighSpeed).size() + ways(BasemapLayer::Rail).size(), std::size_t(6));
    }

    /// Curves, not polygons; on land.
    void waysArePlausible() {
        QPainterPath sea;
        for (const BasemapFeature* feature : ways(BasemapLayer::Sea)) {
            for (const auto& ring : feature->parts) {
                QPolygonF polygon;
                for (const LonLat& p : ring)
                    polygon << QPointF(p.lon, p.lat);
                sea.addPolygon(polygon);
            }
        }
        for (BasemapLayer layer : {BasemapLayer::Expressway, BasemapLayer::HighSpeed, BasemapLayer::Rail}) {
            for (const BasemapFeature* way : ways(layer)) {
                const auto& line = way->parts.front();
                QVERIFY(line.size() > 40);
                for (std::size_t i = 0; i < line.size(); ++i) {
                    QVERIFY(!sea.contains(QPointF(line[i].lon, line[i].lat)));
                    if (i == 0 || i + 1 == line.size())
                        continue;
                    const double squeeze = std::cos(line[i].lat * M_PI / 180);
                    const auto heading = [&](const LonLat& a, const LonLat& b) {
                        return std::atan2(b.lat - a.lat, (b.lon - a.lon) * squeeze) * 180 / M_PI;
                    };
                    const double turn = heading(line[i], line[i + 1]) - heading(line[i - 1], line[i]);
                    QVERIFY2(std::abs(std::remainder(turn, 360)) < 40,
                             qPrintable(QStringLiteral("%1 at %2 %3").arg(way->ref).arg(line[i].lon).arg(line[i].lat)));
                }
            }
        }
    }

    void roadsAndRailwaysHaveTheirLook() {
        const QImage road = straight(paintExpressways);
        QCOMPARE(countOf(road, 40, Token::Road), 400);       // a fill of 1.5
        QCOMPARE(countOf(road, 36, Token::RoadCasing), 400); // within a casing of 2.6
        QCOMPARE(countOf(road, 33, Token::RoadCasing), 0);
        const QImage fast = straight(paintHighSpeedRailways);
        QVERIFY(std::abs(countOf(fast, 40, Token::Land) - 208) < 16); // dashes of 6 of 12, first at the start
        QCOMPARE(countOf(fast, 37, Token::Rail), 400);
        const QImage slow = straight(paintRailways);
        QCOMPARE(countOf(slow, 40, Token::Rail2), 400);
        const int ticks = countOf(slow, 35, Token::Rail2); // 12 ticks of 4 px, one of them halved by the edge
        QVERIFY2(ticks >= 12 * 3 && ticks <= 12 * 4 + 2, qPrintable(QString::number(ticks)));
    }

    void ticksStayWhileTheMapMoves() {
        const auto ticksAt = [](double startsAt) { return straight(paintRailways, startsAt); };
        QCOMPARE(ticksAt(36), ticksAt(0)); // a whole tick further
        QVERIFY(ticksAt(18) != ticksAt(0));
    }

    void layersCanBeHidden() {
        const Viewport view = corridorView();
        BasemapLook all, noRoads, noRails;
        noRoads.expressways = noRails.railways = false;
        const QImage whole = ground(view, all);
        const auto roadPixels = [](const QImage& image) {
            int count = 0;
            for (int y = 0; y < image.height(); ++y)
                count += countOf(image, y, Token::Road);
            return count;
        };
        QVERIFY(roadPixels(whole) > 300);
        QCOMPARE(roadPixels(ground(view, noRoads)), 0);
        QVERIFY(whole != ground(view, noRails));
    }

    /// They are some kilometres off at places; the base map ends at 1:250 000.
    void waysEndWithTheBaseMap() {
        BasemapLook none;
        none.expressways = none.railways = false;
        const Viewport close = corridorView(62); // 1:234 000
        QCOMPARE(ground(close, {}), ground(close, none));
        const Viewport fits = corridorView(70).centeredOn({115.4, 40.45}); // 1:265 000
        QVERIFY(ground(fits, {}) != ground(fits, none));
        const Basemap map(theMap(), close.projection());
        QVERIFY(map.shields(close).empty());
        QVERIFY(!map.shields(fits).empty());
    }

    void shieldsKeepTheirDistance() {
        const Viewport view = corridorView();
        const Basemap map(theMap(), view.projection());
        const auto requests = map.shields(view);
        LabelPlacer placer(view.rect());
        const auto placed = placer.place(requests);
        QVERIFY(placed.size() >= 5);
        for (std::size_t i = 0; i < placed.size(); ++i) {
            const LabelRequest& a = requests[placed[i].request];
            QVERIFY(placed[i].box.adjusted(-0.01, -0.01, 0.01, 0.01).contains(a.anchor)); // on its road
            for (std::size_t k = 0; k < i; ++k) {
                const LabelRequest& b = requests[placed[k].request];
                const QPointF d = a.anchor - b.anchor;
                QVERIFY(a.text != b.text || std::hypot(d.x(), d.y()) >= 250);
                QVERIFY(!placed[i].box.intersects(placed[k].box));
            }
        }
    }

    void shieldsNeverHideACable() {
        const std::array road{LinePiece{{QPointF(0, 50), QPointF(400, 50)}, 0}};
        const auto requests = shieldRequests(QStringLiteral("G6"), road);
        LabelPlacer free({0, 0, 400, 100});
        QCOMPARE(free.place(requests).size(), std::size_t(2)); // at 50 and 300 px
        LabelPlacer along({0, 0, 400, 100});
        along.addLine(road.front().points);
        QVERIFY(along.place(requests).empty());
        LabelPlacer across({0, 0, 400, 100});
        across.addLine(QPolygonF{QPointF(50, 0), QPointF(50, 100)});
        for (const PlacedLabel& label : across.place(requests))
            QVERIFY(std::abs(label.box.center().x() - 50) > 10);
    }

    void shieldsAreReadable() {
        for (Theme theme : {Theme::Light, Theme::Dark})
            QVERIFY(contrastRatio(tokenColor(labelToken(LabelRole::Shield), theme), tokenColor(Token::Road, theme)) >=
                    4.5);
    }
};

QTEST_MAIN(TestWays)
#include "test_ways.moc"
