// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/basemapformat.h"
#include "model/geo/lonlat.h"

#include <QString>

#include <memory>
#include <vector>

namespace corridor {

/// One polygon or line of the base map. A polygon's first part is its outer ring; all its rings are closed.
struct BasemapFeature {
    BasemapLayer layer;
    int rank;
    std::vector<std::vector<LonLat>> parts;
    QString ref = {}; ///< number of a road ("G6"); empty where there is none
};

/// A name on the base map. Ranks: 0 province, 1 capital or prefecture seat, 2 other prefecture seat, 3 county, 9 water.
struct BasemapPlace {
    LonLat position;
    int rank;
    QString zh;
    QString en;
};

/// The contents of basemap.bin (maps/README.md), WGS 84. Immutable once loaded; threads share it.
struct BasemapData {
    std::vector<BasemapFeature> features;
    std::vector<BasemapPlace> places;

    /// Reads a packed base map. Throws Error: Environment if it cannot be read, FileContent if it is damaged.
    static std::shared_ptr<const BasemapData> load(const QString& path);

    /// Where the program's own base map is: beside the installed program or in the build tree; empty if it is nowhere.
    static QString defaultPath();
};

} // namespace corridor
