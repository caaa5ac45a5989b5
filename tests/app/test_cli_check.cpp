// SPDX-License-Identifier: GPL-3.0-or-later
#include "clifixture.h"

#include <map>

using namespace corridor::test;

// check and explain.
class TestCliCheck : public QObject, protected CliFolder {
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(make()); }
    void checkJson();
    void checkSaysOne();
    void strictCountsUnknowns();
    void otherRules();
    void explainText();
    void sourcesFollowTheLanguage();
    void explainJson();
    void explainWithOtherRules();
};

void TestCliCheck::checkJson() {
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

void TestCliCheck::checkSaysOne() {
    const Finished done = run({"check", CORRIDOR_SAMPLE});
    QCOMPARE(done.code, 1);
    QCOMPARE(done.err, QByteArray());
    QVERIFY(done.out.contains("Q13"));
    QVERIFY(done.out.contains("5.087"));
    const QString empty = file("empty.gpkg");
    QCOMPARE(run({"new", empty}).code, 0);
    QCOMPARE(run({"check", empty}).code, 0);
}

void TestCliCheck::strictCountsUnknowns() {
    const QString empty = file("empty.gpkg");
    QCOMPARE(run({"new", empty}).code, 0);
    QCOMPARE(run({"check", empty, "--strict"}).code, 1);
}

void TestCliCheck::otherRules() {
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

void TestCliCheck::explainText() {
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
    // What charts and totals of the window show is there for the command line too.
    QVERIFY(run({"explain", CORRIDOR_SAMPLE, "compute", "--year", "2028"}).out.contains("EFLOPS"));
    QVERIFY(run({"explain", CORRIDOR_SAMPLE, "carbon"}).out.contains("kg/kWh"));
    QVERIFY(run({"explain", CORRIDOR_SAMPLE, "verdicts"}).out.contains("Q13"));
}

// Sources that the program wrote itself follow the language; a plan keeps them as they were written.
void TestCliCheck::sourcesFollowTheLanguage() {
    const QByteArray english = run({"explain", CORRIDOR_SAMPLE, "GD-TAM-HD"}).out;
    QVERIFY2(english.contains("capacity not public, assumed"), english);
    const QByteArray chinese = run({"explain", CORRIDOR_SAMPLE, "GD-TAM-HD"}, QStringLiteral("zh")).out;
    QVERIFY2(chinese.contains("容量未公开，假定"), chinese);
    QVERIFY2(!chinese.contains("standard knowledge"), chinese);
    for (const char* language : {"en", "zh"})
        QVERIFY(run({"explain", CORRIDOR_SAMPLE, "GD-TAM-HD", "--json"}, QLatin1String(language))
                    .out.contains("容量未公开，假定"));
}

void TestCliCheck::explainJson() {
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

void TestCliCheck::explainWithOtherRules() {
    const Finished done = run({"explain", CORRIDOR_SAMPLE, "Q13", "--rules", "national-companion"});
    QCOMPARE(done.code, 2); // that pack has no such clause
    QVERIFY2(done.errIsOneSentence(), done.err);
    QVERIFY(run({"explain", CORRIDOR_SAMPLE, "YW-1301", "--year", "2024"}).code == 0);
    QCOMPARE(run({"explain", CORRIDOR_SAMPLE, "Q13", "--rules", write("rules.json", "{ \"format\": 7")}).code, 2);
}

QTEST_GUILESS_MAIN(TestCliCheck)
#include "test_cli_check.moc"
