// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/tools/maptool.h"

namespace corridor {

/// Edits the line of the selected span: drags vertices, adds them from the marks at the middle of segments or by
/// pulling the line itself, removes them with the right button or Delete. The ends belong to the nodes and stay.
class VertexTool : public MapTool {
    Q_OBJECT
public:
    using MapTool::MapTool;

    QString id() const override { return QStringLiteral("vertex"); }
    QString title() const override { return tr("Edit vertices"); }
    QKeySequence shortcut() const override { return Qt::Key_N; }
    QString hint() const override;
    QCursor cursor() const override;

    void press(const MapPointer& pointer) override;
    void move(const MapPointer& pointer) override;
    void release(const MapPointer& pointer) override;
    bool key(int key, Qt::KeyboardModifiers modifiers) override;
    bool wantsKey(int key) const override;
    bool cancel() override;
    bool isBusy() const override { return mDrag.has_value(); }
    void documentChanged() override;
    void paint(QPainter& painter, const Viewport& viewport) const override;

private:
    /// What of the span is under the pointer.
    struct Grip {
        enum class Kind { None, Vertex, End, Midpoint, Line };
        Kind kind = Kind::None;
        std::size_t index = 0; ///< of the vertex, or of the segment's first
        friend bool operator==(const Grip&, const Grip&) = default;
    };
    struct Drag {
        EntityId span;
        Line before, line;
        std::size_t vertex;
        QPointF pressedAt;
        bool moved = false;
        Grip::Kind from;
    };

    const Span* span() const;
    Grip gripAt(QPointF pixel) const;
    void hover(QPointF pixel);
    void startDrag(const Grip& grip, const MapPointer& pointer);
    void drag(const MapPointer& pointer);
    void removeVertexAt(const Grip& grip);
    void commit(EntityId span, const Line& line, const MapPointer& pointer);

    QPointF mPixel; ///< where the pointer is
    Grip mHover;
    std::optional<Drag> mDrag;
    Snap mSnap;
};

} // namespace corridor
