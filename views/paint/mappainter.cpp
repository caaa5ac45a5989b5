// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/mappainter.h"

#include "views/paint/mappicture.h"
#include "views/paint/overlay.h"
#include "views/paint/symbols.h"

#include <algorithm>

namespace corridor {

MapPainter::MapPainter()
    : MapPainter(std::make_shared<Caches>()) {}

MapPainter::MapPainter(std::shared_ptr<Caches> caches)
    : mCaches(std::move(caches)) {}

MapPainter::~MapPainter() = default;
MapPainter::MapPainter(MapPainter&&) noexcept = default;
MapPainter& MapPainter::operator=(MapPainter&&) noexcept = default;

MapPainter MapPainter::clone() const {
    return MapPainter(std::make_shared<Caches>(*mCaches)); // what it holds is immutable and shared
}

void MapPainter::Caches::prepareGround(const Projection& projection) {
    if (!data && !dataMissing) {
        const QString path = BasemapData::defaultPath();
        dataMissing = true; // a damaged one is told once, then the ground is plain
        if (!path.isEmpty())
            data = BasemapData::load(path);
    }
    if (data && (!basemap || basemap->projectionDefinition() != projection.definition()))
        basemap = std::make_shared<const Basemap>(data, projection);
}

bool MapPainter::Caches::prepare(const MapScene& scene, const Viewport& viewport, const CancelToken& cancel) {
    prepareGround(viewport.projection());
    return geometry.update(scene.entities, viewport.projection(), cancel);
}

void MapPainter::prepareGround(const Projection& projection) {
    mCaches->prepareGround(projection);
}

bool MapPainter::paint(QPainter& painter, const MapScene& scene, const Viewport& viewport, bool paintFurniture,
                       const CancelToken& cancel) {
    if (!mCaches->prepare(scene, viewport, cancel) || cancel.isCancelled())
        return false;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    mCaches->paintGround(painter, scene, viewport, cancel);
    bool done = false;
    if (!cancel.isCancelled()) {
        Picture picture(*mCaches, scene, viewport, cancel);
        done = !cancel.isCancelled() && picture.paint(painter, paintFurniture, cancel);
    }
    painter.restore();
    return done;
}

QImage MapPainter::render(const MapScene& scene, const Viewport& viewport, bool paintFurniture,
                          const CancelToken& cancel) {
    const qreal dpr = viewport.devicePixelRatio();
    QImage image((viewport.size() * dpr).toSize(), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return image;
    image.setDevicePixelRatio(dpr);
    image.fill(tokenColor(Token::Land2, scene.theme));
    QPainter painter(&image);
    const bool done = paint(painter, scene, viewport, paintFurniture, cancel);
    painter.end();
    return done ? image : QImage();
}

std::vector<MapLabel> MapPainter::labels(const MapScene& scene, const Viewport& viewport, bool paintFurniture) {
    mCaches->prepare(scene, viewport, {});
    Picture picture(*mCaches, scene, viewport, {});
    return picture.placedLabels(paintFurniture);
}

} // namespace corridor
