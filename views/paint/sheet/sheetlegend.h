// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paint/basemap.h"
#include "views/paint/mapscene.h"
#include "views/paint/sheet/sheetpen.h"
#include "views/paint/viewport.h"

#include <functional>
#include <vector>

namespace corridor {

/// A sign of the map and what it stands for.
struct LegendEntry {
    QString text;
    std::function<void(QPainter&, const QRectF& place)> paint;
};

/// The signs that a map shows and no others, in the order of the look: cables, sites and their sizes, nodes and marks,
/// ground.
/// @p basemap may be null.
std::vector<LegendEntry> legendOf(const MapScene& scene, const Viewport& viewport, const Basemap* basemap);

/// In columns from the left; entries that find no room are left out, the last ones first. Returns how many were
/// painted.
int paintLegend(SheetPen& pen, const QRectF& rect, const std::vector<LegendEntry>& entries);

} // namespace corridor
