// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/codebook.h"
#include "model/exchange/xlsxlabels.h"
#include "model/exchange/xlsxnames.h"
#include "model/exchange/xlsxsheets.h"
#include "model/plan/provinces.h"
#include "model/plan/settings.h"
#include "model/plan/unittext.h"

#include <algorithm>

namespace corridor {

namespace {

using Type = ResultColumn::Type;

bool isSame(const Run& a, const Run& b) {
    return a.engine == b.engine && a.scenario == b.scenario && a.year == b.year && a.inputHash == b.inputHash &&
           a.stale == b.stale;
}

// Equal input means equal rows: what was saved and what was computed now are one calculation.
std::vector<const Run*> distinctRuns(const std::vector<Run>& runs) {
    std::vector<const Run*> out;
    for (const Run& run : runs)
        if (std::none_of(out.begin(), out.end(), [&](const Run* other) { return isSame(*other, run); }))
            out.push_back(&run);
    return out;
}

qint64 rowCount(const Run& run) {
    qint64 rows = 0;
    for (const ResultTable& table : run.tables)
        rows += static_cast<qint64>(table.rows.size());
    return rows;
}

/// Writes the tables of one name with the same columns, of all runs, below each other.
class ResultSheet {
public:
    ResultSheet(const EntitySet& entities, const CodeBook& book, const WorkbookContent& content)
        : mEntities(entities)
        , mBook(book)
        , mContent(content) {}

    void add(const Run& run, const ResultTable& table) { mParts.emplace_back(&run, &table); }
    bool takes(const ResultTable& table) const {
        return mParts.empty() || (model().name == table.name && model().columns == table.columns);
    }

    SheetEntry addTo(XlsxBook& book) {
        XlsxSheet& sheet = book.addSheet(resultTableLabel(model().name));
        setUp(sheet);
        int row = 0;
        for (const auto& [run, table] : mParts)
            for (const std::vector<Value>& values : table->rows)
                writeRow(sheet, ++row, *run, values);
        sheet.finishTable(0, row, mColumns, 2);
        return {sheet.name(), Workbook::tr("Results of %1").arg(engineLabel(mParts.front().first->engine)), row};
    }

private:
    // What stands behind a column of the table, beside its own cell.
    enum class Extra { None, Code, Title };

    const ResultTable& model() const { return *mParts.front().second; }

    bool has(const QString& name) const {
        return std::any_of(model().columns.begin(), model().columns.end(),
                           [&](const ResultColumn& column) { return column.name == name; });
    }
    Extra extraOf(const ResultColumn& column) const {
        if (column.type == Type::Reference && !has(column.name + QStringLiteral("_code")))
            return Extra::Code;
        return column.name == u"clause" || column.name == u"finding_key" ? Extra::Title : Extra::None;
    }

    void heading(XlsxSheet& sheet, const QString& name, const QString& unit) {
        sheet.heading(0, mColumns++, withUnitLabel(resultColumnLabel(name), unit),
                      StableName{model().name, name}.toString());
    }

    void setUp(XlsxSheet& sheet) {
        heading(sheet, QStringLiteral("scenario"), {});
        heading(sheet, QStringLiteral("year"), {});
        for (const ResultColumn& column : model().columns) {
            heading(sheet, column.name, column.unit);
            if (extraOf(column) == Extra::Code)
                heading(sheet, column.name + QStringLiteral("_code"), {});
            if (extraOf(column) == Extra::Title)
                heading(sheet, QStringLiteral("title"), {});
        }
    }

    QString nameOf(EntityId id) const {
        const EntityRef found = mEntities.find(id);
        if (!found)
            return id.isNull() ? QString() : u'#' + id.toString();
        const Span* span = found.as<Span>();
        if (span && span->name.isEmpty() && (!mContent.english || span->nameEn.isEmpty()))
            return nameOf(span->from) + QChar(0x2014) + nameOf(span->to);
        return displayName(*found, mContent.english);
    }

    void writeRow(XlsxSheet& sheet, int row, const Run& run, const std::vector<Value>& values) const {
        int at = 0;
        sheet.text(row, at++, nameOf(run.scenario));
        sheet.plainNumber(row, at++, run.year);
        for (std::size_t i = 0; i < model().columns.size() && i < values.size(); ++i) {
            const ResultColumn& column = model().columns[i];
            writeCell(sheet, row, at++, column, values, values[i]);
            const auto* id = std::get_if<EntityId>(&values[i]);
            const auto* key = std::get_if<QString>(&values[i]);
            if (extraOf(column) == Extra::Code)
                sheet.text(row, at++, id ? mBook.tokenOf(*id, {}) : QString());
            if (extraOf(column) == Extra::Title)
                sheet.text(row, at++, key ? mContent.titles.value(*key) : QString());
        }
    }

    void writeCell(XlsxSheet& sheet, int row, int at, const ResultColumn& column, const std::vector<Value>& values,
                   const Value& value) const {
        if (const auto* real = std::get_if<double>(&value))
            sheet.number(row, at, *real, decimalsOf(column, values, *real));
        else if (const auto* whole = std::get_if<qint64>(&value))
            column.name.endsWith(QLatin1String("year")) ? sheet.plainNumber(row, at, static_cast<double>(*whole))
                                                        : sheet.number(row, at, static_cast<double>(*whole), 0);
        else
            sheet.text(row, at, textOf(column, value));
    }

    QString textOf(const ResultColumn& column, const Value& value) const {
        if (const auto* id = std::get_if<EntityId>(&value))
            return nameOf(*id);
        if (const auto* yes = std::get_if<bool>(&value))
            return truthText(*yes);
        const QString text = valueToText(value);
        if (column.name == u"province")
            return text == u"*" ? Workbook::tr("all provinces") : mContent.english ? englishProvince(text) : text;
        if (column.name == u"unit")
            return unitText(text);
        return holdsResultWords(column.name) ? resultWordsLabel(text) : text;
    }

    const Value* cell(const std::vector<Value>& values, const char* name) const {
        for (std::size_t i = 0; i < model().columns.size() && i < values.size(); ++i)
            if (model().columns[i].name == QLatin1String(name))
                return &values[i];
        return nullptr;
    }

    // In tables of findings the unit is a cell of the row.
    int decimalsOf(const ResultColumn& column, const std::vector<Value>& values, double value) const {
        QString unit = column.unit;
        if (const Value* text = cell(values, "unit"); text && unit.isEmpty())
            unit = valueToText(*text);
        const bool finding = column.name == u"value";
        const Value* limit = finding                    ? cell(values, "limit_value")
                             : column.name == u"rtt_ms" ? cell(values, "limit_ms")
                                                        : nullptr;
        const auto* number = limit ? std::get_if<double>(limit) : nullptr;
        return shownDecimals(value, unit, number ? std::optional(*number) : std::nullopt);
    }

    const EntitySet& mEntities;
    const CodeBook& mBook;
    const WorkbookContent& mContent;
    std::vector<std::pair<const Run*, const ResultTable*>> mParts;
    int mColumns = 0;
};

SheetEntry addRunSheet(XlsxBook& book, const EntitySet& entities, const std::vector<const Run*>& runs,
                       const WorkbookContent& content) {
    static constexpr const char* kColumns[] = {"engine",      "state", "scenario",       "year",       "revision",
                                               "started_utc", "rows",  "engine_version", "input_hash", "parameters"};
    XlsxSheet& sheet = book.addSheet(Workbook::tr("Calculations"));
    int columns = 0, row = 0;
    for (const char* name : kColumns)
        sheet.heading(0, columns++, resultColumnLabel(QLatin1String(name)),
                      StableName{QStringLiteral("run"), QLatin1String(name)}.toString());
    for (const Run* run : runs) {
        ++row;
        const EntityRef scenario = entities.find(Kind::Scenario, run->scenario);
        sheet.text(row, 0, engineLabel(run->engine));
        const bool current = run < content.runs.data() + content.currentRuns;
        const char* state = current ? "current" : run->stale ? "stale" : "stored";
        sheet.text(row, 1, resultWordsLabel(QLatin1String(state)));
        sheet.text(row, 2, scenario ? displayName(*scenario, content.english) : u'#' + run->scenario.toString());
        sheet.plainNumber(row, 3, run->year);
        sheet.number(row, 4, static_cast<double>(run->revision), 0);
        if (!current)
            sheet.time(row, 5, run->startedUtc);
        if (!run->stale)
            sheet.number(row, 6, static_cast<double>(rowCount(*run)), 0);
        sheet.text(row, 7, run->engineVersion);
        sheet.text(row, 8, QString::fromLatin1(run->inputHash.toHex()));
        sheet.text(row, 9, run->parameters);
    }
    sheet.finishTable(0, row, columns, 1);
    return {sheet.name(), Workbook::tr("Which calculations the results are of"), row};
}

} // namespace

std::vector<SheetEntry> addResultSheets(XlsxBook& book, const EntitySet& entities, const WorkbookContent& content) {
    const std::vector<const Run*> runs = distinctRuns(content.runs);
    if (runs.empty())
        return {};
    std::vector<SheetEntry> entries{addRunSheet(book, entities, runs, content)};
    const CodeBook codes(entities);
    std::vector<ResultSheet> sheets;
    for (const Run* run : runs)
        for (const ResultTable& table : run->tables) {
            const auto known = std::find_if(sheets.begin(), sheets.end(),
                                            [&](const ResultSheet& other) { return other.takes(table); });
            ResultSheet& sheet =
                known != sheets.end() ? *known : sheets.emplace_back(ResultSheet(entities, codes, content));
            sheet.add(*run, table);
        }
    for (ResultSheet& sheet : sheets)
        entries.push_back(sheet.addTo(book));
    return entries;
}

} // namespace corridor
