// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chart/rowscroll.h"

#include <QSignalBlocker>
#include <QWheelEvent>

#include <algorithm>

namespace corridor {

RowScroll::RowScroll(QWidget* chart)
    : QScrollBar(Qt::Vertical, chart) {
    hide();
}

void RowScroll::fit(int rows, int shown, const QRect& place) {
    const QSignalBlocker quiet(this); // a shorter range moves the value
    const int hidden = std::max(0, rows - shown);
    setRange(0, hidden);
    setPageStep(shown);
    setVisible(hidden > 0);
    const int wide = sizeHint().width();
    setGeometry(place.right() + 1 - wide, place.top(), wide, place.height());
}

int RowScroll::room() const {
    return isHidden() ? 0 : sizeHint().width();
}

void RowScroll::reveal(int from, int to) {
    if (to >= first() + pageStep())
        setValue(to - pageStep() + 1);
    if (from < first())
        setValue(from);
}

void RowScroll::turn(const QWheelEvent& event) {
    constexpr int notch = 120, rowsPerNotch = 3;
    mTurned += event.angleDelta().y() * rowsPerNotch;
    const int rows = mTurned / notch;
    mTurned -= rows * notch;
    setValue(value() - rows);
}

} // namespace corridor
