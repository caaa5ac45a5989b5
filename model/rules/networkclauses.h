// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/calc/latency.h"
#include "model/plan/finding.h"
#include "model/rules/rulepack.h"

namespace corridor {

/// Q18, two nodes and two routes: every service that names the clause or joins two key sites must have two routes that
/// share no span, no risk group and no node on the way; 1 where some single failure cuts it, and the finding names what
/// both routes share. Whether the service asks for protection does not matter: the network must be able to give it.
/// One finding more, for information, lists bridges and articulation points that part key sites from each other.
std::vector<Finding> judgeDisjointRoutes(const LatencyInput& input, std::span<const ServiceRoute> routes,
                                         const Clause& clause, bool english, const CancelToken& cancel);

/// The pair of routes that shares least, whatever the service asks for: risk-disjoint where the network can give that.
/// `route` is the one it has.
ServiceRoute mostDisjointRoutes(const LatencyInput& input, const Service& service, const ServiceRoute& route,
                                const CancelToken& cancel = {});

/// The key sites that the loss of a span or node parts from the largest group of those they were connected with (the
/// first of equally large ones); ascending id.
std::vector<EntityId> keySitesCutOff(const LatencyInput& input, EntityId spanOrNode);

/// Spans and nodes whose single loss parts key sites (standing in the input's year) from each other, whether or not the
/// delay of a span is known. Spans first, then nodes; ascending id.
std::vector<EntityId> weakPointsOfKeySites(const LatencyInput& input, const CancelToken& cancel = {});

} // namespace corridor
