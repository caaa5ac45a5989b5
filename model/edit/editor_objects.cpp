// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/cascade.h"
#include "model/edit/refusal.h"

namespace corridor {

namespace {

std::optional<LonLat> positionIn(const EntityRef& object) {
    if (const Site* site = object.as<Site>())
        return site->position;
    if (const Junction* junction = object.as<Junction>())
        return junction->position;
    return std::nullopt;
}

// A span whose ends were exchanged for others gets its line's ends moved there; one whose line was edited keeps it for
// the checks.
std::shared_ptr<const Entity> fitted(const ChangeBuilder& changes, const std::shared_ptr<const Entity>& object) {
    const Span& span = static_cast<const Span&>(*object);
    const EntityRef before = changes.current(Kind::Span, span.id);
    const bool newEnds = before && (before.as<Span>()->from != span.from || before.as<Span>()->to != span.to);
    const bool straight = !before && span.line.empty();
    if (!newEnds && !straight)
        return object;
    return std::make_shared<const Span>(attached(changes, span));
}

} // namespace

// Puts objects in place, lets the spans follow moved nodes, checks, and makes the step.
EditResult Editor::putObjects(ChangeBuilder& changes, const Objects& objects, const QString& text) {
    std::set<EntityId> moved, placed;
    std::vector<EntityId> ids;
    for (const EntityRef& object : objects) {
        const std::optional<LonLat> before = positionIn(changes.current(object.kind, object->id));
        changes.put(object.kind, object.kind == Kind::Span ? fitted(changes, object.ptr) : object.ptr);
        const std::optional<LonLat> after = positionIn(object);
        if (before && *before != after)
            moved.insert(object->id);
        if (after && before != after)
            placed.insert(object->id);
        ids.push_back(object->id);
    }
    for (const EntityRef& object : objects)
        if (const EntityRef now = changes.current(object.kind, object->id))
            if (auto problem = reasonToRefuse(changes, object.kind, *now))
                return refuse(std::move(*problem));
    attachSpansAt(changes, moved);
    placeNodes(changes, placed);
    return finish(changes.take(), text, std::move(ids));
}

EditResult Editor::add(Kind kind, std::shared_ptr<Entity> entity) {
    if (auto refused = refusedForReadOnly())
        return *refused;
    ChangeBuilder changes = startChanges();
    if (entity->id.isNull())
        entity->id = freshId(changes);
    else if (isIdTaken(changes.plan(), entity->id))
        return refuse(
            "id-taken",
            message(CORRIDOR_MSG("An object with the id %1 is in the plan already; add this one without an id."),
                    entity->id.toString()));
    if (entity->code.isEmpty())
        entity->code = nextFreeCode(changes, kind);
    const QString text = tr("Add %1 %2").arg(schemaOf(kind).labelText(), labelOf(*entity));
    return putObjects(changes, {EntityRef{kind, std::move(entity)}}, text);
}

EditResult Editor::addSite(Site site) {
    return add(Kind::Site, std::make_shared<Site>(std::move(site)));
}

EditResult Editor::addJunction(Junction junction) {
    return add(Kind::Junction, std::make_shared<Junction>(std::move(junction)));
}

EditResult Editor::setField(const std::vector<EntityId>& ids, QStringView field, const Value& value) {
    if (auto refused = refusedForReadOnly())
        return *refused;
    ChangeBuilder changes = startChanges();
    const Field* target = nullptr;
    Objects objects;
    std::vector<EntityId> changed;
    Kind kind = Kind::Site;
    for (const EntityId id : ids) {
        const EntityRef object = changes.current(id);
        if (!object)
            return refuseMissing(id);
        if (!objects.empty() && object.kind != kind)
            return refuse("mixed-kinds", message(CORRIDOR_MSG("The chosen objects are of different kinds; choose "
                                                              "objects of one kind to change a field of all.")));
        kind = object.kind;
        target = schemaOf(kind).field(field);
        if (!target)
            return refuse("no-such-field",
                          message(CORRIDOR_MSG("An object of kind “%1” has no field “%2”; choose another."),
                                  schemaOf(kind).labelText(), field.toString()));
        if (auto sentence = target->check(value))
            return refuse(problem("value", Severity::Binding, std::move(*sentence), *object, field.toString(),
                                  extentOf(kind, *object)));
        std::shared_ptr<Entity> copy = schemaOf(kind).copy(*object);
        target->set(*copy, value);
        if (target->get(*copy) != target->get(*object))
            changed.push_back(id);
        objects.push_back(EntityRef{kind, std::move(copy)});
    }
    if (objects.empty())
        return {};
    const QString label = target->labelText();
    const QString text = objects.size() == 1
                             ? tr("Change “%1” of %2").arg(label, labelOf(*objects.front().ptr))
                             : tr("Change “%1” of %n objects", nullptr, static_cast<int>(objects.size())).arg(label);
    markHandMade(changes, changed, kind, field);
    return putObjects(changes, objects, text);
}

EditResult Editor::replace(Kind kind, std::shared_ptr<const Entity> entity) {
    if (auto refused = refusedForReadOnly())
        return *refused;
    ChangeBuilder changes = startChanges();
    if (!changes.current(kind, entity->id))
        return refuseMissing(entity->id);
    const QString text = tr("Change %1 %2").arg(schemaOf(kind).labelText(), labelOf(*entity));
    return putObjects(changes, {EntityRef{kind, std::move(entity)}}, text);
}

EditResult Editor::remove(const std::vector<EntityId>& ids) {
    if (auto refused = refusedForReadOnly())
        return *refused;
    ChangeBuilder changes = startChanges();
    for (const EntityId id : ids) {
        const EntityRef object = changes.current(id);
        if (!object)
            return refuseMissing(id);
        if (object.kind == Kind::Scenario)
            return refuse(problem(
                "scenario", Severity::Binding,
                message(CORRIDOR_MSG("Scenario %1 is not an object of the map; remove it in the list of scenarios."),
                        labelOf(*object)),
                *object));
    }
    if (ids.empty())
        return {};
    const EntityRef first = changes.current(ids.front());
    const QString text = ids.size() == 1 ? tr("Remove %1 %2").arg(schemaOf(first.kind).labelText(), labelOf(*first))
                                         : tr("Remove %n objects", nullptr, static_cast<int>(ids.size()));
    std::vector<EntityId> removed = removeWithDependants(changes, ids);
    return finish(changes.take(), text, std::move(removed));
}

} // namespace corridor
