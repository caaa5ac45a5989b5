// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/cascade.h"
#include "model/edit/refusal.h"
#include "model/geo/geodesic.h"

namespace corridor {

namespace {

// The node at its new place, or why it cannot stand there.
std::shared_ptr<const Entity> movedNode(const EntityRef& object, LonLat to, std::optional<EditResult>& refusal) {
    if (object.kind != Kind::Site && object.kind != Kind::Junction) {
        refusal = refuse(problem(
            "not-a-node", Severity::Binding,
            message(CORRIDOR_MSG("%1 is not a site or junction; choose one to move."), labelOf(*object)), *object));
        return nullptr;
    }
    const Field& position = *schemaOf(object.kind).field(u"geom");
    if (auto sentence = position.check(Value(to))) {
        refusal = refuse(problem("value", Severity::Binding, std::move(*sentence), *object, QStringLiteral("geom"),
                                 extentOf(object.kind, *object)));
        return nullptr;
    }
    std::shared_ptr<Entity> moved = schemaOf(object.kind).copy(*object);
    position.set(*moved, Value(to));
    return moved;
}

} // namespace

EditResult Editor::moveNode(EntityId node, LonLat to) {
    return moveNodes({{node, to}});
}

EditResult Editor::moveNodes(const std::vector<std::pair<EntityId, LonLat>>& moves) {
    if (auto refused = refusedForReadOnly())
        return *refused;
    if (moves.empty())
        return {};
    ChangeBuilder changes = startChanges();
    Objects objects;
    for (const auto& [node, to] : moves) {
        const EntityRef object = changes.current(node);
        if (!object)
            return refuseMissing(node);
        std::optional<EditResult> refusal;
        std::shared_ptr<const Entity> moved = movedNode(object, to, refusal);
        if (refusal)
            return *refusal;
        const Field& position = *schemaOf(object.kind).field(u"geom");
        if (position.get(*moved) != position.get(*object))
            markHandMade(changes, {node}, object.kind, u"geom");
        objects.push_back(EntityRef{object.kind, std::move(moved)});
    }
    const EntityRef& first = objects.front();
    const QString text = objects.size() == 1 ? tr("Move %1 %2").arg(schemaOf(first.kind).labelText(), labelOf(*first))
                                             : tr("Move %n nodes", nullptr, static_cast<int>(objects.size()));
    return putObjects(changes, objects, text);
}

namespace {

// The node of an end: the one there is, or a new junction put into the changes.
EntityId nodeFor(ChangeBuilder& changes, const SpanEnd& end, std::vector<EntityId>& made) {
    if (!end.node.isNull())
        return end.node;
    Junction junction;
    junction.id = freshId(changes);
    junction.code = nextFreeCode(changes, Kind::Junction);
    junction.name = end.name;
    junction.position = end.position;
    made.push_back(junction.id);
    changes.put(junction);
    return junction.id;
}

} // namespace

EditResult Editor::addSpan(const SpanEnd& from, const SpanEnd& to, const Line& inner, Span prototype) {
    if (auto refused = refusedForReadOnly())
        return *refused;
    ChangeBuilder changes = startChanges();
    for (const EntityId node : {from.node, to.node})
        if (!node.isNull() && !changes.current(node))
            return refuseMissing(node);
    std::vector<EntityId> ids;
    Span span = std::move(prototype);
    span.from = nodeFor(changes, from, ids);
    span.to = nodeFor(changes, to, ids);
    for (const EntityId id : ids)
        if (auto problem = reasonToRefuse(changes, Kind::Junction, *changes.current(Kind::Junction, id)))
            return refuse(std::move(*problem));
    placeNodes(changes, {ids.begin(), ids.end()});
    if (span.id.isNull())
        span.id = freshId(changes);
    else if (isIdTaken(changes.plan(), span.id))
        return refuse(
            "id-taken",
            message(CORRIDOR_MSG("An object with the id %1 is in the plan already; add this one without an id."),
                    span.id.toString()));
    if (span.code.isEmpty())
        span.code = nextFreeCode(changes, Kind::Span);
    span.line = {LonLat{}};
    span.line.insert(span.line.end(), inner.begin(), inner.end());
    span.line.push_back(LonLat{});
    span = attached(changes, std::move(span));
    const EntityId id = span.id;
    ids.insert(ids.begin(), id);
    const QString text = tr("Draw span %1").arg(span.code);
    changes.put(std::move(span));
    if (auto problem = reasonToRefuse(changes, Kind::Span, *changes.current(Kind::Span, id)))
        return refuse(std::move(*problem));
    return finish(changes.take(), text, std::move(ids));
}

} // namespace corridor
