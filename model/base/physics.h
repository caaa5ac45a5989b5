// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace corridor {

/// Speed of light in vacuum, km/s; exact by definition of the metre (SI brochure, 9th edition).
inline constexpr double kSpeedOfLightKmPerS = 299792.458;

/// One-way delay of 1 km of fibre in µs for a group index (dimensionless, ≥ 1): τ = n_g / c.
constexpr double fibreDelayUsPerKm(double groupIndex) {
    return groupIndex / kSpeedOfLightKmPerS * 1e6;
}

} // namespace corridor
