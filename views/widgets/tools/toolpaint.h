// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/tools/maptool.h"

#include <QPolygonF>

namespace corridor {

/// How far the pointer must go with the button down before it counts as a drag, pixels.
inline constexpr double dragThresholdPx = 4;
bool isDrag(QPointF from, QPointF to);

/// The pixel nearest to the pointer in one of the eight main directions from an origin: Shift locks the direction.
QPointF lockedDirection(QPointF origin, QPointF pixel);

/// The mark of a snap with its name ("End Liangcheng"); nothing for Snap::Kind::None.
void paintSnap(QPainter& painter, const Viewport& viewport, const Snap& snap, ToolHost& host);

/// A line that is being drawn or moved: 2.8 px dashes in the colour of the selection.
void paintPreviewLine(QPainter& painter, const QPolygonF& line);
/// Where something was: thin grey dashes.
void paintGhostLine(QPainter& painter, const QPolygonF& line);
/// The rectangle of a rubber band; @p crossing: dashed, what it touches counts.
void paintRubberBand(QPainter& painter, const QRectF& rect, bool crossing = false);

/// A small panel of lines of text beside the pointer, or outside a rectangle, the first line bold; clear of the edges
/// and the furniture of the map.
void paintTag(QPainter& painter, const Viewport& viewport, QPointF at, const QStringList& lines);
void paintTag(QPainter& painter, const Viewport& viewport, const QRectF& around, const QStringList& lines);

/// A length on the map: "850 m", "137.7 km".
QString lengthText(double metres);

QPolygonF pixelsOf(const Viewport& viewport, const std::vector<LonLat>& line);

/// Says why a verb refused.
void notifyRefusal(ToolHost& host, const EditResult& result);
/// True, and a notice, when the plan cannot be edited.
bool refuseReadOnly(ToolHost& host);

} // namespace corridor
