// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/codebook.h"

#include <algorithm>

namespace corridor {

namespace {

// Settings, rule packs, sources and scenarios are no objects that others are attached to.
bool isAttachable(Kind kind) {
    return kind != Kind::Setting && kind != Kind::Provenance && kind != Kind::Scenario && kind != Kind::RulePack;
}

} // namespace

CodeBook::CodeBook(const EntitySet& entities) {
    for (const Kind kind : allKinds())
        entities.forEach(kind, [&](const EntityRef& entity) { add(kind, entity->id, entity->code, entity->name); });
}

void CodeBook::add(Kind kind, EntityId id, const QString& code, const QString& name) {
    if (const auto known = mObjects.find(id); known != mObjects.end()) {
        mByCode.remove(known->second.code, id);
        mByName.remove(known->second.name, id);
    }
    mObjects[id] = Object{kind, code, name};
    if (!code.isEmpty())
        mByCode.insert(code, id);
    if (!name.isEmpty())
        mByName.insert(name, id);
}

std::optional<Kind> CodeBook::kindOf(EntityId id) const {
    const auto found = mObjects.find(id);
    return found == mObjects.end() ? std::nullopt : std::optional<Kind>(found->second.kind);
}

QList<EntityId> CodeBook::fitting(const Index& index, const QString& text, std::span<const Kind> targets) const {
    QList<EntityId> ids;
    for (auto it = index.constFind(text); it != index.constEnd() && it.key() == text; ++it) {
        const Kind kind = mObjects.at(*it).kind;
        if (targets.empty() ? isAttachable(kind) : std::find(targets.begin(), targets.end(), kind) != targets.end())
            ids += *it;
    }
    return ids;
}

EntityId CodeBook::byCode(Kind kind, const QString& code) const {
    const QList<EntityId> ids = fitting(mByCode, code, std::span<const Kind>(&kind, 1));
    return ids.size() == 1 ? ids.front() : EntityId{};
}

bool CodeBook::hasCode(Kind kind, const QString& code) const {
    return !fitting(mByCode, code, std::span<const Kind>(&kind, 1)).isEmpty();
}

QString CodeBook::tokenOf(EntityId id, std::span<const Kind> targets) const {
    if (id.isNull())
        return {};
    const auto found = mObjects.find(id);
    if (found != mObjects.end()) {
        const QString& code = found->second.code;
        const bool plain = !code.isEmpty() && !code.startsWith(u'#') &&
                           std::none_of(code.begin(), code.end(), [](QChar c) { return c.isSpace(); });
        if (plain && fitting(mByCode, code, targets) == QList<EntityId>{id})
            return code;
    }
    return u'#' + id.toString();
}

EntityId CodeBook::afterAlias(EntityId id) const {
    const auto found = mAliases.find(id);
    return found == mAliases.end() ? id : found->second;
}

EntityId CodeBook::resolve(const QString& token, std::span<const Kind> targets, Message* why) const {
    if (token.startsWith(u'#'))
        if (const auto id = entityIdFromString(QStringView(token).sliced(1)))
            return afterAlias(*id);
    for (const Index* index : {&mByCode, &mByName}) {
        const QList<EntityId> ids = fitting(*index, token, targets);
        if (ids.size() == 1)
            return ids.front();
        if (ids.size() > 1) {
            *why = message(CORRIDOR_MSG("“%1” fits more than one object; write # and the id of the one meant."), token);
            return {};
        }
    }
    if (const auto id = entityIdFromString(token); id && contains(afterAlias(*id)))
        return afterAlias(*id);
    *why = message(
        CORRIDOR_MSG("“%1” is no object of the plan or of the imported files; correct the code or add the object."),
        token);
    return {};
}

} // namespace corridor
