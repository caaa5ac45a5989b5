// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace corridor {

/// What a table's model says for the column of marks.
enum VerdictItemRole {
    VerdictRole = Qt::UserRole + 200, ///< int(Verdict); absent = no mark
    BindingRole,                      ///< bool: filled mark; absent = outlined
    FadedRole,                        ///< bool: half strength (out of date or acknowledged)
    DeclaredRole,                     ///< bool: a pen beside the mark, declared by hand
    AcknowledgedRole                  ///< bool: a comment beside the mark (in place of the pen), accepted for now
};

/// Draws the verdict's mark in the first column of tables and trees, 34 px wide; hover gives the word.
/// Models give the word as Qt::AccessibleTextRole too.
class VerdictDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;
};

} // namespace corridor
