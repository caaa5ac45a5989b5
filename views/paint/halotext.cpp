// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/halotext.h"

#include <QFontMetricsF>
#include <QHash>
#include <QImage>
#include <QPaintEngine>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <vector>

namespace corridor {

namespace {

constexpr qreal haloRadiusPx = 1.6;
constexpr qreal haloOpacity = 0.92;

/// A drawn text and where its baseline starts in the image, in device pixels.
struct Stamp {
    QImage image;
    QPoint origin;
};

/// The text in opaque black on nothing, with room for the halo.
Stamp maskOf(const QString& text, const QFont& font, qreal dpr, int margin) {
    const QFontMetricsF metrics(font);
    const QRectF box = metrics.boundingRect(text).united(QRectF(0, -1, metrics.horizontalAdvance(text), 1));
    const QPoint origin(margin + int(std::ceil(-box.left() * dpr)), margin + int(std::ceil(-box.top() * dpr)));
    const QSize size(origin.x() + int(std::ceil(box.right() * dpr)) + margin,
                     origin.y() + int(std::ceil(box.bottom() * dpr)) + margin);
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(dpr);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::TextAntialiasing);
    painter.setFont(font);
    painter.setPen(Qt::black);
    painter.drawText(QPointF(origin) / dpr, text);
    painter.end();
    return {image, origin};
}

struct Tap {
    int dx, dy, weight; // weight of 255
};

/// A disc of pixels; the edge ones count in part, which smooths the halo.
std::vector<Tap> discOf(qreal radius) {
    std::vector<Tap> taps;
    const int most = int(std::ceil(radius));
    for (int dy = -most; dy <= most; ++dy) {
        for (int dx = -most; dx <= most; ++dx) {
            const qreal weight = std::clamp(radius + 0.5 - std::hypot(dx, dy), 0.0, 1.0);
            if (weight > 0)
                taps.push_back({dx, dy, int(std::lround(weight * 255))});
        }
    }
    return taps;
}

/// Grows the opacity of @p mask by a disc and paints text over halo.
QImage withHalo(const QImage& mask, const std::vector<Tap>& disc, const QColor& color, const QColor& halo) {
    const int width = mask.width();
    const int height = mask.height();
    QImage result(mask.size(), QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < height; ++y) {
        auto* out = reinterpret_cast<QRgb*>(result.scanLine(y));
        const auto* ink = reinterpret_cast<const QRgb*>(mask.constScanLine(y));
        for (int x = 0; x < width; ++x) {
            int grown = 0;
            for (const Tap& tap : disc) {
                const int sx = x + tap.dx;
                const int sy = y + tap.dy;
                if (sx < 0 || sy < 0 || sx >= width || sy >= height)
                    continue;
                const int alpha = qAlpha(reinterpret_cast<const QRgb*>(mask.constScanLine(sy))[sx]);
                grown = std::max(grown, alpha * tap.weight / 255);
            }
            const double over = qAlpha(ink[x]) / 255.0;
            const double under = grown / 255.0 * haloOpacity * (1 - over);
            const auto mix = [&](int front, int back) { return int(std::lround(front * over + back * under)); };
            out[x] = qRgba(mix(color.red(), halo.red()), mix(color.green(), halo.green()),
                           mix(color.blue(), halo.blue()), int(std::lround(255 * (over + under))));
        }
    }
    return result;
}

const Stamp& stampOf(const QString& text, const QFont& font, const QColor& color, const QColor& halo, qreal radius,
                     qreal dpr) {
    constexpr qsizetype most = 2000;
    thread_local QHash<QString, Stamp> cache;
    const QString key =
        QStringLiteral("%1\n%2\n%3\n%4\n%5").arg(font.key()).arg(color.rgba()).arg(halo.rgba()).arg(dpr).arg(radius) +
        QLatin1Char('\n') + text;
    const auto found = cache.constFind(key);
    if (found != cache.constEnd())
        return *found;
    if (cache.size() >= most)
        cache.clear();
    Stamp stamp = maskOf(text, font, dpr, int(std::ceil(radius * dpr)) + 1);
    stamp.image = withHalo(stamp.image, discOf(radius * dpr), color, halo);
    return *cache.insert(key, stamp);
}

void paintOutlines(QPainter& painter, QPointF baseline, const QString& text, const QFont& font, const QColor& color,
                   const QColor& halo, qreal radius) {
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    path.addText(baseline, font, text);
    QColor translucent = halo;
    translucent.setAlphaF(float(haloOpacity));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.strokePath(path, QPen(translucent, 2 * radius, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(path, color);
    painter.restore();
}

} // namespace

void paintHaloText(QPainter& painter, QPointF baseline, const QString& text, const QFont& font, const QColor& color,
                   const QColor& halo, qreal scale) {
    const qreal radius = haloRadiusPx * scale;
    const QTransform matrix = painter.deviceTransform();
    const qreal dpr = matrix.m11();
    const bool upright = matrix.type() <= QTransform::TxScale && qFuzzyCompare(matrix.m11(), matrix.m22()) && dpr > 0;
    if (painter.paintEngine()->type() != QPaintEngine::Raster || !upright) {
        paintOutlines(painter, baseline, text, font, color, halo, radius);
        return;
    }
    const Stamp& stamp = stampOf(text, font, color, halo, radius, dpr);
    const QPoint at = matrix.map(baseline).toPoint() - stamp.origin;
    painter.save();
    // Pixel for pixel: without the painter's own transform what is left is the device's, which for a child widget holds
    // its place in the window besides the scale.
    painter.setWorldTransform(QTransform());
    const QTransform toLogical = painter.deviceTransform().inverted();
    painter.drawImage(toLogical.mapRect(QRectF(QPointF(at), QSizeF(stamp.image.size()))), stamp.image);
    painter.restore();
}

} // namespace corridor
