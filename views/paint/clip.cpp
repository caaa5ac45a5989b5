// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/clip.h"

#include <cmath>

namespace corridor {

namespace {

/// Liang–Barsky: the part [t0, t1] of a segment within a rectangle.
bool clipSegment(QPointF a, QPointF b, const QRectF& rect, double& t0, double& t1) {
    const double dx = b.x() - a.x();
    const double dy = b.y() - a.y();
    const double p[4] = {-dx, dx, -dy, dy};
    const double q[4] = {a.x() - rect.left(), rect.right() - a.x(), a.y() - rect.top(), rect.bottom() - a.y()};
    t0 = 0;
    t1 = 1;
    for (int i = 0; i < 4; ++i) {
        if (p[i] == 0) {
            if (q[i] < 0)
                return false;
            continue;
        }
        const double t = q[i] / p[i];
        if (p[i] < 0)
            t0 = std::max(t0, t);
        else
            t1 = std::min(t1, t);
    }
    return t0 <= t1;
}

bool isFinite(QPointF p) {
    return std::isfinite(p.x()) && std::isfinite(p.y());
}

/// One side of the rectangle: how far inside a point is, negative = outside.
double inside(QPointF p, const QRectF& rect, int side) {
    switch (side) {
    case 0:
        return p.x() - rect.left();
    case 1:
        return rect.right() - p.x();
    case 2:
        return p.y() - rect.top();
    default:
        return rect.bottom() - p.y();
    }
}

QPolygonF clippedAtSide(const QPolygonF& ring, const QRectF& rect, int side) {
    QPolygonF result;
    result.reserve(ring.size() + 4);
    for (qsizetype i = 0; i < ring.size(); ++i) {
        const QPointF a = ring[i];
        const QPointF b = ring[(i + 1) % ring.size()];
        const double da = inside(a, rect, side);
        const double db = inside(b, rect, side);
        if (da >= 0)
            result << a;
        if ((da < 0) != (db < 0))
            result << a + (b - a) * (da / (da - db));
    }
    return result;
}

} // namespace

std::vector<LinePiece> clipLine(std::span<const QPointF> line, const QRectF& rect) {
    std::vector<LinePiece> pieces;
    double length = 0;
    bool open = false;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const QPointF a = line[i];
        const QPointF b = line[i + 1];
        if (!isFinite(a) || !isFinite(b)) {
            open = false;
            continue;
        }
        const double size = std::sqrt(QPointF::dotProduct(b - a, b - a)); // std::hypot takes several times as long
        double t0, t1;
        if (!clipSegment(a, b, rect, t0, t1)) {
            open = false;
        } else {
            if (!open || t0 > 0)
                pieces.push_back({QPolygonF{a + (b - a) * t0}, length + size * t0});
            pieces.back().points << a + (b - a) * t1;
            open = t1 == 1;
        }
        length += size;
    }
    return pieces;
}

QPolygonF clipRing(std::span<const QPointF> ring, const QRectF& rect) {
    QPolygonF result;
    result.reserve(qsizetype(ring.size()));
    for (QPointF point : ring) {
        if (isFinite(point))
            result << point;
    }
    for (int side = 0; side < 4 && !result.isEmpty(); ++side)
        result = clippedAtSide(result, rect, side);
    return result.size() < 3 ? QPolygonF() : result;
}

} // namespace corridor
