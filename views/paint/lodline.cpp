// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/lodline.h"

#include "model/geo/polyline.h"
#include "views/paint/segment.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace corridor {

namespace {

constexpr double longestEdgeM = 60000; // over such an edge a geodesic bends by less than 100 m in the map's projections

constexpr std::size_t mostWaypoints = 12;

bool hasLongEdge(std::span<const LonLat> line) {
    constexpr double degrees = 0.5; // shorter than the longest edge everywhere
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        if (std::abs(line[i].lon - line[i + 1].lon) > degrees || std::abs(line[i].lat - line[i + 1].lat) > degrees)
            return true;
    }
    return false;
}

} // namespace

bool boxesTouch(const QRectF& a, const QRectF& b) {
    return a.left() <= b.right() && b.left() <= a.right() && a.top() <= b.bottom() && b.top() <= a.bottom();
}

LodLine::LodLine(std::span<const LonLat> line, const Projection& projection) {
    if (line.size() > 2 && line.size() <= mostWaypoints) {
        for (const LonLat& position : line.subspan(1, line.size() - 2)) {
            const Point p = projection.forward(position);
            if (std::isfinite(p.x) && std::isfinite(p.y))
                mWaypoints.emplace_back(p.x, p.y);
        }
    }
    std::vector<LonLat> dense;
    if (hasLongEdge(line)) {
        dense = densify(line, longestEdgeM);
        line = dense;
    }
    std::vector<Point> points(line.size());
    projection.forward(line, points);
    mPoints.reserve(points.size());
    double x0 = INFINITY, y0 = INFINITY, x1 = -INFINITY, y1 = -INFINITY;
    for (const Point& p : points) {
        if (!std::isfinite(p.x) || !std::isfinite(p.y))
            continue;
        mPoints.emplace_back(p.x, p.y);
        x0 = std::min(x0, p.x);
        x1 = std::max(x1, p.x);
        y0 = std::min(y0, p.y);
        y1 = std::max(y1, p.y);
    }
    if (!mPoints.empty())
        mBounds = {x0, y0, x1 - x0, y1 - y0};
    rankVertices();
}

/// Douglas–Peucker once for all tolerances: a vertex may not stay longer than the one whose choice led to it.
void LodLine::rankVertices() {
    struct Part {
        std::size_t first, last;
        float most;
    };
    constexpr float always = std::numeric_limits<float>::infinity();
    mError.assign(mPoints.size(), always);
    std::vector<Part> open;
    if (mPoints.size() > 2)
        open.push_back({0, mPoints.size() - 1, always});
    while (!open.empty()) {
        const Part part = open.back();
        open.pop_back();
        std::size_t farthest = part.first + 1;
        double most = -1;
        for (std::size_t i = part.first + 1; i < part.last; ++i) {
            const double distance = distanceToSegment(mPoints[i], mPoints[part.first], mPoints[part.last]);
            if (distance > most) {
                most = distance;
                farthest = i;
            }
        }
        const float error = std::min(part.most, float(most));
        mError[farthest] = error;
        if (farthest - part.first > 1)
            open.push_back({part.first, farthest, error});
        if (part.last - farthest > 1)
            open.push_back({farthest, part.last, error});
    }
}

QPolygonF LodLine::pixels(const QTransform& planeToPixel, double tolerance) const {
    QPolygonF result;
    for (std::size_t i = 0; i < mPoints.size(); ++i) {
        if (mError[i] > tolerance)
            result << planeToPixel.map(mPoints[i]);
    }
    return result;
}

QPolygonF LodLine::waypoints(const QTransform& planeToPixel) const {
    QPolygonF result;
    for (const QPointF& p : mWaypoints)
        result << planeToPixel.map(p);
    return result;
}

} // namespace corridor
