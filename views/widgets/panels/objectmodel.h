// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/document.h"

#include <QAbstractItemModel>

#include <memory>
#include <unordered_map>
#include <vector>

namespace corridor {

/// The objects of the shown scenario as a tree: kind, then province, status or clause, then object. Follows edits row
/// by row.
class ObjectModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { NameColumn, NoteColumn, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole + 1, ///< quint64; 0 = a group
        KindRole                   ///< int(Kind)
    };

    explicit ObjectModel(Document& document, QObject* parent = nullptr);
    ~ObjectModel() override;

    /// Language of the names; rebuilds the tree.
    void setEnglish(bool english);
    EntityId idOf(const QModelIndex& index) const;
    QModelIndex indexOf(EntityId id) const;
    /// How many objects of a kind the tree holds.
    int count(Kind kind) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Node;
    void rebuild();
    void follow(const ChangeSet& step);
    /// True when nothing but the texts of its row changed, which is then to be announced.
    bool update(Kind kind, EntityId id);
    void announce(const std::vector<EntityId>& changed);
    void removeLeaf(Node* leaf);
    void insertLeaf(Node* group, std::unique_ptr<Node> leaf);
    Node* groupFor(Node* kindNode, const QString& key, bool announce);
    QString groupKey(const EntityRef& object) const;
    QString groupTitle(Kind kind, const QString& key) const;
    void fill(Node& leaf, const EntityRef& object) const;
    QModelIndex indexOfNode(const Node* node, int column = 0) const;
    void touchCounts(Node* group);
    QIcon iconOf(const Node& node) const;

    Document& mDocument;
    bool mEnglish = false;
    std::unique_ptr<Node> mRoot;
    std::unordered_map<quint64, Node*> mLeaves;
};

} // namespace corridor
