// SPDX-License-Identifier: GPL-3.0-or-later
#include "clifixture.h"

using namespace corridor::test;

// The words of the command line: help, complaints about arguments and files, languages.
class TestCliUsage : public QObject, protected CliFolder {
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(make()); }
    void helpAndVersion();
    void complaintsNameTheHelpOfTheVerb_data();
    void complaintsNameTheHelpOfTheVerb();
    void complaintsListTheVerbs();
    void badUsage_data();
    void badUsage();
    void badUsageInChinese();
    void badFiles_data();
    void badFiles();
    void outputThatCannotBeWrittenIsTold();
    void foreignLocales_data();
    void foreignLocales();
    void renderSaysWhatIsMissing();
};

void TestCliUsage::helpAndVersion() {
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

// Where to read on: the help of the verb that was being given, not that of the program.
void TestCliUsage::complaintsNameTheHelpOfTheVerb_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("help");
    const QString plan = QStringLiteral(CORRIDOR_SAMPLE);
    QTest::newRow("nothing") << QStringList{} << QByteArray("see corridor --help.");
    QTest::newRow("unknown verb") << QStringList{"frobnicate", plan} << QByteArray("see corridor --help.");
    QTest::newRow("no plan") << QStringList{"check"} << QByteArray("see corridor check --help.");
    QTest::newRow("unknown option") << QStringList{"check", plan, "--fast"} << QByteArray("see corridor check --help.");
    QTest::newRow("year") << QStringList{"info", plan, "--year", "2027"} << QByteArray("see corridor info --help.");
    QTest::newRow("bad year") << QStringList{"check", plan, "--year", "1"} << QByteArray("see corridor check --help.");
    QTest::newRow("no engine") << QStringList{"calc"} << QByteArray("see corridor calc --help.");
    QTest::newRow("unknown engine") << QStringList{"calc", "magic", plan} << QByteArray("see corridor calc --help.");
    QTest::newRow("no plan of an engine")
        << QStringList{"calc", "latency"} << QByteArray("see corridor calc latency --help.");
    QTest::newRow("half a range of years") << QStringList{"calc", "capacity", plan, "--to-year", "2030"}
                                           << QByteArray("see corridor calc capacity --help.");
    QTest::newRow("k beside disjoint") << QStringList{"path", plan, "A", "B", "--k", "2", "--disjoint", "link"}
                                       << QByteArray("see corridor path --help.");
}

void TestCliUsage::complaintsNameTheHelpOfTheVerb() {
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, help);
    const Finished done = run(arguments);
    QCOMPARE(done.code, 2);
    QVERIFY2(done.errIsOneSentence(), done.err);
    QVERIFY2(done.err.trimmed().endsWith(help), done.err);
}

// A newcomer who guesses is told what there is.
void TestCliUsage::complaintsListTheVerbs() {
    QVERIFY(run({"calc"}).err.contains("latency, capacity, energy, all"));
    QVERIFY(run({"calc", "magic", CORRIDOR_SAMPLE}).err.contains("latency, capacity, energy, all"));
    QVERIFY(run({"checks"}).err.contains("check, "));
    QVERIFY(run({"check", CORRIDOR_SAMPLE, "--year", "1"}).err.contains("1900 – 2200"));
    QVERIFY(run({"path", CORRIDOR_SAMPLE, "A", "B", "--disjoint", "colour"}).err.contains("link, node, risk"));
}

void TestCliUsage::badUsage_data() {
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

void TestCliUsage::badUsage() {
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, names);
    const Finished done = run(arguments);
    QCOMPARE(done.code, 2);
    QCOMPARE(done.out, QByteArray());
    QVERIFY2(done.errIsOneSentence(), done.err);
    QVERIFY2(done.err.contains(names), done.err);
}

void TestCliUsage::badUsageInChinese() {
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

void TestCliUsage::badFiles_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("a,b\n1,2\n").repeated(200);
    QTest::newRow("torn") << contentOf(QStringLiteral(CORRIDOR_SAMPLE)).left(20000);
}

void TestCliUsage::badFiles() {
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

void TestCliUsage::outputThatCannotBeWrittenIsTold() {
    QProcess process;
    process.setStandardOutputFile(QStringLiteral("/dev/full"));
    process.start(QStringLiteral(CORRIDOR_PROGRAM), {"--lang", "en", "hash", CORRIDOR_SAMPLE});
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitCode(), 2);
    QVERIFY(process.readAllStandardError().contains("could not be written"));
}

void TestCliUsage::foreignLocales_data() {
    QTest::addColumn<QString>("locale");
    for (const char* locale : {"C", "POSIX", "C.UTF-8", "zh_CN.GB18030", "xx_YY"})
        QTest::newRow(locale) << QString::fromLatin1(locale);
}

void TestCliUsage::foreignLocales() {
    QFETCH(QString, locale);
    const Finished done = run({"path", sample(), QString::fromUtf8("天安门（参照点）"), "HLGR-NEW", "--json"},
                              QString(), {{"LC_ALL", locale}});
    QCOMPARE(done.err, QByteArray());
    QCOMPARE(done.code, 0);
    QVERIFY(done.json()["plan"].toString().endsWith(QString::fromUtf8("示例 plan.gpkg")));
}

void TestCliUsage::renderSaysWhatIsMissing() {
    const Finished missing = run({"render", file("missing.gpkg"), file("map.png")});
    QCOMPARE(missing.code, 2);
    QVERIFY2(missing.errIsOneSentence(), missing.err);
    QVERIFY(!QFile::exists(file("map.png")));
}

QTEST_GUILESS_MAIN(TestCliUsage)
#include "test_cli_usage.moc"
