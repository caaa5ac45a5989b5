// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/changeset.h"

#include "model/plan/schema.h"

#include <map>
#include <tuple>

namespace corridor {

namespace {

bool sameSlot(const Slot& a, const Slot& b, const EntitySchema& schema) {
    if (a.state != b.state)
        return false;
    return a.state != Slot::State::Present || a.entity == b.entity || schema.equal(*a.entity, *b.entity);
}

} // namespace

ChangeSet ChangeSet::inverted() const {
    ChangeSet out = *this;
    for (Change& change : out.changes)
        std::swap(change.before, change.after);
    return out;
}

ChangeSet ChangeSet::followedBy(const ChangeSet& next) const {
    std::map<std::tuple<EntityId, Kind, EntityId>, Change> merged;
    for (const Change& change : changes)
        merged.emplace(std::tuple(change.scenario, change.kind, change.id), change);
    for (const Change& change : next.changes) {
        const auto [it, isNew] = merged.emplace(std::tuple(change.scenario, change.kind, change.id), change);
        if (!isNew) {
            it->second.after = change.after;
            it->second.fields |= change.fields;
        }
    }
    ChangeSet out;
    out.dirty = dirty;
    out.dirty = out.dirty.united(next.dirty);
    for (auto& [key, change] : merged) {
        const EntitySchema& schema = schemaOf(change.kind);
        if (sameSlot(change.before, change.after, schema))
            continue;
        if (change.before.entity && change.after.entity)
            change.fields = changedFields(schema, change.before.entity.get(), change.after.entity.get());
        out.changes.push_back(change);
    }
    return out;
}

bool ChangeSet::touches(Kind kind) const {
    return std::any_of(changes.begin(), changes.end(), [kind](const Change& change) { return change.kind == kind; });
}

Box extentOf(Kind kind, const Entity& entity) {
    Box box;
    for (const Field& field : schemaOf(kind).fields) {
        if (field.type != FieldType::Point && field.type != FieldType::Line && field.type != FieldType::Polygon)
            continue;
        const Value value = field.get(entity);
        if (const auto* point = std::get_if<LonLat>(&value))
            box.include(*point);
        else if (const auto* line = std::get_if<Line>(&value))
            for (const LonLat& vertex : *line)
                box.include(vertex);
        else if (const auto* polygon = std::get_if<Polygon>(&value))
            for (const auto& ring : polygon->rings)
                for (const LonLat& vertex : ring)
                    box.include(vertex);
    }
    return box;
}

} // namespace corridor
