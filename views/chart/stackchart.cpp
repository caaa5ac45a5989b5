// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chart/stackchart.h"

#include "views/chart/numberticker.h"
#include "views/chart/rowscroll.h"
#include "views/paint/fonts.h"
#include "views/paint/symbols.h"

#include <QHelpEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace corridor {

namespace {

constexpr int legendHeight = 30, axisHeight = 24, noteHeight = 20;
constexpr int lyingRow = 18, lyingBar = 11;
constexpr int markWidth = 22, sideMargin = 12, valueAxisWidth = 64;
constexpr double widestBar = 46;
constexpr qreal ghostHalf = 5.5;

} // namespace

StackChart::StackChart(QWidget* parent)
    : QCustomPlot(parent)
    , mScroll(new RowScroll(this)) {
    setInteractions({});
    setAttribute(Qt::WA_NoMousePropagation, false); // the page has the context menu
    setAutoAddPlottableToLegend(false);
    setBackground(QBrush(Qt::NoBrush)); // paintBelow() lays it
    axisRect()->setAutoMargins(QCP::msNone);
    for (QCPAxis* axis : {xAxis, yAxis})
        axis->setTicker(QSharedPointer<NumberTicker>::create());
    connect(mScroll, &RowScroll::valueChanged, this, [this] {
        place();
        replot();
    });
    style();
}

double StackChart::sumOf(std::size_t row) const {
    double sum = 0;
    for (const StackSeries& series : mData.series)
        sum += series.values.value(static_cast<qsizetype>(row));
    return sum;
}

void StackChart::setData(StackData data, bool stale) {
    if (data == mData && stale == mStale)
        return;
    mData = std::move(data);
    mStale = stale;
    setAccessibleName(mData.title);
    fill();
    style();
    place();
    mDirty = true;
    update();
}

void StackChart::setTheme(Theme theme) {
    mTheme = theme;
    style();
    mDirty = true;
    update();
}

void StackChart::setSelected(std::vector<EntityId> objects) {
    if (objects == mSelected)
        return;
    mSelected = std::move(objects);
    showSelected();
    update();
}

bool StackChart::isSelected(EntityId object) const {
    return object && std::find(mSelected.begin(), mSelected.end(), object) != mSelected.end();
}

void StackChart::showSelected() {
    const auto row = std::find_if(mData.rows.begin(), mData.rows.end(),
                                  [this](const StackRow& each) { return isSelected(each.object); });
    if (mData.lying && row != mData.rows.end()) {
        const int index = static_cast<int>(row - mData.rows.begin());
        mScroll->reveal(index, index);
    }
}

void StackChart::fill() {
    for (QCPBars* bars : mBars)
        removePlottable(bars);
    mBars.clear();
    QCPAxis* keys = mData.lying ? yAxis : xAxis;
    QCPAxis* values = mData.lying ? xAxis : yAxis;
    for (const StackSeries& series : mData.series) {
        auto* bars = new QCPBars(keys, values);
        bars->setStackingGap(0);
        if (!mBars.empty())
            bars->moveAbove(mBars.back());
        QVector<double> at;
        for (int row = 0; row < series.values.size(); ++row)
            at += keyOf(row);
        bars->setData(at, series.values);
        mBars.push_back(bars);
    }
}

// For what is in view alone: a trunk of terabits far down must not flatten the small spans. Upright values stand on
// their bars and need room there.
void StackChart::scale() {
    double top = 0;
    const auto first = static_cast<std::size_t>(firstRow());
    for (std::size_t row = first; row < first + static_cast<std::size_t>(shownRows()); ++row)
        top = std::max({top, sumOf(row), mData.rows[row].limit.value_or(0), mData.rows[row].before.value_or(0)});
    (mData.lying ? xAxis : yAxis)->setRange(0, top > 0 ? top * (mData.lying ? 1.05 : 1.16) : 1);
}

void StackChart::style() {
    const auto color = [this](Token token) { return tokenColor(token, mTheme); };
    for (std::size_t i = 0; i < mBars.size(); ++i) {
        mBars[i]->setBrush(tokenColor(mData.series[i].color, mTheme, mStale ? 0.5 : 1.0));
        mBars[i]->setPen(QPen(color(Token::Base), 1));
    }
    for (QCPAxis* axis : {xAxis, yAxis}) {
        axis->setBasePen(QPen(color(Token::Border)));
        axis->setTickPen(QPen(color(Token::Border)));
        axis->setSubTicks(false);
        axis->setTickLabelColor(color(Token::Text2));
        axis->setTickLabelFont(programFont(11));
        axis->grid()->setPen(QPen(color(Token::Grid), 1));
        axis->grid()->setZeroLinePen(QPen(color(Token::Grid), 1));
        axis->setVisible(!mData.rows.empty());
    }
    QCPAxis* keys = mData.lying ? yAxis : xAxis;
    QCPAxis* values = mData.lying ? xAxis : yAxis;
    keys->setTicks(false);
    keys->setTickLabels(false);
    keys->grid()->setVisible(false);
    values->setTicks(true);
    values->setTickLabels(true);
    values->grid()->setVisible(!mData.rows.empty());
}

int StackChart::shownRows() const {
    const int count = static_cast<int>(mData.rows.size());
    if (!mData.lying)
        return count;
    const int fitting = (height() - legendHeight - axisHeight - (mData.note.isEmpty() ? 0 : noteHeight)) / lyingRow;
    return std::min(count, std::max(1, fitting));
}

int StackChart::firstRow() const {
    return mData.lying ? std::min(mScroll->first(), static_cast<int>(mData.rows.size()) - shownRows()) : 0;
}

int StackChart::wholeHeight() const {
    if (!mData.lying)
        return 0;
    return legendHeight + static_cast<int>(mData.rows.size()) * lyingRow + axisHeight +
           (mData.note.isEmpty() ? 0 : noteHeight);
}

int StackChart::rightEdge() const {
    return width() - std::max(sideMargin, mScroll->room() + 6);
}

void StackChart::place() {
    const QFontMetrics labels(programFont(12)), values(programFont(12, true));
    mLabelWidth = mValueWidth = 0;
    for (const StackRow& row : mData.rows) {
        mLabelWidth = std::max(mLabelWidth, labels.horizontalAdvance(row.label));
        mValueWidth = std::max(mValueWidth, values.horizontalAdvance(row.value));
    }
    const int shown = shownRows();
    const int below = mData.note.isEmpty() ? 0 : noteHeight;
    mScroll->fit(mData.lying ? static_cast<int>(mData.rows.size()) : 0, std::max(1, shown),
                 QRect(0, legendHeight, width(), shown * lyingRow));
    scale();
    if (mData.lying) {
        mLabelWidth = std::min(mLabelWidth + 1, width() * 3 / 10);
        const int bottom = height() - legendHeight - shown * lyingRow;
        axisRect()->setMargins(QMargins(sideMargin + mLabelWidth + 8, legendHeight,
                                        width() - rightEdge() + mValueWidth + markWidth + 6,
                                        std::max(bottom, axisHeight)));
        yAxis->setRange(0.5 - firstRow() - shown, 0.5 - firstRow());
        for (QCPBars* bars : mBars) {
            bars->setWidthType(QCPBars::wtAbsolute);
            bars->setWidth(lyingBar);
        }
        return;
    }
    axisRect()->setMargins(QMargins(valueAxisWidth, legendHeight + 6, sideMargin, axisHeight + below));
    xAxis->setRange(-0.5, std::max(1, shown) - 0.5);
    const double room = std::max(1.0, double(width() - valueAxisWidth - sideMargin) / std::max(1, shown));
    for (QCPBars* bars : mBars) {
        bars->setWidthType(QCPBars::wtAbsolute);
        bars->setWidth(std::min(widestBar, room * 0.6));
    }
}

QRectF StackChart::rowRect(int row) const {
    const QRect axes = axisRect()->rect();
    const int offset = row - firstRow();
    if (row < 0 || offset < 0 || offset >= shownRows())
        return {};
    if (mData.lying)
        return QRectF(0, legendHeight + offset * lyingRow, width(), lyingRow);
    const double wide = double(axes.width()) / std::max(1, shownRows());
    return QRectF(axes.left() + row * wide, axes.top(), wide, axes.height() + axisHeight);
}

int StackChart::rowAt(const QPointF& position) const {
    for (int row = firstRow(); row < firstRow() + shownRows(); ++row)
        if (rowRect(row).contains(position))
            return row;
    return -1;
}

void StackChart::paintBelow(QPainter& painter) const {
    painter.fillRect(rect(), tokenColor(Token::Base, mTheme));
    for (int row = firstRow(); row < firstRow() + shownRows(); ++row)
        if (isSelected(mData.rows[static_cast<std::size_t>(row)].object))
            painter.fillRect(rowRect(row), tokenColor(Token::AccentSoft, mTheme));
}

void StackChart::paintEvent(QPaintEvent* event) {
    if (std::exchange(mDirty, false))
        replot(QCustomPlot::rpQueuedRefresh);
    {
        QPainter ground(this);
        paintBelow(ground);
    }
    QCustomPlot::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintAbove(painter);
}

void StackChart::paintAbove(QPainter& painter) const {
    paintLegend(painter);
    if (mData.rows.empty())
        return paintEmpty(painter);
    painter.setOpacity(mStale ? 0.5 : 1.0);
    for (int row = firstRow(); row < firstRow() + shownRows(); ++row)
        paintRow(painter, row);
    painter.setOpacity(1);
    paintNote(painter);
}

void StackChart::paintNote(QPainter& painter) const {
    painter.setFont(programFont(11));
    painter.setPen(tokenColor(Token::Text2, mTheme));
    painter.drawText(QRectF(sideMargin, height() - noteHeight, width() - 2 * sideMargin, noteHeight), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(mData.note, Qt::ElideRight, width() - 2 * sideMargin));
}

void StackChart::paintLegend(QPainter& painter) const {
    const qreal middle = legendHeight / 2.0;
    const auto text = [&](qreal x, const QString& words) {
        painter.drawText(QPointF(x, middle + painter.fontMetrics().capHeight() / 2.0), words);
        return x + painter.fontMetrics().horizontalAdvance(words);
    };
    painter.setFont(programFont(13, true));
    painter.setPen(tokenColor(Token::Text, mTheme));
    qreal x = text(sideMargin, mData.title) + 6;
    painter.setFont(programFont(11));
    painter.setPen(tokenColor(Token::Text2, mTheme));
    x = text(x, mData.unit) + 16;
    for (const StackSeries& series : mData.series) {
        painter.fillRect(QRectF(x, middle - 5, 10, 10), tokenColor(series.color, mTheme));
        x = text(x + 14, series.name) + 12;
    }
    if (!mData.limitName.isEmpty()) {
        painter.fillRect(QRectF(x + 4, middle - 6, 1.8, 12), tokenColor(Token::Text, mTheme));
        painter.setPen(tokenColor(Token::Text2, mTheme));
        text(x + 14, mData.limitName);
    }
}

void StackChart::paintRow(QPainter& painter, int index) const {
    const StackRow& row = mData.rows[static_cast<std::size_t>(index)];
    const QRectF room = rowRect(index);
    const QString value = row.value.isEmpty() ? QStringLiteral("\u2014") : row.value;
    paintGhost(painter, index);
    paintLimit(painter, row, room);
    painter.setFont(programFont(12));
    painter.setPen(tokenColor(Token::Text, mTheme));
    if (mData.lying) {
        painter.drawText(QRectF(sideMargin, room.top(), mLabelWidth, room.height()), Qt::AlignRight | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(row.label, Qt::ElideMiddle, mLabelWidth));
        const qreal values = rightEdge() - mValueWidth;
        if (row.verdict)
            paintVerdictMark(painter, QPointF(values - markWidth / 2.0, room.center().y()), 14, *row.verdict,
                             MarkFill::Filled, mTheme);
        painter.setFont(programFont(12, true));
        painter.drawText(QRectF(values, room.top(), mValueWidth, room.height()), Qt::AlignRight | Qt::AlignVCenter,
                         value);
        return;
    }
    painter.drawText(QRectF(room.left(), axisRect()->bottom() + 2, room.width(), axisHeight), Qt::AlignCenter,
                     row.label);
    painter.setFont(programFont(11, true));
    const qreal top = yAxis->coordToPixel(sumOf(static_cast<std::size_t>(index)));
    painter.drawText(QRectF(room.left() - 20, top - 17, room.width() + 40, 16), Qt::AlignCenter, value);
}

void StackChart::paintGhost(QPainter& painter, int index) const {
    const StackRow& row = mData.rows[static_cast<std::size_t>(index)];
    if (!mData.lying || !row.before)
        return;
    const qreal was = xAxis->coordToPixel(*row.before), is = xAxis->coordToPixel(sumOf(std::size_t(index)));
    if (std::abs(was - is) < 0.5)
        return;
    const qreal y = yAxis->coordToPixel(keyOf(index));
    painter.setPen(QPen(tokenColor(Token::Ghost, mTheme), 1, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(QPointF(std::min(was, is), y - ghostHalf), QPointF(std::max(was, is), y + ghostHalf)));
}

void StackChart::paintLimit(QPainter& painter, const StackRow& row, const QRectF& room) const {
    if (!row.limit)
        return;
    painter.setPen(QPen(tokenColor(Token::Text, mTheme), 1.8, Qt::SolidLine, Qt::FlatCap));
    if (mData.lying) {
        const qreal x = xAxis->coordToPixel(*row.limit);
        painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()));
    } else {
        const qreal y = yAxis->coordToPixel(*row.limit);
        painter.drawLine(QPointF(room.left() + 2, y), QPointF(room.right() - 2, y));
    }
}

void StackChart::paintEmpty(QPainter& painter) const {
    const QRectF area = QRectF(rect()).adjusted(sideMargin, legendHeight, -sideMargin, 0);
    painter.setPen(tokenColor(Token::Text, mTheme));
    painter.setFont(programFont(13, true));
    painter.drawText(QRectF(area.left(), area.center().y() - 24, area.width(), 24), Qt::AlignCenter, mData.empty);
    painter.setPen(tokenColor(Token::Text2, mTheme));
    painter.setFont(programFont(12));
    painter.drawText(QRectF(area.left(), area.center().y(), area.width(), 48),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, mData.hint);
}

std::vector<QStringList> StackChart::figures() const {
    QStringList head{mData.title};
    for (const StackSeries& series : mData.series)
        head += QStringLiteral("%1 (%2)").arg(series.name, mData.unit);
    const bool limits = !mData.limitName.isEmpty();
    if (limits)
        head += QStringLiteral("%1 (%2)").arg(mData.limitName, mData.unit);
    std::vector<QStringList> out{head};
    for (std::size_t row = 0; row < mData.rows.size(); ++row) {
        QStringList cells{mData.rows[row].label};
        for (const StackSeries& series : mData.series)
            cells += mData.rows[row].value.isEmpty()
                         ? QString()
                         : QString::number(series.values.value(static_cast<qsizetype>(row)), 'g', 12);
        if (limits)
            cells += mData.rows[row].limit ? QString::number(*mData.rows[row].limit, 'g', 12) : QString();
        out.push_back(cells);
    }
    return out;
}

void StackChart::mousePressEvent(QMouseEvent* event) {
    const int row = rowAt(event->position());
    if (event->button() != Qt::LeftButton || row < 0)
        return;
    if (const EntityId object = mData.rows[static_cast<std::size_t>(row)].object)
        Q_EMIT objectClicked(object);
    else
        Q_EMIT rowClicked(row);
}

void StackChart::wheelEvent(QWheelEvent* event) {
    mScroll->turn(*event);
    event->accept();
}

void StackChart::resizeEvent(QResizeEvent* event) {
    place();
    QCustomPlot::resizeEvent(event);
}

bool StackChart::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QCustomPlot::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int row = rowAt(help->pos());
    if (row >= 0 && !mData.rows[static_cast<std::size_t>(row)].tip.isEmpty())
        QToolTip::showText(help->globalPos(), mData.rows[static_cast<std::size_t>(row)].tip, this,
                           rowRect(row).toRect());
    else
        QToolTip::hideText();
    return true;
}

} // namespace corridor
