// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace corridor {

/// Text with a small framed word behind it (FindingsModel::TagRole).
class TagDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// A number that may stand behind the struck-out one it replaced (FindingsModel::OldValueRole).
class ValueDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// A bar of 44 px with zero in the middle (right = kept, left = over; FindingsModel::MarginRole), and text.
class MarginDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// What a column needs to show such a text whole, in px.
    static int widthFor(const QString& text);

    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace corridor
