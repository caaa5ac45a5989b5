// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/canvas/dragpreview.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace corridor {

/// Hands the previews of a gesture on to lists and charts, which take longer than a frame of the map has: the first at
/// once, then one at most every `kPauseMs`. The last one of a halt, and the end of the gesture, always arrive.
class PreviewRelay : public QObject {
    Q_OBJECT
public:
    /// Between the end of one delivery and the start of the next, ms.
    static constexpr int kPauseMs = 33;

    explicit PreviewRelay(QObject* parent = nullptr);

    /// A gesture's effect, or null when it is over: that is passed on at once.
    void offer(const std::shared_ptr<const DragPreview>& preview);

Q_SIGNALS:
    void delivered(const std::shared_ptr<const corridor::DragPreview>& preview);

private:
    void deliver();

    std::shared_ptr<const DragPreview> mWaiting;
    QElapsedTimer mSince; ///< the last delivery; not valid before a gesture's first
    QTimer mTimer;
};

} // namespace corridor
