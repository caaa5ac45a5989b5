// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/tools/maptool.h"

namespace corridor {

// What the tools that cut a span have in common.

/// The span drawn at a pixel, also below the symbol of a node; null when none is there.
EntityId spanUnder(ToolHost& host, QPointF pixel);
/// Where on that span a click would cut; with snapping off the nearest place along it. Kind None for no span, End where
/// it has its node already.
Snap placeOfCut(ToolHost& host, EntityId span, const MapPointer& pointer);
/// Cuts, selects the new junction and says so with a way back; or says why not.
bool cutSpan(ToolHost& host, EntityId span, const Snap& place, Junction junction);
/// The span, the place with its mark, the junction to be, and how long the parts will be.
void paintCut(QPainter& painter, const Viewport& viewport, ToolHost& host, EntityId span, const Snap& place,
              JunctionRole role);

} // namespace corridor
