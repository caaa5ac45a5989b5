// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/calc/latency.h"
#include "model/calc/shortestpath.h"

namespace corridor {

// Used by latency.cpp only.

/// What is asked of a backup: the ends it joins (those of the primary, or the second ends) and how far it must keep
/// away.
struct BackupWish {
    NodeIndex from = noNode, to = noNode;
    Protection level = Protection::LinkDisjoint;
    bool primaryFixed = false; ///< pinned: the primary must stay as it is
};

struct BackupChoice {
    GraphPath primary;               ///< as given, or another one where that makes a disjoint pair possible
    std::optional<GraphPath> backup; ///< nothing when the primary is the only way there is
    bool optimal = true;
};

/// What two paths have in common, by the plan's ids: groups, then spans, then inner nodes; each ascending.
struct SharedRisks {
    std::vector<EntityId> groups, spans, nodes;

    Protection achieved() const;
    /// What they share although `level` forbids it.
    std::vector<EntityId> against(Protection level) const;
};
SharedRisks sharedRisks(const LatencyInput& input, const GraphPath& a, const GraphPath& b);

/// Everything a backup at this level must not use, over any graph that has the input's links first.
GraphMask backupMask(const LatencyInput& input, const Graph& graph, const GraphPath& primary, const BackupWish& wish);

/// The backup for a primary, by the rules of routeServices(). `search` belongs to the input's graph.
BackupChoice chooseBackup(const LatencyInput& input, ShortestPathSearch& search, const GraphPath& primary,
                          const BackupWish& wish, const CancelToken& cancel);

} // namespace corridor
