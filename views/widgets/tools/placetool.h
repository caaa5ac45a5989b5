// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/tools/maptool.h"

namespace corridor {

/// Puts a new node on the map with one click, and selects it. What it will be hangs at the pointer. Over the symbol of
/// a node a click makes no second one: it selects what is there and says so, unless Ctrl is held.
class PlaceTool : public MapTool {
    Q_OBJECT
public:
    using MapTool::MapTool;

    QCursor cursor() const override { return mUnder.isNull() ? Qt::CrossCursor : Qt::PointingHandCursor; }

    void press(const MapPointer& pointer) override;
    void move(const MapPointer& pointer) override;
    void leave() override;
    bool cancel() override;
    void paint(QPainter& painter, const Viewport& viewport) const override;

protected:
    /// Makes the node there, in one step of history.
    virtual void place(const LonLat& position) = 0;
    virtual void paintSymbol(QPainter& painter, QPointF at) const = 0;
    /// What the pointer is over, after it moved to where no node is.
    virtual void follow(const MapPointer&) {}

    /// The existing node under the pointer; null when there is none, or Ctrl is held.
    EntityId under() const { return mUnder; }
    /// Says why, or selects what was made.
    bool done(const EditResult& result, std::size_t made = 0);

private:
    EntityId nodeUnder(const MapPointer& pointer) const;
    void offerExisting();
    void track(const MapPointer& pointer);

    std::optional<QPointF> mAt; ///< the pointer, while it is over the map
    EntityId mUnder;
};

} // namespace corridor
