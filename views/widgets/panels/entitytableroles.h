// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace corridor {

/// What the models of tables answer besides Qt's own roles; view, proxy and delegate of all tables ask for these.
enum TableRole {
    TableSortRole = Qt::UserRole + 500, ///< double, int or QString; invalid = unknown, which stands last in both orders
    TablePlainRole,                     ///< QString for a spreadsheet: numbers with a point, no unit; empty = unknown
    TableSearchRole,                    ///< QString of a whole row (asked of column 0), case folded, for the filter
    TableNumberRole                     ///< bool: a number, which is never cut; columns grow to what they hold
};

} // namespace corridor
