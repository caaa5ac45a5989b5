// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/xlsxnames.h"

#include "model/exchange/csv.h"
#include "model/exchange/mapping.h"

#include <QDate>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <map>

namespace corridor {

namespace {

using Names = std::vector<std::optional<StableName>>;

Names namesOf(const SourceTable& sheet) {
    Names names;
    for (const QString& column : sheet.columns)
        names.push_back(stableNameOf(column));
    return names;
}

// The table that a sheet holds: that of its first stable name; empty for a sheet without any.
QString tableOf(const Names& names) {
    for (const auto& name : names)
        if (name)
            return name->table;
    return {};
}

// Words as shown → words as stored.
class Words {
public:
    void read(const SourceTable& sheet, const Names& names) {
        const auto at = [&](const char* column) {
            const auto found = std::find_if(names.begin(), names.end(), [&](const auto& name) {
                return name && name->column == QLatin1String(column);
            });
            return static_cast<qsizetype>(found - names.begin());
        };
        const qsizetype table = at("table"), column = at("column"), word = at("word"), label = at("label");
        for (const SourceRow& row : sheet.rows)
            mWords.insert(key(row.cells.value(table), row.cells.value(column), unguarded(row.cells.value(label))),
                          row.cells.value(word));
    }
    QString stored(const QString& table, const Field& field, const QString& shown) const {
        const bool any = field.type == FieldType::Boolean;
        const QString place = any ? QString(QLatin1String(kAnyName)) : table;
        const QString column = any ? QString(QLatin1String(kAnyName)) : QString::fromLatin1(field.name);
        return mWords.value(key(place, column, shown.trimmed()), shown);
    }

private:
    static QString key(const QString& table, const QString& column, const QString& label) {
        return table + u'\n' + column + u'\n' + label;
    }
    QHash<QString, QString> mWords;
};

// Control characters stand in cells as "_x000D_", which not every reader turns back.
QString decoded(const QString& text) {
    static const QRegularExpression kEscape(QStringLiteral("_x([0-9A-Fa-f]{4})_"));
    QString out;
    qsizetype done = 0;
    for (auto matches = kEscape.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        out += QStringView(text).mid(done, match.capturedStart() - done);
        out += QChar(match.captured(1).toUShort(nullptr, 16));
        done = match.capturedEnd();
    }
    return out.append(QStringView(text).mid(done));
}

// Spreadsheets give dates as they show them, or as days since the end of 1899.
QString isoDate(const QString& text) {
    static const QRegularExpression kSlashes(
        QStringLiteral("^(\\d{4})[/-](\\d{1,2})[/-](\\d{1,2})(?:[ T]0{1,2}:00(?::00(?:\\.0+)?)?)?$"));
    static const QRegularExpression kSerial(QStringLiteral("^\\d{5}(?:\\.0*)?$"));
    const QString trimmed = text.trimmed();
    if (const auto match = kSlashes.match(trimmed); match.hasMatch())
        return QStringLiteral("%1-%2-%3")
            .arg(match.captured(1), match.captured(2).rightJustified(2, u'0'),
                 match.captured(3).rightJustified(2, u'0'));
    if (kSerial.match(trimmed).hasMatch())
        return QDate(1899, 12, 30).addDays(static_cast<qint64>(trimmed.toDouble())).toString(Qt::ISODate);
    return text;
}

/// Brings one sheet of objects into the form of a table for import.
class SheetAdoption {
public:
    SheetAdoption(SourceTable& sheet, const Names& names, const Words& words)
        : mSheet(sheet)
        , mWords(words)
        , mSchema(*schemaOfTable(tableOf(names))) {
        for (std::size_t i = 0; i < names.size(); ++i)
            place(names[i], static_cast<qsizetype>(i));
    }

    void run() {
        for (SourceRow& row : mSheet.rows)
            row.cells = cellsOf(row);
        mSheet.columns.clear();
        for (const Column& column : mColumns)
            mSheet.columns += column.name;
        mSheet.name = QString::fromLatin1(mSchema.table);
        mSheet.guardsFormulas = false;
    }

private:
    struct Column {
        QString name;
        const Field* field = nullptr;
        bool ours = false;
        std::map<int, qsizetype> parts; ///< number → place in the file
    };

    void place(const std::optional<StableName>& name, qsizetype at) {
        const bool ours = name && name->table == QLatin1String(mSchema.table);
        const QString plain = ours ? name->column : mSheet.columns.value(at);
        const auto known = std::find_if(mColumns.begin(), mColumns.end(), [&](const Column& column) {
            return ours && column.ours && column.name == plain && !column.parts.contains(name->part);
        });
        if (known != mColumns.end()) {
            known->parts[name->part] = at;
            return;
        }
        Column column{plain, nullptr, ours, {{ours ? name->part : 1, at}}};
        if (ours)
            for (const ColumnTarget& target : mapColumns(mSchema, {plain}))
                if (target.part == ColumnTarget::Part::Value)
                    column.field = &mSchema.fields[static_cast<std::size_t>(target.field)];
        mColumns.push_back(std::move(column));
    }

    QStringList cellsOf(const SourceRow& row) const {
        QStringList cells;
        for (const Column& column : mColumns) {
            QString text;
            for (const auto& [number, at] : column.parts)
                text += column.ours ? unguarded(decoded(row.cells.value(at))) : row.cells.value(at);
            cells += column.field ? valueOf(*column.field, text) : text;
        }
        return cells;
    }

    QString valueOf(const Field& field, const QString& text) const {
        if (field.type == FieldType::Date)
            return isoDate(text);
        const bool word = field.type == FieldType::Enumeration || field.type == FieldType::Boolean;
        return word ? mWords.stored(QString::fromLatin1(mSchema.table), field, text) : text;
    }

    SourceTable& mSheet;
    const Words& mWords;
    const EntitySchema& mSchema;
    std::vector<Column> mColumns;
};

} // namespace

QString StableName::toString() const {
    const QString name = table + u'.' + column;
    return part == 1 ? name : name + u'.' + QString::number(part);
}

std::optional<StableName> stableNameOf(const QString& heading) {
    static const QRegularExpression kName(
        QStringLiteral("\\s([a-z][a-z0-9_-]*)\\.([a-z][a-z0-9_]*)(?:\\.(\\d+))?\\s*$"));
    const auto match = kName.match(heading);
    if (!match.hasMatch())
        return std::nullopt;
    return StableName{match.captured(1), match.captured(2), std::max(1, match.captured(3).toInt())};
}

bool adoptWorkbook(std::vector<SourceTable>& sheets) {
    std::vector<Names> names;
    Words words;
    bool ours = false;
    for (const SourceTable& sheet : sheets) {
        names.push_back(namesOf(sheet));
        if (tableOf(names.back()) == QLatin1String(kWordTable))
            words.read(sheet, names.back());
        ours |= !tableOf(names.back()).isEmpty();
    }
    if (!ours)
        return false;
    std::vector<SourceTable> kept;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const QString table = tableOf(names[i]);
        if (schemaOfTable(table)) {
            SheetAdoption(sheets[i], names[i], words).run();
            kept.push_back(std::move(sheets[i]));
        } else if (table.isEmpty() && i > 0) {
            kept.push_back(std::move(sheets[i])); // somebody else's
        }
    }
    sheets = std::move(kept);
    return true;
}

} // namespace corridor
