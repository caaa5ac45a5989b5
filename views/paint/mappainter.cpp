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
    if (geometry->fits(scene.entities, viewport.projection()))
        return true;
    // Clones share what is there, so another is made from it.
    auto next = std::make_shared<PlanGeometry>(*geometry);
    const bool whole = next->update(scene.entities, viewport.projection(), cancel);
    geometry = std::move(next); // of a cancelled one too: the next try goes on from there
    return whole;
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
    painter.restore();
    return paintPlan(painter, scene, viewport, paintFurniture, cancel);
}

bool MapPainter::paintPlan(QPainter& painter, const MapScene& scene, const Viewport& viewport, bool paintFurniture,
                           const CancelToken& cancel) {
    if (cancel.isCancelled())
        return false;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    Picture picture(*mCaches, scene, viewport, cancel);
    const bool done = !cancel.isCancelled() && picture.paint(painter, paintFurniture, cancel);
    painter.restore();
    return done;
}

// Fresh memory costs as much time as a plain picture.
QImage MapPainter::freshImage(QSize size) {
    constexpr std::size_t most = 3; // shown, shown without what is dragged, being painted
    std::erase_if(mImages, [&](const QImage& image) { return image.size() != size; });
    const auto free =
        std::find_if(mImages.begin(), mImages.end(), [](const QImage& image) { return image.isDetached(); });
    QImage image = free != mImages.end() ? std::move(*free) : QImage(size, QImage::Format_ARGB32_Premultiplied);
    if (free != mImages.end())
        mImages.erase(free);
    else if (mImages.size() >= most)
        mImages.erase(mImages.begin());
    return image;
}

QImage MapPainter::render(const MapScene& scene, const Viewport& viewport, bool paintFurniture,
                          const CancelToken& cancel) {
    const qreal dpr = viewport.devicePixelRatio();
    QImage image = freshImage((viewport.size() * dpr).toSize());
    if (image.isNull())
        return image;
    image.setDevicePixelRatio(dpr);
    if (!mCaches->prepare(scene, viewport, cancel)) {
        mImages.push_back(std::move(image)); // for the next picture
        return QImage();
    }
    mCaches->layGround(image, scene, viewport, cancel);
    QPainter painter(&image);
    const bool done = paintPlan(painter, scene, viewport, paintFurniture, cancel);
    painter.end();
    mImages.push_back(image);
    return done ? image : QImage();
}

std::vector<MapLabel> MapPainter::labels(const MapScene& scene, const Viewport& viewport, bool paintFurniture) {
    mCaches->prepare(scene, viewport, {});
    Picture picture(*mCaches, scene, viewport, {});
    return picture.placedLabels(paintFurniture);
}

} // namespace corridor
