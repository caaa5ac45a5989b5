// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/cancel.h"
#include "model/calc/shortestpath.h"

#include <optional>
#include <set>
#include <vector>

namespace corridor {

/// Loopless paths between two nodes, one after the other in the order of isPreferred() (Yen's algorithm with Lawler's
/// partition). Paths over different parallel links are different paths. The graph must outlive the generator and not
/// change.
class KShortestPaths {
public:
    /// @throws std::out_of_range if an end is not a node of the graph.
    KShortestPaths(const Graph& graph, NodeIndex source, NodeIndex target, GraphMask mask = {},
                   CancelToken cancel = {});

    /// The next path; nothing when there is no further one or when cancelled.
    std::optional<GraphPath> next();
    bool isCancelled() const noexcept { return mCancelled; }

private:
    /// The best path of a class: all paths that share its first `deviation` links and do not go on by a barred link.
    struct Candidate {
        GraphPath path;
        std::size_t deviation = 0;
        std::vector<LinkIndex> barred;
    };
    struct CandidateOrder {
        bool operator()(const Candidate& a, const Candidate& b) const noexcept { return isPreferred(a.path, b.path); }
    };
    void branch(const Candidate& from);
    void search(const GraphPath& root, std::vector<LinkIndex> barred, double paid);

    const Graph* mGraph;
    NodeIndex mSource;
    NodeIndex mTarget;
    GraphMask mMask;
    CancelToken mCancel;
    ShortestPathSearch mSearch;
    std::set<Candidate, CandidateOrder> mCandidates; // classes are disjoint, so no path is in it twice
    std::optional<Candidate> mLast;                  // returned, its class not yet split
    bool mStarted = false;
    bool mCancelled = false;
};

struct KShortestResult {
    /// At most k, in the order of isPreferred().
    std::vector<GraphPath> paths;
    /// True if the graph has fewer than k paths.
    bool exhausted = false;
    bool cancelled = false;
};

/// The k cheapest loopless paths. @throws std::out_of_range as KShortestPaths.
KShortestResult kShortestPaths(const Graph& graph, NodeIndex source, NodeIndex target, std::size_t k,
                               const GraphMask& mask = {}, const CancelToken& cancel = {});

} // namespace corridor
