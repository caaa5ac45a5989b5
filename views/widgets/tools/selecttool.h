// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/tools/maptool.h"
#include "views/widgets/tools/previewsteps.h"

namespace corridor {

/// Selects by click or rubber band, and moves sites and junctions by dragging them.
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
    bool cancel() override;
    bool isBusy() const override { return mGesture == Gesture::Move || mGesture == Gesture::Band; }
    void paint(QPainter& painter, const Viewport& viewport) const override;

private:
    enum class Gesture { None, Pressed, Move, Band };

    bool isNode(EntityId id) const;
    void startDrag();
    void startMove();
    void drag(const MapPointer& pointer);
    NodeMoves targets(const MapPointer& pointer);
    void finishMove(const MapPointer& pointer);
    void finishBand(const MapPointer& pointer);
    void click(const MapPointer& pointer);
    void stop();
    QPointF pressedAt() const { return mHost.viewport().pixelOf(mPressedAt); }

    Gesture mGesture = Gesture::None;
    LonLat mPressedAt; ///< a place, so that zooming in the middle of a drag does no harm
    EntityId mHit;
    NodeMoves mFrom; ///< where the moved nodes stood; the one under the pointer first
    QRectF mBand;
    Snap mSnap;
};

} // namespace corridor
