// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/tools/splittool.h"

#include "views/widgets/tools/cutting.h"
#include "views/widgets/tools/toolpaint.h"

namespace corridor {

QString SplitTool::hint() const {
    if (mSpan.isNull())
        return tr("Point at the place where a span is to be cut in two by a new junction · Esc ends");
    if (mCut.kind == Snap::Kind::End)
        return tr("Here the span ends: go along its line · Esc ends");
    return tr("Click cuts here: vertex, middle or any place · Ctrl without snapping · Esc ends");
}

void SplitTool::track(const MapPointer& pointer) {
    mSpan = spanUnder(mHost, pointer.pixel);
    mCut = placeOfCut(mHost, mSpan, pointer);
    mHost.setHint(hint());
    mHost.updateOverlay();
}

void SplitTool::move(const MapPointer& pointer) {
    track(pointer);
}

void SplitTool::press(const MapPointer& pointer) {
    if (pointer.button != Qt::LeftButton || refuseReadOnly(mHost))
        return;
    track(pointer);
    if (mSpan.isNull()) {
        mHost.notify(message(CORRIDOR_MSG("No span is here; point at the line of the one to cut.")));
    } else if (mCut.kind == Snap::Kind::End) {
        mHost.notify(message(CORRIDOR_MSG("A span cannot be cut at its end; choose a place along its line.")));
    } else {
        const EntityId span = mSpan;
        const Snap place = mCut;
        forget(); // the change of the plan would do so in between
        cutSpan(mHost, span, place, {});
    }
}

void SplitTool::forget() {
    mSpan = {};
    mCut = {};
    mHost.setHint(hint());
    mHost.updateOverlay();
}

void SplitTool::leave() {
    forget();
}

// Pointing at a place is no gesture: Escape leaves the tool.
bool SplitTool::cancel() {
    mSpan = {};
    mCut = {};
    return false;
}

void SplitTool::paint(QPainter& painter, const Viewport& viewport) const {
    paintCut(painter, viewport, mHost, mSpan, mCut, JunctionRole::Waypoint);
}

} // namespace corridor
