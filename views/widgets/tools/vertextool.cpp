// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/tools/vertextool.h"

#include "model/geo/polyline.h"
#include "views/paint/segment.h"
#include "views/paint/symbols.h"
#include "views/widgets/selection.h"
#include "views/widgets/theme.h"
#include "views/widgets/tools/previewsteps.h"
#include "views/widgets/tools/toolpaint.h"

#include <QLineF>

namespace corridor {

namespace {

constexpr double gripRadiusPx = 7;
constexpr double shortestWithMidpointPx = 28;

void paintMidpoint(QPainter& painter, QPointF at, bool active) {
    painter.setPen(QPen(themeColor(Token::Select), 1.2));
    painter.setBrush(active ? themeColor(Token::Select) : themeColor(Token::CableCasing));
    painter.drawEllipse(at, 3, 3);
}

} // namespace

QString VertexTool::hint() const {
    if (mDrag)
        return tr("Drag the vertex · Shift locks the direction · Ctrl without snapping · Esc cancels");
    if (mBand && mBand->moved)
        return tr("The box chooses vertices · Shift adds · Ctrl takes away · Esc cancels");
    if (!span())
        return tr("Click the span whose vertices are to be edited · Esc ends");
    if (const std::size_t count = chosen().size(); count > 1)
        return tr("%1 vertices chosen · drag one to move them · Delete removes them · Esc lets go").arg(count);
    else if (count == 1)
        return tr("1 vertex chosen · drag it · Shift or a box chooses more · Delete removes it · Esc lets go");
    return tr("Drag a vertex · click a round mark to add one · right click or Delete removes · a box chooses several");
}

QCursor VertexTool::cursor() const {
    if (mDrag)
        return Qt::ClosedHandCursor;
    switch (mHover.kind) {
    case Grip::Kind::Vertex:
        return Qt::SizeAllCursor;
    case Grip::Kind::Midpoint:
    case Grip::Kind::Line:
        return Qt::CrossCursor;
    case Grip::Kind::End:
    case Grip::Kind::None:
        break;
    }
    return mHost.selection().hovered().isNull() ? Qt::ArrowCursor : Qt::PointingHandCursor;
}

const Span* VertexTool::span() const {
    return mHost.layers().spans ? mHost.document().entities().find<Span>(mHost.selection().single()) : nullptr;
}

/// An index means a vertex of one line only.
std::set<std::size_t> VertexTool::chosen() const {
    const Span* edited = span();
    return edited && edited->id == mChosenOf && edited->line.size() == mChosenSize ? mChosen : std::set<std::size_t>();
}

void VertexTool::choose(std::set<std::size_t> vertices) {
    const Span* edited = span();
    mChosen = edited ? std::move(vertices) : std::set<std::size_t>();
    mChosenOf = edited ? edited->id : EntityId{};
    mChosenSize = edited ? edited->line.size() : 0;
    mHost.setHint(hint());
    mHost.updateOverlay();
}

void VertexTool::chooseVertex(std::size_t vertex, Qt::KeyboardModifiers modifiers) {
    std::set<std::size_t> vertices = chosen();
    if (modifiers & Qt::ControlModifier) {
        if (!vertices.erase(vertex))
            vertices.insert(vertex);
    } else if (modifiers & Qt::ShiftModifier) {
        vertices.insert(vertex);
    } else {
        vertices.clear();
    }
    choose(std::move(vertices));
}

VertexTool::Grip VertexTool::gripAt(QPointF pixel) const {
    const Span* edited = span();
    if (!edited)
        return {};
    const QPolygonF line = pixelsOf(mHost.viewport(), edited->line);
    Grip best;
    double nearest = gripRadiusPx;
    const auto offer = [&](Grip::Kind kind, std::size_t index, double distance) {
        if (distance > nearest)
            return;
        nearest = distance;
        best = {kind, index};
    };
    const auto count = std::size_t(line.size());
    for (std::size_t i = 0; i < count; ++i)
        offer(i == 0 || i + 1 == count ? Grip::Kind::End : Grip::Kind::Vertex, i,
              QLineF(line[qsizetype(i)], pixel).length());
    if (best.kind != Grip::Kind::None)
        return best;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        const QLineF segment(line[qsizetype(i)], line[qsizetype(i + 1)]);
        if (segment.length() >= shortestWithMidpointPx)
            offer(Grip::Kind::Midpoint, i, QLineF(segment.center(), pixel).length());
    }
    if (best.kind != Grip::Kind::None)
        return best;
    for (std::size_t i = 0; i + 1 < count; ++i)
        offer(Grip::Kind::Line, i, distanceToSegment(pixel, line[qsizetype(i)], line[qsizetype(i + 1)]));
    return best;
}

void VertexTool::press(const MapPointer& pointer) {
    mPixel = pointer.pixel;
    if (mDrag || mBand)
        return;
    const Grip grip = gripAt(pointer.pixel);
    if (pointer.button == Qt::RightButton) {
        removeVertexAt(grip);
        return;
    }
    if (pointer.button != Qt::LeftButton)
        return;
    if (grip.kind != Grip::Kind::None && grip.kind != Grip::Kind::End) {
        if (!refuseReadOnly(mHost))
            startDrag(grip, pointer);
        return;
    }
    mBand = Band{pointer.position, pointer.pixel, mHost.objectAt(pointer.pixel)};
    if (grip.kind == Grip::Kind::End)
        mBand->hit = span()->id; // a click on its own end leaves the span chosen
}

void VertexTool::clickOff(EntityId hit) {
    if (mHost.document().entities().find<Span>(hit))
        mHost.selection().set({hit});
    else if (!chosen().empty())
        choose({});
    else if (hit.isNull())
        mHost.selection().clear();
    mHost.setHint(hint());
}

void VertexTool::startDrag(const Grip& grip, const MapPointer& pointer) {
    const Span& edited = *span();
    Drag drag{edited.id, edited.line, edited.line, grip.index, {}, pointer.pixel, false, grip.kind};
    const std::set<std::size_t> together = chosen();
    if (grip.kind == Grip::Kind::Vertex && together.contains(grip.index))
        drag.others = together;
    drag.others.erase(grip.index);
    if (grip.kind != Grip::Kind::Vertex) {
        const LonLat& from = edited.line[grip.index];
        const LonLat& to = edited.line[grip.index + 1];
        const LonLat middle = Geodesic::cgcs2000().interpolate(from, to, 0.5);
        drag.line =
            insertVertex(edited.line, grip.index, grip.kind == Grip::Kind::Midpoint ? middle : pointer.position);
        drag.vertex = grip.index + 1;
    }
    mDrag = std::move(drag);
    mHost.setHint(hint());
}

void VertexTool::move(const MapPointer& pointer) {
    mPixel = pointer.pixel;
    if (mDrag)
        drag(pointer);
    else if (mBand)
        dragBand(pointer);
    else
        hover(pointer.pixel);
}

void VertexTool::dragBand(const MapPointer& pointer) {
    mBand->moved |= isDrag(mHost.viewport().pixelOf(mBand->from), pointer.pixel);
    mBand->to = pointer.pixel;
    mHost.setHint(hint());
    mHost.updateOverlay();
}

QRectF VertexTool::bandRect() const {
    return QRectF(mHost.viewport().pixelOf(mBand->from), mBand->to).normalized();
}

void VertexTool::finishBand(const MapPointer& pointer) {
    mBand->to = pointer.pixel;
    const QRectF box = bandRect();
    const Band done = *std::exchange(mBand, std::nullopt);
    if (!done.moved) {
        clickOff(done.hit);
        return;
    }
    const Span* edited = span();
    if (!edited)
        return;
    const bool takes = pointer.modifiers & Qt::ControlModifier;
    std::set<std::size_t> vertices =
        takes || (pointer.modifiers & Qt::ShiftModifier) ? chosen() : std::set<std::size_t>();
    for (std::size_t i = 1; i + 1 < edited->line.size(); ++i) {
        if (!box.contains(mHost.viewport().pixelOf(edited->line[i])))
            continue;
        if (takes)
            vertices.erase(i);
        else
            vertices.insert(i);
    }
    choose(std::move(vertices));
}

void VertexTool::hover(QPointF pixel) {
    const Grip grip = gripAt(pixel);
    if (grip == mHover)
        return;
    mHover = grip;
    mHost.updateOverlay();
}

void VertexTool::drag(const MapPointer& pointer) {
    if (!mDrag->moved && !isDrag(mDrag->pressedAt, pointer.pixel))
        return;
    mDrag->moved = true;
    mSnap = {};
    if (!isDrag(mDrag->pressedAt, pointer.pixel) && mDrag->from == Grip::Kind::Vertex) {
        mDrag->line = mDrag->before; // back where it was, to the bit
    } else {
        const Viewport& viewport = mHost.viewport();
        const LonLat to = target(pointer);
        for (const std::size_t other : mDrag->others) { // as far on the screen as the one under the pointer
            const QPointF shift = viewport.pixelOf(to) - viewport.pixelOf(mDrag->before[mDrag->vertex]);
            mDrag->line[other] = viewport.positionOf(viewport.pixelOf(mDrag->before[other]) + shift);
        }
        mDrag->line[mDrag->vertex] = to;
    }
    mHost.showPreview(stepOfSpanLine(mHost.document(), mDrag->span, mDrag->line), pointer);
}

LonLat VertexTool::target(const MapPointer& pointer) {
    const Viewport& viewport = mHost.viewport();
    if (pointer.modifiers & Qt::ShiftModifier) {
        // One vertex turns about its neighbour; several keep their places to each other and go straight.
        const LonLat& from = mDrag->others.empty() ? mDrag->line[mDrag->vertex - 1] : mDrag->before[mDrag->vertex];
        return viewport.positionOf(lockedDirection(viewport.pixelOf(from), pointer.pixel));
    }
    mSnap = mHost.snapAt(pointer, mDrag->span);
    return mSnap.kind == Snap::Kind::None ? pointer.position : mSnap.position;
}

void VertexTool::release(const MapPointer& pointer) {
    mPixel = pointer.pixel;
    if (pointer.button != Qt::LeftButton)
        return;
    if (mBand)
        finishBand(pointer);
    if (!mDrag)
        return;
    const Drag done = *std::exchange(mDrag, std::nullopt);
    mSnap = {};
    // A click adds a vertex at a round mark; on the bare line it would only be an accident.
    if (done.moved || done.from == Grip::Kind::Midpoint)
        commit(done.span, done.line, pointer);
    else if (done.from == Grip::Kind::Vertex)
        chooseVertex(done.vertex, pointer.modifiers);
    mHost.setHint(hint());
    mHost.updateOverlay();
}

void VertexTool::commit(EntityId span, const Line& line, const MapPointer& pointer) {
    const EditResult result = mHost.editor().setSpanLine(span, line);
    mHost.showPreview(std::nullopt, pointer);
    notifyRefusal(mHost, result);
    mHover = gripAt(mPixel);
}

void VertexTool::removeVertexAt(const Grip& grip) {
    if (grip.kind != Grip::Kind::Vertex)
        return;
    const std::set<std::size_t> together = chosen();
    removeVertices(together.contains(grip.index) ? together : std::set{grip.index});
}

void VertexTool::removeVertices(const std::set<std::size_t>& vertices) {
    if (refuseReadOnly(mHost))
        return;
    const Span& edited = *span();
    const EntityId id = edited.id;
    Line line = edited.line;
    for (auto vertex = vertices.rbegin(); vertex != vertices.rend(); ++vertex) // from the end: indices stay true
        line = removeVertex(line, *vertex);
    const EditResult result = mHost.editor().setSpanLine(id, line);
    notifyRefusal(mHost, result);
    if (result.ok())
        choose({});
    mHost.updateOverlay();
}

/// Delete means vertices here. Off the mark it must not fall through to the selection: that is the whole span.
bool VertexTool::wantsKey(int key, Qt::KeyboardModifiers modifiers) const {
    if (key == Qt::Key_A && modifiers == Qt::ControlModifier)
        return span() && !mDrag;
    if (modifiers & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    if (key == Qt::Key_Escape)
        return mDrag || mBand || !chosen().empty();
    return (key == Qt::Key_Delete || key == Qt::Key_Backspace) && span();
}

bool VertexTool::key(int key, Qt::KeyboardModifiers modifiers) {
    if (!wantsKey(key, modifiers))
        return false;
    if (key == Qt::Key_A) {
        std::set<std::size_t> all;
        for (std::size_t i = 1; i + 1 < span()->line.size(); ++i)
            all.insert(i);
        choose(std::move(all));
    } else if (key == Qt::Key_Escape || mDrag || mBand) {
        cancel(); // Delete in the middle of a drag: drop the gesture, keep the vertex
    } else if (const std::set<std::size_t> together = chosen(); !together.empty()) {
        removeVertices(together);
    } else if (mHover.kind == Grip::Kind::Vertex) {
        removeVertexAt(mHover);
    } else {
        mHost.notify(message(CORRIDOR_MSG("Point at the vertex to remove; the ends of a span stay.")));
    }
    return true;
}

bool VertexTool::cancel() {
    if (mBand) {
        mBand.reset();
    } else if (mDrag) {
        mDrag.reset();
        mSnap = {};
        mHost.showPreview(std::nullopt, {});
    } else if (!chosen().empty()) {
        choose({});
    } else {
        return false;
    }
    mHost.setHint(hint());
    mHost.updateOverlay();
    return true;
}

void VertexTool::documentChanged() {
    if (mDrag || mBand)
        cancel();
    mHover = gripAt(mPixel); // the index may mean another vertex now
}

bool VertexTool::isActive(std::size_t vertex, const std::set<std::size_t>& chosenOnes) const {
    if (mDrag)
        return vertex == mDrag->vertex || mDrag->others.contains(vertex);
    return mHover == Grip{Grip::Kind::Vertex, vertex} || chosenOnes.contains(vertex);
}

void VertexTool::paint(QPainter& painter, const Viewport& viewport) const {
    const Span* edited = span();
    if (!edited)
        return;
    const QPolygonF line = pixelsOf(viewport, mDrag ? mDrag->line : edited->line);
    const QRectF seen = viewport.rect().adjusted(-8, -8, 8, 8);
    if (!mDrag) {
        for (qsizetype i = 0; i + 1 < line.size(); ++i) {
            const QLineF segment(line[i], line[i + 1]);
            if (segment.length() >= shortestWithMidpointPx && seen.contains(segment.center()))
                paintMidpoint(painter, segment.center(), mHover == Grip{Grip::Kind::Midpoint, std::size_t(i)});
        }
    }
    const std::set<std::size_t> together = chosen();
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (seen.contains(line[i]))
            paintHandle(painter, line[i], currentTheme(), isActive(std::size_t(i), together));
    }
    if (mBand && mBand->moved)
        paintRubberBand(painter, bandRect());
    paintSnap(painter, viewport, mSnap, mHost);
}

} // namespace corridor
