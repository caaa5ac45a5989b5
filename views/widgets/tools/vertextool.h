// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/tools/maptool.h"

#include <set>

namespace corridor {

/// Edits the line of the selected span: drags vertices, adds them from the marks at the middle of segments or by
/// pulling the line itself, removes them with the right button or Delete. A box, Shift or Ctrl choose several vertices,
/// which then move and go together. The ends belong to the nodes and stay.
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
    bool wantsKey(int key, Qt::KeyboardModifiers modifiers) const override;
    bool cancel() override;
    bool isBusy() const override { return mDrag.has_value() || (mBand && mBand->moved); }
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
        std::size_t vertex;           ///< the one under the pointer
        std::set<std::size_t> others; ///< that go with it
        QPointF pressedAt;
        bool moved = false;
        Grip::Kind from;
    };

    struct Band {
        LonLat from; ///< a place, so that zooming in the middle of a drag does no harm
        QPointF to;
        EntityId hit; ///< what a click there would choose
        bool moved = false;
    };

    const Span* span() const;
    std::set<std::size_t> chosen() const;
    void choose(std::set<std::size_t> vertices);
    void chooseVertex(std::size_t vertex, Qt::KeyboardModifiers modifiers);
    Grip gripAt(QPointF pixel) const;
    void hover(QPointF pixel);
    void startDrag(const Grip& grip, const MapPointer& pointer);
    void drag(const MapPointer& pointer);
    LonLat target(const MapPointer& pointer);
    void dragBand(const MapPointer& pointer);
    void finishBand(const MapPointer& pointer);
    QRectF bandRect() const;
    void clickOff(EntityId hit);
    void removeVertexAt(const Grip& grip);
    void removeVertices(const std::set<std::size_t>& vertices);
    bool isActive(std::size_t vertex, const std::set<std::size_t>& chosenOnes) const;
    void commit(EntityId span, const Line& line, const MapPointer& pointer);

    QPointF mPixel; ///< where the pointer is
    Grip mHover;
    std::optional<Drag> mDrag;
    std::optional<Band> mBand;
    Snap mSnap;
    std::set<std::size_t> mChosen; ///< vertices of mChosenOf while its line has mChosenSize of them; see chosen()
    EntityId mChosenOf;
    std::size_t mChosenSize = 0;
};

} // namespace corridor
