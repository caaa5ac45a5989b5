// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>

namespace corridor {

/// A position on a map plane: x easting, y northing, always in this order whatever the reference system's official
/// axes are. Metres, except in the geographic system, where it is degrees. A default Point is NaN, "nowhere".
struct Point {
    double x = std::numeric_limits<double>::quiet_NaN();
    double y = std::numeric_limits<double>::quiet_NaN();

    friend bool operator==(const Point&, const Point&) = default;
};

} // namespace corridor
