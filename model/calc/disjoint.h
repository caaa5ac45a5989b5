// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/cancel.h"
#include "model/calc/graph.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace corridor {

/// What two routes must not have in common. The two end nodes are always excepted.
enum class Disjointness {
    Link, ///< no link; they may meet in nodes
    Node, ///< no link and no intermediate node
};

/// Two routes between the same ends. `primary` is preferred (isPreferred) to `backup`.
struct PathPair {
    GraphPath primary;
    GraphPath backup;
    double cost() const noexcept { return primary.cost + backup.cost; }
};

/// The disjoint pair with the least total cost, or nothing if there is none (or source == target).
/// Exact (Suurballe–Bhandari). Note that its primary may be longer than the shortest path (the "trap").
/// @throws std::out_of_range if an end is not a node of the graph.
std::optional<PathPair> disjointPair(const Graph& graph, NodeIndex source, NodeIndex target, Disjointness kind,
                                     const GraphMask& mask = {});

/// Links and nodes that fail together (a duct, a bridge, a pass).
struct RiskGroupMembers {
    std::vector<LinkIndex> links;
    std::vector<NodeIndex> nodes;
};

struct RiskPairOptions {
    /// What is asked beside the groups.
    Disjointness kind = Disjointness::Link;
    /// Bound on the work: how many single shortest-path searches may be spent before the best pair so far is returned.
    std::size_t searchLimit = 50000;
    CancelToken cancel;
};

/// Answer of riskDisjointPair. All indices ascending.
struct RiskPairResult {
    /// Nothing only if the ends are not connected, are equal, or the call was cancelled before a pair was known.
    std::optional<PathPair> pair;
    /// Groups touched by both routes (a group that contains an end node is not touched by that end alone).
    std::vector<std::size_t> sharedGroups;
    std::vector<LinkIndex> sharedLinks;
    /// Shared intermediate nodes; only filled for Disjointness::Node.
    std::vector<NodeIndex> sharedNodes;
    /// True: proven that no pair shares fewer risks, and among those none costs less.
    bool optimal = false;
    /// No pair with as few shared risks costs less than this; equals the cost of the pair if optimal.
    double lowerBound = 0.0;
    bool cancelled = false;

    bool isDisjoint() const noexcept {
        return pair && sharedGroups.empty() && sharedLinks.empty() && sharedNodes.empty();
    }
    std::size_t sharedRisks() const noexcept { return sharedGroups.size() + sharedLinks.size() + sharedNodes.size(); }
};

/// The pair of routes with the fewest shared risks (groups + links + with Disjointness::Node intermediate nodes), and
/// among those the least total cost. When fully disjoint pairs exist that is the cheapest of them; otherwise the
/// "maximally disjoint" pair, with what it still shares. Exact for corridor sizes (see METHODS.md), bounded by
/// `searchLimit`.
/// @throws std::out_of_range if an end or a member of a group is not in the graph.
RiskPairResult riskDisjointPair(const Graph& graph, NodeIndex source, NodeIndex target,
                                std::span<const RiskGroupMembers> groups, const RiskPairOptions& options = {},
                                const GraphMask& mask = {});

/// Indices of the groups that a path touches by one of its links or intermediate nodes, ascending.
std::vector<std::size_t> groupsOnPath(const GraphPath& path, std::span<const RiskGroupMembers> groups);

} // namespace corridor
