// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/geo/polyline.h"

#include "model/geo/projection.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace corridor {
namespace {

constexpr double radians(double degrees) {
    return degrees * std::numbers::pi / 180.0;
}

bool isFinite(const LonLat& p) {
    return std::isfinite(p.lon) && std::isfinite(p.lat);
}

using Vector = std::array<double, 3>;

Vector minus(const Vector& a, const Vector& b) {
    return {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
}
double dot(const Vector& a, const Vector& b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/// Earth-centred coordinates on the surface, metres.
Vector geocentric(const LonLat& p, const Ellipsoid& ellipsoid) {
    const double e2 = ellipsoid.f * (2.0 - ellipsoid.f);
    const double sinLat = std::sin(radians(p.lat));
    const double cosLat = std::cos(radians(p.lat));
    const double n = ellipsoid.a / std::sqrt(1.0 - e2 * sinLat * sinLat);
    return {n * cosLat * std::cos(radians(p.lon)), n * cosLat * std::sin(radians(p.lon)), n * (1.0 - e2) * sinLat};
}

/// A segment that may hold the nearest point: nowhere on it can the distance be below boundM.
struct Candidate {
    double boundM;
    std::size_t segment;
    double fraction; ///< a first guess
};

/// Bounds the distance to a segment from below through space: the geodesic leaves its chord by no more than the
/// sagitta of an arc of the tightest curvature, and no way over the surface is shorter than the straight one.
Candidate candidate(const Vector& position, const Vector& a, const Vector& b, std::size_t segment) {
    constexpr double curvatureRadiusMinM = 6.33e6;
    const Vector chord = minus(b, a);
    const double squared = dot(chord, chord);
    const Vector toPosition = minus(position, a);
    const double fraction = squared > 0.0 ? std::clamp(dot(toPosition, chord) / squared, 0.0, 1.0) : 0.0;
    const Vector offset = minus(toPosition, {fraction * chord[0], fraction * chord[1], fraction * chord[2]});
    // A quarter more than L²/8R covers that the arc is longer than the chord, up to a quarter of the globe.
    const double sagitta = 1.25 * squared / (8.0 * curvatureRadiusMinM);
    return {std::sqrt(dot(offset, offset)) - sagitta, segment, fraction};
}

/// The nearest point of one segment: walk along it by the component of the remaining way that points along it. On a
/// sphere the step atan(tan d · cos A) is exact; on the ellipsoid it converges in a few rounds.
NearestOnLine nearestOnSegment(const Geodesic& geodesic, const LonLat& a, const LonLat& b, const LonLat& position,
                               const Candidate& start) {
    constexpr double radiusM = 6.371e6;
    constexpr double toleranceM = 1e-5;
    const Geodesic::Inverse way = geodesic.inverse(a, b);
    double alongM = start.fraction * way.distanceM;
    for (int i = 0; i < 20 && way.distanceM > 0.0; ++i) {
        const Geodesic::Direct here = geodesic.direct(a, way.azimuth1Deg, alongM);
        const Geodesic::Inverse rest = geodesic.inverse(here.end, position);
        const double angle = rest.distanceM / radiusM;
        const double turn = radians(rest.azimuth1Deg - here.azimuthDeg);
        const double step = radiusM * std::atan2(std::sin(angle) * std::cos(turn), std::cos(angle));
        const double next = std::clamp(alongM + step, 0.0, way.distanceM);
        const bool settled = std::abs(next - alongM) < toleranceM;
        alongM = next;
        if (settled)
            break;
    }
    const double fraction = way.distanceM > 0.0 ? alongM / way.distanceM : 0.0;
    LonLat point = fraction <= 0.0 ? a : fraction >= 1.0 ? b : geodesic.direct(a, way.azimuth1Deg, alongM).end;
    return {start.segment, fraction, point, geodesic.distance(point, position)};
}

std::vector<Candidate> candidates(std::span<const LonLat> line, const LonLat& position, const Ellipsoid& ellipsoid) {
    const Vector target = geocentric(position, ellipsoid);
    std::vector<Candidate> all;
    all.reserve(line.size() - 1);
    Vector before = geocentric(line[0], ellipsoid);
    for (std::size_t i = 1; i < line.size(); ++i) {
        const Vector after = geocentric(line[i], ellipsoid);
        all.push_back(candidate(target, before, after, i - 1));
        before = after;
    }
    // A NaN vertex gives NaN bounds; such segments cannot be answered and would break the sorting.
    std::erase_if(all, [](const Candidate& c) { return std::isnan(c.boundM); });
    std::sort(all.begin(), all.end(), [](const Candidate& x, const Candidate& y) {
        return std::pair(x.boundM, x.segment) < std::pair(y.boundM, y.segment);
    });
    return all;
}

} // namespace

Box boundingBox(std::span<const LonLat> line) {
    Box box;
    for (const LonLat& p : line)
        box.include(p);
    return box;
}

double polylineLength(std::span<const LonLat> line, const Geodesic& geodesic) {
    return geodesic.length(line);
}

std::optional<NearestOnLine> nearestOnLine(std::span<const LonLat> line, const LonLat& position,
                                           const Geodesic& geodesic) {
    if (line.empty() || !isFinite(position))
        return {};
    if (line.size() == 1)
        return isFinite(line[0]) ? std::optional(NearestOnLine{0, 0.0, line[0], geodesic.distance(line[0], position)})
                                 : std::nullopt;
    constexpr double equalM = 1e-9;
    std::optional<NearestOnLine> best;
    for (const Candidate& c : candidates(line, position, geodesic.ellipsoid())) {
        if (best && c.boundM > best->distanceM)
            break;
        const NearestOnLine found = nearestOnSegment(geodesic, line[c.segment], line[c.segment + 1], position, c);
        const bool nearer = !best || found.distanceM < best->distanceM - equalM;
        const bool equalButEarlier =
            best && found.distanceM < best->distanceM + equalM && found.segment < best->segment;
        if (nearer || equalButEarlier)
            best = found;
    }
    return best;
}

LonLat pointAtFraction(std::span<const LonLat> line, double fraction, const Geodesic& geodesic) {
    if (line.empty())
        return {};
    if (fraction <= 0.0)
        return line.front();
    if (fraction >= 1.0)
        return line.back();
    const double lengthM = geodesic.length(line);
    return lengthM == 0.0 ? line.front() : geodesic.pointAtDistance(line, lengthM * fraction);
}

LonLat midPoint(std::span<const LonLat> line, const Geodesic& geodesic) {
    return pointAtFraction(line, 0.5, geodesic);
}

std::vector<LonLat> insertVertex(std::span<const LonLat> line, std::size_t segment, const LonLat& point) {
    std::vector<LonLat> result(line.begin(), line.end());
    const std::size_t place = line.empty() ? 0 : std::min(segment, line.size() - 1) + 1;
    result.insert(result.begin() + static_cast<std::ptrdiff_t>(place), point);
    return result;
}

std::vector<LonLat> removeVertex(std::span<const LonLat> line, std::size_t index) {
    std::vector<LonLat> result(line.begin(), line.end());
    if (index < result.size())
        result.erase(result.begin() + static_cast<std::ptrdiff_t>(index));
    return result;
}

std::vector<LonLat> reversed(std::span<const LonLat> line) {
    return {line.rbegin(), line.rend()};
}

std::pair<std::vector<LonLat>, std::vector<LonLat>> splitLine(std::span<const LonLat> line, std::size_t segment,
                                                              double fraction, const Geodesic& geodesic) {
    if (line.empty())
        return {};
    std::size_t vertex = segment; // the last vertex that is wholly in the first part
    double rest = std::isnan(fraction) ? 0.0 : std::clamp(fraction, 0.0, 1.0);
    if (segment + 1 >= line.size()) {
        vertex = line.size() - 1;
        rest = 0.0;
    } else if (rest == 1.0) {
        ++vertex;
        rest = 0.0;
    }
    std::vector<LonLat> head(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(vertex) + 1);
    std::vector<LonLat> tail;
    if (rest > 0.0) {
        const LonLat cut = geodesic.interpolate(line[vertex], line[vertex + 1], rest);
        head.push_back(cut);
        tail.push_back(cut);
        ++vertex;
    }
    tail.insert(tail.end(), line.begin() + static_cast<std::ptrdiff_t>(vertex), line.end());
    return {std::move(head), std::move(tail)};
}

std::vector<LonLat> densify(std::span<const LonLat> line, double maxSegmentM, const Geodesic& geodesic) {
    constexpr double piecesMax = 1e6; // a typing error in the distance must not eat the memory
    if (!(maxSegmentM > 0.0) || line.empty())
        return {line.begin(), line.end()};
    std::vector<LonLat> result{line.front()};
    for (std::size_t i = 1; i < line.size(); ++i) {
        const Geodesic::Inverse way = geodesic.inverse(line[i - 1], line[i]);
        const double pieces = std::ceil(way.distanceM / maxSegmentM * (1.0 - 1e-12));
        const int count = pieces > 1.0 ? static_cast<int>(std::min(pieces, piecesMax)) : 1;
        for (int k = 1; k < count; ++k)
            result.push_back(geodesic.direct(line[i - 1], way.azimuth1Deg, way.distanceM * k / count).end);
        result.push_back(line[i]);
    }
    return result;
}

std::vector<LonLat> simplify(std::span<const LonLat> line, double toleranceM) {
    const auto first = std::find_if(line.begin(), line.end(), isFinite);
    if (first == line.end())
        return {};
    // The first point's meridian as the centre keeps lines over the antimeridian in one piece.
    const Projection projection = Projection::mapAlbers(std::remainder(first->lon, 360.0));
    std::vector<Point> plane(line.size());
    projection.forward(line, plane);
    std::vector<LonLat> result;
    for (const std::uint32_t index : simplifiedIndices(plane, toleranceM))
        result.push_back(line[index]);
    return result;
}

} // namespace corridor
