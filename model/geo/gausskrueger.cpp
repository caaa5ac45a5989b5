// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/geo/gausskrueger.h"

#include <cmath>

namespace corridor {
namespace {

constexpr double zoneWidthDeg = 3.0;
constexpr double falseEastingM = 500'000.0;
constexpr double zonePrefixM = 1'000'000.0;
constexpr int firstZone = 25; // 75° E, the first and the last zone that EPSG has a code for
constexpr int lastZone = 45;  // 135° E

bool isNorthing(double value) {
    return value >= 1.9e6 && value <= 6.0e6;
}

/// Splits an easting into zone (0 for none) and plain easting; empty when the number is no easting.
std::optional<std::pair<int, double>> splitEasting(double value) {
    const double widest = 400'000.0; // generous: half a 3° zone is 167 km at the equator
    const int zone = value >= zonePrefixM && value < 100 * zonePrefixM ? static_cast<int>(value / zonePrefixM) : 0;
    const double easting = value - zone * zonePrefixM;
    if (zone != 0 && (zone < firstZone || zone > lastZone))
        return {};
    if (!(std::abs(easting - falseEastingM) <= widest))
        return {};
    return std::pair{zone, easting};
}

} // namespace

double gaussKrueger3CentralMeridian(double lonDeg) {
    return zoneWidthDeg * std::floor(lonDeg / zoneWidthDeg + 0.5);
}

int gaussKrueger3Zone(double centralMeridianDeg) {
    const int zone = static_cast<int>(std::lround(centralMeridianDeg / zoneWidthDeg));
    return zone > 0 ? zone : zone + 120;
}

std::optional<int> gaussKrueger3Epsg(double centralMeridianDeg) {
    if (!std::isfinite(centralMeridianDeg))
        return {};
    const int zone = gaussKrueger3Zone(centralMeridianDeg);
    if (zone < firstZone || zone > lastZone)
        return {};
    return 4534 + (zone - firstZone);
}

std::optional<int> gaussKrueger3ZoneEpsg(int zone) {
    if (zone < firstZone || zone > lastZone)
        return {};
    return 4513 + (zone - firstZone);
}

std::optional<GaussKruegerGuess> recogniseGaussKrueger(double first, double second) {
    if (isNorthing(second))
        if (const auto easting = splitEasting(first))
            return GaussKruegerGuess{{easting->second, second}, easting->first, false};
    if (isNorthing(first))
        if (const auto easting = splitEasting(second))
            return GaussKruegerGuess{{easting->second, first}, easting->first, true};
    return {};
}

} // namespace corridor
