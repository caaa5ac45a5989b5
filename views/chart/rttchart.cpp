// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chart/rttchart.h"

#include "views/paint/fonts.h"
#include "views/paint/symbols.h"

#include <algorithm>
#include <cmath>

namespace corridor {

namespace {

constexpr int rowHeight = 20;
constexpr int legendHeight = 30;
constexpr int axisHeight = 24;
constexpr int nameWidth = 170, roleWidth = 52, markWidth = 26, valueWidth = 52;
constexpr Token partTokens[] = {Token::RttFloor, Token::RttDetour, Token::RttLay, Token::RttEquipment};

double partOf(const RttBar& bar, int part) {
    const double parts[] = {bar.floorMs, bar.detourMs, bar.layMs, bar.equipmentMs};
    return parts[part];
}

} // namespace

RttChart::RttChart(QWidget* parent)
    : QCustomPlot(parent) {
    setInteractions({});
    setAutoAddPlottableToLegend(false);
    setNoAntialiasingOnDrag(true);
    setMouseTracking(false);
    axisRect()->setAutoMargins(QCP::msNone);
    axisRect()->setMargins(QMargins(nameWidth + roleWidth, legendHeight, markWidth + valueWidth, axisHeight));
    yAxis->setTicks(false);
    yAxis->setTickLabels(false);
    yAxis->grid()->setVisible(false);
    xAxis->setSubTicks(false);
    QCPBars* below = nullptr;
    for (int part = 0; part < 4; ++part) {
        auto* bars = new QCPBars(yAxis, xAxis);
        bars->setWidthType(QCPBars::wtAbsolute);
        bars->setWidth(12);
        bars->setStackingGap(0);
        if (below)
            bars->moveAbove(below);
        below = bars;
        mParts.push_back(bars);
    }
    style();
}

void RttChart::style() {
    const auto color = [this](Token token) { return tokenColor(token, mTheme); };
    setBackground(QBrush(color(Token::Base)));
    for (int part = 0; part < 4; ++part) {
        mParts[static_cast<std::size_t>(part)]->setBrush(tokenColor(partTokens[part], mTheme, mStale ? 0.5 : 1.0));
        mParts[static_cast<std::size_t>(part)]->setPen(QPen(color(Token::Base), 1));
    }
    for (QCPAxis* axis : {xAxis, yAxis}) {
        axis->setBasePen(QPen(color(Token::Border)));
        axis->setTickPen(QPen(color(Token::Border)));
        axis->setTickLabelColor(color(Token::Text2));
        axis->setTickLabelFont(programFont(11));
    }
    xAxis->grid()->setPen(QPen(color(Token::Grid), 1));
    xAxis->grid()->setZeroLinePen(QPen(color(Token::Grid), 1));
}

void RttChart::setTheme(Theme theme) {
    mTheme = theme;
    style();
    replot();
}

void RttChart::retranslate() {
    update();
}

void RttChart::setBars(std::vector<RttBar> bars, bool stale) {
    mBars = std::move(bars);
    std::stable_sort(mBars.begin(), mBars.end(), [](const RttBar& a, const RttBar& b) { return a.limitMs.value_or(-1) > b.limitMs.value_or(-1); });
    mStale = stale;
    setMinimumHeight(fullHeight());
    style();
    fill();
    placeRows();
    replot();
}

int RttChart::fullHeight() const {
    return legendHeight + axisHeight + rowHeight * static_cast<int>(std::max<std::size_t>(mBars.size(), 1));
}

void RttChart::fill() {
    for (int part = 0; part < 4; ++part) {
        QVector<double> keys, values;
        for (std::size_t row = 0; row < mBars.size(); ++row) {
            keys += yOf(row);
            values += partOf(mBars[row], part);
        }
        mParts[static_cast<std::size_t>(part)]->setData(keys, values);
    }
    double top = 1;
    for (const RttBar& bar : mBars)
        top = std::max({top, bar.totalMs(), bar.limitMs.value_or(0), bar.beforeMs.value_or(0)});
    xAxis->setRange(0, top * 1.07);
}

// Rows keep their height: a taller chart leaves room below, it does not stretch the bars.
void RttChart::placeRows() {
    const double rows = static_cast<double>(height() - legendHeight - axisHeight) / rowHeight;
    yAxis->setRange(0.5 - rows, 0.5);
}

void RttChart::resizeEvent(QResizeEvent* event) {
    placeRows();
    QCustomPlot::resizeEvent(event);
}

void RttChart::paintEvent(QPaintEvent* event) {
    QCustomPlot::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintLegend(painter);
    paintRowTexts(painter);
    paintLimits(painter);
}

void RttChart::paintLegend(QPainter& painter) const {
    painter.setFont(programFont(13, true));
    painter.setPen(tokenColor(Token::Text, mTheme));
    const QString title = tr("Round trips and limits");
    painter.drawText(QRectF(12, 0, width(), legendHeight), Qt::AlignVCenter, title);
    qreal x = 12 + painter.fontMetrics().horizontalAdvance(title) + 16;
    painter.setFont(programFont(11));
    const QString names[] = {tr("Floor"), tr("Detour"), tr("Lay"), tr("Equipment"), tr("Over the limit")};
    for (int i = 0; i < 5; ++i) {
        const QRectF swatch(x, legendHeight / 2.0 - 5, 10, 10);
        if (i < 4)
            painter.fillRect(swatch, tokenColor(partTokens[i], mTheme));
        else
            paintVerdictArea(painter, swatch, Verdict::Broken, mTheme);
        painter.setPen(tokenColor(Token::Text2, mTheme));
        painter.drawText(QPointF(x + 14, legendHeight / 2.0 + 4), names[i]);
        x += 14 + painter.fontMetrics().horizontalAdvance(names[i]) + 12;
    }
    painter.drawText(QRectF(width() - markWidth - valueWidth, height() - axisHeight, valueWidth, axisHeight), Qt::AlignVCenter | Qt::AlignLeft, QStringLiteral(" ms"));
}

void RttChart::paintRowTexts(QPainter& painter) const {
    painter.setOpacity(mStale ? 0.5 : 1.0);
    for (std::size_t row = 0; row < mBars.size(); ++row) {
        const RttBar& bar = mBars[row];
        const qreal y = yAxis->coordToPixel(yOf(row));
        const bool first = row == 0 || mBars[row - 1].service != bar.service;
        painter.setFont(programFont(12));
        painter.setPen(tokenColor(Token::Text, mTheme));
        const QRectF name(8, y - rowHeight / 2.0, nameWidth - 16, rowHeight);
        if (first)
            painter.drawText(name, Qt::AlignRight | Qt::AlignVCenter, painter.fontMetrics().elidedText(bar.name, Qt::ElideMiddle, static_cast<int>(name.width())));
        painter.setFont(programFont(11));
        painter.setPen(tokenColor(Token::Text2, mTheme));
        painter.drawText(QRectF(nameWidth, y - rowHeight / 2.0, roleWidth - 6, rowHeight), Qt::AlignLeft | Qt::AlignVCenter, bar.role);
        const qreal right = width() - markWidth - valueWidth;
        if (bar.verdict)
            paintVerdictMark(painter, QPointF(right + markWidth / 2.0, y), 14, *bar.verdict, bar.severity == Severity::Binding ? MarkFill::Filled : MarkFill::Outlined, mTheme);
        painter.setFont(programFont(12, !bar.backup));
        painter.setPen(tokenColor(Token::Text, mTheme));
        painter.drawText(QRectF(right + markWidth, y - rowHeight / 2.0, valueWidth - 8, rowHeight), Qt::AlignRight | Qt::AlignVCenter, bar.value);
    }
    painter.setOpacity(1);
}

void RttChart::paintLimits(QPainter& painter) const {
    for (std::size_t row = 0; row < mBars.size(); ++row) {
        const RttBar& bar = mBars[row];
        const qreal y = yAxis->coordToPixel(yOf(row)), end = xAxis->coordToPixel(bar.totalMs());
        if (bar.beforeMs) {
            const qreal was = xAxis->coordToPixel(*bar.beforeMs);
            painter.setPen(QPen(tokenColor(Token::Ghost, mTheme), 1, Qt::DashLine));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(QRectF(QPointF(std::min(was, end), y - 6), QPointF(std::max(was, end), y + 6)));
        }
        if (!bar.limitMs)
            continue;
        const qreal limit = xAxis->coordToPixel(*bar.limitMs);
        if (bar.totalMs() > *bar.limitMs)
            paintVerdictArea(painter, QRectF(QPointF(limit, y - 6), QPointF(std::max(end, limit + 2), y + 6)), Verdict::Broken, mTheme);
        painter.setPen(QPen(tokenColor(Token::Text, mTheme), 1.8));
        painter.drawLine(QPointF(limit, y - rowHeight / 2.0), QPointF(limit, y + rowHeight / 2.0));
    }
}

void RttChart::mousePressEvent(QMouseEvent* event) {
    const auto row = static_cast<std::ptrdiff_t>(std::lround(-yAxis->pixelToCoord(event->position().y())));
    if (event->position().y() > legendHeight && row >= 0 && row < static_cast<std::ptrdiff_t>(mBars.size()))
        Q_EMIT serviceClicked(mBars[static_cast<std::size_t>(row)].service);
}

} // namespace corridor
