// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/error.h"
#include "model/plan/schema.h"

#include <QtTest>

#include <limits>
#include <random>

namespace corridor {

namespace {

const Field& fieldOf(Kind kind, const char* name) {
    return *schemaOf(kind).field(QString::fromLatin1(name));
}

} // namespace

class TextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void decimalsAreShortestAndExact() {
        QCOMPARE(shortestDecimal(0.1), QStringLiteral("0.1"));
        QCOMPARE(shortestDecimal(-0.0), QStringLiteral("0"));
        QCOMPARE(shortestDecimal(400), QStringLiteral("400"));
        QCOMPARE(shortestDecimal(1.4682), QStringLiteral("1.4682"));
        std::mt19937_64 random(7);
        for (int i = 0; i < 20000; ++i) {
            const double value = std::bit_cast<double>(random());
            if (!std::isfinite(value))
                continue;
            const QString text = shortestDecimal(value);
            QCOMPARE(text.toDouble(), value);
        }
        for (const double value : {std::numeric_limits<double>::max(), std::numeric_limits<double>::denorm_min(), 1e22,
                                   123456789012345680.0})
            QCOMPARE(shortestDecimal(value).toDouble(), value);
    }

    void formsAreAsDocumented() {
        QCOMPARE(valueToText(Value(true)), QStringLiteral("1"));
        QCOMPARE(valueToText(Value(qint64(-5))), QStringLiteral("-5"));
        QCOMPARE(valueToText(Value(Date{2026, 9, 0})), QStringLiteral("2026-09"));
        QCOMPARE(valueToText(Value(EntityId{42})), QStringLiteral("42"));
        QCOMPARE(valueToText(Value(LonLat{116.5, 39.25})), QStringLiteral("POINT (116.5 39.25)"));
        QCOMPARE(valueToText(Value(Line{{1, 2}, {3.5, 4}})), QStringLiteral("LINESTRING (1 2, 3.5 4)"));
        QCOMPARE(valueToText(Value(Polygon{{{{0, 0}, {1, 0}, {1, 1}}, {{0.1, 0.1}, {0.2, 0.1}, {0.2, 0.2}}}})),
                 QStringLiteral("POLYGON ((0 0, 1 0, 1 1), (0.1 0.1, 0.2 0.1, 0.2 0.2))"));
        QCOMPARE(valueToText(Value(YearReals{{2027, 400}, {2030, 800.5}})), QStringLiteral("2027=400;2030=800.5"));
        QCOMPARE(valueToText(Value(RefList{EntityId{1}, EntityId{2}})), QStringLiteral("1 2"));
        QCOMPARE(valueToText(Value(RealList{1, 0.5})), QStringLiteral("1 0.5"));
    }

    void emptyCollectionsHaveNoText() {
        for (const Value& value : {Value(Line{}), Value(Polygon{}), Value(RefList{}), Value(YearReals{}),
                                   Value(RealList{}), Value(EntityId{}), Value(Date{}), Value(QString())})
            QCOMPARE(valueToText(value), QString());
    }

    void readsTolerantly_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("meaning");
        const auto row = [](Kind kind, const char* field, const char* text, const char* meaning) {
            QTest::addRow("%s: %s", field, text)
                << static_cast<int>(kind) << QByteArray(field) << QString::fromUtf8(text) << QString::fromUtf8(meaning);
        };
        row(Kind::Site, "geom", "point(116.5 39.25)", "POINT (116.5 39.25)");
        row(Kind::Site, "geom", "  POINT  ( 116.5   39.25 ) ", "POINT (116.5 39.25)");
        row(Kind::Span, "geom", "LineString(1 2,3 4)", "LINESTRING (1 2, 3 4)");
        row(Kind::Area, "geom", "Polygon((0 0,1 0,1 1,0 0),(0.1 0.1,0.2 0.1,0.2 0.2))",
            "POLYGON ((0 0, 1 0, 1 1, 0 0), (0.1 0.1, 0.2 0.1, 0.2 0.2))");
        row(Kind::Site, "key", "Yes", "1");
        row(Kind::Site, "key", "是", "1");
        row(Kind::Site, "key", "FALSE", "0");
        row(Kind::Site, "it_power_mw", "1e2", "100");
        row(Kind::Service, "gbps", " 2027 = 400 ; 2030=800;", "2027=400;2030=800");
        row(Kind::RiskGroup, "members", " 1  2 ", "1 2");
        row(Kind::Site, "in_date", " 2026-09 ", "2026-09");
    }
    void readsTolerantly() {
        QFETCH(int, kind);
        QFETCH(QByteArray, field);
        QFETCH(QString, text);
        QFETCH(QString, meaning);
        QCOMPARE(valueToText(valueFromText(fieldOf(static_cast<Kind>(kind), field.constData()), text)), meaning);
    }

    // "POLYGON (abc)" used to be read as an area without rings (found 2026-11-22).
    void refusesWithASentence_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("text");
        const auto row = [](Kind kind, const char* field, const char* text) {
            QTest::addRow("%s: %s", field, text)
                << static_cast<int>(kind) << QByteArray(field) << QString::fromUtf8(text);
        };
        for (const char* text : {"abc", "nan", "inf", "1,5", "1 2", "0x10", "1,000"})
            row(Kind::Site, "it_power_mw", text);
        for (const char* text : {"1.5", "x", "99999999999999999999"})
            row(Kind::Site, "rack_count", text);
        for (const char* text : {"maybe", "2"})
            row(Kind::Site, "key", text);
        for (const char* text : {"2026-13", "tomorrow", "2026/01"})
            row(Kind::Site, "in_date", text);
        for (const char* text : {"0", "-1", "GD-1", "9007199254740992"})
            row(Kind::Span, "from_id", text);
        for (const char* text :
             {"POINT (1)", "POINT (1 2 3)", "POINT (1 2, 3 4)", "POINT (1 2,)", "POINT ()", "POINT 1 2",
              "LINESTRING (1 2, 3 4)", "POINT Z (1 2)", "1 2", "POINT (x y)", "POINT (nan 1)", "POINT EMPTY"})
            row(Kind::Site, "geom", text);
        for (const char* text : {"LINESTRING (1 2,, 3 4)", "LINESTRING ()", "LINESTRING (1 2, 3)", "POINT (1 2)"})
            row(Kind::Span, "geom", text);
        for (const char* text :
             {"POLYGON (abc)", "POLYGON ()", "POLYGON ((0 0, 1 0, 1 1)", "POLYGON ((0 0, 1 0, 1 1) (0 0, 1 1, 2 2))",
              "POLYGON ((0 0, 1 0), x)", "POLYGON ((0 0, 1 0, 1 1),)", "POLYGON x((0 0, 1 0, 1 1))",
              "MULTIPOLYGON (((0 0, 1 0, 1 1)))"})
            row(Kind::Area, "geom", text);
        for (const char* text : {"2027", "2027=", "=400", "2027=x", "2027:400", "2027=400,2030=800"})
            row(Kind::Service, "gbps", text);
        for (const char* text : {"1,2", "1 x", "0"})
            row(Kind::RiskGroup, "members", text);
        for (const char* text : {"1 x", "1,2", "nan"})
            row(Kind::Series, "values", text);
    }
    void refusesWithASentence() {
        QFETCH(int, kind);
        QFETCH(QByteArray, field);
        QFETCH(QString, text);
        const Field& target = fieldOf(static_cast<Kind>(kind), field.constData());
        try {
            valueFromText(target, text);
            QFAIL("read without complaint");
        } catch (const Error& error) {
            QVERIFY(error.blame() == Blame::FileContent);
            QVERIFY(error.sentence().english().contains(target.labelText()));
            QVERIFY(error.sentence().english().contains(text));
        }
    }

    void valuesHoldUntilTheNextYear() {
        const YearReals values{{2025, 400}, {2027, 800}};
        QVERIFY(!valueInYear(values, 2024));
        QCOMPARE(valueInYear(values, 2025), std::optional(400.0));
        QCOMPARE(valueInYear(values, 2026), std::optional(400.0));
        QCOMPARE(valueInYear(values, 2027), std::optional(800.0));
        QCOMPARE(valueInYear(values, 2100), std::optional(800.0));
        QVERIFY(!valueInYear({}, 2026));
    }
};

} // namespace corridor

QTEST_GUILESS_MAIN(corridor::TextTest)
#include "test_text.moc"
