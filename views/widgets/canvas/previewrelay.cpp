// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/canvas/previewrelay.h"

#include <algorithm>

namespace corridor {

PreviewRelay::PreviewRelay(QObject* parent)
    : QObject(parent) {
    mTimer.setSingleShot(true);
    connect(&mTimer, &QTimer::timeout, this, &PreviewRelay::deliver);
}

void PreviewRelay::offer(const std::shared_ptr<const DragPreview>& preview) {
    mWaiting = preview;
    if (!preview) {
        mTimer.stop();
        mSince.invalidate();
        Q_EMIT delivered(nullptr);
        return;
    }
    if (mTimer.isActive())
        return;
    const qint64 left = mSince.isValid() ? kPauseMs - mSince.elapsed() : 0;
    if (left <= 0)
        deliver();
    else
        mTimer.start(static_cast<int>(left));
}

void PreviewRelay::deliver() {
    Q_EMIT delivered(mWaiting);
    mSince.start();
}

} // namespace corridor
