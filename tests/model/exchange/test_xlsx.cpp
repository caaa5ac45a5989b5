// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchangeplans.h"
#include "model/base/error.h"
#include "model/exchange/csv.h"
#include "model/exchange/exporter.h"
#include "model/exchange/importer.h"
#include "model/exchange/mapping.h"
#include "model/exchange/workbook.h"
#include "model/exchange/xlsxnames.h"
#include "model/plan/schema.h"
#include "xlsxreader.h"

#include <QRegularExpression>

#include <clocale>

using namespace corridor;

namespace {

std::vector<Kind> kindsOf(const EntitySet& entities) {
    std::vector<Kind> kinds;
    for (const Kind kind : allKinds())
        if (kind != Kind::Scenario && entities.count(kind) > 0)
            kinds.push_back(kind);
    return kinds;
}

WorkbookContent someContent() {
    WorkbookContent content;
    content.title = QStringLiteral("=走廊 plan");
    content.facts = {{QStringLiteral("Scenario"), QStringLiteral("Base")},
                     {QStringLiteral("Year"), QStringLiteral("2027")}};
    content.created = QDateTime(QDate(2026, 6, 1), QTime(8, 30), Qt::UTC);
    return content;
}

Run someRun(bool stored = false) {
    Run run;
    run.engine = QStringLiteral("latency");
    run.engineVersion = QStringLiteral("latency-1");
    run.inputHash = "abc";
    run.scenario = Plan::baseScenario();
    run.year = 2027;
    if (stored)
        run.startedUtc = QDateTime(QDate(2026, 1, 2), QTime(3, 4), Qt::UTC);
    ResultTable table;
    table.name = QStringLiteral("service_latency");
    using Type = ResultColumn::Type;
    table.columns = {{"service", Type::Reference, {}},       {"role", Type::Text, {}},
                     {"rtt_ms", Type::Real, "ms"},           {"limit_ms", Type::Real, "ms"},
                     {"complete", Type::Boolean, {}},        {"hops", Type::Integer, {}},
                     {"grid_factor_year", Type::Integer, {}}};
    const EntityId service = stableEntityId(QStringLiteral("test/YW-1"));
    table.rows = {{service, QStringLiteral("primary"), 4.3776123456789012, 5.0, true, qint64(3), qint64(2022)},
                  {service, QStringLiteral("backup"), 4.9991, 5.0, false, qint64(1234), Value()},
                  {EntityId{99}, QStringLiteral("backup"), 1.0 / 3.0, Value(), Value(), Value(), Value()}};
    run.tables = {table};
    return run;
}

XlsxText written(const TestFolder& folder, const EntitySet& entities, const WorkbookContent& content,
                 const std::set<EntityId>* only = nullptr) {
    return readXlsx(folder.write(QStringLiteral("book.xlsx"), exportXlsx(entities, kindsOf(entities), only, content)));
}

/// The sheets as a reader hands them to the importer.
std::vector<SourceTable> tablesOf(const XlsxText& book) {
    std::vector<SourceTable> tables;
    for (const XlsxSheetText& sheet : book.sheets)
        tables.push_back(asTable(sheet));
    return tables;
}

/// Adopted tables written as CSV, for an importer that reads it.
QString asCsvFolder(const TestFolder& folder, const std::vector<SourceTable>& tables) {
    const QString path = folder.file(QStringLiteral("tables"));
    QDir(path).removeRecursively();
    QDir().mkpath(path);
    for (const SourceTable& table : tables) {
        QString text = csvRecord(table.columns);
        for (const SourceRow& row : table.rows) {
            QStringList cells;
            for (const QString& cell : row.cells) { // numbers, also lists of them, are not guarded
                static const QRegularExpression kNumber(QStringLiteral("^[+-]?\\d"));
                cells += kNumber.match(cell).hasMatch() ? cell : guarded(cell);
            }
            text += csvRecord(cells);
        }
        folder.write(QStringLiteral("tables/%1.csv").arg(table.name), text.toUtf8());
    }
    return path;
}

QString sentences(const std::vector<ImportNote>& notes) {
    QStringList out;
    for (const ImportNote& note : notes)
        out += note.sentence().english();
    return out.join(u'\n');
}

QString columnOf(const XlsxSheetText& sheet, const QString& stable) {
    for (auto cell = sheet.cells.begin(); cell != sheet.cells.end(); ++cell)
        if (placeOf(cell.key()).second == 0 && cell->value.endsWith(stable))
            return cell.key().chopped(1);
    return {};
}

} // namespace

class TestXlsx : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyKindHasASheetWithStableHeadings();
    void numbersKeepEveryBit();
    void numbersShowWhatTheProgramShows();
    void textIsNeverAFormulaALinkOrANumber();
    void datesAreDates();
    void headingsAreFrozenAndFiltered();
    void longTextsGoOnInFurtherCells();
    void resultsHaveTheirSheets();
    void equalRunsAreWrittenOnce();
    void chartsShowPartsAndLimits();
    void sameContentGivesSameBytes();
    void decimalCommasOfALocaleDoNotMatter();
    void headingsTellTheirStableNames();
    void foreignSheetsStayAsTheyAre();
    void kindsAreKnownByTheirHeadings();
    void workbookComesBackEqual();
    void editsComeBackAsDifferences();
    void fileIsReadByTheImporter();
    void onlyWhatIsSelectedIsWritten();
};

void TestXlsx::everyKindHasASheetWithStableHeadings() {
    const TestFolder folder;
    const EntitySet entities = difficultPlan().base();
    const XlsxText book = written(folder, entities, someContent());
    QCOMPARE(book.sheets.first().name, QStringLiteral("About"));
    QCOMPARE(book.sheets.last().name, QStringLiteral("Words"));
    QCOMPARE(book.sheets.size(), qsizetype(kindsOf(entities).size()) + 2);
    const XlsxSheetText* sites = book.sheet(schemaOf(Kind::Site).labelText());
    QVERIFY(sites);
    QCOMPARE(sites->at("A1").value, QStringLiteral("ID\nsite.id"));
    QCOMPARE(sites->at("B1").value, QStringLiteral("Code\nsite.code"));
    const QString power = columnOf(*sites, QStringLiteral("\nsite.it_power_mw"));
    QVERIFY(sites->at(power + u'1').value.contains(QStringLiteral("(MW)\n")));
    QVERIFY(sites->validations > 3); // words to choose from
    QCOMPARE(book.sheets.first().at("A1").value, QStringLiteral("'=走廊 plan"));
    QCOMPARE(book.sheets.first().at("B5").value, QStringLiteral("2027"));
    QVERIFY(book.core.contains(QStringLiteral("2026-06-01T08:30:00Z")));
    QCOMPARE(book.large, 0); // Excel offers to repair such files
}

void TestXlsx::numbersKeepEveryBit() {
    const TestFolder folder;
    const XlsxText book = written(folder, difficultPlan().base(), someContent());
    const XlsxSheetText& sites = *book.sheet(schemaOf(Kind::Site).labelText());
    // In the order of codes: "-5" stands before "SL-1".
    const XlsxCell power = sites.at(columnOf(sites, QStringLiteral("\nsite.it_power_mw")) + u'3');
    QCOMPARE(power.type, QStringLiteral("n"));
    QCOMPARE(power.value, QStringLiteral("0.30000000000000004"));
    const XlsxCell lat = sites.at(columnOf(sites, QStringLiteral("\nsite.lat")) + u'3');
    QCOMPARE(lat.value.toDouble(), 40.530000000000001);
    const XlsxCell lon = sites.at(columnOf(sites, QStringLiteral("\nsite.lon")) + u'2');
    QCOMPARE(lon.value.toDouble(), 116.39130000000001);
    QCOMPARE(sites.at("A3").type, QStringLiteral("s")); // ids of 53 bits are text
    QVERIFY(sites.at("A3").value.startsWith(u'#'));
}

void TestXlsx::numbersShowWhatTheProgramShows() {
    const TestFolder folder;
    WorkbookContent content = someContent();
    content.runs = {someRun()};
    const XlsxText book = written(folder, difficultPlan().base(), content);
    const XlsxSheetText& sites = *book.sheet(schemaOf(Kind::Site).labelText());
    QCOMPARE(sites.at(columnOf(sites, QStringLiteral("\nsite.lon")) + u'2').format, QStringLiteral("#,##0.000000"));
    QCOMPARE(sites.at(columnOf(sites, QStringLiteral("\nsite.it_power_mw")) + u'3').format,
             QStringLiteral("#,##0.000"));
    QCOMPARE(sites.at(columnOf(sites, QStringLiteral("\nsite.accelerator_count")) + u'3').format,
             QStringLiteral("#,##0"));
    const XlsxSheetText& trips = *book.sheet(QStringLiteral("Round trips"));
    const QString rtt = columnOf(trips, QStringLiteral("\nservice_latency.rtt_ms"));
    QCOMPARE(trips.at(rtt + u'2').format, QStringLiteral("#,##0.00"));
    QCOMPARE(trips.at(rtt + u'3').format, QStringLiteral("#,##0.000")); // 5.00 would hide that 5 ms are kept
    QCOMPARE(trips.at(rtt + u'4').value.toDouble(), 1.0 / 3.0);
    QCOMPARE(trips.at("B2").format, QStringLiteral("0")); // years have no groups
    QCOMPARE(trips.at(columnOf(trips, QStringLiteral("\nservice_latency.grid_factor_year")) + u'2').format,
             QStringLiteral("0"));
}

void TestXlsx::textIsNeverAFormulaALinkOrANumber() {
    const TestFolder folder;
    ChangeBuilder builder(difficultPlan(), Plan::baseScenario());
    const char* const names[] = {"=1+1",
                                 "+1",
                                 "-1",
                                 "@SUM(A1)",
                                 "http://example.org/",
                                 "mailto:a@b.c",
                                 "12345678901234567890",
                                 "{=1}",
                                 "internal:'About'!A1",
                                 "1-2",
                                 "TRUE"};
    for (int i = 0; i < int(std::size(names)); ++i) {
        Junction junction =
            named<Junction>(qPrintable(QStringLiteral("Z-%1").arg(i, 2, 10, QLatin1Char('0'))), names[i]);
        junction.position = {110, 40};
        builder.put(junction);
    }
    const Plan plan = difficultPlan().with(builder.take());
    const XlsxText book = written(folder, plan.base(), someContent());
    int found = 0;
    for (const XlsxSheetText& sheet : book.sheets)
        for (const XlsxCell& cell : sheet.cells) {
            QVERIFY2(cell.type != u"f", qPrintable(cell.value));
            if (cell.type == u"s")
                QVERIFY2(cell.value.isEmpty() || !QStringLiteral("=+-@\t\r").contains(cell.value.front()),
                         qPrintable(cell.value));
            for (const char* name : names)
                found += cell.type == u"s" && (cell.value == guarded(QLatin1String(name)));
        }
    QVERIFY(found >= int(std::size(names)));
    for (const QString& part : book.parts)
        QVERIFY2(!part.startsWith(QStringLiteral("xl/externalLinks")), qPrintable(part));
    QVERIFY(
        !book.parts.contains(QStringLiteral("xl/worksheets/_rels/sheet2.xml.rels"))); // no links out of the first table
}

void TestXlsx::datesAreDates() {
    const TestFolder folder;
    ChangeBuilder builder(difficultPlan(), Plan::baseScenario());
    Site site = named<Site>("SL-9");
    site.position = {110, 40};
    site.inDate = {2027, 6, 30};
    builder.put(site);
    const XlsxText book = written(folder, difficultPlan().with(builder.take()).base(), someContent());
    const XlsxSheetText& sites = *book.sheet(schemaOf(Kind::Site).labelText());
    const QString column = columnOf(sites, QStringLiteral("\nsite.in_date"));
    QCOMPARE(sites.at(column + u'4').type, QStringLiteral("n"));
    QCOMPARE(sites.at(column + u'4').value, QStringLiteral("46568")); // days since 1899-12-30
    QCOMPARE(sites.at(column + u'4').format, QStringLiteral("yyyy-mm-dd"));
    QCOMPARE(sites.at(column + u'3').value, QStringLiteral("2025-09")); // a month is no day
    QCOMPARE(sites.at(column + u'3').type, QStringLiteral("s"));
}

void TestXlsx::headingsAreFrozenAndFiltered() {
    const TestFolder folder;
    const XlsxText book = written(folder, difficultPlan().base(), someContent());
    const XlsxSheetText& sites = *book.sheet(schemaOf(Kind::Site).labelText());
    QCOMPARE(sites.pane, QStringLiteral("D2"));
    QVERIFY(sites.filter.startsWith(QStringLiteral("A1:")));
    QVERIFY(sites.filter.endsWith(u'3'));
}

void TestXlsx::longTextsGoOnInFurtherCells() {
    const TestFolder folder;
    ChangeBuilder builder(difficultPlan(), Plan::baseScenario());
    Series series = named<Series>("XL-2");
    for (int hour = 0; hour < 8760; ++hour)
        series.values.push_back(-hour / 7.0);
    builder.put(series);
    const Plan plan = difficultPlan().with(builder.take());
    const XlsxText book = written(folder, plan.base(), someContent());
    const XlsxSheetText& sheet = *book.sheet(schemaOf(Kind::Series).labelText());
    QVERIFY(!columnOf(sheet, QStringLiteral("\nseries.values.5")).isEmpty());
    for (const XlsxCell& cell : sheet.cells)
        QVERIFY(cell.value.size() <= 32767);
    std::vector<SourceTable> tables = tablesOf(book);
    QVERIFY(adoptWorkbook(tables));
    const ImportResult result = importSources({asCsvFolder(folder, tables)}, plan.base());
    QCOMPARE(sentences(result.badRows), QString());
    QCOMPARE(result.objects.size(), std::size_t(0));
}

void TestXlsx::resultsHaveTheirSheets() {
    const TestFolder folder;
    WorkbookContent content = someContent();
    content.runs = {someRun()};
    const XlsxText book = written(folder, difficultPlan().base(), content);
    const XlsxSheetText& trips = *book.sheet(QStringLiteral("Round trips"));
    const auto cell = [&](const char* column, int row) {
        return trips.at(columnOf(trips, QStringLiteral("\nservice_latency.") + QLatin1String(column)) +
                        QString::number(row));
    };
    QCOMPARE(cell("service", 2).value, QStringLiteral("YW-1")); // it has no name
    QCOMPARE(cell("service_code", 2).value, QStringLiteral("YW-1"));
    QCOMPARE(cell("service_code", 4).value, QStringLiteral("#99")); // of an object that is gone
    QCOMPARE(cell("role", 3).value, QStringLiteral("backup"));
    QCOMPARE(cell("complete", 3).value, QStringLiteral("no"));
    QCOMPARE(cell("rtt_ms", 2).value.toDouble(), 4.3776123456789012);
    QVERIFY(cell("limit_ms", 4).value.isEmpty()); // unknown is empty, not zero
    QCOMPARE(cell("hops", 3).format, QStringLiteral("#,##0"));
    QCOMPARE(trips.pane, QStringLiteral("C2"));
    QVERIFY(book.sheet(QStringLiteral("Calculations")));
}

void TestXlsx::equalRunsAreWrittenOnce() {
    const TestFolder folder;
    WorkbookContent content = someContent();
    Run other = someRun(true);
    other.year = 2030;
    content.runs = {someRun(true), someRun(), other};
    content.currentRuns = 1;
    const XlsxText book = written(folder, difficultPlan().base(), content);
    const XlsxSheetText& runs = *book.sheet(QStringLiteral("Calculations"));
    QCOMPARE(runs.at("D2").value, QStringLiteral("2027"));
    QCOMPARE(runs.at("D3").value, QStringLiteral("2030"));
    QVERIFY(!runs.cells.contains(QStringLiteral("D4")));
    QVERIFY(!runs.cells.contains(QStringLiteral("F2"))); // of now: the same bytes whenever it is written
    QCOMPARE(runs.at("B2").value, QStringLiteral("of the plan as exported"));
    QCOMPARE(runs.at("F3").format, QStringLiteral("yyyy-mm-dd hh:mm"));
    const XlsxSheetText& trips = *book.sheet(QStringLiteral("Round trips"));
    QCOMPARE(trips.at("B7").value, QStringLiteral("2030")); // below each other
    QVERIFY(!trips.cells.contains(QStringLiteral("B8")));
}

void TestXlsx::chartsShowPartsAndLimits() {
    const TestFolder folder;
    WorkbookContent content = someContent();
    WorkbookChart chart;
    chart.name = QStringLiteral("round-trips");
    chart.title = QStringLiteral("Round trips: all?"); // characters that no sheet may be called by
    chart.unit = QStringLiteral("ms");
    chart.limitName = QStringLiteral("Limit");
    chart.lying = true;
    chart.decimals = 2;
    chart.series = {{QStringLiteral("Floor"), 0x56748F, {3, 4}}, {QStringLiteral("Detour"), 0xA3B9CC, {1, 2}}};
    chart.rows = {{QStringLiteral("a"), 5.0, QStringLiteral("met"), true}, {QStringLiteral("b"), 5.0, {}, true}};
    content.charts = {chart};
    const XlsxText book = written(folder, difficultPlan().base(), content);
    QCOMPARE(book.charts.size(), qsizetype(1));
    const QString& xml = book.charts.first();
    QVERIFY(xml.contains(QStringLiteral("<c:barDir val=\"bar\"/>")));
    QVERIFY(xml.contains(QStringLiteral("<c:grouping val=\"stacked\"/>")));
    QVERIFY(xml.contains(QStringLiteral("56748F")));
    QVERIFY(xml.contains(QStringLiteral("pattFill"))); // what is over the limit
    const XlsxSheetText* sheet = book.sheet(QStringLiteral("Round trips all"));
    QVERIFY(sheet);
    const auto cell = [&](const char* column, int row) {
        return sheet
            ->at(columnOf(*sheet, QStringLiteral("\nchart-round-trips.") + QLatin1String(column)) +
                 QString::number(row))
            .value.toDouble();
    };
    QCOMPARE(cell("total", 3), 6.0);
    QCOMPARE(cell("left", 2), 1.0);
    QCOMPARE(cell("over", 2), 0.0);
    QCOMPARE(cell("over", 3), 1.0);
    QCOMPARE(cell("drawn_1", 3) + cell("drawn_2", 3), 5.0); // what is drawn ends at the limit
    QCOMPARE(cell("part_2", 3), 2.0);                       // the figure itself is whole
}

void TestXlsx::sameContentGivesSameBytes() {
    const EntitySet entities = difficultPlan().base();
    WorkbookContent content = someContent();
    content.runs = {someRun()};
    const QByteArray first = exportXlsx(entities, kindsOf(entities), nullptr, content);
    QTest::qSleep(2100); // more than the two seconds that a zip's clock tells
    QVERIFY(first == exportXlsx(difficultPlan().base(), kindsOf(entities), nullptr, content));
    content.created = content.created.addDays(1);
    QVERIFY(first != exportXlsx(entities, kindsOf(entities), nullptr, content));
}

void TestXlsx::decimalCommasOfALocaleDoNotMatter() {
    const EntitySet entities = difficultPlan().base();
    const QByteArray plain = exportXlsx(entities, kindsOf(entities), nullptr, someContent());
    const QByteArray before = std::setlocale(LC_NUMERIC, nullptr);
    if (!std::setlocale(LC_NUMERIC, "de_DE.UTF-8") && !std::setlocale(LC_NUMERIC, "fr_FR.UTF-8"))
        QSKIP("no locale with decimal commas is installed");
    const QByteArray other = exportXlsx(entities, kindsOf(entities), nullptr, someContent());
    std::setlocale(LC_NUMERIC, before.constData());
    QVERIFY(plain == other);
}

void TestXlsx::headingsTellTheirStableNames() {
    const auto name = stableNameOf(QStringLiteral("IT 功率（MW）\nsite.it_power_mw"));
    QVERIFY(name && *name == (StableName{QStringLiteral("site"), QStringLiteral("it_power_mw"), 1}));
    const auto part = stableNameOf(QStringLiteral("Line span.geometry_wkt.3 ")); // a line end that became a blank
    QVERIFY(part && *part == (StableName{QStringLiteral("span"), QStringLiteral("geometry_wkt"), 3}));
    QVERIFY(!stableNameOf(QStringLiteral("site.it_power_mw"))); // no heading of ours is without its label
    QVERIFY(!stableNameOf(QStringLiteral("IT power (MW)")));
}

void TestXlsx::foreignSheetsStayAsTheyAre() {
    SourceTable foreign;
    foreign.name = QStringLiteral("Sheet1");
    foreign.columns = {QStringLiteral("code"), QStringLiteral("kind")};
    foreign.rows = {{2, {QStringLiteral("'=x"), QStringLiteral("2025/01/02")}, {}, {}}};
    std::vector<SourceTable> sheets{foreign};
    QVERIFY(!adoptWorkbook(sheets));
    QCOMPARE(sheets.size(), std::size_t(1));
    QCOMPARE(sheets[0].rows[0].cells[0], QStringLiteral("'=x"));
    const TestFolder folder;
    sheets = tablesOf(written(folder, difficultPlan().base(), someContent()));
    sheets.push_back(foreign);
    QVERIFY(adoptWorkbook(sheets));
    QCOMPARE(sheets.back().name, QStringLiteral("Sheet1")); // added by a person: offered like any other
}

void TestXlsx::kindsAreKnownByTheirHeadings() {
    const TestFolder folder;
    WorkbookContent content = someContent();
    content.runs = {someRun()};
    std::vector<SourceTable> sheets = tablesOf(written(folder, difficultPlan().base(), content));
    QVERIFY(adoptWorkbook(sheets));
    QCOMPARE(sheets.size(), kindsOf(difficultPlan().base()).size()); // no front, no words, no results
    for (const SourceTable& sheet : sheets) {
        const EntitySchema* schema = schemaOfTable(sheet.name);
        QVERIFY2(schema, qPrintable(sheet.name));
        for (const ExportColumn& column : exportColumns(*schema))
            QVERIFY2(sheet.columns.contains(column.name), qPrintable(column.name));
    }
}

void TestXlsx::workbookComesBackEqual() {
    const TestFolder folder;
    const Plan before = difficultPlan();
    std::vector<SourceTable> sheets = tablesOf(written(folder, before.base(), someContent()));
    QVERIFY(adoptWorkbook(sheets));
    const ImportResult result = importSources({asCsvFolder(folder, sheets)}, Plan().base());
    QCOMPARE(sentences(result.badRows), QString());
    QCOMPARE(sentences(result.warnings), QString());
    QVERIFY(Plan::sameContent(before, Plan().with(importStep(Plan(), Plan::baseScenario(), result))));
}

void TestXlsx::editsComeBackAsDifferences() {
    const TestFolder folder;
    const Plan before = difficultPlan();
    const XlsxText book = written(folder, before.base(), someContent());
    std::vector<SourceTable> sheets = tablesOf(book);
    for (SourceTable& sheet : sheets) { // as a person would, in the workbook
        if (sheet.name != schemaOf(Kind::Site).labelText())
            continue;
        const auto place = [&](const char* name) {
            const auto found = std::find_if(sheet.columns.begin(), sheet.columns.end(), [&](const QString& column) {
                return column.endsWith(QStringLiteral("\nsite.%1").arg(QLatin1String(name)));
            });
            return found - sheet.columns.begin();
        };
        sheet.rows[1].cells[place("it_power_mw")] = QStringLiteral("32.5");
        sheet.rows[1].cells[place("status")] = wordLabel(*schemaOf(Kind::Site).field(u"status"), u"planned");
        sheet.rows[1].cells[place("in_date")] = QStringLiteral("2027/6/30");
    }
    QVERIFY(adoptWorkbook(sheets));
    const ImportResult result = importSources({asCsvFolder(folder, sheets)}, before.base());
    QCOMPARE(sentences(result.badRows), QString());
    QCOMPARE(result.objects.size(), std::size_t(1));
    QCOMPARE(result.count(Kind::Site).changed, 1);
    const auto& site = static_cast<const Site&>(*result.objects[0].entity);
    QCOMPARE(site.code, QStringLiteral("SL-1"));
    QCOMPARE(*site.itPowerMw, 32.5);
    QVERIFY(site.inDate == (Date{2027, 6, 30}));
    QCOMPARE(site.nameEn, QStringLiteral("=HYPERLINK(\"http://x\")"));
}

// The whole way: written by us, read as any workbook is.
void TestXlsx::fileIsReadByTheImporter() {
    const TestFolder folder;
    ChangeBuilder builder(difficultPlan(), Plan::baseScenario());
    Site site = named<Site>("SL-9", "_x0041_ is no A");
    site.position = {110.12345678901234, 40};
    site.inDate = {2027, 6, 30};
    builder.put(site);
    const Plan before = difficultPlan().with(builder.take());
    WorkbookContent content = someContent();
    content.runs = {someRun()};
    const QString path =
        folder.write(QStringLiteral("book.xlsx"), exportXlsx(before.base(), kindsOf(before.base()), nullptr, content));
    const ImportResult same = importSources({path}, before.base());
    QCOMPARE(sentences(same.badRows), QString());
    QCOMPARE(sentences(same.warnings), QString());
    QCOMPARE(same.objects.size(), std::size_t(0));
    const ImportResult fresh = importSources({path}, Plan().base());
    QCOMPARE(sentences(fresh.badRows), QString());
    QVERIFY(Plan::sameContent(before, Plan().with(importStep(Plan(), Plan::baseScenario(), fresh))));
}

void TestXlsx::onlyWhatIsSelectedIsWritten() {
    const TestFolder folder;
    const Plan plan = difficultPlan();
    const EntityId span = stableEntityId(QStringLiteral("test/GD-1"));
    const std::set<EntityId> only{span};
    const XlsxText book =
        readXlsx(folder.write(QStringLiteral("one.xlsx"), exportXlsx(plan.base(), {Kind::Span}, &only, someContent())));
    const XlsxSheetText& spans = *book.sheet(schemaOf(Kind::Span).labelText());
    QCOMPARE(spans.at("B2").value, QStringLiteral("GD-1"));
    QVERIFY(!spans.cells.contains(QStringLiteral("B3")));
    // Its end is named as in a whole export, although that is not selected.
    QCOMPARE(spans.at(columnOf(spans, QStringLiteral("\nspan.from_code")) + u'2').value,
             u'#' + stableEntityId(QStringLiteral("test/SL-1")).toString());
}

QTEST_GUILESS_MAIN(TestXlsx)
#include "test_xlsx.moc"
