// SPDX-License-Identifier: GPL-3.0-or-later
// What QCustomPlot does not draw: ground and bands below the bars; texts, ghosts, hatches and limits above them.
#include "views/chart/rttchart.h"
#include "views/paint/fonts.h"
#include "views/paint/symbols.h"

#include <algorithm>
#include <cmath>

namespace corridor {

namespace {

constexpr int markWidth = 26;
constexpr qreal barHalf = 5.5;

} // namespace

void RttChart::paintEvent(QPaintEvent* event) {
    if (std::exchange(mDirty, false))
        replot(QCustomPlot::rpQueuedRefresh);
    {
        QPainter ground(this);
        paintGround(ground);
    }
    QCustomPlot::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintAbove(painter);
}

void RttChart::paintAbove(QPainter& painter) const {
    paintLegend(painter);
    if (mBars.empty())
        paintEmpty(painter);
    for (int row = 0; row < rowCount(); ++row)
        paintRow(painter, row);
}

void RttChart::paintGround(QPainter& painter) const {
    painter.fillRect(rect(), tokenColor(Token::Base, mTheme));
    for (int row = 0; row < rowCount(); ++row) {
        const RttBar& bar = mBars[static_cast<std::size_t>(row)];
        if (mSelected && bar.service == mSelected)
            painter.fillRect(rowRect(row), tokenColor(Token::AccentSoft, mTheme));
        else if (mBands[static_cast<std::size_t>(row)] % 2 == 1)
            painter.fillRect(rowRect(row), tokenColor(Token::AltRow, mTheme));
    }
}

void RttChart::paintLegend(QPainter& painter) const {
    const qreal middle = axisRect()->top() / 2.0;
    const auto text = [&](qreal x, const QString& words) {
        painter.drawText(QPointF(x, middle + painter.fontMetrics().capHeight() / 2.0), words);
        return x + painter.fontMetrics().horizontalAdvance(words);
    };
    painter.setFont(programFont(13, true));
    painter.setPen(tokenColor(Token::Text, mTheme));
    qreal x = text(12, tr("Round trips and limits")) + 16;
    painter.setFont(programFont(11));
    const QString names[] = {tr("Floor"), tr("Detour"), tr("Lay"), tr("Equipment"), tr("Over the limit"), tr("Limit")};
    for (int i = 0; i < 6; ++i) {
        constexpr Token parts[] = {Token::RttFloor, Token::RttDetour, Token::RttLay, Token::RttEquipment};
        const QRectF swatch(x, middle - 5, 10, 10);
        if (i < 4)
            painter.fillRect(swatch, tokenColor(parts[i], mTheme));
        else if (i == 4)
            paintVerdictArea(painter, swatch, Verdict::Broken, mTheme);
        else
            painter.fillRect(QRectF(x + 4, middle - 6, 1.8, 12), tokenColor(Token::Text, mTheme));
        painter.setPen(tokenColor(Token::Text2, mTheme));
        x = text(x + 14, names[i]) + 12;
    }
    if (!mBars.empty())
        painter.drawText(QRectF(axisRect()->right() + 8, axisRect()->bottom() + 1, 60, 24),
                         Qt::AlignVCenter | Qt::AlignLeft, QStringLiteral("ms"));
}

void RttChart::paintRow(QPainter& painter, int row) const {
    const QRectF place = rowRect(row);
    if (place.isEmpty())
        return;
    const RttBar& bar = mBars[static_cast<std::size_t>(row)];
    painter.setOpacity(mStale ? 0.5 : 1.0);
    paintTexts(painter, row, place);
    const qreal middle = yAxis->coordToPixel(-row); // of the bar: whole pixels may put it one off that of the row
    paintGhost(painter, bar, middle);
    paintLimit(painter, bar, place, middle);
    painter.setOpacity(1);
}

void RttChart::paintTexts(QPainter& painter, int row, const QRectF& place) const {
    const RttBar& bar = mBars[static_cast<std::size_t>(row)];
    const auto column = [&](qreal from, qreal wide) { return QRectF(from, place.top(), wide, place.height()); };
    painter.setFont(programFont(12));
    painter.setPen(tokenColor(Token::Text, mTheme));
    // the first row in view names its service even when the row before it has scrolled away
    if (row == firstRow() || mBars[static_cast<std::size_t>(row - 1)].service != bar.service)
        painter.drawText(column(12, mNameWidth), Qt::AlignRight | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(bar.name, Qt::ElideMiddle, mNameWidth));
    painter.setFont(programFont(11));
    painter.setPen(tokenColor(Token::Text2, mTheme));
    painter.drawText(column(12 + mNameWidth + 10, mRoleWidth + 4), Qt::AlignLeft | Qt::AlignVCenter, bar.role);
    const qreal values = rightEdge() - mValueWidth;
    if (bar.verdict)
        paintVerdictMark(painter, QPointF(values - markWidth / 2.0, place.center().y()), 14, *bar.verdict,
                         bar.severity == Severity::Binding ? MarkFill::Filled : MarkFill::Outlined, mTheme);
    painter.setFont(programFont(12, !bar.backup));
    painter.setPen(tokenColor(Token::Text, mTheme));
    painter.drawText(column(values, mValueWidth), Qt::AlignRight | Qt::AlignVCenter, bar.value);
}

void RttChart::paintGhost(QPainter& painter, const RttBar& bar, qreal y) const {
    if (!bar.beforeMs)
        return;
    const qreal was = xAxis->coordToPixel(*bar.beforeMs), is = xAxis->coordToPixel(bar.totalMs());
    if (std::abs(was - is) < 0.5)
        return;
    painter.setPen(QPen(tokenColor(Token::Ghost, mTheme), 1, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(QPointF(std::min(was, is), y - barHalf), QPointF(std::max(was, is), y + barHalf)));
}

void RttChart::paintLimit(QPainter& painter, const RttBar& bar, const QRectF& place, qreal y) const {
    if (!bar.limitMs)
        return;
    const qreal limit = xAxis->coordToPixel(*bar.limitMs);
    if (bar.isOver())
        paintVerdictArea(painter,
                         QRectF(QPointF(limit, y - barHalf),
                                QPointF(std::max(xAxis->coordToPixel(bar.totalMs()), limit + 2), y + barHalf)),
                         Verdict::Broken, mTheme);
    painter.setPen(QPen(tokenColor(Token::Text, mTheme), 1.8, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(limit, place.top()), QPointF(limit, place.bottom()));
}

void RttChart::paintEmpty(QPainter& painter) const {
    const QRectF place = QRectF(rect()).adjusted(12, axisRect()->top(), -12, 0);
    const QString title = tr("No round trip to show in this year"),
                  hint = tr("Choose another year, or add services and connect their ends.");
    painter.setPen(tokenColor(Token::Text, mTheme));
    painter.setFont(programFont(13, true));
    painter.drawText(QRectF(place.left(), place.center().y() - 24, place.width(), 24), Qt::AlignCenter, title);
    painter.setPen(tokenColor(Token::Text2, mTheme));
    painter.setFont(programFont(12));
    painter.drawText(QRectF(place.left(), place.center().y(), place.width(), 48),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, hint);
}

std::vector<QStringList> RttChart::figures() const {
    const auto ms = [](double value) { return QString::number(value, 'f', 6); };
    std::vector<QStringList> out{{tr("Service"), tr("Path"), tr("Floor") + QStringLiteral(" (ms)"),
                                  tr("Detour") + QStringLiteral(" (ms)"), tr("Lay") + QStringLiteral(" (ms)"),
                                  tr("Equipment") + QStringLiteral(" (ms)"), tr("Limit") + QStringLiteral(" (ms)")}};
    for (const RttBar& bar : mBars)
        out.push_back({bar.name, bar.role, ms(bar.floorMs), ms(bar.detourMs), ms(bar.layMs), ms(bar.equipmentMs),
                       bar.limitMs ? ms(*bar.limitMs) : QString()});
    return out;
}

QString RttChart::tipOf(const RttBar& bar) const {
    const QString names[] = {tr("Floor"), tr("Detour"), tr("Lay"), tr("Equipment")};
    const double parts[] = {bar.floorMs, bar.detourMs, bar.layMs, bar.equipmentMs};
    QStringList lines = {QStringLiteral("%1 \u00B7 %2  %3 ms").arg(bar.name, bar.role, bar.value)};
    for (int i = 0; i < 4; ++i)
        lines +=
            QStringLiteral("%1 %2 ms").arg(names[i], QString::number(parts[i], 'f', 3).replace(u'-', QChar(0x2212)));
    if (bar.limitMs)
        lines += QStringLiteral("%1 %2 ms").arg(tr("Limit")).arg(*bar.limitMs, 0, 'g', 6);
    return lines.join(u'\n');
}

} // namespace corridor
