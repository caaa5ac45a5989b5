// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/headedtablemodel.h"

namespace corridor {

QVariant HeadedTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return heading(section);
    case Qt::ToolTipRole:
        return headingTip(section);
    case Qt::TextAlignmentRole:
        return alignmentOf(section);
    default:
        return {};
    }
}

QVariant HeadedTableModel::alignmentOf(int column) const {
    return static_cast<int>((holdsNumbers(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

void HeadedTableModel::announceAll() {
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void HeadedTableModel::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    announceAll();
}

} // namespace corridor
