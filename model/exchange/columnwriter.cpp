// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/columnwriter.h"

#include "model/plan/references.h"

#include <algorithm>

namespace corridor {

using Part = ColumnTarget::Part;

ColumnWriter::ColumnWriter(const EntitySet& entities, Kind kind)
    : schema(schemaOf(kind))
    , columns(exportColumns(schema))
    , mBook(entities) {}

std::span<const Kind> ColumnWriter::targetsOf(const Field& field) const {
    for (const ReferenceRule& rule : referenceRules(schema.kind))
        if (rule.field == &field)
            return rule.targets;
    return {};
}

bool ColumnWriter::isText(const ColumnTarget& target) const {
    if (target.part != Part::Value)
        return false;
    const FieldType type = field(target).type;
    return type == FieldType::Text || type == FieldType::Reference || type == FieldType::References;
}

Value ColumnWriter::value(const Entity& entity, const ColumnTarget& target) const {
    if (target.part == Part::Id)
        return u'#' + entity.id.toString();
    const Value value = field(target).get(entity);
    if (const auto* point = std::get_if<LonLat>(&value))
        return target.part == Part::Longitude ? point->lon : point->lat;
    if (const auto* id = std::get_if<EntityId>(&value))
        return mBook.tokenOf(*id, targetsOf(field(target)));
    if (const auto* ids = std::get_if<RefList>(&value)) {
        QStringList tokens;
        for (const EntityId id : *ids)
            tokens += mBook.tokenOf(id, targetsOf(field(target)));
        return tokens.join(u' ');
    }
    return value;
}

std::vector<EntityRef> exportRows(const EntitySet& entities, Kind kind, const std::set<EntityId>* only) {
    std::vector<EntityRef> rows;
    entities.forEach(kind, [&](const EntityRef& entity) {
        if (!only || only->contains(entity->id))
            rows.push_back(entity);
    });
    std::stable_sort(rows.begin(), rows.end(),
                     [](const EntityRef& a, const EntityRef& b) { return a->code < b->code; }); // ids ascend already
    return rows;
}

} // namespace corridor
