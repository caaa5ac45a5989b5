// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paint/mapscene.h"
#include "views/paint/sheet/sheetpen.h"

#include <optional>
#include <vector>

namespace corridor {

/// The round trips of a plan against their limits, as a table on a sheet; those with the least margin first.
class SheetTable {
public:
    /// At most @p mostRows rows; what is left out is counted and said.
    SheetTable(const MapScene& scene, int mostRows);

    bool isEmpty() const { return mRows.empty(); }
    int rowCount() const { return static_cast<int>(mRows.size()); }
    int leftOut() const { return mLeftOut; }
    QSizeF size() const;
    void paint(SheetPen& pen, const QRectF& rect) const;

private:
    struct Row {
        EntityId service;
        QString name, role, value, limit, margin;
        std::optional<double> share; ///< of the limit that is left
        std::optional<Verdict> verdict;
        Severity severity = Severity::Guiding;
    };
    void collect(const MapScene& scene);
    QStringList heads() const;
    std::vector<qreal> columnWidths() const;
    void paintRow(SheetPen& pen, std::size_t index, qreal left, qreal top, const std::vector<qreal>& widths) const;

    std::vector<Row> mRows;
    int mLeftOut = 0;
};

} // namespace corridor
