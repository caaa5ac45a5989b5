// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>
#include <QTableView>

#include <map>

namespace corridor {

/// Cells of all tables: names are elided in the middle, numbers never; a number without room asks for it.
class TableCellDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

Q_SIGNALS:
    /// A column is narrower than the number in it, which needs so many px.
    void roomNeeded(int column, int width) const;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

/// A table of which several rows can be selected. A double click edits a cell that can be edited and activates any
/// other; F2 edits, Enter activates; copy puts the selected rows on the clipboard for a spreadsheet: tab-separated, a
/// header first.
class TableView : public QTableView {
    Q_OBJECT
public:
    explicit TableView(QWidget* parent = nullptr);

    /// Takes over the delegate of ordinary cells.
    void setCells(TableCellDelegate* delegate);
    /// Makes columns as wide as their titles and what stands in the first rows.
    void fitColumns();
    void fitColumn(int column);
    /// The selected rows as shown, without columns that have no title (signs).
    QString selectedText() const;
    void copySelection();
    /// Edits a cell as F2 does; false when it cannot be edited.
    bool startEdit(const QModelIndex& index);

Q_SIGNALS:
    /// A cell that is switched, not typed in, was asked to be edited.
    void switchRequested(const QModelIndex& index);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    void makeRoom();

    std::map<int, int> mRoom; ///< columns that are too narrow, and what they need
};

} // namespace corridor
