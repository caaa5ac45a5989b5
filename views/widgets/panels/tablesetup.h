// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemModel;
class QTableView;
class QTreeView;

namespace corridor {

/// What all tables share: whole rows, alternate grounds, no grid, rows of one text line and 8 px.
void setUpTable(QTableView& table, QAbstractItemModel& model);
/// The same for trees.
void setUpTree(QTreeView& tree, QAbstractItemModel& model);

} // namespace corridor
