// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/planlock.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <map>

namespace {

struct Finished {
    int code = -1;
    QByteArray out, err;

    QJsonObject json() const {
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(out, &error);
        return error.error == QJsonParseError::NoError ? document.object() : QJsonObject();
    }
    /// One line, ended once, of some length.
    bool errIsOneSentence() const { return err.size() > 20 && err.endsWith('\n') && err.count('\n') == 1; }
};

Finished run(const QStringList& arguments, const QString& language = QStringLiteral("en"),
             const QList<std::pair<QString, QString>>& variables = {}) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto& [name, value] : variables)
        environment.insert(name, value);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(CORRIDOR_PROGRAM),
                  (language.isEmpty() ? QStringList() : QStringList{QStringLiteral("--lang"), language}) + arguments);
    if (!process.waitForFinished(60000))
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool hasHan(const QByteArray& text) {
    for (const QChar c : QString::fromUtf8(text))
        if (c.script() == QChar::Script_Han)
            return true;
    return false;
}

} // namespace

// The program as users start it: arguments in, standard output, standard error and exit status out.
class TestCli : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void helpAndVersion();
    void badUsage_data();
    void badUsage();
    void badUsageInChinese();
    void badFiles_data();
    void badFiles();
    void newRefusesToReplace();
    void newImportCheck();
    void importIsAllOrNothing();
    void importMapsAndShifts();
    void exportComesBack();
    void importLeavesNoSilentNonsense();
    void clauseListsAreReadAsWritten();
    void outputThatCannotBeWrittenIsTold();
    void scenariosFromTheCommandLine();
    void aLostScenarioIsNotSound();
    void checkJson();
    void checkSaysOne();
    void strictCountsUnknowns();
    void otherRules();
    void explainText();
    void explainJson();
    void explainWithOtherRules();
    void pathText();
    void pathJson();
    void disjointPair();
    void noPathIsOne();
    void calcSavesAndVerifyConfirms();
    void verifyNoticesChangedRows();
    void readingWritesNothing();
    void lockedPlanIsReadableNotWritable();
    void hashIsStable();
    void sampleIsReproducible();
    void foreignLocales_data();
    void foreignLocales();
    void renderSaysWhatIsMissing();

private:
    QString file(const QString& name) const { return QDir(mFolder).filePath(name); }
    QString write(const QString& name, const QByteArray& bytes) const {
        QFile out(file(name));
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(name));
        return file(name);
    }
    /// A copy of the sample plan that may be written to.
    QString sample() const {
        const QString copy = file(QStringLiteral("示例 plan.gpkg"));
        QFile::copy(QStringLiteral(CORRIDOR_SAMPLE), copy);
        return copy;
    }

    std::unique_ptr<QTemporaryDir> mTemporary;
    QString mFolder;
};

void TestCli::init() {
    mTemporary = std::make_unique<QTemporaryDir>();
    mFolder = mTemporary->filePath(QString::fromUtf8("算力 走廊 plans"));
    QVERIFY(QDir().mkpath(mFolder));
    qunsetenv("SOURCE_DATE_EPOCH");
}

void TestCli::helpAndVersion() {
    const Finished help = run({"--help"});
    QCOMPARE(help.code, 0);
    for (const char* verb : {"new", "info", "check", "calc", "path", "verify", "hash", "import", "export", "render"})
        QVERIFY2(help.out.contains(QByteArray("\n  ") + verb + ' '), verb);
    QVERIFY(help.out.contains("Exit status: 0"));
    for (const char* verb : {"new", "info", "check", "path", "verify", "hash", "import", "export", "render"})
        QCOMPARE(run({verb, "--help"}).code, 0);
    const Finished version = run({"--version"});
    QCOMPARE(version.code, 0);
    QCOMPARE(version.out, QByteArray("corridor " CORRIDOR_VERSION "\n"));
}

void TestCli::badUsage_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("names");
    const QString plan = QStringLiteral(CORRIDOR_SAMPLE);
    QTest::newRow("nothing") << QStringList{} << QByteArray("--help");
    QTest::newRow("unknown verb") << QStringList{"frobnicate"} << QByteArray("frobnicate");
    QTest::newRow("unknown option") << QStringList{"check", plan, "--fast"} << QByteArray("--fast");
    QTest::newRow("no plan") << QStringList{"check"} << QByteArray("PLAN");
    QTest::newRow("year out of range") << QStringList{"check", plan, "--year", "3000"} << QByteArray("--year");
    QTest::newRow("year no number") << QStringList{"check", plan, "--year", "soon"} << QByteArray("--year");
    QTest::newRow("year without value") << QStringList{"check", plan, "--year"} << QByteArray("--year");
    QTest::newRow("k beside disjoint") << QStringList{"path", plan, "BJ-TAM", "ZJK", "--k", "2", "--disjoint", "link"}
                                       << QByteArray("--");
    QTest::newRow("unknown disjointness")
        << QStringList{"path", plan, "BJ-TAM", "ZJK", "--disjoint", "colour"} << QByteArray("--disjoint");
    QTest::newRow("unknown language") << QStringList{"--lang", "tlh", "check", plan} << QByteArray("--lang");
    QTest::newRow("unknown engine") << QStringList{"calc", "magic", plan} << QByteArray("magic");
    QTest::newRow("unknown scenario") << QStringList{"check", plan, "--scenario", "nowhere"} << QByteArray("nowhere");
    QTest::newRow("unknown rules") << QStringList{"check", plan, "--rules", "martian"} << QByteArray("martian");
    QTest::newRow("unknown node") << QStringList{"path", plan, "BJ-TAM", "ATLANTIS"} << QByteArray("ATLANTIS");
    QTest::newRow("nothing to explain of") << QStringList{"explain", plan, "Q99"} << QByteArray("Q01 – I15");
    QTest::newRow("explain what") << QStringList{"explain", plan} << QByteArray("WHAT");
    QTest::newRow("equal ends") << QStringList{"path", plan, "BJ-TAM", "BJ-TAM"} << QByteArray("two different ends");
    QTest::newRow("unknown layer") << QStringList{"export", plan, "x", "--layer", "unicorn"} << QByteArray("unicorn");
}

void TestCli::badUsage() {
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, names);
    const Finished done = run(arguments);
    QCOMPARE(done.code, 2);
    QCOMPARE(done.out, QByteArray());
    QVERIFY2(done.errIsOneSentence(), done.err);
    QVERIFY2(done.err.contains(names), done.err);
}

// The sentences themselves are the business of the translation; here only that they are there, and that options are
// named as they are typed.
void TestCli::badUsageInChinese() {
    const Finished unknown = run({"check", CORRIDOR_SAMPLE, "--fast"}, QStringLiteral("zh"));
    QCOMPARE(unknown.code, 2);
    QVERIFY2(unknown.errIsOneSentence(), unknown.err);
    QVERIFY(unknown.err.contains("--fast"));
    const Finished missing = run({"check", file("missing.gpkg")}, QStringLiteral("zh"));
    QCOMPARE(missing.code, 2);
    QVERIFY2(missing.errIsOneSentence(), missing.err);
    if (!QFile::exists(QStringLiteral(CORRIDOR_BINARY_DIR "/share/corridor-planner/i18n/corridor_zh_CN.qm")))
        QSKIP("the translation is not built");
    QVERIFY2(hasHan(unknown.err), unknown.err);
    QVERIFY2(QString::fromUtf8(missing.err) != QString::fromUtf8(run({"check", file("missing.gpkg")}).err),
             missing.err);
    QVERIFY(hasHan(run({"--help"}, QStringLiteral("zh")).out));
}

void TestCli::badFiles_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("a,b\n1,2\n").repeated(200);
    QTest::newRow("torn") << contentOf(QStringLiteral(CORRIDOR_SAMPLE)).left(20000);
}

void TestCli::badFiles() {
    QFETCH(QByteArray, bytes);
    const QString path = write(QStringLiteral("坏 file.gpkg"), bytes);
    for (const char* verb : {"info", "check", "verify", "hash"}) {
        const Finished done = run({verb, path});
        QCOMPARE(done.code, 2);
        QCOMPARE(done.out, QByteArray());
        QVERIFY2(done.errIsOneSentence(), done.err);
        QVERIFY2(QString::fromUtf8(done.err).contains(QString::fromUtf8("坏 file.gpkg")), done.err);
    }
    QCOMPARE(contentOf(path), bytes);
}

void TestCli::newRefusesToReplace() {
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
}

void TestCli::newImportCheck() {
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

void TestCli::importIsAllOrNothing() {
    const QString path = sample();
    const QByteArray before = contentOf(path);
    write("sites.csv", "code,name,lon,lat,kind,status,project_type,key\nX1,一,116,40,edge,planned,new,0\nX2,二,216,40,"
                       "edge,planned,new,0\nX3,三,116,40,palace,planned,new,0\n");
    const Finished refused = run({"import", path, file("sites.csv")});
    QCOMPARE(refused.code, 2);
    QVERIFY2(refused.errIsOneSentence(), refused.err);
    QVERIFY2(refused.err.contains("sites.csv, line 3"), refused.err);
    QVERIFY2(refused.err.contains("1 more"), refused.err);
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

void TestCli::importMapsAndShifts() {
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

void TestCli::importLeavesNoSilentNonsense() {
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

void TestCli::scenariosFromTheCommandLine() {
    const QString path = sample();
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    const auto names = [&] {
        QStringList out;
        for (const QJsonValue& entry : run({"scenario", path, "--json"}).json()["scenarios"].toArray())
            out += entry.toObject()["name"].toString();
        return out;
    };
    const qsizetype before = names().size();
    QCOMPARE(run({"scenario", path, "--add", "北线"}).code, 0);
    QCOMPARE(run({"scenario", path, "--add", "北线二", "--scenario", "北线", "--name-en", "North 2"}).code, 0);
    QCOMPARE(names().size(), before + 2);
    QCOMPARE(run({"check", path, "--scenario", "North 2"}).code, run({"check", path}).code);
    QCOMPARE(run({"scenario", path, "--remove", "--scenario", "北线"}).code, 2); // it has a child
    QCOMPARE(run({"scenario", path, "--rename", "南线", "--scenario", "北线二"}).code, 0);
    QVERIFY(names().contains(QString::fromUtf8("南线")));
    QCOMPARE(run({"scenario", path, "--remove", "--scenario", "南线"}).code, 0);
    QCOMPARE(run({"scenario", path, "--remove", "--scenario", "北线"}).code, 0);
    QCOMPARE(names().size(), before);
    QCOMPARE(run({"scenario", path, "--remove"}).code, 2); // the base
    QCOMPARE(run({"scenario", path, "--add", " "}).code, 2);
}

void TestCli::aLostScenarioIsNotSound() {
    const QString path = sample();
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    QCOMPARE(run({"scenario", path, "--add", "A"}).code, 0);
    QCOMPARE(run({"verify", path}).code, 0);
    QCOMPARE(QProcess::execute("sqlite3", {path, "UPDATE scenario SET parent_id = id WHERE name = 'A'"}), 0);
    const Finished done = run({"verify", path});
    QCOMPARE(done.code, 1);
    QVERIFY2(done.out.contains("do not lead to the base"), done.out.constData());
    const Finished check = run({"check", path, "--scenario", "A"});
    QCOMPARE(check.code, 2);
    QVERIFY2(check.err.contains("do not lead to the base"), check.err.constData());
}

void TestCli::clauseListsAreReadAsWritten() {
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

void TestCli::outputThatCannotBeWrittenIsTold() {
    QProcess process;
    process.setStandardOutputFile(QStringLiteral("/dev/full"));
    process.start(QStringLiteral(CORRIDOR_PROGRAM), {"--lang", "en", "hash", CORRIDOR_SAMPLE});
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitCode(), 2);
    QVERIFY(process.readAllStandardError().contains("could not be written"));
}

void TestCli::exportComesBack() {
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

void TestCli::checkJson() {
    const Finished done = run({"check", CORRIDOR_SAMPLE, "--json"});
    QCOMPARE(done.err, QByteArray());
    const QJsonObject root = done.json();
    QCOMPARE(root["year"].toInt(), 2027);
    QCOMPARE(root["rule_pack"].toString(), QStringLiteral("beijing-2024-2027"));
    QCOMPARE(root["falls_short"].toBool(), true);
    QVERIFY(root["duration_ms"].isDouble());
    QJsonObject q13;
    for (const QJsonValue& clause : root["clauses"].toArray())
        if (clause.toObject()["clause"].toString() == u"Q13")
            q13 = clause.toObject();
    QCOMPARE(q13["verdict"].toString(), QStringLiteral("broken"));
    QCOMPARE(q13["threshold_ms"].toDouble(), 5.0);
    const QJsonObject worst = q13["findings"].toArray().at(0).toObject();
    QVERIFY(worst["value_ms"].toDouble() > 5);
    QVERIFY(std::abs(worst["value_ms"].toDouble() + worst["margin_ms"].toDouble() - worst["limit_ms"].toDouble()) <
            1e-9);
    QVERIFY(worst["evidence"].toArray().size() > 5);
    QVERIFY(worst["subject"].toObject().contains(QStringLiteral("code")));
}

void TestCli::checkSaysOne() {
    const Finished done = run({"check", CORRIDOR_SAMPLE});
    QCOMPARE(done.code, 1);
    QCOMPARE(done.err, QByteArray());
    QVERIFY(done.out.contains("Q13"));
    QVERIFY(done.out.contains("5.087"));
    const QString empty = file("empty.gpkg");
    QCOMPARE(run({"new", empty}).code, 0);
    QCOMPARE(run({"check", empty}).code, 0);
}

void TestCli::strictCountsUnknowns() {
    const QString empty = file("empty.gpkg");
    QCOMPARE(run({"new", empty}).code, 0);
    QCOMPARE(run({"check", empty, "--strict"}).code, 1);
}

void TestCli::otherRules() {
    const Finished national = run({"check", CORRIDOR_SAMPLE, "--rules", "national-companion", "--json"});
    QCOMPARE(national.json()["rule_pack"].toString(), QStringLiteral("national-companion"));
    const Finished file_ = run({"check", CORRIDOR_SAMPLE, "--rules",
                                CORRIDOR_SOURCE_DIR "/resources/rulepacks/beijing-2024-2027.json", "--json"});
    QCOMPARE(file_.json()["rule_pack"].toString(), QStringLiteral("beijing-2024-2027"));
    const Finished broken = run({"check", CORRIDOR_SAMPLE, "--rules", write("rules.json", "{ \"format\": 7")});
    QCOMPARE(broken.code, 2);
    QVERIFY2(broken.errIsOneSentence(), broken.err);
    // Nor may rules of the plan itself that cannot be used pass for "nothing broken".
    for (const auto& [file_name, rows] : {std::pair("settings.csv", "code,value\nrule_pack,elsewhere\n"),
                                          {"rule_packs.csv", "code,json\nbeijing-2024-2027,{}\n"}}) {
        const QString path = sample();
        const Finished imported = run({"import", path, write(file_name, rows)});
        QVERIFY2(imported.code == 0, imported.err);
        const Finished unusable = run({"check", path});
        QCOMPARE(unusable.code, 2);
        QVERIFY2(unusable.errIsOneSentence(), unusable.err);
        QVERIFY(QFile::remove(path));
    }
}

void TestCli::explainText() {
    const Finished clause = run({"explain", CORRIDOR_SAMPLE, "q13"});
    QCOMPARE(clause.code, 0);
    QCOMPARE(clause.err, QByteArray());
    QVERIFY(clause.out.contains("往返网络时延不高于5毫秒")); // the text itself, whatever the language
    QVERIFY(clause.out.contains("5.087 ms"));                // as check prints it
    const Finished service = run({"explain", CORRIDOR_SAMPLE, "YW-1301"});
    QCOMPARE(service.code, 0);
    QVERIFY(service.out.contains("RTT = 2 · (Σ L_i · τ_i + Σ t_k)"));
    QVERIFY(service.out.contains("5.087 ms  4.735 – 5.747"));
    const Finished site = run({"explain", CORRIDOR_SAMPLE, "SL-QH"});
    QVERIFY(site.out.contains("3416400 MWh"));
    QVERIFY(site.out.contains("GB/T 2589-2020")); // a source
    QVERIFY(hasHan(run({"explain", CORRIDOR_SAMPLE, "SL-QH"}, QStringLiteral("zh")).out));
    QVERIFY(run({"explain", CORRIDOR_SAMPLE, "Hebei"}).out.contains("MWh"));
    QVERIFY(run({"explain", CORRIDOR_SAMPLE, "plan"}).out.contains("Hebei"));
    QVERIFY(run({"explain", CORRIDOR_SAMPLE, "BJ-TAM"}).out.contains("BJ-TAM")); // nothing is computed of it
}

void TestCli::explainJson() {
    // Every key that check prints is one that explain takes.
    const QJsonObject check = run({"check", CORRIDOR_SAMPLE, "--json"}).json();
    QJsonObject worst;
    for (const QJsonValue& clause : check["clauses"].toArray())
        if (clause.toObject()["clause"].toString() == u"Q13")
            worst = clause.toObject()["findings"].toArray().at(0).toObject();
    const Finished done = run({"explain", CORRIDOR_SAMPLE, worst["key"].toString(), "--json"});
    QCOMPARE(done.code, 0);
    const QJsonObject root = done.json();
    QCOMPARE(root["year"].toInt(), 2027);
    QCOMPARE(root["object"].toObject()["code"], worst["subject"].toObject()["code"]);
    std::map<QString, QJsonObject> rows; // "section/row"
    for (const QJsonValue& section : root["sections"].toArray())
        for (const QJsonValue& row : section.toObject()["rows"].toArray())
            rows[section.toObject()["key"].toString() + u'/' + row.toObject()["key"].toString()] = row.toObject();
    QCOMPARE(rows["verdict/verdict"]["value"], worst["verdict"]);
    QCOMPARE(rows["verdict/value"]["value_ms"], worst["value_ms"]);
    QCOMPARE(rows["verdict/limit"]["value_ms"], worst["limit_ms"]);
    QCOMPARE(rows["verdict/over_by"]["value_ms"].toDouble(), -worst["margin_ms"].toDouble());
    QCOMPARE(rows["primary/rtt"]["value_ms"], worst["value_ms"]);
    QCOMPARE(rows["primary/rtt"]["value_low_ms"], worst["value_low_ms"]);
    QVERIFY(rows["primary_spans/total"]["one_way_us"].toDouble() > 2000);
    QVERIFY(rows["primary_spans/total"]["delay_us_per_km"].toDouble() > 4);
    const QJsonObject lump = rows["primary_equipment/lump_one_hop"];
    QCOMPARE(lump["source"].toObject()["confidence"].toString(), QStringLiteral("estimated"));
    QCOMPARE(lump["source"].toObject()["low_us"].toDouble(), 30.0);
    QVERIFY(rows.contains(QStringLiteral("run/latency")));
}

void TestCli::explainWithOtherRules() {
    const Finished done = run({"explain", CORRIDOR_SAMPLE, "Q13", "--rules", "national-companion"});
    QCOMPARE(done.code, 2); // that pack has no such clause
    QVERIFY2(done.errIsOneSentence(), done.err);
    QVERIFY(run({"explain", CORRIDOR_SAMPLE, "YW-1301", "--year", "2024"}).code == 0);
    QCOMPARE(run({"explain", CORRIDOR_SAMPLE, "Q13", "--rules", write("rules.json", "{ \"format\": 7")}).code, 2);
}

void TestCli::pathText() {
    const Finished done = run({"path", CORRIDOR_SAMPLE, "BJ-TAM", "HLGR-NEW", "--k", "3"});
    QCOMPARE(done.code, 0);
    QCOMPARE(done.out.count("GD-TAM-NK"), 3);
    QVERIFY(done.out.contains("5.087"));
}

void TestCli::pathJson() {
    const QJsonArray paths =
        run({"path", CORRIDOR_SAMPLE, "BJ-TAM", "HLGR-NEW", "--k", "4", "--json"}).json()["paths"].toArray();
    QCOMPARE(paths.size(), 4);
    double last = 0;
    for (const QJsonValue& value : paths) {
        const QJsonObject path = value.toObject();
        QVERIFY(path["rtt_ms"].toDouble() >= last);
        last = path["rtt_ms"].toDouble();
        QVERIFY(std::abs(path["floor_ms"].toDouble() + path["detour_ms"].toDouble() + path["lay_ms"].toDouble() +
                         path["equipment_ms"].toDouble() - last) < 1e-9);
        QCOMPARE(path["nodes"].toArray().size(), path["spans"].toArray().size() + 1);
    }
    // Before 2027 Qixiaying–Horinger is not open.
    const QJsonArray earlier =
        run({"path", CORRIDOR_SAMPLE, "BJ-TAM", "HLGR-NEW", "--year", "2026", "--json"}).json()["paths"].toArray();
    QVERIFY(earlier.at(0).toObject()["rtt_ms"].toDouble() > paths.at(0).toObject()["rtt_ms"].toDouble());
}

void TestCli::disjointPair() {
    const QJsonObject link = run({"path", CORRIDOR_SAMPLE, "BJ-TAM", "ZJK-DHY", "--disjoint", "link", "--json"}).json();
    const QJsonObject risk = run({"path", CORRIDOR_SAMPLE, "BJ-TAM", "ZJK-DHY", "--disjoint", "risk", "--json"}).json();
    QCOMPARE(link["disjoint"].toBool(), true);
    QCOMPARE(risk["disjoint"].toBool(), true);
    // Keeping apart better than asked is kept.
    for (const char* asked : {"link", "node"}) {
        const Finished better = run({"path", CORRIDOR_SAMPLE, "BJ-TAM", "ZJK", "--disjoint", asked, "--json"});
        QCOMPARE(better.code, 0);
        QCOMPARE(better.json()["disjoint"].toBool(), true);
        QVERIFY(better.json()["shared"].toArray().isEmpty());
    }
    // Two cables through Guangou are two links and one risk: the way round is longer.
    QVERIFY(risk["paths"].toArray().at(1).toObject()["rtt_ms"].toDouble() >
            link["paths"].toArray().at(1).toObject()["rtt_ms"].toDouble() + 0.3);
}

void TestCli::noPathIsOne() {
    const QString path = file("p.gpkg");
    QCOMPARE(run({"new", path}).code, 0);
    write("junctions.csv", "code,lon,lat,role\nA,116,40,exchange\nB,117,40,exchange\n");
    QCOMPARE(run({"import", path, file("junctions.csv")}).code, 0);
    const Finished none = run({"path", path, "A", "B", "--json"});
    QCOMPARE(none.code, 1);
    QCOMPARE(none.json()["paths"].toArray().size(), 0);
}

void TestCli::calcSavesAndVerifyConfirms() {
    const QString path = sample();
    const QByteArray hash = run({"hash", path}).out;
    const QByteArray before = contentOf(path);
    const Finished calc = run({"calc", "latency", path, "--json"});
    QCOMPARE(calc.code, 0);
    QCOMPARE(calc.json()["saved"].toBool(), false);
    QCOMPARE(contentOf(path), before);
    const QJsonArray runs = calc.json()["runs"].toArray();
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs.at(0).toObject()["engine"].toString(), QStringLiteral("latency"));
    QVERIFY(runs.at(0).toObject()["tables"].toArray().at(0).toObject()["rows"].toArray().at(0).toObject().contains(
        QStringLiteral("rtt_ms")));
    QCOMPARE(run({"calc", "all", path, "--save"}).code, 0);
    QVERIFY(contentOf(path) != before);
    QCOMPARE(run({"hash", path}).out, hash); // results are not part of the plan
    const Finished verified = run({"verify", path, "--json"});
    QVERIFY2(verified.code == 0, verified.out);
    QVERIFY(verified.json()["runs"].toArray().size() >= 2);
    for (const QJsonValue& entry : verified.json()["runs"].toArray())
        QCOMPARE(entry.toObject()["state"].toString(), QStringLiteral("confirmed"));
    QCOMPARE(QString::fromLatin1(hash.trimmed()), verified.json()["content_hash"].toString());
    // An edit makes them stale, which is said and is no fault.
    write("fibre_types.csv", "code,group_index\nG.652.D,1.5\n");
    QCOMPARE(run({"import", path, file("fibre_types.csv")}).code, 0);
    const Finished stale = run({"verify", path, "--json"});
    QCOMPARE(stale.code, 0);
    QVERIFY(stale.json()["runs"].toArray().size() >= 2);
    for (const QJsonValue& entry : stale.json()["runs"].toArray())
        QCOMPARE(entry.toObject()["state"].toString(), QStringLiteral("stale"));
}

void TestCli::verifyNoticesChangedRows() {
    const QString path = sample();
    QCOMPARE(run({"calc", "latency", path, "--save"}).code, 0);
    QProcess sqlite;
    sqlite.start(
        QStringLiteral("ogrinfo"),
        {"-q", path, "-sql", "UPDATE result_service_latency SET rtt_ms = rtt_ms + 0.001 WHERE role = 'primary'"});
    if (!sqlite.waitForStarted())
        QSKIP("ogrinfo (package gdal-bin) is not installed");
    QVERIFY(sqlite.waitForFinished());
    const Finished verified = run({"verify", path, "--json"});
    QCOMPARE(verified.code, 1);
    QCOMPARE(verified.json()["sound"].toBool(), false);
    QCOMPARE(verified.json()["runs"].toArray().at(0).toObject()["state"].toString(), QStringLiteral("differs"));
}

void TestCli::readingWritesNothing() {
    const QString path = sample();
    const QByteArray before = contentOf(path);
    for (const QStringList& arguments : {QStringList{"info", path},
                                         {"check", path},
                                         {"verify", path},
                                         {"hash", path},
                                         {"calc", "all", path},
                                         {"path", path, "BJ-TAM", "ZJK"},
                                         {"export", path, file("out")}})
        QVERIFY(run(arguments).code < 2);
    QCOMPARE(contentOf(path), before);
    QStringList left = QDir(mFolder).entryList(QDir::Files | QDir::Hidden);
    QCOMPARE(left, QStringList{QString::fromUtf8("示例 plan.gpkg")});
}

void TestCli::lockedPlanIsReadableNotWritable() {
    const QString path = sample();
    const QByteArray before = contentOf(path);
    const corridor::PlanLock lock = corridor::PlanLock::acquire(path, corridor::systemClock());
    QVERIFY(lock.isHeld());
    QCOMPARE(run({"hash", path}).code, 0);
    QVERIFY(run({"info", path, "--json"}).json().contains(QStringLiteral("edited_by")));
    write("junctions.csv", "code,name\nBJ-TAM,renamed\n");
    for (const QStringList& arguments :
         {QStringList{"calc", "latency", path, "--save"}, {"import", path, file("junctions.csv")}}) {
        const Finished refused = run(arguments);
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.errIsOneSentence(), refused.err);
    }
    QCOMPARE(contentOf(path), before);
}

void TestCli::hashIsStable() {
    const QByteArray text = run({"hash", CORRIDOR_SAMPLE}).out;
    QCOMPARE(text.trimmed().size(), 64);
    QCOMPARE(run({"hash", CORRIDOR_SAMPLE, "--json"}).json()["content_hash"].toString(),
             QString::fromLatin1(text.trimmed()));
}

// Same sources, same bytes: what the build does, done again.
void TestCli::sampleIsReproducible() {
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

void TestCli::foreignLocales_data() {
    QTest::addColumn<QString>("locale");
    for (const char* locale : {"C", "POSIX", "C.UTF-8", "zh_CN.GB18030", "xx_YY"})
        QTest::newRow(locale) << QString::fromLatin1(locale);
}

void TestCli::foreignLocales() {
    QFETCH(QString, locale);
    const Finished done = run({"path", sample(), QString::fromUtf8("天安门（参照点）"), "HLGR-NEW", "--json"},
                              QString(), {{"LC_ALL", locale}});
    QCOMPARE(done.err, QByteArray());
    QCOMPARE(done.code, 0);
    QVERIFY(done.json()["plan"].toString().endsWith(QString::fromUtf8("示例 plan.gpkg")));
}

void TestCli::renderSaysWhatIsMissing() {
    const Finished missing = run({"render", file("missing.gpkg"), file("map.png")});
    QCOMPARE(missing.code, 2);
    QVERIFY2(missing.errIsOneSentence(), missing.err);
    QVERIFY(!QFile::exists(file("map.png")));
}

QTEST_GUILESS_MAIN(TestCli)
#include "test_cli.moc"
