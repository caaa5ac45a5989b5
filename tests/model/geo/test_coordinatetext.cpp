// SPDX-License-Identifier: GPL-3.0-or-later
#include "georeference.h"
#include "model/geo/coordinatetext.h"

#include <QtTest>

#include <cmath>
#include <random>

using namespace corridor;

class TestCoordinateText : public QObject {
    Q_OBJECT
private slots:
    void angles_data();
    void angles();
    void notAngles_data();
    void notAngles();
    void brokenUtf8();
    void positions_data();
    void positions();
    void notPositions_data();
    void notPositions();
    void formats();
    void roundsOnce();
    void formatReadsBack();
};

void TestCoordinateText::angles_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isLongitude");
    QTest::addColumn<double>("degrees");
    const double dms = 112 + 29 / 60.0 + 38.8 / 3600.0;
    const struct {
        const char* text;
        bool isLongitude;
        double degrees;
    } cases[] = {{"112.4941", true, 112.4941},
                 {" +112.4941 ", true, 112.4941},
                 {"-71.5", true, -71.5},
                 {"−71.5", true, -71.5},
                 {"112.4941°", true, 112.4941},
                 {"112.4941°E", true, 112.4941},
                 {"E112.4941", true, 112.4941},
                 {"W 71.5", true, -71.5},
                 {"71.5w", true, -71.5},
                 {"40.5303 N", false, 40.5303},
                 {"40.5303S", false, -40.5303},
                 {"112°29.646'", true, 112 + 29.646 / 60},
                 {"112° 29.646′ E", true, 112 + 29.646 / 60},
                 {"112°29'38.8\"E", true, dms},
                 {"112°29′38.8″", true, dms},
                 {"112°29’38.8”E", true, dms},
                 {"112º29'38.8''", true, dms},
                 {"112 29 38.8", true, dms},
                 {"112:29:38.8", true, dms},
                 {"112d29m38.8s", true, dms},
                 {"112d29'38.8\"E", true, dms},
                 {"112度29分38.8秒", true, dms},
                 {"东经112度29分38.8秒", true, dms},
                 {"東經112度29分38.8秒", true, dms},
                 {"西经112°29′38.8″", true, -dms},
                 {"东经１１２°２９′３８．８″", true, dms},
                 {"Ｅ１１２．５", true, 112.5},
                 {"经度：112.4941", true, 112.4941},
                 {"纬度 -12.5", false, -12.5},
                 {"北纬40度", false, 40.0},
                 {"南纬40度30分", false, -40.5},
                 {"-0°30'0\"", false, -0.5},
                 {"0 30 S", false, -0.5},
                 {"180", true, 180.0},
                 {"-180", true, -180.0},
                 {"90°0'0\"N", false, 90.0},
                 {".5", true, 0.5},
                 {"5.", true, 5.0},
                 {"112°", true, 112.0}};
    for (const auto& c : cases)
        QTest::newRow(c.text) << QString::fromUtf8(c.text) << c.isLongitude << c.degrees;
}

void TestCoordinateText::angles() {
    QFETCH(QString, text);
    QFETCH(bool, isLongitude);
    QFETCH(double, degrees);
    const auto angle = parseAngle(text.toStdString(), isLongitude ? Axis::Longitude : Axis::Latitude);
    QVERIFY(angle);
    COMPARE_WITHIN(*angle, degrees, 1e-12);
}

void TestCoordinateText::notAngles_data() {
    QTest::addColumn<QString>("text");
    for (const char* text : {"",
                             " ",
                             "abc",
                             "N",
                             "经度",
                             "112.4941 N",
                             "北纬40",
                             "180.0001",
                             "-181",
                             "112°60'",
                             "112°29'60\"",
                             "112°29.5'10\"",
                             "112.5°29'",
                             "112'29\"",
                             "112°29\"",
                             "112°29'38'",
                             "1 2 3 4",
                             "-112 E",
                             "112 -29",
                             "112°°",
                             "E 112 E",
                             "E W 112",
                             "1e2",
                             "112.4.5",
                             "--5",
                             "nan",
                             "inf",
                             "112,4941",
                             "112°29'38.8\"Q",
                             "\xe5\xba",
                             "\xef\xbc",
                             "°",
                             "12°E30'"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestCoordinateText::notAngles() {
    QFETCH(QString, text);
    QVERIFY(!parseAngle(text.toStdString(), Axis::Longitude));
}

void TestCoordinateText::brokenUtf8() {
    for (const char* text : {"112\xe5\xba", "\xef\xbc", "\xef\xbc\xff", "112.5\xc2"}) {
        QVERIFY(!parseAngle(text, Axis::Longitude));
        QVERIFY(!parseLonLat(text));
    }
}

void TestCoordinateText::positions_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("lon");
    QTest::addColumn<double>("lat");
    const double lon = 112 + 29 / 60.0 + 38.8 / 3600.0, lat = 40 + 31 / 60.0 + 49.1 / 3600.0;
    const struct {
        const char* text;
        double lon, lat;
    } cases[] = {{"E 112.4941° N 40.5303°", 112.4941, 40.5303},
                 {"N 40.5303° E 112.4941°", 112.4941, 40.5303},
                 {"112.4941°E 40.5303°N", 112.4941, 40.5303},
                 {"40.5303°N, 112.4941°E", 112.4941, 40.5303},
                 {"40.5303N112.4941E", 112.4941, 40.5303},
                 {"112.4941,40.5303", 112.4941, 40.5303},
                 {"112.4941 40.5303", 112.4941, 40.5303},
                 {"112.4941\t40.5303", 112.4941, 40.5303},
                 {"(112.4941, 40.5303)", 112.4941, 40.5303},
                 {"40.5303, 112.4941", 112.4941, 40.5303},
                 {"45, 40", 45, 40},
                 {"-71.5, -33.4", -71.5, -33.4},
                 {"112.4941，40.5303", 112.4941, 40.5303},
                 {"112.4941；40.5303", 112.4941, 40.5303},
                 {"40°31'49.1\"N, 112°29'38.8\"E", lon, lat},
                 {"40°31'49.1\"N 112°29'38.8\"E", lon, lat},
                 {"112°29′38.8″ 40°31′49.1″", lon, lat},
                 {"112 29 38.8 40 31 49.1", lon, lat},
                 {"112 29 38.8, 40 31 49.1", lon, lat},
                 {"N 40 31 49.1 E 112 29 38.8", lon, lat},
                 {"东经112°29′38.8″ 北纬40°31′49.1″", lon, lat},
                 {"东经112度29分38.8秒，北纬40度31分49.1秒", lon, lat},
                 {"北纬40度31分49.1秒、东经112度29分38.8秒", lon, lat},
                 {"经度：112.4941 纬度：40.5303", 112.4941, 40.5303},
                 {"纬度:40.5303, 经度:112.4941", 112.4941, 40.5303},
                 {"经度 112.4941 E 纬度 40.5303 N", 112.4941, 40.5303},
                 {"W71.5 S33.4", -71.5, -33.4},
                 {"71d30m0s W 33d24m0s S", -71.5, -33.4}};
    for (const auto& c : cases)
        QTest::newRow(c.text) << QString::fromUtf8(c.text) << c.lon << c.lat;
}

void TestCoordinateText::positions() {
    QFETCH(QString, text);
    QFETCH(double, lon);
    QFETCH(double, lat);
    const auto position = parseLonLat(text.toStdString());
    QVERIFY(position);
    COMPARE_WITHIN(position->lon, lon, 1e-12);
    COMPARE_WITHIN(position->lat, lat, 1e-12);
}

void TestCoordinateText::notPositions_data() {
    QTest::addColumn<QString>("text");
    for (const char* text :
         {"", ",", "112.4", "112.4,", ",40", "112.4,40.5,7", "112.4 40.5 7", "112.4, 140.5", "E 112 E 40", "N 40 N 41",
          "E 112", "E 91 N 91", "Beijing", "112.4,40.5 Beijing", "E N", "112 29 38.8 40"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestCoordinateText::notPositions() {
    QFETCH(QString, text);
    QVERIFY(!parseLonLat(text.toStdString()));
}

void TestCoordinateText::formats() {
    const LonLat liangcheng{112.4941, 40.5303};
    QCOMPARE(formatLonLat(liangcheng), std::string("E 112.4941° N 40.5303°"));
    QCOMPARE(formatLonLat(liangcheng, AngleStyle::DegreeMinute), std::string("E 112°29.646′ N 40°31.818′"));
    QCOMPARE(formatLonLat(liangcheng, AngleStyle::DegreeMinuteSecond), std::string("E 112°29′38.8″ N 40°31′49.1″"));
    QCOMPARE(formatLonLat({-71.5, -33.05}), std::string("W 71.5000° S 33.0500°"));
    QCOMPARE(formatLonLat({-71.5, -33.05}, AngleStyle::DegreeMinuteSecond, 0), std::string("W 71°30′00″ S 33°03′00″"));
    QCOMPARE(formatLonLat({5, 0.05}, AngleStyle::Decimal, 0), std::string("E 5° N 0°"));
    QCOMPARE(formatLonLat({0, -0.00001}), std::string("E 0.0000° N 0.0000°"));
    QCOMPARE(formatLonLat({}), std::string());
    QCOMPARE(formatLonLat({116, 91}), std::string());
    QCOMPARE(formatAngle(91, Axis::Latitude), std::string());
    QCOMPARE(formatAngle(91, Axis::Longitude, AngleStyle::Decimal, 1), std::string("E 91.0°"));
    QCOMPARE(formatAngle(112.123456789, Axis::Longitude, AngleStyle::Decimal, 99), std::string("E 112.123456789°"));
}

void TestCoordinateText::roundsOnce() {
    QCOMPARE(formatAngle(39.99999, Axis::Latitude, AngleStyle::DegreeMinuteSecond, 0), std::string("N 40°00′00″"));
    QCOMPARE(formatAngle(39.999999, Axis::Latitude, AngleStyle::DegreeMinute), std::string("N 40°00.000′"));
    QCOMPARE(formatAngle(12 + 59.99 / 3600, Axis::Latitude, AngleStyle::DegreeMinuteSecond),
             std::string("N 12°01′00.0″"));
}

void TestCoordinateText::formatReadsBack() {
    std::mt19937 random(6);
    std::uniform_real_distribution<double> lon(-180, 180), lat(-90, 90);
    for (int i = 0; i < 500; ++i) {
        const LonLat p{lon(random), lat(random)};
        for (const AngleStyle style : {AngleStyle::Decimal, AngleStyle::DegreeMinute, AngleStyle::DegreeMinuteSecond}) {
            const auto back = parseLonLat(formatLonLat(p, style, 6));
            QVERIFY(back);
            COMPARE_WITHIN(back->lon, p.lon, 6e-7);
            COMPARE_WITHIN(back->lat, p.lat, 6e-7);
        }
    }
}

QTEST_GUILESS_MAIN(TestCoordinateText)
#include "test_coordinatetext.moc"
