// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/calc/latency.h"
#include "model/rules/rulepack.h"

namespace corridor {

/// Planning problems of a service's routes, beside the clauses:
/// "no-route" (no connection in service), "pinned-route" (a pinned chain that cannot be followed),
/// "end-not-in-service", "no-backup" and "not-disjoint" (the wanted protection is not reached; what is shared is
/// named), "rtt-limit" (the service's own limit, where no clause it declares is at least as strict; `pack` may be
/// null). What concerns a backup alone is Guiding; what spans of unknown fibre may still change is Unknown.
std::vector<Finding> routeProblems(const LatencyInput& input, const ServiceRoute& route, const RulePack* pack,
                                   bool english);

} // namespace corridor
