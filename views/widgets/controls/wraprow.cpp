// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/controls/wraprow.h"

#include <QEvent>

#include <algorithm>

namespace corridor {

WrapRow::WrapRow(int gap, int rowGap, QWidget* parent)
    : QWidget(parent)
    , mGap(gap)
    , mRowGap(rowGap) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void WrapRow::add(QWidget* item) {
    item->setParent(this);
    mItems.push_back(item);
    updateGeometry();
}

// The height that the items take; moves them there if `really`.
int WrapRow::place(int width, bool really) const {
    const QMargins margins = contentsMargins();
    const int right = width - margins.right();
    int x = margins.left(), y = margins.top(), rowHeight = 0;
    for (QWidget* item : mItems) {
        const QSize size = item->sizeHint();
        if (x > margins.left() && x + size.width() > right) {
            x = margins.left();
            y += rowHeight + mRowGap;
            rowHeight = 0;
        }
        if (really)
            item->setGeometry(x, y, size.width(), size.height());
        x += size.width() + mGap;
        rowHeight = std::max(rowHeight, size.height());
    }
    return y + rowHeight + margins.bottom();
}

int WrapRow::heightForWidth(int width) const {
    return place(width, false);
}

QSize WrapRow::sizeHint() const {
    const QMargins margins = contentsMargins();
    int width = margins.left() + margins.right() - mGap;
    for (const QWidget* item : mItems)
        width += item->sizeHint().width() + mGap;
    return {width, place(width, false)};
}

QSize WrapRow::minimumSizeHint() const {
    const QMargins margins = contentsMargins();
    int widest = 0;
    for (const QWidget* item : mItems)
        widest = std::max(widest, item->sizeHint().width());
    return {margins.left() + widest + margins.right(), place(std::max(widest, width()), false)};
}

void WrapRow::resizeEvent(QResizeEvent*) {
    place(width(), true);
}

bool WrapRow::event(QEvent* event) {
    if (event->type() == QEvent::LayoutRequest) { // another language, another font
        updateGeometry();
        place(width(), true);
    }
    return QWidget::event(event);
}

} // namespace corridor
