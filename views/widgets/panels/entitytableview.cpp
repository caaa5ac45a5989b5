// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/entitytableview.h"

#include "views/widgets/panels/entitytableroles.h"
#include "views/widgets/style.h"
#include "views/widgets/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace corridor {

namespace {

constexpr int cellMargins = 16;
constexpr int widestText = 210;
constexpr int measuredRows = 150;

// A tab or a line break inside a cell would be another cell in the spreadsheet.
QString oneCell(QString text) {
    for (const char16_t control : {u'\t', u'\n', u'\r'})
        text.replace(QChar(control), u' ');
    return text;
}

} // namespace

void TableCellDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = index.data(TableNumberRole).toBool() ? Qt::ElideNone : Qt::ElideMiddle;
}

void TableCellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    if (index.data(TableNumberRole).toBool()) {
        const QVariant font = index.data(Qt::FontRole);
        const QFontMetrics metrics(font.isValid() ? font.value<QFont>() : option.font);
        const int needed = metrics.horizontalAdvance(index.data().toString()) + cellMargins;
        if (needed > option.rect.width())
            Q_EMIT roomNeeded(index.column(), needed);
    }
    QStyledItemDelegate::paint(painter, option, index);
}

TableView::TableView(QWidget* parent)
    : QTableView(parent) {}

void TableView::setCells(TableCellDelegate* delegate) {
    setItemDelegate(delegate);
    // Not while painting: all that ask in one go get their room together.
    connect(delegate, &TableCellDelegate::roomNeeded, this, [this](int column, int width) {
        if (mRoom.empty())
            QMetaObject::invokeMethod(this, &TableView::makeRoom, Qt::QueuedConnection);
        mRoom[column] = std::max(mRoom[column], width);
    });
}

void TableView::makeRoom() {
    for (const auto& [column, width] : std::exchange(mRoom, {}))
        if (width > columnWidth(column) && !isColumnHidden(column))
            setColumnWidth(column, width);
}

void TableView::fitColumns() {
    for (int column = 0; model() && column < model()->columnCount(); ++column)
        if (!isColumnHidden(column))
            fitColumn(column);
}

void TableView::fitColumn(int column) {
    if (horizontalHeader()->sectionResizeMode(column) == QHeaderView::Fixed)
        return;
    const QString title = model()->headerData(column, Qt::Horizontal).toString();
    const QFontMetrics header(themeFont(TextRole::Label)), body(themeFont(TextRole::Body));
    int texts = 0, numbers = 0;
    for (int row = 0; row < std::min(model()->rowCount(), measuredRows); ++row) {
        const QModelIndex index = model()->index(row, column);
        int& widest = index.data(TableNumberRole).toBool() ? numbers : texts;
        widest = std::max(widest, body.horizontalAdvance(index.data().toString()));
    }
    const int content = std::max(numbers, std::min(texts, widestText));
    setColumnWidth(column, std::max(content + 1, header.horizontalAdvance(title) + sortArrowRoom + 2) + cellMargins);
}

QString TableView::selectedText() const {
    const QHeaderView& header = *horizontalHeader();
    QList<int> columns;
    QStringList titles;
    for (int visual = 0; visual < header.count(); ++visual) {
        const int column = header.logicalIndex(visual);
        const QString title = model()->headerData(column, Qt::Horizontal).toString();
        if (title.isEmpty() || isColumnHidden(column))
            continue;
        columns += column;
        titles += oneCell(title);
    }
    QList<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedRows())
        rows += index.row();
    std::sort(rows.begin(), rows.end());
    QStringList lines{titles.join(u'\t')};
    for (const int row : rows) {
        QStringList cells;
        for (const int column : columns) {
            const QModelIndex index = model()->index(row, column);
            const QVariant plain = index.data(TablePlainRole);
            cells += oneCell(plain.isValid() ? plain.toString() : index.data().toString());
        }
        lines += cells.join(u'\t');
    }
    return lines.join(u'\n') + u'\n';
}

void TableView::copySelection() {
    if (selectionModel()->hasSelection())
        QGuiApplication::clipboard()->setText(selectedText());
}

bool TableView::startEdit(const QModelIndex& index) {
    if (!index.isValid() || !(index.flags() & Qt::ItemIsEditable))
        return false;
    if (index.data(Qt::EditRole).typeId() == QMetaType::Bool) {
        Q_EMIT switchRequested(index);
        return true;
    }
    return edit(index, QAbstractItemView::AllEditTriggers, nullptr);
}

// Copy and select-all are the table's while it has the focus, whatever the menus say.
bool TableView::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride)
        for (const QKeySequence::StandardKey own : {QKeySequence::Copy, QKeySequence::SelectAll})
            if (static_cast<QKeyEvent*>(event)->matches(own)) {
                event->accept();
                return true;
            }
    return QTableView::event(event);
}

void TableView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_F2 && state() != EditingState && startEdit(currentIndex())) {
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::mouseDoubleClickEvent(QMouseEvent* event) {
    const bool plain = event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier;
    if (plain && startEdit(indexAt(event->position().toPoint())))
        event->accept();
    else
        QTableView::mouseDoubleClickEvent(event);
}

} // namespace corridor
