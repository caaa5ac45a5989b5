// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/arealayer.h"

#include "views/paint/overlay.h"
#include "views/paint/segment.h"

#include <algorithm>
#include <cmath>

namespace corridor {

namespace {

constexpr double errorPx = 0.35;
constexpr qreal marginPx = 16;
constexpr qreal hatchPx = 9;

/// 45° lines over a path, cut to it piece by piece because not every paint device clips.
void paintHatch(QPainter& painter, const QPainterPath& path, const QColor& color) {
    constexpr qreal step = 3;
    const QRectF box = path.boundingRect();
    painter.setPen(QPen(color, 1));
    const qreal first = std::floor((box.left() + box.top()) / hatchPx) * hatchPx;
    for (qreal c = first; c < box.right() + box.bottom(); c += hatchPx) {
        const qreal x0 = std::max(box.left(), c - box.bottom()), x1 = std::min(box.right(), c - box.top());
        qreal from = NAN;
        for (qreal x = x0; x <= x1 + step; x += step) {
            const bool inside = x <= x1 && path.contains(QPointF(x, c - x));
            if (inside && std::isnan(from))
                from = x;
            if (!inside && !std::isnan(from)) {
                painter.drawLine(QPointF(from, c - from), QPointF(x - step, c - x + step));
                from = NAN;
            }
        }
    }
}

} // namespace

bool DrawnArea::isHit(QPointF pixel, double radius) const {
    const auto near = [&](const LinePiece& piece) {
        for (qsizetype i = 0; i + 1 < piece.points.size(); ++i)
            if (distanceToSegment(pixel, piece.points[i], piece.points[i + 1]) <= radius)
                return true;
        return false;
    };
    return (area->kind != AreaKind::Ring && path.contains(pixel)) || std::any_of(edge.begin(), edge.end(), near);
}

AreaLayer::AreaLayer(const PlanGeometry& geometry, const MapScene& scene, const Viewport& viewport,
                     const QRectF& window)
    : mScene(scene) {
    const QTransform matrix = viewport.planeToPixel();
    const QRectF clip = window.adjusted(-marginPx, -marginPx, marginPx, marginPx);
    const QRectF plane = matrix.inverted().mapRect(clip);
    const double tolerance = errorPx * viewport.unitsPerPixel() / viewport.devicePixelRatio();
    for (const PlanGeometry::AreaItem& item : geometry.areas()) {
        if (!scene.layers.areas && !scene.selected.contains(item.area->id))
            continue;
        DrawnArea drawn{item.area.get(), {}, {}, {}};
        drawn.path.setFillRule(Qt::OddEvenFill);
        for (const auto& ring : item.rings) {
            if (!boxesTouch(ring->bounds(), plane))
                continue;
            const QPolygonF pixels = ring->pixels(matrix, tolerance);
            for (LinePiece& piece : clipLine(pixels, clip))
                drawn.edge.push_back(std::move(piece));
            drawn.path.addPolygon(clipRing(pixels, clip));
        }
        if (drawn.path.isEmpty())
            continue;
        const QRectF box = drawn.path.boundingRect();
        drawn.labelAt = {box.center().x(), box.top() + 14};
        mAreas.push_back(std::move(drawn));
    }
    const auto size = [](const DrawnArea& area) {
        const QRectF box = area.path.boundingRect();
        return box.width() * box.height();
    };
    std::stable_sort(mAreas.begin(), mAreas.end(),
                     [&](const DrawnArea& a, const DrawnArea& b) { return size(a) > size(b); });
}

void AreaLayer::paint(QPainter& painter) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const DrawnArea& drawn : mAreas) {
        const bool selected = mScene.selected.contains(drawn.area->id);
        const Token token = selected ? Token::Select : Token::Label3;
        painter.setBrush(Qt::NoBrush);
        if (drawn.area->kind == AreaKind::Hazard)
            paintHatch(painter, drawn.path, tokenColor(token, mScene.theme, 0.35));
        else if (drawn.area->kind != AreaKind::Ring)
            painter.fillPath(drawn.path, tokenColor(token, mScene.theme, 0.07));
        QPen pen(tokenColor(token, mScene.theme), selected ? 1.6 : 1.1, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
        pen.setDashPattern({5 / pen.widthF(), 3 / pen.widthF()});
        for (const LinePiece& piece : drawn.edge)
            strokeLine(painter, piece.points, pen, piece.startsAt);
    }
    painter.restore();
}

} // namespace corridor
