// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paint/tokens.h"
#include "views/widgets/canvas/dragpreview.h"

#include <QPainter>

namespace corridor {

/// The panel at the foot of the map that explains a round-trip time while the mouse is down: one bar for each affected
/// path that has a limit, at most four, in the order of the preview.
class BudgetBar {
public:
    BudgetBar(const DragPreview& preview, Theme theme);

    bool isEmpty() const { return mRows.empty(); }
    /// Bottom centre of the view, 640 wide or as wide as the view allows; top centre when it would cover @p pointer.
    QRectF placedIn(const QRectF& view, QPointF pointer) const;
    void paint(QPainter& painter, const QRectF& rect) const;

private:
    /// From milliseconds to x: the floor at the left end, linear to 1.07 × limit at the right.
    struct Scale {
        double floorMs, topMs;
        qreal left, right;

        qreal x(double ms) const;
    };
    /// Whether all rows belong to one service: then they share scale, limit and axis.
    bool isOneService() const;
    qreal floorWidth() const;
    qreal labelWidth() const;
    qreal valueRight(const QRectF& rect) const;
    Scale scaleOf(const PathChange& row, const QRectF& rect) const;
    void paintTitle(QPainter& painter, const QRectF& rect) const;
    void paintLegend(QPainter& painter, const QRectF& rect) const;
    void paintLimit(QPainter& painter, const QRectF& rect) const;
    void paintRow(QPainter& painter, const QRectF& rect, qreal top, const PathChange& row) const;
    void paintBar(QPainter& painter, const Scale& scale, qreal top, const PathChange& row) const;
    void paintParts(QPainter& painter, const Scale& scale, const QRectF& bar, const PathChange& row) const;
    void paintFloor(QPainter& painter, const Scale& scale, const QRectF& bar) const;
    void paintFigures(QPainter& painter, const QRectF& rect, qreal top, const PathChange& row) const;
    void paintAxis(QPainter& painter, const QRectF& rect) const;

    std::vector<PathChange> mRows;
    Theme mTheme;
    qreal mMarginWidth = 0; ///< of the widest margin
    qreal mValueWidth = 0;  ///< of the widest value
};

} // namespace corridor
