// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paint/clip.h"
#include "views/paint/mapscene.h"
#include "views/paint/plangeometry.h"
#include "views/paint/planlook.h"
#include "views/paint/viewport.h"

#include <QPainter>

#include <optional>
#include <span>
#include <vector>

namespace corridor {

class StrokeLayer;

/// A cable as it lies in the picture.
struct DrawnSpan {
    const PlanGeometry::SpanItem* item;
    SpanLook look;
    std::vector<LinePiece> pieces; ///< at least one
    double length;                 ///< pixels, of the whole line

    const Span& span() const { return *item->span; }
    /// The pieces as plain lines, for halos.
    void addLinesTo(std::vector<QPolygonF>& lines) const;
    /// Distance in pixels of a point from what is drawn.
    double distanceTo(QPointF pixel) const;
    /// The point at a share of the length, if it is in the picture.
    std::optional<QPointF> pointAt(double fraction) const;
};

/// The cables of a picture. Geometry must outlive it.
class SpanLayer {
public:
    /// Collects what meets @p window (pixels); incomplete when cancelled.
    SpanLayer(const PlanGeometry& geometry, const MapScene& scene, const Viewport& viewport, const QRectF& window,
              const CancelToken& cancel);

    /// In order of id.
    const std::vector<DrawnSpan>& spans() const { return mSpans; }
    /// Null if the cable is not in the picture.
    const DrawnSpan* find(EntityId span) const;
    /// Indices into spans(), first painted first.
    const std::vector<std::size_t>& paintOrder() const { return mOrder; }

    void paint(QPainter& painter, const CancelToken& cancel) const;

private:
    void paintOneByOne(QPainter& painter, std::span<const std::size_t> indices, const CancelToken& cancel) const;
    void paintTogether(QPainter& painter, StrokeLayer& layer, std::span<const std::size_t> indices,
                       const CancelToken& cancel) const;
    void paintCasing(QPainter& painter, const DrawnSpan& span) const;
    void paintStroke(QPainter& painter, const DrawnSpan& span) const;
    void paintSigns(QPainter& painter, const DrawnSpan& span) const;
    void paintCrosses(QPainter& painter, const DrawnSpan& span) const;
    void paintWaypoints(QPainter& painter, const DrawnSpan& span) const;

    const MapScene& mScene;
    QTransform mMatrix;
    QRectF mWindow;
    bool mShowWaypoints;
    std::vector<DrawnSpan> mSpans;
    std::vector<std::size_t> mOrder;
};

/// The line moved sideways by @p distance pixels, to the right of its direction; its ends run in to the old ends.
QPolygonF besideLine(const QPolygonF& line, double distance);

} // namespace corridor
