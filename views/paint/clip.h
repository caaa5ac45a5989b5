// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QPolygonF>
#include <QRectF>

#include <span>
#include <vector>

namespace corridor {

/// A part of a line that lies within a rectangle.
struct LinePiece {
    QPolygonF points; ///< at least two
    double startsAt;  ///< length of the line before the piece: where its dash pattern goes on
};

/// The parts of an open line within @p rect, in order. Points that are not finite break the line.
std::vector<LinePiece> clipLine(std::span<const QPointF> line, const QRectF& rect);

/// The ring (closed or not) cut to @p rect; empty if nothing is left. Edges along the rectangle may be doubled, which
/// does not show when filled.
QPolygonF clipRing(std::span<const QPointF> ring, const QRectF& rect);

} // namespace corridor
