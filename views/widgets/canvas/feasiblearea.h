// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paint/tokens.h"
#include "views/paint/viewport.h"
#include "views/widgets/canvas/dragpreview.h"

#include <QPainter>

#include <optional>
#include <vector>

namespace corridor {

/// Where a dragged point may stand at most without breaking a limit: a geodesic ellipse about its two fixed neighbours.
/// A bound, not a promise: outside the limit is broken for certain on this path, inside the number decides.
struct FeasibleArea {
    LonLat focus1, focus2;
    double sumKm = 0; ///< what the budget leaves for both legs together
    double limitMs = 0;
    std::vector<LonLat> outline; ///< empty when no place keeps the limit
};

/// For the main path of a preview; @p before is what the gesture started from, @p after what it leads to. None when
/// nothing limits the path, when it does not run over the dragged point, or when a measured length hides what the point
/// changes. The outline of @p last is used again if the area is the same.
std::optional<FeasibleArea> feasibleArea(const DragPreview& preview, const EntitySet& before, const EntitySet& after,
                                         const std::optional<FeasibleArea>& last);

void paintFeasibleArea(QPainter& painter, const FeasibleArea& area, const Viewport& viewport, Theme theme);

} // namespace corridor
