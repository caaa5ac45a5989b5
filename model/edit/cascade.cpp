// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/cascade.h"

#include "model/edit/checks.h"
#include "model/plan/references.h"
#include "model/plan/settings.h"

namespace corridor {

namespace {

enum class Touch { None, Clear, Remove };

// What the loss of `gone` does to one object.
Touch touchOf(const EntityRef& object, const std::set<EntityId>& gone) {
    Touch touch = Touch::None;
    for (const ReferenceRule& rule : referenceRules(object.kind)) {
        const Value value = rule.field->get(*object);
        bool hit = false;
        if (const auto* id = std::get_if<EntityId>(&value))
            hit = gone.contains(*id);
        else if (const auto* list = std::get_if<RefList>(&value))
            hit = std::any_of(list->begin(), list->end(), [&](EntityId member) { return gone.contains(member); });
        if (hit && rule.onLoss == OnLoss::RemoveOwner)
            return Touch::Remove;
        if (hit)
            touch = Touch::Clear;
    }
    return touch;
}

std::shared_ptr<const Entity> without(const EntityRef& object, const std::set<EntityId>& gone) {
    std::shared_ptr<Entity> copy = schemaOf(object.kind).copy(*object);
    for (const ReferenceRule& rule : referenceRules(object.kind)) {
        Value value = rule.field->get(*copy);
        if (const auto* id = std::get_if<EntityId>(&value)) {
            if (gone.contains(*id))
                rule.field->set(*copy, Value());
        } else if (auto* list = std::get_if<RefList>(&value)) {
            std::erase_if(*list, [&](EntityId member) { return gone.contains(member); });
            rule.field->set(*copy, value);
        }
    }
    return copy;
}

} // namespace

std::vector<EntityId> letGo(ChangeBuilder& changes, const std::set<EntityId>& gone) {
    std::vector<EntityId> removed;
    std::set<EntityId> frontier = gone;
    while (!frontier.empty()) {
        std::vector<std::pair<EntityRef, Touch>> touched;
        for (const Kind kind : allKinds())
            if (!referenceRules(kind).empty() && kind != Kind::Scenario)
                changes.forEachCurrent(kind, [&](const EntityRef& object) {
                    if (const Touch touch = touchOf(object, frontier); touch != Touch::None)
                        touched.emplace_back(object, touch);
                });
        std::set<EntityId> next;
        for (const auto& [object, touch] : touched) {
            if (touch == Touch::Remove) {
                changes.remove(object.kind, object->id);
                removed.push_back(object->id);
                next.insert(object->id);
            } else {
                changes.put(object.kind, without(object, frontier));
            }
        }
        frontier = std::move(next);
    }
    return removed;
}

EntityRef firstUserOf(const ChangeBuilder& changes, const std::set<EntityId>& gone) {
    EntityRef user;
    for (const Kind kind : allKinds())
        if (!referenceRules(kind).empty() && !user)
            changes.forEachCurrent(kind, [&](const EntityRef& object) {
                if (!user && touchOf(object, gone) != Touch::None)
                    user = object;
            });
    return user;
}

std::vector<EntityId> removeWithDependants(ChangeBuilder& changes, const std::vector<EntityId>& ids) {
    std::vector<EntityId> removed;
    std::set<EntityId> gone;
    for (const EntityId id : ids) {
        const EntityRef object = changes.current(id);
        if (!object || !gone.insert(id).second)
            continue;
        changes.remove(object.kind, id);
        removed.push_back(id);
    }
    const std::vector<EntityId> dependants = letGo(changes, gone);
    removed.insert(removed.end(), dependants.begin(), dependants.end());
    return removed;
}

Span attached(const ChangeBuilder& changes, Span span) {
    const BuilderLookup lookup(changes);
    const auto from = lookup.positionOf(span.from), to = lookup.positionOf(span.to);
    if (!from || !to)
        return span;
    if (span.line.size() < 2)
        span.line = {*from, *to};
    span.line.front() = *from;
    span.line.back() = *to;
    return span;
}

void attachSpansAt(ChangeBuilder& changes, const std::set<EntityId>& nodes) {
    if (nodes.empty())
        return;
    std::vector<Span> moved;
    changes.forEachCurrent(Kind::Span, [&](const EntityRef& object) {
        const Span& span = *object.as<Span>();
        if (nodes.contains(span.from) || nodes.contains(span.to))
            moved.push_back(attached(changes, span));
    });
    for (Span& span : moved)
        changes.put(std::move(span));
}

namespace {

bool isNode(Kind kind) {
    return kind == Kind::Site || kind == Kind::Junction;
}

bool hasMoved(Kind kind, const Entity& before, const Entity& after) {
    return kind == Kind::Site
               ? !(static_cast<const Site&>(before).position == static_cast<const Site&>(after).position)
               : !(static_cast<const Junction&>(before).position == static_cast<const Junction&>(after).position);
}

// Whether an end of the span stands elsewhere in this scenario than in its parent, so that the parent's line does not
// fit here.
bool standsElsewhere(const Plan& now, EntityId scenario, const Span& span) {
    const Scenario* self = now.base().find<Scenario>(scenario);
    const EntitySet &mine = now.entities(scenario), &parents = now.entities(self->parent);
    return nodePosition(mine, span.from) != nodePosition(parents, span.from) ||
           nodePosition(mine, span.to) != nodePosition(parents, span.to);
}

// What an object of the parent refers to that this scenario has removed.
void addMissing(const EntitySet& mine, const EntitySet& parents, const EntityRef& object, std::set<EntityId>& missing) {
    const auto add = [&](EntityId id) {
        if (!mine.find(id) && parents.find(id))
            missing.insert(id);
    };
    for (const ReferenceRule& rule : referenceRules(object.kind)) {
        const Value value = rule.field->get(*object);
        if (const auto* id = std::get_if<EntityId>(&value))
            add(*id);
        else if (const auto* list = std::get_if<RefList>(&value))
            std::for_each(list->begin(), list->end(), add);
    }
}

// What one scenario must change because those above it did.
ChangeSet consequencesIn(const Plan& before, const Plan& now, EntityId scenario) {
    const EntitySet &mine = now.entities(scenario),
                    &parents = now.entities(now.base().find<Scenario>(scenario)->parent);
    std::set<EntityId> gone, moved;
    std::vector<EntityId> spans;
    EntitySet::diff(before.entities(scenario), mine, [&](Kind kind, EntityId id, const auto& was, const auto& is) {
        if (!is) {
            gone.insert(id);
            return;
        }
        addMissing(mine, parents, EntityRef{kind, is}, gone);
        if (kind == Kind::Span)
            spans.push_back(id);
        else if (was && isNode(kind) && hasMoved(kind, *was, *is))
            moved.insert(id);
    });
    ChangeBuilder changes(now, scenario);
    letGo(changes, gone);
    attachSpansAt(changes, moved);
    for (const EntityId id : spans)
        if (const EntityRef span = changes.current(Kind::Span, id))
            if (standsElsewhere(now, scenario, *span.as<Span>()))
                changes.put(attached(changes, *span.as<Span>()));
    return changes.take();
}

} // namespace

ChangeSet withConsequences(const Plan& plan, EntityId scenario, ChangeSet step) {
    if (plan.scenarios().size() < 2 || step.isEmpty())
        return step;
    if (step.touches(Kind::Scenario))
        scenario = Plan::baseScenario(); // one of them may have moved to another parent
    Plan now = plan.with(step);
    for (const EntityId below : withDescendants(now, scenario)) {
        if (below == scenario || !plan.hasScenario(below))
            continue;
        const ChangeSet more = consequencesIn(plan, now, below);
        if (more.isEmpty())
            continue;
        now = now.with(more);
        step = step.followedBy(more);
    }
    return step;
}

} // namespace corridor
