// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/fonts.h"
#include "views/paint/symbols.h"

#include <QCoreApplication>
#include <QPolygonF>

namespace corridor {

QString snapKindName(SnapKind kind) {
    switch (kind) {
    case SnapKind::End:
        return QCoreApplication::translate("Snap", "End");
    case SnapKind::Midpoint:
        return QCoreApplication::translate("Snap", "Midpoint");
    case SnapKind::Vertex:
        return QCoreApplication::translate("Snap", "Vertex");
    case SnapKind::Crossing:
        return QCoreApplication::translate("Snap", "Crossing");
    case SnapKind::AlongLine:
        return QCoreApplication::translate("Snap", "Along line");
    case SnapKind::Foot:
        return QCoreApplication::translate("Snap", "Foot of perpendicular");
    case SnapKind::Grid:
        break;
    }
    return QCoreApplication::translate("Snap", "Grid");
}

void paintSnapMark(QPainter& painter, QPointF center, SnapKind kind, Theme theme, qreal scale) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(center);
    painter.scale(scale, scale);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokenColor(Token::Snap, theme), 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    constexpr qreal h = 5; // with the 2 px line 12 px in all
    switch (kind) {
    case SnapKind::End:
        painter.drawRect(QRectF(-h, -h, 2 * h, 2 * h));
        break;
    case SnapKind::Midpoint:
        painter.drawPolygon(QPolygonF{{0, -h}, {h, h * 0.85}, {-h, h * 0.85}});
        break;
    case SnapKind::Vertex:
        painter.drawPolygon(QPolygonF{{0, -h}, {h, 0}, {0, h}, {-h, 0}});
        break;
    case SnapKind::Crossing:
        painter.drawLine(QPointF(-h, -h), QPointF(h, h));
        painter.drawLine(QPointF(-h, h), QPointF(h, -h));
        break;
    case SnapKind::AlongLine:
        painter.drawPolygon(QPolygonF{{-h * 0.85, -h}, {h * 0.85, -h}, {-h * 0.85, h}, {h * 0.85, h}});
        break;
    case SnapKind::Foot:
        painter.drawPolyline(QPolygonF{{-h, -h}, {-h, h}, {h, h}});
        painter.drawPolyline(QPolygonF{{-h, 0}, {0, 0}, {0, h}});
        break;
    case SnapKind::Grid:
        painter.drawLine(QPointF(-h, 0), QPointF(h, 0));
        painter.drawLine(QPointF(0, -h), QPointF(0, h));
        break;
    }
    painter.restore();
}

void paintHandle(QPainter& painter, QPointF center, Theme theme, bool active, qreal scale) {
    const qreal side = 7 * scale;
    const QColor color = tokenColor(Token::Select, theme);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.6 * scale, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.setBrush(active ? color : tokenColor(Token::CableCasing, theme));
    painter.drawRect(QRectF(center.x() - side / 2, center.y() - side / 2, side, side));
    painter.restore();
}

void paintSelectionRing(QPainter& painter, QPointF center, qreal symbolRadius, Theme theme, qreal scale) {
    const qreal radius = symbolRadius + 3.5 * scale;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokenColor(Token::Select, theme, 0.25), (1.6 + 2 * 3) * scale));
    painter.drawEllipse(center, radius, radius);
    painter.setPen(QPen(tokenColor(Token::Select, theme), 1.6 * scale));
    painter.drawEllipse(center, radius, radius);
    painter.restore();
}

void paintCross(QPainter& painter, QPointF center, qreal size, const QColor& color, qreal penWidth) {
    const QPointF down(size / 2, size / 2);
    const QPointF up(size / 2, -size / 2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, penWidth, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(center - down, center + down);
    painter.drawLine(center - up, center + up);
    painter.restore();
}

void paintCutMark(QPainter& painter, QPointF center, Theme theme, qreal scale) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokenColor(Token::CableCasing, theme), 2 * scale));
    painter.setBrush(tokenColor(Token::Broken, theme));
    painter.drawEllipse(center, 15 * scale, 15 * scale);
    painter.restore();
    paintCross(painter, center, 12 * scale, tokenColor(Token::OnBroken, theme), 2.6 * scale);
}

ValueOrigin valueOrigin(Confidence confidence) {
    switch (confidence) {
    case Confidence::Measured:
        return ValueOrigin::Measured;
    case Confidence::Official:
        return ValueOrigin::Official;
    case Confidence::Estimated:
        return ValueOrigin::Estimated;
    case Confidence::Assumed:
        break;
    }
    return ValueOrigin::Assumed;
}

void paintProvenanceDot(QPainter& painter, QPointF center, ValueOrigin origin, const QColor& color, qreal scale) {
    constexpr qreal r = 3.7;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(center);
    painter.scale(scale, scale);
    QPen pen(color, 1.5);
    painter.setBrush(Qt::NoBrush);
    switch (origin) {
    case ValueOrigin::Measured:
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(QPointF(), 4.5, 4.5);
        break;
    case ValueOrigin::Official: {
        painter.setPen(pen);
        painter.drawEllipse(QPointF(), r, r);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPie(QRectF(-r, -r, 2 * r, 2 * r), 90 * 16, 180 * 16);
        break;
    }
    case ValueOrigin::Assumed:
        pen.setCapStyle(Qt::FlatCap);
        pen.setDashPattern({1.2, 0.737}); // eight dashes around
        [[fallthrough]];
    case ValueOrigin::Estimated:
        painter.setPen(pen);
        painter.drawEllipse(QPointF(), r, r);
        break;
    case ValueOrigin::Computed:
        // A sigma drawn as a line: no font needed, same weight as the dots.
        painter.setPen(QPen(color, 1.4, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawPolyline(QPolygonF{{2.6, -3.4}, {-2.4, -3.4}, {0.6, 0}, {-2.4, 3.4}, {2.6, 3.4}});
        break;
    }
    painter.restore();
}

} // namespace corridor
