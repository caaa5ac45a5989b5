// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/entitytablemodel.h"

#include "model/plan/settings.h"
#include "views/widgets/panels/fieldeditor.h"

#include <algorithm>

namespace corridor {

namespace {

// Above it one new start is cheaper than so many single rows, each of which shifts all behind it.
constexpr std::size_t mostSingly = 128;
constexpr std::size_t mostRanges = 32;

} // namespace

EntityTableModel::EntityTableModel(Kind kind, Document& document, Session& session, QObject* parent)
    : QAbstractTableModel(parent)
    , mKind(kind)
    , mDocument(document)
    , mSession(session) {
    connect(&document, &Document::planReplaced, this, [this] { rebuild(false); });
    // The settings that figures are made with may differ from scenario to scenario.
    connect(&document, &Document::scenarioChanged, this, [this] { rebuild(false); });
    connect(&document, &Document::changed, this, &EntityTableModel::follow);
    connect(&session, &Session::assessmentChanged, this, &EntityTableModel::renewFigures);
    rebuild(false);
}

int EntityTableModel::columnOf(QStringView key) const {
    const auto& all = columns();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const TableColumn& column) { return column.key == key; });
    return found == all.end() ? -1 : static_cast<int>(found - all.begin());
}

const Field* EntityTableModel::editableField(int column) const {
    if (column < 0 || column >= columnCount())
        return nullptr;
    const Field* field = fieldOfColumn(mKind, columns()[static_cast<std::size_t>(column)], mEnglish);
    return field && isTyped(*field, mKind) ? field : nullptr;
}

void EntityTableModel::setEnglish(bool english) {
    mEnglish = english;
    rebuild(true);
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void EntityTableModel::setShownColumns(std::vector<int> columns) {
    mShown = std::move(columns);
    for (Row& row : mRows)
        row.search.clear();
}

EntityId EntityTableModel::idAt(int row) const {
    const Entity* entity = entityAt(row);
    return entity ? entity->id : EntityId{};
}

const Entity* EntityTableModel::entityAt(int row) const {
    return row >= 0 && row < rowCount() ? mRows[static_cast<std::size_t>(row)].entity.get() : nullptr;
}

int EntityTableModel::rowOf(EntityId id) const {
    const auto it = mIndex.find(id);
    return it == mIndex.end() ? -1 : it->second;
}

// -- Following the plan ---------------------------------------------------------------------------------------------

void EntityTableModel::rebuild(bool keepFigures) {
    beginResetModel();
    std::vector<Row> before = std::exchange(mRows, {});
    mFibreNames.clear();
    mRows.reserve(mDocument.entities().count(mKind));
    mDocument.entities().forEach(mKind, [&](const EntityRef& object) {
        const auto known = mIndex.find(object->id);
        const auto at = known == mIndex.end() ? before.size() : static_cast<std::size_t>(known->second);
        Row row;
        row.entity = object.ptr;
        if (keepFigures && at < before.size() && before[at].entity == object.ptr)
            row.figures = before[at].figures;
        mRows.push_back(std::move(row));
    });
    mIndex.clear();
    indexFrom(0);
    endResetModel();
}

void EntityTableModel::indexFrom(std::size_t row) {
    for (; row < mRows.size(); ++row)
        mIndex[mRows[row].entity->id] = static_cast<int>(row);
}

void EntityTableModel::follow(const ChangeSet& step) {
    Ids gone, nodes, seen;
    std::vector<std::shared_ptr<const Entity>> made;
    std::vector<std::pair<int, std::shared_ptr<const Entity>>> changed;
    for (const Change& change : step.changes) {
        if (change.kind == Kind::FibreType || change.kind == Kind::Setting)
            mFiguresOld = true;
        if (change.kind == Kind::Site || change.kind == Kind::Junction)
            nodes.insert(change.id);
        if (change.kind != mKind || !seen.insert(change.id).second)
            continue;
        const EntityRef now = mDocument.entities().find(mKind, change.id);
        const int row = rowOf(change.id);
        if (row < 0 && now)
            made.push_back(now.ptr);
        else if (row >= 0 && !now)
            gone.insert(change.id);
        else if (row >= 0 && mRows[static_cast<std::size_t>(row)].entity != now.ptr)
            changed.emplace_back(row, now.ptr);
    }
    if (mFiguresOld)
        mFibreNames.clear();
    if (made.size() + gone.size() > mostSingly)
        return rebuild(true);
    update(changed);
    if (mKind == Kind::Span && !nodes.empty())
        retitle(nodes);
    removeRowsOf(gone);
    append(made);
}

void EntityTableModel::update(const std::vector<std::pair<int, std::shared_ptr<const Entity>>>& changed) {
    if (changed.empty())
        return;
    quint64 fields = 0;
    std::vector<int> rows;
    for (const auto& [at, entity] : changed) {
        Row& row = mRows[static_cast<std::size_t>(at)];
        fields |= changedFields(schemaOf(mKind), row.entity.get(), entity.get());
        row = Row{entity, {}, {}, {}};
        rows.push_back(at);
    }
    const auto [first, last] = columnsOf(fields);
    announce(rows, 0, 0); // the sign says kind, status and size
    if (first <= last)
        announce(std::move(rows), first, last);
}

// The columns that any of these fields can change, as a range as narrow as may be: a proxy sorts again only when the
// column it sorts by is in it.
std::pair<int, int> EntityTableModel::columnsOf(quint64 fields) const {
    const EntitySchema& schema = schemaOf(mKind);
    const auto has = [&](const Field* field) { return field && (fields >> (field - schema.fields.data()) & 1) != 0; };
    const quint64 common = 0b1111; // code, names and note move no figure
    int first = columnCount(), last = 0;
    for (int i = 1; i < columnCount(); ++i) {
        const TableColumn& column = columns()[static_cast<std::size_t>(i)];
        const bool computed = !fieldOfColumn(mKind, column, mEnglish);
        const bool title = column.figure == TableFigure::Title &&
                           (has(schema.field(u"code")) || has(schema.field(u"name")) || has(schema.field(u"name_en")) ||
                            has(schema.field(u"from_id")) || has(schema.field(u"to_id")));
        if (title || (computed && (fields & ~common)) || has(fieldOfColumn(mKind, column, mEnglish))) {
            first = std::min(first, i);
            last = i;
        }
    }
    return {first, last};
}

// A span without a name is called after its ends.
void EntityTableModel::retitle(const Ids& nodes) {
    std::vector<int> rows;
    for (std::size_t i = 0; i < mRows.size(); ++i) {
        const auto& span = static_cast<const Span&>(*mRows[i].entity);
        if (!nodes.contains(span.from) && !nodes.contains(span.to))
            continue;
        const QString before = std::exchange(mRows[i].title, {});
        if (!before.isEmpty() && titleOf(mRows[i]) == before)
            continue;
        mRows[i].search.clear();
        rows.push_back(static_cast<int>(i));
    }
    const int title = columnOf(u"title");
    announce(rows, title, title);
    for (const QStringView key : {u"from_id", u"to_id"})
        if (const int column = columnOf(key); column >= 0)
            announce(rows, column, column);
}

void EntityTableModel::removeRowsOf(const Ids& gone) {
    std::vector<int> rows;
    for (const EntityId id : gone)
        rows.push_back(rowOf(id));
    std::sort(rows.begin(), rows.end(), std::greater<>());
    for (std::size_t i = 0; i < rows.size();) {
        const int last = rows[i];
        int first = last;
        while (++i < rows.size() && rows[i] == first - 1)
            --first;
        beginRemoveRows({}, first, last);
        for (int row = first; row <= last; ++row)
            mIndex.erase(idAt(row));
        mRows.erase(mRows.begin() + first, mRows.begin() + last + 1);
        indexFrom(static_cast<std::size_t>(first));
        endRemoveRows();
    }
}

void EntityTableModel::append(const std::vector<std::shared_ptr<const Entity>>& made) {
    if (made.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(made.size()) - 1);
    for (const auto& entity : made)
        mRows.push_back(Row{entity, {}, {}, {}});
    indexFrom(static_cast<std::size_t>(first));
    endInsertRows();
}

// New settings change the figures of all spans. The session measures them anyway, off this thread; until then the old
// ones stand, as all results do.
void EntityTableModel::renewFigures() {
    if (!mFiguresOld || mSession.isStale() || mKind != Kind::Span)
        return;
    mFiguresOld = false;
    for (Row& row : mRows) {
        row.figures.reset();
        row.search.clear();
    }
    if (mRows.empty())
        return;
    for (const QStringView key : {u"fibre", u"route_km", u"fibre_km", u"rtt_ms"})
        Q_EMIT dataChanged(index(0, columnOf(key)), index(rowCount() - 1, columnOf(key)));
}

void EntityTableModel::announce(std::vector<int> rows, int firstColumn, int lastColumn) {
    if (rows.empty())
        return;
    std::sort(rows.begin(), rows.end());
    std::vector<std::pair<int, int>> ranges;
    for (const int row : rows)
        if (!ranges.empty() && ranges.back().second == row - 1)
            ranges.back().second = row;
        else
            ranges.emplace_back(row, row);
    if (ranges.size() > mostRanges)
        ranges = {{rows.front(), rows.back()}};
    for (const auto& [first, last] : ranges)
        Q_EMIT dataChanged(index(first, firstColumn), index(last, lastColumn));
}

// -- Qt's questions -------------------------------------------------------------------------------------------------

int EntityTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(mRows.size());
}

int EntityTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(columns().size());
}

Qt::ItemFlags EntityTableModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
    if (!mDocument.isReadOnly() && editableField(index.column()))
        flags |= Qt::ItemIsEditable;
    return flags;
}

} // namespace corridor
