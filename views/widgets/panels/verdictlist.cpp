// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/verdictlist.h"

#include "views/widgets/controls/marklabels.h"
#include "views/widgets/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOption>

namespace corridor {

namespace {

constexpr int sideMargin = 12;
constexpr int markSide = 14;
constexpr int limitWidth = 66;

} // namespace

VerdictList::VerdictList(QWidget* parent)
    : QWidget(parent) {
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void VerdictList::setRows(std::vector<Row> rows) {
    mRows = std::move(rows);
    mCurrent = std::min(mCurrent, static_cast<int>(mRows.size()) - 1);
    mHover = -1;
    QStringList texts;
    for (const Row& row : mRows)
        texts += QStringLiteral("%1 %2 %3").arg(verdictLabel(row.verdict), row.text, row.value);
    setAccessibleDescription(texts.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

void VerdictList::setStale(bool stale) {
    mStale = stale;
    update();
}

int VerdictList::rowHeight() const {
    return fontMetrics().height() + 8;
}

QSize VerdictList::sizeHint() const {
    return {240, static_cast<int>(mRows.size()) * rowHeight() + 4};
}

int VerdictList::rowAt(QPointF position) const {
    const int row = static_cast<int>(position.y() - 2) / rowHeight();
    return position.y() >= 2 && row < static_cast<int>(mRows.size()) ? row : -1;
}

void VerdictList::paintRow(QPainter& painter, const QRect& rect, const Row& row) const {
    painter.setOpacity(mStale && !row.preview ? 0.5 : 1.0);
    const QPointF mark(rect.left() + sideMargin + markSide / 2.0, QRectF(rect).center().y());
    if (row.verdict != Verdict::NotApplicable)
        paintVerdictMark(painter, mark, markSide, row.verdict, markFill(row.severity), currentTheme());
    painter.setFont(themeFont(TextRole::Label));
    painter.setPen(themeColor(Token::Text3));
    const QRect limit = rect.adjusted(rect.width() - sideMargin - limitWidth, 0, -sideMargin, 0);
    painter.drawText(limit, Qt::AlignRight | Qt::AlignVCenter, row.limit);
    QFont bold = themeFont(TextRole::Body);
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(themeColor(row.preview ? Token::Accent : Token::Text));
    const int valueWidth = painter.fontMetrics().horizontalAdvance(row.value) + 6;
    const int valueRight = row.limit.isEmpty() ? limit.right() : limit.left() - 2;
    const QRect value(valueRight - valueWidth, rect.top(), valueWidth, rect.height());
    painter.drawText(value, Qt::AlignRight | Qt::AlignVCenter, row.value);
    painter.setFont(themeFont(TextRole::Body));
    painter.setPen(themeColor(Token::Text));
    const int left = rect.left() + sideMargin + markSide + 8;
    const QRect text(left, rect.top(), value.left() - left - 4, rect.height());
    painter.drawText(text, Qt::AlignVCenter, painter.fontMetrics().elidedText(row.text, Qt::ElideMiddle, text.width()));
}

void VerdictList::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    for (std::size_t i = 0; i < mRows.size(); ++i) {
        const QRect rect(0, 2 + static_cast<int>(i) * rowHeight(), width(), rowHeight());
        painter.setOpacity(1);
        if (static_cast<int>(i) == mHover)
            painter.fillRect(rect, themeColor(Token::Hover));
        if (static_cast<int>(i) == mCurrent && hasFocus()) {
            QStyleOptionFocusRect option;
            option.initFrom(this);
            option.rect = rect;
            style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
        }
        paintRow(painter, rect, mRows[i]);
    }
}

void VerdictList::mousePressEvent(QMouseEvent* event) {
    const int row = rowAt(event->position());
    if (row < 0 || event->button() != Qt::LeftButton)
        return;
    mCurrent = row;
    const Row chosenRow = mRows[static_cast<std::size_t>(row)];
    Q_EMIT chosen(chosenRow.object, chosenRow.key);
}

void VerdictList::mouseMoveEvent(QMouseEvent* event) {
    mHover = rowAt(event->position());
    update();
}

void VerdictList::leaveEvent(QEvent*) {
    mHover = -1;
    update();
}

void VerdictList::keyPressEvent(QKeyEvent* event) {
    const int last = static_cast<int>(mRows.size()) - 1;
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up) {
        mCurrent = std::clamp(mCurrent + (event->key() == Qt::Key_Down ? 1 : -1), 0, std::max(last, 0));
        update();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && mCurrent >= 0 && mCurrent <= last) {
        const Row row = mRows[static_cast<std::size_t>(mCurrent)];
        Q_EMIT chosen(row.object, row.key);
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace corridor
