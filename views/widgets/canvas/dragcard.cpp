// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/canvas/dragcard.h"

#include "views/paint/fonts.h"
#include "views/paint/symbols.h"
#include "views/widgets/canvas/dragtext.h"

#include <QFontMetricsF>

#include <cmath>

namespace corridor {

namespace {

constexpr qreal cardWidth = 206;
constexpr qreal cardHeight = 52;
constexpr qreal padding = 12;
constexpr qreal markSize = 17;
constexpr double smallestShownDelta = 0.005; // ms; below, two decimals show nothing

qreal widthOf(const QFont& font, const QString& text) {
    return QFontMetricsF(font).horizontalAdvance(text);
}

} // namespace

void paintHudPanel(QPainter& painter, const QRectF& rect, Theme theme) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokenColor(Token::Border2, theme), 1));
    painter.setBrush(tokenColor(Token::Hud, theme));
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    painter.restore();
}

void paintChangeArrow(QPainter& painter, QPointF center, bool rises, const QColor& color) {
    const qreal tip = rises ? -4.5 : 4.5;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF{center + QPointF(-5.5, -tip), center + QPointF(5.5, -tip), center + QPointF(0, tip)});
    painter.restore();
}

QString DragCard::valueText() const {
    const PathChange* main = mPreview.main();
    if (main)
        return main->path.exists ? msText(main->path.rtt.totalMs, main->limitMs) : QStringLiteral("\u2014");
    const double km = mPreview.subjectFibreKm + mPreview.movedKm; // never both
    return km > 0 ? fixedText(km, 1) : QStringLiteral("\u2014");
}

QString DragCard::unitText() const {
    if (mPreview.main())
        return QStringLiteral("ms");
    return mPreview.subjectFibreKm + mPreview.movedKm > 0 ? QStringLiteral("km") : QString();
}

std::optional<double> DragCard::delta() const {
    const PathChange* main = mPreview.main();
    if (!main || !main->beforeMs || !main->path.exists)
        return std::nullopt;
    const double change = main->path.rtt.totalMs - *main->beforeMs;
    return std::abs(change) >= smallestShownDelta ? std::optional(change) : std::nullopt;
}

QRectF DragCard::placedAt(QPointF pointer, const QRectF& view) const {
    const qreal width = std::max(cardWidth, std::ceil(widthOf(programFont(12), cardLine(mPreview)) + 2 * padding));
    QPointF corner = pointer + QPointF(16, 30);
    if (corner.x() + width > view.right() - 4)
        corner.setX(std::max(view.left() + 4, pointer.x() - 16 - width));
    if (corner.y() + cardHeight > view.bottom() - 4)
        corner.setY(pointer.y() - 30 - cardHeight);
    return QRectF(corner, QSizeF(width, cardHeight)).toRect();
}

void DragCard::paint(QPainter& painter, const QRectF& rect) const {
    painter.save();
    paintHudPanel(painter, rect, mTheme);
    const PathChange* main = mPreview.main();
    const bool marked = main && main->verdict != Verdict::NotApplicable;
    const qreal baseline = rect.top() + 25;
    qreal x = rect.left() + padding;
    if (marked) {
        const MarkFill fill = main->severity == Severity::Binding ? MarkFill::Filled : MarkFill::Outlined;
        paintVerdictMark(painter, {x + markSize / 2, rect.top() + 18}, markSize, main->verdict, fill, mTheme);
        x += markSize + 6;
    }
    const QFont big = programFont(18, true);
    painter.setFont(big);
    painter.setPen(tokenColor(Token::Text, mTheme));
    painter.drawText(QPointF(x, baseline), valueText());
    x += widthOf(big, valueText()) + 5;
    painter.setFont(programFont(12));
    painter.setPen(tokenColor(Token::Text2, mTheme));
    painter.drawText(QPointF(x, baseline), unitText());
    painter.drawText(QPointF(rect.left() + padding, rect.bottom() - 9), cardLine(mPreview));
    if (const auto change = delta())
        paintDelta(painter, rect, *change);
    painter.restore();
}

void DragCard::paintDelta(QPainter& painter, const QRectF& rect, double change) const {
    const QColor color = tokenColor(change < 0 ? Token::Met : Token::Broken, mTheme);
    const QFont font = programFont(13);
    const QString text = fixedText(std::abs(change), 2);
    const qreal x = rect.right() - padding - widthOf(font, text);
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(QPointF(x, rect.top() + 24), text);
    paintChangeArrow(painter, {x - 10, rect.top() + 19}, change > 0, color);
}

} // namespace corridor
