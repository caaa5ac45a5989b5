// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCollator>
#include <QSortFilterProxyModel>

#include <optional>
#include <variant>
#include <vector>

namespace corridor {

/// Sorts a table by TableSortRole (numbers as numbers, texts as people read them, unknown always last) and filters it
/// by words, all of which must occur in TableSearchRole. Keys are made once per row, so that 30,000 rows sort at once.
class TableProxy : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit TableProxy(QObject* parent = nullptr);

    void setSourceModel(QAbstractItemModel* source) override;
    void setFilterText(const QString& text);
    bool isFiltering() const { return !mWords.isEmpty(); }
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    using Key = std::variant<std::monostate, double, QCollatorSortKey>; ///< monostate = unknown
    const Key& key(const QModelIndex& index) const;
    void forget(int first, int last);

    QStringList mWords;
    QCollator mCollator;
    mutable std::vector<std::optional<Key>> mKeys; ///< by source row, of the column mKeyColumn
    mutable int mKeyColumn = -1;
};

} // namespace corridor
