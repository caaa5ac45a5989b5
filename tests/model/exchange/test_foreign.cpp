// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchangeplans.h"
#include "foreignfiles.h"
#include "model/base/error.h"
#include "model/exchange/source.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <set>

using namespace corridor;
using namespace corridor::foreign;

namespace {

QString notesOf(const SourceTable& table) {
    QStringList out;
    for (const Message& note : table.notes)
        out += note.english();
    return out.join(u'\n');
}

const SourceTable* tableNamed(const std::vector<SourceTable>& tables, const QString& name,
                              std::optional<FieldType> geometry = std::nullopt) {
    for (const SourceTable& table : tables)
        if (table.name == name && (!geometry || table.geometry == geometry))
            return &table;
    return nullptr;
}

QString cell(const SourceTable& table, std::size_t row, const QString& column) {
    return table.rows[row].cells.value(table.columns.indexOf(column));
}

// 和林格尔 in GBK.
const QByteArray kHoringerGbk = "\xba\xcd\xc1\xd6\xb8\xf1\xb6\xfb";
const QString kHoringer = QStringLiteral("和林格尔");

} // namespace

// What corridor-worker makes of the formats of other programs.
class TestForeign : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { mFolder = std::make_unique<TestFolder>(); }
    void referenceFilesGiveTheirCounts();
    void shapefileTexts_data();
    void shapefileTexts();
    void shapefileWithoutItsParts();
    void shapefileDeclaresItsSystem();
    void kmlSplitsByGeometry();
    void kmlInGbkAndUtf16();
    void kmzIsKml();
    void drawingsGiveTheirLayers();
    void drawingTexts_data();
    void drawingTexts();
    void newDrawingsAreTold();
    void tracksComeOnce();
    void workbooksFindTheirHeader();
    void workbookRowsKeepTheirNumbers();
    void geoPackageKeepsSystemAndTypes();
    void geoJsonLeavesItsPlaceInOldSystems();
    void curvesAndHeightsAreTold();

private:
    std::vector<SourceTable> read(const QString& name, const QByteArray& encoding = {}) {
        return readSourceFile(mFolder->file(name), encoding);
    }
    std::unique_ptr<TestFolder> mFolder;
};

// Counts that r-spatial, OSGeo and togeojson's files have by OGR itself: layers, features and their geometries.
void TestForeign::referenceFilesGiveTheirCounts() {
    const QDir reference(QStringLiteral(CORRIDOR_REFERENCE_DIR "/formats"));
    if (!reference.exists())
        QSKIP("the reference files are not here");
    const QJsonObject answers = QJsonDocument::fromJson(contentOf(reference.filePath("ogr-answers.json"))).object();
    QVERIFY(answers.size() > 30);
    int places = 0;
    for (auto file = answers.begin(); file != answers.end(); ++file) {
        const QJsonObject layers = file.value().toObject()["layers"].toObject();
        int expected = 0, without = 0;
        QStringList names;
        for (auto layer = layers.begin(); layer != layers.end(); ++layer)
            names += layer.key().simplified();
        for (const QJsonValue& layer : layers) {
            expected += layer.toObject()["features"].toInt();
            without += layer.toObject()["null_geometry"].toInt();
        }
        std::set<std::pair<QString, int>> features;
        int unplaced = 0;
        const QString place = file.key().endsWith("shp") ? QStringLiteral("shp/") + file.key() : file.key();
        for (const SourceTable& table : readSourceFile(reference.filePath(place), {})) {
            QVERIFY2(names.contains(table.name), qPrintable(file.key() + u' ' + table.name));
            for (const SourceRow& row : table.rows) {
                features.insert({table.name, row.line});
                unplaced += isUnknown(row.geometry) && row.problem.isEmpty();
                places += !isUnknown(row.geometry) || !row.problem.isEmpty();
            }
        }
        QVERIFY2(static_cast<int>(features.size()) == expected, qPrintable(file.key()));
        QVERIFY2(unplaced >= without, qPrintable(file.key())); // and those whose geometry is empty
    }
    QVERIFY2(places > 500, qPrintable(QString::number(places)));
}

void TestForeign::shapefileTexts_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("cpg");
    QTest::addColumn<int>("codePage");
    QTest::addColumn<QByteArray>("asked");
    QTest::addColumn<bool>("told");
    const QByteArray utf8 = kHoringer.toUtf8(), none;
    QTest::newRow("GBK, said by .cpg") << kHoringerGbk << QByteArray("GBK") << 0 << none << false;
    QTest::newRow("GBK, said as a number") << kHoringerGbk << QByteArray("936\r\n") << 0 << none << false;
    QTest::newRow("GBK, said by the .dbf") << kHoringerGbk << none << 0x4D << none << false;
    QTest::newRow("GBK, not said") << kHoringerGbk << none << 0 << none << true;
    QTest::newRow("GBK, asked for") << kHoringerGbk << none << 0 << QByteArray("gbk") << false;
    QTest::newRow("GBK, said UTF-8") << kHoringerGbk << QByteArray("UTF-8") << 0 << none << true;
    QTest::newRow("UTF-8, said") << utf8 << QByteArray("UTF-8") << 0 << none << false;
    QTest::newRow("UTF-8, not said") << utf8 << none << 0 << none << true;
    QTest::newRow("UTF-8, said GBK by the .dbf") << utf8 << none << 0x4D << QByteArray("UTF-8") << false;
}

void TestForeign::shapefileTexts() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, cpg);
    QFETCH(int, codePage);
    QFETCH(QByteArray, asked);
    const ShapePair shapes = shapefile(kPointShape, {{{111.8, 40.5}}, {{112, 41}}});
    mFolder->write("a.shp", shapes.shp);
    mFolder->write("a.shx", shapes.shx);
    mFolder->write("a.dbf", dbf({"NAME"}, {{text}, {"plain"}}, 40, static_cast<char>(codePage)));
    if (!cpg.isEmpty())
        mFolder->write("a.cpg", cpg);
    const auto tables = read("a.shp", asked);
    QCOMPARE(tables.size(), std::size_t(1));
    QCOMPARE(cell(tables[0], 0, "NAME"), kHoringer);
    QCOMPARE(cell(tables[0], 1, "NAME"), QStringLiteral("plain"));
    const QString notes = notesOf(tables[0]);
    QFETCH(bool, told);
    QVERIFY2(notes.contains("encoded") || notes.contains("which they are not") ? told : !told, qPrintable(notes));
}

void TestForeign::shapefileWithoutItsParts() {
    const ShapePair shapes = shapefile(kLineShape, {{{1, 2}, {3, 4}}, {}, {{5, 6}, {7, 8}, {9, 9}}});
    const QString path = mFolder->write("lines.shp", shapes.shp);
    mFolder->write("LINES.DBF", dbf({"ID"}, {{"a"}, {"b"}, {"c"}}));
    const auto tables = readSourceFile(path, {});
    QCOMPARE(tables[0].name, QStringLiteral("lines"));
    QCOMPARE(tables[0].rows.size(), std::size_t(3));
    QCOMPARE(cell(tables[0], 2, "ID"), QStringLiteral("c"));
    QVERIFY(tables[0].rows[2].geometry == Value(Line{{5, 6}, {7, 8}, {9, 9}}));
    QVERIFY(isUnknown(tables[0].rows[1].geometry));
    QVERIFY(!tables[0].system);
    const QString notes = notesOf(tables[0]);
    QVERIFY2(notes.contains(".shx") && notes.contains(".prj") && notes.contains("without a geometry: 1"),
             qPrintable(notes));
    QCOMPARE(QDir(mFolder->path).entryList(QDir::Files).size(), 2); // nothing was made beside the user's file
    QVERIFY(QFile::remove(mFolder->file("LINES.DBF")));
    const auto alone = readSourceFile(path, {});
    QCOMPARE(alone[0].rows.size(), std::size_t(3));
    QVERIFY(notesOf(alone[0]).contains(".dbf"));
}

void TestForeign::shapefileDeclaresItsSystem() {
    const ShapePair shapes = shapefile(kPointShape, {{{39'500'000, 4'429'529}}});
    mFolder->write("a.shp", shapes.shp);
    mFolder->write("a.shx", shapes.shx);
    mFolder->write("a.dbf", dbf({"ID"}, {{"a"}}));
    // As ArcGIS writes EPSG:4527.
    mFolder->write(
        "a.prj",
        "PROJCS[\"CGCS2000_3_Degree_GK_Zone_39\",GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_"
        "China_2000\",SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\","
        "0.0174532925199433]],PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",39500000.0],PARAMETER["
        "\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",117.0],PARAMETER[\"Scale_Factor\",1.0],PARAMETER["
        "\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]");
    const auto tables = read("a.shp");
    QVERIFY(tables[0].system.has_value());
    QCOMPARE(tables[0].system->epsg, 4527);
    QVERIFY(tables[0].rows[0].geometry == Value(LonLat{39'500'000, 4'429'529}));
}

void TestForeign::kmlSplitsByGeometry() {
    const QString path = mFolder->write(
        "走廊.ovkml",
        kml("<Folder><name>节点</name>" + placemark(kHoringer.toUtf8(), "111.8,40.5,1250") +
            "<Placemark><name>线</name><LineString><coordinates>111,40 112,41</coordinates></LineString></Placemark>"
            "<Placemark><name>both</name><MultiGeometry><Point><coordinates>1,2</coordinates></Point><LineString>"
            "<coordinates>1,2 3,4</coordinates></LineString></MultiGeometry></Placemark>"
            "<Placemark><name>nowhere</name></Placemark></Folder><Folder><name>empty</name></Folder>"));
    const auto tables = readSourceFile(path, {});
    QCOMPARE(tables.size(), std::size_t(2));
    const SourceTable *points = tableNamed(tables, QStringLiteral("节点"), FieldType::Point),
                      *lines = tableNamed(tables, QStringLiteral("节点"), FieldType::Line);
    QVERIFY(points && lines);
    QCOMPARE(points->rows.size(), std::size_t(3));
    QCOMPARE(lines->rows.size(), std::size_t(2));
    QCOMPARE(cell(*points, 0, "Name"), kHoringer);
    QVERIFY(points->rows[0].geometry == Value(LonLat{111.8, 40.5}));
    QVERIFY(notesOf(*points).contains("heights"));
    QCOMPARE(points->system->epsg, 4326);
    QVERIFY(points->oneOfMany && points->file.contains(QStringLiteral("节点")));
    QCOMPARE(pathOfLabel(points->file), path);
}

void TestForeign::kmlInGbkAndUtf16() {
    mFolder->write("gbk.kml", kml(placemark(kHoringerGbk, "111.8,40.5"), "GB2312"));
    mFolder->write("said.kml", kml(placemark(kHoringerGbk, "111.8,40.5"), "UTF-8"));
    QByteArray utf16("\xff\xfe", 2);
    for (const QChar c : QString::fromUtf8(kml(placemark(kHoringer.toUtf8(), "111.8,40.5"), "UTF-16"))) {
        utf16 += static_cast<char>(c.unicode() & 0xFF);
        utf16 += static_cast<char>(c.unicode() >> 8);
    }
    mFolder->write("wide.kml", utf16);
    for (const char* name : {"gbk.kml", "said.kml", "wide.kml"}) {
        const auto tables = read(QLatin1String(name));
        QVERIFY2(cell(tables[0], 0, "Name") == kHoringer, name);
        QCOMPARE(notesOf(tables[0]).contains("which they are not"), qstrcmp(name, "said.kml") == 0);
    }
}

void TestForeign::kmzIsKml() {
    mFolder->write("a.kmz", zip({{"images/x.png", "png"}, {"doc.kml", kml(placemark("A", "111.8,40.5"))}}));
    const auto tables = read("a.kmz");
    QCOMPARE(tables[0].rows.size(), std::size_t(1));
    QCOMPARE(cell(tables[0], 0, "Name"), QStringLiteral("A"));
}

void TestForeign::drawingsGiveTheirLayers() {
    mFolder->write("a.dxf", dxf(dxfLine("GUANGLAN", {{39'500'000, 4'429'529}, {39'510'000, 4'430'000}}) +
                                dxfLine("ROAD", {{1, 2}, {3, 4}}) + dxfText("ROAD", "G7", {1, 2}) +
                                "  0\nINSERT\n  8\nSTATION\n  2\nJIFANG\n 10\n39500000\n 20\n4429529\n"
                                "  0\nCIRCLE\n  8\nRING\n 10\n0\n 20\n0\n 40\n5\n"));
    const auto tables = read("a.dxf");
    const SourceTable* cable = tableNamed(tables, "GUANGLAN");
    QVERIFY(cable && cable->geometry == FieldType::Line && cable->rows.size() == 1);
    QVERIFY(!cable->system);
    QVERIFY(tableNamed(tables, "ROAD", FieldType::Line) && tableNamed(tables, "ROAD", FieldType::Point));
    QCOMPARE(cell(*tableNamed(tables, "ROAD", FieldType::Point), 0, "Text"), QStringLiteral("G7"));
    const SourceTable* station = tableNamed(tables, "STATION");
    QVERIFY(station && station->geometry == FieldType::Point);
    QCOMPARE(cell(*station, 0, "BlockName"), QStringLiteral("JIFANG"));
    const SourceTable* ring = tableNamed(tables, "RING"); // a circle becomes a line of short pieces
    QVERIFY(ring && std::get<Line>(ring->rows[0].geometry).size() > 30);
}

void TestForeign::drawingTexts_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("codePage");
    QTest::addColumn<QByteArray>("version");
    const QByteArray utf8 = kHoringer.toUtf8();
    QTest::newRow("GBK, said") << kHoringerGbk << QByteArray("ANSI_936") << QByteArray("AC1015");
    QTest::newRow("GBK, said Western") << kHoringerGbk << QByteArray("ANSI_1252") << QByteArray("AC1015");
    QTest::newRow("GBK, not said") << kHoringerGbk << QByteArray() << QByteArray("AC1015");
    QTest::newRow("UTF-8 of 2007") << utf8 << QByteArray("ANSI_936") << QByteArray("AC1021");
    QTest::newRow("UTF-8, said GBK") << utf8 << QByteArray("ANSI_1252") << QByteArray("AC1015");
    QTest::newRow("escaped") << QByteArray("\\U+548C\\U+6797\\U+683C\\U+5C14") << QByteArray("ANSI_1252")
                             << QByteArray("AC1015");
}

void TestForeign::drawingTexts() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, codePage);
    QFETCH(QByteArray, version);
    const bool escaped = text.startsWith('\\');
    mFolder->write("a.dxf", dxf(dxfText(escaped ? QByteArray("L") : text, text, {1, 2}), codePage, version));
    const auto tables = read("a.dxf");
    QCOMPARE(tables.size(), std::size_t(1));
    QCOMPARE(cell(tables[0], 0, "Text"), kHoringer);
    QCOMPARE(tables[0].name, escaped ? QStringLiteral("L") : kHoringer);
}

void TestForeign::newDrawingsAreTold() {
    for (const auto& [name, bytes] : {std::pair("new.dwg", QByteArray("AC1032") + QByteArray(200, '\0')),
                                      std::pair("binary.dxf", QByteArray("AutoCAD Binary DXF\r\n\x1a\0", 22))}) {
        mFolder->write(QLatin1String(name), bytes);
        try {
            read(QLatin1String(name));
            QFAIL(name);
        } catch (const Error& error) {
            QVERIFY(error.blame() == Blame::FileContent);
            QVERIFY2(error.sentence().english().contains(QStringLiteral("DXF 2000")), name);
        }
    }
}

void TestForeign::tracksComeOnce() {
    mFolder->write("a.gpx",
                   R"(<?xml version="1.0"?><gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1">
        <wpt lat="40.5" lon="111.8"><ele>1250</ele><name>A</name></wpt>
        <trk><name>T</name><trkseg><trkpt lat="40" lon="111"/><trkpt lat="41" lon="112"/></trkseg></trk></gpx>)");
    const auto tables = read("a.gpx");
    QCOMPARE(tables.size(), std::size_t(2));
    QVERIFY(tableNamed(tables, "waypoints")->rows[0].geometry == Value(LonLat{111.8, 40.5}));
    QVERIFY(tableNamed(tables, "tracks")->rows[0].geometry == Value(Line{{111, 40}, {112, 41}}));
}

void TestForeign::workbooksFindTheirHeader() {
    mFolder->write("统计.xlsx", xlsx({{"站点",
                                       {{"算力节点一览表"},
                                        {},
                                        {"编号", "名称", "经度", "纬度", "功率"},
                                        {"A", kHoringer, "111.79", "40.53", "0.30000000000000004"},
                                        {},
                                        {"B", "乌兰察布", "113.1", "41", "12"}}},
                                      {"空", {}},
                                      {"plain", {{"code", "n"}, {"1", "2"}}}}));
    const auto tables = read("统计.xlsx");
    QCOMPARE(tables.size(), std::size_t(2));
    QCOMPARE(tables[0].name, QStringLiteral("站点"));
    QCOMPARE(tables[0].columns, QStringList({"编号", "名称", "经度", "纬度", "功率"}));
    QCOMPARE(tables[0].rows.size(), std::size_t(2));
    QCOMPARE(tables[0].rows[0].cells, QStringList({"A", kHoringer, "111.79", "40.53", "0.30000000000000004"}));
    QVERIFY2(notesOf(tables[0]).contains("row 3"), qPrintable(notesOf(tables[0])));
    QVERIFY(notesOf(tables[1]).isEmpty());
}

void TestForeign::workbookRowsKeepTheirNumbers() {
    mFolder->write("a.xlsx", xlsx({{"s", {{"title"}, {}, {"code", "n"}, {"A", "1"}, {}, {}, {"B", "2"}}}}));
    const auto tables = read("a.xlsx");
    QCOMPARE(tables[0].rows[0].line, 4);
    QCOMPARE(tables[0].rows[1].line, 7);
}

void TestForeign::geoPackageKeepsSystemAndTypes() {
    const QString json = mFolder->write(
        "in.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"A","mw":0.1},
        "geometry":{"type":"Point","coordinates":[117,40]}},{"type":"Feature","properties":{"code":"B"},"geometry":null}]})");
    const QString path = mFolder->file("站 #1.gpkg");
    if (QProcess::execute("ogr2ogr", {"-f", "GPKG", "-nln", "站点", "-t_srs", "EPSG:4548", path, json}) != 0)
        QSKIP("ogr2ogr is not here");
    const auto tables = readSourceFile(path, {});
    QCOMPARE(tables.size(), std::size_t(1));
    QCOMPARE(tables[0].name, QStringLiteral("站点"));
    QCOMPARE(tables[0].system->epsg, 4548);
    QCOMPARE(cell(tables[0], 0, "mw"), QStringLiteral("0.1"));
    QVERIFY(std::abs(std::get<LonLat>(tables[0].rows[0].geometry).lon - 500000) < 1);
    QVERIFY(isUnknown(tables[0].rows[1].geometry));
    QCOMPARE(QDir(mFolder->path).entryList(QDir::Files).size(), 2); // no journal beside it
    mFolder->write("站 #1.gpkg-wal", "not empty");
    QVERIFY_EXCEPTION_THROWN(readSourceFile(path, {}), Error);
}

void TestForeign::geoJsonLeavesItsPlaceInOldSystems() {
    mFolder->write("a.geojson", R"({"type":"FeatureCollection","name":"junctions",
        "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4549"}},"features":[{"type":"Feature",
        "properties":{"code":"A"},"geometry":{"type":"Point","coordinates":[500000,4430000]}}]})");
    const auto tables = read("a.geojson");
    QCOMPARE(tables[0].system->epsg, 4549);
    QVERIFY(tables[0].rows[0].geometry == Value(LonLat{500000, 4430000}));
}

void TestForeign::curvesAndHeightsAreTold() {
    const QString path = mFolder->file("c.gpkg");
    const QString csv = mFolder->write(
        "c.csv",
        "code,WKT\nA,\"CIRCULARSTRING (0 0, 1 1, 2 0)\"\nB,\"LINESTRING ZM (0 0 5 7, 1 1 6 8)\"\nC,\"TIN Z (((0 0 0, "
        "0 0 1, 0 1 0, 0 0 0)))\"\nD,LINESTRING EMPTY\n");
    if (QProcess::execute("ogr2ogr", {"-f", "GPKG", "-nlt", "GEOMETRY", "-a_srs", "EPSG:4490", path, csv}) != 0)
        QSKIP("ogr2ogr is not here");
    const auto tables = readSourceFile(path, {});
    QCOMPARE(tables.size(), std::size_t(1));
    const QString notes = notesOf(tables[0]);
    QVERIFY2(notes.contains("curves") && notes.contains("heights") && notes.contains("measures") &&
                 notes.contains("without a geometry: 1"),
             qPrintable(notes));
    QVERIFY(std::get<Line>(tables[0].rows[0].geometry).size() > 10);
    QVERIFY(!tables[0].rows[2].problem.isEmpty());
}

QTEST_GUILESS_MAIN(TestForeign)
#include "test_foreign.moc"
