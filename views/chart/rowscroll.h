// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollBar>

namespace corridor {

/// The scroll bar of a chart whose rows are all of one height: title and axis stay, the rows between them move by whole
/// rows. Hidden while everything fits.
class RowScroll : public QScrollBar {
    Q_OBJECT
public:
    explicit RowScroll(QWidget* chart);

    /// Takes `shown` (>= 1) of `rows` into view, in a column at the right edge of `place`. Says nothing of a first row
    /// that moves: whoever lays out reads it afterwards.
    void fit(int rows, int shown, const QRect& place);
    /// The first row in view, from 0.
    int first() const { return value(); }
    /// What the bar takes of the width, px; 0 while it is hidden.
    int room() const;
    /// Scrolls so that the rows from..to are in view, as far as they fit.
    void reveal(int from, int to);
    /// Turns the wheel: three rows a notch; parts of a notch, as touch pads send them, add up.
    void turn(const QWheelEvent& event);

private:
    int mTurned = 0; ///< and not yet used, in eighths of a degree times rows
};

} // namespace corridor
