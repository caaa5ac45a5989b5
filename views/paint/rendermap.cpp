// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/rendermap.h"

#include "model/base/error.h"
#include "model/geo/polyline.h"
#include "model/plan/settings.h"
#include "views/paint/fonts.h"
#include "views/paint/picturefile.h"

#include <QFontMetricsF>
#include <QPainterPath>

#include <cmath>

namespace corridor {

namespace {

constexpr double defaultMeridian = 114; // the corridor's middle, for plans without a place
constexpr qreal bandPx = 46;
constexpr qreal titlePx = 20;

/// Size of the picture in pixels of the look.
QSizeF lookSize(const MapPicture& picture) {
    return picture.sizeMm ? *picture.sizeMm / paperPixelMm : picture.sizePx;
}

/// Device pixels per pixel of the look, for images.
qreal imageRatio(const MapPicture& picture) {
    return picture.sizeMm ? picture.dpi * paperPixelMm / 25.4 : picture.devicePixelRatio;
}

Viewport viewportOf(const MapScene& scene, const MapPicture& picture, const QString& file) {
    const Box extent = picture.extent.isEmpty() ? extentOf(scene.entities) : picture.extent;
    if (extent.isEmpty())
        throw Error(Blame::Usage,
                    message(CORRIDOR_MSG("%1: the plan has no places yet; say which extent to draw."), file));
    QSizeF size = lookSize(picture);
    size.rheight() -= picture.title.isEmpty() ? 0 : bandPx;
    const Viewport viewport(projectionOf(scene.entities), size, imageRatio(picture));
    const qreal margin = picture.extent.isEmpty() ? 48 : 0; // what was asked for is filled
    return viewport.zoomedTo(extent, {margin, margin, margin, margin});
}

/// Larger than the band on all sides but the lower: it also covers what the map draws beyond its edge.
void paintTitle(QPainter& painter, const QString& title, qreal width, Theme theme) {
    painter.fillRect(QRectF(0, 0, width, bandPx), tokenColor(Token::Base, theme));
    painter.fillRect(QRectF(0, bandPx - 1, width, 1), tokenColor(Token::Border, theme));
    // As outlines, so that vector files look the same on machines without the font.
    const QFont font = programFont(titlePx, true);
    const QString shown = QFontMetricsF(font).elidedText(title, Qt::ElideMiddle, width - 32);
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    path.addText(QPointF(16, bandPx / 2 + 0.37 * titlePx), font, shown);
    painter.fillPath(path, tokenColor(Token::Text, theme));
}

void paintAll(QPainter& painter, const MapScene& scene, const Viewport& viewport, const MapPicture& picture,
              const CancelToken& cancel) {
    MapPainter map;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.save();
    if (!picture.title.isEmpty())
        painter.translate(0, bandPx);
    const bool done = map.paint(painter, scene, viewport, true, cancel);
    painter.restore();
    if (!done)
        throw Error(Blame::Cancelled, message(CORRIDOR_MSG("Drawing was cancelled.")));
    if (!picture.title.isEmpty())
        paintTitle(painter, picture.title, viewport.size().width(), scene.theme);
}

} // namespace

Box extentOf(const EntitySet& entities) {
    Box box;
    entities.table<Site>().forEach([&](const auto& site) { box.include(site->position); });
    entities.table<Junction>().forEach([&](const auto& junction) { box.include(junction->position); });
    entities.table<Span>().forEach([&](const auto& span) { box = box.united(boundingBox(span->line)); });
    return box;
}

std::shared_ptr<const Projection> projectionOf(const EntitySet& entities) {
    double meridian = settingsOf(entities).mapCentralMeridian;
    if (meridian == 0) {
        const Box extent = extentOf(entities);
        // Whole degrees: the plane does not move with every edit.
        meridian = extent.isEmpty() ? defaultMeridian : std::round(extent.center().lon);
    }
    return std::make_shared<const Projection>(Projection::mapAlbers(meridian));
}

void renderMap(const MapScene& scene, const QString& file, const MapPicture& picture, const CancelToken& cancel) {
    const QSizeF size = lookSize(picture);
    const qreal ratio = imageRatio(picture);
    const PictureFormat format{size, picture.sizeMm ? paperPixelMm : 25.4 / 96, ratio,
                               picture.sizeMm ? picture.dpi : 96 * ratio, picture.title};
    checkPicture(file, format);
    const Viewport viewport = viewportOf(scene, picture, file);
    writePicture(file, format, {{QRectF(QPointF(), size), [&](QPainter& painter) {
                                     paintAll(painter, scene, viewport, picture, cancel);
                                 }}});
}

} // namespace corridor
