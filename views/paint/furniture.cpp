// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/furniture.h"

#include "views/paint/fonts.h"
#include "views/paint/halotext.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainterPath>
#include <QPolygonF>

#include <array>
#include <cmath>

namespace corridor {

namespace {

constexpr qreal columnInset = 12;
constexpr qreal insetPx = 14;
constexpr qreal buttonPx = 32;
constexpr qreal figurePx = 11;
constexpr qreal barHeight = 5;
constexpr qreal barBlock = barHeight + 4 + figurePx; // bar and figures above it
constexpr std::array<ZoomButton, 4> buttons{ZoomButton::In, ZoomButton::Out, ZoomButton::All, ZoomButton::Selection};

qreal textWidth(const QString& text) {
    return QFontMetricsF(programFont(figurePx)).horizontalAdvance(text);
}

/// Text on the bare map: with a halo so that cables and borders below do not disturb.
void paintOnMap(QPainter& painter, QPointF baseline, const QString& text, Theme theme) {
    paintHaloText(painter, baseline, text, programFont(figurePx), tokenColor(Token::Label2, theme),
                  tokenColor(Token::Halo, theme));
}

QString lengthText(double metres) {
    return QString::number(metres < 1000 ? metres : metres / 1000);
}

/// Strokes of the button icons in a 20 px box about the origin.
QPainterPath iconOf(ZoomButton button) {
    QPainterPath icon;
    const auto line = [&icon](QPointF a, QPointF b) {
        icon.moveTo(a);
        icon.lineTo(b);
    };
    switch (button) {
    case ZoomButton::In:
        line({0, -5.5}, {0, 5.5});
        [[fallthrough]];
    case ZoomButton::Out:
        line({-5.5, 0}, {5.5, 0});
        break;
    case ZoomButton::All: // four corners with arrows outwards
        for (QPointF d : {QPointF(-1, -1), QPointF(1, -1), QPointF(1, 1), QPointF(-1, 1)}) {
            line(d * 2.5, d * 6);
            line(d * 6, {d.x() * 6, d.y() * 2.5});
            line(d * 6, {d.x() * 2.5, d.y() * 6});
        }
        break;
    case ZoomButton::Selection: // a lens with a dot
        icon.addEllipse(QPointF(-1.5, -1.5), 5, 5);
        line({2.2, 2.2}, {6, 6});
        icon.addEllipse(QPointF(-1.5, -1.5), 1, 1);
        break;
    }
    return icon;
}

} // namespace

QString unreviewedNote() {
    return QCoreApplication::translate("Furniture", "For internal planning only; not to be published without review");
}

ScaleBar scaleBarFor(const Viewport& viewport, double mostPx) {
    const double metresPerPixel = viewport.groundMetresPerPixel();
    const double most = metresPerPixel * mostPx;
    double length = std::pow(10, std::floor(std::log10(most)));
    for (double step : {5.0, 2.0}) {
        if (length * step <= most) {
            length *= step;
            break;
        }
    }
    const QString unit = length < 1000 ? QStringLiteral("m") : QStringLiteral("km");
    // Both figures in the unit of the whole length.
    const QString half = QString::number(length / 2 / (length < 1000 ? 1 : 1000));
    return {length, length / metresPerPixel, half, lengthText(length) + QLatin1Char(' ') + unit};
}

QRectF FurnitureLayout::buttonRect(ZoomButton button) const {
    return {zoomColumn.left(), zoomColumn.top() + int(button) * buttonPx, zoomColumn.width(), buttonPx};
}

std::optional<ZoomButton> FurnitureLayout::buttonAt(QPointF pixel) const {
    for (ZoomButton button : buttons) {
        if (buttonRect(button).contains(pixel))
            return button;
    }
    return std::nullopt;
}

FurnitureLayout layoutFurniture(const Viewport& viewport) {
    const QRectF view = viewport.rect();
    const ScaleBar bar = scaleBarFor(viewport);
    FurnitureLayout layout;
    layout.zoomColumn = {view.right() - columnInset - 34, view.top() + columnInset, 34, buttonPx * buttons.size()};
    // Half of the last figure stands out over the end of the bar.
    const qreal width = bar.pixels + textWidth(bar.fullText) / 2 + 4;
    layout.scaleBar = {view.left() + insetPx - 4, view.bottom() - insetPx - barBlock, width + 4, barBlock};
    layout.note = {view.left() + insetPx, layout.scaleBar.top() - figurePx - 10, textWidth(unreviewedNote()),
                   figurePx + 4};
    const qreal right = std::max(layout.scaleBar.right(), layout.note.right());
    layout.northArrow = {right + 12, view.bottom() - insetPx - 36, 20, 36};
    return layout;
}

void paintZoomColumn(QPainter& painter, const FurnitureLayout& layout, Theme theme, std::optional<ZoomButton> hovered,
                     bool selectionEnabled) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath panel;
    panel.addRoundedRect(layout.zoomColumn.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    painter.fillPath(panel, tokenColor(Token::Hud, theme));
    for (ZoomButton button : buttons) {
        const QRectF rect = layout.buttonRect(button);
        const bool enabled = button != ZoomButton::Selection || selectionEnabled;
        if (hovered == button && enabled) {
            QPainterPath cell;
            cell.addRect(rect);
            painter.fillPath(cell & panel, tokenColor(Token::Hover, theme));
        }
        if (button != ZoomButton::In)
            painter.fillRect(QRectF(rect.left() + 1, rect.top(), rect.width() - 2, 1),
                             tokenColor(Token::Border, theme));
        const QPen pen(tokenColor(enabled ? Token::Text2 : Token::Disabled, theme), 1.5, Qt::SolidLine, Qt::RoundCap,
                       Qt::RoundJoin);
        painter.strokePath(iconOf(button).translated(rect.center()), pen);
    }
    painter.strokePath(panel, QPen(tokenColor(Token::Border2, theme), 1));
    painter.restore();
}

void paintScaleBar(QPainter& painter, QPointF bottomLeft, const ScaleBar& bar, Theme theme) {
    constexpr int fields = 4;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ink = tokenColor(Token::Label1, theme);
    const QRectF whole(bottomLeft.x(), bottomLeft.y() - barHeight, bar.pixels, barHeight);
    painter.fillRect(whole.adjusted(-1.5, -1.5, 1.5, 1.5), tokenColor(Token::Halo, theme, 0.92));
    for (int i = 0; i < fields; ++i) {
        const QRectF field(whole.left() + whole.width() * i / fields, whole.top(), whole.width() / fields, barHeight);
        painter.fillRect(field, i % 2 == 0 ? ink : tokenColor(Token::CableCasing, theme));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, 1));
    painter.drawRect(whole);
    const qreal baseline = whole.top() - 4;
    const QString zero = QStringLiteral("0");
    const auto centered = [&](qreal x, const QString& text, const QString& number) {
        paintOnMap(painter, {x - textWidth(number) / 2, baseline}, text, theme);
    };
    centered(whole.left(), zero, zero);
    centered(whole.center().x(), bar.halfText, bar.halfText);
    centered(whole.right(), bar.fullText, bar.fullText);
    painter.restore();
}

void paintNorthArrow(QPainter& painter, const QRectF& rect, double northDegrees, Theme theme) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.center());
    painter.rotate(northDegrees);
    const QColor ink = tokenColor(Token::Label1, theme);
    const QPolygonF left{{0, -18}, {0, 4}, {-6, 8}};
    const QPolygonF right{{0, -18}, {6, 8}, {0, 4}};
    QPainterPath outline;
    outline.addPolygon(QPolygonF{{0, -18}, {6, 8}, {0, 4}, {-6, 8}, {0, -18}});
    painter.strokePath(outline,
                       QPen(tokenColor(Token::Halo, theme, 0.92), 3.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setPen(QPen(ink, 1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(ink);
    painter.drawPolygon(left);
    painter.setBrush(tokenColor(Token::CableCasing, theme));
    painter.drawPolygon(right);
    // The letter as strokes: turned text does not come out the same in every thread.
    QPainterPath letter;
    letter.addPolygon(QPolygonF{{-2.8, 17.6}, {-2.8, 10.4}, {2.8, 17.6}, {2.8, 10.4}});
    painter.strokePath(letter,
                       QPen(tokenColor(Token::Halo, theme, 0.92), 4.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.strokePath(letter, QPen(ink, 1.2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.restore();
}

void paintMapFurniture(QPainter& painter, const Viewport& viewport, Theme theme, const QString& note) {
    const FurnitureLayout layout = layoutFurniture(viewport);
    paintScaleBar(painter, {viewport.rect().left() + insetPx, layout.scaleBar.bottom()}, scaleBarFor(viewport), theme);
    paintNorthArrow(painter, layout.northArrow, viewport.northDegrees(), theme);
    if (note.isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintOnMap(painter, layout.note.bottomLeft() - QPointF(0, 3), note, theme);
    painter.restore();
}

KeptFurniture::Picture KeptFurniture::pictureOf(QRectF rect, qreal dpr, const std::function<void(QPainter&)>& paint) {
    const QRect whole = rect.toAlignedRect();
    Picture picture{whole.topLeft(),
                    QImage((QSizeF(whole.size()) * dpr).toSize(), QImage::Format_ARGB32_Premultiplied)};
    picture.image.setDevicePixelRatio(dpr);
    picture.image.fill(Qt::transparent);
    QPainter painter(&picture.image);
    painter.translate(-whole.topLeft());
    paint(painter);
    return picture;
}

void KeptFurniture::paint(QPainter& painter, const Viewport& viewport, Theme theme, const QString& note,
                          std::optional<ZoomButton> hovered, bool selectionEnabled) {
    constexpr qreal halo = 8; // also what the turned arrow needs beside its box
    const qreal dpr = viewport.devicePixelRatio();
    if (dpr != std::floor(dpr)) { // a picture would lie between pixels
        paintMapFurniture(painter, viewport, theme, note);
        return paintZoomColumn(painter, layoutFurniture(viewport), theme, hovered, selectionEnabled);
    }
    Key key{viewport, theme, note, hovered, selectionEnabled};
    if (mKey != key) {
        const FurnitureLayout layout = layoutFurniture(viewport);
        const QRectF map =
            layout.scaleBar.united(layout.northArrow).united(layout.note).adjusted(-halo, -halo, halo, halo);
        mMap = pictureOf(map, dpr, [&](QPainter& own) { paintMapFurniture(own, viewport, theme, note); });
        mColumn = pictureOf(layout.zoomColumn.adjusted(-1, -1, 1, 1), dpr,
                            [&](QPainter& own) { paintZoomColumn(own, layout, theme, hovered, selectionEnabled); });
        mKey = std::move(key);
    }
    for (const Picture* picture : {&mMap, &mColumn})
        painter.drawImage(picture->at, picture->image);
}

} // namespace corridor
