// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/entitytableproxy.h"

#include "views/widgets/panels/entitytableroles.h"

#include <algorithm>

namespace corridor {

TableProxy::TableProxy(QObject* parent)
    : QSortFilterProxyModel(parent)
    , mCollator(QLocale(QLocale::Chinese)) { // pinyin order, and Latin as everywhere, whatever the desktop speaks
    mCollator.setNumericMode(true);
    mCollator.setCaseSensitivity(Qt::CaseInsensitive);
}

// Keys must be gone before Qt sorts what changed, so these are connected first.
void TableProxy::setSourceModel(QAbstractItemModel* source) {
    const auto forgetAll = [this] { mKeys.clear(); };
    connect(source, &QAbstractItemModel::modelAboutToBeReset, this, forgetAll);
    connect(source, &QAbstractItemModel::rowsInserted, this, forgetAll);
    connect(source, &QAbstractItemModel::rowsRemoved, this, forgetAll);
    connect(source, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& from, const QModelIndex& to) { forget(from.row(), to.row()); });
    QSortFilterProxyModel::setSourceModel(source);
}

void TableProxy::forget(int first, int last) {
    const int end = std::min(last + 1, static_cast<int>(mKeys.size()));
    for (int row = first; row < end; ++row)
        mKeys[static_cast<std::size_t>(row)].reset();
}

void TableProxy::setFilterText(const QString& text) {
    const QStringList words = text.toCaseFolded().simplified().split(u' ', Qt::SkipEmptyParts);
    if (words == mWords)
        return;
    mWords = words;
    // Not invalidateFilter(): it takes rows out range by range, and each range moves all others.
    invalidate();
}

void TableProxy::sort(int column, Qt::SortOrder order) {
    if (column != mKeyColumn)
        mKeys.clear();
    mKeyColumn = column;
    QSortFilterProxyModel::sort(column, order);
}

bool TableProxy::filterAcceptsRow(int row, const QModelIndex& parent) const {
    if (mWords.isEmpty())
        return true;
    const QString text = sourceModel()->index(row, 0, parent).data(TableSearchRole).toString();
    return std::all_of(mWords.begin(), mWords.end(), [&](const QString& word) { return text.contains(word); });
}

const TableProxy::Key& TableProxy::key(const QModelIndex& index) const {
    if (mKeyColumn != index.column()) {
        mKeys.clear();
        mKeyColumn = index.column();
    }
    if (mKeys.empty())
        mKeys.resize(static_cast<std::size_t>(sourceModel()->rowCount()));
    std::optional<Key>& key = mKeys[static_cast<std::size_t>(index.row())];
    if (key)
        return *key;
    const QVariant value = index.data(TableSortRole);
    if (!value.isValid())
        key = Key(std::monostate());
    else if (value.typeId() == QMetaType::QString)
        key = Key(mCollator.sortKey(value.toString()));
    else
        key = Key(value.toDouble());
    return *key;
}

bool TableProxy::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const Key &a = key(left), &b = key(right);
    const bool noA = std::holds_alternative<std::monostate>(a), noB = std::holds_alternative<std::monostate>(b);
    if (noA || noB) // for a descending order Qt asks the other way round
        return noA != noB && (sortOrder() == Qt::AscendingOrder ? noB : noA);
    const auto *numberA = std::get_if<double>(&a), *numberB = std::get_if<double>(&b);
    if (numberA && numberB)
        return *numberA < *numberB;
    if (numberA || numberB)
        return numberA != nullptr;
    return std::get<QCollatorSortKey>(a).compare(std::get<QCollatorSortKey>(b)) < 0;
}

} // namespace corridor
