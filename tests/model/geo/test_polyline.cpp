// SPDX-License-Identifier: GPL-3.0-or-later
#include "georeference.h"
#include "model/geo/polyline.h"
#include "model/geo/projection.h"

#include <QtTest>

#include <cmath>
#include <random>

using namespace corridor;

namespace {
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
using Line = std::vector<LonLat>;

const Line route{{116.3975, 39.9087}, {115.97, 40.46}, {114.8869, 40.8118}, {113.1328, 40.9944}, {111.825, 40.475}};

Line randomLine(unsigned seed, int count) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> step(-0.3, 0.3);
    Line line{{114.0, 40.0}};
    while (line.size() < std::size_t(count))
        line.push_back({line.back().lon + step(random), line.back().lat + step(random)});
    return line;
}

/// The nearest distance by brute force: a dense walk along every geodesic segment.
double walkedDistance(const Line& line, const LonLat& p) {
    const Geodesic& geodesic = Geodesic::cgcs2000();
    double best = std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i < line.size(); ++i)
        for (int k = 0; k <= 2000; ++k)
            best = std::min(best, geodesic.distance(p, geodesic.interpolate(line[i - 1], line[i], k / 2000.0)));
    return best;
}

double distanceToLine(const Line& line, const LonLat& p) {
    return nearestOnLine(line, p)->distanceM;
}
} // namespace

class TestPolyline : public QObject {
    Q_OBJECT
private slots:
    void boxes();
    void lengthIsAdditive();
    void nearestMatchesAWalk();
    void nearestIsPerpendicular();
    void nearestOnLongSegments();
    void nearestOnVertexAndEnds();
    void nearestDegenerate();
    void pointAtFractionAndMiddle();
    void insertAndRemove();
    void reverseTwice();
    void splitKeepsLength();
    void splitAtVerticesAndEnds();
    void densifyKeepsVertices();
    void simplifyStaysWithinTolerance();
    void simplifyDegenerate();
    void simplifyRings();
    void simplifyManyVertices();
};

void TestPolyline::boxes() {
    QVERIFY(boundingBox({}).isEmpty());
    QCOMPARE(boundingBox(route), (Box{111.825, 39.9087, 116.3975, 40.9944}));
    QCOMPARE(boundingBox(Line{{116, 40}, {notANumber, 1}}), (Box{116, 40, 116, 40}));
    Box box;
    QVERIFY(!box.contains(LonLat{0, 0}) && !box.intersects(box) && !box.contains(box));
    QVERIFY(!box.center().isValid());
    QCOMPARE(box.width(), 0.0);
    QVERIFY(box.expanded(10.0).isEmpty());
    const Box unit{0, 0, 1, 1};
    QCOMPARE(box.united(unit), unit);
    QCOMPARE(unit.united(box), unit);
    QCOMPARE(unit.united({2, -1, 3, 0}), (Box{0, -1, 3, 1}));
    QVERIFY(unit.contains(LonLat{1, 1}) && !unit.contains(LonLat{1.1, 1}) && !unit.contains(LonLat{}));
    QVERIFY(unit.intersects({1, 1, 2, 2}) && !unit.intersects({1.1, 0, 2, 1}));
    QVERIFY(unit.contains(unit) && !unit.contains(Box{0.5, 0.5, 1.5, 0.6}));
    QVERIFY(unit.expanded(-0.6).isEmpty());
    QCOMPARE(unit.expanded(0.5), (Box{-0.5, -0.5, 1.5, 1.5}));
    QCOMPARE(unit.center(), (LonLat{0.5, 0.5}));
    QVERIFY((LonLat{180, -90}).isValid() && !(LonLat{180.1, 0}).isValid() && !LonLat{}.isValid());
}

void TestPolyline::lengthIsAdditive() {
    const std::span<const LonLat> all(route);
    COMPARE_WITHIN(polylineLength(all.first(3)) + polylineLength(all.subspan(2)), polylineLength(all), 1e-7);
    COMPARE_WITHIN(polylineLength(reversed(route)), polylineLength(route), 1e-7);
    QCOMPARE(polylineLength({}), 0.0);
    QCOMPARE(polylineLength(Line{{116, 40}}), 0.0);
    QVERIFY(std::isnan(polylineLength(Line{{116, 40}, {}})));
}

void TestPolyline::nearestMatchesAWalk() {
    std::mt19937 random(4);
    std::uniform_real_distribution<double> lon(110.0, 118.0), lat(38.5, 42.0);
    for (int i = 0; i < 25; ++i) {
        const LonLat p{lon(random), lat(random)};
        const auto found = nearestOnLine(route, p);
        QVERIFY(found);
        const double walkedM = walkedDistance(route, p);
        QVERIFY(found->distanceM <= walkedM + 1e-6);
        // The walk's steps are up to 90 m apart; near the foot of the perpendicular that costs little.
        COMPARE_WITHIN(found->distanceM, walkedM, 60.0);
        COMPARE_WITHIN(Geodesic::cgcs2000().distance(p, found->point), found->distanceM, 1e-9);
        const LonLat again =
            Geodesic::cgcs2000().interpolate(route[found->segment], route[found->segment + 1], found->fraction);
        COMPARE_WITHIN(Geodesic::cgcs2000().distance(again, found->point), 0.0, 1e-6);
    }
}

void TestPolyline::nearestIsPerpendicular() {
    const Geodesic& geodesic = Geodesic::cgcs2000();
    for (const double fraction : {0.1, 0.5, 0.93}) {
        const Geodesic::Inverse way = geodesic.inverse(route[2], route[3]);
        const Geodesic::Direct foot = geodesic.direct(route[2], way.azimuth1Deg, way.distanceM * fraction);
        for (const double side : {-90.0, 90.0}) {
            const LonLat p = geodesic.direct(foot.end, foot.azimuthDeg + side, 5000.0).end;
            const auto found = nearestOnLine(route, p);
            QCOMPARE(found->segment, std::size_t(2));
            COMPARE_WITHIN(found->fraction, fraction, 1e-8);
            COMPARE_WITHIN(found->distanceM, 5000.0, 1e-3);
        }
    }
}

void TestPolyline::nearestOnLongSegments() {
    // From Urumqi to Shanghai and on over the Pacific: arcs whose chords run deep below the surface.
    const Line line{{87.6168, 43.8256}, {121.4737, 31.2304}, {-157.8, 21.3}};
    const Geodesic& geodesic = Geodesic::cgcs2000();
    for (const LonLat& p : {LonLat{105, 41}, LonLat{110, 36}, LonLat{178, 33}, LonLat{-179, 30}}) {
        const auto found = nearestOnLine(line, p);
        const double walkedM = walkedDistance(line, p);
        QVERIFY(found->distanceM <= walkedM + 1e-6);
        COMPARE_WITHIN(found->distanceM / walkedM, 1.0, 1e-3);
        const double aheadM = geodesic.distance(
            p, geodesic.interpolate(line[found->segment], line[found->segment + 1], found->fraction + 1e-6));
        const double behindM = geodesic.distance(
            p, geodesic.interpolate(line[found->segment], line[found->segment + 1], found->fraction - 1e-6));
        QVERIFY(aheadM >= found->distanceM - 1e-6 && behindM >= found->distanceM - 1e-6);
    }
}

void TestPolyline::nearestOnVertexAndEnds() {
    // A vertex belongs to two segments: the first is told.
    const auto vertex = nearestOnLine(route, route[2]);
    QCOMPARE(vertex->segment, std::size_t(1));
    QCOMPARE(vertex->fraction, 1.0);
    QCOMPARE(vertex->point, route[2]);
    QCOMPARE(vertex->distanceM, 0.0);
    const auto start = nearestOnLine(route, {120, 39});
    QCOMPARE(start->segment, std::size_t(0));
    QCOMPARE(start->fraction, 0.0);
    QCOMPARE(start->point, route.front());
    const auto end = nearestOnLine(route, {108, 40});
    QCOMPARE(end->segment, std::size_t(3));
    QCOMPARE(end->fraction, 1.0);
}

void TestPolyline::nearestDegenerate() {
    QVERIFY(!nearestOnLine({}, {116, 40}));
    QVERIFY(!nearestOnLine(route, {}));
    QVERIFY(!nearestOnLine(Line{{}}, {116, 40}));
    const auto single = nearestOnLine(Line{{116, 40}}, {116, 41});
    QCOMPARE(single->segment, std::size_t(0));
    COMPARE_WITHIN(single->distanceM, 111030.0, 30.0);
    const auto doubled = nearestOnLine(Line{{116, 40}, {116, 40}}, {116, 41});
    QCOMPARE(doubled->fraction, 0.0);
    QCOMPARE(doubled->distanceM, single->distanceM);
    // A broken vertex spoils its two segments, not the line.
    const auto rest = nearestOnLine(Line{{110, 40}, {}, {116, 40}, {117, 40}}, {116.5, 40.0});
    QVERIFY(rest);
    QCOMPARE(rest->segment, std::size_t(2));
}

void TestPolyline::pointAtFractionAndMiddle() {
    const Geodesic& geodesic = Geodesic::cgcs2000();
    QCOMPARE(pointAtFraction(route, 0.0), route.front());
    QCOMPARE(pointAtFraction(route, 1.0), route.back());
    QCOMPARE(pointAtFraction(route, 7.0), route.back());
    QVERIFY(!pointAtFraction({}, 0.5).isValid());
    QVERIFY(!pointAtFraction(route, notANumber).isValid());
    QCOMPARE(midPoint(Line{{116, 40}}), (LonLat{116, 40}));
    QCOMPARE(midPoint(Line{{116, 40}, {116, 40}}), (LonLat{116, 40}));
    const LonLat middle = midPoint(route);
    const auto cut = nearestOnLine(route, middle);
    COMPARE_WITHIN(cut->distanceM, 0.0, 1e-4);
    const auto [head, tail] = splitLine(route, cut->segment, cut->fraction);
    COMPARE_WITHIN(polylineLength(head), polylineLength(tail), 1e-3);
    COMPARE_WITHIN(geodesic.distance(head.back(), middle), 0.0, 1e-4);
}

void TestPolyline::insertAndRemove() {
    const LonLat p{115.5, 40.6};
    const Line longer = insertVertex(route, 1, p);
    QCOMPARE(longer.size(), route.size() + 1);
    QCOMPARE(longer[2], p);
    QCOMPARE(removeVertex(longer, 2), route);
    QCOMPARE(insertVertex(route, 99, p).back(), p);
    QCOMPARE(insertVertex({}, 0, p), Line{p});
    QCOMPARE(removeVertex(route, 99), route);
    QVERIFY(removeVertex(Line{p}, 0).empty());
}

void TestPolyline::reverseTwice() {
    QCOMPARE(reversed(route).front(), route.back());
    QCOMPARE(reversed(reversed(route)), route);
    QVERIFY(reversed({}).empty());
}

void TestPolyline::splitKeepsLength() {
    for (std::size_t segment = 0; segment + 1 < route.size(); ++segment)
        for (const double fraction : {0.0, 0.25, 0.999, 1.0}) {
            const auto [head, tail] = splitLine(route, segment, fraction);
            QCOMPARE(head.back(), tail.front());
            COMPARE_WITHIN(polylineLength(head) + polylineLength(tail), polylineLength(route), 1e-6);
            const bool atVertex = fraction == 0.0 || fraction == 1.0;
            QCOMPARE(head.size() + tail.size(), route.size() + (atVertex ? 1 : 2));
        }
}

void TestPolyline::splitAtVerticesAndEnds() {
    const auto start = splitLine(route, 0, 0.0);
    QCOMPARE(start.first, Line{route.front()});
    QCOMPARE(start.second, route);
    const auto end = splitLine(route, 3, 1.0);
    QCOMPARE(end.first, route);
    QCOMPARE(end.second, Line{route.back()});
    const auto beyond = splitLine(route, 50, 0.5);
    QCOMPARE(beyond.first, route);
    const auto clamped = splitLine(route, 1, -3.0);
    QCOMPARE(clamped.first.back(), route[1]);
    const auto nothing = splitLine({}, 0, 0.5);
    QVERIFY(nothing.first.empty() && nothing.second.empty());
    const auto single = splitLine(Line{{116, 40}}, 0, 0.5);
    QCOMPARE(single.first.size(), std::size_t(1));
    QCOMPARE(single.second.size(), std::size_t(1));
}

void TestPolyline::densifyKeepsVertices() {
    const Geodesic& geodesic = Geodesic::cgcs2000();
    const Line dense = densify(route, 10e3);
    std::size_t next = 0;
    for (std::size_t i = 0; i < dense.size(); ++i) {
        if (next < route.size() && dense[i] == route[next])
            ++next;
        if (i > 0)
            QVERIFY(geodesic.distance(dense[i - 1], dense[i]) <= 10e3 + 1e-3);
    }
    QCOMPARE(next, route.size());
    COMPARE_WITHIN(polylineLength(dense), polylineLength(route), 1e-5);
    QCOMPARE(densify(dense, 10e3).size(), dense.size());
    QCOMPARE(densify(route, 0.0), route);
    QCOMPARE(densify(route, notANumber), route);
    QCOMPARE(densify(Line{{116, 40}, {}}, 10e3).size(), std::size_t(2));
    QVERIFY(densify({}, 10e3).empty());
}

void TestPolyline::simplifyStaysWithinTolerance() {
    const Line line = randomLine(11, 400);
    for (const double toleranceM : {1e3, 10e3, 40e3}) {
        const Line simple = simplify(line, toleranceM);
        QVERIFY(simple.size() < line.size() && simple.size() >= 2);
        QCOMPARE(simple.front(), line.front());
        QCOMPARE(simple.back(), line.back());
        for (const LonLat& p : line)
            QVERIFY(distanceToLine(simple, p) <= toleranceM * 1.06 + 100.0);
        std::size_t at = 0; // what is left is a subsequence
        for (const LonLat& p : line)
            if (at < simple.size() && simple[at] == p)
                ++at;
        QCOMPARE(at, simple.size());
    }
    QVERIFY(simplify(line, 40e3).size() < simplify(line, 10e3).size());
}

void TestPolyline::simplifyDegenerate() {
    QVERIFY(simplify({}, 10.0).empty());
    QCOMPARE(simplify(Line{{116, 40}}, 10.0), (Line{{116, 40}}));
    QCOMPARE(simplify(Line{{116, 40}, {116, 40}}, 10.0).size(), std::size_t(2));
    QCOMPARE(simplify(route, 0.0), route);
    QCOMPARE(simplify(route, notANumber), route);
    QCOMPARE(simplify(route, 1e9), (Line{route.front(), route.back()}));
    QVERIFY(simplify(Line{{}, {}}, 10.0).empty());
    // Over the antimeridian the line stays in one piece: its middle vertex is 1 km off the straight, not half the
    // globe.
    const Line pacific{{179.9, 40.0}, {-180.0, 40.01}, {-179.9, 40.0}};
    QCOMPARE(simplify(pacific, 5e3).size(), std::size_t(2));
    QCOMPARE(simplify(pacific, 500.0).size(), std::size_t(3));
    const std::vector<Point> plane{{0, 0}, {1, 0}, {notANumber, 5}, {2, 0}, {3, 4}};
    QCOMPARE(simplifiedIndices(plane, 0.0), (std::vector<std::uint32_t>{0, 3, 4}));
}

void TestPolyline::simplifyRings() {
    const std::vector<Point> square{{0, 0}, {5, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}};
    QCOMPARE(simplifiedIndices(square, 0.5), (std::vector<std::uint32_t>{0, 2, 3, 4, 5}));
    const std::vector<std::uint32_t> triangle = simplifiedIndices(square, 1e6);
    QCOMPARE(triangle.size(), std::size_t(4)); // three corners and the closing point
    QCOMPARE(triangle.back(), std::uint32_t(5));
    QCOMPARE(simplifiedIndices(std::vector<Point>{{1, 1}, {1, 1}, {1, 1}}, 1.0).size(), std::size_t(3));
}

void TestPolyline::simplifyManyVertices() {
    // A spiral makes the recursion as deep as it gets; it must not exhaust the program's stack.
    std::vector<Point> spiral;
    for (int i = 0; i < 20000; ++i)
        spiral.push_back({i * std::cos(i * 0.01), i * std::sin(i * 0.01)});
    const auto kept = simplifiedIndices(spiral, 50.0);
    QVERIFY(kept.size() > 100 && kept.size() < spiral.size());
    QCOMPARE(simplifiedIndices(spiral, 0.0).size(), spiral.size());
}

QTEST_GUILESS_MAIN(TestPolyline)
#include "test_polyline.moc"
