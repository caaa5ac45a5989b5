// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/canvas/snapping.h"

#include "model/geo/geodesic.h"
#include "model/geo/polyline.h"
#include "model/plan/settings.h"

#include <QLineF>

#include <algorithm>
#include <cmath>

namespace corridor {

namespace {

using Entries = std::vector<SpatialIndex::Entry>;

/// What differs between two tables, as boxes; an empty box for what is gone.
template <class T>
void collectChanges(const EntitySet& before, const EntitySet& after, Entries& changed) {
    Table<T>::diff(before.table<T>(), after.table<T>(), [&](EntityId id, const auto&, const auto& row) {
        changed.push_back({id.value, row ? extentOf(T::kKind, *row) : Box()});
    });
}

void updateIndex(SpatialIndex& index, const Entries& changed) {
    if (index.isEmpty()) {
        index = SpatialIndex(changed); // packed, and many times faster than one by one
        return;
    }
    for (const SpatialIndex::Entry& entry : changed)
        index.insert(entry.id, entry.box);
}

/// Place on a straight pixel segment nearest to a pixel, 0 to 1.
double fractionNearest(QPointF a, QPointF b, QPointF pixel) {
    const QPointF along = b - a;
    const double squared = QPointF::dotProduct(along, along);
    return squared > 0 ? std::clamp(QPointF::dotProduct(pixel - a, along) / squared, 0.0, 1.0) : 0.0;
}

} // namespace

namespace {

/// The nearest of what one kind of snap offers on a line.
class NearestMark {
public:
    NearestMark(const Viewport& viewport, QPointF pixel, double radiusPx)
        : mViewport(viewport)
        , mPixel(pixel)
        , mDistance(radiusPx) {}
    void offer(Snap::Kind kind, const LonLat& position, EntityId object, std::size_t segment) {
        const double distance = QLineF(mViewport.pixelOf(position), mPixel).length();
        if (!(distance <= mDistance)) // also false for NaN
            return;
        mDistance = distance;
        mBest = {kind, position, object, segment};
    }
    const Snap& best() const { return mBest; }
    bool found() const { return mBest.kind != Snap::Kind::None; }

private:
    const Viewport& mViewport;
    QPointF mPixel;
    double mDistance;
    Snap mBest;
};

Snap alongLine(const Viewport& viewport, QPointF pixel, const Span& span) {
    Snap best;
    double nearest = INFINITY;
    for (std::size_t i = 0; i + 1 < span.line.size(); ++i) {
        const QPointF a = viewport.pixelOf(span.line[i]);
        const QPointF b = viewport.pixelOf(span.line[i + 1]);
        const double fraction = fractionNearest(a, b, pixel);
        const double distance = QLineF(a + (b - a) * fraction, pixel).length();
        if (!(distance < nearest))
            continue;
        nearest = distance;
        best = {Snap::Kind::AlongLine, Geodesic::cgcs2000().interpolate(span.line[i], span.line[i + 1], fraction),
                span.id, i};
    }
    return best;
}

} // namespace

Snap snapOnLine(const Viewport& viewport, QPointF pixel, const Span& span, bool plain) {
    const Line& line = span.line;
    if (line.size() < 2)
        return {};
    if (plain)
        return alongLine(viewport, pixel, span);
    NearestMark end(viewport, pixel, endRadiusPx);
    end.offer(Snap::Kind::End, line.front(), span.from, 0);
    end.offer(Snap::Kind::End, line.back(), span.to, line.size() - 2);
    if (end.found())
        return end.best();
    NearestMark vertex(viewport, pixel, Snapper::radiusPx);
    for (std::size_t i = 1; i + 1 < line.size(); ++i)
        vertex.offer(Snap::Kind::Vertex, line[i], span.id, i);
    if (vertex.found())
        return vertex.best();
    NearestMark middle(viewport, pixel, Snapper::radiusPx);
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
        if (QLineF(viewport.pixelOf(line[i]), viewport.pixelOf(line[i + 1])).length() >= Snapper::shortestForMidpointPx)
            middle.offer(Snap::Kind::Midpoint, Geodesic::cgcs2000().interpolate(line[i], line[i + 1], 0.5), span.id, i);
    return middle.found() ? middle.best() : alongLine(viewport, pixel, span);
}

Box boxAround(const Viewport& viewport, QPointF pixel, double radiusPx) {
    Box box;
    for (const double dx : {-radiusPx, 0.0, radiusPx})
        for (const double dy : {-radiusPx, 0.0, radiusPx})
            box.include(viewport.positionOf(pixel + QPointF(dx, dy)));
    return box;
}

/// One question: keeps the best answer so far.
class Snapper::Search {
public:
    Search(const Viewport& viewport, QPointF pixel, const Box& window)
        : mViewport(viewport)
        , mPixel(pixel)
        , mWindow(window) {}

    void node(EntityId id, const LonLat& position, int spans) {
        offer(Snap::Kind::End, position, id, 0, spans == 0 ? unconnectedPenaltyPx : spans == 1 ? spurPenaltyPx : 0);
    }

    void span(const Span& span) {
        for (std::size_t i = 0; i < span.line.size(); ++i) {
            if (mWindow.contains(span.line[i]) && i > 0 && i + 1 < span.line.size())
                offer(Snap::Kind::Vertex, span.line[i], span.id, i);
            if (i + 1 < span.line.size())
                segment(span, i);
        }
    }

    const Snap& best() const { return mBest; }

private:
    void segment(const Span& span, std::size_t index) {
        const LonLat& from = span.line[index];
        const LonLat& to = span.line[index + 1];
        Box box;
        box.include(from);
        box.include(to);
        if (!box.intersects(mWindow))
            return;
        const QPointF a = mViewport.pixelOf(from);
        const QPointF b = mViewport.pixelOf(to);
        const double fraction = fractionNearest(a, b, mPixel);
        const double distance = QLineF(a + (b - a) * fraction, mPixel).length();
        if (!(distance <= radiusPx))
            return;
        const Geodesic& geodesic = Geodesic::cgcs2000();
        offer(Snap::Kind::AlongLine, geodesic.interpolate(from, to, fraction), span.id, index);
        if (QLineF(a, b).length() >= shortestForMidpointPx)
            offer(Snap::Kind::Midpoint, geodesic.interpolate(from, to, 0.5), span.id, index);
    }

    static int rank(Snap::Kind kind) {
        switch (kind) {
        case Snap::Kind::End:
            return 0;
        case Snap::Kind::Vertex:
            return 1;
        case Snap::Kind::Midpoint:
            return 2;
        case Snap::Kind::AlongLine:
            return 3;
        case Snap::Kind::None:
            break;
        }
        return 4;
    }

    void offer(Snap::Kind kind, const LonLat& position, EntityId object, std::size_t segment, double penalty = 0) {
        double distance = QLineF(mViewport.pixelOf(position), mPixel).length();
        if (!(distance <= radiusPx)) // also false for NaN
            return;
        distance += penalty;
        const int now = rank(mBest.kind);
        if (rank(kind) > now || (rank(kind) == now && distance >= mDistance))
            return;
        mBest = {kind, position, object, segment};
        mDistance = distance;
    }

    const Viewport& mViewport;
    QPointF mPixel;
    Box mWindow;
    Snap mBest;
    double mDistance = INFINITY;
};

void Snapper::setEntities(const EntitySet& entities) {
    Entries nodes, spans;
    collectChanges<Site>(mEntities, entities, nodes);
    collectChanges<Junction>(mEntities, entities, nodes);
    collectChanges<Span>(mEntities, entities, spans);
    countEnds(entities);
    updateIndex(mNodes, nodes);
    updateIndex(mSpans, spans);
    mEntities = entities;
}

int Snapper::spansAt(EntityId node) const {
    const auto found = mSpansAt.find(node);
    return found == mSpansAt.end() ? 0 : found->second;
}

void Snapper::countEnds(const EntitySet& entities) {
    const auto count = [this](const std::shared_ptr<const Span>& span, int by) {
        if (!span)
            return;
        for (const EntityId end : {span->from, span->to})
            if ((mSpansAt[end] += by) <= 0)
                mSpansAt.erase(end);
    };
    Table<Span>::diff(mEntities.table<Span>(), entities.table<Span>(),
                      [&](EntityId, const auto& before, const auto& after) {
                          count(before, -1);
                          count(after, 1);
                      });
}

Snap Snapper::snapAt(const Viewport& viewport, QPointF pixel, const LayerVisibility& layers, EntityId ignore) const {
    const Box window = boxAround(viewport, pixel, radiusPx);
    Search search(viewport, pixel, window);
    const Span* dragged = ignore.isNull() ? nullptr : mEntities.find<Span>(ignore);
    for (const std::uint64_t value : mNodes.query(window)) {
        const EntityId id{value};
        const bool isSite = mEntities.find<Site>(id) != nullptr;
        const bool held = id == ignore || (dragged && (id == dragged->from || id == dragged->to));
        if (held || !(isSite ? layers.sites : layers.junctions))
            continue;
        if (const auto position = nodePosition(mEntities, id))
            search.node(id, *position, spansAt(id));
    }
    if (layers.spans) {
        for (const std::uint64_t value : mSpans.query(window)) {
            const Span* span = mEntities.find<Span>(EntityId{value});
            const bool free =
                ignore.isNull() || (span && span->id != ignore && span->from != ignore && span->to != ignore);
            if (span && free)
                search.span(*span);
        }
    }
    Snap snap = search.best();
    if (snap.kind == Snap::Kind::None)
        snap.position = viewport.positionOf(pixel);
    return snap;
}

} // namespace corridor
