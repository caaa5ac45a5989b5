// SPDX-License-Identifier: GPL-3.0-or-later
#include "clifixture.h"

using namespace corridor::test;

namespace {

const QList<std::pair<QString, QString>> kFixedTime{{"SOURCE_DATE_EPOCH", "1767225600"}};

/// The names of a workbook's sheets, by nothing that wrote it.
QStringList sheetsOf(const QString& path) {
    QProcess python;
    python.start(
        QStringLiteral("python3"),
        {QStringLiteral("-c"),
         QStringLiteral("import re,sys,zipfile\n"
                        "x=zipfile.ZipFile(sys.argv[1]).read('xl/workbook.xml').decode()\n"
                        "sys.stdout.buffer.write('\\n'.join(re.findall('<sheet name=\"([^\"]*)\"',x)).encode())"),
         path});
    python.waitForFinished();
    return QString::fromUtf8(python.readAllStandardOutput()).split(u'\n');
}

} // namespace

// export to other formats than CSV and GeoJSON, which test_cli_exchange tests.
class TestCliExport : public QObject, protected CliFolder {
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(make()); }
    void workbookHoldsObjectsResultsAndCharts();
    void workbookComesBackWithoutADifference();
    void workbookIsReproducible();
    void planItselfIsNotReplaced();
    void selectionAndLayersNarrow();
    void lossesAreTold();
    void helpNamesFormats();
};

void TestCliExport::workbookHoldsObjectsResultsAndCharts() {
    const QString path = sample(), book = file(QString::fromUtf8("规划.xlsx"));
    const QByteArray before = contentOf(path);
    const Finished done = run({"export", path, book});
    QVERIFY2(done.code == 0, done.err);
    QVERIFY(contentOf(book).startsWith("PK"));
    QCOMPARE(contentOf(path), before);
    const QStringList english = sheetsOf(book);
    for (const char* name : {"About", "Calculations", "Round trips", "Findings", "Round trips and limits",
                             "Load and capacity", "Annual energy of the sites", "Words"})
        QVERIFY2(english.contains(QLatin1String(name)), name);
    QCOMPARE(run({"export", path, book}).code, 2); // it is there
    QCOMPARE(run({"export", path, book, "--overwrite"}).code, 0);
}

// Whatever language it was written in: people hand workbooks on.
void TestCliExport::workbookComesBackWithoutADifference() {
    const QString path = sample();
    const QByteArray before = run({"hash", path}).out;
    for (const char* language : {"zh", "en"}) {
        const QString book = file(QStringLiteral("%1.xlsx").arg(QLatin1String(language)));
        QCOMPARE(run({"export", path, book}, QString::fromLatin1(language)).code, 0);
        const Finished again = run({"import", path, book, "--json"});
        QVERIFY2(again.code == 0, again.err);
        const QJsonObject counts = again.json()["counts"].toObject();
        QVERIFY(counts["site"].toObject()["unchanged"].toInt() > 30);
        for (const QJsonValue count : counts)
            QCOMPARE(count["added"].toInt() + count["changed"].toInt(), 0);
        QCOMPARE(again.json()["warnings"].toArray().size(), 0);
    }
    QCOMPARE(run({"hash", path}).out, before);
}

void TestCliExport::workbookIsReproducible() {
    const QString path = sample(), one = file("1.xlsx"), two = file("2.xlsx");
    QCOMPARE(run({"export", path, one}, "en", kFixedTime).code, 0);
    QTest::qSleep(2100);
    QCOMPARE(run({"export", path, two}, "en", kFixedTime).code, 0);
    QVERIFY(contentOf(one) == contentOf(two));
}

void TestCliExport::planItselfIsNotReplaced() {
    const QString path = sample();
    const QByteArray before = contentOf(path);
    const Finished refused = run({"export", path, path, "--overwrite"});
    QCOMPARE(refused.code, 2);
    QVERIFY2(refused.errIsOneSentence() && refused.err.contains("plan itself"), refused.err);
    QCOMPARE(contentOf(path), before);
}

void TestCliExport::selectionAndLayersNarrow() {
    const QString path = sample();
    const Finished done = run({"export", path, file("one"), "--select", "GD-YQ-CC", "--json"});
    QVERIFY2(done.code == 0, done.err);
    QCOMPARE(done.json()["files"].toArray().size(), 1);
    QCOMPARE(contentOf(file("one/spans.csv")).count("GD-"), 1);
    const Finished unknown = run({"export", path, file("two"), "--select", "GD-NOWHERE"});
    QCOMPARE(unknown.code, 2);
    QVERIFY2(unknown.errIsOneSentence() && unknown.err.contains("GD-NOWHERE"), unknown.err);
    QVERIFY(!QFile::exists(file("two")));
}

void TestCliExport::lossesAreTold() {
    const QString path = sample();
    const Finished shape = run({"export", path, file("sites.shp"), "--layer", "site", "--encoding", "gbk"});
    QVERIFY2(shape.code == 0 && shape.err.contains("cut to ten characters"), shape.err);
    const Finished drawing = run({"export", path, file("plan.dxf"), "--zone", "39"});
    QVERIFY2(drawing.code == 0 && drawing.err.contains("zone 39"), drawing.err);
    const Finished wrong = run({"export", path, file("b.dxf"), "--zone", "40000"});
    QCOMPARE(wrong.code, 2);
    QVERIFY2(wrong.errIsOneSentence(), wrong.err);
    QVERIFY(!QFile::exists(file("b.dxf")));
}

void TestCliExport::helpNamesFormats() {
    const QByteArray help = run({"export", "--help"}).out;
    for (const char* format : {"csv", "geojson", "xlsx", "shp", "kml", "dxf", "gpkg"})
        QVERIFY2(help.contains(format), format);
}

QTEST_GUILESS_MAIN(TestCliExport)
#include "test_cli_export.moc"
