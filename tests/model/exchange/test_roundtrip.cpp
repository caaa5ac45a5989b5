// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchangeplans.h"
#include "model/base/error.h"
#include "model/exchange/exporter.h"
#include "model/exchange/importer.h"
#include "model/plan/schema.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace corridor;

namespace {

QString sentences(const std::vector<ImportNote>& notes) {
    QStringList out;
    for (const ImportNote& note : notes)
        out += note.sentence().english();
    return out.join(u'\n');
}

bool near(double a, double b) {
    return std::abs(a - b) <= 1e-14 * std::max(std::abs(a), std::abs(b));
}
bool near(const LonLat& a, const LonLat& b) {
    return near(a.lon, b.lon) && near(a.lat, b.lat);
}

// Equal but for the 16th digit of numbers, which OGR's writer rounds.
bool nearlyEqual(const Value& a, const Value& b) {
    if (a.index() != b.index() || a == b)
        return a == b;
    if (const auto* real = std::get_if<double>(&a))
        return near(*real, std::get<double>(b));
    if (const auto* point = std::get_if<LonLat>(&a))
        return near(*point, std::get<LonLat>(b));
    if (const auto* line = std::get_if<Line>(&a))
        return std::equal(line->begin(), line->end(), std::get<Line>(b).begin(), std::get<Line>(b).end(),
                          [](const LonLat& p, const LonLat& q) { return near(p, q); });
    return false;
}

// Names the first difference, so that a failure says what was lost.
QString differenceOf(const Plan& a, const Plan& b, bool exact = true) {
    for (const Change& change : Plan::diff(a, b).changes) {
        const EntitySchema& schema = schemaOf(change.kind);
        if (!change.before.entity || !change.after.entity)
            return QStringLiteral("%1 %2 %3")
                .arg(QLatin1String(schema.table), change.id.toString(), change.after.entity ? "added" : "lost");
        for (const Field& field : schema.fields)
            if (field.get(*change.before.entity) != field.get(*change.after.entity) &&
                (exact || !nearlyEqual(field.get(*change.before.entity), field.get(*change.after.entity))))
                return QStringLiteral("%1.%2: “%3” became “%4”")
                    .arg(QLatin1String(schema.table), QLatin1String(field.name),
                         valueToText(field.get(*change.before.entity)), valueToText(field.get(*change.after.entity)));
    }
    return {};
}

} // namespace

class TestRoundTrip : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void csvFolderComesBackEqual();
    void importingTwiceChangesNothing();
    void exportIsDeterministic();
    void geoJsonComesBackEqual();
    void geoJsonIsRfc7946();
    void exportRefusesToReplace();
    void exportRefusesWhatCannotBe();
    void sampleComesBackEqual();
};

void TestRoundTrip::csvFolderComesBackEqual() {
    const TestFolder folder;
    const Plan before = difficultPlan();
    exportTo(folder.file("out"), before.base(), {});
    const ImportResult result = importSources({folder.file("out")}, Plan().base());
    QCOMPARE(sentences(result.badRows), QString());
    QCOMPARE(sentences(result.warnings), QString());
    const Plan after = Plan().with(importStep(Plan(), Plan::baseScenario(), result));
    QCOMPARE(differenceOf(before, after), QString());
    QVERIFY(Plan::sameContent(before, after));
}

void TestRoundTrip::importingTwiceChangesNothing() {
    const TestFolder folder;
    const Plan plan = difficultPlan();
    exportTo(folder.file("out"), plan.base(), {});
    const ImportResult again = importSources({folder.file("out")}, plan.base());
    QCOMPARE(sentences(again.badRows), QString());
    QCOMPARE(again.objects.size(), std::size_t(0));
    QVERIFY(importStep(plan, Plan::baseScenario(), again).isEmpty());
    QCOMPARE(again.count(Kind::Site).unchanged, 2);
}

void TestRoundTrip::exportIsDeterministic() {
    const Plan plan = difficultPlan();
    for (const Kind kind : allKinds())
        QCOMPARE(exportCsv(plan.base(), kind), exportCsv(difficultPlan().base(), kind));
    QVERIFY(exportCsv(plan.base(), Kind::Site).startsWith("\xef\xbb\xbfid,code,name,"));
}

void TestRoundTrip::geoJsonComesBackEqual() {
    const TestFolder folder;
    const Plan before = difficultPlan();
    ExportOptions options;
    options.format = QStringLiteral("geojson");
    const QStringList files = exportTo(folder.file("layers"), before.base(), options);
    QCOMPARE(files.size(), 4);
    ExportOptions tables;
    tables.kinds = {Kind::Setting, Kind::FibreType, Kind::RulePack,  Kind::RiskGroup,
                    Kind::Service, Kind::Series,    Kind::Provenance};
    exportTo(folder.file("layers"), before.base(), tables);
    const ImportResult result = importSources({folder.file("layers")}, Plan().base());
    QCOMPARE(sentences(result.badRows), QString());
    const Plan after = Plan().with(importStep(Plan(), Plan::baseScenario(), result));
    QCOMPARE(differenceOf(before, after, false), QString());
}

void TestRoundTrip::geoJsonIsRfc7946() {
    QJsonParseError error;
    const QJsonObject root =
        QJsonDocument::fromJson(exportGeoJson(difficultPlan().base(), Kind::Span), &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(root[QLatin1String("type")].toString(), QStringLiteral("FeatureCollection"));
    QVERIFY(!root.contains(QLatin1String("crs")));
    const QJsonObject feature = root[QLatin1String("features")].toArray().at(0).toObject();
    QCOMPARE(feature[QLatin1String("properties")].toObject()[QLatin1String("pairs_lit")].toInt(), 12);
    const QJsonArray first =
        feature[QLatin1String("geometry")].toObject()[QLatin1String("coordinates")].toArray().at(0).toArray();
    QCOMPARE(first.at(0).toDouble(), 111.79);
    QCOMPARE(first.size(), 2);
    QCOMPARE(feature[QLatin1String("properties")].toObject()[QLatin1String("from_code")].toString(),
             QStringLiteral("#") + stableEntityId(u"test/SL-1").toString());
}

void TestRoundTrip::exportRefusesToReplace() {
    const TestFolder folder;
    const QString there = folder.write(QStringLiteral("spans.csv"), "mine");
    QVERIFY_EXCEPTION_THROWN(exportTo(folder.path, difficultPlan().base(), {}), Error);
    QCOMPARE(contentOf(there), QByteArray("mine"));
    QVERIFY(!QFile::exists(folder.file(QStringLiteral("sites.csv")))); // nothing of it was written
    ExportOptions replace;
    replace.overwrite = true;
    exportTo(folder.path, difficultPlan().base(), replace);
    QVERIFY(contentOf(there).contains("GD-1"));
}

void TestRoundTrip::exportRefusesWhatCannotBe() {
    const TestFolder folder;
    const EntitySet entities = difficultPlan().base();
    ExportOptions services;
    services.kinds = {Kind::Service};
    QVERIFY_EXCEPTION_THROWN(exportTo(folder.file("a.geojson"), entities, services), Error);
    QVERIFY_EXCEPTION_THROWN(exportTo(folder.file("a.csv"), entities, {}), Error); // which kind?
    QVERIFY_EXCEPTION_THROWN(exportTo(folder.file("a.dwg"), entities, services), Error);
    ExportOptions unknown;
    unknown.format = QStringLiteral("dwg");
    QVERIFY_EXCEPTION_THROWN(exportTo(folder.file("b"), entities, unknown), Error);
    QCOMPARE(QDir(folder.path).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
}

void TestRoundTrip::sampleComesBackEqual() {
    const ImportResult first = importSources({QStringLiteral(CORRIDOR_SOURCE_DIR "/resources/sample")}, Plan().base());
    QCOMPARE(sentences(first.badRows), QString());
    const Plan sample = Plan().with(importStep(Plan(), Plan::baseScenario(), first));
    QVERIFY(sample.base().count(Kind::Site) >= 30);
    QVERIFY(sample.base().count(Kind::Span) >= 60);
    const TestFolder folder;
    exportTo(folder.file("out"), sample.base(), {});
    const ImportResult second = importSources({folder.file("out")}, Plan().base());
    QCOMPARE(sentences(second.badRows), QString());
    QCOMPARE(sentences(second.warnings), QString());
    const Plan again = Plan().with(importStep(Plan(), Plan::baseScenario(), second));
    QCOMPARE(differenceOf(sample, again), QString());
    QVERIFY(Plan::sameContent(sample, again));
}

QTEST_GUILESS_MAIN(TestRoundTrip)
#include "test_roundtrip.moc"
