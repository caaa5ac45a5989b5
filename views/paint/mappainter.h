// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/cancel.h"
#include "views/paint/labels.h"
#include "views/paint/mapscene.h"
#include "views/paint/viewport.h"

#include <QImage>
#include <QPainter>

#include <memory>
#include <optional>

namespace corridor {

/// A name or flag in a picture.
struct MapLabel {
    QString text; ///< empty for a circuit flag
    QRectF box;   ///< pixels
};

/// Draws the map: one painter for screen, PNG, SVG, PDF and command line. Holds caches (projected geometry,
/// level-of-detail pyramids, the base map); one thread at a time paints with one MapPainter, `clone()` gives another
/// thread its own, which shares what was projected so far.
///
/// The base map is that of BasemapData::defaultPath(); where there is none, the ground is plain.
class MapPainter {
public:
    MapPainter();
    ~MapPainter();
    MapPainter(MapPainter&&) noexcept;
    MapPainter& operator=(MapPainter&&) noexcept;
    MapPainter clone() const;

    /// Brings the base map into a projection ahead of the first picture in it: most of what a first picture costs.
    void prepareGround(const Projection& projection);

    /// The whole picture in the drawing order of the look, labels and furniture included. False when cancelled (the
    /// target is then incomplete). `paintFurniture` off for the screen, where the canvas paints its own over the cached
    /// frame.
    bool paint(QPainter& painter, const MapScene& scene, const Viewport& viewport, bool paintFurniture,
               const CancelToken& cancel = {});

    /// As paint(), on a fresh image of viewport.size() × devicePixelRatio, ARGB32 premultiplied; null when cancelled.
    QImage render(const MapScene& scene, const Viewport& viewport, bool paintFurniture, const CancelToken& cancel = {});

    /// What of the plan is drawn at a pixel, within `radius` px: symbols before cables before areas. Symbols that hold
    /// the pixel come first, topmost first, then the others and the cables by distance. Uses the same geometry and
    /// declutter rules as the picture; for the symbol of a city all its sites.
    std::vector<EntityId> objectsAt(const MapScene& scene, const Viewport& viewport, QPointF pixel, double radius);
    /// What meets a rectangle: symbols, cables, areas whose edge does; each topmost first.
    std::vector<EntityId> objectsIn(const MapScene& scene, const Viewport& viewport, const QRectF& pixels);

    /// The pixel that the symbol of a site or junction has in the picture: its place, or beside it where another would
    /// hide it. None if it is not drawn.
    std::optional<QPointF> symbolAt(const MapScene& scene, const Viewport& viewport, EntityId id);

    /// The names and flags of the picture that paint() makes, in the order of their rights. No two of them overlap.
    std::vector<MapLabel> labels(const MapScene& scene, const Viewport& viewport, bool paintFurniture);

private:
    struct Caches;
    class Picture;
    explicit MapPainter(std::shared_ptr<Caches> caches);

    QImage freshImage(QSize size);
    /// All above the ground.
    bool paintPlan(QPainter& painter, const MapScene& scene, const Viewport& viewport, bool paintFurniture,
                   const CancelToken& cancel);

    std::shared_ptr<Caches> mCaches;
    std::vector<QImage> mImages; ///< that were handed out; those that nobody holds any more are painted again
};

} // namespace corridor
