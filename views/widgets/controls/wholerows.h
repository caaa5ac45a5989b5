// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QTableView;

namespace corridor {

/// Covers what there is of a row at the lower edge of a table that shows only a part of it: half a row looks like a
/// mistake, the more so above a scroll bar. The table keeps its size, its rows and its scrolling.
class WholeRows : public QWidget {
    Q_OBJECT
public:
    /// @param table  with rows of one height, that of its vertical header's default section; owns the cover
    explicit WholeRows(QTableView& table);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void place();

    QTableView& mTable;
};

} // namespace corridor
