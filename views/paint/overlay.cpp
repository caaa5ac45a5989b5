// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/overlay.h"

#include <QImage>
#include <QPaintEngine>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <vector>

namespace corridor {

namespace {

constexpr qsizetype chunk = 32; // vertices

double lengthOf(const QPointF* points, qsizetype count) {
    double length = 0;
    for (qsizetype i = 0; i + 1 < count; ++i)
        length += std::hypot(points[i + 1].x() - points[i].x(), points[i + 1].y() - points[i].y());
    return length;
}

QRectF boundsOf(std::span<const QPolygonF> lines) {
    QRectF bounds;
    for (const QPolygonF& line : lines)
        bounds |= line.boundingRect().adjusted(-1, -1, 1, 1);
    return bounds;
}

void paintThroughImage(QPainter& painter, const QRectF& area, std::span<const QPolygonF> lines, const QPen& pen,
                       qreal opacity) {
    const qreal dpr = painter.device()->devicePixelRatioF();
    const QPointF corner(std::floor(area.left()), std::floor(area.top()));
    const QSize size(int(std::ceil((area.right() - corner.x()) * dpr)),
                     int(std::ceil((area.bottom() - corner.y()) * dpr)));
    // Kept from picture to picture: fresh pages of memory cost more than what is painted on them.
    thread_local std::vector<QRgb> pixels;
    const std::size_t count = std::size_t(size.width()) * std::size_t(size.height());
    if (pixels.size() < count)
        pixels.resize(count);
    QImage image(reinterpret_cast<uchar*>(pixels.data()), size.width(), size.height(),
                 qsizetype(sizeof(QRgb)) * size.width(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(dpr);
    image.fill(Qt::transparent);
    QPainter inner(&image);
    inner.setRenderHint(QPainter::Antialiasing);
    inner.translate(-corner);
    for (const QPolygonF& line : lines)
        strokeLine(inner, line, pen);
    inner.end();
    painter.save();
    painter.setOpacity(painter.opacity() * opacity);
    painter.drawImage(corner, image);
    painter.restore();
}

} // namespace

void strokeLine(QPainter& painter, const QPolygonF& line, const QPen& pen, double startsAt) {
    const bool raster = painter.paintEngine()->type() == QPaintEngine::Raster;
    const qsizetype size = raster ? chunk : line.size();
    QPen shifted = pen;
    painter.setPen(pen);
    for (qsizetype i = 0; i + 1 < line.size(); i += size) {
        const QPointF* points = line.constData() + i;
        const qsizetype count = std::min(size + 1, line.size() - i);
        if (pen.style() == Qt::CustomDashLine) {
            shifted.setDashOffset(startsAt / pen.widthF());
            painter.setPen(shifted);
            startsAt += lengthOf(points, count);
        }
        painter.drawPolyline(points, int(count));
    }
}

void paintTranslucentLines(QPainter& painter, const QRectF& area, std::span<const QPolygonF> lines, const QPen& pen,
                           qreal opacity) {
    const qreal margin = pen.widthF() / 2 + 1;
    const QRectF touched = boundsOf(lines).adjusted(-margin, -margin, margin, margin) & area;
    if (touched.isEmpty())
        return;
    if (painter.paintEngine()->type() == QPaintEngine::Raster && painter.transform().type() <= QTransform::TxScale) {
        paintThroughImage(painter, touched, lines, pen, opacity);
        return;
    }
    // Vector output: one path has one opacity by itself.
    QPainterPath path;
    for (const QPolygonF& line : lines)
        path.addPolygon(line);
    QPen translucent = pen;
    QColor color = pen.color();
    color.setAlphaF(float(color.alphaF() * opacity));
    translucent.setColor(color);
    painter.strokePath(path, translucent);
}

} // namespace corridor
