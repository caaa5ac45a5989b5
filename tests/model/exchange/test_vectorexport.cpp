// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchangeplans.h"
#include "model/base/error.h"
#include "model/exchange/exporter.h"
#include "model/exchange/exportlayers.h"
#include "model/exchange/importer.h"
#include "model/exchange/vector.h"
#include "model/geo/projection.h"
#include "model/plan/schema.h"

#include <algorithm>
#include <cmath>

using namespace corridor;

namespace {

ExportOptions optionsFor(std::vector<Kind> kinds = {}) {
    ExportOptions options;
    options.kinds = std::move(kinds);
    options.created = QDateTime(QDate(2026, 6, 1), QTime(8, 30), Qt::UTC);
    return options;
}

QString english(const std::vector<Message>& messages) {
    QStringList out;
    for (const Message& each : messages)
        out += each.english();
    return out.join(u'\n');
}

const SourceTable* tableNamed(const std::vector<SourceTable>& tables, const QString& name) {
    const auto found =
        std::find_if(tables.begin(), tables.end(), [&](const SourceTable& table) { return table.name == name; });
    return found == tables.end() ? nullptr : &*found;
}

QString cellOf(const SourceTable& table, std::size_t row, const char* column) {
    const qsizetype at = table.columns.indexOf(QLatin1String(column));
    return at < 0 ? QStringLiteral("no such column") : table.rows[row].cells.value(at);
}

std::size_t rowOfCode(const SourceTable& table, const char* code) {
    for (std::size_t i = 0; i < table.rows.size(); ++i)
        if (cellOf(table, i, "code") == QLatin1String(code))
            return i;
    qFatal("no row %s", code);
}

} // namespace

class TestVectorExport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fieldNamesAreCutUnambiguously();
    void shapefileKeepsChinese_data();
    void shapefileKeepsChinese();
    void shapefileTellsWhatItCannotHold();
    void sideFilesAreNotReplacedUnasked();
    void kmlHoldsAllKindsOfPlaces();
    void drawingIsInItsZone();
    void zonesAreCheckedAndChosen();
    void geoPackageHoldsTablesToo();
    void sameContentGivesSameBytes_data();
    void sameContentGivesSameBytes();
    void onlyWhatIsSelectedIsWritten();
};

void TestVectorExport::fieldNamesAreCutUnambiguously() {
    const QStringList names{"code", "it_power_mw", "it_power_mw_low", "it_power_m", "energy_per_year", "energy_per_y"};
    const QStringList cut = shortFieldNames(names);
    QCOMPARE(cut.size(), names.size());
    QCOMPARE(cut[0], QStringLiteral("code"));
    QCOMPARE(cut[3], QStringLiteral("it_power_m")); // a name that fits stays, wherever it stands
    QSet<QString> different;
    for (const QString& name : cut) {
        QVERIFY2(name.toUtf8().size() <= 10, qPrintable(name));
        different.insert(name.toLower());
    }
    QCOMPARE(different.size(), cut.size());
}

void TestVectorExport::shapefileKeepsChinese_data() {
    QTest::addColumn<QByteArray>("encoding");
    QTest::newRow("GBK") << QByteArray("GBK");
    QTest::newRow("UTF-8") << QByteArray("UTF-8");
}

void TestVectorExport::shapefileKeepsChinese() {
    QFETCH(QByteArray, encoding);
    const TestFolder folder;
    ExportOptions options = optionsFor({Kind::Site});
    options.encoding = encoding;
    const QStringList files = exportTo(folder.file("节点.shp"), difficultPlan().base(), options);
    for (const char* extension : {"shp", "shx", "dbf", "prj", "cpg"})
        QVERIFY2(files.contains(folder.file(QStringLiteral("节点.%1").arg(QLatin1String(extension)))), extension);
    QVERIFY(contentOf(folder.file("节点.cpg")).trimmed() == encoding);
    QVERIFY(contentOf(folder.file("节点.dbf"))
                .contains(encoding == "GBK" ? QByteArray("\xba\xcd\xc1\xd6\xb8\xf1") : QByteArray("和林格尔")));
    QVERIFY(contentOf(folder.file("节点.prj")).contains("2000"));
    const std::vector<SourceTable> tables = readForeign(folder.file("节点.shp"), QStringLiteral("shp"));
    QCOMPARE(tables.size(), std::size_t(1));
    const std::size_t row = rowOfCode(tables[0], "SL-1");
    QCOMPARE(cellOf(tables[0], row, "name"), QStringLiteral("和林格尔, “新区” \"A\""));
    const auto at = std::get<LonLat>(tables[0].rows[row].geometry);
    QCOMPARE(at.lon, 111.79);
    QCOMPARE(at.lat, 40.530000000000001);
}

void TestVectorExport::shapefileTellsWhatItCannotHold() {
    const TestFolder folder;
    ChangeBuilder builder(difficultPlan(), Plan::baseScenario());
    Site site = named<Site>("SL-3", "𠮷");
    site.position = {110, 40};
    site.note = QString(300, u'汉');
    builder.put(site);
    const Plan plan = difficultPlan().with(builder.take());
    ExportOptions options = optionsFor({Kind::Site});
    options.encoding = "GBK";
    std::vector<Message> losses;
    exportTo(folder.file("a.shp"), plan.base(), options, &losses);
    const QString told = english(losses);
    QVERIFY2(told.contains(QStringLiteral("it_power_m=it_power_mw")), qPrintable(told));
    QVERIFY2(told.contains(QStringLiteral("254 bytes")), qPrintable(told));
    QVERIFY2(told.contains(QStringLiteral("GBK does not have")), qPrintable(told));
    const std::vector<SourceTable> tables = readForeign(folder.file("a.shp"), QStringLiteral("shp"));
    const std::size_t row = rowOfCode(tables[0], "SL-3");
    QCOMPARE(cellOf(tables[0], row, "name"), QStringLiteral("?"));
    QCOMPARE(cellOf(tables[0], row, "note"), QString(127, u'汉')); // cut between characters
}

void TestVectorExport::sideFilesAreNotReplacedUnasked() {
    const TestFolder folder;
    folder.write(QStringLiteral("a.dbf"), "mine");
    const EntitySet entities = difficultPlan().base();
    QVERIFY_EXCEPTION_THROWN(exportTo(folder.file("a.shp"), entities, optionsFor({Kind::Site})), Error);
    QCOMPARE(contentOf(folder.file("a.dbf")), QByteArray("mine"));
    QVERIFY(!QFile::exists(folder.file("a.shp")));
    QVERIFY_EXCEPTION_THROWN(exportTo(folder.file("b.shp"), entities, optionsFor({Kind::Service})), Error);
    QVERIFY_EXCEPTION_THROWN(exportTo(folder.file("b.shp"), entities, optionsFor()), Error); // which kind?
}

void TestVectorExport::kmlHoldsAllKindsOfPlaces() {
    const TestFolder folder;
    const QStringList files = exportTo(folder.file("plan.kml"), difficultPlan().base(), optionsFor());
    QCOMPARE(files, QStringList(folder.file("plan.kml")));
    const std::vector<SourceTable> tables = readForeign(files.first(), QStringLiteral("kml"));
    const SourceTable* spans = tableNamed(tables, QStringLiteral("span"));
    QVERIFY(spans);
    QCOMPARE(spans->rows.size(), std::size_t(2));
    const auto& line = std::get<Line>(spans->rows[0].geometry);
    QCOMPARE(line.size(), std::size_t(3));
    QVERIFY(std::abs(line[1].lon - 113.123456789012345) < 1e-12);
    QVERIFY(tableNamed(tables, QStringLiteral("site")));
    QVERIFY(contentOf(files.first()).contains("和林格尔"));
    const ImportResult again = importSources(files, difficultPlan().base());
    QCOMPARE(again.count(Kind::Site).added, 0); // known by their ids
}

void TestVectorExport::drawingIsInItsZone() {
    const TestFolder folder;
    ExportOptions options = optionsFor({Kind::Site, Kind::Span});
    options.zone = 38;
    std::vector<Message> told;
    exportTo(folder.file("plan.dxf"), difficultPlan().base(), options, &told);
    QVERIFY2(english(told).contains(QStringLiteral("zone 38, central meridian 114")), qPrintable(english(told)));
    const std::vector<SourceTable> tables = readForeign(folder.file("plan.dxf"), QStringLiteral("dxf"));
    const SourceTable* sites = tableNamed(tables, QStringLiteral("SITE"));
    const SourceTable* names = tableNamed(tables, QStringLiteral("SITE_TEXT"));
    const SourceTable* spans = tableNamed(tables, QStringLiteral("SPAN"));
    QVERIFY(sites && names && spans);
    QCOMPARE(sites->rows.size(), std::size_t(2));
    QCOMPARE(spans->rows.size(), std::size_t(2));
    const Point wanted = Projection::gaussKrueger3Zone(38).forward({111.79, 40.530000000000001});
    QVERIFY(wanted.x > 38e6 && wanted.x < 39e6);
    const auto near = [&](const SourceRow& row) {
        const auto at = std::get<LonLat>(row.geometry);
        return std::hypot(at.lon - wanted.x, at.lat - wanted.y) < 1e-3;
    };
    QVERIFY(std::any_of(sites->rows.begin(), sites->rows.end(), near));
    QVERIFY(std::any_of(names->rows.begin(), names->rows.end(), [](const SourceRow& row) {
        return row.cells.join(u' ').contains(QStringLiteral("和林格尔"));
    }));
}

void TestVectorExport::zonesAreCheckedAndChosen() {
    QCOMPARE(drawingPlane({}, 39).meridianDeg, 117);
    QVERIFY(drawingPlane({}, 39).prefixed);
    QCOMPARE(drawingPlane({}, 111).meridianDeg, 111);
    QVERIFY(!drawingPlane({}, 111).prefixed);
    QVERIFY_EXCEPTION_THROWN(drawingPlane({}, 24), Error);
    QVERIFY_EXCEPTION_THROWN(drawingPlane({}, 112), Error);
    FeatureLayer layer;
    layer.features = {{LonLat{110.0, 40}, {}}, {LonLat{116.0, 40}, {}}};
    QCOMPARE(drawingPlane({layer}, std::nullopt).meridianDeg, 114); // 113° lies in the zone of 114°
}

void TestVectorExport::geoPackageHoldsTablesToo() {
    const TestFolder folder;
    const QStringList files = exportTo(folder.file("layers.gpkg"), difficultPlan().base(), optionsFor());
    QCOMPARE(files.size(), 1);
    QVERIFY(contentOf(files.first()).startsWith("SQLite format 3"));
    const std::vector<SourceTable> tables = readForeign(files.first(), QStringLiteral("gpkg"));
    const SourceTable* sites = tableNamed(tables, QStringLiteral("site"));
    QVERIFY(sites && tableNamed(tables, QStringLiteral("service")));
    QCOMPARE(cellOf(*sites, rowOfCode(*sites, "SL-1"), "it_power_mw").toDouble(), 0.1 + 0.2);
    const ImportResult again = importSources(files, difficultPlan().base());
    QCOMPARE(again.count(Kind::Site).added, 0);
    QCOMPARE(again.count(Kind::Site).changed, 0);
}

void TestVectorExport::sameContentGivesSameBytes_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"a.shp", "a.kml", "a.dxf", "a.gpkg"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestVectorExport::sameContentGivesSameBytes() {
    QFETCH(QString, name);
    const TestFolder one, two;
    const ExportOptions options = optionsFor({Kind::Site});
    const QStringList first = exportTo(one.file(name), difficultPlan().base(), options);
    QTest::qSleep(1100);
    const QStringList second = exportTo(two.file(name), difficultPlan().base(), options);
    QCOMPARE(first.size(), second.size());
    for (qsizetype i = 0; i < first.size(); ++i)
        QVERIFY2(contentOf(first[i]) == contentOf(second[i]), qPrintable(first[i]));
}

void TestVectorExport::onlyWhatIsSelectedIsWritten() {
    const TestFolder folder;
    ExportOptions options = optionsFor();
    options.objects = {stableEntityId(QStringLiteral("test/GD-1")), stableEntityId(QStringLiteral("test/SL-1"))};
    options.format = QStringLiteral("csv");
    QStringList names;
    for (const QString& file : exportTo(folder.file("csv"), difficultPlan().base(), options))
        names += QFileInfo(file).fileName();
    QCOMPARE(names, (QStringList{"sites.csv", "spans.csv"}));           // kinds of the selection, and no others
    QCOMPARE(contentOf(folder.file("csv/sites.csv")).count("\r\n"), 3); // one of them in the note
    options.format = QStringLiteral("geojson");
    exportTo(folder.file("json"), difficultPlan().base(), options);
    QCOMPARE(contentOf(folder.file("json/spans.geojson")).count("\"GD-"), 1);
}

QTEST_GUILESS_MAIN(TestVectorExport)
#include "test_vectorexport.moc"
