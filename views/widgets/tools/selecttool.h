// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/tools/maptool.h"
#include "views/widgets/tools/previewsteps.h"

namespace corridor {

/// Selects by click or box, and moves sites and junctions by dragging them. Shift adds, Ctrl turns round (a click) or
/// takes away (a box). A box drawn to the right selects what is wholly in it, one to the left what it touches. A second
/// click on the same place, or Alt, goes on to the next of the objects that lie there. Ctrl and an arrow key move what
/// is selected by one pixel, with Shift by ten.
class SelectTool : public MapTool {
    Q_OBJECT
public:
    using MapTool::MapTool;

    QString id() const override { return QStringLiteral("select"); }
    QString title() const override { return tr("Select and move"); }
    QKeySequence shortcut() const override { return Qt::Key_V; }
    QString hint() const override;
    QCursor cursor() const override;
    bool edits() const override { return false; } // it also selects; moving asks for itself

    void press(const MapPointer& pointer) override;
    void move(const MapPointer& pointer) override;
    void release(const MapPointer& pointer) override;
    bool key(int key, Qt::KeyboardModifiers modifiers) override;
    bool wantsKey(int key, Qt::KeyboardModifiers modifiers) const override;
    bool cancel() override;
    bool isBusy() const override { return mGesture == Gesture::Move || mGesture == Gesture::Band; }
    void paint(QPainter& painter, const Viewport& viewport) const override;

private:
    enum class Gesture { None, Pressed, Move, Band };

    bool isNode(EntityId id) const;
    EntityId toDrag(QPointF pixel) const;
    BoxRule rule() const { return mBandTo.x() < pressedAt().x() ? BoxRule::Touching : BoxRule::Inside; }
    QRectF band() const { return QRectF(pressedAt(), mBandTo).normalized(); }
    bool cycles(const MapPointer& pointer) const;
    void cycle(const MapPointer& pointer);
    void startDrag();
    void startMove();
    NodeMoves selectedNodes() const;
    void drag(const MapPointer& pointer);
    NodeMoves targets(const MapPointer& pointer);
    void finishMove(const MapPointer& pointer);
    void finishBand(const MapPointer& pointer);
    void click(const MapPointer& pointer);
    void stop();
    QPointF pressedAt() const { return mHost.viewport().pixelOf(mPressedAt); }

    Gesture mGesture = Gesture::None;
    LonLat mPressedAt; ///< a place, so that zooming in the middle of a drag does no harm
    EntityId mHit;     ///< what a drag would move
    NodeMoves mFrom;   ///< where the moved nodes stood; the one under the pointer first
    QPointF mBandTo;
    Snap mSnap;
    std::optional<QPointF> mClickedAt; ///< where the last plain click chose something
    QString mCycleHint;                ///< which of how many, until the pointer goes elsewhere
};

} // namespace corridor
