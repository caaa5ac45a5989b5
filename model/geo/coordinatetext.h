// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/geo/lonlat.h"

#include <optional>
#include <string>
#include <string_view>

/// Coordinates as people write them. All texts are UTF-8.
namespace corridor {

enum class Axis { Longitude, Latitude };

/// One angle in degrees: decimal ("112.4941", "112.4941°E", "W 71.3"), degrees and minutes ("112°29.646'"), degrees,
/// minutes and seconds ("112°29'38.8\"E", "112 29 38.8", "112:29:38.8", "112d29m38.8s"), the same with Chinese words
/// for degree, minute, second and for east longitude, west, north latitude, south, with full-width signs and with
/// typographic primes. Minutes and seconds must be below 60 and only the last part may have decimals. Empty when the
/// text is not an angle, contradicts
/// @p axis ("N" for a longitude), is signed and has a hemisphere, or is out of range (180 or 90).
std::optional<double> parseAngle(std::string_view text, Axis axis);

/// A position from one text, "E 112.4941° N 40.5303°", "40°31'49.1\"N, 112°29'38.8\"E", "112.4941,40.5303". Hemispheres
/// decide which is which. Without them longitude comes first, unless only the other order is possible (first at most
/// 90, second above 90). Empty when it is no position.
std::optional<LonLat> parseLonLat(std::string_view text);

enum class AngleStyle {
    Decimal,            ///< E 112.4941° N 40.5303°
    DegreeMinute,       ///< E 112°29.646′ N 40°31.818′
    DegreeMinuteSecond, ///< E 112°29′38.8″ N 40°31′49.1″
};

/// The text of a position; @p decimals of the last part (0–9; negative = 4, 3 or 1 by style). Minutes and seconds never
/// show 60. Empty for a position that is not valid. parseLonLat() reads it back.
std::string formatLonLat(const LonLat& position, AngleStyle style = AngleStyle::Decimal, int decimals = -1);

/// One angle with its hemisphere before it, "E 112.4941°"; zero is E or N. Empty when not finite or out of range.
std::string formatAngle(double degrees, Axis axis, AngleStyle style = AngleStyle::Decimal, int decimals = -1);

} // namespace corridor
