// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paint/rendermap.h"
#include "views/paint/sheet/sheet.h"
#include "views/paint/viewport.h"

namespace corridor {

/// Pixels of the look for millimetres on paper.
constexpr qreal px(double millimetres) {
    return millimetres / paperPixelMm;
}

/// Where everything stands on a sheet; pixels of the look.
struct SheetLayout {
    QSizeF paper;
    QRectF frame;    ///< the thick frame: 25 mm from the binding edge, 10 from the others
    QRectF head;     ///< title and what stands beside it
    QRectF neatline; ///< around the map and the figures of the graticule
    QRectF map;
    QRectF band; ///< below the map
    QRectF legend, notes, scaleRow, titleBlock;
    QRectF inset;    ///< empty = none; with its own head
    QRectF insetMap; ///< the map in it
    QRectF approval; ///< 审图号 and the note
    QRectF table;    ///< of round trips; empty = none
    QRectF north;

    std::optional<Viewport> view, insetView;
    double scale = 0, insetScale = 0;
};

/// Lays a sheet out; @p tableSize is what the table needs. Throws Error (Usage) as writeSheet() does.
SheetLayout layoutSheet(const Sheet& sheet, QSizeF tableSize);

/// The scale 1:n of a map on paper whose viewport has one pixel for each of the look.
double paperScale(const Viewport& viewport);

} // namespace corridor
