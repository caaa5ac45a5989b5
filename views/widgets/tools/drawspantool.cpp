// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/tools/drawspantool.h"

#include "model/plan/settings.h"
#include "views/paint/symbols.h"
#include "views/widgets/selection.h"
#include "views/widgets/theme.h"
#include "views/widgets/tools/previewsteps.h"
#include "views/widgets/tools/toolpaint.h"

#include <QLineF>

namespace corridor {

QString DrawSpanTool::hint() const {
    if (mPoints.empty())
        return tr("Click where the span starts: a site, a junction, or free ground for a new junction");
    return tr("Click adds a vertex · double-click or Enter ends · Backspace takes back · Shift locks the direction · "
              "Esc cancels");
}

DrawSpanTool::Point DrawSpanTool::pointAt(const MapPointer& pointer) {
    MapPointer target = pointer;
    const bool locked = (pointer.modifiers & Qt::ShiftModifier) && !mPoints.empty();
    if (locked) {
        const Viewport& viewport = mHost.viewport();
        target.pixel = lockedDirection(viewport.pixelOf(mPoints.back().position), pointer.pixel);
        target.position = viewport.positionOf(target.pixel);
    }
    mSnap = mHost.snapAt(target);
    if (mSnap.kind == Snap::Kind::None || (locked && mSnap.kind != Snap::Kind::End))
        return {target.position, {}, {}};
    const bool end = mSnap.kind == Snap::Kind::End;
    return {mSnap.position, end ? mSnap.object : EntityId{}, end ? EntityId{} : mSnap.object};
}

void DrawSpanTool::press(const MapPointer& pointer) {
    if (pointer.button != Qt::LeftButton || refuseReadOnly(mHost))
        return;
    mLast = pointer;
    const Point point = pointAt(pointer);
    if (!mPoints.empty() && isAtLastPoint(pointer.pixel, point)) {
        if (mPoints.size() > 1)
            finish(pointer);
        return;
    }
    mPoints.push_back(point);
    preview(pointer);
    mHost.setHint(hint());
    mHost.updateOverlay();
}

void DrawSpanTool::move(const MapPointer& pointer) {
    mLast = pointer;
    preview(pointer);
}

void DrawSpanTool::preview(const MapPointer& pointer) {
    const Point point = pointAt(pointer);
    mHost.updateOverlay();
    if (mPoints.empty())
        return;
    std::vector<Point> points = mPoints;
    if (!isAtLastPoint(pointer.pixel, point))
        points.push_back(point);
    if (points.size() < 2 || isLoop(points)) {
        mHost.showPreview(std::nullopt, pointer);
        return;
    }
    mHost.showPreview(stepOfNewSpan(mHost.document(), endOf(points.front()), endOf(points.back()), innerOf(points),
                                    mHost.spanPrototype()),
                      pointer);
}

bool DrawSpanTool::isLoop(const std::vector<Point>& points) {
    return !points.front().node.isNull() && points.front().node == points.back().node;
}

Line DrawSpanTool::innerOf(const std::vector<Point>& points) const {
    Line inner;
    for (std::size_t i = 1; i + 1 < points.size(); ++i)
        inner.push_back(points[i].position);
    return inner;
}

bool DrawSpanTool::isAtLastPoint(QPointF pixel, const Point& point) const {
    const Point& last = mPoints.back();
    if (!last.node.isNull() || !point.node.isNull())
        return last.node == point.node;
    return QLineF(mHost.viewport().pixelOf(last.position), pixel).length() <= dragThresholdPx ||
           last.position == point.position;
}

void DrawSpanTool::doubleClick(const MapPointer& pointer) {
    if (pointer.button != Qt::LeftButton || mPoints.empty())
        return;
    // The first click of the pair has set the point already; if not, this one does.
    press(pointer);
    if (mPoints.size() > 1)
        finish(pointer);
}

void DrawSpanTool::finish(const MapPointer& pointer) {
    if (mPoints.size() < 2) {
        mHost.notify(message(CORRIDOR_MSG("A span needs two ends; click where it is to end.")));
        return;
    }
    if (isLoop(mPoints)) {
        mHost.notify(message(CORRIDOR_MSG("A span cannot end where it starts; choose another end.")));
        return;
    }
    const std::vector<Point> points = std::exchange(mPoints, {}); // a change of the document would cancel the gesture
    const EditResult result =
        mHost.editor().addSpan(endOf(points.front()), endOf(points.back()), innerOf(points), mHost.spanPrototype());
    if (!result.ok()) {
        mPoints = points; // nothing is lost: Backspace takes back, another click goes on
        notifyRefusal(mHost, result);
        return;
    }
    mSnap = {};
    mHost.showPreview(std::nullopt, pointer);
    mHost.selection().set({result.ids.front()});
    mHost.setHint(hint());
    mHost.updateOverlay();
    tellOfLooseEnds(points.front(), points.back());
}

// A new end on the line of another span looks joined to it, and no path would find the way.
void DrawSpanTool::tellOfLooseEnds(const Point& from, const Point& to) {
    const EntitySet& entities = mHost.document().entities();
    for (const Point* end : {&from, &to})
        if (const Span* span = end->node.isNull() ? entities.find<Span>(end->on) : nullptr) {
            mHost.notifyUndoable(message(
                CORRIDOR_MSG("The new end lies on “%1” but does not join it; undo, add a junction on that span and end "
                             "there."),
                displayName(*span, mHost.session().english())));
            return;
        }
}

void DrawSpanTool::removeLast() {
    mPoints.pop_back();
    if (mPoints.empty())
        mHost.showPreview(std::nullopt, mLast);
    else
        preview(mLast);
    mHost.setHint(hint());
    mHost.updateOverlay();
}

bool DrawSpanTool::wantsKey(int key, Qt::KeyboardModifiers) const {
    const bool drawing =
        key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Backspace || key == Qt::Key_Escape;
    return !mPoints.empty() && drawing;
}

bool DrawSpanTool::key(int key, Qt::KeyboardModifiers modifiers) {
    if (!wantsKey(key, modifiers))
        return false;
    if (key == Qt::Key_Return || key == Qt::Key_Enter)
        finish(mLast);
    else if (key == Qt::Key_Backspace)
        removeLast();
    else
        cancel();
    return true;
}

bool DrawSpanTool::cancel() {
    if (mPoints.empty())
        return false;
    mPoints.clear();
    mSnap = {};
    mHost.showPreview(std::nullopt, {});
    mHost.setHint(hint());
    mHost.updateOverlay();
    return true;
}

void DrawSpanTool::paint(QPainter& painter, const Viewport& viewport) const {
    Line placed;
    for (const Point& point : mPoints)
        placed.push_back(point.position);
    const QPolygonF pixels = pixelsOf(viewport, placed);
    if (pixels.size() > 1)
        paintPreviewLine(painter, pixels); // also while the pointer is away and nothing is previewed
    for (const QPointF& pixel : pixels)
        paintHandle(painter, pixel, currentTheme());
    paintSnap(painter, viewport, mSnap, mHost);
}

} // namespace corridor
