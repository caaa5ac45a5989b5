// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/cancel.h"
#include "views/paint/mapscene.h"
#include "views/paint/viewport.h"

#include <QImage>
#include <QPainter>

#include <memory>

namespace corridor {

/// Draws the map: one painter for screen, PNG, SVG, PDF and command line. Holds caches (projected geometry,
/// level-of-detail pyramids, the base map) that are shared by copies; one thread at a time paints with one MapPainter,
/// `clone()` gives another thread its own.
class MapPainter {
public:
    MapPainter();
    ~MapPainter();
    MapPainter(MapPainter&&) noexcept;
    MapPainter& operator=(MapPainter&&) noexcept;
    MapPainter clone() const;

    /// The whole picture in the drawing order of the look, labels and furniture included. False when cancelled (the
    /// target is then incomplete). `paintFurniture` off for the screen, where the canvas paints its own over the cached
    /// frame.
    bool paint(QPainter& painter, const MapScene& scene, const Viewport& viewport, bool paintFurniture,
               const CancelToken& cancel = {});

    /// As paint(), on a fresh image of viewport.size() × devicePixelRatio, ARGB32 premultiplied; null when cancelled.
    QImage render(const MapScene& scene, const Viewport& viewport, bool paintFurniture, const CancelToken& cancel = {});

    /// What of the plan is drawn at a pixel or meets a rectangle (nodes before spans, topmost first), within `radius`
    /// px. Uses the same geometry and declutter rules as the picture.
    std::vector<EntityId> objectsAt(const MapScene& scene, const Viewport& viewport, QPointF pixel, double radius);
    std::vector<EntityId> objectsIn(const MapScene& scene, const Viewport& viewport, const QRectF& pixels);

private:
    struct Caches;
    std::shared_ptr<Caches> mCaches;
};

} // namespace corridor
