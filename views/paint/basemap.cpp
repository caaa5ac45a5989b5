// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/basemap.h"

#include "model/geo/polyline.h"
#include "views/paint/clip.h"
#include "views/paint/overlay.h"
#include "views/paint/shields.h"
#include "views/paint/ways.h"

#include <QPainterPath>

#include <array>
#include <cmath>

namespace corridor {

namespace {

/// What each level may be off, in metres on the ground; the next is made from the one before.
constexpr std::array<double, 6> levelTolerancesM{0, 150, 300, 600, 1200, 2400};
constexpr double levelErrorPx = 0.5;
constexpr double bandErrorPx = 1.4; // a band of 7 px hides more
constexpr double clipMarginPx = 16;
constexpr qreal bandPx = 7;
constexpr qreal bandOpacity = 0.13;

constexpr double districtsFrom = 3'000'000; // scale denominators: shown at this and larger scales
constexpr double countiesFrom = 3'200'000;
constexpr double smallSeatsFrom = 6'000'000;
constexpr double riversUntil = 500'000;          // WDBII is no better (maps/README.md)
constexpr double provinceNamesUntil = 400'000;   // larger scales show one province only
constexpr double municipalitiesFrom = 1'500'000; // smaller scales have no room for the name within the border
constexpr double waysFrom = 8'000'000;
constexpr double waysUntil = 250'000; // schematic: some 3 km off at places (maps/README.md)

const LonLat middleOfMap{114.0, 40.0};

std::vector<QPointF> projected(std::span<const LonLat> line, const Projection& projection) {
    std::vector<Point> points(line.size());
    projection.forward(line, points);
    std::vector<QPointF> result;
    result.reserve(points.size());
    for (const Point& p : points)
        result.emplace_back(p.x, p.y);
    return result;
}

std::vector<QPointF> simplified(const std::vector<QPointF>& line, double tolerance) {
    std::vector<Point> points;
    points.reserve(line.size());
    for (const QPointF& p : line)
        points.push_back({p.x(), p.y()});
    std::vector<QPointF> result;
    for (std::uint32_t i : simplifiedIndices(points, tolerance))
        result.push_back(line[i]);
    return result;
}

QRectF boundsOf(const std::vector<std::vector<QPointF>>& parts) {
    double x0 = INFINITY, y0 = INFINITY, x1 = -INFINITY, y1 = -INFINITY;
    for (const auto& part : parts) {
        for (const QPointF& p : part) {
            x0 = std::min(x0, p.x());
            x1 = std::max(x1, p.x());
            y0 = std::min(y0, p.y());
            y1 = std::max(y1, p.y());
        }
    }
    return {x0, y0, x1 - x0, y1 - y0};
}

/// QRectF::intersects() is false for rectangles without area, which straight borders have.
bool touches(const QRectF& a, const QRectF& b) {
    return a.left() <= b.right() && b.left() <= a.right() && a.top() <= b.bottom() && b.top() <= a.bottom();
}

std::vector<QPointF> inPixels(const std::vector<QPointF>& plane, const QTransform& matrix) {
    std::vector<QPointF> pixels;
    pixels.reserve(plane.size());
    for (const QPointF& p : plane)
        pixels.push_back(matrix.map(p));
    return pixels;
}

QRectF clipOf(const Viewport& viewport) {
    return viewport.rect().adjusted(-clipMarginPx, -clipMarginPx, clipMarginPx, clipMarginPx);
}

bool isMunicipality(const BasemapPlace& place) {
    return place.rank == 0 && place.zh.endsWith(QChar(0x5e02)); // "市"
}

/// A dashed pen; the pattern is in pixels.
QPen dashed(const QColor& color, qreal width, std::initializer_list<qreal> pattern, qreal scale) {
    QPen pen(color, width * scale, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    QList<qreal> inWidths;
    for (qreal px : pattern)
        inWidths << px / width;
    pen.setDashPattern(inWidths);
    return pen;
}

} // namespace

Basemap::Basemap(std::shared_ptr<const BasemapData> data, const Projection& projection)
    : mData(std::move(data))
    , mDefinition(projection.definition()) {
    const Projection::Local local = projection.localAt(middleOfMap);
    mUnitsPerMetre = std::sqrt(local.unitsPerMetreEast * local.unitsPerMetreNorth);
    if (!(mUnitsPerMetre > 0))
        mUnitsPerMetre = 1;
    mShapes.reserve(mData->features.size());
    for (const BasemapFeature& feature : mData->features) {
        Shape shape{feature.layer, feature.rank, feature.ref, {}, {}};
        Parts parts;
        for (const auto& part : feature.parts)
            parts.push_back(projected(part, projection));
        shape.bounds = boundsOf(parts);
        shape.levels.push_back(std::move(parts));
        for (std::size_t level = 1; level < levelTolerancesM.size(); ++level) {
            Parts coarser;
            for (const auto& part : shape.levels.back())
                coarser.push_back(simplified(part, levelTolerancesM[level] * mUnitsPerMetre));
            shape.levels.push_back(std::move(coarser));
        }
        mShapes.push_back(std::move(shape));
    }
    for (const BasemapPlace& place : mData->places)
        mPlaces.push_back(projection.forward(place.position));
}

std::size_t Basemap::levelFor(const Viewport& viewport, double errorPx) const {
    const double allowedM = errorPx * viewport.unitsPerPixel() / mUnitsPerMetre / viewport.devicePixelRatio();
    std::size_t level = 0;
    while (level + 1 < levelTolerancesM.size() && levelTolerancesM[level + 1] <= allowedM)
        ++level;
    return level;
}

template <class Function>
void Basemap::forEachVisible(const Viewport& viewport, BasemapLayer layer, double errorPx, Function function) const {
    const QRectF visible = viewport.planeRect(clipMarginPx);
    const double smallest = levelErrorPx * viewport.unitsPerPixel() / viewport.devicePixelRatio();
    const std::size_t level = levelFor(viewport, errorPx);
    for (const Shape& shape : mShapes) {
        const bool shows = std::max(shape.bounds.width(), shape.bounds.height()) >= smallest;
        if (shape.layer == layer && shows && touches(shape.bounds, visible))
            function(shape, shape.levels[level]);
    }
}

std::size_t Basemap::vertexCount(BasemapLayer layer, const Viewport& viewport) const {
    std::size_t count = 0;
    forEachVisible(viewport, layer, levelErrorPx, [&](const Shape&, const Parts& parts) {
        for (const auto& part : parts)
            count += part.size();
    });
    return count;
}

void Basemap::fill(QPainter& painter, const Viewport& viewport, BasemapLayer layer, const QColor& color) const {
    const QTransform matrix = viewport.planeToPixel();
    const QRectF clip = clipOf(viewport);
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    forEachVisible(viewport, layer, levelErrorPx, [&](const Shape&, const Parts& parts) {
        for (const auto& part : parts) {
            const QPolygonF ring = clipRing(inPixels(part, matrix), clip);
            if (!ring.isEmpty()) {
                path.addPolygon(ring);
                path.closeSubpath();
            }
        }
    });
    painter.fillPath(path, color);
}

void Basemap::stroke(QPainter& painter, const Viewport& viewport, BasemapLayer layer, const QPen& pen, int rank) const {
    const QTransform matrix = viewport.planeToPixel();
    const QRectF clip = clipOf(viewport);
    forEachVisible(viewport, layer, levelErrorPx, [&](const Shape& shape, const Parts& parts) {
        if (rank >= 0 && shape.rank != rank)
            return;
        for (const auto& part : parts) {
            // A dash pattern stays with its line while the map is moved.
            for (const LinePiece& piece : clipLine(inPixels(part, matrix), clip))
                strokeLine(painter, piece.points, pen, piece.startsAt);
        }
    });
}

std::vector<LinePiece> Basemap::pieces(const Viewport& viewport, BasemapLayer layer, double errorPx) const {
    const QTransform matrix = viewport.planeToPixel();
    const QRectF clip = clipOf(viewport);
    std::vector<LinePiece> result;
    forEachVisible(viewport, layer, errorPx, [&](const Shape&, const Parts& parts) {
        for (const auto& part : parts) {
            for (LinePiece& piece : clipLine(inPixels(part, matrix), clip))
                result.push_back(std::move(piece));
        }
    });
    return result;
}

void Basemap::paintProvinceBand(QPainter& painter, const Viewport& viewport, const BasemapLook& look) const {
    std::vector<QPolygonF> lines;
    for (const LinePiece& piece : pieces(viewport, BasemapLayer::Province, bandErrorPx))
        lines.push_back(piece.points);
    const QPen pen(tokenColor(Token::Province, look.theme), bandPx * look.lineScale, Qt::SolidLine, Qt::RoundCap,
                   Qt::RoundJoin);
    paintTranslucentLines(painter, viewport.rect(), lines, pen, bandOpacity);
}

void Basemap::paintWater(QPainter& painter, const Viewport& viewport, const BasemapLook& look) const {
    static constexpr std::array<qreal, 4> riverWidths{1.5, 1.5, 1.2, 0.9};
    const QPen shore(tokenColor(Token::Shore, look.theme), 0.8 * look.lineScale);
    if (look.water) {
        for (int rank = 3; rank >= 1 && viewport.scaleDenominator() >= riversUntil; --rank) {
            const QPen pen(tokenColor(Token::River, look.theme), riverWidths[std::size_t(rank)] * look.lineScale,
                           Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
            stroke(painter, viewport, BasemapLayer::River, pen, rank);
        }
        fill(painter, viewport, BasemapLayer::Lake, tokenColor(Token::Water, look.theme));
        stroke(painter, viewport, BasemapLayer::Lake, shore);
    }
    stroke(painter, viewport, BasemapLayer::Shore, shore);
}

void Basemap::paintBorders(QPainter& painter, const Viewport& viewport, const BasemapLook& look) const {
    const QColor color = tokenColor(Token::Province, look.theme);
    paintProvinceBand(painter, viewport, look);
    stroke(painter, viewport, BasemapLayer::Province, dashed(color, 1.15, {9, 3, 1.5, 3}, look.lineScale));
}

bool Basemap::showsWays(const Viewport& viewport) {
    const double scale = viewport.scaleDenominator();
    return scale <= waysFrom && scale >= waysUntil;
}

void Basemap::paintWays(QPainter& painter, const Viewport& viewport, const BasemapLook& look) const {
    if (!showsWays(viewport))
        return;
    const auto piecesOf = [&](BasemapLayer layer) { return pieces(viewport, layer, levelErrorPx); };
    if (look.expressways)
        paintExpressways(painter, piecesOf(BasemapLayer::Expressway), look.theme, look.lineScale);
    if (look.railways) {
        paintRailways(painter, piecesOf(BasemapLayer::Rail), look.theme, look.lineScale);
        paintHighSpeedRailways(painter, piecesOf(BasemapLayer::HighSpeed), look.theme, look.lineScale);
    }
}

void Basemap::paint(QPainter& painter, const Viewport& viewport, const BasemapLook& look,
                    const CancelToken& cancel) const {
    Q_ASSERT(viewport.projection().definition() == mDefinition);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    // Beyond the frame there is plain paper. The line around the map is fine and never dashed, so that it is no border.
    painter.fillRect(viewport.rect(), tokenColor(Token::Land2, look.theme));
    fill(painter, viewport, BasemapLayer::Sea, tokenColor(Token::Water, look.theme));
    fill(painter, viewport, BasemapLayer::Land2, tokenColor(Token::Land2, look.theme));
    fill(painter, viewport, BasemapLayer::Land, tokenColor(Token::Land, look.theme));
    if (look.borders && !cancel.isCancelled()) {
        const QColor prefecture = tokenColor(Token::Prefecture, look.theme);
        stroke(painter, viewport, BasemapLayer::Prefecture,
               dashed(prefecture, 0.9, {6, 2.5, 1.2, 2.5}, look.lineScale));
        if (viewport.scaleDenominator() <= districtsFrom) {
            const QColor district = tokenColor(Token::District, look.theme);
            stroke(painter, viewport, BasemapLayer::District, dashed(district, 0.9, {1.2, 2.6}, look.lineScale));
        }
    }
    if (!cancel.isCancelled())
        paintWater(painter, viewport, look);
    if (look.borders && !cancel.isCancelled())
        paintBorders(painter, viewport, look);
    if (!cancel.isCancelled())
        paintWays(painter, viewport, look);
    stroke(painter, viewport, BasemapLayer::Frame, QPen(tokenColor(Token::Graticule, look.theme), look.lineScale));
    painter.restore();
}

std::vector<LabelRequest> Basemap::labels(const Viewport& viewport, bool chinese, bool water) const {
    const double scale = viewport.scaleDenominator();
    std::vector<LabelRequest> requests;
    for (std::size_t i = 0; i < mPlaces.size(); ++i) {
        const BasemapPlace& place = mData->places[i];
        LabelRequest request;
        request.text = chinese ? place.zh : place.en;
        request.anchor = viewport.pixelOfPlane(mPlaces[i]);
        bool shows = viewport.rect().contains(request.anchor);
        switch (place.rank) {
        case 0:
            request.role = LabelRole::Province;
            request.priority = LabelPriority::Province;
            request.repeatDistancePx = 420;
            shows = shows && scale >= provinceNamesUntil && (scale <= municipalitiesFrom || !isMunicipality(place));
            break;
        case 1:
            request.role = LabelRole::Place1;
            request.priority =
                place.en == QLatin1String("Beijing") ? LabelPriority::Capital : LabelPriority::Prefecture;
            break;
        case 2:
            request.role = LabelRole::Place2;
            request.priority = LabelPriority::Prefecture;
            shows = shows && scale <= smallSeatsFrom;
            break;
        case 9:
            request.role = LabelRole::Water;
            request.priority = LabelPriority::Water;
            shows = shows && water;
            break;
        default:
            shows = shows && scale <= countiesFrom;
        }
        request.centered = place.rank == 0 || place.rank == 9;
        if (shows)
            requests.push_back(std::move(request));
    }
    return requests;
}

std::vector<LabelRequest> Basemap::shields(const Viewport& viewport) const {
    std::vector<LabelRequest> requests;
    if (!showsWays(viewport))
        return requests;
    const QTransform matrix = viewport.planeToPixel();
    const QRectF clip = clipOf(viewport);
    forEachVisible(viewport, BasemapLayer::Expressway, levelErrorPx, [&](const Shape& road, const Parts& parts) {
        for (const auto& part : parts) {
            const auto found = shieldRequests(road.ref, clipLine(inPixels(part, matrix), clip));
            requests.insert(requests.end(), found.begin(), found.end());
        }
    });
    return requests;
}

} // namespace corridor
