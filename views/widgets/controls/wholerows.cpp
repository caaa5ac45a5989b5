// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/controls/wholerows.h"

#include "views/widgets/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QTableView>

namespace corridor {

// A child of the table, not of its viewport: that would take the cover along when it scrolls.
WholeRows::WholeRows(QTableView& table)
    : QWidget(&table)
    , mTable(table) {
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_NoSystemBackground);
    table.viewport()->installEventFilter(this);
    table.installEventFilter(this);
    connect(table.verticalScrollBar(), &QScrollBar::valueChanged, this, &WholeRows::place);
    connect(table.verticalScrollBar(), &QScrollBar::rangeChanged, this, &WholeRows::place);
    place();
}

bool WholeRows::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move || event->type() == QEvent::Show ||
        event->type() == QEvent::StyleChange)
        place();
    return QWidget::eventFilter(watched, event);
}

void WholeRows::place() {
    const QWidget& viewport = *mTable.viewport();
    const int row = std::max(1, mTable.verticalHeader()->defaultSectionSize());
    const int rest = viewport.height() % row;
    // A table too low for one row shows what it can.
    const bool needed = rest > 0 && viewport.height() > row;
    setVisible(needed);
    // At its end a table shows its last row whole, and a part of another one at the top.
    const QScrollBar& bar = *mTable.verticalScrollBar();
    const bool atEnd = bar.maximum() > 0 && bar.value() == bar.maximum();
    if (needed)
        setGeometry(viewport.x(), viewport.y() + (atEnd ? 0 : viewport.height() - rest), viewport.width(), rest);
    raise();
}

void WholeRows::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), themeColor(Token::Base));
}

} // namespace corridor
