// SPDX-License-Identifier: GPL-3.0-or-later
#include "georeference.h"
#include "model/geo/datumshift.h"
#include "model/geo/geodesic.h"

#include <QJsonArray>
#include <QtTest>

#include <cmath>
#include <random>

using namespace corridor;

namespace {
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

/// Pairs of positions of the published file; @p latFirst for the tables that give latitude first.
QVector<std::pair<LonLat, LonLat>> published(const QJsonObject& file, const char* table, bool latFirst) {
    const auto position = [latFirst](const QJsonValue& v) {
        return latFirst ? LonLat{v[1].toDouble(), v[0].toDouble()} : LonLat{v[0].toDouble(), v[1].toDouble()};
    };
    QVector<std::pair<LonLat, LonLat>> pairs;
    for (const QJsonValue& pair : file[QLatin1String(table)].toArray())
        pairs.push_back({position(pair[0]), position(pair[1])});
    return pairs;
}

double gap(const LonLat& a, const LonLat& b) {
    return std::max(std::abs(a.lon - b.lon), std::abs(a.lat - b.lat));
}
} // namespace

class TestDatumShift : public QObject {
    Q_OBJECT
private slots:
    void publishedPoints();
    void displacementsOfPlaces();
    void roundTripsInsideTheRegion();
    void nothingMovesOutside();
    void borderOfTheRegion();
    void bdConstantIsNotPi();
    void convertAllWays();
    void nanStaysNaN();
};

void TestDatumShift::publishedPoints() {
    const QJsonObject file = georeference::json("gcj02/points.json");
    if (file.isEmpty())
        QSKIP("published answers are absent");
    const double gcjTolerance = file["tolerance_deg"]["gcj02"].toDouble();
    const double bdTolerance = file["tolerance_deg"]["bd09"].toDouble();
    auto toGcj = published(file, "wgs84_to_gcj02_latlon", true);
    toGcj += published(file, "wgs84_to_gcj02_lonlat", false);
    QCOMPARE(toGcj.size(), 4);
    for (const auto& [wgs84, gcj02] : toGcj) {
        COMPARE_WITHIN(gap(wgs84ToGcj02(wgs84), gcj02), 0.0, gcjTolerance);
        COMPARE_WITHIN(gap(gcj02ToWgs84(gcj02), wgs84), 0.0, gcjTolerance);
    }
    const auto toBd = published(file, "gcj02_to_bd09_lonlat", false);
    QCOMPARE(toBd.size(), 1);
    for (const auto& [gcj02, bd09] : toBd) {
        COMPARE_WITHIN(gap(gcj02ToBd09(gcj02), bd09), 0.0, bdTolerance);
        COMPARE_WITHIN(gap(bd09ToGcj02(bd09), gcj02), 0.0, bdTolerance);
    }
    // The published way back is the one-step formula; the exact inverse differs from it by up to 2e-6 degree.
    const auto fromBd = published(file, "bd09_to_gcj02_lonlat", false);
    QCOMPARE(fromBd.size(), 1);
    for (const auto& [bd09, gcj02] : fromBd) {
        COMPARE_WITHIN(gap(bd09ToGcj02Published(bd09), gcj02), 0.0, bdTolerance);
        COMPARE_WITHIN(gap(bd09ToGcj02(bd09), gcj02), 0.0, 2e-6);
    }
}

void TestDatumShift::displacementsOfPlaces() {
    struct Place {
        LonLat wgs84;
        double dLon, dLat, gcjM, bdM;
    };
    // Displacements computed independently with the published algorithm; positions are town centres, hence the
    // tolerances.
    const Place places[] = {{{116.3975, 39.9087}, 0.00624, 0.00140, 556.0, 1380.0},
                            {{114.8869, 40.8118}, 0.00612, 0.00132, 537.0, 1331.0},
                            {{113.1328, 40.9944}, 0.00729, 0.00182, 646.0, 1437.0}};
    for (const Place& place : places) {
        const LonLat gcj02 = wgs84ToGcj02(place.wgs84);
        COMPARE_WITHIN(gcj02.lon - place.wgs84.lon, place.dLon, 2e-4);
        COMPARE_WITHIN(gcj02.lat - place.wgs84.lat, place.dLat, 2e-4);
        COMPARE_WITHIN(Geodesic::wgs84().distance(place.wgs84, gcj02), place.gcjM, 20.0);
        COMPARE_WITHIN(Geodesic::wgs84().distance(place.wgs84, gcj02ToBd09(gcj02)), place.bdM, 30.0);
    }
}

void TestDatumShift::roundTripsInsideTheRegion() {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> lon(72.004, 137.8347), lat(0.8293, 55.8271);
    for (int i = 0; i < 3000; ++i) {
        const LonLat p{lon(random), lat(random)};
        COMPARE_WITHIN(gap(gcj02ToWgs84(wgs84ToGcj02(p)), p), 0.0, 1e-9);
        COMPARE_WITHIN(gap(bd09ToGcj02(gcj02ToBd09(p)), p), 0.0, 1e-9);
        COMPARE_WITHIN(gap(convertDatum(convertDatum(p, Datum::Wgs84, Datum::Bd09), Datum::Bd09, Datum::Wgs84), p), 0.0,
                       1e-9);
    }
}

void TestDatumShift::nothingMovesOutside() {
    for (const LonLat& p : {LonLat{0, 0}, LonLat{-74.0, 40.7}, LonLat{139.7, 35.7}, LonLat{116.0, 60.0},
                            LonLat{116.0, 0.5}, LonLat{71.5, 40.0}, LonLat{0.0, 90.0}}) {
        QVERIFY(!isInsideGcj02Region(p));
        QCOMPARE(wgs84ToGcj02(p), p);
        QCOMPARE(gcj02ToWgs84(p), p);
    }
}

void TestDatumShift::borderOfTheRegion() {
    // On the very border the shift applies, a hair beyond it not; both come back.
    for (const LonLat& p :
         {LonLat{72.004, 40.0}, LonLat{137.8347, 40.0}, LonLat{100.0, 0.8293}, LonLat{100.0, 55.8271}}) {
        QVERIFY(isInsideGcj02Region(p));
        QVERIFY(gap(wgs84ToGcj02(p), p) > 1e-5);
        COMPARE_WITHIN(gap(gcj02ToWgs84(wgs84ToGcj02(p)), p), 0.0, 1e-9);
    }
    QVERIFY(!isInsideGcj02Region({std::nextafter(72.004, 0.0), 40.0}));
}

void TestDatumShift::bdConstantIsNotPi() {
    // The wave of BD-09 has a period of 0.12 degree; with pi in place of pi·3000/180 it would be 2 degrees long and
    // hardly change over this stretch.
    double lowest = 1.0, highest = -1.0;
    for (int i = 0; i <= 48; ++i) {
        const LonLat gcj02{116.404, 39.90 + i * 0.0025};
        const double moved = gcj02ToBd09(gcj02).lat - gcj02.lat;
        lowest = std::min(lowest, moved);
        highest = std::max(highest, moved);
    }
    COMPARE_WITHIN(highest - lowest, 2 * 0.00002 * std::sin(std::atan2(39.96, 116.404)), 1e-6);
}

void TestDatumShift::convertAllWays() {
    const LonLat p{113.1328, 40.9944};
    const LonLat gcj02 = wgs84ToGcj02(p), bd09 = gcj02ToBd09(gcj02);
    QCOMPARE(convertDatum(p, Datum::Wgs84, Datum::Wgs84), p);
    QCOMPARE(convertDatum(p, Datum::Wgs84, Datum::Gcj02), gcj02);
    QCOMPARE(convertDatum(p, Datum::Wgs84, Datum::Bd09), bd09);
    QCOMPARE(convertDatum(gcj02, Datum::Gcj02, Datum::Bd09), bd09);
    QCOMPARE(convertDatum(gcj02, Datum::Gcj02, Datum::Gcj02), gcj02);
    QVERIFY(gap(convertDatum(gcj02, Datum::Gcj02, Datum::Wgs84), p) < 1e-9);
    QVERIFY(gap(convertDatum(bd09, Datum::Bd09, Datum::Gcj02), gcj02) < 1e-9);
    QVERIFY(gap(convertDatum(bd09, Datum::Bd09, Datum::Wgs84), p) < 1e-9);
}

void TestDatumShift::nanStaysNaN() {
    for (const Datum from : {Datum::Wgs84, Datum::Gcj02, Datum::Bd09})
        for (const Datum to : {Datum::Wgs84, Datum::Gcj02, Datum::Bd09}) {
            QVERIFY(!convertDatum({notANumber, 40}, from, to).isValid());
            QVERIFY(!convertDatum({116, notANumber}, from, to).isValid());
        }
}

QTEST_GUILESS_MAIN(TestDatumShift)
#include "test_datumshift.moc"
