// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/geo/datumshift.h"

#include <cmath>
#include <numbers>

namespace corridor {
namespace {

constexpr double pi = std::numbers::pi;
// Krasovsky's ellipsoid, as the published algorithm has it.
constexpr double semiMajorM = 6378245.0;
constexpr double eccentricity2 = 0.00669342162296594323;
// BD-09's own constant, not pi: with pi the result is some 60 m off.
constexpr double bdAngle = pi * 3000.0 / 180.0;
constexpr double bdOffsetLon = 0.0065;
constexpr double bdOffsetLat = 0.006;

double wavesLat(double x, double y) {
    double sum = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * std::sqrt(std::abs(x));
    sum += (20.0 * std::sin(6.0 * x * pi) + 20.0 * std::sin(2.0 * x * pi)) * 2.0 / 3.0;
    sum += (20.0 * std::sin(y * pi) + 40.0 * std::sin(y / 3.0 * pi)) * 2.0 / 3.0;
    sum += (160.0 * std::sin(y / 12.0 * pi) + 320.0 * std::sin(y * pi / 30.0)) * 2.0 / 3.0;
    return sum;
}

double wavesLon(double x, double y) {
    double sum = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * std::sqrt(std::abs(x));
    sum += (20.0 * std::sin(6.0 * x * pi) + 20.0 * std::sin(2.0 * x * pi)) * 2.0 / 3.0;
    sum += (20.0 * std::sin(x * pi) + 40.0 * std::sin(x / 3.0 * pi)) * 2.0 / 3.0;
    sum += (150.0 * std::sin(x / 12.0 * pi) + 300.0 * std::sin(x / 30.0 * pi)) * 2.0 / 3.0;
    return sum;
}

/// The displacement of GCJ-02 without the rule for its region.
LonLat displaced(const LonLat& p) {
    const double x = p.lon - 105.0;
    const double y = p.lat - 35.0;
    const double phi = p.lat / 180.0 * pi;
    const double w2 = 1.0 - eccentricity2 * std::sin(phi) * std::sin(phi);
    const double w = std::sqrt(w2);
    const double dLat = wavesLat(x, y) * 180.0 / (semiMajorM * (1.0 - eccentricity2) / (w2 * w) * pi);
    const double dLon = wavesLon(x, y) * 180.0 / (semiMajorM / w * std::cos(phi) * pi);
    return {p.lon + dLon, p.lat + dLat};
}

/// Solves shift(p) = image. The shifts' derivatives are small (below 0.05), so each round wins more than a digit.
template <typename Shift>
LonLat solved(const LonLat& image, LonLat p, const Shift& shift) {
    constexpr double toleranceDeg = 1e-13;
    for (int i = 0; i < 40; ++i) {
        const LonLat reached = shift(p);
        const double dLon = image.lon - reached.lon;
        const double dLat = image.lat - reached.lat;
        p.lon += dLon;
        p.lat += dLat;
        if (std::abs(dLon) < toleranceDeg && std::abs(dLat) < toleranceDeg)
            break;
    }
    return p;
}

} // namespace

bool isInsideGcj02Region(const LonLat& wgs84) {
    return wgs84.lon >= 72.004 && wgs84.lon <= 137.8347 && wgs84.lat >= 0.8293 && wgs84.lat <= 55.8271;
}

LonLat wgs84ToGcj02(const LonLat& wgs84) {
    return isInsideGcj02Region(wgs84) ? displaced(wgs84) : wgs84;
}

LonLat gcj02ToWgs84(const LonLat& gcj02) {
    // Far outside nothing is displaced (and near a pole the formulas would be meaningless).
    constexpr double marginDeg = 0.1;
    if (!(gcj02.lon > 72.004 - marginDeg && gcj02.lon < 137.8347 + marginDeg && gcj02.lat > 0.8293 - marginDeg &&
          gcj02.lat < 55.8271 + marginDeg))
        return gcj02;
    const LonLat original = solved(gcj02, gcj02, displaced);
    // A point on the very border may come back a rounding error beyond it.
    constexpr double roundingDeg = 1e-11;
    const LonLat inward{original.lon + (original.lon < 100.0 ? roundingDeg : -roundingDeg),
                        original.lat + (original.lat < 30.0 ? roundingDeg : -roundingDeg)};
    return isInsideGcj02Region(inward) ? original : gcj02;
}

LonLat gcj02ToBd09(const LonLat& gcj02) {
    const double radius = std::hypot(gcj02.lon, gcj02.lat) + 0.00002 * std::sin(gcj02.lat * bdAngle);
    const double angle = std::atan2(gcj02.lat, gcj02.lon) + 0.000003 * std::cos(gcj02.lon * bdAngle);
    return {radius * std::cos(angle) + bdOffsetLon, radius * std::sin(angle) + bdOffsetLat};
}

LonLat bd09ToGcj02Published(const LonLat& bd09) {
    const double x = bd09.lon - bdOffsetLon;
    const double y = bd09.lat - bdOffsetLat;
    const double radius = std::hypot(x, y) - 0.00002 * std::sin(y * bdAngle);
    const double angle = std::atan2(y, x) - 0.000003 * std::cos(x * bdAngle);
    return {radius * std::cos(angle), radius * std::sin(angle)};
}

LonLat bd09ToGcj02(const LonLat& bd09) {
    return solved(bd09, bd09ToGcj02Published(bd09), gcj02ToBd09);
}

LonLat convertDatum(const LonLat& position, Datum from, Datum to) {
    if (from == to)
        return position;
    const LonLat gcj02 = from == Datum::Wgs84  ? wgs84ToGcj02(position)
                         : from == Datum::Bd09 ? bd09ToGcj02(position)
                                               : position;
    if (to == Datum::Gcj02)
        return gcj02;
    return to == Datum::Bd09 ? gcj02ToBd09(gcj02) : gcj02ToWgs84(gcj02);
}

} // namespace corridor
