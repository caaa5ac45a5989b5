// SPDX-License-Identifier: GPL-3.0-or-later
#include "clifixture.h"

using namespace corridor::test;

// calc, path and verify.
class TestCliCalc : public QObject, protected CliFolder {
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(make()); }
    void pathText();
    void pathJson();
    void disjointPair();
    void noPathIsOne();
    void calcSavesAndVerifyConfirms();
    void verifyNoticesChangedRows();
};

void TestCliCalc::pathText() {
    const Finished done = run({"path", CORRIDOR_SAMPLE, "BJ-TAM", "HLGR-NEW", "--k", "3"});
    QCOMPARE(done.code, 0);
    QCOMPARE(done.out.count("GD-TAM-NK"), 3);
    QVERIFY(done.out.contains("5.087"));
}

void TestCliCalc::pathJson() {
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

void TestCliCalc::disjointPair() {
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

void TestCliCalc::noPathIsOne() {
    const QString path = file("p.gpkg");
    QCOMPARE(run({"new", path}).code, 0);
    write("junctions.csv", "code,lon,lat,role\nA,116,40,exchange\nB,117,40,exchange\n");
    QCOMPARE(run({"import", path, file("junctions.csv")}).code, 0);
    const Finished none = run({"path", path, "A", "B", "--json"});
    QCOMPARE(none.code, 1);
    QCOMPARE(none.json()["paths"].toArray().size(), 0);
}

void TestCliCalc::calcSavesAndVerifyConfirms() {
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

void TestCliCalc::verifyNoticesChangedRows() {
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

QTEST_GUILESS_MAIN(TestCliCalc)
#include "test_cli_calc.moc"
