// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/symbols.h"

#include <QPolygonF>

#include <array>
#include <cmath>

namespace corridor {

namespace {

constexpr qreal outlinePx = 1.1;
constexpr qreal casingPx = 1.7;

QPainterPath closed(const QPolygonF& corners) {
    QPainterPath path;
    path.addPolygon(corners);
    path.closeSubpath();
    return path;
}

QPainterPath hexagon(qreal r) {
    QPolygonF corners;
    for (int i = 0; i < 6; ++i) {
        const double angle = M_PI / 3 * i - M_PI / 2; // a corner at the top
        corners << QPointF(r * std::cos(angle), r * std::sin(angle));
    }
    return closed(corners);
}

void paintRetired(QPainter& painter, const QPainterPath& shape, qreal radius, Theme theme, qreal scale) {
    const QColor grey = tokenColor(Token::CableRemoved, theme);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(grey, outlinePx * scale, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.drawPath(shape);
    const qreal d = radius * 0.55;
    painter.drawLine(QPointF(-d, -d), QPointF(d, d));
    painter.drawLine(QPointF(-d, d), QPointF(d, -d));
}

} // namespace

int siteClass(std::optional<double> computePflops) {
    const double eflops = computePflops.value_or(0) / 1000;
    if (eflops >= 100)
        return 3;
    if (eflops >= 10)
        return 2;
    return eflops >= 1 ? 1 : 0;
}

qreal siteRadius(int siteClass) {
    static constexpr std::array<qreal, 4> radii{5.5, 7.5, 10, 13.5};
    return radii[std::size_t(std::clamp(siteClass, 0, 3))];
}

Token siteToken(int siteClass) {
    return static_cast<Token>(static_cast<int>(Token::Site1) + std::clamp(siteClass, 0, 3));
}

QPainterPath siteShape(SiteKind kind, qreal radius) {
    switch (kind) {
    case SiteKind::Intelligent:
        return hexagon(radius);
    case SiteKind::General: {
        const qreal h = radius * 0.87; // looks as large as the hexagon
        return closed(QPolygonF{{-h, -h}, {h, -h}, {h, h}, {-h, h}});
    }
    case SiteKind::Super: {
        const qreal h = radius * 1.07;
        return closed(QPolygonF{{0, -h}, {h, 0}, {0, h}, {-h, 0}});
    }
    case SiteKind::Edge:
        break;
    }
    QPainterPath circle;
    circle.addEllipse(QPointF(), radius, radius);
    return circle;
}

void paintSite(QPainter& painter, QPointF at, SiteKind kind, SiteStatus status, int siteClass, Theme theme,
               qreal scale) {
    const qreal radius = siteRadius(siteClass) * scale;
    const QPainterPath shape = siteShape(kind, radius);
    const QColor casing = tokenColor(Token::CableCasing, theme);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(at);
    painter.strokePath(shape,
                       QPen(casing, (outlinePx + 2 * casingPx) * scale, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    if (status == SiteStatus::Retired) {
        painter.fillPath(shape, casing);
        paintRetired(painter, shape, radius, theme, scale);
        painter.restore();
        return;
    }
    const QColor tint = tokenColor(siteToken(siteClass), theme);
    painter.fillPath(shape, status == SiteStatus::Existing ? tint : casing);
    if (status == SiteStatus::Building) {
        QPainterPath lower;
        lower.addRect(QRectF(-2 * radius, 0, 4 * radius, 2 * radius));
        painter.fillPath(shape & lower, tint);
    }
    QPen outline(tokenColor(Token::Site4, theme), outlinePx * scale, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    if (status == SiteStatus::Planned) {
        outline.setWidthF(1.4 * scale);
        outline.setDashPattern({2.0, 1.4});
    }
    painter.strokePath(shape, outline);
    painter.restore();
}

void paintJunction(QPainter& painter, QPointF at, JunctionRole role, Theme theme, qreal scale) {
    const qreal r = junctionRadius * scale;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(at);
    QPainterPath shape;
    switch (role) {
    case JunctionRole::Waypoint:
    case JunctionRole::Exchange:
        shape.addEllipse(QPointF(), r, r);
        break;
    case JunctionRole::Hut:
        shape.addRect(QRectF(-0.8 * r, -0.8 * r, 1.6 * r, 1.6 * r));
        break;
    case JunctionRole::Amplifier:
        shape = closed(QPolygonF{{-0.9 * r, -1.15 * r}, {1.25 * r, 0}, {-0.9 * r, 1.15 * r}});
        break;
    case JunctionRole::Roadm:
        shape.addRect(QRectF(-1.1 * r, -1.1 * r, 2.2 * r, 2.2 * r));
        break;
    case JunctionRole::Otn:
    case JunctionRole::Router:
        shape = closed(QPolygonF{{0, -1.4 * r}, {1.4 * r, 0}, {0, 1.4 * r}, {-1.4 * r, 0}});
        break;
    }
    const QPen pen(tokenColor(Token::Label2, theme), 1.2 * scale, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    painter.fillPath(shape, tokenColor(Token::CableCasing, theme));
    painter.strokePath(shape, pen);
    painter.setPen(pen);
    if (role == JunctionRole::Roadm) {
        const qreal d = 1.1 * r;
        painter.drawLine(QPointF(-d, -d), QPointF(d, d));
        painter.drawLine(QPointF(-d, d), QPointF(d, -d));
    } else if (role == JunctionRole::Router) {
        painter.drawLine(QPointF(-0.7 * r, 0), QPointF(0.7 * r, 0));
        painter.drawLine(QPointF(0, -0.7 * r), QPointF(0, 0.7 * r));
    }
    painter.restore();
}

} // namespace corridor
