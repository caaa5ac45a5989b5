// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paint/tokens.h"
#include "views/paint/viewport.h"
#include "views/widgets/canvas/dragpreview.h"

#include <QPainter>

#include <optional>
#include <vector>

namespace corridor {

/// Where a dragged point may stand at most without breaking a limit: a geodesic ellipse about its two fixed neighbours;
/// of a span being drawn, about its last vertex and the far end of the service it is for; of the end of a service, a
/// circle about its one neighbour. A bound, not a promise: outside the limit is broken for certain on this path, inside
/// the number decides.
struct FeasibleArea {
    LonLat focus1, focus2;
    double sumKm = 0; ///< what the budget leaves for both legs together
    double limitMs = 0;
    QString serviceName;         ///< whose limit it is, where that is not the service at the cursor
    QString towards;             ///< of a span being drawn: the far end that it leads to
    std::vector<LonLat> outline; ///< empty when no place keeps the limit
};

/// For the main path of a preview, or the worst other that leaves the point some room; @p before is what the gesture
/// started from, @p after what it leads to. None when no limited path runs over the dragged point, when several of its
/// points are dragged, when a measured length hides what the point changes, or when another way keeps the limit where
/// the point is. Of a drawn span: none when the service keeps its limit without it. The outline of @p last is used
/// again if the area is the same.
std::optional<FeasibleArea> feasibleArea(const DragPreview& preview, const EntitySet& before, const EntitySet& after,
                                         const std::optional<FeasibleArea>& last);

void paintFeasibleArea(QPainter& painter, const FeasibleArea& area, const Viewport& viewport, Theme theme);

} // namespace corridor
