// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/tablesetup.h"

#include "views/widgets/controls/wholerows.h"

#include <QHeaderView>
#include <QTableView>
#include <QTreeView>

namespace corridor {

void setUpTable(QTableView& table, QAbstractItemModel& model) {
    table.setModel(&model);
    table.setShowGrid(false);
    table.setAlternatingRowColors(true);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height() + 7);
    table.horizontalHeader()->setMinimumSectionSize(34);
    table.horizontalHeader()->setHighlightSections(false);
    table.setMinimumHeight(80);
    new WholeRows(table);
}

void setUpTree(QTreeView& tree, QAbstractItemModel& model) {
    tree.setModel(&model);
    tree.setHeaderHidden(true);
    tree.setUniformRowHeights(true);
    tree.setEditTriggers(QAbstractItemView::NoEditTriggers);
    tree.setExpandsOnDoubleClick(false);
    tree.setTextElideMode(Qt::ElideMiddle);
    tree.header()->setStretchLastSection(false);
    tree.header()->setMinimumSectionSize(20);
    tree.header()->setSectionResizeMode(0, QHeaderView::Stretch);
}

} // namespace corridor
