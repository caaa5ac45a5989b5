// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/geo/zonereadout.h"

#include <cmath>

namespace corridor {

std::optional<ZoneReading> ZoneReadout::read(const LonLat& position) {
    constexpr double latMaxDeg = 84.0; // beyond it zones narrow to nothing and nobody uses them
    if (!position.isValid() || std::abs(position.lat) > latMaxDeg)
        return {};
    const double meridian = gaussKrueger3CentralMeridian(position.lon);
    const int zone = gaussKrueger3Zone(meridian);
    auto known = mProjections.find(zone);
    if (known == mProjections.end())
        known = mProjections.emplace(zone, Projection::gaussKrueger3(meridian)).first;
    const Point point = known->second.forward(position);
    if (!std::isfinite(point.x))
        return {};
    return ZoneReading{meridian, zone, point.x, point.y, zone * 1e6 + point.x};
}

} // namespace corridor
