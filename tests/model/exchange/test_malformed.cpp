// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchangeplans.h"
#include "foreignfiles.h"
#include "model/base/error.h"
#include "model/exchange/importer.h"

#include <QElapsedTimer>

#include <random>
#include <thread>

using namespace corridor;
using namespace corridor::foreign;

namespace {

constexpr int mostMs = 2000; // for one clear answer about a small file

// What came of reading a file: tables, or one sentence that names it.
struct Outcome {
    std::vector<SourceTable> tables;
    std::optional<Error> error;

    bool isClear(const QString& path) const {
        const QString name = QFileInfo(path).fileName();
        return !error || (error->blame() != Blame::Bug && error->sentence().english().contains(name) &&
                          error->sentence().english().size() > 20 && !error->sentence().english().contains(u'\n'));
    }
    std::size_t rows() const {
        std::size_t count = 0;
        for (const SourceTable& table : tables)
            count += table.rows.size();
        return count;
    }
    bool tells(const QString& words) const {
        if (error)
            return error->sentence().english().contains(words);
        for (const SourceTable& table : tables)
            for (const Message& note : table.notes)
                if (note.english().contains(words))
                    return true;
        return false;
    }
};

Outcome outcomeOf(const QString& path, const ExchangeWatch& watch = {}) {
    Outcome outcome;
    try {
        outcome.tables = readSourceFile(path, {}, watch);
    } catch (const Error& error) {
        outcome.error = error;
    }
    return outcome;
}

QByteArray manyPoints(int count) {
    QByteArray csv = "code,name,lon,lat,kind,status\n";
    for (int i = 0; i < count; ++i)
        csv += "N" + QByteArray::number(i) + ",站点,116.4,39.9,edge,planned\n";
    return csv;
}

QString sentencesOf(const std::vector<ImportNote>& notes) {
    QStringList out;
    for (const ImportNote& note : notes)
        out += note.sentence().english();
    return out.join(u'\n');
}

} // namespace

// Files that are broken, hostile or too large: one clear sentence or a listed omission, in time, never half an import.
class TestMalformed : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { mFolder = std::make_unique<TestFolder>(); }
    void everyFormatCutShort_data();
    void everyFormatCutShort();
    void everyFormatWithJunkBehind_data() { everyFormatCutShort_data(); }
    void everyFormatWithJunkBehind();
    void everyFormatSpoiled_data() { everyFormatCutShort_data(); }
    void everyFormatSpoiled();
    void anotherFormatUnderTheName_data() { everyFormatCutShort_data(); }
    void anotherFormatUnderTheName();
    void latitude95IsListed();
    void shortTuplesAreListed();
    void numbersThatAreNoneAreListed();
    void emptyLayersAreTold();
    void entitiesAreRefused();
    void emptyRowsThatAreRepeated();
    void archivesThatSwellAreRefused();
    void threeHundredColumns();
    void aMillionRowsCanBeStopped();
    void aMillionRowsOfAForeignFileCanBeStopped();
    void whatIsNoFileIsRefused();

private:
    std::unique_ptr<TestFolder> mFolder;
};

void TestMalformed::everyFormatCutShort_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    const ShapePair shapes = shapefile(kLineShape, {{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}});
    const QByteArray places = placemark("甲", "111,40") + placemark("乙", "112,41");
    QTest::newRow("csv") << "a.csv" << QByteArray("code,lon,lat\nA,111,40\n\"B\",112,41\n");
    QTest::newRow("geojson")
        << "a.geojson"
        << QByteArray(R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"A"},"geometry":
           {"type":"Point","coordinates":[111,40]}},{"type":"Feature","properties":{},"geometry":null}]})");
    QTest::newRow("shp") << "a.shp" << shapes.shp;
    QTest::newRow("kml") << "a.kml" << kml(places);
    QTest::newRow("kmz") << "a.kmz" << zip({{"doc.kml", kml(places)}});
    QTest::newRow("dxf") << "a.dxf" << dxf(dxfLine("L", {{1, 2}, {3, 4}}) + dxfText("T", "x", {1, 2}));
    QTest::newRow("dwg") << "a.dwg" << QByteArray("AC1015") + QByteArray(3000, '\x11');
    QTest::newRow("gpx") << "a.gpx"
                         << QByteArray(
                                "<?xml version=\"1.0\"?><gpx version=\"1.1\" xmlns=\"http://www.topografix.com/GPX/1/"
                                "1\"><wpt lat=\"40\" lon=\"111\"><name>A</name></wpt></gpx>");
    QTest::newRow("xlsx") << "a.xlsx" << xlsx({{"s", {{"code", "lon"}, {"A", "1"}}}});
    QTest::newRow("xls") << "a.xls" << QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + QByteArray(4000, '\0');
    QTest::newRow("ods") << "a.ods"
                         << zip({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                                 {"content.xml", "<office:document-content/>"}});
    QTest::newRow("gpkg") << "a.gpkg"
                          << QByteArray("SQLite format 3\0\x10\0\1\1\0@  \0\0\0\1", 28) + QByteArray(4068, '\0');
}

void TestMalformed::everyFormatCutShort() {
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    const std::size_t whole = outcomeOf(mFolder->write(name, bytes)).rows();
    for (const double part : {0.0, 0.01, 0.3, 0.6, 0.9, 0.995}) {
        const QString path = mFolder->write(name, bytes.left(static_cast<qsizetype>(part * double(bytes.size()))));
        QElapsedTimer timer;
        timer.start();
        const Outcome outcome = outcomeOf(path);
        QVERIFY2(timer.elapsed() < mostMs, qPrintable(QString::number(timer.elapsed())));
        QVERIFY2(outcome.isClear(path), outcome.error ? outcome.error->what() : "");
        // Never half of what there is; the end of a table of text alone says nothing.
        QVERIFY2(outcome.error || outcome.rows() == whole || name.endsWith("csv"), qPrintable(QString::number(part)));
    }
}

void TestMalformed::everyFormatWithJunkBehind() {
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    const std::size_t whole = outcomeOf(mFolder->write(name, bytes)).rows();
    std::mt19937 random(7);
    QByteArray junk;
    for (int i = 0; i < 5000; ++i)
        junk += static_cast<char>(random());
    const QString path = mFolder->write(name, bytes + junk);
    const Outcome outcome = outcomeOf(path);
    QVERIFY2(outcome.isClear(path), outcome.error ? outcome.error->what() : "");
    QVERIFY(outcome.error || name.endsWith("csv") || outcome.rows() == whole);
}

void TestMalformed::everyFormatSpoiled() {
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    std::mt19937 random(11);
    for (int round = 0; round < 4; ++round) {
        QByteArray spoiled = bytes;
        for (int i = 0; i < 4; ++i)
            spoiled[static_cast<qsizetype>(random() % static_cast<unsigned>(spoiled.size()))] =
                static_cast<char>(random());
        const QString path = mFolder->write(name, spoiled);
        const Outcome outcome = outcomeOf(path);
        QVERIFY2(outcome.isClear(path), outcome.error ? outcome.error->what() : "");
    }
}

void TestMalformed::anotherFormatUnderTheName() {
    QFETCH(QString, name);
    if (name.endsWith("csv"))
        return; // any text is a table
    const QString path = mFolder->write(name, "%PDF-1.4 this is something else altogether\n");
    const Outcome outcome = outcomeOf(path);
    QVERIFY(outcome.error && outcome.error->blame() == Blame::FileContent);
    QVERIFY2(outcome.isClear(path), outcome.error->what());
}

void TestMalformed::latitude95IsListed() {
    const QString path = mFolder->write(
        "junctions.kml", kml(placemark("A", "111,40") + placemark("B", "111,95") + placemark("C", "112,41")));
    ImportOptions options;
    options.kind = Kind::Junction;
    const ImportResult refused = importSources({path}, Plan().base(), options);
    QCOMPARE(refused.badRows.size(), std::size_t(1));
    QVERIFY2(sentencesOf(refused.badRows).contains("feature 2"), qPrintable(sentencesOf(refused.badRows)));
    options.skipBadRows = true;
    const ImportResult rest = importSources({path}, Plan().base(), options);
    QCOMPARE(rest.count(Kind::Junction).added, 2);
    QCOMPARE(rest.count(Kind::Junction).leftOut, 1);
}

void TestMalformed::shortTuplesAreListed() {
    const QString path = mFolder->write("junctions.geojson", R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"code":"A"},"geometry":{"type":"Point","coordinates":[111]}},
        {"type":"Feature","properties":{"code":"B"},"geometry":{"type":"LineString","coordinates":[[1],[2]]}},
        {"type":"Feature","properties":{"code":"C"},"geometry":{"type":"Point","coordinates":[111,40]}},
        {"type":"Feature","properties":{"code":"D"},"geometry":{"type":"Point","coordinates":["x","y"]}}]})");
    const ImportResult result = importSources({path}, Plan().base());
    QVERIFY2(result.badRows.size() == 3, qPrintable(sentencesOf(result.badRows)));
    QCOMPARE(result.count(Kind::Junction).added, 1);
}

void TestMalformed::numbersThatAreNoneAreListed() {
    const ShapePair shapes = shapefile(kPointShape, {{{std::nan(""), 40}}, {{111, 40}}, {{INFINITY, 1}}});
    mFolder->write("junctions.shx", shapes.shx);
    mFolder->write("junctions.dbf", dbf({"code"}, {{"A"}, {"B"}, {"C"}}));
    const ImportResult result = importSources({mFolder->write("junctions.shp", shapes.shp)}, Plan().base());
    QCOMPARE(result.badRows.size(), std::size_t(2));
    QCOMPARE(result.count(Kind::Junction).added, 1);
}

void TestMalformed::emptyLayersAreTold() {
    const ShapePair shapes = shapefile(kPointShape, {});
    mFolder->write("junctions.shx", shapes.shx);
    mFolder->write("junctions.dbf", dbf({"code"}, {}));
    for (const QString& path : {mFolder->write("junctions.shp", shapes.shp), mFolder->write("junctions.kml", kml("")),
                                mFolder->write("junctions.xlsx", xlsx({{"junctions", {{"code", "lon"}}}})),
                                mFolder->write("junctions.geojson", R"({"type":"FeatureCollection","features":[]})")}) {
        ImportOptions options;
        options.kind = Kind::Junction;
        try {
            const ImportResult result = importSources({path}, Plan().base(), options);
            QVERIFY2(sentencesOf(result.warnings).contains("no row"), qPrintable(path));
            QVERIFY(result.objects.empty());
        } catch (const Error& error) {
            QVERIFY2(error.sentence().english().contains("nothing to import"), error.what());
        }
    }
}

void TestMalformed::entitiesAreRefused() {
    QByteArray bomb = "<?xml version=\"1.0\"?><!DOCTYPE k [<!ENTITY a0 \"aaaaaaaaaa\">";
    for (int i = 1; i < 12; ++i)
        bomb += "<!ENTITY a" + QByteArray::number(i) + " \"" +
                QByteArray("&a" + QByteArray::number(i - 1) + ";").repeated(10) + "\">";
    const QByteArray inside =
        "]><kml xmlns=\"http://www.opengis.net/kml/2.2\"><Placemark><name>&a11;</name></Placemark></kml>";
    for (const char* name : {"a.kml", "a.gpx", "a.kmz"}) {
        const QString path = mFolder->write(
            QLatin1String(name), name[3] == 'm' && name[4] == 'z' ? zip({{"doc.kml", bomb + inside}}) : bomb + inside);
        QElapsedTimer timer;
        timer.start();
        const Outcome outcome = outcomeOf(path);
        QVERIFY2(outcome.tells("entities"), name);
        QVERIFY(timer.elapsed() < mostMs);
    }
    // In a workbook they stand in a part that GDAL reads itself.
    QByteArray sheet = sheetXml({"s", {{"code"}, {"&amp;"}}});
    sheet.replace("<worksheet", bomb.mid(bomb.indexOf("<!DOCTYPE")) + "]><worksheet").replace("&amp;amp;", "&a11;");
    QByteArray book = xlsx({{"s", {{"code"}, {"x"}}}});
    const QString path = mFolder->write(
        "a.xlsx", zip({{"[Content_Types].xml", "<Types/>"},
                       {"xl/workbook.xml", "<workbook><sheets><sheet name=\"s\" sheetId=\"1\"/></sheets></workbook>"},
                       {"xl/worksheets/sheet1.xml", sheet}}));
    const Outcome outcome = outcomeOf(path);
    QVERIFY2(outcome.error ? outcome.isClear(path) : outcome.rows() <= 1, outcome.error ? outcome.error->what() : "");
}

// LibreOffice fills sheets to their last possible row; a long repetition in the middle would lose what stands below.
void TestMalformed::emptyRowsThatAreRepeated() {
    const auto ods = [](const QByteArray& repeated) {
        const auto row = [](const QByteArray& a, const QByteArray& b) {
            const auto cell = [](const QByteArray& text) {
                return "<table:table-cell office:value-type=\"string\"><text:p>" + text +
                       "</text:p></table:table-cell>";
            };
            return "<table:table-row>" + cell(a) + cell(b) + "</table:table-row>";
        };
        return zip(
            {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
             {"content.xml",
              "<?xml version=\"1.0\"?><office:document-content "
              "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
              "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
              "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>"
              "<table:table table:name=\"s\">" +
                  row("code", "name") + row("A", "x") + "<table:table-row table:number-rows-repeated=\"" + repeated +
                  "\"><table:table-cell/></table:table-row></table:table></office:spreadsheet></office:body>"
                  "</office:document-content>"}});
    };
    const Outcome filled = outcomeOf(mFolder->write("filled.ods", ods("1048574")));
    QVERIFY2(!filled.error, filled.error ? filled.error->what() : "");
    QCOMPARE(filled.rows(), 1);
    QVERIFY(outcomeOf(mFolder->write("cut.ods", ods("200000"))).error);
}

void TestMalformed::archivesThatSwellAreRefused() {
    const QByteArray swollen(301 << 20, ' '); // 301 MB of blanks are some 300 kB of ZIP
    const QByteArray kmz = zip({{"doc.kml", swollen}}, false);
    const QByteArray book = zip({{"xl/workbook.xml", "<workbook/>"}, {"xl/worksheets/sheet1.xml", swollen}}, false);
    QVERIFY(kmz.size() < 2 << 20);
    for (const auto& [name, bytes] : {std::pair("a.kmz", kmz), std::pair("a.xlsx", book), std::pair("a.ods", book)}) {
        const QString path = mFolder->write(QLatin1String(name), bytes);
        QElapsedTimer timer;
        timer.start();
        const Outcome outcome = outcomeOf(path);
        QVERIFY2(outcome.tells("unpacks to more"), outcome.error ? outcome.error->what() : name);
        QVERIFY2(timer.elapsed() < mostMs, qPrintable(QString::number(timer.elapsed())));
    }
}

void TestMalformed::threeHundredColumns() {
    QStringList names, cells;
    QList<QByteArray> fields, values;
    for (int i = 0; i < 300; ++i) {
        names += QStringLiteral("column %1").arg(i);
        cells += QString::number(i);
        fields += "C" + QByteArray::number(i);
        values += QByteArray::number(i);
    }
    const ShapePair shapes = shapefile(kPointShape, {{{111, 40}}});
    mFolder->write("a.shx", shapes.shx);
    mFolder->write("a.dbf", dbf(fields, {values}, 10));
    for (const QString& path :
         {mFolder->write("a.csv", (names.join(u',') + u'\n' + cells.join(u',') + u'\n').toUtf8()),
          mFolder->write("a.xlsx", xlsx({{"s", {names, cells}}})), mFolder->write("a.shp", shapes.shp)}) {
        const Outcome outcome = outcomeOf(path);
        QVERIFY2(!outcome.error, outcome.error ? outcome.error->what() : "");
        QCOMPARE(outcome.tables[0].columns.size(), 300);
        QCOMPARE(outcome.tables[0].rows[0].cells.value(299), QStringLiteral("299"));
    }
}

void TestMalformed::aMillionRowsCanBeStopped() {
    const QString path = mFolder->write("sites.csv", manyPoints(1000000));
    ExchangeWatch watch;
    qint64 told = 0;
    watch.progress = [&](const ExchangeProgress& progress) {
        QVERIFY(progress.fraction >= 0 && progress.fraction <= 1);
        told = progress.rows;
        if (told > 100000)
            watch.cancel.cancel();
    };
    QElapsedTimer timer;
    timer.start();
    const Outcome outcome = outcomeOf(path, watch);
    QVERIFY(outcome.error && outcome.error->blame() == Blame::Cancelled);
    QVERIFY(told > 100000 && told < 200000);
    watch = {};
    QCOMPARE(outcomeOf(path).rows(), std::size_t(1000000));
}

void TestMalformed::aMillionRowsOfAForeignFileCanBeStopped() {
    QList<Points> records;
    QList<QList<QByteArray>> rows;
    for (int i = 0; i < 1000000; ++i) {
        records.append(Points{{111, 40}});
        rows.append({"name"});
    }
    const ShapePair shapes = shapefile(kPointShape, records);
    mFolder->write("a.shx", shapes.shx);
    mFolder->write("a.dbf", dbf({"NAME"}, rows, 10));
    const QString path = mFolder->write("a.shp", shapes.shp);
    records.clear();
    rows.clear();
    ExchangeWatch watch;
    QElapsedTimer sinceWish;
    double fraction = 0;
    watch.progress = [&](const ExchangeProgress& progress) { fraction = progress.fraction; };
    std::thread stopper([&] {
        QTest::qWait(600);
        sinceWish.start();
        watch.cancel.cancel();
    });
    const Outcome stopped = outcomeOf(path, watch);
    const qint64 waited = sinceWish.elapsed();
    stopper.join();
    QVERIFY(stopped.error && stopped.error->blame() == Blame::Cancelled);
    QVERIFY2(waited < 200, qPrintable(QString::number(waited)));
    QVERIFY(fraction > 0 && fraction < 1);
    QCOMPARE(outcomeOf(path).rows(), std::size_t(1000000));
}

void TestMalformed::whatIsNoFileIsRefused() {
    for (const char* name : {"/vsimem/a.kml", "/vsicurl/http://127.0.0.1/a.kml", "http://127.0.0.1/a.shp",
                             "/vsizip/a.kmz/doc.kml", "/dev/null.kml", "<kml></kml>.kml"}) {
        const Outcome outcome = outcomeOf(QLatin1String(name));
        QVERIFY2(outcome.error && outcome.error->blame() != Blame::Bug, name);
    }
    QVERIFY(QDir(mFolder->path).mkdir("folder.kml"));
    QVERIFY(outcomeOf(mFolder->file("folder.kml")).error);
    QVERIFY(outcomeOf(mFolder->write("empty.kml", "")).tells("empty"));
}

QTEST_GUILESS_MAIN(TestMalformed)
#include "test_malformed.moc"
