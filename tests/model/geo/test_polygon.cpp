// SPDX-License-Identifier: GPL-3.0-or-later
#include "georeference.h"
#include "model/geo/polygon.h"

#include <QtTest>

#include <cmath>
#include <random>

using namespace corridor;

namespace {
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
const Polygon plain{{{{116, 39}, {117, 39}, {117, 40}, {116, 40}}}};
const Polygon holed{{{{116, 39}, {117, 39}, {117, 40}, {116, 40}, {116, 39}},
                     {{116.4, 39.4}, {116.4, 39.6}, {116.6, 39.6}, {116.6, 39.4}, {116.4, 39.4}}}};
} // namespace

class TestPolygon : public QObject {
    Q_OBJECT
private slots:
    void insideAndOutside();
    void boundaryIsTold();
    void holesAreOutside();
    void raysThroughVertices();
    void agreesWithWindingOfAStar();
    void degenerate();
    void area();
    void labelPoints();
};

void TestPolygon::insideAndOutside() {
    QCOMPARE(locate(plain, {116.5, 39.5}), Containment::Inside);
    QCOMPARE(locate(plain, {115.5, 39.5}), Containment::Outside);
    QCOMPARE(locate(plain, {117.5, 39.5}), Containment::Outside);
    QCOMPARE(locate(plain, {116.5, 40.5}), Containment::Outside);
    QVERIFY(contains(plain, {116.0, 39.5}) && !contains(plain, {115.999999, 39.5}));
}

void TestPolygon::boundaryIsTold() {
    for (const LonLat& p :
         {LonLat{116, 39}, LonLat{117, 40}, LonLat{116.3, 39}, LonLat{116, 39.7}, LonLat{116.5, 40.0}})
        QCOMPARE(locate(plain, p), Containment::Boundary);
    QCOMPARE(locate(plain, {116.5, 40.0 + 5e-10}), Containment::Boundary);
    QCOMPARE(locate(plain, {116.5, 40.0 + 2e-9}), Containment::Outside);
    QCOMPARE(locate(plain, {116.5, 40.0 - 2e-9}), Containment::Inside);
    QCOMPARE(locate(holed, {116.5, 39.4}), Containment::Boundary);
    // A point of a slanted edge that no double hits exactly.
    const Polygon slanted{{{{0, 0}, {3, 1}, {0, 2}}}};
    QCOMPARE(locate(slanted, {1.0, 1.0 / 3.0}), Containment::Boundary);
}

void TestPolygon::holesAreOutside() {
    QCOMPARE(locate(holed, {116.5, 39.5}), Containment::Outside);
    QCOMPARE(locate(holed, {116.2, 39.5}), Containment::Inside);
    QCOMPARE(locate(holed, {116.8, 39.5}), Containment::Inside);
    Polygon turned = holed; // orientation does not matter
    std::reverse(turned.rings[0].begin(), turned.rings[0].end());
    std::reverse(turned.rings[1].begin(), turned.rings[1].end());
    QCOMPARE(locate(turned, {116.5, 39.5}), Containment::Outside);
    QCOMPARE(locate(turned, {116.2, 39.5}), Containment::Inside);
}

void TestPolygon::raysThroughVertices() {
    // Rays to the east that graze a tip, pass a vertex and run along an edge.
    const Polygon diamond{{{{0, 1}, {1, 0}, {2, 1}, {1, 2}}}};
    QCOMPARE(locate(diamond, {-1, 1}), Containment::Outside);
    QCOMPARE(locate(diamond, {0.5, 1}), Containment::Inside);
    QCOMPARE(locate(diamond, {0, 0}), Containment::Outside);
    QCOMPARE(locate(diamond, {0, 2}), Containment::Outside);
    const Polygon step{{{{0, 0}, {4, 0}, {4, 2}, {3, 2}, {3, 1}, {1, 1}, {1, 2}, {0, 2}}}};
    QCOMPARE(locate(step, {0.5, 1}), Containment::Inside);
    QCOMPARE(locate(step, {2, 1.5}), Containment::Outside);
    QCOMPARE(locate(step, {-1, 1}), Containment::Outside);
    QCOMPARE(locate(step, {2, 1}), Containment::Boundary);
}

void TestPolygon::agreesWithWindingOfAStar() {
    // A star-shaped ring: inside means nearer to the centre than the outline in that direction.
    constexpr int count = 40;
    Polygon star{{{}}};
    const auto radius = [](int i) { return i % 2 == 0 ? 1.0 : 0.4; };
    for (int i = 0; i < count; ++i)
        star.rings[0].push_back(
            {116 + radius(i) * std::cos(2 * M_PI * i / count), 40 + radius(i) * std::sin(2 * M_PI * i / count)});
    std::mt19937 random(5);
    std::uniform_real_distribution<double> offset(-1.1, 1.1);
    for (int n = 0; n < 3000; ++n) {
        const double x = offset(random), y = offset(random);
        double angle = std::atan2(y, x);
        angle += angle < 0 ? 2 * M_PI : 0;
        const int i = int(angle / (2 * M_PI / count));
        const double a1 = 2 * M_PI * i / count, a2 = 2 * M_PI * (i + 1) / count;
        const double ax = radius(i) * std::cos(a1), ay = radius(i) * std::sin(a1);
        const double bx = radius(i + 1) * std::cos(a2), by = radius(i + 1) * std::sin(a2);
        const bool inside = (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0.0;
        QCOMPARE(locate(star, {116 + x, 40 + y}), inside ? Containment::Inside : Containment::Outside);
    }
}

void TestPolygon::degenerate() {
    QCOMPARE(locate({}, {116, 39}), Containment::Outside);
    QCOMPARE(locate(Polygon{{{}}}, {116, 39}), Containment::Outside);
    QCOMPARE(locate(plain, {}), Containment::Outside);
    QCOMPARE(locate(plain, {notANumber, 39.5}), Containment::Outside);
    const Polygon point{{{{116, 39}}}};
    QCOMPARE(locate(point, {116, 39}), Containment::Boundary);
    QCOMPARE(locate(point, {115, 39}), Containment::Outside);
    const Polygon line{{{{116, 39}, {117, 40}}}};
    QCOMPARE(locate(line, {116.5, 39.5}), Containment::Boundary);
    QCOMPARE(locate(line, {116.2, 39.5}), Containment::Outside);
    Polygon broken = plain;
    broken.rings[0][2].lat = notANumber;
    QCOMPARE(locate(broken, {116.5, 39.5}), Containment::Outside);
    QVERIFY(boundingBox(Polygon{}).isEmpty());
    QCOMPARE(boundingBox(holed), (Box{116, 39, 117, 40}));
}

void TestPolygon::area() {
    const double wholeM2 = areaM2(plain);
    const double holeM2 = areaM2(Polygon{{holed.rings[1]}});
    COMPARE_WITHIN(areaM2(holed), wholeM2 - holeM2, 1e-3);
    COMPARE_WITHIN(holeM2 / wholeM2, 0.04, 1e-4);
    QCOMPARE(areaM2({}), 0.0);
    QCOMPARE(areaM2(Polygon{{{{116, 39}, {117, 40}}}}), 0.0);
}

void TestPolygon::labelPoints() {
    const Polygon ring{{{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {{1, 1}, {9, 1}, {9, 9}, {1, 9}}}};
    const Polygon sliver{{{{0, 0}, {10, 1e-4}, {10, 2e-4}}}};
    const Polygon hook{{{{0, 0}, {10, 0}, {10, 10}, {9, 10}, {9, 1}, {0, 1}}}};
    for (const Polygon& polygon : {plain, holed, ring, sliver, hook})
        QCOMPARE(locate(polygon, labelPoint(polygon)), Containment::Inside);
    COMPARE_WITHIN(labelPoint(plain).lon, 116.5, 1e-9);
    COMPARE_WITHIN(labelPoint(plain).lat, 39.5, 0.05);
    QVERIFY(!labelPoint({}).isValid());
    QVERIFY(!labelPoint(Polygon{{{{1, 1}, {2, 2}}}}).isValid());
}

QTEST_GUILESS_MAIN(TestPolygon)
#include "test_polygon.moc"
