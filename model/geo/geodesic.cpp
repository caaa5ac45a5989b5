// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/geo/geodesic.h"

#include <geodesic.h>

#include <cmath>
#include <numbers>

namespace corridor {
namespace {

constexpr double radians(double degrees) {
    return degrees * std::numbers::pi / 180.0;
}
constexpr double degrees(double radians) {
    return radians * 180.0 / std::numbers::pi;
}

std::shared_ptr<const geod_geodesic> makeGeodesic(const Ellipsoid& ellipsoid) {
    auto geodesic = std::make_shared<geod_geodesic>();
    geod_init(geodesic.get(), ellipsoid.a, ellipsoid.f);
    return geodesic;
}

} // namespace

Geodesic::Geodesic(const Ellipsoid& ellipsoid)
    : mEllipsoid(ellipsoid)
    , mGeodesic(makeGeodesic(ellipsoid)) {}

const Geodesic& Geodesic::cgcs2000() {
    static const Geodesic geodesic(Ellipsoid::cgcs2000());
    return geodesic;
}

const Geodesic& Geodesic::wgs84() {
    static const Geodesic geodesic(Ellipsoid::wgs84());
    return geodesic;
}

Geodesic::Inverse Geodesic::inverse(const LonLat& from, const LonLat& to) const {
    Inverse result;
    geod_inverse(mGeodesic.get(), from.lat, from.lon, to.lat, to.lon, &result.distanceM, &result.azimuth1Deg,
                 &result.azimuth2Deg);
    return result;
}

double Geodesic::distance(const LonLat& from, const LonLat& to) const {
    double distanceM;
    geod_inverse(mGeodesic.get(), from.lat, from.lon, to.lat, to.lon, &distanceM, nullptr, nullptr);
    return distanceM;
}

Geodesic::Direct Geodesic::direct(const LonLat& from, double azimuthDeg, double distanceM) const {
    Direct result;
    geod_direct(mGeodesic.get(), from.lat, from.lon, azimuthDeg, distanceM, &result.end.lat, &result.end.lon,
                &result.azimuthDeg);
    return result;
}

LonLat Geodesic::interpolate(const LonLat& from, const LonLat& to, double fraction) const {
    if (fraction == 0.0)
        return from;
    if (fraction == 1.0)
        return to;
    const Inverse way = inverse(from, to);
    return direct(from, way.azimuth1Deg, way.distanceM * fraction).end;
}

double Geodesic::length(std::span<const LonLat> line) const {
    double sum = 0.0;
    for (std::size_t i = 1; i < line.size(); ++i)
        sum += distance(line[i - 1], line[i]);
    return sum;
}

LonLat Geodesic::pointAtDistance(std::span<const LonLat> line, double distanceM) const {
    if (line.empty() || std::isnan(distanceM))
        return {};
    if (distanceM <= 0.0)
        return line.front();
    double left = distanceM;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const Inverse way = inverse(line[i - 1], line[i]);
        if (left < way.distanceM)
            return direct(line[i - 1], way.azimuth1Deg, left).end;
        left -= way.distanceM;
    }
    return line.back();
}

Geodesic::Measure Geodesic::polygon(std::span<const LonLat> ring) const {
    // A repeated first point adds an edge of length 0, which changes nothing; it is dropped all the same to keep
    // "fewer than two points" honest.
    if (ring.size() > 1 && ring.front() == ring.back())
        ring = ring.first(ring.size() - 1);
    if (ring.size() < 2)
        return {0.0, 0.0};
    geod_polygon polygon;
    geod_polygon_init(&polygon, 0);
    for (const LonLat& p : ring)
        geod_polygon_addpoint(mGeodesic.get(), &polygon, p.lat, p.lon);
    Measure measure;
    geod_polygon_compute(mGeodesic.get(), &polygon, 0, 1, &measure.areaM2, &measure.perimeterM);
    return measure;
}

namespace {

struct EllipseRay {
    LonLat center, focus1, focus2;
    double sumM, azimuthDeg;
};

/// The point on a ray from the centre where the distances to the foci add up to the sum: Newton's method on the radius,
/// kept inside a bracket. The sum is below the target at radius 0 and, by the triangle inequality, not below it at @p
/// radiusMaxM.
LonLat ellipsePoint(const Geodesic& geodesic, const EllipseRay& ray, double radiusM, double radiusMaxM) {
    constexpr double toleranceM = 1e-6;
    constexpr int iterationsMax = 60;
    double low = 0.0;
    double high = radiusMaxM;
    LonLat point;
    for (int i = 0; i < iterationsMax; ++i) {
        const Geodesic::Direct arrival = geodesic.direct(ray.center, ray.azimuthDeg, radiusM);
        point = arrival.end;
        const Geodesic::Inverse to1 = geodesic.inverse(ray.focus1, point);
        const Geodesic::Inverse to2 = geodesic.inverse(ray.focus2, point);
        const double excess = to1.distanceM + to2.distanceM - ray.sumM;
        if (std::abs(excess) < toleranceM)
            break;
        (excess < 0.0 ? low : high) = radiusM;
        const double slope = std::cos(radians(to1.azimuth2Deg - arrival.azimuthDeg)) +
                             std::cos(radians(to2.azimuth2Deg - arrival.azimuthDeg));
        const double next = radiusM - excess / slope;
        radiusM = next > low && next < high ? next : (low + high) / 2.0;
    }
    return point;
}

} // namespace

std::vector<LonLat> Geodesic::ellipse(const LonLat& focus1, const LonLat& focus2, double sumM, int count) const {
    constexpr double sumMaxM = 15.0e6;
    const Inverse axis = inverse(focus1, focus2);
    // Written so that NaN fails; a micrometre is forgiven, as the sum was often computed from this very distance.
    if (!(sumM >= axis.distanceM - 1e-6 && sumM <= sumMaxM) || count < 3)
        return {};
    const Direct middle = direct(focus1, axis.azimuth1Deg, axis.distanceM / 2.0);
    const double focal = axis.distanceM / 2.0;
    const double semiMajor = std::max(sumM / 2.0, focal);
    const double semiMinor = std::sqrt(semiMajor * semiMajor - focal * focal);
    std::vector<LonLat> points;
    points.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        const double anomaly = 2.0 * std::numbers::pi * i / count;
        const double along = semiMajor * std::cos(anomaly);
        const double left = semiMinor * std::sin(anomaly);
        const double azimuth = middle.azimuthDeg - degrees(std::atan2(left, along));
        const EllipseRay ray{middle.end, focus1, focus2, sumM, azimuth};
        points.push_back(ellipsePoint(*this, ray, std::hypot(along, left), semiMajor + focal));
    }
    return points;
}

std::vector<LonLat> Geodesic::circle(const LonLat& center, double radiusM, int count) const {
    constexpr double radiusMaxM = 10.0e6;
    if (!(radiusM >= 0.0 && radiusM <= radiusMaxM) || count < 3)
        return {};
    std::vector<LonLat> points;
    points.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        points.push_back(direct(center, -360.0 * i / count, radiusM).end);
    return points;
}

} // namespace corridor
