// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchangeplans.h"
#include "foreignfiles.h"
#include "model/base/error.h"
#include "model/exchange/differences.h"
#include "model/exchange/importer.h"

using namespace corridor;
using namespace corridor::foreign;

namespace {

QString sentencesOf(const std::vector<ImportNote>& notes) {
    QStringList out;
    for (const ImportNote& note : notes)
        out += note.sentence().english();
    return out.join(u'\n');
}

Plan applied(const Plan& plan, const ImportResult& result) {
    return plan.with(importStep(plan, Plan::baseScenario(), result));
}

template <class T>
std::shared_ptr<const T> byName(const Plan& plan, const QString& name) {
    std::shared_ptr<const T> found;
    plan.base().table<T>().forEach([&](const std::shared_ptr<const T>& row) {
        if (row->name == name)
            found = row;
    });
    return found;
}

// 北京 116.4 39.9 and 张北 114.7 41.2, on the plane of zone 39 by EPSG:4527 (PROJ 9.1, cs2cs).
Plan twoNodes() {
    ChangeBuilder plan(Plan(), Plan::baseScenario());
    Junction a = named<Junction>("A", "甲"), b = named<Junction>("B", "乙");
    a.position = {117, 40};
    b.position = {117.5, 40};
    plan.put(a);
    plan.put(b);
    const ChangeSet step = plan.take();
    return Plan().with(step);
}

} // namespace

// Choices table by table: saved, read again, used; and what an import would do, told before.
class TestImportMapping : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void comesBackFromJson();
    void wrongFilesAreRefused_data();
    void wrongFilesAreRefused();
    void aConsultantsSheetIsMappedOnce();
    void proposalsSayWhatWasFound();
    void layersMayBeLeftOut();
    void namesFindTheirObjects();
    void differencesAreListedFieldByField();
    void drawingsInZone39MeetTheirNodes();
    void nearMissesAreListedAndJoined();
    void degreesMinutesSecondsAreRead();
    void swappedColumnsAreTold();
    void kindsOfOneGeometryLeaveOthersAlone();
    void plansOfOursKeepTheirIds();

private:
    TestFolder mFolder;
};

void TestImportMapping::comesBackFromJson() {
    ImportMapping mapping;
    mapping.encoding = "GB18030";
    mapping.snapM = 12.5;
    TableChoice sites;
    sites.table = QStringLiteral("站点");
    sites.geometry = FieldType::Point;
    sites.kind = Kind::Site;
    sites.system = sourceSystemFromText(u"gk3:117");
    sites.columns = {{QStringLiteral("编号"), QStringLiteral("code")}, {QStringLiteral("备注"), QString()}};
    sites.matchByName = true;
    TableChoice rest;
    rest.leaveOut = true;
    mapping.tables = {sites, rest};
    const QByteArray json = mappingToJson(mapping);
    QVERIFY(mappingFromJson(json, QStringLiteral("m.json")) == mapping);
    QCOMPARE(mappingToJson(mappingFromJson(json, QStringLiteral("m.json"))), json);
}

void TestImportMapping::wrongFilesAreRefused_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("words");
    QTest::newRow("no JSON") << QByteArray("{") << "mapping file";
    QTest::newRow("another file") << QByteArray("{\"type\":\"FeatureCollection\"}") << "mapping file";
    QTest::newRow("newer") << QByteArray("{\"corridor_import_mapping\":2}") << "newer";
    const QByteArray head = "{\"corridor_import_mapping\":1,\"tables\":[";
    QTest::newRow("kind") << head + "{\"kind\":\"palace\"}]}"
                          << "palace";
    QTest::newRow("system") << head + "{\"system\":\"mars\"}]}"
                            << "mars";
    QTest::newRow("geometry") << head + "{\"geometry\":\"sphere\"}]}"
                              << "sphere";
    QTest::newRow("key") << head + "{\"colour\":\"red\"}]}"
                         << "colour";
}

void TestImportMapping::wrongFilesAreRefused() {
    QFETCH(QByteArray, json);
    QFETCH(QString, words);
    try {
        mappingFromJson(json, QStringLiteral("m.json"));
        QFAIL("it was taken");
    } catch (const Error& error) {
        QVERIFY(error.blame() == Blame::FileContent);
        QVERIFY2(error.sentence().english().contains(words) && error.sentence().english().startsWith("m.json"),
                 error.what());
    }
}

// Names of columns that no field has; next year's file needs no choice any more.
void TestImportMapping::aConsultantsSheetIsMappedOnce() {
    const auto sheet = [this](const char* name, const QString& power) {
        return mFolder.write(QLatin1String(name), xlsx({{"一览",
                                                         {{"统计局算力节点"},
                                                          {"节点号", "节点", "东经", "北纬", "IT负荷", "处室"},
                                                          {"SL-9", "凉城", "112.4941", "40.5303", power, "数字处"}}},
                                                        {"说明", {{"本表由统计局提供"}}}}));
    };
    ImportOptions options;
    TableChoice choice;
    choice.table = QStringLiteral("一览");
    choice.kind = Kind::Site;
    choice.columns = {{"节点号", "code"}, {"节点", "name"},          {"东经", "lon"},
                      {"北纬", "lat"},    {"IT负荷", "it_power_mw"}, {"处室", ""}};
    TableChoice note;
    note.table = QStringLiteral("说明");
    note.leaveOut = true;
    options.mapping.tables = {choice, note};
    const ImportResult first = importSources({sheet("2025.xlsx", "12.5")}, Plan().base(), options);
    QCOMPARE(sentencesOf(first.badRows), QString());
    const Plan plan = applied(Plan(), first);
    const auto site = byName<Site>(plan, QStringLiteral("凉城"));
    QVERIFY(site && site->itPowerMw == 12.5 && site->code == u"SL-9");
    QVERIFY(site->position == (LonLat{112.4941, 40.5303}));
    ImportOptions again;
    again.mapping =
        mappingFromJson(mappingToJson(proposedMapping(readSources({mFolder.file("2025.xlsx")}, {}), options)),
                        QStringLiteral("m.json"));
    const ImportResult second = importSources({sheet("2026.xlsx", "13")}, plan.base(), again);
    QCOMPARE(second.count(Kind::Site).changed, 1);
    QCOMPARE(second.objects.size(), std::size_t(1));
}

void TestImportMapping::proposalsSayWhatWasFound() {
    const auto tables =
        readSources({mFolder.write("p.csv", "code,name,x,y,it_power_mw,colour\nA,甲,39500000,4429529,1,red\n")}, {});
    const ImportMapping proposal = proposedMapping(tables, {});
    QCOMPARE(proposal.tables.size(), std::size_t(1));
    const TableChoice& choice = proposal.tables[0];
    QVERIFY(choice.kind == Kind::Site);
    QVERIFY(choice.system && choice.system->text() == u"gk3");
    QCOMPARE(choice.columns.value("x"), QStringLiteral("lon"));
    QCOMPARE(choice.columns.value("it_power_mw"), QStringLiteral("it_power_mw"));
    QVERIFY(choice.columns.contains("colour") && choice.columns.value("colour").isEmpty());
}

void TestImportMapping::layersMayBeLeftOut() {
    const QString path =
        mFolder.write("a.dxf", dxf(dxfLine("GUANGLAN", {{39'500'000, 4'429'529}, {39'540'000, 4'429'600}}) +
                                   dxfLine("ROAD", {{39'500'000, 4'420'000}, {39'540'000, 4'420'000}})));
    ImportOptions options;
    TableChoice road;
    road.table = QStringLiteral("road");
    road.leaveOut = true;
    options.mapping.tables = {road};
    const ImportResult result = importSources({path}, Plan().base(), options);
    QCOMPARE(sentencesOf(result.badRows), QString());
    QCOMPARE(result.count(Kind::Span).added, 1);
}

void TestImportMapping::namesFindTheirObjects() {
    const Plan plan = twoNodes();
    const QString path = mFolder.write("n.kml", kml(placemark("甲", "117.01,40") + placemark("丙", "118,40")));
    ImportOptions options;
    options.kind = Kind::Junction;
    QCOMPARE(importSources({path}, plan.base(), options).count(Kind::Junction).added, 2);
    TableChoice all;
    all.matchByName = true;
    options.mapping.tables = {all};
    const ImportResult result = importSources({path}, plan.base(), options);
    QCOMPARE(result.count(Kind::Junction).added, 1);
    QCOMPARE(result.count(Kind::Junction).changed, 1);
    QVERIFY(byName<Junction>(applied(plan, result), QStringLiteral("甲"))->position == (LonLat{117.01, 40}));
    QVERIFY(byName<Junction>(applied(plan, result), QStringLiteral("甲"))->code == u"A");
}

void TestImportMapping::differencesAreListedFieldByField() {
    const Plan plan = twoNodes();
    const ImportResult result = importSources(
        {mFolder.write("junctions.csv", "code,name,lon,lat\nA,甲,117.25,40\nB,乙,117.5,40\nC,丙,118,40\n")},
        plan.base());
    const auto differences = differencesOf(plan.base(), result);
    QCOMPARE(differences.size(), std::size_t(2)); // B is as it was
    QCOMPARE(differences[0].code, QStringLiteral("A"));
    QVERIFY(!differences[0].isNew && differences[0].line == 2);
    QCOMPARE(differences[0].fields.size(), std::size_t(1));
    QCOMPARE(QString::fromLatin1(differences[0].fields[0].field->name), QStringLiteral("geom"));
    QVERIFY2(differences[0].fields[0].before.contains("117.000000") &&
                 differences[0].fields[0].after.contains("117.250000"),
             qPrintable(differences[0].fields[0].after));
    QVERIFY(differences[1].isNew && differences[1].code == u"C" && differences[1].fields.empty());
}

// 117° E, 40° N is 39 500 000, 4 429 529.03 in zone 39: the arc of the meridian; half a degree east of it 42 694 m.
void TestImportMapping::drawingsInZone39MeetTheirNodes() {
    const Plan plan = twoNodes();
    const QString path = mFolder.write(
        "39.dxf",
        dxf(dxfLine("GUANGLAN", {{39'500'010, 4'429'529}, {39'520'000, 4'431'000}, {39'542'690, 4'429'650}})));
    const ImportResult result = importSources({path}, plan.base());
    QCOMPARE(sentencesOf(result.badRows), QString());
    QVERIFY2(sentencesOf(result.warnings).contains("Gauss"), qPrintable(sentencesOf(result.warnings)));
    QCOMPARE(result.count(Kind::Span).added, 1);
    QCOMPARE(result.count(Kind::Junction).total(), 0);
    const Plan after = applied(plan, result);
    after.base().table<Span>().forEach([&](const std::shared_ptr<const Span>& span) {
        QVERIFY(span->from == stableEntityId(u"test/A") && span->to == stableEntityId(u"test/B"));
        QVERIFY(span->line.front() == (LonLat{117, 40}) && span->line.size() == 3);
    });
}

void TestImportMapping::nearMissesAreListedAndJoined() {
    const Plan plan = twoNodes();
    // Starts 300 m short of A.
    const QString path =
        mFolder.write("m.dxf", dxf(dxfLine("GUANGLAN", {{39'500'300, 4'429'529}, {39'542'690, 4'429'650}})));
    const ImportResult result = importSources({path}, plan.base());
    QCOMPARE(result.nearMisses.size(), std::size_t(1));
    const NearMiss& miss = result.nearMisses[0];
    QVERIFY(miss.end.atStart && miss.node == stableEntityId(u"test/A"));
    QVERIFY2(std::abs(miss.metres - 300) < 1, qPrintable(QString::number(miss.metres)));
    QVERIFY2(sentencesOf(result.warnings).contains("300 m from A"), qPrintable(sentencesOf(result.warnings)));
    QCOMPARE(result.count(Kind::Junction).added, 1);
    ImportOptions options;
    options.joined.insert(miss.end);
    const ImportResult joined = importSources({path}, plan.base(), options);
    QCOMPARE(sentencesOf(joined.badRows), QString());
    QVERIFY(joined.nearMisses.empty());
    QCOMPARE(joined.count(Kind::Junction).total(), 0);
    QCOMPARE(joined.count(Kind::Span).added, 1);
}

void TestImportMapping::degreesMinutesSecondsAreRead() {
    const ImportResult result = importSources(
        {mFolder.write("junctions.csv",
                       "code,lon,lat\nA,112°29′38.76″E,40°31′49.08″N\nB,112 29.646,40:31:49.08\nC,x,1\n")},
        Plan().base());
    QCOMPARE(result.badRows.size(), std::size_t(1));
    QCOMPARE(result.badRows[0].line, 4);
    for (const ImportedObject& object : result.objects) {
        const LonLat at = static_cast<const Junction&>(*object.entity).position;
        QVERIFY(std::abs(at.lon - 112.4941) < 1e-9 && std::abs(at.lat - 40.5303) < 1e-9);
    }
}

void TestImportMapping::swappedColumnsAreTold() {
    const ImportResult result =
        importSources({mFolder.write("junctions.csv", "code,lon,lat\nA,40,117\nB,40,117.5\n")}, Plan().base());
    QCOMPARE(sentencesOf(result.badRows), QString());
    QVERIFY2(sentencesOf(result.warnings).contains("latitude or northing"), qPrintable(sentencesOf(result.warnings)));
    QVERIFY(static_cast<const Junction&>(*result.objects[0].entity).position == (LonLat{117, 40}));
}

void TestImportMapping::kindsOfOneGeometryLeaveOthersAlone() {
    const QString path = mFolder.write("k.kml", kml(placemark("甲", "117,40") + placemark("乙", "117.5,40") +
                                                    "<Placemark><name>线</name><LineString><coordinates>117,40 "
                                                    "117.5,40</coordinates></LineString></Placemark>"));
    ImportOptions options;
    options.kind = Kind::Junction;
    const ImportResult result = importSources({path}, Plan().base(), options);
    QCOMPARE(sentencesOf(result.badRows), QString());
    QCOMPARE(result.count(Kind::Junction).added, 2);
    QCOMPARE(result.count(Kind::Span).added, 1);
}

void TestImportMapping::plansOfOursKeepTheirIds() {
    const QString sample = QStringLiteral(CORRIDOR_BINARY_DIR "/share/corridor-planner/corridor-sample.gpkg");
    if (!QFile::exists(sample))
        QSKIP("the sample plan is not built yet");
    const ImportResult result = importSources({sample}, Plan().base());
    QVERIFY2(result.badRows.empty(), qPrintable(sentencesOf(result.badRows)));
    QVERIFY(result.count(Kind::Site).added > 5 && result.count(Kind::Span).added > 10);
    const ImportResult csv = importSources({QStringLiteral(CORRIDOR_SOURCE_DIR "/resources/sample")}, Plan().base());
    std::set<EntityId> ids;
    for (const ImportedObject& object : csv.objects)
        if (object.kind == Kind::Site || object.kind == Kind::Span)
            ids.insert(object.entity->id);
    for (const ImportedObject& object : result.objects)
        QVERIFY(ids.erase(object.entity->id) == 1 || (object.kind != Kind::Site && object.kind != Kind::Span));
    QVERIFY(ids.empty());
}

QTEST_GUILESS_MAIN(TestImportMapping)
#include "test_importmapping.moc"
