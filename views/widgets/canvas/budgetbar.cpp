// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/canvas/budgetbar.h"

#include "views/paint/fonts.h"
#include "views/paint/symbols.h"
#include "views/widgets/canvas/dragcard.h"
#include "views/widgets/canvas/dragtext.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <cmath>

namespace corridor {

namespace {

constexpr qreal panelWidth = 640;
constexpr std::size_t mostRows = 4;
constexpr qreal titleHeight = 32;
constexpr qreal limitHeight = 20; // the figures above the bars
constexpr qreal rowHeight = 26;
constexpr qreal barHeight = 14;
constexpr qreal axisHeight = 20;
constexpr double beyondLimit = 1.07;

QString tr(const char* text) {
    return QCoreApplication::translate("DragPanels", text);
}

qreal widthOf(const QFont& font, const QString& text) {
    return QFontMetricsF(font).horizontalAdvance(text);
}

void drawRight(QPainter& painter, qreal right, qreal baseline, const QString& text) {
    painter.drawText(QPointF(right - widthOf(painter.font(), text), baseline), text);
}

void drawCentred(QPainter& painter, qreal middle, qreal baseline, const QString& text) {
    painter.drawText(QPointF(middle - widthOf(painter.font(), text) / 2, baseline), text);
}

struct Part {
    Token token;
    double RttParts::*ms;
    const char* name;
};
constexpr std::array<Part, 4> parts{
    {{Token::RttFloor, &RttParts::floorMs, QT_TRANSLATE_NOOP("DragPanels", "Floor")},
     {Token::RttDetour, &RttParts::detourMs, QT_TRANSLATE_NOOP("DragPanels", "Detour")},
     {Token::RttLay, &RttParts::layMs, QT_TRANSLATE_NOOP("DragPanels", "Lay")},
     {Token::RttEquipment, &RttParts::equipmentMs, QT_TRANSLATE_NOOP("DragPanels", "Equipment")}}};

/// Distance of axis figures: 1, 2 or 5 times a power of ten, at most six of them.
double tickStep(double range) {
    const double rough = range / 6;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double step : {1.0, 2.0, 5.0})
        if (step * power >= rough)
            return step * power;
    return 10 * power;
}

} // namespace

BudgetBar::BudgetBar(const DragPreview& preview, Theme theme)
    : mTheme(theme) {
    for (const PathChange& change : preview.paths)
        if (change.path.exists && change.limitMs && change.path.rtt.floorMs < *change.limitMs &&
            mRows.size() < mostRows)
            mRows.push_back(change);
    for (const PathChange& row : mRows) {
        mMarginWidth = std::max(mMarginWidth, widthOf(programFont(12), marginShort(row)));
        mValueWidth = std::max(mValueWidth, widthOf(programFont(14, true), msText(row.path.rtt.totalMs, row.limitMs)));
    }
}

// Columns from the right: margin, unit, value, mark; from the left: label, floor; the scale has what is left over.
qreal BudgetBar::floorWidth() const {
    return isOneService() ? 72 : 44;
}

qreal BudgetBar::labelWidth() const {
    return isOneService() ? 60 : 190;
}

qreal BudgetBar::valueRight(const QRectF& rect) const {
    return rect.right() - 13 - mMarginWidth - 14 - widthOf(programFont(12), QStringLiteral("ms")) - 4;
}

bool BudgetBar::isOneService() const {
    return std::all_of(mRows.begin(), mRows.end(),
                       [this](const PathChange& row) { return row.service == mRows.front().service; });
}

QRectF BudgetBar::placedIn(const QRectF& view, QPointF pointer) const {
    const qreal width = std::min(panelWidth, view.width() - 16);
    const qreal axis = isOneService() ? axisHeight : 8;
    const qreal height = titleHeight + limitHeight + rowHeight * qreal(mRows.size()) + axis;
    QRectF rect(view.center().x() - width / 2, view.bottom() - 14 - height, width, height);
    if (rect.adjusted(-24, -24, 24, 24).contains(pointer))
        rect.moveTop(view.top() + 14);
    return rect.toRect();
}

qreal BudgetBar::Scale::x(double ms) const {
    const double part = (ms - floorMs) / (topMs - floorMs);
    return left + (right - left) * std::clamp(part, 0.0, 1.0);
}

BudgetBar::Scale BudgetBar::scaleOf(const PathChange& row, const QRectF& rect) const {
    // Paths of one service share their ends, so also the floor up to the mix of fibres: the lowest one serves for all.
    double floorMs = row.path.rtt.floorMs;
    if (isOneService())
        for (const PathChange& other : mRows)
            floorMs = std::min(floorMs, other.path.rtt.floorMs);
    return {floorMs, *row.limitMs * beyondLimit, rect.left() + labelWidth() + floorWidth(),
            valueRight(rect) - mValueWidth - 40};
}

void BudgetBar::paint(QPainter& painter, const QRectF& rect) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintHudPanel(painter, rect, mTheme);
    paintTitle(painter, rect);
    qreal top = rect.top() + titleHeight + limitHeight;
    for (const PathChange& row : mRows) {
        paintRow(painter, rect, top, row);
        top += rowHeight;
    }
    paintLimit(painter, rect);
    if (isOneService())
        paintAxis(painter, rect);
    painter.restore();
}

void BudgetBar::paintTitle(QPainter& painter, const QRectF& rect) const {
    const qreal baseline = rect.top() + 22;
    qreal x = rect.left() + 13;
    painter.setFont(programFont(13, true));
    painter.setPen(tokenColor(Token::Text, mTheme));
    painter.drawText(QPointF(x, baseline), tr("RTT budget"));
    x += widthOf(painter.font(), tr("RTT budget")) + 10;
    paintLegend(painter, rect);
    painter.setFont(programFont(12));
    painter.setPen(tokenColor(Token::Text2, mTheme));
    const QFontMetricsF metrics(painter.font());
    const QString tag = limitTag(mRows.front());
    const qreal tagWidth = widthOf(programFont(11), tag) + 12;
    const QString name =
        metrics.elidedText(mRows.front().serviceName, Qt::ElideMiddle, rect.right() - 240 - x - tagWidth);
    painter.drawText(QPointF(x, baseline), name);
    x += metrics.horizontalAdvance(name) + 10;
    const QRectF box(x + 0.5, rect.top() + 9.5, tagWidth, 17);
    painter.setPen(QPen(tokenColor(Token::Border2, mTheme), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box, 3, 3);
    painter.setFont(programFont(11));
    painter.setPen(tokenColor(Token::Text2, mTheme));
    drawCentred(painter, box.center().x(), rect.top() + 22, tag);
}

void BudgetBar::paintLegend(QPainter& painter, const QRectF& rect) const {
    painter.setFont(programFont(11));
    qreal x = rect.right() - 13;
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
        const QString name = tr(part->name);
        x -= widthOf(painter.font(), name);
        painter.setPen(tokenColor(Token::Text2, mTheme));
        painter.drawText(QPointF(x, rect.top() + 22), name);
        x -= 14;
        painter.fillRect(QRectF(x, rect.top() + 13, 10, 10), tokenColor(part->token, mTheme));
        x -= 10;
    }
}

void BudgetBar::paintRow(QPainter& painter, const QRectF& rect, qreal top, const PathChange& row) const {
    QString label = row.backup ? tr("Backup") : tr("Primary");
    painter.setFont(programFont(12));
    painter.setPen(tokenColor(Token::Text, mTheme));
    const QFontMetricsF metrics(painter.font());
    if (!isOneService()) {
        const QString path = QStringLiteral(" \u00b7 ") + label;
        label =
            metrics.elidedText(row.serviceName, Qt::ElideMiddle, labelWidth() - 24 - metrics.horizontalAdvance(path)) +
            path;
    }
    painter.drawText(QPointF(rect.left() + 13, top + 17), label);
    paintBar(painter, scaleOf(row, rect), top + (rowHeight - barHeight) / 2, row);
    paintFigures(painter, rect, top, row);
}

void BudgetBar::paintBar(QPainter& painter, const Scale& scale, qreal top, const PathChange& row) const {
    const QRectF bar(scale.left, top, scale.right - scale.left, barHeight);
    const qreal limitX = scale.x(*row.limitMs);
    painter.fillRect(QRectF(limitX, top - 6, scale.right - limitX, rowHeight), tokenColor(Token::BrokenSoft, mTheme));
    paintParts(painter, scale, bar, row);
    paintFloor(painter, scale, bar);
    const qreal end = scale.x(row.path.rtt.totalMs);
    if (end < limitX) {
        painter.setPen(QPen(tokenColor(Token::Met, mTheme), 1.5));
        painter.setBrush(tokenColor(Token::MetSoft, mTheme));
        painter.drawRect(QRectF(end + 1, top + 0.75, limitX - end - 1, barHeight - 1.5));
    } else if (end > limitX) {
        paintVerdictArea(painter, QRectF(limitX, top, end - limitX, barHeight), Verdict::Broken, mTheme);
    }
    painter.setPen(QPen(tokenColor(Token::Text, mTheme), 2, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(limitX, top - 6), QPointF(limitX, top + barHeight + 6));
    if (row.beforeMs && std::abs(*row.beforeMs - row.path.rtt.totalMs) > 0.005) {
        QPen dashed(tokenColor(Token::Text2, mTheme), 1.5, Qt::CustomDashLine, Qt::FlatCap);
        dashed.setDashPattern({2, 1.5});
        painter.setPen(dashed);
        const qreal x = scale.x(*row.beforeMs);
        painter.drawLine(QPointF(x, top - 5), QPointF(x, top + barHeight + 5));
    }
}

void BudgetBar::paintParts(QPainter& painter, const Scale& scale, const QRectF& bar, const PathChange& row) const {
    const qreal limitX = scale.x(*row.limitMs);
    double from = 0;
    for (const Part& part : parts) {
        const double to = from + row.path.rtt.*part.ms;
        // What lies beyond the limit is hatched instead.
        const qreal left = scale.x(from), right = std::min(scale.x(to), limitX);
        if (right > left)
            painter.fillRect(QRectF(left, bar.top(), std::max(0.5, right - left - 1), bar.height()),
                             tokenColor(part.token, mTheme));
        from = to;
    }
}

/// The floor is as long for every way there is, so it stands for itself: a block of fixed width with a break sign.
void BudgetBar::paintFloor(QPainter& painter, const Scale& scale, const QRectF& bar) const {
    const QRectF block(scale.left - floorWidth(), bar.top(), floorWidth() - 1, bar.height());
    painter.fillRect(block, tokenColor(Token::RttFloor, mTheme));
    painter.setPen(QPen(tokenColor(Token::Hud, mTheme), 1.6));
    painter.setBrush(Qt::NoBrush);
    for (const qreal x : {block.center().x() - 6, block.center().x()})
        painter.drawPolyline(QPolygonF{{x, bar.top()}, {x + 4, bar.center().y()}, {x, bar.bottom()}});
}

void BudgetBar::paintFigures(QPainter& painter, const QRectF& rect, qreal top, const PathChange& row) const {
    const qreal baseline = top + 18;
    const MarkFill fill = row.severity == Severity::Binding ? MarkFill::Filled : MarkFill::Outlined;
    paintVerdictMark(painter, {valueRight(rect) - mValueWidth - 18, top + rowHeight / 2}, 14, row.verdict, fill,
                     mTheme);
    painter.setFont(programFont(14, true));
    painter.setPen(tokenColor(Token::Text, mTheme));
    drawRight(painter, valueRight(rect), baseline, msText(row.path.rtt.totalMs, row.limitMs));
    painter.setFont(programFont(12));
    painter.setPen(tokenColor(Token::Text2, mTheme));
    painter.drawText(QPointF(valueRight(rect) + 4, baseline - 1), QStringLiteral("ms"));
    painter.setPen(tokenColor(row.marginMs && *row.marginMs < 0 ? Token::Broken : Token::Text, mTheme));
    drawRight(painter, rect.right() - 13, baseline - 1, marginShort(row));
}

void BudgetBar::paintLimit(QPainter& painter, const QRectF& rect) const {
    const PathChange& row = mRows.front();
    const Scale scale = scaleOf(row, rect);
    const qreal baseline = rect.top() + titleHeight + 13;
    painter.setFont(programFont(11));
    painter.setPen(tokenColor(Token::Text, mTheme));
    const QString limit = isOneService() ? tr("Limit %1").arg(msText(*row.limitMs)) : tr("Limit");
    qreal limitEnd = scale.x(*row.limitMs) + 4;
    drawRight(painter, limitEnd, baseline, limit);
    if (!isOneService() || !row.beforeMs || std::abs(*row.beforeMs - row.path.rtt.totalMs) <= 0.005)
        return;
    const QString before = tr("Before %1").arg(msText(*row.beforeMs, row.limitMs));
    const qreal half = widthOf(painter.font(), before) / 2;
    qreal x = scale.x(*row.beforeMs);
    const qreal limitStart = limitEnd - widthOf(painter.font(), limit);
    if (x - half < limitEnd + 8 && x + half > limitStart - 8)
        x = *row.beforeMs >= *row.limitMs ? limitEnd + 8 + half : limitStart - 8 - half;
    painter.setPen(tokenColor(Token::Text2, mTheme));
    drawCentred(painter, x, baseline, before);
}

void BudgetBar::paintAxis(QPainter& painter, const QRectF& rect) const {
    const Scale scale = scaleOf(mRows.front(), rect);
    const qreal baseline = rect.bottom() - 8;
    painter.setFont(programFont(11));
    painter.setPen(tokenColor(Token::Text2, mTheme));
    const QString floor = msText(scale.floorMs);
    drawRight(painter, scale.left, baseline, floor);
    const double step = tickStep(scale.topMs - scale.floorMs);
    const int decimals = std::max(0, int(std::ceil(-std::log10(step) - 1e-9)));
    for (double tick = std::ceil(scale.floorMs / step) * step; tick < scale.topMs; tick += step)
        if (scale.x(tick) > scale.left + 20)
            drawCentred(painter, scale.x(tick), baseline, fixedText(tick, decimals));
    painter.drawText(QPointF(scale.right + 8, baseline), QStringLiteral("ms"));
}

} // namespace corridor
