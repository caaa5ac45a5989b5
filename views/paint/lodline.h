// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/geo/lonlat.h"
#include "model/geo/projection.h"

#include <QPolygonF>
#include <QRectF>
#include <QTransform>

#include <span>
#include <vector>

namespace corridor {

/// A line of positions on the map plane, each vertex with the error that leaving it out would cost: every level of
/// detail in one array, where a level is a filter. Immutable.
class LodLine {
public:
    LodLine() = default;
    /// Projects; long edges get points between, since edges are geodesics. Positions without projection are left out.
    LodLine(std::span<const LonLat> line, const Projection& projection);

    /// On the plane; without area for straight lines along an axis.
    const QRectF& bounds() const { return mBounds; }
    bool isEmpty() const { return mPoints.size() < 2; }
    /// Number of vertices at full detail.
    std::size_t size() const { return mPoints.size(); }

    /// In pixels, leaving out what costs less than @p tolerance (plane units); first and last vertex always stay.
    QPolygonF pixels(const QTransform& planeToPixel, double tolerance) const;
    /// The line's own inner vertices in pixels, if it is a chain of few way-points; empty for surveyed detail.
    QPolygonF waypoints(const QTransform& planeToPixel) const;

private:
    void rankVertices();

    std::vector<QPointF> mPoints;
    std::vector<float> mError; ///< plane units
    std::vector<QPointF> mWaypoints;
    QRectF mBounds;
};

/// QRectF::intersects() is false for rectangles without area, which straight lines have.
bool boxesTouch(const QRectF& a, const QRectF& b);

} // namespace corridor
