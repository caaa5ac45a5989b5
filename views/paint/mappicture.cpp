// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/mappicture.h"

#include "views/paint/fonts.h"
#include "views/paint/furniture.h"
#include "views/paint/halotext.h"
#include "views/paint/planlabels.h"
#include "views/paint/remarks.h"
#include "views/paint/symbols.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <cstring>

namespace corridor {

namespace {

constexpr qreal marginPx = 16; // what is drawn beyond the edges, so that no line ends in the picture
constexpr qreal remarkPx = 11;
constexpr qreal remarkLine = 16;

QRectF windowOf(const Viewport& viewport) {
    return viewport.rect().adjusted(-marginPx, -marginPx, marginPx, marginPx);
}

MapLimits limitsOf(const SpanLayer& spans, const LayerVisibility& layers, bool hasBasemap, const Viewport& viewport) {
    const auto& drawn = spans.spans();
    MapLimits limits;
    limits.scaleDenominator = viewport.scaleDenominator();
    limits.schematicCables =
        std::any_of(drawn.begin(), drawn.end(), [](const DrawnSpan& span) { return span.span().schematic; });
    limits.schematicWays = hasBasemap && (layers.railways || layers.expressways) && Basemap::showsWays(viewport);
    return limits;
}

BasemapLook groundLook(const MapScene& scene) {
    BasemapLook look;
    look.theme = scene.theme;
    look.borders = scene.layers.borders;
    look.railways = scene.layers.railways;
    look.expressways = scene.layers.expressways;
    look.water = scene.layers.water;
    return look;
}

QRectF remarkBox(const FurnitureLayout& layout, const QString& text, std::size_t line) {
    const qreal width = QFontMetricsF(programFont(remarkPx)).horizontalAdvance(text);
    return {layout.note.left(), layout.note.top() - remarkLine * qreal(line + 1), width, remarkPx + 4};
}

} // namespace

void MapPainter::Caches::paintGround(QPainter& painter, const MapScene& scene, const Viewport& viewport,
                                     const CancelToken& cancel) const {
    if (basemap)
        basemap->paint(painter, viewport, groundLook(scene), cancel);
    else
        painter.fillRect(viewport.rect(), tokenColor(Token::Land, scene.theme));
}

void MapPainter::Caches::layGround(QImage& image, const MapScene& scene, const Viewport& viewport,
                                   const CancelToken& cancel) {
    const BasemapLook look = groundLook(scene);
    const bool again = mLaid && mLaid->viewport == viewport && mLaid->look == look && mLaid->basemap == basemap;
    if (again && mGround.size() == image.size() && mGround.format() == image.format()) {
        std::memcpy(image.bits(), mGround.constBits(), static_cast<std::size_t>(mGround.sizeInBytes()));
        return;
    }
    image.fill(tokenColor(Token::Land2, scene.theme)); // its last pixels may be cut by the viewport's edge
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter, scene, viewport, cancel);
    painter.end();
    if (cancel.isCancelled())
        return;
    mGround = again ? image.copy() : QImage();
    if (!again)
        mLaid = Ground{viewport.detached(), look, basemap};
}

MapPainter::Picture::Picture(const Caches& caches, const MapScene& scene, const Viewport& viewport,
                             const CancelToken& cancel)
    : mCaches(caches)
    , mScene(scene)
    , mViewport(viewport)
    , mAreas(*caches.geometry, scene, viewport, viewport.rect())
    , mSpans(*caches.geometry, scene, viewport, windowOf(viewport), cancel)
    , mNodes(*caches.geometry, scene, viewport, viewport.rect())
    , mCircuits(scene, mSpans)
    , mRemarks(scene.onSheet ? std::vector<QString>()
                             : mapRemarks(limitsOf(mSpans, scene.layers, caches.basemap != nullptr, viewport))) {}

bool MapPainter::Picture::paint(QPainter& painter, bool furniture, const CancelToken& cancel) {
    mAreas.paint(painter);
    mCircuits.paintHalos(painter, mViewport.rect());
    mSpans.paint(painter, cancel);
    if (cancel.isCancelled())
        return false;
    mCircuits.paintHandles(painter, mViewport);
    mNodes.paint(painter);
    mCircuits.paintPins(painter);
    if (cancel.isCancelled())
        return false;
    placeTexts(furniture);
    mCircuits.paintFlags(painter);
    paintTexts(painter);
    if (cancel.isCancelled())
        return false;
    paintRemarks(painter);
    if (furniture) {
        const QString note =
            mScene.approvalNumber.isEmpty()
                ? unreviewedNote()
                : QCoreApplication::translate("MapPainter", "Map approval number: %1").arg(mScene.approvalNumber);
        paintMapFurniture(painter, mViewport, mScene.theme, note);
    }
    return true;
}

void MapPainter::Picture::addObstacles(LabelPlacer& placer, bool furniture) const {
    const FurnitureLayout layout = layoutFurniture(mViewport);
    for (const QRectF& box : mScene.covered)
        placer.addObstacle(box);
    if (!mScene.onSheet) {
        placer.addObstacle(layout.scaleBar);
        placer.addObstacle(layout.northArrow);
        placer.addObstacle(layout.note);
        if (!furniture) // the window's own
            placer.addObstacle(layout.zoomColumn);
    }
    for (std::size_t i = 0; i < mRemarks.size(); ++i)
        placer.addObstacle(remarkBox(layout, mRemarks[i], i));
    for (const DrawnNode& node : mNodes.nodes()) {
        const qreal r = node.radius + 1;
        placer.addObstacle({node.at.x() - r, node.at.y() - r, 2 * r, 2 * r});
        if (node.at != node.place)
            placer.addLine(std::array{node.place, node.at});
    }
    for (const DrawnSpan& span : mSpans.spans()) {
        for (const LinePiece& piece : span.pieces)
            placer.addLine(piece.points);
    }
}

void MapPainter::Picture::placeTexts(bool furniture) {
    LabelPlacer placer(mViewport.rect());
    addObstacles(placer, furniture);
    mCircuits.placeSigns(placer);
    std::vector<LabelRequest> places;
    if (mScene.layers.placeNames && mCaches.basemap) {
        places = mCaches.basemap->labels(mViewport, !mScene.english, mScene.layers.water);
        keepClearOf(mNodes, places);
    }
    mTexts.clear();
    const auto early = [](const LabelRequest& request) { return request.priority < LabelPriority::County; };
    const auto late = std::stable_partition(places.begin(), places.end(), early);
    std::vector<LabelRequest> requests(places.begin(), late);
    const auto plan = planLabels(mNodes, mAreas, mScene, mViewport, mCaches.data.get());
    requests.insert(requests.end(), plan.begin(), plan.end());
    placeRequests(placer, requests);
    // Counties and towns, numbers of roads, and waters come last. Many towns are named by what stands in them.
    places.erase(places.begin(), late);
    std::erase_if(places, [this](const LabelRequest& place) {
        return place.priority == LabelPriority::County &&
               std::any_of(mTexts.begin(), mTexts.end(),
                           [&](const Text& text) { return isNamedBy(place, text.request.text, text.request.anchor); });
    });
    if (mScene.layers.expressways && mCaches.basemap) {
        const auto shields = mCaches.basemap->shields(mViewport);
        places.insert(places.end(), shields.begin(), shields.end());
    }
    placeRequests(placer, places);
    placeRequests(placer, schematicTags(mSpans, mViewport));
}

void MapPainter::Picture::placeRequests(LabelPlacer& placer, const std::vector<LabelRequest>& requests) {
    for (const PlacedLabel& placed : placer.place(requests))
        mTexts.push_back({requests[placed.request], placed});
}

void MapPainter::Picture::paintTexts(QPainter& painter) const {
    // The most important last: halos of the others may not bite into them.
    for (auto it = mTexts.rbegin(); it != mTexts.rend(); ++it)
        paintLabel(painter, it->request.text, it->request.role, it->placed.baseline, mScene.theme);
}

void MapPainter::Picture::paintRemarks(QPainter& painter) const {
    const FurnitureLayout layout = layoutFurniture(mViewport);
    for (std::size_t i = 0; i < mRemarks.size(); ++i) {
        const QRectF box = remarkBox(layout, mRemarks[i], i);
        paintHaloText(painter, box.bottomLeft() - QPointF(0, 3), mRemarks[i], programFont(remarkPx),
                      tokenColor(Token::Label2, mScene.theme), tokenColor(Token::Halo, mScene.theme));
    }
}

std::vector<MapLabel> MapPainter::Picture::placedLabels(bool furniture) {
    placeTexts(furniture);
    std::vector<MapLabel> labels;
    for (const QRectF& box : mCircuits.flagBoxes())
        labels.push_back({QString(), box});
    for (const Text& text : mTexts)
        labels.push_back({text.request.text, text.placed.box});
    return labels;
}

} // namespace corridor
