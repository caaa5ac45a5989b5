// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/tools/vertextool.h"

#include "model/geo/polyline.h"
#include "views/paint/symbols.h"
#include "views/widgets/selection.h"
#include "views/widgets/theme.h"
#include "views/widgets/tools/previewsteps.h"
#include "views/widgets/tools/toolpaint.h"

#include <QLineF>

#include <algorithm>

namespace corridor {

namespace {

constexpr double gripRadiusPx = 7;
constexpr double shortestWithMidpointPx = 28;

double distanceToSegment(QPointF a, QPointF b, QPointF pixel) {
    const QPointF along = b - a;
    const double squared = QPointF::dotProduct(along, along);
    const double t = squared > 0 ? std::clamp(QPointF::dotProduct(pixel - a, along) / squared, 0.0, 1.0) : 0;
    return QLineF(a + along * t, pixel).length();
}

void paintMidpoint(QPainter& painter, QPointF at, bool active) {
    painter.setPen(QPen(themeColor(Token::Select), 1.2));
    painter.setBrush(active ? themeColor(Token::Select) : themeColor(Token::CableCasing));
    painter.drawEllipse(at, 3, 3);
}

} // namespace

QString VertexTool::hint() const {
    if (mDrag)
        return tr("Drag the vertex · Shift locks the direction · Ctrl without snapping · Esc cancels");
    if (!span())
        return tr("Click the span whose vertices are to be edited");
    return tr("Drag a vertex · click a round mark to add one · right click or Delete removes");
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
    return mHost.document().entities().find<Span>(mHost.selection().single());
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
        offer(Grip::Kind::Line, i, distanceToSegment(line[qsizetype(i)], line[qsizetype(i + 1)], pixel));
    return best;
}

void VertexTool::press(const MapPointer& pointer) {
    mPixel = pointer.pixel;
    if (mDrag)
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
    const EntityId hit = mHost.objectAt(pointer.pixel);
    if (mHost.document().entities().find<Span>(hit))
        mHost.selection().set({hit});
    else if (hit.isNull() && grip.kind == Grip::Kind::None)
        mHost.selection().clear();
    mHost.setHint(hint());
}

void VertexTool::startDrag(const Grip& grip, const MapPointer& pointer) {
    const Span& edited = *span();
    Drag drag{edited.id, edited.line, edited.line, grip.index, pointer.pixel, false, grip.kind};
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
    else
        hover(pointer.pixel);
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
    } else if (pointer.modifiers & Qt::ShiftModifier) {
        const Viewport& viewport = mHost.viewport();
        const QPointF neighbour = viewport.pixelOf(mDrag->line[mDrag->vertex - 1]);
        mDrag->line[mDrag->vertex] = viewport.positionOf(lockedDirection(neighbour, pointer.pixel));
    } else {
        mSnap = mHost.snapAt(pointer, mDrag->span);
        mDrag->line[mDrag->vertex] = mSnap.kind == Snap::Kind::None ? pointer.position : mSnap.position;
    }
    mHost.showPreview(stepOfSpanLine(mHost.document(), mDrag->span, mDrag->line), pointer);
}

void VertexTool::release(const MapPointer& pointer) {
    mPixel = pointer.pixel;
    if (!mDrag || pointer.button != Qt::LeftButton)
        return;
    const Drag done = *std::exchange(mDrag, std::nullopt);
    mSnap = {};
    // A click adds a vertex at a round mark; on the bare line it would only be an accident.
    if (done.moved || done.from == Grip::Kind::Midpoint)
        commit(done.span, done.line, pointer);
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
    if (grip.kind != Grip::Kind::Vertex || refuseReadOnly(mHost))
        return;
    const Span& edited = *span();
    notifyRefusal(mHost, mHost.editor().setSpanLine(edited.id, removeVertex(edited.line, grip.index)));
    mHost.updateOverlay();
}

/// Delete means vertices here. Off the mark it must not fall through to the selection: that is the whole span.
bool VertexTool::wantsKey(int key) const {
    if (key == Qt::Key_Escape)
        return mDrag.has_value();
    return (key == Qt::Key_Delete || key == Qt::Key_Backspace) && span();
}

bool VertexTool::key(int key, Qt::KeyboardModifiers) {
    if (!wantsKey(key))
        return false;
    if (key == Qt::Key_Escape || mDrag)
        cancel(); // Delete in the middle of a drag: drop the gesture, keep the vertex
    else if (mHover.kind == Grip::Kind::Vertex)
        removeVertexAt(mHover);
    else
        mHost.notify(message(CORRIDOR_MSG("Point at the vertex to remove; the ends of a span stay.")));
    return true;
}

bool VertexTool::cancel() {
    if (!mDrag)
        return false;
    mDrag.reset();
    mSnap = {};
    mHost.showPreview(std::nullopt, {});
    mHost.setHint(hint());
    mHost.updateOverlay();
    return true;
}

void VertexTool::documentChanged() {
    cancel();
    mHover = gripAt(mPixel); // the index may mean another vertex now
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
    for (qsizetype i = 0; i < line.size(); ++i) {
        const auto index = std::size_t(i);
        const bool active = mDrag ? index == mDrag->vertex : mHover == Grip{Grip::Kind::Vertex, index};
        if (seen.contains(line[i]))
            paintHandle(painter, line[i], currentTheme(), active);
    }
    paintSnap(painter, viewport, mSnap, mHost);
}

} // namespace corridor
