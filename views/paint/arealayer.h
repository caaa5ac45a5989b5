// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paint/clip.h"
#include "views/paint/mapscene.h"
#include "views/paint/plangeometry.h"
#include "views/paint/viewport.h"

#include <QPainter>
#include <QPainterPath>

#include <vector>

namespace corridor {

/// An area as it lies in the picture.
struct DrawnArea {
    const Area* area;
    QPainterPath path;           ///< its inside, cut to the picture
    std::vector<LinePiece> edge; ///< its outline within the picture
    QPointF labelAt;

    /// Whether a pixel means this area: its edge, or its inside where that is painted. A ring is only its line.
    bool isHit(QPointF pixel, double radius) const;
};

/// The areas of a picture: pale, with a dashed edge; hazards hatched. Geometry must outlive it.
class AreaLayer {
public:
    AreaLayer(const PlanGeometry& geometry, const MapScene& scene, const Viewport& viewport, const QRectF& window);

    /// Large ones first.
    const std::vector<DrawnArea>& areas() const { return mAreas; }
    void paint(QPainter& painter) const;

private:
    const MapScene& mScene;
    std::vector<DrawnArea> mAreas;
};

} // namespace corridor
