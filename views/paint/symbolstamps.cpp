// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/symbolstamps.h"

#include "views/paint/strokelayer.h"

#include <QHash>
#include <QImage>

#include <cmath>

namespace corridor {

namespace {

constexpr int phases = 4; // places of a symbol within a pixel, each way
constexpr qsizetype mostKept = 3000;
constexpr qreal inkBeyondPx = 5; // of the largest outline and casing, and of corners that stand out

/// Everything that a picture of a symbol depends on, in one number.
quint64 keyOf(int what, Theme theme, qreal scale, int phaseX, int phaseY) {
    quint64 key = quint64(what);
    for (const int part : {int(theme), phaseX, phaseY})
        key = key << 2 | quint64(part);
    return key << 32 | quint64(std::lround(scale * 4096));
}

/// Puts a symbol at a place, drawing it only if no such picture is kept. @p paint draws it at a point.
template <class Paint>
void stamp(QPainter& painter, QPointF at, int what, qreal radius, Theme theme, Paint&& paint) {
    thread_local QHash<quint64, QImage> kept;
    const QTransform toDevice = painter.deviceTransform();
    const qreal scale = toDevice.m11();
    const QPointF place = toDevice.map(at);
    const qint64 x = std::llround(place.x() * phases), y = std::llround(place.y() * phases);
    const int phaseX = int(x & (phases - 1)), phaseY = int(y & (phases - 1));
    const int half = int(std::ceil((radius + inkBeyondPx) * scale));
    QImage& image = kept[keyOf(what, theme, scale, phaseX, phaseY)];
    if (image.isNull()) {
        image = QImage(2 * half + 1, 2 * half + 1, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(scale);
        image.fill(Qt::transparent);
        QPainter own(&image);
        paint(own, QPointF(half + qreal(phaseX) / phases, half + qreal(phaseY) / phases) / scale);
    }
    const QPoint corner(int((x - phaseX) / phases) - half, int((y - phaseY) / phases) - half);
    painter.drawImage(toDevice.inverted().map(QPointF(corner)), image);
    if (kept.size() > mostKept)
        kept.clear();
}

} // namespace

void stampSite(QPainter& painter, QPointF at, SiteKind kind, SiteStatus status, int siteClass, Theme theme) {
    if (!StrokeLayer::isUpright(painter)) {
        paintSite(painter, at, kind, status, siteClass, theme);
        return;
    }
    const int what = 1 + (int(kind) * 8 + int(status)) * 8 + siteClass;
    stamp(painter, at, what, siteRadius(siteClass), theme,
          [&](QPainter& own, QPointF middle) { paintSite(own, middle, kind, status, siteClass, theme); });
}

void stampJunction(QPainter& painter, QPointF at, JunctionRole role, Theme theme) {
    if (!StrokeLayer::isUpright(painter)) {
        paintJunction(painter, at, role, theme);
        return;
    }
    stamp(painter, at, -1 - int(role), junctionRadius, theme,
          [&](QPainter& own, QPointF middle) { paintJunction(own, middle, role, theme); });
}

} // namespace corridor
