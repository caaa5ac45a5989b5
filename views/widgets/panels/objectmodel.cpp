// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/objectmodel.h"

#include "model/plan/provinces.h"
#include "model/plan/schema.h"
#include "views/widgets/canvas/dragtext.h"
#include "views/widgets/panels/objecticons.h"
#include "views/widgets/panels/paneltext.h"

#include <QCollator>

#include <algorithm>
#include <map>
#include <set>

namespace corridor {

namespace {

constexpr Kind shownKinds[] = {Kind::Site,      Kind::Junction, Kind::Span,  Kind::Service,
                               Kind::RiskGroup, Kind::Area,     Kind::Demand};

bool isShown(Kind kind) {
    return std::find(std::begin(shownKinds), std::end(shownKinds), kind) != std::end(shownKinds);
}

QString word(const EntityRef& object, const char* field) {
    const Value value = schemaOf(object.kind).field(QString::fromLatin1(field))->get(*object);
    const QString* text = std::get_if<QString>(&value);
    return text ? *text : QString();
}

} // namespace

struct ObjectModel::Node {
    Node* parent = nullptr;
    Kind kind = Kind::Site;
    QString key; ///< of groups: what their objects have in common
    QString text, note;
    EntityId id; ///< null = a group
    std::shared_ptr<const Entity> entity;
    std::vector<std::unique_ptr<Node>> children;

    int row() const {
        const auto& all = parent->children;
        return static_cast<int>(
            std::find_if(all.begin(), all.end(), [this](const auto& node) { return node.get() == this; }) -
            all.begin());
    }
    int leaves() const {
        if (!id.isNull())
            return 1;
        int sum = 0;
        for (const auto& child : children)
            sum += child->leaves();
        return sum;
    }
};

ObjectModel::ObjectModel(Document& document, QObject* parent)
    : QAbstractItemModel(parent)
    , mDocument(document)
    , mRoot(std::make_unique<Node>()) {
    connect(&document, &Document::planReplaced, this, &ObjectModel::rebuild);
    connect(&document, &Document::scenarioChanged, this, &ObjectModel::rebuild);
    connect(&document, &Document::changed, this, &ObjectModel::follow);
    rebuild();
}

ObjectModel::~ObjectModel() = default;

void ObjectModel::setEnglish(bool english) {
    mEnglish = english;
    rebuild();
}

QString ObjectModel::groupKey(const EntityRef& object) const {
    switch (object.kind) {
    case Kind::Site:
    case Kind::Junction:
        return word(object, "province");
    case Kind::Span:
        return word(object, "status");
    case Kind::Service:
        return word(object, "clauses");
    case Kind::RiskGroup:
    case Kind::Area:
        return word(object, "kind");
    default:
        return {};
    }
}

QString ObjectModel::groupTitle(Kind kind, const QString& key) const {
    const EntitySchema& schema = schemaOf(kind);
    if (kind == Kind::Span)
        return wordLabel(*schema.field(u"status"), key);
    if (kind == Kind::RiskGroup || kind == Kind::Area)
        return wordLabel(*schema.field(u"kind"), key);
    if (!key.isEmpty())
        return kind != Kind::Service && mEnglish ? englishProvince(key) : key;
    return kind == Kind::Service ? tr("Without clause") : tr("Elsewhere");
}

void ObjectModel::fill(Node& leaf, const EntityRef& object) const {
    leaf.entity = object.ptr;
    leaf.text = objectTitle(mDocument.entities(), object, mEnglish);
    leaf.note.clear();
    const Site* site = object.as<Site>();
    if (site && site->computePflops)
        leaf.note = *site->computePflops >= 1000
                        ? numberText(*site->computePflops / 1000, QStringLiteral("EFLOPS")) + QStringLiteral(" E")
                        : numberText(*site->computePflops, QStringLiteral("PFLOPS")) + QStringLiteral(" P");
}

void ObjectModel::rebuild() {
    beginResetModel();
    mRoot = std::make_unique<Node>();
    mLeaves.clear();
    QCollator collator;
    collator.setNumericMode(true);
    for (const Kind kind : shownKinds) {
        auto kindNode = std::make_unique<Node>();
        kindNode->parent = mRoot.get();
        kindNode->kind = kind;
        Node* kindPointer = kindNode.get();
        mRoot->children.push_back(std::move(kindNode));
        mDocument.entities().forEach(kind, [&](const EntityRef& object) {
            auto leaf = std::make_unique<Node>();
            leaf->kind = kind;
            leaf->id = object->id;
            leaf->key = groupKey(object);
            fill(*leaf, object);
            Node* group = groupFor(kindPointer, leaf->key, false);
            leaf->parent = group;
            mLeaves[leaf->id.value] = leaf.get();
            group->children.push_back(std::move(leaf));
        });
        for (const auto& group : kindPointer->children)
            std::sort(group->children.begin(), group->children.end(),
                      [&](const auto& a, const auto& b) { return collator.compare(a->text, b->text) < 0; });
        if (kindPointer->children.empty())
            mRoot->children.pop_back();
    }
    endResetModel();
}

// Groups stand in the order of their keys, so that a plan always looks the same.
ObjectModel::Node* ObjectModel::groupFor(Node* kindNode, const QString& key, bool announce) {
    auto& groups = kindNode->children;
    const auto place = std::lower_bound(groups.begin(), groups.end(), key,
                                        [](const auto& group, const QString& wanted) { return group->key < wanted; });
    if (place != groups.end() && (*place)->key == key)
        return place->get();
    auto group = std::make_unique<Node>();
    group->parent = kindNode;
    group->kind = kindNode->kind;
    group->key = key;
    Node* made = group.get();
    const int row = static_cast<int>(place - groups.begin());
    if (announce)
        beginInsertRows(indexOfNode(kindNode), row, row);
    groups.insert(place, std::move(group));
    if (announce)
        endInsertRows();
    return made;
}

void ObjectModel::follow(const ChangeSet& step) {
    std::set<std::pair<Kind, EntityId>> touched;
    for (const Change& change : step.changes)
        if (isShown(change.kind))
            touched.insert({change.kind, change.id});
    std::vector<EntityId> changed;
    for (const auto& [kind, id] : touched)
        if (update(kind, id))
            changed.push_back(id);
    announce(changed);
}

// Once for each group: a tree lays its columns out anew for every single row that it is told of.
void ObjectModel::announce(const std::vector<EntityId>& changed) {
    std::map<const Node*, std::pair<QModelIndex, QModelIndex>> ranges;
    for (const EntityId id : changed) {
        const auto it = mLeaves.find(id.value);
        if (it == mLeaves.end())
            continue;
        const QModelIndex index = indexOfNode(it->second);
        auto& [first, last] = ranges.try_emplace(it->second->parent, index, index).first->second;
        if (index.row() < first.row())
            first = index;
        if (index.row() > last.row())
            last = index;
    }
    for (const auto& [parent, range] : ranges)
        Q_EMIT dataChanged(range.first, range.second.siblingAtColumn(NoteColumn));
}

bool ObjectModel::update(Kind kind, EntityId id) {
    const EntityRef object = mDocument.entities().find(kind, id);
    const auto it = mLeaves.find(id.value);
    Node* leaf = it == mLeaves.end() ? nullptr : it->second;
    const QString key = object ? groupKey(object) : QString();
    if (leaf && object && leaf->key == key) {
        fill(*leaf, object);
        return true;
    }
    if (leaf)
        removeLeaf(leaf);
    if (!object)
        return false;
    Node* kindNode = nullptr;
    for (const auto& node : mRoot->children)
        if (node->kind == kind)
            kindNode = node.get();
    if (!kindNode) { // the first object of its kind
        rebuild();
        return false;
    }
    auto fresh = std::make_unique<Node>();
    fresh->kind = kind;
    fresh->id = id;
    fresh->key = key;
    fill(*fresh, object);
    insertLeaf(groupFor(kindNode, key, true), std::move(fresh));
    return false;
}

void ObjectModel::insertLeaf(Node* group, std::unique_ptr<Node> leaf) {
    QCollator collator;
    collator.setNumericMode(true);
    const auto place =
        std::lower_bound(group->children.begin(), group->children.end(), leaf,
                         [&](const auto& a, const auto& b) { return collator.compare(a->text, b->text) < 0; });
    const int row = static_cast<int>(place - group->children.begin());
    beginInsertRows(indexOfNode(group), row, row);
    leaf->parent = group;
    mLeaves[leaf->id.value] = leaf.get();
    group->children.insert(place, std::move(leaf));
    endInsertRows();
    touchCounts(group);
}

void ObjectModel::removeLeaf(Node* leaf) {
    Node* group = leaf->parent;
    Node* kindNode = group->parent;
    const int row = leaf->row();
    mLeaves.erase(leaf->id.value);
    beginRemoveRows(indexOfNode(group), row, row);
    group->children.erase(group->children.begin() + row);
    endRemoveRows();
    if (group->children.empty()) {
        const int groupRow = group->row();
        beginRemoveRows(indexOfNode(kindNode), groupRow, groupRow);
        kindNode->children.erase(kindNode->children.begin() + groupRow);
        endRemoveRows();
        group = kindNode;
    }
    touchCounts(group);
}

void ObjectModel::touchCounts(Node* group) {
    for (Node* node = group; node && node != mRoot.get(); node = node->parent)
        Q_EMIT dataChanged(indexOfNode(node, NoteColumn), indexOfNode(node, NoteColumn));
}

EntityId ObjectModel::idOf(const QModelIndex& index) const {
    return index.isValid() ? static_cast<const Node*>(index.internalPointer())->id : EntityId{};
}

QModelIndex ObjectModel::indexOf(EntityId id) const {
    const auto it = mLeaves.find(id.value);
    return it == mLeaves.end() ? QModelIndex() : indexOfNode(it->second);
}

int ObjectModel::count(Kind kind) const {
    for (const auto& node : mRoot->children)
        if (node->kind == kind)
            return node->leaves();
    return 0;
}

QModelIndex ObjectModel::indexOfNode(const Node* node, int column) const {
    return !node || node == mRoot.get() ? QModelIndex() : createIndex(node->row(), column, node);
}

QModelIndex ObjectModel::index(int row, int column, const QModelIndex& parent) const {
    const Node* owner = parent.isValid() ? static_cast<const Node*>(parent.internalPointer()) : mRoot.get();
    if (row < 0 || column < 0 || column >= ColumnCount || row >= static_cast<int>(owner->children.size()))
        return {};
    return createIndex(row, column, owner->children[static_cast<std::size_t>(row)].get());
}

QModelIndex ObjectModel::parent(const QModelIndex& child) const {
    return child.isValid() ? indexOfNode(static_cast<const Node*>(child.internalPointer())->parent) : QModelIndex();
}

int ObjectModel::rowCount(const QModelIndex& parent) const {
    if (parent.column() > 0)
        return 0;
    const Node* node = parent.isValid() ? static_cast<const Node*>(parent.internalPointer()) : mRoot.get();
    return static_cast<int>(node->children.size());
}

int ObjectModel::columnCount(const QModelIndex&) const {
    return ColumnCount;
}

QIcon ObjectModel::iconOf(const Node& node) const {
    return node.id.isNull() ? QIcon() : objectIcon(EntityRef{node.kind, node.entity});
}

QVariant ObjectModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const Node& node = *static_cast<const Node*>(index.internalPointer());
    const bool isKind = node.parent == mRoot.get(), isGroup = node.id.isNull();
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == NoteColumn)
            return isGroup ? QString::number(node.leaves()) : node.note;
        return isKind ? schemaOf(node.kind).labelText() : isGroup ? groupTitle(node.kind, node.key) : node.text;
    case Qt::ToolTipRole:
        return isGroup ? QVariant() : QVariant(node.text + QStringLiteral(" · ") + node.entity->code);
    case Qt::DecorationRole:
        return index.column() == NameColumn ? QVariant(iconOf(node)) : QVariant();
    case Qt::TextAlignmentRole:
        return static_cast<int>((index.column() == NoteColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case IdRole:
        return QVariant::fromValue(node.id.value);
    case KindRole:
        return static_cast<int>(node.kind);
    default:
        return {};
    }
}

} // namespace corridor
