// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/importdraft.h"

#include "model/base/error.h"
#include "model/plan/settings.h"

namespace corridor {

std::size_t ImportState::add(ImportDraft draft) {
    const Entity& entity = *draft.entity;
    book.add(draft.kind, entity.id, entity.code, entity.name);
    byId[entity.id] = drafts.size();
    drafts.push_back(std::move(draft));
    return drafts.size() - 1;
}

std::ptrdiff_t ImportState::draftOf(EntityId id) {
    if (const auto known = byId.find(id); known != byId.end())
        return static_cast<std::ptrdiff_t>(known->second);
    const EntityRef found = target.find(id);
    if (!found)
        return -1;
    ImportDraft draft;
    draft.kind = found.kind;
    draft.before = found.ptr;
    draft.entity = schemaOf(found.kind).copy(*found);
    return static_cast<std::ptrdiff_t>(add(std::move(draft)));
}

EntityId ImportState::freeId(Kind kind, const QString& key) const {
    const QString text = QString::fromLatin1(schemaOf(kind).table) + u'/' + key;
    EntityId id = stableEntityId(text);
    for (int n = 2; book.contains(id); ++n)
        id = stableEntityId(text + u'#' + QString::number(n));
    return id;
}

QString ImportState::freeCode(Kind kind) {
    for (;;) {
        const QString code = QStringLiteral("%1-%2")
                                 .arg(QLatin1String(schemaOf(kind).codePrefix))
                                 .arg(++lastNumber[kind], 4, 10, QLatin1Char('0'));
        if (!book.hasCode(kind, code))
            return code;
    }
}

std::optional<LonLat> ImportState::nodePosition(EntityId id) const {
    const auto draft = byId.find(id);
    if (draft == byId.end())
        return corridor::nodePosition(target, id);
    const ImportDraft& node = drafts[draft->second];
    if (node.kind == Kind::Site)
        return static_cast<const Site&>(*node.entity).position;
    if (node.kind == Kind::Junction)
        return static_cast<const Junction&>(*node.entity).position;
    return std::nullopt;
}

void ImportState::refuse(std::size_t draft, const QString& column, Message why) {
    drafts[draft].bad = true;
    badRows.push_back({drafts[draft].file, drafts[draft].line, column, std::move(why)});
}

void ImportState::refuse(const SourceTable& table, int line, const QString& column, Message why) {
    badRows.push_back({table.file, line, column, std::move(why)});
}

void ImportState::warn(const QString& file, int line, const QString& column, Message text) {
    warnings.push_back({file, line, column, std::move(text)});
}

void ImportState::throwIfCancelled() const {
    if (options.watch.cancel.isCancelled())
        throw Error(Blame::Cancelled, message(CORRIDOR_MSG("It was stopped; nothing was changed.")));
}

} // namespace corridor
