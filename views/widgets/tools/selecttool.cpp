// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/tools/selecttool.h"

#include "model/plan/settings.h"
#include "views/widgets/selection.h"
#include "views/widgets/tools/toolpaint.h"

#include <algorithm>

namespace corridor {

QString SelectTool::hint() const {
    if (mGesture == Gesture::Move)
        return tr("Drag the node · Shift locks the direction · Ctrl without snapping · Esc cancels");
    return tr("Click selects · Shift adds · drag a node to move it · drag on free ground to select an area");
}

QCursor SelectTool::cursor() const {
    if (mGesture == Gesture::Move)
        return Qt::ClosedHandCursor;
    const EntityId hovered = mHost.selection().hovered();
    if (isNode(hovered) && !mHost.document().isReadOnly())
        return Qt::SizeAllCursor;
    return hovered.isNull() ? Qt::ArrowCursor : Qt::PointingHandCursor;
}

bool SelectTool::isNode(EntityId id) const {
    return !id.isNull() && nodePosition(mHost.document().entities(), id).has_value();
}

void SelectTool::press(const MapPointer& pointer) {
    if (pointer.button != Qt::LeftButton)
        return;
    mGesture = Gesture::Pressed;
    mPressedAt = pointer.position;
    mHit = mHost.objectAt(pointer.pixel);
}

void SelectTool::move(const MapPointer& pointer) {
    if (mGesture == Gesture::Pressed && isDrag(pressedAt(), pointer.pixel))
        startDrag();
    drag(pointer);
}

void SelectTool::startDrag() {
    if (!isNode(mHit)) {
        mGesture = Gesture::Band;
    } else if (refuseReadOnly(mHost)) {
        mGesture = Gesture::None;
    } else {
        startMove();
    }
    mHost.setHint(hint());
}

void SelectTool::startMove() {
    const EntitySet& entities = mHost.document().entities();
    Selection& selection = mHost.selection();
    if (!selection.contains(mHit))
        selection.set({mHit});
    mFrom = {{mHit, *nodePosition(entities, mHit)}};
    for (const EntityId id : selection.ids())
        if (id != mHit)
            if (const auto position = nodePosition(entities, id))
                mFrom.push_back({id, *position});
    mGesture = Gesture::Move;
}

void SelectTool::drag(const MapPointer& pointer) {
    if (mGesture == Gesture::Move) {
        mHost.showPreview(stepOfMovedNodes(mHost.document(), targets(pointer)), pointer);
    } else if (mGesture == Gesture::Band) {
        mBand = QRectF(pressedAt(), pointer.pixel).normalized();
        mHost.updateOverlay();
    }
}

/// Where the nodes stand with the pointer there. Back where the drag began they stand exactly where they were.
NodeMoves SelectTool::targets(const MapPointer& pointer) {
    mSnap = {};
    if (!isDrag(pressedAt(), pointer.pixel))
        return mFrom;
    const Viewport& viewport = mHost.viewport();
    const QPointF from = viewport.pixelOf(mFrom.front().second);
    MapPointer target = pointer;
    target.pixel = from + pointer.pixel - pressedAt();
    if (pointer.modifiers & Qt::ShiftModifier)
        target.pixel = lockedDirection(from, target.pixel);
    target.position = viewport.positionOf(target.pixel);
    NodeMoves moves = mFrom;
    if (moves.size() == 1 && !(pointer.modifiers & Qt::ShiftModifier)) {
        mSnap = mHost.snapAt(target, moves.front().first);
        moves.front().second = mSnap.kind == Snap::Kind::None ? target.position : mSnap.position;
        return moves;
    }
    for (auto& [node, position] : moves)
        position = viewport.positionOf(viewport.pixelOf(position) + target.pixel - from);
    return moves;
}

void SelectTool::release(const MapPointer& pointer) {
    if (pointer.button != Qt::LeftButton)
        return;
    switch (mGesture) {
    case Gesture::Pressed:
        click(pointer);
        break;
    case Gesture::Move:
        finishMove(pointer);
        break;
    case Gesture::Band:
        finishBand(pointer);
        break;
    case Gesture::None:
        break;
    }
    stop();
}

void SelectTool::click(const MapPointer& pointer) {
    Selection& selection = mHost.selection();
    const bool adds = pointer.modifiers & Qt::ShiftModifier;
    if (!mHit.isNull() && adds)
        selection.toggle(mHit);
    else if (!mHit.isNull())
        selection.set({mHit});
    else if (!adds)
        selection.clear();
}

void SelectTool::finishMove(const MapPointer& pointer) {
    const NodeMoves moves = targets(pointer);
    const NodeMoves from = mFrom;
    mGesture = Gesture::None; // the verb changes the document, and that would cancel a gesture
    if (moves == from) {
        mHost.showPreview(std::nullopt, pointer);
        return;
    }
    Editor& editor = mHost.editor();
    const EditResult result = moves.size() == 1 ? editor.moveNode(moves.front().first, moves.front().second)
                                                : editor.applyStep(stepOfMovedNodes(mHost.document(), moves),
                                                                   tr("Move %n nodes", nullptr, int(moves.size())));
    mHost.showPreview(std::nullopt, pointer);
    notifyRefusal(mHost, result);
}

void SelectTool::finishBand(const MapPointer& pointer) {
    Selection& selection = mHost.selection();
    std::vector<EntityId> ids = mHost.objectsIn(QRectF(pressedAt(), pointer.pixel).normalized());
    if (pointer.modifiers & Qt::ShiftModifier)
        ids.insert(ids.begin(), selection.ids().begin(), selection.ids().end());
    selection.set(std::move(ids));
}

bool SelectTool::cancel() {
    const bool was = isBusy();
    const bool moved = mGesture == Gesture::Move;
    stop();
    if (moved)
        mHost.showPreview(std::nullopt, {});
    return was;
}

void SelectTool::stop() {
    mGesture = Gesture::None;
    mHit = {};
    mFrom.clear();
    mBand = {};
    mSnap = {};
    mHost.setHint(hint());
    mHost.updateOverlay();
}

void SelectTool::paint(QPainter& painter, const Viewport& viewport) const {
    if (mGesture == Gesture::Band)
        paintRubberBand(painter, mBand);
    if (mGesture == Gesture::Move)
        paintSnap(painter, viewport, mSnap, mHost);
}

} // namespace corridor
