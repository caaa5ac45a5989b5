// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paint/tokens.h"
#include "views/widgets/canvas/dragpreview.h"

#include <QPainter>

namespace corridor {

/// The card beside the pointer: mark, value, change, and limit with margin in a second line.
class DragCard {
public:
    DragCard(const DragPreview& preview, Theme theme)
        : mPreview(preview)
        , mTheme(theme) {}

    /// 206 × 52, wider if the text needs it; 16 px right of and 30 below the pointer, on the other side at the edges.
    QRectF placedAt(QPointF pointer, const QRectF& view) const;
    void paint(QPainter& painter, const QRectF& rect) const;

private:
    QString valueText() const;
    QString unitText() const;
    /// Change of the round trip in ms; none when it does not show or was not there.
    std::optional<double> delta() const;
    void paintDelta(QPainter& painter, const QRectF& rect, double change) const;

    const DragPreview& mPreview;
    Theme mTheme;
};

/// A panel on the map: hud surface, 1 px border, radius 5.
void paintHudPanel(QPainter& painter, const QRectF& rect, Theme theme);
/// A small triangle for better or worse, with its tip up or down.
void paintChangeArrow(QPainter& painter, QPointF center, bool rises, const QColor& color);

} // namespace corridor
