// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/calc/energy.h"
#include "model/calc/latencyinput.h"
#include "model/plan/finding.h"
#include "model/rules/rulepack.h"

namespace corridor {

/// What clauses about sites are judged from; one year of one scenario.
struct SiteBasis {
    const LatencyInput& input; ///< entities, year, ranges
    const EnergyResult& energy;
    bool english;
};

/// Clauses about sites, by their engine: compute in service (Q01 at the end of the deadline's year, Q03 in the year
/// shown), PUE of new, large and existing sites (Q06, Q07, Q08), new general compute (Q15). A sum that falls short
/// while parts of it are not on record is Unknown and names them. The clause's parameters: "province", "areas",
/// "above_tce", "from". Empty for other engines. Ascending site id.
std::vector<Finding> judgeSites(const SiteBasis& basis, const Clause& clause);

/// What an energy figure lacks, in the language shown: "no IT power on record".
QString gapText(EnergyGap gap);

} // namespace corridor
