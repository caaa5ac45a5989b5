// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chart/rttchart.h"

#include "views/chart/numberticker.h"
#include "views/chart/rowscroll.h"
#include "views/paint/fonts.h"

#include <QHelpEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace corridor {

namespace {

constexpr int rowHeight = 18;
constexpr int barHeight = 11;
constexpr int legendHeight = 30;
constexpr int axisHeight = 24;
constexpr int markWidth = 26;
constexpr int preferredRows = 12;
constexpr int preferredWidth = 672;
constexpr Token partTokens[] = {Token::RttFloor, Token::RttDetour, Token::RttLay, Token::RttEquipment};

double partOf(const RttBar& bar, int part) {
    const double parts[] = {bar.floorMs, bar.detourMs, bar.layMs, bar.equipmentMs};
    return parts[part];
}

} // namespace

RttChart::RttChart(QWidget* parent)
    : QCustomPlot(parent)
    , mScroll(new RowScroll(this)) {
    setInteractions({});
    setAttribute(Qt::WA_NoMousePropagation, false); // the page has the context menu
    setAutoAddPlottableToLegend(false);
    setBackground(QBrush(Qt::NoBrush)); // paintGround() lays it, with the bands, below the bars
    axisRect()->setAutoMargins(QCP::msNone);
    yAxis->setTicks(false);
    yAxis->setTickLabels(false);
    yAxis->grid()->setVisible(false);
    xAxis->setSubTicks(false);
    xAxis->setTicker(QSharedPointer<NumberTicker>::create());
    makeBars();
    connect(mScroll, &RowScroll::valueChanged, this, [this] {
        placeRows();
        replot();
    });
    setAccessibleName(tr("Round trips and limits"));
    style();
    measure();
    placeRows();
}

void RttChart::makeBars() {
    for (int part = 0; part < 4; ++part) {
        auto* bars = new QCPBars(yAxis, xAxis);
        bars->setWidthType(QCPBars::wtAbsolute);
        bars->setWidth(barHeight);
        bars->setStackingGap(0);
        if (!mParts.empty())
            bars->moveAbove(mParts.back());
        mParts.push_back(bars);
    }
}

void RttChart::style() {
    const auto color = [this](Token token) { return tokenColor(token, mTheme); };
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
    mDirty = true;
    update();
}

void RttChart::setBars(std::vector<RttBar> bars, bool stale) {
    sortIntoBands(bars);
    if (bars == mBars && stale == mStale)
        return;
    mBars = std::move(bars);
    mBands = bandsOf(mBars);
    mStale = stale;
    style();
    fill();
    measure();
    placeRows();
    mDirty = true;
    update();
}

void RttChart::fill() {
    for (int part = 0; part < 4; ++part) {
        QVector<double> keys, values;
        for (int row = 0; row < rowCount(); ++row) {
            keys += -row;
            values += partOf(mBars[static_cast<std::size_t>(row)], part);
        }
        mParts[static_cast<std::size_t>(part)]->setData(keys, values);
    }
    double top = 0;
    for (const RttBar& bar : mBars)
        top = std::max({top, bar.totalMs(), bar.limitMs.value_or(0), bar.beforeMs.value_or(0)});
    xAxis->setRange(0, top > 0 ? top * 1.07 : 1);
}

// The columns of text are as wide as what stands in them; long names give way to the bars.
void RttChart::measure() {
    const QFontMetrics names(programFont(12)), roles(programFont(11)), values(programFont(12, true));
    mNameWidth = mRoleWidth = mValueWidth = 0;
    for (const RttBar& bar : mBars) {
        mNameWidth = std::max(mNameWidth, names.horizontalAdvance(bar.name));
        mRoleWidth = std::max(mRoleWidth, roles.horizontalAdvance(bar.role));
        mValueWidth = std::max(mValueWidth, values.horizontalAdvance(bar.value));
    }
    mNameWidth = std::min(mNameWidth + 1, width() * 3 / 10);
    mValueWidth = std::max(mValueWidth, values.horizontalAdvance(QStringLiteral(" ms"))) + 1;
}

int RttChart::shownRows() const {
    const int fitting = std::max(1, (height() - legendHeight - axisHeight) / rowHeight);
    return std::min(fitting, std::max(1, rowCount()));
}

int RttChart::firstRow() const {
    return mScroll->first();
}

int RttChart::rightEdge() const {
    return width() - std::max(12, mScroll->room() + 6);
}

// Whole rows of one height between legend and axis; the axis follows the last of them.
void RttChart::placeRows() {
    const int shown = shownRows();
    mScroll->fit(rowCount(), shown, QRect(0, legendHeight, width(), shown * rowHeight));
    const int left = 12 + mNameWidth + 10 + mRoleWidth + 8;
    const int right = width() - rightEdge() + mValueWidth + markWidth;
    axisRect()->setMargins(QMargins(left, legendHeight, right, height() - legendHeight - shown * rowHeight));
    yAxis->setRange(0.5 - firstRow() - shown, 0.5 - firstRow());
    for (QCPAxis* axis : {xAxis, yAxis})
        axis->setVisible(!mBars.empty());
    xAxis->grid()->setVisible(!mBars.empty());
}

void RttChart::setSelectedService(EntityId service) {
    if (service == mSelected)
        return;
    mSelected = service;
    showSelected();
    update();
}

void RttChart::showSelected() {
    const auto has = [this](const RttBar& bar) { return bar.service == mSelected; };
    const auto first = std::find_if(mBars.begin(), mBars.end(), has);
    if (!mSelected || first == mBars.end())
        return;
    const int from = static_cast<int>(first - mBars.begin());
    mScroll->reveal(from, from + static_cast<int>(std::count_if(first, mBars.end(), has)) - 1);
}

int RttChart::wholeHeight() const {
    return legendHeight + std::max(1, rowCount()) * rowHeight + axisHeight;
}

void RttChart::arrange() {
    measure();
    placeRows();
}

QRectF RttChart::rowRect(int row) const {
    const int offset = row - firstRow();
    if (row < 0 || row >= rowCount() || offset < 0 || offset >= shownRows())
        return {};
    return QRectF(0, legendHeight + offset * rowHeight, width(), rowHeight);
}

int RttChart::rowAt(const QPointF& position) const {
    const int offset = static_cast<int>(std::floor((position.y() - legendHeight) / rowHeight));
    const int row = firstRow() + offset;
    return offset >= 0 && offset < shownRows() && row < rowCount() ? row : -1;
}

QSize RttChart::sizeHint() const {
    return QSize(preferredWidth, legendHeight + preferredRows * rowHeight + axisHeight);
}

QSize RttChart::minimumSizeHint() const {
    return QSize(280, legendHeight + 2 * rowHeight + axisHeight);
}

void RttChart::resizeEvent(QResizeEvent* event) {
    arrange();
    QCustomPlot::resizeEvent(event);
}

void RttChart::changeEvent(QEvent* event) {
    QCustomPlot::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    setAccessibleName(tr("Round trips and limits"));
    update();
}

void RttChart::mousePressEvent(QMouseEvent* event) {
    const int row = rowAt(event->position());
    if (event->button() == Qt::LeftButton && row >= 0)
        Q_EMIT serviceClicked(mBars[static_cast<std::size_t>(row)].service);
}

void RttChart::wheelEvent(QWheelEvent* event) {
    mScroll->turn(*event);
    event->accept();
}

bool RttChart::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QCustomPlot::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const int row = rowAt(help->pos()); row >= 0)
        QToolTip::showText(help->globalPos(), tipOf(mBars[static_cast<std::size_t>(row)]), this, rowRect(row).toRect());
    else
        QToolTip::hideText();
    return true;
}

} // namespace corridor
