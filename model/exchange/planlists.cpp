// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of objects as plan files hold them: a table of its own for each, "risk_group_members (owner_id, seq, ref_id)".
#include "model/exchange/importdraft.h"
#include "model/plan/references.h"

#include <algorithm>

namespace corridor {

namespace {

const QString kOwner = QStringLiteral("owner_id"), kSeq = QStringLiteral("seq"), kRef = QStringLiteral("ref_id"),
              kYear = QStringLiteral("year");

struct ListField {
    Kind kind;
    const Field* field;
};

std::optional<ListField> listNamed(const QString& table) {
    for (const Kind kind : allKinds()) {
        const QString prefix = QString::fromLatin1(schemaOf(kind).table) + u'_';
        const Field* field = table.startsWith(prefix) ? schemaOf(kind).field(table.sliced(prefix.size())) : nullptr;
        if (field && (field->type == FieldType::References || field->type == FieldType::YearReals))
            return ListField{kind, field};
    }
    return std::nullopt;
}

std::span<const Kind> targetsOf(const ListField& list) {
    for (const ReferenceRule& rule : referenceRules(list.kind))
        if (rule.field == list.field)
            return rule.targets;
    return {};
}

class ListReader {
public:
    ListReader(ImportState& state, const SourceTable& table, const ListField& list)
        : mState(state)
        , mTable(table)
        , mList(list) {}

    void read() {
        for (const SourceRow* row : inOrder())
            if (const std::ptrdiff_t draft = ownerOf(*row); draft >= 0)
                add(*row, static_cast<std::size_t>(draft));
        for (const auto& [draft, value] : mValues)
            if (auto problem = mList.field->check(value))
                mState.refuse(draft, {}, std::move(*problem));
            else
                mList.field->set(*mState.drafts[draft].entity, value);
    }

private:
    QString cell(const SourceRow& row, const QString& column) const {
        return row.cells.value(mTable.columns.indexOf(column)).trimmed();
    }
    std::vector<const SourceRow*> inOrder() const {
        const QString key = mList.field->type == FieldType::YearReals ? kYear : kSeq;
        std::vector<const SourceRow*> rows;
        for (const SourceRow& row : mTable.rows)
            rows.push_back(&row);
        std::stable_sort(rows.begin(), rows.end(), [&](const SourceRow* a, const SourceRow* b) {
            return cell(*a, key).toInt() < cell(*b, key).toInt();
        });
        return rows;
    }
    std::ptrdiff_t ownerOf(const SourceRow& row) {
        Message why;
        const EntityId id = mState.book.resolve(cell(row, kOwner), std::span<const Kind>(&mList.kind, 1), &why);
        const std::ptrdiff_t draft = id.isNull() ? -1 : mState.draftOf(id);
        if (draft < 0)
            mState.refuse(mTable, row.line, kOwner, why);
        return draft;
    }
    void add(const SourceRow& row, std::size_t draft) {
        if (mList.field->type == FieldType::YearReals)
            addYear(row, draft);
        else
            addReference(row, draft);
    }
    void addReference(const SourceRow& row, std::size_t draft) {
        Message why;
        const EntityId id = mState.book.resolve(cell(row, kRef), targetsOf(mList), &why);
        if (id.isNull())
            mState.refuse(mTable, row.line, kRef, why);
        else
            listOf<RefList>(draft).push_back(id);
    }
    void addYear(const SourceRow& row, std::size_t draft) {
        const QString column = QString::fromLatin1(mList.field->name);
        bool yearOk = false, amountOk = false;
        const std::pair<int, double> entry(cell(row, kYear).toInt(&yearOk), cell(row, column).toDouble(&amountOk));
        if (yearOk && amountOk)
            listOf<YearReals>(draft).push_back(entry);
        else
            mState.refuse(mTable, row.line, yearOk ? column : kYear,
                          message(CORRIDOR_MSG("“%1” is no number."), cell(row, yearOk ? column : kYear)));
    }
    template <class List>
    List& listOf(std::size_t draft) {
        Value& value = mValues[draft];
        if (!std::holds_alternative<List>(value))
            value = List();
        return std::get<List>(value);
    }

    ImportState& mState;
    const SourceTable& mTable;
    const ListField& mList;
    std::map<std::size_t, Value> mValues;
};

} // namespace

bool isPlanList(const SourceTable& table) {
    return table.columns.contains(kOwner) && listNamed(table.name);
}

void readPlanList(ImportState& state, const SourceTable& table) {
    const auto list = listNamed(table.name);
    ListReader(state, table, *list).read();
}

bool isPlanListName(const QString& table) {
    return listNamed(table).has_value();
}

} // namespace corridor
