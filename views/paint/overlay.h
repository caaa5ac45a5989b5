// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QPen>
#include <QPolygonF>
#include <QRectF>

#include <span>

namespace corridor {

/// Strokes an open line in short pieces: the raster engine's time for one path grows with the square of its crossings
/// on a row of pixels. A dash pattern runs on over the pieces, beginning @p startsAt pixels into it. The pen should be
/// opaque, since pieces touch.
void strokeLine(QPainter& painter, const QPolygonF& line, const QPen& pen, double startsAt = 0);

/// Strokes lines so that the result has one opacity everywhere, also where lines cross, meet or double back: halos and
/// bands. @p pen is opaque and solid; @p area is what of the painter's (untransformed) picture may be touched.
void paintTranslucentLines(QPainter& painter, const QRectF& area, std::span<const QPolygonF> lines, const QPen& pen,
                           qreal opacity);

} // namespace corridor
