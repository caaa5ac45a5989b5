// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/picturefile.h"

#include "model/base/error.h"

#include <QBuffer>
#include <QFileInfo>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace corridor {

namespace {

constexpr double mostImagePixels = 2e8;
constexpr double mostSidePx = 30000;

QString suffixOf(const QString& file) {
    return QFileInfo(file).suffix().toLower();
}

} // namespace

void checkPicture(const QString& file, const PictureFormat& format) {
    const QString suffix = suffixOf(file);
    if (suffix != u"png" && suffix != u"svg" && suffix != u"pdf")
        throw Error(Blame::Usage,
                    message(CORRIDOR_MSG("%1: a map is written as .png, .svg or .pdf; choose one of these."), file));
    const QSizeF size = format.size;
    const double pixels = size.width() * size.height() * format.ratio * format.ratio;
    const bool sane = size.width() >= 64 && size.height() >= 64 && size.width() <= mostSidePx &&
                      size.height() <= mostSidePx && format.ratio > 0 &&
                      (suffix != u"png" || pixels <= mostImagePixels);
    if (!sane)
        throw Error(Blame::Usage, message(CORRIDOR_MSG("The picture cannot be %1 by %2 pixels; give a size between "
                                                       "64 by 64 and 200 million pixels."),
                                          QString::number(size.width() * format.ratio, 'f', 0),
                                          QString::number(size.height() * format.ratio, 'f', 0)));
}

namespace {

QByteArray asPng(const PictureFormat& format, const std::vector<PictureLayer>& layers) {
    QImage image((format.size * format.ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        throw Error(Blame::Environment,
                    message(CORRIDOR_MSG("There is not enough memory for the picture; make it smaller.")));
    image.setDevicePixelRatio(std::max(1.0, format.ratio)); // Qt knows no pixels larger than those of the look
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(std::min(1.0, format.ratio), std::min(1.0, format.ratio));
    paintLayers(painter, layers);
    painter.end();
    image.setDevicePixelRatio(1);
    image.setDotsPerMeterX(int(std::lround(format.dpi / 0.0254)));
    image.setDotsPerMeterY(int(std::lround(format.dpi / 0.0254)));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.convertToFormat(QImage::Format_RGB32).save(&buffer, "PNG");
    return buffer.data();
}

QByteArray number(double value) {
    return QByteArray::number(value, 'f', 3);
}

/// Qt's generator gives the size in millimetres by a whole number of pixels to the inch, so a quarter of a percent
/// wrong; a map at a scale has its own size.
void setSizeMm(QByteArray& svg, const QSizeF& sizeMm) {
    const qsizetype tag = svg.indexOf("<svg");
    for (const auto& [name, value] : {std::pair("width=\"", sizeMm.width()), {"height=\"", sizeMm.height()}}) {
        const qsizetype from = svg.indexOf(name, tag) + static_cast<qsizetype>(qstrlen(name));
        svg.replace(from, svg.indexOf('"', from) - from, number(value) + "mm");
    }
}

QByteArray svgOf(const PictureFormat& format, const QSizeF& size, const std::function<void(QPainter&)>& paint) {
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(int(std::lround(25.4 / format.pixelMm)));
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF(QPointF(), size));
    generator.setTitle(format.title);
    QPainter painter(&generator);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter);
    painter.end();
    QByteArray svg = buffer.data();
    setSizeMm(svg, size * format.pixelMm);
    return svg;
}

/// The document inside @p svg as an element that stands at a rectangle of another document and is cut to it: the
/// generator of Qt knows no clipping.
QByteArray nested(const QByteArray& svg, const QRectF& rect) {
    const qsizetype body = svg.indexOf('>', svg.indexOf("<svg")) + 1, end = svg.lastIndexOf("</svg>");
    return "<svg x=\"" + number(rect.x()) + "\" y=\"" + number(rect.y()) + "\" width=\"" + number(rect.width()) +
           "\" height=\"" + number(rect.height()) + "\" viewBox=\"0 0 " + number(rect.width()) + ' ' +
           number(rect.height()) + "\" overflow=\"hidden\">\n" + svg.mid(body, end - body) + "</svg>\n";
}

QByteArray asSvg(const PictureFormat& format, const std::vector<PictureLayer>& layers) {
    if (layers.size() == 1 && layers.front().rect == QRectF(QPointF(), format.size))
        return svgOf(format, format.size, layers.front().paint);
    QByteArray whole = svgOf(format, format.size, [](QPainter&) {});
    QByteArray parts;
    for (const PictureLayer& layer : layers)
        parts += nested(svgOf(format, layer.rect.size(), layer.paint), layer.rect);
    return whole.insert(whole.lastIndexOf("</svg>"), parts);
}

QByteArray asPdf(const PictureFormat& format, const std::vector<PictureLayer>& layers) {
    constexpr int dpi = 1200;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(
        QPageSize(format.size * format.pixelMm, QPageSize::Millimeter, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    writer.setResolution(dpi);
    writer.setTitle(format.title);
    writer.setCreator(QStringLiteral("Corridor Planner " CORRIDOR_VERSION));
    QPainter painter(&writer);
    const double scale = dpi / 25.4 * format.pixelMm;
    painter.scale(scale, scale);
    paintLayers(painter, layers);
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

void paintLayers(QPainter& painter, const std::vector<PictureLayer>& layers) {
    for (const PictureLayer& layer : layers) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setClipRect(layer.rect, Qt::IntersectClip);
        painter.translate(layer.rect.topLeft());
        layer.paint(painter);
        painter.restore();
    }
}

void writePicture(const QString& file, const PictureFormat& format, const std::vector<PictureLayer>& layers) {
    checkPicture(file, format);
    const QString suffix = suffixOf(file);
    write(file, suffix == u"png"   ? asPng(format, layers)
                : suffix == u"svg" ? asSvg(format, layers)
                                   : asPdf(format, layers));
}

} // namespace corridor
