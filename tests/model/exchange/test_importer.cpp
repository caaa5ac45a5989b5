// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchangeplans.h"
#include "model/base/error.h"
#include "model/exchange/importer.h"
#include "model/plan/schema.h"
#include "model/plan/settings.h"

#include <random>

using namespace corridor;

namespace {

Plan applied(const Plan& plan, const ImportResult& result) {
    return plan.with(importStep(plan, Plan::baseScenario(), result));
}

QStringList sentences(const std::vector<ImportNote>& notes) {
    QStringList out;
    for (const ImportNote& note : notes)
        out += note.sentence().english();
    return out;
}

template <class T>
const T* byCode(const Plan& plan, const char* code) {
    static constexpr Kind kKinds[] = {T::kKind};
    const EntityRef found = findByName(plan.base(), kKinds, QString::fromUtf8(code));
    return found.as<T>();
}

} // namespace

class TestImporter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void idsAreStable();
    void changesOnlyWhatItNames();
    void emptyCellsAreUnknown();
    void refusesBadRows_data();
    void refusesBadRows();
    void skipsBadRowsAndWhatNeedsThem();
    void namesUnknownColumnsAndUsualValues();
    void referencesByCodeNameAndId();
    void ambiguousReferencesAreRefused();
    void handsOutCodes();
    void detailTablesReplaceLists();
    void detailTablesSayWhatIsWrong();
    void provenanceFindsItsRow();
    void linesMeetTheirEnds();
    void spansFollowMovedNodes();
    void linesWithoutEndsFindNodes();
    void shiftsDatums();
    void readsOldGeoJson();
    void refusesForeignGeometry();
    void refusesWhatIsNoTable();
    void foldersLeaveOutOtherTables();
    void survivesNoise();

private:
    TestFolder mFolder;
};

void TestImporter::idsAreStable() {
    const TestFolder folder;
    const ImportResult result = importSources({folder.write("sites.csv", "code,lon,lat\nA,116,40\n")}, Plan().base());
    QCOMPARE(result.objects.size(), std::size_t(1));
    QCOMPARE(result.objects[0].entity->id, stableEntityId(u"site/A"));
    QVERIFY(result.objects[0].isNew);
    QCOMPARE(result.objects[0].line, 2);
    QCOMPARE(result.count(Kind::Site).added, 1);
}

void TestImporter::changesOnlyWhatItNames() {
    const TestFolder folder;
    const Plan plan = difficultPlan();
    const ImportResult result =
        importSources({folder.write("sites.csv", "code,it_power_mw,status\nSL-1,7.5,existing\n")}, plan.base());
    QCOMPARE(sentences(result.warnings), QStringList());
    const Plan after = applied(plan, result);
    Site expected = *byCode<Site>(plan, "SL-1");
    expected.itPowerMw = 7.5;
    expected.status = SiteStatus::Existing;
    QVERIFY(*byCode<Site>(after, "SL-1") == expected);
    QCOMPARE(Plan::diff(plan, after).changes.size(), std::size_t(1));
    QCOMPARE(result.count(Kind::Site).changed, 1);
}

void TestImporter::emptyCellsAreUnknown() {
    const TestFolder folder;
    const Plan plan = difficultPlan();
    const Plan after =
        applied(plan, importSources({folder.write("sites.csv", "code,it_power_mw,precision,in_date,kind\nSL-1,,,,\n")},
                                    plan.base()));
    const Site* site = byCode<Site>(after, "SL-1");
    QVERIFY(!site->itPowerMw);
    QVERIFY(site->inDate.isNull());
    QCOMPARE(site->precision, Precision::Unknown);
    QCOMPARE(site->kind, byCode<Site>(plan, "SL-1")->kind); // there is no unknown kind: it stays
}

void TestImporter::refusesBadRows_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("column");
    const QByteArray spans = "code,from_code,to_code,geometry_wkt\n";
    QTest::newRow("no number") << "sites.csv" << QByteArray("code,lon,lat,it_power_mw\nA,116,40,much\n") << 2
                               << "it_power_mw";
    QTest::newRow("decimal comma") << "sites.csv" << QByteArray("code;lon;lat\nA;116,5;40\n") << 2 << "lon";
    QTest::newRow("out of range") << "sites.csv" << QByteArray("code,lon,lat,pue_annual\nA,116,40,0.5\n") << 2
                                  << "pue_annual";
    QTest::newRow("beyond the pole") << "sites.csv" << QByteArray("code,lon,lat\nA,116,95\n") << 2 << "lat";
    QTest::newRow("half a position") << "sites.csv" << QByteArray("code,lon,lat\nA,116,\n") << 2 << "lon";
    QTest::newRow("no position") << "sites.csv" << QByteArray("code,name\nA,x\n") << 2 << "";
    QTest::newRow("unknown word") << "sites.csv" << QByteArray("code,lon,lat,kind\nA,116,40,palace\n") << 2 << "kind";
    QTest::newRow("no date") << "sites.csv" << QByteArray("code,lon,lat,in_date\nA,116,40,2026-13\n") << 2 << "in_date";
    QTest::newRow("no integer") << "sites.csv" << QByteArray("code,lon,lat,rack_count\nA,116,40,1.5\n") << 2
                                << "rack_count";
    QTest::newRow("twice") << "sites.csv" << QByteArray("code,lon,lat\nA,116,40\n\nA,117,40\n") << 4 << "code";
    QTest::newRow("too many cells") << "sites.csv" << QByteArray("code,lon,lat\nA,116,40,50\n") << 2 << "";
    QTest::newRow("no id") << "sites.csv" << QByteArray("id,code,lon,lat\nx,A,116,40\n") << 2 << "id";
    QTest::newRow("unknown end") << "spans.csv" << spans + "G,-5,NOWHERE,\n" << 2 << "to_code";
    QTest::newRow("equal ends") << "spans.csv" << spans + "G,-5,-5,\n" << 2 << "";
    QTest::newRow("no ends") << "spans.csv" << spans + "G,,,\n" << 2 << "";
    QTest::newRow("line elsewhere") << "spans.csv" << spans + "G,-5,two words,\"LINESTRING (100 30, 101 30)\"\n"
                                    << 2 << "";
    QTest::newRow("no line") << "spans.csv" << spans + "G,-5,two words,LINESTRING 1 2\n" << 2 << "geometry_wkt";
    QTest::newRow("no group index") << "fibre_types.csv" << QByteArray("code\nX\n") << 2 << "group_index";
    QTest::newRow("whose source") << "provenance.csv" << QByteArray("entity_code,field,source\n,geom,x\n") << 2
                                  << "subject_id";
    QTest::newRow("source of nothing") << "provenance.csv" << QByteArray("entity_code,field,source\nGD-1,colour,x\n")
                                       << 2 << "";
    QTest::newRow("years") << "services.csv"
                           << QByteArray("code,from_code,to_code,gbps\nS,-5,two words,2027=1;2026=2\n") << 2 << "gbps";
}

void TestImporter::refusesBadRows() {
    QFETCH(QString, name);
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    QFETCH(QString, column);
    const TestFolder folder;
    const Plan plan = difficultPlan();
    const ImportResult result = importSources({folder.write(name, text)}, plan.base());
    QVERIFY2(result.badRows.size() == 1, qPrintable(sentences(result.badRows).join('\n')));
    const ImportNote& note = result.badRows.front();
    QCOMPARE(note.line, line);
    QCOMPARE(note.column, column);
    const QString sentence = note.sentence().english();
    QVERIFY2(sentence.contains(name) && sentence.contains(QStringLiteral("line %1").arg(line)) &&
                 sentence.endsWith('.'),
             qPrintable(sentence));
    try {
        importStep(plan, Plan::baseScenario(), result);
        QFAIL("a bad import made a step");
    } catch (const Error& error) {
        QCOMPARE(error.blame(), Blame::FileContent);
    }
}

void TestImporter::skipsBadRowsAndWhatNeedsThem() {
    const TestFolder folder;
    folder.write("junctions.csv", "code,lon,lat,role\nA,116,40,hut\nB,316,40,hut\nC,117,40,hut\n");
    folder.write("spans.csv", "code,from_code,to_code\nAB,A,B\nAC,A,C\n");
    folder.write("risk_groups.csv", "code,kind,members\nR,duct,AB AC\n");
    ImportOptions options;
    options.skipBadRows = true;
    const ImportResult result = importSources({folder.path}, Plan().base(), options);
    QCOMPARE(result.badRows.size(), std::size_t(0));
    const Plan plan = applied(Plan(), result);
    QVERIFY(byCode<Junction>(plan, "A") && byCode<Junction>(plan, "C") && !byCode<Junction>(plan, "B"));
    QVERIFY(byCode<Span>(plan, "AC") && !byCode<Span>(plan, "AB"));
    QVERIFY(!byCode<RiskGroup>(plan, "R"));
    QVERIFY(result.warnings.size() >= 3);
}

void TestImporter::namesUnknownColumnsAndUsualValues() {
    const TestFolder folder;
    const ImportResult result = importSources(
        {folder.write("junctions.csv", "code,lon,lat,colour,,Owner\nA,116,40,red,x,me\nB,117,40,,,\n")}, Plan().base());
    const QString all = sentences(result.warnings).join('\n');
    QVERIFY2(all.contains("colour, Owner"), qPrintable(all));
    QVERIFY2(all.contains("role=waypoint (2)"), qPrintable(all));
    ImportOptions options;
    options.columns = {{"colour", ""}, {"Owner", "note"}};
    const ImportResult chosen = importSources({folder.file("junctions.csv")}, Plan().base(), options);
    QVERIFY(!sentences(chosen.warnings).join('\n').contains("colour"));
    QCOMPARE(byCode<Junction>(applied(Plan(), chosen), "A")->note, QStringLiteral("me"));
}

void TestImporter::referencesByCodeNameAndId() {
    const TestFolder folder;
    const Plan plan = difficultPlan();
    const QByteArray b = QByteArray::number(byCode<Site>(plan, "-5")->id.value);
    const ImportResult result = importSources(
        {folder.write("services.csv", "code,from_code,to_code\nS1,#" + b + ",two words\nS2," + b +
                                          ",two words\nS3,'=already guarded,two words\nS4,'-5,two words\n")},
        plan.base());
    // S3: the guard's apostrophe is taken away, so the cell says "=already guarded", which is nobody's name.
    QCOMPARE(result.badRows.size(), std::size_t(1));
    QCOMPARE(result.badRows[0].line, 4);
    QCOMPARE(result.objects.size(), std::size_t(3));
    for (const ImportedObject& object : result.objects)
        QCOMPARE(static_cast<const Service&>(*object.entity).from, byCode<Site>(plan, "-5")->id);
}

void TestImporter::ambiguousReferencesAreRefused() {
    const TestFolder folder;
    const ImportResult result = importSources(
        {folder.write("services.csv", "code,from_code,to_code\nS,SL-1,two words\n")}, difficultPlan().base());
    QCOMPARE(result.badRows.size(), std::size_t(1));
    QVERIFY(result.badRows[0].text.english().contains("more than one"));
}

void TestImporter::handsOutCodes() {
    const TestFolder folder;
    const ImportResult result = importSources(
        {folder.write("sites.csv", "code,name,lon,lat\n,one,116,40\nSL-0001,two,117,40\n,three,118,40\n")},
        Plan().base());
    const Plan plan = applied(Plan(), result);
    QCOMPARE(byCode<Site>(plan, "SL-0001")->name, QStringLiteral("two"));
    QCOMPARE(byCode<Site>(plan, "SL-0002")->name, QStringLiteral("one"));
    QCOMPARE(byCode<Site>(plan, "SL-0003")->name, QStringLiteral("three"));
    QVERIFY(sentences(result.warnings).join('\n').contains("Rows without a code: 2;"));
}

void TestImporter::detailTablesReplaceLists() {
    const TestFolder folder;
    const Plan plan = difficultPlan();
    folder.write("risk_members.csv", "group_code,member_code\nFX-1,GD-2\nFX-1,-5\n");
    folder.write("service_gbps.csv", "service_code,year,gbps\nYW-1,2030,9\nYW-1,2026,3\n");
    folder.write("service_route.csv", "service_code,role,seq,span_code\nYW-1,backup,10,GD-1\nYW-1,backup,9,GD-2\n");
    const ImportResult result = importSources({folder.path}, plan.base());
    QCOMPARE(sentences(result.badRows), QStringList());
    const Plan after = applied(plan, result);
    QCOMPARE(byCode<RiskGroup>(after, "FX-1")->members,
             (RefList{byCode<Span>(plan, "GD-2")->id, byCode<Site>(plan, "-5")->id}));
    const Service* service = byCode<Service>(after, "YW-1");
    QCOMPARE(service->gbps, (YearReals{{2026, 3}, {2030, 9}}));
    QCOMPARE(service->pinnedBackup, (RefList{byCode<Span>(plan, "GD-2")->id, byCode<Span>(plan, "GD-1")->id}));
    QCOMPARE(service->pinnedPrimary, byCode<Service>(plan, "YW-1")->pinnedPrimary); // not in the table
}

void TestImporter::detailTablesSayWhatIsWrong() {
    const TestFolder folder;
    folder.write("risk_members.csv", "group_code,member_code\nFX-9,GD-2\nFX-1,GD-9\n");
    folder.write("service_gbps.csv", "service_code,year,gbps\nYW-1,soon,9\nYW-1,2027,-9\nYW-1,2027,1\n");
    folder.write("service_route.csv", "service_code,role,seq\nYW-1,backup,1\n");
    const ImportResult result = importSources({folder.path}, difficultPlan().base());
    const QStringList all = sentences(result.badRows);
    QVERIFY2(all.size() >= 5, qPrintable(all.join('\n')));
    for (const char* part : {"FX-9", "GD-9", "soon", "“span_code” is missing"})
        QVERIFY2(!all.filter(QString::fromUtf8(part)).isEmpty(), part);
}

void TestImporter::provenanceFindsItsRow() {
    const TestFolder folder;
    const Plan plan = difficultPlan();
    const ImportResult result =
        importSources({folder.write("provenance.csv", "entity_code,field,source,date,confidence,low,high\nGD-1,lay_"
                                                      "factor,new,2026-07,official,1,1.1\nGD-2,*,x,,assumed,,\n")},
                      plan.base());
    QCOMPARE(result.count(Kind::Provenance).changed, 1);
    QCOMPARE(result.count(Kind::Provenance).added, 1);
    const Provenance* row = applied(plan, result).base().find<Provenance>(stableEntityId(u"test/source"));
    QCOMPARE(row->source, QStringLiteral("new"));
    QCOMPARE(row->high, std::optional(1.1));
}

void TestImporter::linesMeetTheirEnds() {
    const TestFolder folder;
    folder.write("junctions.csv", "code,lon,lat,role\nA,116,40,hut\nB,117,40,hut\n");
    folder.write("spans.csv", "code,from_code,to_code,geometry_wkt\n"
                              "straight,A,B,\n"
                              "near,A,B,\"LINESTRING (116.0001 40, 116.5 40.2, 117 40.0001)\"\n"
                              "reversed,A,B,\"LINESTRING (117 40, 116.5 40.2, 116 40)\"\n");
    const ImportResult result = importSources({folder.path}, Plan().base());
    QCOMPARE(sentences(result.badRows), QStringList());
    const Plan plan = applied(Plan(), result);
    QCOMPARE(byCode<Span>(plan, "straight")->line, (Line{{116, 40}, {117, 40}}));
    QCOMPARE(byCode<Span>(plan, "near")->line, (Line{{116, 40}, {116.5, 40.2}, {117, 40}}));
    QCOMPARE(byCode<Span>(plan, "reversed")->line, (Line{{116, 40}, {116.5, 40.2}, {117, 40}}));
    QVERIFY(!sentences(result.warnings).filter("turned round").isEmpty());
}

void TestImporter::spansFollowMovedNodes() {
    const TestFolder folder;
    const Plan plan = difficultPlan();
    const ImportResult result = importSources({folder.write("sites.csv", "code,lon,lat\nSL-1,112,41\n")}, plan.base());
    const Plan after = applied(plan, result);
    QCOMPARE(byCode<Span>(after, "GD-1")->line.front(), (LonLat{112, 41}));
    QCOMPARE(byCode<Span>(after, "GD-1")->line.size(), byCode<Span>(plan, "GD-1")->line.size());
    QCOMPARE(Plan::diff(plan, after).changes.size(), std::size_t(2));
}

void TestImporter::linesWithoutEndsFindNodes() {
    const TestFolder folder;
    folder.write("junctions.csv", "code,lon,lat,role\nA,116,40,hut\n");
    folder.write("drawing.geojson", R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"code":"L1"},"geometry":{"type":"LineString","coordinates":[[116.0001,40,12.5],[116.5,40.1,3]]}},
        {"type":"Feature","properties":{"code":"L2"},"geometry":{"type":"LineString","coordinates":[[116.50001,40.1],[117,40]]}}]})");
    const ImportResult result = importSources({folder.path}, Plan().base());
    QCOMPARE(sentences(result.badRows), QStringList());
    const Plan plan = applied(Plan(), result);
    QCOMPARE(plan.base().count(Kind::Junction), std::size_t(3)); // A, the one that both lines share, the far end
    const Span *one = byCode<Span>(plan, "L1"), *two = byCode<Span>(plan, "L2");
    QCOMPARE(one->from, byCode<Junction>(plan, "A")->id);
    QCOMPARE(one->to, two->from);
    QCOMPARE(one->line.front(), (LonLat{116, 40}));
    QCOMPARE(two->line.front(), one->line.back());
    QVERIFY(!sentences(result.warnings).filter("near no node: 2").isEmpty());
}

void TestImporter::shiftsDatums() {
    const TestFolder folder;
    const LonLat truth{116.3913, 39.9055};
    for (const auto& [datum, name] : {std::pair(Datum::Gcj02, "gcj"), std::pair(Datum::Bd09, "bd")}) {
        const LonLat shown = convertDatum(truth, Datum::Wgs84, datum);
        const QByteArray at = QByteArray::number(shown.lon, 'f', 9) + ' ' + QByteArray::number(shown.lat, 'f', 9);
        folder.write("junctions.csv",
                     "code,lon,lat,role\nA," + QByteArray(at).replace(' ', ',') + ",hut\nB,100,10,hut\n");
        folder.write("areas.csv",
                     "code,kind,geometry_wkt\nQ,other,\"POLYGON ((" + at + ", 116 40, 117 41, " + at + "))\"\n");
        ImportOptions options;
        options.system.emplace().datum = datum;
        const ImportResult result = importSources({folder.path}, Plan().base(), options);
        QCOMPARE(sentences(result.badRows), QStringList());
        const Plan plan = applied(Plan(), result);
        for (const LonLat& point :
             {byCode<Junction>(plan, "A")->position, byCode<Area>(plan, "Q")->polygon.rings[0][0]}) {
            QVERIFY2(std::abs(point.lon - truth.lon) < 1e-8, name);
            QVERIFY2(std::abs(point.lat - truth.lat) < 1e-8, name);
        }
    }
}

// Before RFC 7946 a file could say another coordinate system: EPSG:4549 is the 3° zone of CGCS2000 around 120° E.
void TestImporter::readsOldGeoJson() {
    const TestFolder folder;
    folder.write(
        "junctions.geojson",
        R"({"type":"FeatureCollection","name":"junctions","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4549"}},
        "features":[{"type":"Feature","properties":{"code":"A","role":"hut","note":null},"geometry":{"type":"Point","coordinates":[500000,4430000]}}]})");
    const ImportResult result = importSources({folder.file("junctions.geojson")}, Plan().base());
    QCOMPARE(sentences(result.badRows), QStringList());
    const LonLat position = byCode<Junction>(applied(Plan(), result), "A")->position;
    QVERIFY(std::abs(position.lon - 120) < 1e-9);
    QVERIFY(std::abs(position.lat - 40) < 0.05);
}

void TestImporter::refusesForeignGeometry() {
    const TestFolder folder;
    folder.write("spans.geojson", R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"code":"L"},"geometry":{"type":"MultiLineString","coordinates":[[[1,1],[2,2]],[[3,3],[4,4]]]}},
        {"type":"Feature","properties":{"code":"M"},"geometry":{"type":"MultiLineString","coordinates":[[[1,1],[2,2]],[[2,2],[4,4]]]}},
        {"type":"Feature","properties":{"code":"P"},"geometry":{"type":"Point","coordinates":[1,1]}},
        {"type":"Feature","properties":{"code":"N"},"geometry":null}]})");
    const ImportResult result = importSources({folder.file("spans.geojson")}, Plan().base());
    QStringList lines;
    for (const ImportNote& note : result.badRows)
        lines += QString::number(note.line);
    QCOMPARE(lines.join(' '), QStringLiteral("1 3 4")); // M's parts meet
}

void TestImporter::refusesWhatIsNoTable() {
    const TestFolder folder;
    const EntitySet empty = Plan().base();
    QVERIFY_EXCEPTION_THROWN(importSources({folder.file("nothing.csv")}, empty), Error);
    QVERIFY_EXCEPTION_THROWN(importSources({folder.path}, empty), Error); // an empty folder
    QVERIFY_EXCEPTION_THROWN(importSources({folder.write("drawing.dwg", "AC1015")}, empty), Error);
    QVERIFY_EXCEPTION_THROWN(importSources({folder.write("what.csv", "a,b\n1,2\n")}, empty), Error);
    QVERIFY_EXCEPTION_THROWN(importSources({folder.write("what.geojson", "{\"type\":\"Feature")}, empty), Error);
    QVERIFY_EXCEPTION_THROWN(importSources({folder.write("list.geojson", "[1,2,3]")}, empty), Error);
    QVERIFY_EXCEPTION_THROWN(importSources({folder.write("scenarios.csv", "code\nA\n")}, empty), Error);
    ImportOptions options;
    options.kind = Kind::Junction;
    folder.write("what.csv", "code,lon,lat,role\nA,1,2,hut\n");
    QCOMPARE(importSources({folder.file("what.csv")}, empty, options).count(Kind::Junction).added, 1);
}

void TestImporter::foldersLeaveOutOtherTables() {
    const TestFolder folder;
    folder.write("expected_rtt.csv", "service_code,year\nA,2027\n");
    folder.write("junctions.csv", "code,lon,lat,role\nA,1,2,hut\n");
    folder.write("README.md", "no table");
    const ImportResult result = importSources({folder.path}, Plan().base());
    QCOMPARE(result.objects.size(), std::size_t(1));
    QVERIFY(!sentences(result.warnings).filter("expected_rtt").isEmpty());
}

// Files are torn, mixed up and mangled in the mail: a sentence or a bad row, never a crash, never half an import.
void TestImporter::survivesNoise() {
    const TestFolder folder;
    const Plan plan = difficultPlan();
    QByteArray good;
    {
        QFile file(QStringLiteral(CORRIDOR_SOURCE_DIR "/resources/sample/spans.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        good = file.readAll();
    }
    std::mt19937 random(20260601);
    int refused = 0;
    for (int round = 0; round < 200; ++round) {
        QByteArray text = good.left(static_cast<qsizetype>(random() % 4000));
        for (int i = 0; i < 8 && !text.isEmpty(); ++i)
            text[static_cast<qsizetype>(random() % static_cast<quint32>(text.size()))] =
                static_cast<char>(random() % 256);
        folder.write("spans.csv", text);
        try {
            const ImportResult result = importSources({folder.file("spans.csv")}, plan.base());
            refused += !result.badRows.empty();
            for (const ImportNote& note : result.badRows)
                QVERIFY(!note.sentence().english().isEmpty());
        } catch (const Error& error) {
            QVERIFY(!error.sentence().isEmpty());
            ++refused;
        }
    }
    QVERIFY(refused > 150); // the ends of those spans are not in this plan
}

QTEST_GUILESS_MAIN(TestImporter)
#include "test_importer.moc"
