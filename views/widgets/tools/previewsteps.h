// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/editor.h"

#include <utility>
#include <vector>

namespace corridor {

// What a gesture would do, as steps for the latency preview. The document is never touched; the verb that ends the
// gesture makes its own, checked step.

/// Nodes and where they would stand; the ends of their spans follow.
using NodeMoves = std::vector<std::pair<EntityId, LonLat>>;
ChangeSet stepOfMovedNodes(const Document& document, const NodeMoves& moves);

/// A span over other vertices; its ends stay.
ChangeSet stepOfSpanLine(const Document& document, EntityId span, Line line);

/// A new span; ends that do not exist yet become junctions. Ids are the same for every call with the same ends, so that
/// one gesture shows one object.
ChangeSet stepOfNewSpan(const Document& document, const SpanEnd& from, const SpanEnd& to, const Line& inner,
                        Span prototype);

} // namespace corridor
