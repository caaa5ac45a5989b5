// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/error.h"
#include "model/exchange/format.h"
#include "model/exchange/mapping.h"

#include <QTest>

using namespace corridor;
using Part = ColumnTarget::Part;

class TestMapping : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsFields_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("column");
        QTest::addColumn<int>("part");
        QTest::addColumn<QString>("field");
        const auto row = [](const char* column, Kind kind, Part part, const char* field) {
            QTest::addRow("%s of %s", column, schemaOf(kind).table)
                << static_cast<int>(kind) << column << static_cast<int>(part) << field;
        };
        row("it_power_mw", Kind::Site, Part::Value, "it_power_mw");
        row(" IT_Power_MW ", Kind::Site, Part::Value, "it_power_mw");
        row("IT power", Kind::Site, Part::Value, "it_power_mw");
        row("id", Kind::Site, Part::Id, "");
        row("lon", Kind::Site, Part::Longitude, "geom");
        row("Latitude", Kind::Junction, Part::Latitude, "geom");
        row("lon", Kind::Span, Part::Nothing, "");
        row("centre_lon", Kind::Area, Part::Longitude, "centre");
        row("lon", Kind::Area, Part::Nothing, "");
        row("geometry_wkt", Kind::Span, Part::Value, "geom");
        row("WKT", Kind::Area, Part::Value, "geom");
        row("from_code", Kind::Span, Part::Value, "from_id");
        row("from_id", Kind::Span, Part::Value, "from_id");
        row("entity_code", Kind::Provenance, Part::Value, "subject_id");
        row("entity_code", Kind::Span, Part::Nothing, "");
        row("description", Kind::RiskGroup, Part::Value, "note");
        row("description", Kind::Site, Part::Nothing, "");
        row("编号", Kind::Site, Part::Value, "code");
        row("投产日期", Kind::Span, Part::Value, "in_date");
        row("ITpower", Kind::Site, Part::Value, "it_power_mw");
        row("key", Kind::Setting, Part::Value, "code");
        row("key", Kind::Site, Part::Value, "key");
        row("colour", Kind::Site, Part::Nothing, "");
    }
    void findsFields() {
        QFETCH(int, kind);
        QFETCH(QString, column);
        QFETCH(int, part);
        QFETCH(QString, field);
        const EntitySchema& schema = schemaOf(static_cast<Kind>(kind));
        const ColumnTarget target = mapColumns(schema, {column}).front();
        QCOMPARE(static_cast<int>(target.part), part);
        QCOMPARE(target.field, field.isEmpty() ? -1 : schema.fieldIndex(field));
    }
    void firstOfTwoCounts() {
        const auto targets = mapColumns(schemaOf(Kind::Site), {"lon", "name", "longitude", "name"});
        QCOMPARE(targets[0].part, Part::Longitude);
        QCOMPARE(targets[1].part, Part::Value);
        QCOMPARE(targets[2].part, Part::Nothing);
        QCOMPARE(targets[3].part, Part::Nothing);
        QVERIFY(!targets[3].chosen);
    }
    void choicesComeFirst() {
        const ColumnChoices choices{{"name", "note"}, {"power", "it_power_mw"}, {"code", ""}};
        const auto targets = mapColumns(schemaOf(Kind::Site), {"name", "power", "code"}, choices);
        QCOMPARE(targets[0].field, schemaOf(Kind::Site).fieldIndex(u"note"));
        QCOMPARE(targets[1].field, schemaOf(Kind::Site).fieldIndex(u"it_power_mw"));
        QCOMPARE(targets[2].part, Part::Nothing);
        QVERIFY(targets[2].chosen);
        QVERIFY_EXCEPTION_THROWN(mapColumns(schemaOf(Kind::Site), {"a"}, {{"a", "colour"}}), Error);
    }
    void exportedColumnsAreRead() {
        for (const Kind kind : allKinds()) {
            QStringList names;
            std::size_t parts = 0;
            for (const ExportColumn& column : exportColumns(schemaOf(kind))) {
                names += column.name;
                parts += column.target.part == Part::Value;
            }
            const auto targets = mapColumns(schemaOf(kind), names);
            for (std::size_t i = 0; i < targets.size(); ++i)
                QVERIFY2(targets[i].part != Part::Nothing, qPrintable(names[static_cast<qsizetype>(i)]));
            QVERIFY(parts >= 4);
            QCOMPARE(kindOfTableName(fileNameOfKind(kind)), std::optional(kind));
        }
    }
    void guessesKinds() {
        QCOMPARE(guessKind({}, FieldType::Line), std::optional(Kind::Span));
        QCOMPARE(guessKind({"colour"}, FieldType::Polygon), std::optional(Kind::Area));
        QCOMPARE(guessKind({"name"}, FieldType::Point), std::nullopt);
        QCOMPARE(guessKind({"code", "name", "it_power_mw", "pue_annual"}, FieldType::Point), std::optional(Kind::Site));
        QCOMPARE(guessKind({"code", "from_code", "to_code", "rtt_limit_ms"}, std::nullopt),
                 std::optional(Kind::Service));
        QCOMPARE(guessKind({"a", "b"}, std::nullopt), std::nullopt);
    }
    void formatsDeclareThemselves() {
        QCOMPARE(formatOfPath(QStringLiteral("/x/A.CSV")), formatNamed(u"csv"));
        QCOMPARE(formatOfPath(QStringLiteral("a.GeoJSON")), formatNamed(u"geojson"));
        QCOMPARE(formatOfPath(QStringLiteral("a.OVKML")), formatNamed(u"kml"));
        QVERIFY(!formatOfPath(QStringLiteral("a.mif")));
        QVERIFY(!formatOfPath(QStringLiteral("/tmp")));
        QVERIFY(!formatNamed(u"mif"));
        for (const Format& format : exchangeFormats())
            QVERIFY((format.reads || format.writes) && (*format.loses || !format.writes));
    }
};

QTEST_GUILESS_MAIN(TestMapping)
#include "test_mapping.moc"
