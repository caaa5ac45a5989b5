// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/celldelegates.h"

#include "views/widgets/controls/verdictdelegate.h"
#include "views/widgets/panels/findingsmodel.h"
#include "views/widgets/theme.h"

#include <QApplication>
#include <QPainter>

namespace corridor {

namespace {

constexpr int cellMargin = 8;
constexpr int barWidth = 44;
constexpr int gap = 6;

// The ground of a cell as the style draws it, without its text.
QStyleOptionViewItem paintGround(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) {
    QStyleOptionViewItem ground = option;
    ground.text.clear();
    ground.icon = QIcon();
    if (const QVariant brush = index.data(Qt::BackgroundRole); brush.isValid())
        ground.backgroundBrush = brush.value<QBrush>();
    if (const QVariant font = index.data(Qt::FontRole); font.isValid())
        ground.font = font.value<QFont>();
    ground.fontMetrics = QFontMetrics(ground.font);
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
    return ground;
}

void paintText(QPainter* painter, const QStyleOptionViewItem& cell, const QRect& room, const QString& text,
               Qt::Alignment alignment, Qt::TextElideMode elide, Token color = Token::Text) {
    painter->setFont(cell.font);
    painter->setPen(themeColor(color));
    painter->drawText(room, static_cast<int>(alignment | Qt::AlignVCenter),
                      elide == Qt::ElideNone ? text : cell.fontMetrics.elidedText(text, elide, room.width()));
}

} // namespace

void TagDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QStyleOptionViewItem cell = paintGround(painter, option, index);
    painter->save();
    painter->setOpacity(index.data(FadedRole).toBool() ? 0.5 : 1.0);
    const QString text = index.data(Qt::DisplayRole).toString(), tag = index.data(FindingsModel::TagRole).toString();
    QRect room = option.rect.adjusted(cellMargin, 0, -cellMargin, 0);
    const QFont tagFont = themeFont(TextRole::Small);
    const int tagWidth = tag.isEmpty() ? 0 : QFontMetrics(tagFont).horizontalAdvance(tag) + 8;
    if (tagWidth)
        room.setRight(room.right() - tagWidth - gap);
    paintText(painter, cell, room, text, Qt::AlignLeft, Qt::ElideRight);
    if (tagWidth) {
        const int left = room.left() + std::min(room.width(), cell.fontMetrics.horizontalAdvance(text)) + gap;
        const QRectF frame(left + 0.5, option.rect.center().y() - 7.5, tagWidth, 16);
        painter->setPen(themeColor(Token::Border));
        painter->drawRoundedRect(frame, 3, 3);
        painter->setFont(tagFont);
        painter->setPen(themeColor(Token::Text2));
        painter->drawText(frame, Qt::AlignCenter, tag);
    }
    painter->restore();
}

void ValueDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QStyleOptionViewItem cell = paintGround(painter, option, index);
    painter->save();
    painter->setOpacity(index.data(FadedRole).toBool() ? 0.5 : 1.0);
    const QRect room = option.rect.adjusted(cellMargin, 0, -cellMargin, 0);
    const QString text = index.data(Qt::DisplayRole).toString(),
                  old = index.data(FindingsModel::OldValueRole).toString();
    const bool preview = index.data(FindingsModel::PreviewRole).toBool();
    paintText(painter, cell, room, text, Qt::AlignRight, Qt::ElideNone, preview ? Token::Accent : Token::Text);
    if (!old.isEmpty()) {
        QFont struck = themeFont(TextRole::Label);
        struck.setStrikeOut(true);
        painter->setFont(struck);
        painter->setPen(themeColor(Token::Text2));
        painter->drawText(room.adjusted(0, 0, -cell.fontMetrics.horizontalAdvance(text) - gap, 0),
                          Qt::AlignRight | Qt::AlignVCenter, old);
    }
    painter->restore();
}

int MarginDelegate::widthFor(const QString& text) {
    QFont bold = themeFont(TextRole::Body);
    bold.setBold(true);
    return 2 * cellMargin + barWidth + gap + QFontMetrics(bold).horizontalAdvance(text) + 2;
}

void MarginDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QStyleOptionViewItem cell = paintGround(painter, option, index);
    painter->save();
    painter->setOpacity(index.data(FadedRole).toBool() ? 0.5 : 1.0);
    const QRect room = option.rect.adjusted(cellMargin, 0, -cellMargin, 0);
    const QVariant share = index.data(FindingsModel::MarginRole);
    QRect textRoom = room;
    if (share.isValid()) {
        const double value = share.toDouble();
        const qreal middle = room.left() + barWidth / 2.0, y = room.center().y() + 0.5;
        painter->fillRect(QRectF(room.left(), y - 2.5, barWidth, 5), themeColor(Token::Header));
        const qreal length = std::max(1.5, std::abs(value) * barWidth / 2.0);
        const Token token = value < 0 ? Token::Broken : Token::Met;
        painter->fillRect(QRectF(value < 0 ? middle - length : middle, y - 3.5, length, 7), themeColor(token));
        painter->fillRect(QRectF(middle - 0.5, y - 6, 1, 12), themeColor(Token::Text2));
        textRoom.setLeft(room.left() + barWidth + gap);
    }
    paintText(painter, cell, textRoom, index.data(Qt::DisplayRole).toString(), Qt::AlignLeft, Qt::ElideRight);
    painter->restore();
}

} // namespace corridor
