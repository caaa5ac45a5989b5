// SPDX-License-Identifier: GPL-3.0-or-later
#include "georeference.h"
#include "model/base/error.h"
#include "model/geo/geodesic.h"
#include "model/geo/projection.h"
#include "model/geo/zonereadout.h"

#include <QtTest>

#include <cmath>
#include <map>
#include <thread>

using namespace corridor;

namespace {
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
const LonLat beijing{116.4074, 39.9042};

std::vector<LonLat> corridorGrid() {
    std::vector<LonLat> grid;
    for (double lon = 108.0; lon <= 120.0; lon += 0.75)
        for (double lat = 36.0; lat <= 44.0; lat += 0.5)
            grid.push_back({lon, lat});
    return grid;
}
} // namespace

class TestProjection : public QObject {
    Q_OBJECT
private slots:
    void publishedGaussKrueger();
    void publishedWebMercatorAndUtm();
    void builtInsEqualEpsg();
    void roundTrips();
    void albersIsEqualArea();
    void batchEqualsSingle();
    void impossiblePoints();
    void axesAreEastNorth();
    void userInput();
    void cloneAndMove();
    void cloneFromAnotherThread();
    void localScaleAndNorth();
    void badFactoriesThrow();
    void zonesOfChina();
    void zoneReadout();
    void recognisesDesignersNumbers();
};

void TestProjection::publishedGaussKrueger() {
    const auto rows = georeference::rows("projections/cgcs2000-gk-4547.csv");
    if (rows.isEmpty())
        QSKIP("published answers are absent");
    const Projection builtIn = Projection::gaussKrueger3(114.0);
    const std::optional<Projection> epsg = Projection::fromEpsg(4547);
    QVERIFY(epsg);
    for (const auto& row : rows) {
        const LonLat position{row["lon"].toDouble(), row["lat"].toDouble()};
        for (const Projection* projection : {&builtIn, &*epsg}) {
            const Point point = projection->forward(position);
            COMPARE_WITHIN(point.x, row["easting_Y_PROJ"].toDouble(), 1e-4);
            COMPARE_WITHIN(point.y, row["northing_X_PROJ"].toDouble(), 1e-4);
            const LonLat back = projection->inverse(point);
            COMPARE_WITHIN(back.lon, position.lon, 1e-9);
            COMPARE_WITHIN(back.lat, position.lat, 1e-9);
        }
        const double zoned = Projection::gaussKrueger3Zone(38).forward(position).x;
        COMPARE_WITHIN(zoned, 38e6 + row["easting_Y_PROJ"].toDouble(), 1e-4);
        const Projection::Local local = builtIn.localAt(position);
        COMPARE_WITHIN(local.unitsPerMetreEast, row["scale_k"].toDouble(), 1e-6);
        COMPARE_WITHIN(local.unitsPerMetreNorth, row["scale_k"].toDouble(), 1e-6);
        // Convergence is the bearing of grid north seen from true north, the opposite of northDeg.
        COMPARE_WITHIN(local.northDeg, -row["convergence_deg"].toDouble(), 1e-4);
    }
    QCOMPARE(rows.size(), 9);
}

void TestProjection::publishedWebMercatorAndUtm() {
    const auto rows = georeference::rows("projections/web-mercator-utm.csv");
    if (rows.isEmpty())
        QSKIP("published answers are absent");
    std::map<QString, std::optional<Projection>> known;
    for (const auto& row : rows) {
        const LonLat position{row["lon"].toDouble(), row["lat"].toDouble()};
        std::optional<Projection>& projection = known[row["crs"]];
        if (!projection)
            projection = Projection::fromUserInput(row["crs"].toStdString());
        QVERIFY2(projection, qPrintable(row["crs"]));
        const Point point = projection->forward(position);
        COMPARE_WITHIN(point.x, row["x_easting"].toDouble(), 1e-4);
        COMPARE_WITHIN(point.y, row["y_northing"].toDouble(), 1e-4);
        COMPARE_WITHIN(projection->inverse(point).lon, position.lon, 1e-9);
        COMPARE_WITHIN(projection->inverse(point).lat, position.lat, 1e-9);
        if (row["crs"] == QLatin1String("EPSG:3857")) {
            const Point builtIn = Projection::webMercator().forward(position);
            COMPARE_WITHIN(builtIn.x, row["x_easting"].toDouble(), 1e-4);
            COMPARE_WITHIN(builtIn.y, row["y_northing"].toDouble(), 1e-4);
        }
    }
    QCOMPARE(rows.size(), 48);
}

void TestProjection::builtInsEqualEpsg() {
    struct Pair {
        Projection own;
        int epsg;
    };
    std::vector<Pair> pairs;
    for (const int cm : {111, 114, 117}) {
        pairs.push_back({Projection::gaussKrueger3(cm), *gaussKrueger3Epsg(cm)});
        const int zone = gaussKrueger3Zone(cm);
        pairs.push_back({Projection::gaussKrueger3Zone(zone), *gaussKrueger3ZoneEpsg(zone)});
    }
    pairs.push_back({Projection::webMercator(), 3857});
    pairs.push_back({Projection::geographic(), 4490});
    for (const Pair& pair : pairs) {
        const std::optional<Projection> epsg = Projection::fromEpsg(pair.epsg);
        QVERIFY(epsg);
        QCOMPARE(pair.own.isGeographic(), epsg->isGeographic());
        if (pair.epsg != 3857)
            QVERIFY(QString::fromStdString(epsg->name()).startsWith(QStringLiteral("C")));
        for (const LonLat& position : corridorGrid()) {
            COMPARE_WITHIN(pair.own.forward(position).x, epsg->forward(position).x, 1e-6);
            COMPARE_WITHIN(pair.own.forward(position).y, epsg->forward(position).y, 1e-6);
        }
    }
    QCOMPARE(Projection::gaussKrueger3(114).name(), Projection::fromEpsg(4547)->name());
    QCOMPARE(Projection::gaussKrueger3Zone(38).name(), Projection::fromEpsg(4526)->name());
    QCOMPARE(Projection::webMercator().name(), Projection::fromEpsg(3857)->name());
}

void TestProjection::roundTrips() {
    std::vector<Projection> all;
    all.push_back(Projection::mapAlbers(114.0));
    all.push_back(Projection::gaussKrueger3(114.0));
    all.push_back(Projection::gaussKrueger3(-72.0));
    all.push_back(Projection::geographic());
    all.push_back(Projection::webMercator());
    for (const Projection& projection : all) {
        for (LonLat position : corridorGrid()) {
            if (projection.definition().find("-72") != std::string::npos)
                position.lon -= 186.0;
            const LonLat back = projection.inverse(projection.forward(position));
            COMPARE_WITHIN(back.lon, position.lon, 1e-9);
            COMPARE_WITHIN(back.lat, position.lat, 1e-9);
        }
    }
}

void TestProjection::albersIsEqualArea() {
    const Projection albers = Projection::mapAlbers(114.0);
    const LonLat northOfOrigin{114.0, 40.0};
    COMPARE_WITHIN(albers.forward(northOfOrigin).x, 0.0, 1e-6);
    for (const LonLat& position : corridorGrid()) {
        const Projection::Local local = albers.localAt(position);
        COMPARE_WITHIN(local.unitsPerMetreEast * local.unitsPerMetreNorth, 1.0, 1e-5);
    }
    // On a standard parallel the scale is true.
    COMPARE_WITHIN(albers.localAt({110.0, 25.0}).unitsPerMetreEast, 1.0, 1e-6);
    COMPARE_WITHIN(albers.localAt({110.0, 47.0}).unitsPerMetreEast, 1.0, 1e-6);
    QVERIFY(albers.localAt({110.0, 40.0}).unitsPerMetreEast < 0.99);
}

void TestProjection::batchEqualsSingle() {
    const Projection albers = Projection::mapAlbers(114.0);
    std::vector<LonLat> positions = corridorGrid();
    positions[5] = {}; // failures inside a batch must not spoil their neighbours
    positions[6] = {114.0, 91.0};
    std::vector<Point> points(positions.size());
    albers.forward(positions, points);
    std::vector<LonLat> back(points.size());
    albers.inverse(points, back);
    for (std::size_t i = 0; i < positions.size(); ++i) {
        if (i == 5 || i == 6) {
            QVERIFY(std::isnan(points[i].x) && std::isnan(points[i].y));
            QVERIFY(std::isnan(back[i].lon) && std::isnan(back[i].lat));
            continue;
        }
        QCOMPARE(points[i], albers.forward(positions[i]));
        QCOMPARE(back[i], albers.inverse(points[i]));
    }
    std::vector<Point> fewer(3);
    albers.forward(positions, fewer);
    QCOMPARE(fewer[2], points[2]);
    albers.forward({}, points);
    albers.inverse({}, back);
}

void TestProjection::impossiblePoints() {
    std::vector<Projection> all;
    all.push_back(Projection::mapAlbers(114.0));
    all.push_back(Projection::gaussKrueger3(114.0));
    all.push_back(Projection::geographic());
    all.push_back(Projection::webMercator());
    all.push_back(*Projection::fromEpsg(4547));
    for (const Projection& projection : all) {
        for (const LonLat& bad : {LonLat{}, LonLat{114, notANumber}, LonLat{notANumber, 40}, LonLat{114, 90.001},
                                  LonLat{114, -1e300}, LonLat{std::numeric_limits<double>::infinity(), 40}}) {
            const Point point = projection.forward(bad);
            QVERIFY2(std::isnan(point.x) && std::isnan(point.y), projection.name().c_str());
        }
        for (const Point& bad : {Point{}, Point{notANumber, 4e6}, Point{5e5, notANumber}, Point{1e300, 1e300}}) {
            const LonLat position = projection.inverse(bad);
            QVERIFY2(std::isnan(position.lon) && std::isnan(position.lat), projection.name().c_str());
        }
        const Point good = projection.forward(beijing);
        QVERIFY2(std::isfinite(good.x) && std::isfinite(good.y), projection.name().c_str());
    }
}

void TestProjection::axesAreEastNorth() {
    for (const char* crs :
         {"EPSG:4547", "EPSG:4526", "EPSG:32650", "EPSG:3857", "EPSG:4490", "EPSG:4326", "OGC:CRS84"}) {
        const std::optional<Projection> projection = Projection::fromUserInput(crs);
        QVERIFY2(projection, crs);
        const Point here = projection->forward(beijing);
        const Point east = projection->forward({beijing.lon + 0.1, beijing.lat});
        const Point north = projection->forward({beijing.lon, beijing.lat + 0.1});
        QVERIFY2(east.x - here.x > std::abs(east.y - here.y), crs);
        QVERIFY2(north.y - here.y > std::abs(north.x - here.x), crs);
    }
    QCOMPARE(Projection::geographic().forward(beijing), (Point{beijing.lon, beijing.lat}));
    QCOMPARE(Projection::fromEpsg(4326)->forward(beijing), (Point{beijing.lon, beijing.lat}));
}

void TestProjection::userInput() {
    const char* esri =
        "PROJCS[\"CGCS2000_3_Degree_GK_CM_114E\",GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\","
        "DATUM[\"D_China_2000\",SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],"
        "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",500000.0],"
        "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",114.0],PARAMETER[\"Scale_Factor\",1.0],"
        "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";
    const Point expected = Projection::gaussKrueger3(114).forward(beijing);
    for (const char* text : {esri, "+proj=tmerc +lon_0=114 +x_0=500000 +ellps=GRS80 +units=m",
                             "+proj=tmerc +lon_0=114 +x_0=500000 +ellps=GRS80 +units=m +no_defs +type=crs",
                             "CGCS2000 / 3-degree Gauss-Kruger CM 114E", "urn:ogc:def:crs:EPSG::4547"}) {
        const std::optional<Projection> projection = Projection::fromUserInput(text);
        QVERIFY2(projection, text);
        COMPARE_WITHIN(projection->forward(beijing).x, expected.x, 1e-4);
        COMPARE_WITHIN(projection->forward(beijing).y, expected.y, 1e-4);
        QVERIFY(!projection->isGeographic());
        QVERIFY(!projection->name().empty());
    }
    // A vertical or geocentric system is no map; nonsense is nothing.
    for (const char* text : {"", "EPSG:999999", "EPSG:4479", "EPSG:5737", "+proj=nothing", "Beijing or so", "EPSG:"})
        QVERIFY2(!Projection::fromUserInput(text), text);
    QVERIFY(!Projection::fromEpsg(-1));
    // Legacy datum: planned positions move by tens to a few hundred metres, not by kilometres.
    const std::optional<Projection> xian80 = Projection::fromEpsg(4610);
    QVERIFY(xian80 && xian80->isGeographic());
    COMPARE_WITHIN(xian80->forward(beijing).x, beijing.lon, 0.01);
}

void TestProjection::cloneAndMove() {
    const Projection original = Projection::mapAlbers(113.5);
    Projection copy = original.clone();
    QCOMPARE(copy.definition(), original.definition());
    QCOMPARE(copy.name(), original.name());
    QCOMPARE(copy.forward(beijing), original.forward(beijing));
    const Projection epsg = *Projection::fromEpsg(4547);
    copy = epsg.clone();
    QCOMPARE(copy.forward(beijing), epsg.forward(beijing));
    Projection moved = std::move(copy);
    QCOMPARE(moved.forward(beijing), epsg.forward(beijing));
    QVERIFY(Projection::mapAlbers(113.5).definition() != Projection::mapAlbers(113.51).definition());
}

void TestProjection::cloneFromAnotherThread() {
    const Projection original = Projection::mapAlbers(114.0);
    const Point expected = original.forward(beijing);
    std::vector<Point> results(4);
    std::vector<std::thread> threads;
    for (Point& result : results)
        threads.emplace_back([&original, &result] {
            const Projection own = original.clone();
            for (int i = 0; i < 2000; ++i)
                result = own.forward(beijing);
        });
    for (int i = 0; i < 2000; ++i)
        QCOMPARE(original.forward(beijing), expected);
    for (std::thread& thread : threads)
        thread.join();
    for (const Point& result : results)
        QCOMPARE(result, expected);
}

void TestProjection::localScaleAndNorth() {
    const Projection::Local mercator = Projection::webMercator().localAt({116.0, 60.0});
    COMPARE_WITHIN(mercator.unitsPerMetreEast, 2.0, 0.01);
    COMPARE_WITHIN(mercator.northDeg, 0.0, 1e-6);
    const Projection::Local degrees = Projection::geographic().localAt({180.0, 0.0});
    COMPARE_WITHIN(degrees.unitsPerMetreEast, 1.0 / 111319.49, 1e-10);
    COMPARE_WITHIN(degrees.unitsPerMetreNorth, 1.0 / 110574.3, 1e-9);
    // East of the central meridian an Albers map shows north to the left.
    QVERIFY(Projection::mapAlbers(114.0).localAt({118.0, 40.0}).northDeg < -2.0);
    QVERIFY(std::isnan(Projection::mapAlbers(114.0).localAt({}).northDeg));
}

void TestProjection::badFactoriesThrow() {
    QVERIFY_EXCEPTION_THROWN(Projection::mapAlbers(notANumber), Error);
    QVERIFY_EXCEPTION_THROWN(Projection::gaussKrueger3(1e9), Error);
    QVERIFY_EXCEPTION_THROWN(Projection::gaussKrueger3Zone(0), Error);
    QVERIFY_EXCEPTION_THROWN(Projection::gaussKrueger3Zone(121), Error);
}

void TestProjection::zonesOfChina() {
    QCOMPARE(gaussKrueger3CentralMeridian(111.7492), 111.0); // Hohhot
    QCOMPARE(gaussKrueger3CentralMeridian(112.57), 114.0);   // Zhuozi
    QCOMPARE(gaussKrueger3CentralMeridian(115.51), 117.0);   // Huailai
    QCOMPARE(gaussKrueger3CentralMeridian(112.5), 114.0);
    QCOMPARE(gaussKrueger3CentralMeridian(std::nextafter(112.5, 0)), 111.0);
    QCOMPARE(gaussKrueger3CentralMeridian(-71.0), -72.0);
    QVERIFY(std::isnan(gaussKrueger3CentralMeridian(notANumber)));
    QCOMPARE(gaussKrueger3Zone(111.0), 37);
    QCOMPARE(gaussKrueger3Zone(-72.0), 96);
    QCOMPARE(gaussKrueger3Epsg(111.0), std::optional(4546));
    QCOMPARE(gaussKrueger3Epsg(75.0), std::optional(4534));
    QCOMPARE(gaussKrueger3Epsg(135.0), std::optional(4554));
    QVERIFY(!gaussKrueger3Epsg(138.0));
    QVERIFY(!gaussKrueger3Epsg(notANumber));
    QCOMPARE(gaussKrueger3ZoneEpsg(39), std::optional(4527));
    QVERIFY(!gaussKrueger3ZoneEpsg(24));
}

void TestProjection::zoneReadout() {
    ZoneReadout readout;
    for (const double lon : {111.8250, 113.1328, 116.4074, 112.4999}) {
        const LonLat position{lon, 40.4750};
        const std::optional<ZoneReading> reading = readout.read(position);
        QVERIFY(reading);
        const double meridian = gaussKrueger3CentralMeridian(lon);
        const Point expected = Projection::gaussKrueger3(meridian).forward(position);
        QCOMPARE(reading->centralMeridianDeg, meridian);
        QCOMPARE(reading->zone, int(meridian / 3));
        QCOMPARE(reading->eastingM, expected.x);
        QCOMPARE(reading->northingM, expected.y);
        COMPARE_WITHIN(reading->zonedEastingM, Projection::gaussKrueger3Zone(reading->zone).forward(position).x, 1e-6);
    }
    QVERIFY(!readout.read({}));
    QVERIFY(!readout.read({116, 85}));
    QVERIFY(!readout.read({181, 40}));
    // The limit at 180° belongs to one zone, from both sides.
    COMPARE_WITHIN(readout.read({180, 40})->eastingM, 500000.0, 1e-6);
    COMPARE_WITHIN(readout.read({-180, 40})->eastingM, 500000.0, 1e-6);
}

void TestProjection::recognisesDesignersNumbers() {
    const auto zoned = recogniseGaussKrueger(39451289.372, 4426800.061);
    QVERIFY(zoned && zoned->zone == 39 && !zoned->swapped);
    COMPARE_WITHIN(zoned->point.x, 451289.372, 1e-6);
    const auto swapped = recogniseGaussKrueger(4426800.061, 39451289.372);
    QVERIFY(swapped && swapped->zone == 39 && swapped->swapped);
    QCOMPARE(swapped->point, zoned->point);
    const auto plain = recogniseGaussKrueger(4426800.0, 451289.0);
    QVERIFY(plain && plain->zone == 0 && plain->swapped);
    QCOMPARE(plain->point, (Point{451289.0, 4426800.0}));
    QVERIFY(!recogniseGaussKrueger(116.4, 39.9));
    QVERIFY(!recogniseGaussKrueger(20451289.0, 4426800.0)); // a 6° zone
    QVERIFY(!recogniseGaussKrueger(451289.0, 451289.0));
    QVERIFY(!recogniseGaussKrueger(notANumber, 4426800.0));
    QVERIFY(!recogniseGaussKrueger(39951289.0, 4426800.0));
}

QTEST_GUILESS_MAIN(TestProjection)
#include "test_projection.moc"
