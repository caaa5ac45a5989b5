// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/calc/graph.h"

#include <atomic>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace corridor {

struct SearchOptions {
    /// Stop as soon as this node's distance is certain; noNode = all nodes.
    NodeIndex target = noNode;
    /// Must outlive the call, not the search. Excluding the source excludes everything.
    const GraphMask* mask = nullptr;
    /// Distance of the source: what was paid before the search begins.
    double initialCost = 0.0;
    /// Nodes farther than this (initial cost included) count as unreachable.
    double maximumCost = unreachable;
    /// Polled now and then; null = never cancelled. `CancelToken::flag()` gives one.
    const std::atomic<bool>* cancel = nullptr;
};

/// Dijkstra's algorithm with a bucket queue over a graph, and the memory for it: make one per thread, run it often.
/// The graph must outlive the search and must not change between run() and the questions asked about it.
///
/// A distance is the minimum over all paths of the sum taken link by link from the source in double precision, so it is
/// the same bits whatever the order of the search. Among paths of equal cost the one with fewer links wins, then the
/// one whose list of link indices is lexicographically smaller (two paths are equal if all partial sums where they meet
/// are).
class ShortestPathSearch {
public:
    explicit ShortestPathSearch(const Graph& graph);
    ShortestPathSearch(ShortestPathSearch&&) noexcept;
    ShortestPathSearch& operator=(ShortestPathSearch&&) noexcept;
    ~ShortestPathSearch();

    /// @return false if cancelled; distances are then meaningless.
    /// @throws std::out_of_range if source or target are not nodes of the graph.
    bool run(NodeIndex source, const SearchOptions& options = {});

    /// Cost from the source; `unreachable` (infinity) if there is no way, or, with a target, if not yet reached.
    double distance(NodeIndex node) const noexcept {
        const double label = mDistance[mGraph->mPackedOf[node]];
        return label <= mMaximum ? label : unreachable;
    }
    /// All distances by node index, into `out` (size = nodeCount).
    void copyDistances(std::span<double> out) const noexcept;
    /// The path to a node that run() settled: with a target, only to that one. Nothing if there is none.
    /// Uses the mask of the last run; call it before that mask changes.
    std::optional<GraphPath> pathTo(NodeIndex node) const;

private:
    /// Nodes to be looked at: a ring of buckets by distance, each a chain through one pool, taken as they come. A node
    /// whose distance turns out smaller is simply taken again; that is rare, as buckets are narrower than most links,
    /// and a bucket where it is not rare goes on as a heap.
    class Queue;

    template <bool Masked, bool Costed>
    bool search(NodeIndex source, const SearchOptions& options);
    bool isTight(NodeIndex from, NodeIndex to, const GraphArc& arc) const noexcept;
    std::vector<std::int32_t> hopsToTarget(NodeIndex target) const;

    const Graph* mGraph;
    const GraphMask* mMask = nullptr;
    NodeIndex mSource = noNode;
    double mMaximum = unreachable;
    std::vector<double> mDistance; // by packed index
    std::unique_ptr<Queue> mQueue;
};

/// Cheapest path between two nodes, or nothing. From a node to itself: the path of no link, cost 0.
std::optional<GraphPath> shortestPath(const Graph& graph, NodeIndex source, NodeIndex target,
                                      const GraphMask& mask = {});

} // namespace corridor
