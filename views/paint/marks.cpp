// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/marks.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace corridor {

namespace {

// Marks are drawn in a unit square of side 1 around the origin; a stroke of 1.5 px at 17 px.
constexpr qreal lineWidth = 1.5 / 17;
constexpr qreal glyphWidth = 2.0 / 17;

struct MarkColors {
    Token body;
    Token glyph;
};

MarkColors colorsOf(Verdict verdict) {
    switch (verdict) {
    case Verdict::Met:
        return {Token::Met, Token::OnMet};
    case Verdict::Near:
        return {Token::Near, Token::OnNear};
    case Verdict::Broken:
        return {Token::Broken, Token::OnBroken};
    case Verdict::Unknown:
        return {Token::None, Token::None};
    case Verdict::NotApplicable:
        break;
    }
    return {Token::Text3, Token::Text3};
}

QPen strokePen(const QColor& color, qreal width) {
    return QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

QPainterPath bodyOf(Verdict verdict, qreal inset) {
    QPainterPath path;
    const qreal half = 0.5 - inset;
    if (verdict == Verdict::Met) {
        path.addEllipse(QPointF(0, 0), half, half);
    } else if (verdict == Verdict::Near) {
        // Set a little low, so that its weight stands on the line of the circles beside it.
        path.moveTo(0, -half);
        path.lineTo(0.52 - inset, 0.46 - inset);
        path.lineTo(-0.52 + inset, 0.46 - inset);
        path.closeSubpath();
    } else {
        const qreal side = 0.46 - inset;
        path.addRoundedRect(QRectF(-side, -side, 2 * side, 2 * side), 0.1, 0.1);
    }
    return path;
}

void drawGlyph(QPainter& painter, Verdict verdict, const QColor& color) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(strokePen(color, glyphWidth));
    if (verdict == Verdict::Met) {
        painter.drawPolyline(QPolygonF{{-0.21, 0.02}, {-0.06, 0.17}, {0.22, -0.14}});
    } else if (verdict == Verdict::Near) {
        painter.drawLine(QPointF(0, -0.17), QPointF(0, 0.12));
        painter.drawLine(QPointF(0, 0.28), QPointF(0, 0.2801));
    } else {
        painter.drawLine(QPointF(-0.16, -0.16), QPointF(0.16, 0.16));
        painter.drawLine(QPointF(0.16, -0.16), QPointF(-0.16, 0.16));
    }
}

void drawUnknown(QPainter& painter, const QColor& color) {
    QPen ring(color, lineWidth);
    ring.setCapStyle(Qt::FlatCap);
    // Eight dashes round the ring, whatever its size: dash lengths count in pen widths.
    const qreal radius = 0.5 - lineWidth / 2;
    const qreal period = 2 * M_PI * radius / 8 / lineWidth;
    ring.setDashPattern({period * 0.6, period * 0.4});
    painter.setPen(ring);
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QPointF(0, 0), radius, radius);
    painter.setPen(strokePen(color, lineWidth));
    painter.drawLine(QPointF(-0.18, 0), QPointF(0.18, 0));
}

} // namespace

MarkStyle markStyle(Severity severity) {
    return severity == Severity::Binding ? MarkStyle::Filled : MarkStyle::Outlined;
}

void drawVerdictMark(QPainter& painter, const QRectF& box, Verdict verdict, MarkStyle style, Theme theme) {
    const MarkColors colors = colorsOf(verdict);
    const QColor body = tokenColor(colors.body, theme);
    const qreal side = std::min(box.width(), box.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.center());
    painter.scale(side, side);
    if (verdict == Verdict::NotApplicable) {
        painter.setPen(strokePen(body, lineWidth));
        painter.drawLine(QPointF(-0.18, 0), QPointF(0.18, 0));
    } else if (verdict == Verdict::Unknown) {
        drawUnknown(painter, body);
    } else if (style == MarkStyle::Filled) {
        painter.setPen(Qt::NoPen);
        if (verdict == Verdict::Near) // round corners
            painter.setPen(strokePen(body, lineWidth));
        painter.setBrush(body);
        painter.drawPath(bodyOf(verdict, verdict == Verdict::Near ? lineWidth / 2 : 0));
        drawGlyph(painter, verdict, tokenColor(colors.glyph, theme));
    } else {
        painter.setPen(strokePen(body, lineWidth));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(bodyOf(verdict, lineWidth / 2));
        drawGlyph(painter, verdict, body);
    }
    painter.restore();
}

void drawProvenanceMark(QPainter& painter, const QPointF& centre, ProvenanceMark mark, Theme theme) {
    constexpr qreal radius = 3.75; // with its line of 1.5 px: 9 px across
    const QColor color = tokenColor(Token::Text2, theme);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(centre);
    QPen pen(color, 1.5);
    if (mark == ProvenanceMark::Assumed) {
        pen.setCapStyle(Qt::FlatCap);
        const qreal period = 2 * M_PI * radius / 8 / 1.5;
        pen.setDashPattern({period * 0.55, period * 0.45});
    }
    painter.setPen(pen);
    if (mark == ProvenanceMark::Computed) {
        painter.setPen(strokePen(color, 1.5));
        painter.drawPolyline(QPolygonF{{3, -2.5}, {3, -3.75}, {-3, -3.75}, {0.25, 0}, {-3, 3.75}, {3, 3.75}, {3, 2.5}});
    } else {
        painter.setBrush(mark == ProvenanceMark::Measured ? QBrush(color) : QBrush(Qt::NoBrush));
        painter.drawEllipse(QPointF(0, 0), radius, radius);
    }
    if (mark == ProvenanceMark::Official) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPie(QRectF(-radius, -radius, 2 * radius, 2 * radius), 90 * 16, 180 * 16);
    }
    painter.restore();
}

} // namespace corridor
