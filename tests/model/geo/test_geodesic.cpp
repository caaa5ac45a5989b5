// SPDX-License-Identifier: GPL-3.0-or-later
#include "georeference.h"
#include "model/geo/geodesic.h"

#include <QJsonArray>
#include <QtTest>

#include <cmath>
#include <random>

using namespace corridor;

namespace {
const LonLat tiananmen{116.3975, 39.9087};
const LonLat horinger{111.8250, 40.4750};
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();
} // namespace

class TestGeodesic : public QObject {
    Q_OBJECT
private slots:
    void publishedGeodesics();
    void publishedChinaDistances();
    void publishedPolygons();
    void quarterMeridianAndEquator();
    void directUndoesInverse();
    void triangleInequality();
    void antimeridianIsShort();
    void impossibleInputIsNaN();
    void interpolateKeepsEnds();
    void lengthAndPointAlong();
    void polygonOrientationAndClosing();
    void polygonOverTheAntimeridian();
    void ellipseHoldsItsSum_data();
    void ellipseHoldsItsSum();
    void ellipseRunsCounterClockwise();
    void ellipseDegenerate();
    void circleHoldsItsRadius();
    void sharesAcrossCopies();
};

void TestGeodesic::publishedGeodesics() {
    const QStringList lines = georeference::lines("geodesy/GeodTest-50.dat");
    if (lines.isEmpty())
        QSKIP("published answers are absent");
    const Geodesic& wgs84 = Geodesic::wgs84();
    for (const QString& line : lines) {
        const QStringList v = line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        QVERIFY(v.size() >= 7);
        const LonLat from{v[1].toDouble(), v[0].toDouble()};
        const LonLat to{v[4].toDouble(), v[3].toDouble()};
        const double azimuth1 = v[2].toDouble();
        const double lengthM = v[6].toDouble();
        COMPARE_WITHIN(wgs84.distance(from, to), lengthM, 1e-6);
        const Geodesic::Inverse inverse = wgs84.inverse(from, to);
        COMPARE_WITHIN(inverse.distanceM, lengthM, 1e-6);
        const Geodesic::Direct direct = wgs84.direct(from, azimuth1, lengthM);
        COMPARE_WITHIN(wgs84.distance(direct.end, to), 0.0, 1e-6);
        // Azimuths and area below are only stable away from the poles and antipodes.
        if (v[7].toDouble() < 170.0 && std::abs(to.lat) < 85.0 && lengthM > 1000.0) {
            COMPARE_WITHIN(std::remainder(inverse.azimuth1Deg - azimuth1, 360.0), 0.0, 1e-9);
            COMPARE_WITHIN(std::remainder(inverse.azimuth2Deg - v[5].toDouble(), 360.0), 0.0, 1e-9);
        }
        // S12 is the area between the geodesic and the equator: a quadrilateral with the ends' foot points.
        const std::vector<LonLat> quad{from, {from.lon, 0.0}, {to.lon, 0.0}, to};
        if (v[7].toDouble() < 120.0 && to.lon - from.lon < 120.0 && lengthM > 1000.0)
            COMPARE_WITHIN(wgs84.polygon(quad).areaM2, v[9].toDouble(), 1.0);
    }
    QCOMPARE(lines.size(), 50);
}

void TestGeodesic::publishedChinaDistances() {
    const auto rows = georeference::rows("geodesy/china-inverse-30.csv");
    if (rows.isEmpty())
        QSKIP("published answers are absent");
    for (const auto& row : rows) {
        const LonLat from{row["lon1"].toDouble(), row["lat1"].toDouble()};
        const LonLat to{row["lon2"].toDouble(), row["lat2"].toDouble()};
        const Geodesic::Inverse wgs84 = Geodesic::wgs84().inverse(from, to);
        COMPARE_WITHIN(wgs84.distanceM, row["s12_m_WGS84"].toDouble(), 1e-5);
        COMPARE_WITHIN(wgs84.azimuth1Deg, row["azi1_deg"].toDouble(), 1e-10);
        COMPARE_WITHIN(wgs84.azimuth2Deg, row["azi2_deg"].toDouble(), 1e-10);
        COMPARE_WITHIN(Geodesic::cgcs2000().distance(from, to), row["s12_m_CGCS2000"].toDouble(), 1e-5);
    }
    QCOMPARE(rows.size(), 30);
}

void TestGeodesic::publishedPolygons() {
    const QJsonObject polygons = georeference::json("geodesy/polygons.json");
    if (polygons.isEmpty())
        QSKIP("published answers are absent");
    for (const QJsonValue& value : polygons) {
        std::vector<LonLat> ring;
        for (const QJsonValue& point : value["points_lonlat"].toArray())
            ring.push_back({point[0].toDouble(), point[1].toDouble()});
        const Geodesic::Measure measure = Geodesic::wgs84().polygon(ring);
        COMPARE_WITHIN(measure.perimeterM, value["perimeter_m"].toDouble(), 1e-5);
        COMPARE_WITHIN(measure.areaM2, value["area_m2_ccw_positive"].toDouble(), 0.5);
    }
}

void TestGeodesic::quarterMeridianAndEquator() {
    // The meridian quadrant of WGS 84 is 10 001 965.729 m; a degree of the equator is a·pi/180.
    COMPARE_WITHIN(Geodesic::wgs84().distance({0, 0}, {0, 90}), 10001965.7293, 1e-4);
    COMPARE_WITHIN(Geodesic::wgs84().distance({10, 0}, {11, 0}), 6378137.0 * M_PI / 180.0, 1e-8);
    const Geodesic sphere(Ellipsoid{6371000.0, 0.0});
    COMPARE_WITHIN(sphere.distance({0, 0}, {90, 0}), 6371000.0 * M_PI / 2.0, 1e-6);
}

void TestGeodesic::directUndoesInverse() {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> lon(-180.0, 180.0), lat(-89.0, 89.0);
    const Geodesic& geodesic = Geodesic::cgcs2000();
    for (int i = 0; i < 300; ++i) {
        const LonLat a{lon(random), lat(random)};
        const LonLat b{lon(random), lat(random)};
        const Geodesic::Inverse way = geodesic.inverse(a, b);
        COMPARE_WITHIN(geodesic.distance(geodesic.direct(a, way.azimuth1Deg, way.distanceM).end, b), 0.0, 1e-6);
        COMPARE_WITHIN(geodesic.inverse(b, a).distanceM, way.distanceM, 1e-7);
    }
}

void TestGeodesic::triangleInequality() {
    std::mt19937 random(8);
    std::uniform_real_distribution<double> lon(100.0, 125.0), lat(20.0, 50.0);
    const Geodesic& geodesic = Geodesic::cgcs2000();
    for (int i = 0; i < 300; ++i) {
        const LonLat a{lon(random), lat(random)}, b{lon(random), lat(random)}, c{lon(random), lat(random)};
        QVERIFY(geodesic.distance(a, c) <= geodesic.distance(a, b) + geodesic.distance(b, c) + 1e-7);
    }
}

void TestGeodesic::antimeridianIsShort() {
    const Geodesic& geodesic = Geodesic::cgcs2000();
    COMPARE_WITHIN(geodesic.distance({179.5, 10}, {-179.5, 10}), geodesic.distance({0, 10}, {1, 10}), 1e-6);
    COMPARE_WITHIN(geodesic.distance({180, 10}, {-180, 10}), 0.0, 1e-6);
    COMPARE_WITHIN(geodesic.distance({539.5, 10}, {180.5, 10}), geodesic.distance({0, 10}, {1, 10}), 1e-6);
}

void TestGeodesic::impossibleInputIsNaN() {
    const Geodesic& geodesic = Geodesic::cgcs2000();
    QVERIFY(std::isnan(geodesic.distance({notANumber, 40}, tiananmen)));
    QVERIFY(std::isnan(geodesic.distance({116, 90.5}, tiananmen)));
    QVERIFY(std::isnan(geodesic.direct({116, 40}, notANumber, 10).end.lat));
    QVERIFY(std::isnan(geodesic.length(std::vector<LonLat>{tiananmen, {}, horinger})));
    QCOMPARE(geodesic.distance(tiananmen, tiananmen), 0.0);
}

void TestGeodesic::interpolateKeepsEnds() {
    const Geodesic& geodesic = Geodesic::cgcs2000();
    QCOMPARE(geodesic.interpolate(tiananmen, horinger, 0.0), tiananmen);
    QCOMPARE(geodesic.interpolate(tiananmen, horinger, 1.0), horinger);
    const LonLat third = geodesic.interpolate(tiananmen, horinger, 1.0 / 3.0);
    COMPARE_WITHIN(geodesic.distance(tiananmen, third) * 2.0, geodesic.distance(third, horinger), 1e-6);
    QCOMPARE(geodesic.interpolate(tiananmen, tiananmen, 0.5), tiananmen);
}

void TestGeodesic::lengthAndPointAlong() {
    const Geodesic& geodesic = Geodesic::cgcs2000();
    const std::vector<LonLat> line{tiananmen, {115.5, 40.4}, {115.5, 40.4}, {113.1, 41.0}, horinger};
    const double lengthM = geodesic.length(line);
    QVERIFY(lengthM > geodesic.distance(tiananmen, horinger));
    QCOMPARE(geodesic.pointAtDistance(line, 0.0), line.front());
    QCOMPARE(geodesic.pointAtDistance(line, -5.0), line.front());
    QCOMPARE(geodesic.pointAtDistance(line, lengthM + 1.0), line.back());
    const double firstM = geodesic.distance(line[0], line[1]);
    const LonLat beyond = geodesic.pointAtDistance(line, firstM + 1000.0);
    COMPARE_WITHIN(geodesic.distance(line[1], beyond), 1000.0, 1e-6);
    QCOMPARE(geodesic.length({}), 0.0);
    QCOMPARE(geodesic.length(std::vector<LonLat>{tiananmen}), 0.0);
    QVERIFY(!geodesic.pointAtDistance({}, 1.0).isValid());
    QVERIFY(!geodesic.pointAtDistance(line, notANumber).isValid());
}

void TestGeodesic::polygonOrientationAndClosing() {
    const Geodesic& geodesic = Geodesic::cgcs2000();
    const std::vector<LonLat> ring{{116, 39}, {117, 39}, {117, 40}, {116, 40}};
    const std::vector<LonLat> clockwise(ring.rbegin(), ring.rend());
    std::vector<LonLat> closed = ring;
    closed.push_back(ring.front());
    const Geodesic::Measure measure = geodesic.polygon(ring);
    // A degree square at 39.5° N: 111.03 km by 86.0 km.
    COMPARE_WITHIN(measure.areaM2 / 9.544e9, 1.0, 2e-3);
    COMPARE_WITHIN(geodesic.polygon(clockwise).areaM2, -measure.areaM2, 1e-3);
    QCOMPARE(geodesic.polygon(closed).areaM2, measure.areaM2);
    QCOMPARE(geodesic.polygon(closed).perimeterM, measure.perimeterM);
    QCOMPARE(geodesic.polygon({}).areaM2, 0.0);
    QCOMPARE(geodesic.polygon(std::vector<LonLat>{{1, 1}}).perimeterM, 0.0);
}

void TestGeodesic::polygonOverTheAntimeridian() {
    const Geodesic& geodesic = Geodesic::cgcs2000();
    const std::vector<LonLat> here{{-1, 39}, {1, 39}, {1, 40}, {-1, 40}};
    const std::vector<LonLat> there{{179, 39}, {-179, 39}, {-179, 40}, {179, 40}};
    COMPARE_WITHIN(geodesic.polygon(there).areaM2, geodesic.polygon(here).areaM2, 1.0);
}

void TestGeodesic::ellipseHoldsItsSum_data() {
    QTest::addColumn<double>("lon1");
    QTest::addColumn<double>("lat1");
    QTest::addColumn<double>("lon2");
    QTest::addColumn<double>("lat2");
    QTest::addColumn<double>("slackM");
    QTest::newRow("Beijing-Horinger, 6 km left") << 116.3975 << 39.9087 << 111.825 << 40.475 << 6.1e3;
    QTest::newRow("needle, 1 m left") << 116.3975 << 39.9087 << 111.825 << 40.475 << 1.0;
    QTest::newRow("round, one focus") << 116.0 << 40.0 << 116.0 << 40.0 << 400e3;
    QTest::newRow("1 m") << 116.0 << 40.0 << 116.0 << 40.0 << 1.0;
    QTest::newRow("over the antimeridian") << 179.0 << 50.0 << -178.0 << 52.0 << 50e3;
    QTest::newRow("around the pole") << 10.0 << 88.0 << -170.0 << 87.0 << 900e3;
    QTest::newRow("national") << 87.6 << 43.8 << 121.5 << 31.2 << 1500e3;
    QTest::newRow("half the globe") << 0.0 << 0.0 << 60.0 << 10.0 << 8000e3;
}

void TestGeodesic::ellipseHoldsItsSum() {
    QFETCH(double, lon1);
    QFETCH(double, lat1);
    QFETCH(double, lon2);
    QFETCH(double, lat2);
    QFETCH(double, slackM);
    const Geodesic& geodesic = Geodesic::cgcs2000();
    const LonLat a{lon1, lat1}, b{lon2, lat2};
    const double sumM = geodesic.distance(a, b) + slackM;
    const std::vector<LonLat> points = geodesic.ellipse(a, b, sumM, 72);
    QCOMPARE(points.size(), std::size_t(72));
    for (const LonLat& p : points)
        COMPARE_WITHIN(geodesic.distance(a, p) + geodesic.distance(p, b), sumM, 1e-3);
    // The vertex beyond the second focus is half the slack away from it.
    COMPARE_WITHIN(geodesic.distance(b, points.front()), slackM / 2.0, 1e-2 * slackM + 1e-3);
}

void TestGeodesic::ellipseRunsCounterClockwise() {
    const Geodesic& geodesic = Geodesic::cgcs2000();
    const double sumM = geodesic.distance(tiananmen, horinger) + 20e3;
    const double areaM2 = geodesic.polygon(geodesic.ellipse(tiananmen, horinger, sumM, 360)).areaM2;
    const double focalM = geodesic.distance(tiananmen, horinger) / 2.0;
    const double planeAreaM2 = M_PI * sumM / 2.0 * std::sqrt(sumM * sumM / 4.0 - focalM * focalM);
    COMPARE_WITHIN(areaM2 / planeAreaM2, 1.0, 2e-3);
}

void TestGeodesic::ellipseDegenerate() {
    const Geodesic& geodesic = Geodesic::cgcs2000();
    const double distanceM = geodesic.distance(tiananmen, horinger);
    QVERIFY(geodesic.ellipse(tiananmen, horinger, distanceM - 1.0).empty());
    QVERIFY(geodesic.ellipse(tiananmen, horinger, notANumber).empty());
    QVERIFY(geodesic.ellipse(tiananmen, horinger, infinity).empty());
    QVERIFY(geodesic.ellipse({}, horinger, 1e6).empty());
    QVERIFY(geodesic.ellipse(tiananmen, horinger, distanceM + 1.0, 2).empty());
    const std::vector<LonLat> flat = geodesic.ellipse(tiananmen, horinger, distanceM, 24);
    QCOMPARE(flat.size(), std::size_t(24));
    for (const LonLat& p : flat)
        COMPARE_WITHIN(geodesic.distance(tiananmen, p) + geodesic.distance(p, horinger), distanceM, 1e-3);
}

void TestGeodesic::circleHoldsItsRadius() {
    const Geodesic& geodesic = Geodesic::cgcs2000();
    const std::vector<LonLat> ring = geodesic.circle(tiananmen, 200e3, 180);
    QCOMPARE(ring.size(), std::size_t(180));
    for (const LonLat& p : ring)
        COMPARE_WITHIN(geodesic.distance(tiananmen, p), 200e3, 1e-6);
    QVERIFY(ring.front().lat > tiananmen.lat + 1.7);
    COMPARE_WITHIN(geodesic.polygon(ring).areaM2 / (M_PI * 4e10), 1.0, 1e-3);
    QVERIFY(geodesic.circle(tiananmen, -1.0).empty());
    QVERIFY(geodesic.circle(tiananmen, notANumber).empty());
    QVERIFY(geodesic.circle(tiananmen, 1.0, 0).empty());
}

void TestGeodesic::sharesAcrossCopies() {
    Geodesic copy = Geodesic::wgs84();
    {
        const Geodesic scoped(Ellipsoid{6378245.0, 1.0 / 298.3});
        copy = scoped;
    }
    QCOMPARE(copy.ellipsoid(), (Ellipsoid{6378245.0, 1.0 / 298.3}));
    QVERIFY(copy.distance({0, 0}, {1, 0}) > Geodesic::wgs84().distance({0, 0}, {1, 0}));
}

QTEST_GUILESS_MAIN(TestGeodesic)
#include "test_geodesic.moc"
