// SPDX-License-Identifier: GPL-3.0-or-later
#include "clifixture.h"
#include "tests/model/exchange/foreignfiles.h"

using namespace corridor::test;
namespace foreign = corridor::foreign;

// new, import, export.
class TestCliExchange : public QObject, protected CliFolder {
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(make()); }
    void newRefusesToReplace();
    void newImportCheck();
    void importIsAllOrNothing();
    void importMapsAndShifts();
    void exportComesBack();
    void importLeavesNoSilentNonsense();
    void clauseListsAreReadAsWritten();
    void drawingsTablesAndMapsAreImported();
    void dryRunsListDifferences();
    void sampleIsReproducible();
};

void TestCliExchange::newRefusesToReplace() {
    const QString path = file(QString::fromUtf8("新 plan.gpkg"));
    const Finished made = run({"new", path, "--title", QString::fromUtf8("标题"), "--year", "2030", "--json"});
    QCOMPARE(made.code, 0);
    QCOMPARE(made.json()["plan"].toString(), path);
    const QByteArray bytes = contentOf(path);
    const Finished again = run({"new", path});
    QCOMPARE(again.code, 2);
    QVERIFY2(again.errIsOneSentence(), again.err);
    QCOMPARE(contentOf(path), bytes);
    const QJsonObject info = run({"info", path, "--json"}).json();
    QCOMPARE(info["title"].toString(), QString::fromUtf8("标题"));
    QCOMPARE(info["year"].toInt(), 2030);
    QCOMPARE(info["counts"].toObject()["site"].toInt(), 0);
    QVERIFY(info["counts"].toObject()["fibre_type"].toInt() > 0);
    QCOMPARE(run({"new", file("no/such/folder/p.gpkg")}).code, 2);
    const Finished unnamed = run({"new", file("plan")});
    QCOMPARE(unnamed.code, 2);
    QVERIFY2(unnamed.errIsOneSentence() && unnamed.err.contains(".gpkg"), unnamed.err);
    QVERIFY(!QFile::exists(file("plan")));
}

void TestCliExchange::newImportCheck() {
    const QString path = file(QString::fromUtf8("一 plan.gpkg"));
    QCOMPARE(run({"new", path}).code, 0);
    write("junctions.csv", "code,name,lon,lat,role\nA,甲,116,40,exchange\nB,乙,117,40,exchange\n");
    write("spans.csv", "code,from_code,to_code,status,terrain,schematic,fibre\nG1,A,B,existing,plain,1,G.652.D\n");
    write("services.csv", "code,from_code,to_code,protection,routing,rtt_limit_ms\nS1,A,B,none,computed,5\n");
    const Finished imported =
        run({"import", path, file("junctions.csv"), file("spans.csv"), file("services.csv"), "--json"});
    QVERIFY2(imported.code == 0, imported.err);
    QCOMPARE(imported.json()["counts"].toObject()["junction"].toObject()["added"].toInt(), 2);
    QCOMPARE(imported.json()["written"].toBool(), true);
    const Finished path1 = run({"path", path, QString::fromUtf8("甲"), "B", "--json"});
    QCOMPARE(path1.code, 0);
    // 1 degree of longitude at 40° N is 85.394 km on the ellipsoid; × 1.03 × 1.025, both ways at n_g 1.4682, and 0.1 ms
    // of equipment.
    const double km = 85.394 * 1.03 * 1.025;
    QVERIFY(std::abs(path1.json()["paths"].toArray().at(0).toObject()["rtt_ms"].toDouble() -
                     (2 * km * 1.4682 / 299.792458 + 0.1)) < 1e-3);
    QCOMPARE(run({"import", path, file("spans.csv"), "--json"}).json()["written"].toBool(), false); // nothing new
}

void TestCliExchange::importIsAllOrNothing() {
    const QString path = sample();
    const QByteArray before = contentOf(path);
    write("sites.csv", "code,name,lon,lat,kind,status,project_type,key\nX1,一,116,40,edge,planned,new,0\nX2,二,216,40,"
                       "edge,planned,new,0\nX3,三,116,40,palace,planned,new,0\n");
    const Finished refused = run({"import", path, file("sites.csv")});
    QCOMPARE(refused.code, 2);
    QVERIFY2(refused.errIsOneSentence(), refused.err);
    QVERIFY2(refused.err.contains("sites.csv, line 3"), refused.err);
    QVERIFY2(refused.err.contains("Wrong rows beside it: 1"), refused.err);
    QCOMPARE(contentOf(path), before);
    const Finished dry = run({"import", path, file("sites.csv"), "--skip-bad-rows", "--dry-run", "--json"});
    QCOMPARE(dry.code, 0);
    QCOMPARE(dry.json()["counts"].toObject()["site"].toObject()["added"].toInt(), 1);
    QCOMPARE(dry.json()["warnings"].toArray().size(), 2);
    QCOMPARE(contentOf(path), before);
    QCOMPARE(run({"import", path, file("nothing.csv")}).code, 2);
    QCOMPARE(run({"import", path, write("a.dwg", "AC1015")}).code, 2);
    QCOMPARE(contentOf(path), before);
}

void TestCliExchange::importMapsAndShifts() {
    const QString path = file("p.gpkg");
    QCOMPARE(run({"new", path}).code, 0);
    // GBK: 编号;名称;经度;纬度 and 甲 — as a spreadsheet in China saves it.
    const QByteArray gbk = "\xb1\xe0\xba\xc5;\xc3\xfb\xb3\xc6;E;N\nA;\xbc\xd7;116.4;39.9\n";
    write("junctions.csv", gbk);
    const QStringList columns{
        "--map", QString::fromUtf8("编号=code"), "--map", QString::fromUtf8("名称=name"), "--map", "E=lon", "--map",
        "N=lat"};
    const Finished done = run(QStringList{"import", path, file("junctions.csv"), "--datum", "gcj02"} + columns);
    QVERIFY2(done.code == 0, done.err);
    QCOMPARE(run({"export", path, file("out.csv"), "--layer", "junction"}).code, 0);
    const QList<QByteArray> cells = contentOf(file("out.csv")).split('\n').at(1).split(',');
    QCOMPARE(cells.at(1), QByteArray("A"));
    QCOMPARE(QString::fromUtf8(cells.at(2)), QString::fromUtf8("甲"));
    const QList<QByteArray> header = contentOf(file("out.csv")).split('\n').at(0).split(',');
    const double lon = cells.at(header.indexOf("lon")).toDouble(), lat = cells.at(header.indexOf("lat")).toDouble();
    QVERIFY(std::abs(lon - 116.39376) < 2e-5); // GCJ-02 lies some 540 m east and 155 m north of it there
    QVERIFY(std::abs(lat - 39.89860) < 2e-5);
}

void TestCliExchange::exportComesBack() {
    const QString path = sample(), copy = file("copy.gpkg");
    QCOMPARE(run({"export", path, file("out")}).code, 0);
    QCOMPARE(run({"new", copy, "--rules", "beijing-2024-2027", "national-companion"}).code, 0);
    const Finished imported = run({"import", copy, file("out")});
    QVERIFY2(imported.code == 0, imported.err);
    QCOMPARE(run({"hash", copy}).out, run({"hash", path}).out);
    const Finished refused = run({"export", path, file("out")});
    QCOMPARE(refused.code, 2);
    QVERIFY2(refused.errIsOneSentence(), refused.err);
    QCOMPARE(run({"export", path, file("out"), "--overwrite"}).code, 0);
    QCOMPARE(run({"export", path, file("spans.geojson"), "--layer", "span"}).code, 0);
    QCOMPARE(run({"export", path, file("services.geojson"), "--layer", "service"}).code, 2);
}

void TestCliExchange::importLeavesNoSilentNonsense() {
    const QString path = file("p.gpkg");
    QVERIFY(QFile::copy(QStringLiteral(CORRIDOR_SAMPLE), path));
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    for (const char* row : {"rtt_layer,IP", "lay_factor,-1", "year,99999"}) {
        const Finished refused = run({"import", path, write("settings.csv", QByteArray("key,value\n") + row + "\n")});
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains("line 2"), refused.err.constData());
    }
    const QString sites = write("sites.csv", "code,lon,lat\nA,116,40\n");
    for (const QStringList& more : {QStringList{"--map", "foo=name"}, {"--encoding", "klingon"}}) {
        const Finished refused = run(QStringList{"import", path, sites, "--dry-run"} + more);
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains(more[1].section('=', 0, 0).toUtf8()), refused.err.constData());
    }
    const Finished empty = run({"import", path, write("junctions.csv", "code,lon,lat\n"), "--dry-run"});
    QVERIFY2(empty.code == 0 && empty.err.contains("no row"), empty.err.constData());
    const Finished again = run({"import", path, write("sites.csv", "code,lon,lat,lon\nA,116,40,1\n"), "--dry-run"});
    QVERIFY2(again.err.contains("what another column said"), again.err.constData());
    const Finished unread = run({"import", path, write("settings.csv", "key,value\nload_factor,0.5\n"), "--dry-run"});
    QVERIFY2(unread.code == 0 && unread.err.contains("load_factor"), unread.err.constData());
    QVERIFY(run({"import", path, sites, "--kind", "scenario"}).err.contains("corridor scenario"));
    QVERIFY(run({"new", file("n.gpkg"), "--rules", "martian"}).err.contains("beijing-2024-2027"));
    // A route that was drawn stays when its cell is empty.
    const QByteArray before = run({"hash", path}).out;
    QCOMPARE(run({"import", path, write("spans.csv", "code,geometry_wkt\nGD-YQ-CC,\n")}).code, 0);
    QCOMPARE(run({"hash", path}).out, before);
}

void TestCliExchange::clauseListsAreReadAsWritten() {
    const QString path = file("p.gpkg");
    QVERIFY(QFile::copy(QStringLiteral(CORRIDOR_SAMPLE), path));
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    const QByteArray verdicts = run({"check", path}).out;
    for (const char* list : {"\"I01,Q13\"", "I01;q13", "I01、Q13"}) {
        QCOMPARE(run({"import", path, write("services.csv", QByteArray("code,clauses\nYW-1301,") + list + "\n")}).code,
                 0);
        QVERIFY2(run({"check", path}).out.contains("5.087 ms"), list);
    }
    QVERIFY(verdicts.contains("5.087 ms"));
}

// A drawing in zone 39 and a table of GBK text in GCJ-02; what was found is saved as a mapping and used again.
void TestCliExchange::drawingsTablesAndMapsAreImported() {
    const QString path = file("p.gpkg"), map = file("map.json");
    QCOMPARE(run({"new", path}).code, 0);
    write("junctions.csv", "code,name,lon,lat,role\nA,甲,117,40,exchange\nB,乙,117.5,40,exchange\n");
    QCOMPARE(run({"import", path, file("junctions.csv")}).code, 0);
    write("a.dxf", foreign::dxf(foreign::dxfLine("\xb9\xe2\xc0\xc2", {{500'010, 4'429'529}, {542'400, 4'429'650}}) +
                                    foreign::dxfText("TEXT", "note", {500'000, 4'429'000}),
                                "ANSI_936"));
    const Finished asked = run({"import", path, file("a.dxf"), "--dry-run"});
    QCOMPARE(asked.code, 2);
    QVERIFY2(asked.errIsOneSentence() && asked.err.contains("gk3:117"), asked.err);
    const QStringList command{"import", path, file("a.dxf"), "--datum", "gk3:39",
                              "--snap", "50", "--save-map",  map,       "--json"};
    const Finished done = run(command);
    QVERIFY2(done.code == 0, done.err);
    QCOMPARE(done.json()["counts"].toObject()["span"].toObject()["added"].toInt(), 1);
    QCOMPARE(done.json()["near_misses"].toArray().size(), 1); // 542 400 lies some 290 m short of B
    QVERIFY(contentOf(map).contains("光缆") && contentOf(map).contains("gk3:117"));
    const Finished again = run({"import", path, file("a.dxf"), "--map", map, "--dry-run", "--json"});
    QVERIFY2(again.code == 0, again.err);
    QCOMPARE(again.json()["near_misses"].toArray().size(), 0); // it ends at the junction that was added then
    for (const char* datum : {"mars", "xian80"}) {
        const Finished refused = run({"import", path, file("a.dxf"), "--datum", datum});
        QVERIFY2(refused.code == 2 && refused.errIsOneSentence(), refused.err);
    }
    const Finished noMap = run({"import", path, file("a.dxf"), "--map", file("none.json")});
    QVERIFY2(noMap.code == 2 && noMap.err.contains("none.json"), noMap.err);
}

void TestCliExchange::dryRunsListDifferences() {
    const QString path = sample();
    const QByteArray before = contentOf(path);
    QCOMPARE(run({"export", path, file("sites.csv"), "--layer", "site"}).code, 0);
    QByteArray csv = contentOf(file("sites.csv"));
    const QByteArray header = csv.left(csv.indexOf('\r'));
    const int name = header.split(',').indexOf("name");
    QByteArrayList lines = csv.split('\n');
    QByteArrayList cells = lines[1].split(',');
    cells[name] = "改名";
    lines[1] = cells.join(',');
    write("sites.csv", lines.join('\n'));
    const Finished dry = run({"import", path, file("sites.csv"), "--dry-run"});
    QVERIFY2(dry.code == 0, dry.err);
    QVERIFY2(dry.out.contains("~ Site ") && dry.out.contains(" → 改名"), dry.out);
    QCOMPARE(dry.out.count("~ "), 1);
    const QJsonArray differences =
        run({"import", path, file("sites.csv"), "--dry-run", "--json"}).json()["differences"].toArray();
    QCOMPARE(differences.size(), 1);
    QCOMPARE(differences[0].toObject()["fields"].toArray()[0].toObject()["field"].toString(), QStringLiteral("name"));
    QCOMPARE(contentOf(path), before);
}

void TestCliExchange::sampleIsReproducible() {
    const QList<std::pair<QString, QString>> fixed{{"SOURCE_DATE_EPOCH", "1767225600"}};
    const QString path = file("corridor-sample.gpkg");
    QCOMPARE(run({"new", path, "--rules", "beijing-2024-2027", "national-companion"}, "en", fixed).code, 0);
    QStringList sources;
    const QDir folder(QStringLiteral(CORRIDOR_SOURCE_DIR "/resources/sample"));
    for (const QString& name : folder.entryList({"*.csv"}))
        if (!name.startsWith(QStringLiteral("expected_")))
            sources += folder.filePath(name);
    QCOMPARE(run(QStringList{"import", path} + sources, "en", fixed).code, 0);
    QCOMPARE(run({"hash", path}).out, run({"hash", CORRIDOR_SAMPLE}).out);
    QVERIFY(contentOf(path) == contentOf(QStringLiteral(CORRIDOR_SAMPLE)));
}

QTEST_GUILESS_MAIN(TestCliExchange)
#include "test_cli_exchange.moc"
