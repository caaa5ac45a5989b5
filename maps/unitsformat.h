// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace corridor {

/// First bytes of units.bin; the digits are the version of the format (maps/README.md).
constexpr char unitsMagic[] = "CPUNIT01";

/// Coordinates in units.bin are whole numbers of 1e-5 degree (about 1 m).
constexpr double unitsPerDegree = 1e5;

} // namespace corridor
