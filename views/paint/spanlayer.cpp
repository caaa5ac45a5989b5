// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/spanlayer.h"

#include "views/paint/overlay.h"
#include "views/paint/strokelayer.h"
#include "views/paint/symbols.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace corridor {

namespace {

constexpr double errorPx = 0.35;
constexpr double lanePx = 5;
constexpr double shortestLanePx = 16; // shorter cables have no room to run side by side
constexpr double crossEveryPx = 22;
constexpr qreal crossPx = 7;
constexpr double waypointGapPx = 12;
constexpr double waypointsUntil = 3'000'000; // scale denominator
constexpr std::size_t layerFrom = 250;       // cables; fewer are painted sooner one by one
constexpr int ranks = 5;

QPointF unitNormal(QPointF a, QPointF b) {
    const QPointF d = b - a;
    const double length = std::hypot(d.x(), d.y());
    return length > 0 ? QPointF(-d.y(), d.x()) / length : QPointF();
}

/// Several times faster than std::hypot, which minds what is near the limits of numbers.
double sizeOf(QPointF step) {
    return std::sqrt(QPointF::dotProduct(step, step));
}

double lengthOf(const QPolygonF& line) {
    double length = 0;
    for (qsizetype i = 0; i + 1 < line.size(); ++i)
        length += sizeOf(line[i + 1] - line[i]);
    return length;
}

QPointF onSegment(QPointF p, QPointF a, QPointF b) {
    const QPointF along = b - a;
    const double square = QPointF::dotProduct(along, along);
    return a + along * (square > 0 ? std::clamp(QPointF::dotProduct(p - a, along) / square, 0.0, 1.0) : 0);
}

/// Round joins cost most of the time of a line with many vertices, and there nobody sees them.
Qt::PenJoinStyle joinOf(const QPolygonF& line) {
    return line.size() > 16 ? Qt::BevelJoin : Qt::RoundJoin;
}

QPen spanPen(const SpanLook& look, const QColor& color, qreal width) {
    QPen pen(color, width, Qt::SolidLine, look.dashed ? Qt::FlatCap : Qt::RoundCap, Qt::RoundJoin);
    if (look.dashed)
        pen.setDashPattern({8 / width, 4.5 / width});
    return pen;
}

/// Drops points that repeat: they have no direction.
QPolygonF withoutRepeats(const QPolygonF& line) {
    QPolygonF result;
    for (QPointF p : line) {
        if (result.isEmpty() || std::hypot(p.x() - result.last().x(), p.y() - result.last().y()) > 1e-6)
            result << p;
    }
    return result;
}

} // namespace

QPolygonF besideLine(const QPolygonF& line, double distance) {
    constexpr double sharpest = 0.5; // of the cosine of half the turn: the corner stays within two distances
    const QPolygonF points = withoutRepeats(line);
    if (points.size() < 2)
        return line;
    QPolygonF moved;
    for (qsizetype i = 0; i < points.size(); ++i) {
        const QPointF before = i > 0 ? unitNormal(points[i - 1], points[i]) : unitNormal(points[0], points[1]);
        const QPointF after = i + 1 < points.size() ? unitNormal(points[i], points[i + 1]) : before;
        const QPointF sum = before + after;
        const double half = std::hypot(sum.x(), sum.y()) / 2; // cosine of half the turn
        moved << points[i] + (half > 1e-3 ? sum / (2 * half) : before) * (distance / std::max(half, sharpest));
    }
    const auto runIn = [&](QPointF end, QPointF& first, QPointF second) {
        const QPointF d = second - first;
        const double length = std::hypot(d.x(), d.y());
        if (length > 0)
            first += d / length * std::min(1.6 * std::abs(distance), 0.4 * length);
        return end;
    };
    const QPointF head = runIn(points.first(), moved.first(), moved[1]);
    const QPointF tail = runIn(points.last(), moved.last(), moved[moved.size() - 2]);
    moved.prepend(head);
    moved.append(tail);
    return moved;
}

void DrawnSpan::addLinesTo(std::vector<QPolygonF>& lines) const {
    for (const LinePiece& piece : pieces)
        lines.push_back(piece.points);
}

double DrawnSpan::distanceTo(QPointF pixel) const {
    double least = INFINITY;
    for (const LinePiece& piece : pieces) {
        for (qsizetype i = 0; i + 1 < piece.points.size(); ++i) {
            const QPointF off = pixel - onSegment(pixel, piece.points[i], piece.points[i + 1]);
            least = std::min(least, std::hypot(off.x(), off.y()));
        }
    }
    return least;
}

std::optional<QPointF> DrawnSpan::pointAt(double fraction) const {
    const double wanted = fraction * length;
    for (const LinePiece& piece : pieces) {
        double at = piece.startsAt;
        for (qsizetype i = 0; i + 1 < piece.points.size() && at <= wanted; ++i) {
            const QPointF step = piece.points[i + 1] - piece.points[i];
            const double size = std::hypot(step.x(), step.y());
            if (wanted <= at + size + 1e-6)
                return piece.points[i] + step * (size > 0 ? (wanted - at) / size : 0);
            at += size;
        }
    }
    return std::nullopt;
}

SpanLayer::SpanLayer(const PlanGeometry& geometry, const MapScene& scene, const Viewport& viewport,
                     const QRectF& window, const CancelToken& cancel)
    : mScene(scene)
    , mMatrix(viewport.planeToPixel())
    , mWindow(window)
    , mShowWaypoints(viewport.scaleDenominator() <= waypointsUntil) {
    if (!scene.layers.spans)
        return;
    const QHash<QString, FibreClass> fibres = fibreClasses(scene.entities);
    const double tolerance = errorPx * viewport.unitsPerPixel() / viewport.devicePixelRatio();
    const double margin = 4 * lanePx; // cables beside others lie outside the bounds of their line
    const QRectF wide = window.adjusted(-margin, -margin, margin, margin);
    const QRectF plane = QRectF(mMatrix.inverted().mapRect(wide));
    const QRectF inner = mMatrix.inverted().mapRect(window); // what lies in it need not be clipped
    for (std::size_t i = 0; i < geometry.spans().size(); ++i) {
        if (i % 256 == 0 && cancel.isCancelled())
            return;
        const PlanGeometry::SpanItem& item = geometry.spans()[i];
        if (item.line->isEmpty() || !boxesTouch(item.line->bounds(), plane))
            continue;
        QPolygonF line = item.line->pixels(mMatrix, tolerance);
        const double length = lengthOf(line);
        if (item.lane != 0 && length >= shortestLanePx)
            line = besideLine(line, item.lane * lanePx);
        std::vector<LinePiece> pieces;
        if (item.lane == 0 && inner.contains(item.line->bounds()))
            pieces.push_back({std::move(line), 0});
        else
            pieces = clipLine(line, window);
        if (pieces.empty())
            continue;
        const FibreClass fibre = fibres.value(item.span->fibre, FibreClass::Unknown);
        const bool fade = scene.fade && !scene.selected.contains(item.span->id);
        mSpans.push_back({&item, spanLook(*item.span, fibre, scene.year, scene.theme, fade), std::move(pieces),
                          item.lane != 0 ? lengthOf(line) : length});
    }
    mOrder.resize(mSpans.size());
    std::iota(mOrder.begin(), mOrder.end(), std::size_t(0));
    std::stable_sort(mOrder.begin(), mOrder.end(), [this](std::size_t a, std::size_t b) {
        return paintRank(mSpans[a].look) < paintRank(mSpans[b].look);
    });
}

const DrawnSpan* SpanLayer::find(EntityId span) const {
    const auto found = std::lower_bound(mSpans.begin(), mSpans.end(), span,
                                        [](const DrawnSpan& drawn, EntityId id) { return drawn.span().id < id; });
    return found != mSpans.end() && found->span().id == span ? &*found : nullptr;
}

void SpanLayer::paint(QPainter& painter, const CancelToken& cancel) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    std::optional<StrokeLayer> layer;
    if (mSpans.size() >= layerFrom && StrokeLayer::suits(painter))
        layer.emplace(painter, mWindow);
    auto first = mOrder.begin();
    for (int rank = 0; rank < ranks && !cancel.isCancelled(); ++rank) {
        // The casings of a rank before its lines: cables of one kind join into a net, others cross over or under it.
        const auto last =
            std::find_if(first, mOrder.end(), [&](std::size_t index) { return paintRank(mSpans[index].look) > rank; });
        const std::span<const std::size_t> indices(first, last);
        if (layer)
            paintTogether(painter, *layer, indices, cancel);
        else
            paintOneByOne(painter, indices, cancel);
        first = last;
    }
    painter.restore();
}

void SpanLayer::paintOneByOne(QPainter& painter, std::span<const std::size_t> indices,
                              const CancelToken& cancel) const {
    for (const std::size_t index : indices)
        paintCasing(painter, mSpans[index]);
    for (std::size_t i = 0; i < indices.size(); ++i) {
        if (i % 256 == 0 && cancel.isCancelled())
            return;
        const DrawnSpan& drawn = mSpans[indices[i]];
        paintStroke(painter, drawn);
        paintSigns(painter, drawn);
    }
}

/// The same for thousands: what is one plain line goes through the layer, colour by colour.
void SpanLayer::paintTogether(QPainter& painter, StrokeLayer& layer, std::span<const std::size_t> indices,
                              const CancelToken& cancel) const {
    std::vector<std::size_t> plain, others;
    for (const std::size_t index : indices)
        (mSpans[index].look.dashed || mSpans[index].look.doubleLine ? others : plain).push_back(index);
    const auto gather = [&](std::size_t index, qreal extra) {
        for (const LinePiece& piece : mSpans[index].pieces)
            layer.add(piece.points, mSpans[index].look.width + extra);
    };
    for (const std::size_t index : indices)
        gather(index, casingExtraPx);
    layer.fill(tokenColor(Token::CableCasing, mScene.theme));
    while (!plain.empty() && !cancel.isCancelled()) {
        const QColor color = mSpans[plain.front()].look.color;
        const auto rest = std::stable_partition(plain.begin(), plain.end(),
                                                [&](std::size_t index) { return mSpans[index].look.color == color; });
        std::for_each(plain.begin(), rest, [&](std::size_t index) { gather(index, 0); });
        layer.fill(color);
        plain.erase(plain.begin(), rest);
    }
    for (std::size_t i = 0; i < others.size(); ++i) {
        if (i % 256 == 0 && cancel.isCancelled())
            return;
        paintStroke(painter, mSpans[others[i]]);
    }
    for (const std::size_t index : indices)
        paintSigns(painter, mSpans[index]);
}

void SpanLayer::paintCasing(QPainter& painter, const DrawnSpan& drawn) const {
    const QColor color = tokenColor(Token::CableCasing, mScene.theme);
    QPen pen(color, drawn.look.width + casingExtraPx, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    for (const LinePiece& piece : drawn.pieces) {
        pen.setJoinStyle(joinOf(piece.points));
        strokeLine(painter, piece.points, pen);
    }
}

void SpanLayer::paintStroke(QPainter& painter, const DrawnSpan& drawn) const {
    const SpanLook& look = drawn.look;
    QPen pen = spanPen(look, look.color, look.width);
    const QPen core = spanPen(look, look.core, 1.5);
    for (const LinePiece& piece : drawn.pieces) {
        pen.setJoinStyle(joinOf(piece.points));
        strokeLine(painter, piece.points, pen, piece.startsAt);
        if (look.doubleLine)
            strokeLine(painter, piece.points, core, piece.startsAt);
    }
}

/// What stands on the line of some.
void SpanLayer::paintSigns(QPainter& painter, const DrawnSpan& drawn) const {
    if (drawn.look.pattern == SpanStatus::Removed)
        paintCrosses(painter, drawn);
    if (mShowWaypoints && drawn.span().schematic && drawn.item->lane == 0)
        paintWaypoints(painter, drawn);
}

/// Crosses at even distances that go with the line when the map is moved.
void SpanLayer::paintCrosses(QPainter& painter, const DrawnSpan& drawn) const {
    for (const LinePiece& piece : drawn.pieces) {
        double at = piece.startsAt;
        double next = (std::floor(at / crossEveryPx - 0.5) + 1.5) * crossEveryPx;
        for (qsizetype i = 0; i + 1 < piece.points.size(); ++i) {
            const QPointF step = piece.points[i + 1] - piece.points[i];
            const double size = std::hypot(step.x(), step.y());
            for (; next <= at + size; next += crossEveryPx)
                paintCross(painter, piece.points[i] + step * ((next - at) / size), crossPx, drawn.look.color,
                           drawn.look.width);
            at += size;
        }
    }
}

/// A schematic route shows the places that it was strung between: beads on the line where it bends.
void SpanLayer::paintWaypoints(QPainter& painter, const DrawnSpan& drawn) const {
    const QPolygonF points = drawn.item->line->waypoints(mMatrix);
    const qreal radius = drawn.look.width / 2 + 0.9;
    painter.setPen(Qt::NoPen);
    painter.setBrush(drawn.look.color);
    QPointF last(-1e9, -1e9);
    for (QPointF p : points) {
        if (std::hypot(p.x() - last.x(), p.y() - last.y()) < waypointGapPx || !mWindow.contains(p))
            continue;
        painter.drawEllipse(p, radius, radius);
        last = p;
    }
    painter.setBrush(Qt::NoBrush);
}

} // namespace corridor
