// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace corridor {

/// What a feature of the base map is; the numbers stand in basemap.bin, the names in basemap.geojson.
enum class BasemapLayer : std::uint8_t { Sea, Land2, Land, Lake, River, District, Prefecture, Province, Shore, Place };

constexpr std::array<const char*, 10> basemapLayerNames{"sea",      "land2",      "land",     "lake",  "river",
                                                        "district", "prefecture", "province", "shore", "place"};

/// First bytes of basemap.bin; the digits are the version of the format (maps/README.md).
constexpr char basemapMagic[] = "CPBASE01";

/// Coordinates in basemap.bin are whole numbers of 1e-5 degree (about 1 m).
constexpr double basemapUnitsPerDegree = 1e5;

} // namespace corridor
