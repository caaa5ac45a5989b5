// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/tablereader.h"

#include "model/plan/problems.h"
#include "model/store/database.h"
#include "model/store/rowcodec.h"

#include <sqlite3.h>

#include <tuple>

namespace corridor {

namespace {

EntityId legalId(const Statement& statement, int column) {
    const qint64 number = statement.type(column) == SQLITE_INTEGER ? statement.integer(column) : 0;
    return number > 0 && static_cast<quint64>(number) <= kMaxEntityId ? EntityId{static_cast<quint64>(number)}
                                                                      : EntityId{};
}

struct DetailRow {
    EntityId owner;
    qint64 key; ///< place in the list, or year
    EntityId ref;
    double value;
    bool bad;
};

std::vector<DetailRow> detailRows(Database& database, const FieldPlace& place) {
    const bool refs = place.field->type == FieldType::References;
    Statement statement = database.prepare("SELECT owner_id, " + place.detailKey() + ", " +
                                           quoted(QString::fromLatin1(place.detailColumn())) + " FROM " +
                                           place.detailTable + " ORDER BY fid");
    std::vector<DetailRow> rows;
    while (statement.step()) {
        DetailRow row{legalId(statement, 0), statement.integer(1), {}, 0, false};
        if (refs)
            row.ref = legalId(statement, 2);
        else
            row.value = statement.real(2);
        const int type = statement.type(2);
        row.bad = refs ? row.ref.isNull() : (type != SQLITE_FLOAT && type != SQLITE_INTEGER) || statement.isNull(1);
        rows.push_back(row);
    }
    std::stable_sort(rows.begin(), rows.end(), [](const DetailRow& a, const DetailRow& b) {
        return std::tie(a.owner, a.key) < std::tie(b.owner, b.key);
    });
    return rows;
}

using DetailSpan = std::span<const DetailRow>;

// The list of one owner, from its rows in order. Rows that make no sense alone are left out and make the result bad.
CellResult listOf(const Field& field, DetailSpan rows) {
    CellResult out;
    RefList refs;
    YearReals years;
    for (const DetailRow& row : rows) {
        if (row.bad)
            out.problem = message(CORRIDOR_MSG("“%1” has a row without a legal value."), field.labelText());
        else if (field.type == FieldType::References)
            refs.push_back(row.ref);
        else
            years.emplace_back(static_cast<int>(std::clamp<qint64>(row.key, 0, 9999)), row.value);
    }
    Value value = field.type == FieldType::References ? Value(std::move(refs)) : Value(std::move(years));
    if (auto problem = field.check(value))
        out.problem = std::move(problem);
    else
        out.value = std::move(value);
    return out;
}

} // namespace

QString nameForNotes(Kind kind, const Entity& entity) {
    return QStringLiteral("%1 “%2”").arg(schemaOf(kind).labelText(), labelOf(entity));
}

void TableReader::noteBadValue(const ReadRow& row, const Message& problem) {
    const Kind kind = mLayout.schema->kind;
    mState.report.notes.push_back({OpenNote::What::BadValue, kind, row.storedId,
                                   message(CORRIDOR_MSG("%1 (row %2): %3 It was read as unknown."),
                                           nameForNotes(kind, *row.entity), QString::number(row.fid), problem.text())});
}

void TableReader::readRow(const Statement& statement, ReadRow& row) {
    row.fid = statement.integer(0);
    row.storedId = legalId(statement, 1);
    row.entity = mLayout.schema->make();
    std::vector<Message> problems;
    int column = 2;
    for (const FieldPlace& place : mLayout.places) {
        if (place.isDetail())
            continue;
        CellResult cell = readField(statement, column, place);
        column += static_cast<int>(place.columns.size());
        if (cell.problem)
            problems.push_back(std::move(*cell.problem));
        else if (!isUnknown(cell.value))
            place.field->set(*row.entity, cell.value);
    }
    for (const Message& problem : problems) // only now does the object have its name
        noteBadValue(row, problem);
}

void TableReader::readDetails(const FieldPlace& place) {
    const std::vector<DetailRow> rows = detailRows(mDatabase, place);
    qsizetype orphans = 0;
    for (std::size_t from = 0; from < rows.size();) {
        std::size_t end = from + 1;
        while (end < rows.size() && rows[end].owner == rows[from].owner)
            ++end;
        const auto owner = mById.find(rows[from].owner);
        if (owner == mById.end()) {
            orphans += static_cast<qsizetype>(end - from);
        } else {
            CellResult list = listOf(*place.field, DetailSpan(rows).subspan(from, end - from));
            if (!isUnknown(list.value))
                place.field->set(*owner->second->entity, list.value);
            if (list.problem)
                noteBadValue(*owner->second, *list.problem);
        }
        from = end;
    }
    if (orphans == 0)
        return;
    mState.hasOrphans = true;
    mState.report.notes.push_back(
        {OpenNote::What::Orphan,
         mLayout.schema->kind,
         {},
         message(CORRIDOR_MSG("Table %1: rows that belong to no object: %2; the next Save drops them."),
                 QString::fromLatin1(place.detailTable), QString::number(orphans))});
}

std::vector<ReadRow> TableReader::read() {
    QByteArray sql = "SELECT fid, id";
    for (const FieldPlace& place : mLayout.places)
        for (const QByteArray& column : place.columns)
            sql += ", " + quoted(QString::fromLatin1(column));
    Statement statement = mDatabase.prepare(sql + " FROM " + mLayout.table() + " ORDER BY fid");
    while (statement.step())
        readRow(statement, mRows.emplace_back());
    for (ReadRow& row : mRows)
        if (row.storedId)
            mById.emplace(row.storedId, &row);
    for (const FieldPlace& place : mLayout.places)
        if (place.isDetail())
            readDetails(place);
    return std::move(mRows);
}

} // namespace corridor
