// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/symbols.h"

#include <QHash>
#include <QImage>
#include <QPaintEngine>
#include <QPolygonF>

#include <cmath>

namespace corridor {

namespace {

QPen linePen(const QColor& color, qreal width) {
    return {color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

/// The body of a mark about the origin, for a mark of size 1.
QPainterPath bodyOf(Verdict verdict) {
    QPainterPath body;
    switch (verdict) {
    case Verdict::Met:
        body.addEllipse(QPointF(), 0.46, 0.46);
        break;
    case Verdict::Near:
        body.addPolygon(QPolygonF{{0, -0.42}, {0.47, 0.40}, {-0.47, 0.40}});
        body.closeSubpath();
        break;
    default:
        body.addRoundedRect(QRectF(-0.42, -0.42, 0.84, 0.84), 0.10, 0.10);
    }
    return body;
}

void paintGlyph(QPainter& painter, Verdict verdict, const QColor& color) {
    painter.setPen(linePen(color, 0.115));
    if (verdict == Verdict::Met) {
        painter.drawPolyline(QPolygonF{{-0.21, 0.01}, {-0.06, 0.17}, {0.22, -0.15}});
    } else if (verdict == Verdict::Near) {
        painter.drawLine(QPointF(0, -0.13), QPointF(0, 0.10));
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(QPointF(0, 0.265), 0.07, 0.07);
    } else {
        painter.drawLine(QPointF(-0.17, -0.17), QPointF(0.17, 0.17));
        painter.drawLine(QPointF(-0.17, 0.17), QPointF(0.17, -0.17));
    }
}

void paintUnknown(QPainter& painter, Theme theme) {
    const QColor color = tokenColor(Token::None, theme);
    QPen ring = linePen(color, 0.095);
    ring.setCapStyle(Qt::FlatCap);
    // Eight dashes around, so that the ring closes without a short one.
    const qreal around = 2 * M_PI * 0.41 / 0.095;
    ring.setDashPattern({around / 8 * 0.62, around / 8 * 0.38});
    painter.setPen(ring);
    painter.drawEllipse(QPointF(), 0.41, 0.41);
    painter.setPen(linePen(color, 0.1));
    painter.drawLine(QPointF(-0.14, 0), QPointF(0.14, 0));
}

Token onToken(Verdict verdict) {
    switch (verdict) {
    case Verdict::Met:
        return Token::OnMet;
    case Verdict::Near:
        return Token::OnNear;
    default:
        return Token::OnBroken;
    }
}

/// Lines at 45° over a rectangle, cut to it by hand because not every paint device clips.
void paintHatch(QPainter& painter, const QRectF& area, qreal spacing) {
    for (qreal c = area.left() + area.top() + spacing; c < area.right() + area.bottom(); c += spacing) {
        const qreal x0 = std::max(area.left(), c - area.bottom());
        const qreal x1 = std::min(area.right(), c - area.top());
        if (x0 < x1)
            painter.drawLine(QPointF(x0, c - x0), QPointF(x1, c - x1));
    }
}

void paintDots(QPainter& painter, const QRectF& area, const QColor& color) {
    constexpr qreal spacing = 6;
    constexpr qreal radius = 1.1;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const int columns = int((area.width() - 2 * radius) / spacing);
    const int rows = int((area.height() - 2 * radius) / spacing);
    const QPointF first = area.center() - QPointF(columns, rows) * (spacing / 2);
    for (int i = 0; i <= columns; ++i) {
        for (int j = 0; j <= rows; ++j)
            painter.drawEllipse(first + QPointF(i, j) * spacing, radius, radius);
    }
}

void drawMark(QPainter& painter, QPointF center, qreal size, Verdict verdict, MarkFill fill, Theme theme) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(center);
    painter.scale(size, size);
    painter.setBrush(Qt::NoBrush);
    const QColor color = tokenColor(verdictToken(verdict), theme);
    if (verdict == Verdict::Unknown) {
        paintUnknown(painter, theme);
    } else if (verdict == Verdict::NotApplicable) {
        painter.setPen(linePen(color, 0.1));
        painter.drawLine(QPointF(-0.2, 0), QPointF(0.2, 0));
    } else if (fill == MarkFill::Filled) {
        const QPainterPath body = bodyOf(verdict);
        painter.fillPath(body, color);
        painter.strokePath(body, linePen(color, 0.06)); // rounds the corners
        paintGlyph(painter, verdict, tokenColor(onToken(verdict), theme));
    } else {
        painter.save();
        painter.scale(0.93, 0.93); // the outline stays within the filled mark's size
        painter.strokePath(bodyOf(verdict), linePen(color, 0.1));
        painter.restore();
        paintGlyph(painter, verdict, color);
    }
    painter.restore();
}

/// A mark as pixels: which one, how many pixels it is wide, where in its pixel its centre stands.
struct MarkKey {
    Verdict verdict;
    MarkFill fill;
    Theme theme;
    qreal size, dpr;
    QPointF within;

    bool operator==(const MarkKey&) const = default;
};

size_t qHash(const MarkKey& key, size_t seed) {
    return qHashMulti(seed, static_cast<int>(key.verdict), static_cast<int>(key.fill), static_cast<int>(key.theme),
                      key.size, key.dpr, key.within.x(), key.within.y());
}

/// The paths of the marks in lists were a tenth of what an edit repaints. Marks at other places than those of rows and
/// cells, on the map for one, are not kept: hardly any comes twice.
void paintKeptMark(QPainter& painter, const MarkKey& key, QPointF topLeft, int side) {
    constexpr int most = 256;
    thread_local QHash<MarkKey, QImage> kept;
    auto it = kept.constFind(key);
    if (it == kept.cend()) {
        if (kept.size() >= most)
            kept.clear();
        QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(key.dpr);
        image.fill(Qt::transparent);
        QPainter own(&image);
        drawMark(own, (QPointF(side / 2, side / 2) + key.within) / key.dpr, key.size, key.verdict, key.fill, key.theme);
        own.end();
        it = kept.insert(key, image);
    }
    painter.drawImage(topLeft, *it);
}

/// Whether a mark was painted as a picture: on a raster that nothing but its own pixel ratio scales, at a quarter of a
/// pixel.
bool paintAsPicture(QPainter& painter, QPointF center, qreal size, Verdict verdict, MarkFill fill, Theme theme) {
    if (painter.paintEngine()->type() != QPaintEngine::Raster)
        return false;
    const QTransform device = painter.deviceTransform();
    const qreal dpr = painter.device()->devicePixelRatioF();
    if (device.type() > QTransform::TxScale || device.m11() != dpr || device.m22() != dpr)
        return false;
    const QPointF at = device.map(center);
    const QPointF pixel(std::floor(at.x()), std::floor(at.y())), within = at - pixel;
    const auto isQuarter = [](qreal part) { return part * 4 == std::floor(part * 4); };
    if (!isQuarter(within.x()) || !isQuarter(within.y()))
        return false;
    const int side = 2 * (static_cast<int>(std::ceil(size * dpr * 0.6)) + 2);
    const QPointF topLeft = center - (within + QPointF(side / 2, side / 2)) / dpr;
    paintKeptMark(painter, {verdict, fill, theme, size, dpr, within}, topLeft, side);
    return true;
}

} // namespace

Token verdictToken(Verdict verdict) {
    switch (verdict) {
    case Verdict::Met:
        return Token::Met;
    case Verdict::Near:
        return Token::Near;
    case Verdict::Broken:
        return Token::Broken;
    case Verdict::Unknown:
        return Token::None;
    case Verdict::NotApplicable:
        break;
    }
    return Token::Text3;
}

Token verdictTextToken(Verdict verdict) {
    return verdict == Verdict::Near ? Token::NearText : verdictToken(verdict);
}

void paintVerdictMark(QPainter& painter, QPointF center, qreal size, Verdict verdict, MarkFill fill, Theme theme) {
    if (!paintAsPicture(painter, center, size, verdict, fill, theme))
        drawMark(painter, center, size, verdict, fill, theme);
}

void paintDeclaredPen(QPainter& painter, QPointF center, qreal size, Theme theme) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(center);
    painter.scale(size, size);
    painter.setPen(linePen(tokenColor(Token::Text2, theme), 0.09));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolygon(QPolygonF{{-0.38, 0.38}, {-0.32, 0.14}, {0.20, -0.38}, {0.38, -0.20}, {-0.14, 0.32}});
    painter.drawLine(QPointF(0.08, -0.26), QPointF(0.26, -0.08));
    painter.restore();
}

void paintVerdictArea(QPainter& painter, const QRectF& area, Verdict verdict, Theme theme) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = tokenColor(verdictToken(verdict), theme);
    if (verdict == Verdict::Met) {
        painter.fillRect(area, color);
    } else if (verdict == Verdict::Near) {
        painter.fillRect(area, tokenColor(Token::NearSoft, theme));
        paintDots(painter, area, color);
    } else if (verdict == Verdict::Broken) {
        painter.fillRect(area, tokenColor(Token::BrokenSoft, theme));
        painter.setPen(QPen(color, 1.2, Qt::SolidLine, Qt::FlatCap));
        paintHatch(painter, area, 6);
    }
    if (verdict != Verdict::Met) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color, 1, verdict == Verdict::Unknown ? Qt::DashLine : Qt::SolidLine));
        painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5));
    }
    painter.restore();
}

void paintVerdictPin(QPainter& painter, QPointF center, Verdict verdict, Theme theme, qreal scale) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokenColor(Token::CableCasing, theme));
    painter.drawEllipse(center, 10 * scale, 10 * scale);
    painter.restore();
    paintVerdictMark(painter, center, 15 * scale, verdict, MarkFill::Filled, theme);
}

} // namespace corridor
