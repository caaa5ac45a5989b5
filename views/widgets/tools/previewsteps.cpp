// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/tools/previewsteps.h"

#include "model/plan/settings.h"

#include <map>

namespace corridor {

namespace {

void putNode(ChangeBuilder& changes, EntityId node, LonLat position) {
    const EntityRef object = changes.current(node);
    if (const Site* site = object.as<Site>()) {
        Site moved = *site;
        moved.position = position;
        changes.put(std::move(moved));
    } else if (const Junction* junction = object.as<Junction>()) {
        Junction moved = *junction;
        moved.position = position;
        changes.put(std::move(moved));
    }
}

/// An end of the new span: where it stands, and a junction for the time of the preview if there is no node.
EntityId nodeFor(ChangeBuilder& changes, const SpanEnd& end, QStringView name) {
    if (!end.node.isNull())
        return end.node;
    Junction junction;
    junction.id = stableEntityId(name);
    junction.position = end.position;
    changes.put(junction);
    return junction.id;
}

} // namespace

ChangeSet stepOfMovedNodes(const Document& document, const NodeMoves& moves) {
    ChangeBuilder changes(document.plan(), document.scenario());
    std::map<EntityId, LonLat> moved(moves.begin(), moves.end());
    for (const auto& [node, position] : moved)
        putNode(changes, node, position);
    document.entities().table<Span>().forEach([&](const auto& span) {
        const auto from = moved.find(span->from);
        const auto to = moved.find(span->to);
        if ((from == moved.end() && to == moved.end()) || span->line.size() < 2)
            return;
        Span follows = *span;
        if (from != moved.end())
            follows.line.front() = from->second;
        if (to != moved.end())
            follows.line.back() = to->second;
        changes.put(std::move(follows));
    });
    return changes.take();
}

ChangeSet stepOfSpanLine(const Document& document, EntityId id, Line line) {
    ChangeBuilder changes(document.plan(), document.scenario());
    if (const Span* span = document.entities().find<Span>(id)) {
        Span changed = *span;
        changed.line = std::move(line);
        changes.put(std::move(changed));
    }
    return changes.take();
}

ChangeSet stepOfNewSpan(const Document& document, const SpanEnd& from, const SpanEnd& to, const Line& inner,
                        Span prototype) {
    ChangeBuilder changes(document.plan(), document.scenario());
    Span span = std::move(prototype);
    span.id = stableEntityId(u"preview span");
    span.from = nodeFor(changes, from, u"preview from");
    span.to = nodeFor(changes, to, u"preview to");
    const auto positionOf = [&](const SpanEnd& end) {
        return nodePosition(document.entities(), end.node).value_or(end.position);
    };
    span.line = {positionOf(from)};
    span.line.insert(span.line.end(), inner.begin(), inner.end());
    span.line.push_back(positionOf(to));
    changes.put(std::move(span));
    return changes.take();
}

} // namespace corridor
