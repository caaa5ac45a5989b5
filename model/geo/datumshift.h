// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/geo/lonlat.h"

namespace corridor {

/// The datums of Chinese web maps. Wgs84 stands for CGCS2000 too (equal within a metre).
enum class Datum { Wgs84, Gcj02, Bd09 };

/// True inside the rectangle in which GCJ-02 displaces: lon 72.004–137.8347, lat 0.8293–55.8271. This rectangle, not
/// the border of China, is the published rule; outside it GCJ-02 equals WGS 84.
bool isInsideGcj02Region(const LonLat& wgs84);

/// WGS 84 to GCJ-02 by the published approximation (agrees with public implementations within 1e-6 degree).
LonLat wgs84ToGcj02(const LonLat& wgs84);

/// Exact inverse of wgs84ToGcj02() by fixed-point iteration; round trip within 1e-9 degree everywhere inside the
/// region. In the strip of under 1.5 km just outside it, where two originals share an image, the inner one is returned.
LonLat gcj02ToWgs84(const LonLat& gcj02);

/// GCJ-02 to BD-09 as published.
LonLat gcj02ToBd09(const LonLat& gcj02);

/// BD-09 to GCJ-02; exact inverse of gcj02ToBd09() by iteration, round trip within 1e-9 degree.
LonLat bd09ToGcj02(const LonLat& bd09);

/// BD-09 to GCJ-02 by the one-step formula that public libraries use; off the exact inverse by up to 2e-6 degree
/// (20 cm). Only for comparison with them: convertDatum() uses the exact one.
LonLat bd09ToGcj02Published(const LonLat& bd09);

/// From any datum to any other; the same datum returns the position unchanged. NaN in, NaN out.
LonLat convertDatum(const LonLat& position, Datum from, Datum to);

} // namespace corridor
