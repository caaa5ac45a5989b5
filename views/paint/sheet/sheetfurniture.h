// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paint/furniture.h"
#include "views/paint/sheet/sheetlayout.h"
#include "views/paint/sheet/sheetpen.h"

namespace corridor {

/// What stands around the map of a sheet.

/// Ticks and figures of the graticule on the frame of a map, and its lines across it.
void paintGraticule(SheetPen& pen, const QRectF& map, const Viewport& viewport, bool figures);
/// Title, with scenario and year at the left and the classification at the right.
void paintHead(SheetPen& pen, const SheetLayout& layout, const Sheet& sheet, const QString& title);
/// Coordinate system, projection, how lengths are meant and what is schematic.
void paintNotes(SheetPen& pen, const SheetLayout& layout, const Sheet& sheet);
/// Scale bar and ratio. Returns the bar's place.
QRectF paintScaleRow(SheetPen& pen, const SheetLayout& layout, const ScaleBar& bar);
/// The cells of YD/T 5015.
void paintTitleBlock(SheetPen& pen, const SheetLayout& layout, const Sheet& sheet, const QString& title);
/// 审图号, or room for it and the note that the sheet is not to be published.
void paintApproval(SheetPen& pen, const QRectF& rect, const QString& approvalNumber);
/// What paintApproval() needs.
qreal approvalWidth(const QString& approvalNumber);
void paintSheetNorth(SheetPen& pen, const QRectF& rect, double northDegrees);
/// Four fields, filled in turns, figures above.
void paintSheetScaleBar(SheetPen& pen, QPointF bottomLeft, const ScaleBar& bar);
/// "1:1 500 000".
QString ratioText(double scale);

} // namespace corridor
