// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/document.h"
#include "model/session/session.h"
#include "views/widgets/panels/entitytablecolumns.h"
#include "views/widgets/panels/entitytableroles.h"
#include "views/widgets/panels/objectfigures.h"

#include <QAbstractTableModel>
#include <QHash>

#include <unordered_map>
#include <unordered_set>

namespace corridor {

/// All objects of one kind in the shown scenario, one row each, one column for each of tableColumns(). Follows edits
/// row by row; only steps that bring or take very many rows at once, another scenario or another plan make it anew.
/// What takes time to make (figures of a span, the text to search) is made when it is asked for and kept until the
/// object changes.
class EntityTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    EntityTableModel(Kind kind, Document& document, Session& session, QObject* parent = nullptr);

    Kind kind() const { return mKind; }
    const std::vector<TableColumn>& columns() const { return tableColumns(mKind); }
    int columnOf(QStringView key) const; ///< −1 = none
    /// Null where nothing can be typed: computed, drawn on the map, chosen elsewhere.
    const Field* editableField(int column) const;
    bool isEnglish() const { return mEnglish; }
    /// Language of the names, of labels and of words.
    void setEnglish(bool english);
    /// Which columns the filter looks into besides both names and the code.
    void setShownColumns(std::vector<int> columns);

    EntityId idAt(int row) const; ///< null for a row that is not there
    int rowOf(EntityId id) const; ///< −1 = not of this table
    const Entity* entityAt(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row {
        std::shared_ptr<const Entity> entity;
        mutable QString title;
        mutable QString search;
        mutable std::optional<SpanFigures> figures;
    };
    using Ids = std::unordered_set<EntityId>;

    void rebuild(bool keepFigures);
    void follow(const ChangeSet& step);
    void removeRowsOf(const Ids& gone);
    void append(const std::vector<std::shared_ptr<const Entity>>& made);
    void update(const std::vector<std::pair<int, std::shared_ptr<const Entity>>>& changed);
    void retitle(const Ids& nodes);
    void renewFigures();
    void announce(std::vector<int> rows, int firstColumn, int lastColumn);
    std::pair<int, int> columnsOf(quint64 fields) const;
    void indexFrom(std::size_t row);

    const Row& row(int row) const { return mRows[static_cast<std::size_t>(row)]; }
    const QString& titleOf(const Row& row) const;
    const SpanFigures& figuresOf(const Row& row) const;
    std::optional<double> figure(const Row& row, TableFigure figure) const;
    QString text(const Row& row, const TableColumn& column) const;
    QString fieldCell(const Field& field, const Value& value) const;
    QString plain(const Row& row, const TableColumn& column) const;
    QVariant sortKey(const Row& row, const TableColumn& column) const;
    const QString& searchText(const Row& row) const;
    QString fibreName(const QString& code) const;

    Kind mKind;
    Document& mDocument;
    Session& mSession;
    bool mEnglish = false;
    bool mFiguresOld = false; ///< settings or the fibre library changed; new figures come with the next results
    std::vector<int> mShown;
    std::vector<Row> mRows;
    std::unordered_map<EntityId, int> mIndex;
    mutable QHash<QString, QString> mFibreNames; ///< by code, in the language shown
};

} // namespace corridor
