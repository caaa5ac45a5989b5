// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/rendermap.h"

#include "model/base/error.h"
#include "model/geo/polyline.h"
#include "model/plan/settings.h"
#include "views/paint/fonts.h"

#include <QBuffer>
#include <QFileInfo>
#include <QFontMetricsF>
#include <QPageSize>
#include <QPainterPath>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <cmath>

namespace corridor {

namespace {

constexpr double defaultMeridian = 114; // the corridor's middle, for plans without a place
constexpr qreal bandPx = 46;
constexpr qreal titlePx = 20;
constexpr double mostImagePixels = 2e8;
constexpr double mostSidePx = 30000;

/// Size of the picture in pixels of the look.
QSizeF lookSize(const MapPicture& picture) {
    return picture.sizeMm ? *picture.sizeMm / paperPixelMm : picture.sizePx;
}

/// Device pixels per pixel of the look, for images.
qreal imageRatio(const MapPicture& picture) {
    return picture.sizeMm ? picture.dpi * paperPixelMm / 25.4 : picture.devicePixelRatio;
}

void check(const MapPicture& picture, const QString& suffix, const QString& file) {
    if (suffix != u"png" && suffix != u"svg" && suffix != u"pdf")
        throw Error(Blame::Usage,
                    message(CORRIDOR_MSG("%1: a map is written as .png, .svg or .pdf; choose one of these."), file));
    const QSizeF size = lookSize(picture);
    const double pixels = size.width() * size.height() * imageRatio(picture) * imageRatio(picture);
    const bool sane = size.width() >= 64 && size.height() >= 64 && size.width() <= mostSidePx &&
                      size.height() <= mostSidePx && imageRatio(picture) > 0 && pixels <= mostImagePixels;
    if (!sane)
        throw Error(Blame::Usage, message(CORRIDOR_MSG("The picture cannot be %1 by %2 pixels; give a size between "
                                                       "64 by 64 and 200 million pixels."),
                                          QString::number(size.width() * imageRatio(picture), 'f', 0),
                                          QString::number(size.height() * imageRatio(picture), 'f', 0)));
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

QByteArray asPng(const MapScene& scene, const Viewport& viewport, const MapPicture& picture,
                 const CancelToken& cancel) {
    const qreal ratio = viewport.devicePixelRatio();
    QImage image((lookSize(picture) * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        throw Error(Blame::Environment,
                    message(CORRIDOR_MSG("There is not enough memory for the picture; make it smaller.")));
    image.setDevicePixelRatio(ratio);
    image.fill(tokenColor(Token::Land2, scene.theme));
    QPainter painter(&image);
    paintAll(painter, scene, viewport, picture, cancel);
    painter.end();
    const double dpi = picture.sizeMm ? picture.dpi : 96 * ratio;
    image.setDevicePixelRatio(1);
    image.setDotsPerMeterX(int(std::lround(dpi / 0.0254)));
    image.setDotsPerMeterY(int(std::lround(dpi / 0.0254)));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.convertToFormat(QImage::Format_RGB32).save(&buffer, "PNG");
    return buffer.data();
}

QByteArray asSvg(const MapScene& scene, const Viewport& viewport, const MapPicture& picture,
                 const CancelToken& cancel) {
    const QSizeF size = lookSize(picture);
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    // The width and height written are size × 25.4 ÷ resolution millimetres.
    const double pixelMm = picture.sizeMm ? paperPixelMm : 25.4 / 96;
    generator.setResolution(int(std::lround(25.4 / pixelMm)));
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF(QPointF(), size));
    generator.setTitle(picture.title);
    QPainter painter(&generator);
    paintAll(painter, scene, viewport, picture, cancel);
    painter.end();
    return buffer.data();
}

QByteArray asPdf(const MapScene& scene, const Viewport& viewport, const MapPicture& picture,
                 const CancelToken& cancel) {
    constexpr int dpi = 1200;
    const double pixelMm = picture.sizeMm ? paperPixelMm : 25.4 / 96;
    const QSizeF sizeMm = lookSize(picture) * pixelMm;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(sizeMm, QPageSize::Millimeter, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    writer.setResolution(dpi);
    writer.setTitle(picture.title);
    writer.setCreator(QStringLiteral("Corridor Planner " CORRIDOR_VERSION));
    QPainter painter(&writer);
    const double scale = dpi / 25.4 * pixelMm;
    painter.scale(scale, scale);
    paintAll(painter, scene, viewport, picture, cancel);
    painter.end();
    return buffer.data();
}

void write(const QString& file, const QByteArray& bytes) {
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly))
        throw Error(Blame::Environment, message(CORRIDOR_MSG("%1 cannot be written: %2"), file, target.errorString()));
    if (target.write(bytes) != bytes.size() || !target.commit())
        throw Error(Blame::Environment,
                    message(CORRIDOR_MSG("%1 could not be written whole; check the room on that disk."), file));
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
    const QString suffix = QFileInfo(file).suffix().toLower();
    check(picture, suffix, file);
    const Viewport viewport = viewportOf(scene, picture, file);
    if (suffix == u"png")
        write(file, asPng(scene, viewport, picture, cancel));
    else if (suffix == u"svg")
        write(file, asSvg(scene, viewport, picture, cancel));
    else
        write(file, asPdf(scene, viewport, picture, cancel));
}

} // namespace corridor
