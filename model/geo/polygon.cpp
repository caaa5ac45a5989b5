// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/geo/polygon.h"

#include <algorithm>
#include <cmath>

namespace corridor {
namespace {

using Ring = std::vector<LonLat>;

bool isFinite(const Ring& ring) {
    return std::all_of(ring.begin(), ring.end(),
                       [](const LonLat& p) { return std::isfinite(p.lon) && std::isfinite(p.lat); });
}

bool isOnEdge(const LonLat& a, const LonLat& b, const LonLat& p) {
    // Most edges are nowhere near the point's parallel.
    if (std::min(a.lat, b.lat) - boundaryToleranceDeg > p.lat || std::max(a.lat, b.lat) + boundaryToleranceDeg < p.lat)
        return false;
    const double dx = b.lon - a.lon;
    const double dy = b.lat - a.lat;
    const double squared = dx * dx + dy * dy;
    const double along = (p.lon - a.lon) * dx + (p.lat - a.lat) * dy;
    const double t = squared > 0.0 ? std::clamp(along / squared, 0.0, 1.0) : 0.0;
    return std::hypot(a.lon + t * dx - p.lon, a.lat + t * dy - p.lat) <= boundaryToleranceDeg;
}

/// Whether the ray from @p p to the east crosses the edge. An end counts with the upper half plane only, so that a
/// vertex on the ray's height is crossed once. Points near the edge never get here, so rounding cannot decide wrongly.
bool crosses(const LonLat& a, const LonLat& b, const LonLat& p) {
    if ((a.lat > p.lat) == (b.lat > p.lat))
        return false;
    return p.lon < a.lon + (p.lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon);
}

/// Longitudes at which the rings cross a parallel, ascending.
std::vector<double> crossings(const Polygon& polygon, double lat) {
    std::vector<double> lons;
    for (const Ring& ring : polygon.rings) {
        if (!isFinite(ring))
            continue;
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const LonLat& a = ring[j];
            const LonLat& b = ring[i];
            if ((a.lat > lat) != (b.lat > lat))
                lons.push_back(a.lon + (lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon));
        }
    }
    std::sort(lons.begin(), lons.end());
    return lons;
}

/// The parallels halfway between neighbouring vertex latitudes around the widest gap: at least one of them meets the
/// inside.
double fallbackLat(const Polygon& polygon) {
    std::vector<double> lats;
    for (const LonLat& p : polygon.rings.front())
        if (std::isfinite(p.lat))
            lats.push_back(p.lat);
    std::sort(lats.begin(), lats.end());
    double best = lats.front();
    double widest = 0.0;
    for (std::size_t i = 1; i < lats.size(); ++i) {
        if (lats[i] - lats[i - 1] > widest) {
            widest = lats[i] - lats[i - 1];
            best = lats[i - 1] + widest / 2.0;
        }
    }
    return best;
}

} // namespace

Containment locate(const Polygon& polygon, const LonLat& p) {
    bool inside = false;
    for (const Ring& ring : polygon.rings) {
        if (!isFinite(ring))
            continue;
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            if (isOnEdge(ring[j], ring[i], p))
                return Containment::Boundary;
            if (crosses(ring[j], ring[i], p))
                inside = !inside;
        }
    }
    return inside ? Containment::Inside : Containment::Outside;
}

bool contains(const Polygon& polygon, const LonLat& p) {
    return locate(polygon, p) != Containment::Outside;
}

Box boundingBox(const Polygon& polygon) {
    Box box;
    if (!polygon.rings.empty())
        for (const LonLat& p : polygon.rings.front())
            box.include(p);
    return box;
}

double areaM2(const Polygon& polygon, const Geodesic& geodesic) {
    double area = 0.0;
    for (std::size_t i = 0; i < polygon.rings.size(); ++i) {
        const double ringArea = std::abs(geodesic.polygon(polygon.rings[i]).areaM2);
        area += i == 0 ? ringArea : -ringArea;
    }
    return std::max(area, 0.0);
}

LonLat labelPoint(const Polygon& polygon) {
    constexpr int parallels = 16;
    const Box box = boundingBox(polygon);
    if (box.isEmpty())
        return {};
    LonLat best;
    double bestScore = 0.0;
    const auto consider = [&](double lat, double weight) {
        const std::vector<double> lons = crossings(polygon, lat);
        for (std::size_t i = 0; i + 1 < lons.size(); i += 2) {
            const double score = (lons[i + 1] - lons[i]) * weight;
            const LonLat candidate{(lons[i] + lons[i + 1]) / 2.0, lat};
            if (score > bestScore && locate(polygon, candidate) == Containment::Inside) {
                bestScore = score;
                best = candidate;
            }
        }
    };
    for (int i = 0; i < parallels; ++i) {
        const double height = (i + 0.5) / parallels;
        // Of stretches of similar width the one nearer the middle height makes the better label.
        consider(box.latMin + height * box.height(), 1.0 - 0.5 * std::abs(2.0 * height - 1.0));
    }
    if (bestScore == 0.0)
        consider(fallbackLat(polygon), 1.0);
    return best;
}

} // namespace corridor
