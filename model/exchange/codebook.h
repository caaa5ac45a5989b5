// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/message.h"
#include "model/plan/entityset.h"

#include <QHash>

#include <map>
#include <span>

namespace corridor {

/// How objects are named in exchanged tables: by their code; by "#" and the decimal id where the code is missing, holds
/// a blank or fits more than one object. (The "#" also keeps spreadsheets from rounding ids, which have up to 16
/// digits.)
class CodeBook {
public:
    CodeBook() = default;
    explicit CodeBook(const EntitySet& entities);

    /// Adds an object or replaces what is known of its id.
    void add(Kind kind, EntityId id, const QString& code, const QString& name);
    /// In the file being read, `fileId` stands for the object `id`.
    void addAlias(EntityId fileId, EntityId id) { mAliases[fileId] = id; }

    bool contains(EntityId id) const { return mObjects.contains(id); }
    /// The kind of an object; nothing when it is not in the book.
    std::optional<Kind> kindOf(EntityId id) const;
    /// The object of that kind and code; null when there is none, or more than one.
    EntityId byCode(Kind kind, const QString& code) const;

    bool hasCode(Kind kind, const QString& code) const;

    /// How the object is written where objects of `targets` (empty = any kind) may stand.
    QString tokenOf(EntityId id, std::span<const Kind> targets) const;
    /// The object that a token stands for: "#id", a code, a name, or a bare decimal id, in this order. Null with the
    /// reason in `why` when there is none or more than one. "#id" is believed even when no such object is known.
    EntityId resolve(const QString& token, std::span<const Kind> targets, Message* why) const;

private:
    struct Object {
        Kind kind;
        QString code, name;
    };
    using Index = QMultiHash<QString, EntityId>;

    QList<EntityId> fitting(const Index& index, const QString& text, std::span<const Kind> targets) const;
    EntityId afterAlias(EntityId id) const;

    std::map<EntityId, Object> mObjects;
    std::map<EntityId, EntityId> mAliases;
    Index mByCode, mByName;
};

} // namespace corridor
