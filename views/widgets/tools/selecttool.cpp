// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/tools/selecttool.h"

#include "model/plan/settings.h"
#include "views/widgets/selection.h"
#include "views/widgets/tools/toolpaint.h"

#include <algorithm>
#include <set>

namespace corridor {

namespace {

constexpr int farNudgePx = 10;

QPoint directionOf(int key) {
    switch (key) {
    case Qt::Key_Left:
        return {-1, 0};
    case Qt::Key_Right:
        return {1, 0};
    case Qt::Key_Up:
        return {0, -1};
    case Qt::Key_Down:
        return {0, 1};
    default:
        return {};
    }
}

} // namespace

QString SelectTool::hint() const {
    if (mGesture == Gesture::Move)
        return tr("Drag the node · Shift locks the direction · Ctrl without snapping · Esc cancels");
    if (mGesture == Gesture::Band)
        return rule() == BoxRule::Inside
                   ? tr("To the right: what is wholly inside · Shift adds · Ctrl takes away · Esc cancels")
                   : tr("To the left: what the box touches · Shift adds · Ctrl takes away · Esc cancels");
    if (!mCycleHint.isEmpty())
        return mCycleHint;
    return tr("Click selects, again the next below · Shift adds, Ctrl toggles · drag moves a node · box: right inside, "
              "left touching");
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
    mHit = toDrag(pointer.pixel);
}

/// A selected node is moved even if others cover it; else what is on top.
EntityId SelectTool::toDrag(QPointF pixel) const {
    const std::vector<EntityId> hits = mHost.objectsAt(pixel);
    for (const EntityId id : hits)
        if (isNode(id) && mHost.selection().contains(id))
            return id;
    return hits.empty() ? EntityId{} : hits.front();
}

void SelectTool::move(const MapPointer& pointer) {
    if (!mCycleHint.isEmpty() && mClickedAt && isDrag(*mClickedAt, pointer.pixel)) {
        mCycleHint.clear();
        mHost.setHint(hint());
    }
    if (mGesture == Gesture::Pressed && isDrag(pressedAt(), pointer.pixel))
        startDrag();
    drag(pointer);
}

void SelectTool::startDrag() {
    if (!isNode(mHit)) {
        mGesture = Gesture::Band;
        mBandTo = pressedAt();
    } else if (refuseReadOnly(mHost)) {
        mGesture = Gesture::None;
    } else {
        startMove();
    }
    mHost.setHint(hint());
}

void SelectTool::startMove() {
    Selection& selection = mHost.selection();
    if (!selection.contains(mHit))
        selection.set({mHit});
    mFrom = selectedNodes();
    const auto held = std::find_if(mFrom.begin(), mFrom.end(), [this](const auto& move) { return move.first == mHit; });
    std::rotate(mFrom.begin(), held, held + 1);
    mGesture = Gesture::Move;
}

NodeMoves SelectTool::selectedNodes() const {
    NodeMoves nodes;
    for (const EntityId id : mHost.selection().ids())
        if (const auto position = nodePosition(mHost.document().entities(), id))
            nodes.push_back({id, *position});
    return nodes;
}

bool SelectTool::wantsKey(int key, Qt::KeyboardModifiers modifiers) const {
    const bool held = (modifiers & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::ControlModifier;
    return held && !directionOf(key).isNull() && !selectedNodes().empty();
}

bool SelectTool::key(int key, Qt::KeyboardModifiers modifiers) {
    if (!wantsKey(key, modifiers))
        return false;
    if (isBusy() || refuseReadOnly(mHost))
        return true;
    const QPoint step = directionOf(key) * (modifiers & Qt::ShiftModifier ? farNudgePx : 1);
    const Viewport& viewport = mHost.viewport();
    NodeMoves moves = selectedNodes();
    for (auto& [node, position] : moves)
        position = viewport.positionOf(viewport.pixelOf(position) + step);
    notifyRefusal(mHost, mHost.editor().moveNodes(moves));
    return true;
}

void SelectTool::drag(const MapPointer& pointer) {
    if (mGesture == Gesture::Move) {
        mHost.showPreview(stepOfMovedNodes(mHost.document(), targets(pointer)), pointer);
    } else if (mGesture == Gesture::Band) {
        mBandTo = pointer.pixel;
        mHost.setHint(hint());
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
    const bool toggles = pointer.modifiers & Qt::ControlModifier;
    mCycleHint.clear();
    if (cycles(pointer)) {
        cycle(pointer);
        return;
    }
    mClickedAt.reset();
    const EntityId hit = mHost.objectAt(pointer.pixel);
    if (hit.isNull()) {
        if (!adds && !toggles)
            selection.clear();
    } else if (toggles) {
        selection.toggle(hit);
    } else if (adds) {
        if (!selection.contains(hit))
            selection.toggle(hit);
    } else {
        selection.set({hit});
        mClickedAt = pointer.pixel;
    }
}

/// Whether a click goes on to the next object of a place instead of taking the one on top.
bool SelectTool::cycles(const MapPointer& pointer) const {
    if (pointer.modifiers & Qt::AltModifier)
        return true;
    const bool plain = !(pointer.modifiers & (Qt::ShiftModifier | Qt::ControlModifier));
    return plain && mClickedAt && !isDrag(*mClickedAt, pointer.pixel) && !mHost.selection().single().isNull();
}

void SelectTool::cycle(const MapPointer& pointer) {
    const std::vector<EntityId> hits = mHost.objectsAt(pointer.pixel);
    if (hits.empty()) {
        mHost.selection().clear();
        return;
    }
    const auto now = std::find(hits.begin(), hits.end(), mHost.selection().single());
    const std::size_t next = now == hits.end() ? 0 : std::size_t(now - hits.begin() + 1) % hits.size();
    mClickedAt = pointer.pixel;
    if (hits.size() > 1)
        mCycleHint = tr("%1 of %2 objects here · click again for the next").arg(next + 1).arg(hits.size());
    mHost.selection().set({hits[next]});
}

void SelectTool::finishMove(const MapPointer& pointer) {
    const NodeMoves moves = targets(pointer);
    const NodeMoves from = mFrom;
    mGesture = Gesture::None; // the verb changes the document, and that would cancel a gesture
    if (moves == from) {
        mHost.showPreview(std::nullopt, pointer);
        return;
    }
    const EditResult result = mHost.editor().moveNodes(moves);
    mHost.showPreview(std::nullopt, pointer);
    notifyRefusal(mHost, result);
}

void SelectTool::finishBand(const MapPointer& pointer) {
    mBandTo = pointer.pixel;
    Selection& selection = mHost.selection();
    std::vector<EntityId> ids = mHost.objectsIn(band(), rule());
    if (pointer.modifiers & Qt::ControlModifier) {
        const std::set<EntityId> taken(ids.begin(), ids.end());
        ids = selection.ids();
        std::erase_if(ids, [&](EntityId id) { return taken.contains(id); });
    } else if (pointer.modifiers & Qt::ShiftModifier) {
        ids.insert(ids.begin(), selection.ids().begin(), selection.ids().end());
    }
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
    mSnap = {};
    mHost.setHint(hint());
    mHost.updateOverlay();
}

void SelectTool::paint(QPainter& painter, const Viewport& viewport) const {
    if (mGesture == Gesture::Band)
        paintRubberBand(painter, band(), rule() == BoxRule::Touching);
    if (mGesture == Gesture::Move)
        paintSnap(painter, viewport, mSnap, mHost);
}

} // namespace corridor
