// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace corridor {

/// What of a picture is less exact than it looks.
struct MapLimits {
    double scaleDenominator = 0;
    bool schematicCables = false;
    bool schematicWays = false; ///< the base map's roads and railways always are
};

/// What a reader must know of a picture to trust it no further than it goes, in the language of the program; the last
/// line first.
std::vector<QString> mapRemarks(const MapLimits& limits);

} // namespace corridor
