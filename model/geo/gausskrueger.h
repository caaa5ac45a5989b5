// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/geo/point.h"

#include <optional>

namespace corridor {

/// Central meridian in degrees (a multiple of 3) of the 3° Gauss–Krüger zone @p lonDeg lies in; a point on the limit of
/// two zones belongs to the eastern one. 116.4074 -> 117. NaN for NaN.
double gaussKrueger3CentralMeridian(double lonDeg);

/// Chinese number of the 3° zone with a central meridian: 111 -> 37, 114 -> 38, 117 -> 39. The meridian is rounded to
/// the nearest multiple of 3; it must be finite.
int gaussKrueger3Zone(double centralMeridianDeg);

/// EPSG code of "CGCS2000 / 3-degree Gauss-Kruger CM nE" (easting without zone): 111 -> 4546. Empty outside 75°–135° E,
/// for which there is none.
std::optional<int> gaussKrueger3Epsg(double centralMeridianDeg);

/// EPSG code of "CGCS2000 / 3-degree Gauss-Kruger zone n" (easting with zone prefix): 37 -> 4525. Empty outside 25–45.
std::optional<int> gaussKrueger3ZoneEpsg(int zone);

/// Two numbers of a drawing or table recognised as Gauss–Krüger metres.
struct GaussKruegerGuess {
    Point point; ///< x easting without zone prefix (false easting 500 km), y northing, metres
    int zone =
        0; ///< 3° zone 25–45 from the prefix of an 8-digit easting; 0 if there is none and the zone must be asked for
    bool swapped; ///< true when the northing came first, as in the official axis order (X = north)
};

/// Recognises by magnitude which of two numbers is the easting: 8 digits with zone prefix 25–45, or 100–900 km without;
/// the other must be a northing in China, 1,900–6,000 km. Empty when neither order fits. (A 6° zone, prefix 13–23, is
/// not recognised.)
std::optional<GaussKruegerGuess> recogniseGaussKrueger(double first, double second);

} // namespace corridor
