// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/calc/disjoint.h"

namespace corridor {

/// The pair of paths with the least total cost that share no link (and with Disjointness::Node no intermediate node),
/// except those marked in `shareable`, which both may use. Two units of minimum-cost flow; exact. Ends must differ and
/// exist.
/// @param shareable a mask used the other way round: "excluded" from the demand to be disjoint.
std::optional<PathPair> minimumSumPair(const Graph& graph, NodeIndex source, NodeIndex target, Disjointness kind,
                                       const GraphMask& mask, const GraphMask& shareable);

} // namespace corridor
