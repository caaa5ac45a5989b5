// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/columnwriter.h"
#include "model/exchange/xlsxlabels.h"
#include "model/exchange/xlsxnames.h"
#include "model/exchange/xlsxsheets.h"

namespace corridor {

namespace {

using Part = ColumnTarget::Part;

constexpr int coordinateDecimals = 6; // a tenth of a metre
constexpr int rowsToChoose = 1000;    // below the last one, for what is added by hand

bool isNumber(const ColumnWriter& writer, const ExportColumn& column) {
    if (column.target.part == Part::Longitude || column.target.part == Part::Latitude)
        return true;
    if (column.target.part == Part::Id)
        return false;
    const FieldType type = writer.field(column.target).type;
    return type == FieldType::Real || type == FieldType::Integer;
}

bool isChosen(const Field& field) {
    return field.type == FieldType::Enumeration || field.type == FieldType::Boolean;
}

QString headingOf(const ColumnWriter& writer, const ExportColumn& column) {
    if (column.target.part == Part::Id)
        return QStringLiteral("ID");
    const Field& field = writer.field(column.target);
    if (column.target.part == Part::Value)
        return withUnitLabel(field.labelText(), QString::fromUtf8(field.unit));
    const bool east = column.target.part == Part::Longitude;
    if (qstrcmp(field.name, "geom") == 0)
        return withUnitLabel(east ? Workbook::tr("Longitude") : Workbook::tr("Latitude"), QStringLiteral("°"));
    return withUnitLabel((east ? Workbook::tr("%1, longitude") : Workbook::tr("%1, latitude")).arg(field.labelText()),
                         QStringLiteral("°"));
}

QString shownText(const ColumnWriter& writer, const ExportColumn& column, const Value& value) {
    if (column.target.part == Part::Value) {
        const Field& field = writer.field(column.target);
        if (const auto* yes = std::get_if<bool>(&value))
            return truthText(*yes);
        if (field.type == FieldType::Enumeration && !isUnknown(value))
            return wordLabel(field, std::get<QString>(value));
    }
    return valueToText(value);
}

/// The sheet of one kind: rows in the order of exports, and for each column so many as its longest cell needs.
class ObjectSheet {
public:
    ObjectSheet(const EntitySet& entities, Kind kind, const std::set<EntityId>* only)
        : mWriter(entities, kind)
        , mRows(exportRows(entities, kind, only)) {
        for (const ExportColumn& column : mWriter.columns)
            mCells.push_back(cellsOf(column));
    }

    SheetEntry addTo(XlsxBook& book) const {
        XlsxSheet& sheet = book.addSheet(mWriter.schema.labelText());
        const int columns = writeHeadings(sheet);
        for (std::size_t row = 0; row < mRows.size(); ++row)
            writeRow(sheet, static_cast<int>(row) + 1, *mRows[row]);
        sheet.finishTable(0, static_cast<int>(mRows.size()), columns, 3);
        return {sheet.name(), Workbook::tr("Objects; edit and import them again"), static_cast<int>(mRows.size())};
    }

private:
    int cellsOf(const ExportColumn& column) const {
        int most = 1;
        if (!isNumber(mWriter, column))
            for (const EntityRef& row : mRows)
                most = std::max(most, cellsFor(shownText(mWriter, column, mWriter.value(*row, column.target))));
        return most;
    }

    int writeHeadings(XlsxSheet& sheet) const {
        const QString table = QString::fromLatin1(mWriter.schema.table);
        int at = 0;
        for (std::size_t i = 0; i < mCells.size(); ++i) {
            const ExportColumn& column = mWriter.columns[i];
            if (column.target.part == Part::Value && isChosen(mWriter.field(column.target)))
                sheet.choices(1, static_cast<int>(mRows.size()) + rowsToChoose, at, choicesOf(column));
            for (int part = 1; part <= mCells[i]; ++part, ++at)
                sheet.heading(0, at, headingOf(mWriter, column), StableName{table, column.name, part}.toString());
        }
        return at;
    }

    QStringList choicesOf(const ExportColumn& column) const {
        const Field& field = mWriter.field(column.target);
        if (field.type == FieldType::Boolean)
            return {truthText(true), truthText(false)};
        QStringList labels;
        for (const EnumWord& word : field.words)
            labels += wordLabel(field, QString::fromLatin1(word.word));
        return labels;
    }

    void writeRow(XlsxSheet& sheet, int row, const Entity& entity) const {
        int at = 0;
        for (std::size_t i = 0; i < mCells.size(); at += mCells[i], ++i) {
            const ExportColumn& column = mWriter.columns[i];
            const Value value = mWriter.value(entity, column.target);
            if (!writeNumber(sheet, row, at, column, value))
                writeText(sheet, row, at, shownText(mWriter, column, value));
        }
    }

    bool writeNumber(XlsxSheet& sheet, int row, int at, const ExportColumn& column, const Value& value) const {
        if (const auto* date = std::get_if<Date>(&value)) {
            sheet.date(row, at, *date);
            return true;
        }
        if (const auto* whole = std::get_if<qint64>(&value)) {
            sheet.number(row, at, static_cast<double>(*whole), 0);
            return true;
        }
        const auto* real = std::get_if<double>(&value);
        if (!real)
            return false;
        const bool degrees = column.target.part != Part::Value;
        const int decimals =
            degrees ? coordinateDecimals : shownDecimals(*real, QString::fromUtf8(mWriter.field(column.target).unit));
        sheet.number(row, at, *real, decimals);
        return true;
    }

    static void writeText(XlsxSheet& sheet, int row, int at, const QString& text) {
        const int parts = cellsFor(text);
        for (int part = 0; part < parts; ++part)
            sheet.text(row, at + part, cellPart(text, part));
    }

    const ColumnWriter mWriter;
    const std::vector<EntityRef> mRows;
    std::vector<int> mCells; ///< of each column
};

} // namespace

QString truthText(bool value) {
    return value ? Workbook::tr("yes") : Workbook::tr("no");
}

SheetEntry addObjectSheet(XlsxBook& book, const EntitySet& entities, Kind kind, const std::set<EntityId>* only) {
    return ObjectSheet(entities, kind, only).addTo(book);
}

SheetEntry addWordSheet(XlsxBook& book, const std::vector<Kind>& kinds) {
    XlsxSheet& sheet = book.addSheet(Workbook::tr("Words"));
    const char* const columns[] = {"table", "column", "word", "label"};
    const QString headings[] = {Workbook::tr("Table"), Workbook::tr("Column"), Workbook::tr("Word in files"),
                                Workbook::tr("Word in this workbook")};
    for (int i = 0; i < 4; ++i)
        sheet.heading(0, i, headings[i], StableName{QLatin1String(kWordTable), QLatin1String(columns[i])}.toString());
    int row = 0;
    const auto add = [&](const QString& table, const QString& column, const QString& word, const QString& label) {
        ++row;
        const QString cells[] = {table, column, word, label};
        for (int i = 0; i < 4; ++i)
            sheet.text(row, i, cells[i]);
    };
    for (const bool value : {true, false})
        add(QLatin1String(kAnyName), QLatin1String(kAnyName), valueToText(value), truthText(value));
    for (const Kind kind : kinds)
        for (const Field& field : schemaOf(kind).fields)
            for (const EnumWord& word : field.words)
                add(QLatin1String(schemaOf(kind).table), QLatin1String(field.name), QLatin1String(word.word),
                    wordLabel(field, QString::fromLatin1(word.word)));
    sheet.finishTable(0, row, 4, 0);
    return {sheet.name(), Workbook::tr("What words in cells mean"), row};
}

} // namespace corridor
