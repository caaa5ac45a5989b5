// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/geo/projection.h"

#include <map>

namespace corridor {

/// A position in its own 3° Gauss–Krüger zone, ready to be shown as "3° GK 111E (37)  E 541 234.5  N 4 487 654.3".
struct ZoneReading {
    double centralMeridianDeg; ///< degrees, a multiple of 3
    int zone;                  ///< Chinese 3° zone number, 37 for 111° E
    double eastingM;           ///< metres, false easting 500 km, no zone prefix
    double northingM;          ///< metres
    double zonedEastingM;      ///< metres with the zone number before it (8 digits)
};

/// Reads coordinates in the zone of the cursor, keeping the projections of the zones it met. One thread at a time.
class ZoneReadout {
public:
    /// Empty for a position that is not valid or beyond 84° latitude.
    std::optional<ZoneReading> read(const LonLat& position);

private:
    std::map<int, Projection> mProjections;
};

} // namespace corridor
