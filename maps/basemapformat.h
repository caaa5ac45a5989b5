// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace corridor {

/// What a feature of the base map is; the numbers stand in basemap.bin, the names are the tables of basemap.gpkg.
enum class BasemapLayer : std::uint8_t {
    Frame, ///< where the map ends
    Sea,
    Land2,
    Land,
    Lake,
    River,
    District,
    Prefecture,
    Province,
    Shore,
    Expressway,
    HighSpeed,
    Rail,
    Place
};

constexpr std::array<const char*, 14> basemapLayerNames{"frame",      "sea",       "land2",      "land",     "lake",
                                                        "river",      "district",  "prefecture", "province", "shore",
                                                        "expressway", "highspeed", "rail",       "place"};

/// Roads and railways: schematic lines with a number.
constexpr bool isWay(BasemapLayer layer) {
    return layer == BasemapLayer::Expressway || layer == BasemapLayer::HighSpeed || layer == BasemapLayer::Rail;
}

/// First bytes of basemap.bin; the digits are the version of the format (maps/README.md).
constexpr char basemapMagic[] = "CPBASE02";

/// Coordinates in basemap.bin are whole numbers of 1e-5 degree (about 1 m).
constexpr double basemapUnitsPerDegree = 1e5;

} // namespace corridor
