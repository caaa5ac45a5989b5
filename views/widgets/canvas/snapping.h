// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/geo/spatialindex.h"
#include "model/plan/entityset.h"
#include "views/paint/mapscene.h"
#include "views/paint/viewport.h"
#include "views/widgets/tools/maptool.h"

#include <QPointF>

#include <unordered_map>

namespace corridor {

/// Finds what the pointer should stick to. The better kind wins within the radius, whatever is nearer: ends (sites and
/// junctions), then vertices, then middles of segments, then the nearest place along a line. Of one kind, the nearest;
/// a node with one cable or none stands back by some pixels, since many sites of a city lie about its one exchange.
class Snapper {
public:
    static constexpr double radiusPx = 12;
    static constexpr double unconnectedPenaltyPx = 6;
    static constexpr double spurPenaltyPx = 4; ///< of a node with a single cable
    /// A segment shorter than this on the screen offers no middle: it would only be in the way of its vertices.
    static constexpr double shortestForMidpointPx = 48;

    /// Takes over the objects; looks only at those that changed since the last time.
    void setEntities(const EntitySet& entities);

    /// Nothing of @p ignore is snapped to: neither the object, nor the ends of a span, nor the spans at a node. What
    /// @p layers hides offers no hold. Kind None and the plain position when nothing is near.
    Snap snapAt(const Viewport& viewport, QPointF pixel, const LayerVisibility& layers, EntityId ignore = {}) const;

private:
    class Search;
    void countEnds(const EntitySet& entities);
    int spansAt(EntityId node) const;

    SpatialIndex mNodes, mSpans;
    std::unordered_map<EntityId, int> mSpansAt; ///< how many spans end at a node
    EntitySet mEntities;
};

/// The place on the line of one span that is meant by a pixel, however far away: an end within endRadiusPx of it, else
/// a vertex within Snapper::radiusPx, else the middle of a segment that offers one, else the place along the line that
/// is nearest on the screen. With @p plain the last alone. Kind None for a span without a line.
Snap snapOnLine(const Viewport& viewport, QPointF pixel, const Span& span, bool plain);
inline constexpr double endRadiusPx = 8;

/// The positions of a box of pixels around one; empty where the map has no positions.
Box boxAround(const Viewport& viewport, QPointF pixel, double radiusPx);

} // namespace corridor
