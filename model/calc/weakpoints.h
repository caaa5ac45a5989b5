// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/calc/graph.h"

#include <vector>

namespace corridor {

/// Links and nodes whose single loss cuts some nodes off from others. Parallel links are never bridges.
/// Directed links count as if usable both ways (a cut cable is cut both ways). Ascending indices.
struct WeakPoints {
    std::vector<LinkIndex> bridges;
    std::vector<NodeIndex> articulationNodes;
};
WeakPoints weakPoints(const Graph& graph, const GraphMask& mask = {});

} // namespace corridor
