// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/calc/latency.h"

#include <QStringList>

namespace corridor {

/// Key sites (重点) that stand in the input's year and lie in one of the named provinces; ascending id.
std::vector<EntityId> keySitesInProvinces(const LatencyInput& input, const QStringList& provinces);
/// Key sites that stand in the input's year within the plan's ring radius of a centre, geodesic; ascending id.
std::vector<EntityId> keySitesInRing(const LatencyInput& input, const LonLat& centre);

} // namespace corridor
