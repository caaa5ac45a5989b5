// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/calc/kshortest.h"

#include <stdexcept>
#include <utility>

namespace corridor {

KShortestPaths::KShortestPaths(const Graph& graph, NodeIndex source, NodeIndex target, GraphMask mask,
                               CancelToken cancel)
    : mGraph(&graph)
    , mSource(source)
    , mTarget(target)
    , mMask(mask.isEmpty() ? GraphMask(graph) : std::move(mask))
    , mCancel(std::move(cancel))
    , mSearch(graph) {
    if (source >= graph.nodeCount() || target >= graph.nodeCount()) {
        throw std::out_of_range("KShortestPaths: an end is not a node of the graph.");
    }
}

std::optional<GraphPath> KShortestPaths::next() {
    if (mLast) {
        branch(*mLast);
        mLast.reset();
    } else if (!mStarted) {
        mStarted = true;
        search({}, {}, 0.0);
    }
    mCancelled = mCancelled || mCancel.isCancelled();
    if (mCancelled || mCandidates.empty()) {
        return std::nullopt;
    }
    mLast = std::move(mCandidates.extract(mCandidates.begin()).value());
    return mLast->path;
}

/// Splits what is left of the candidate's class: all paths that begin like it but leave it at one of its later nodes.
void KShortestPaths::branch(const Candidate& from) {
    const GraphPath& path = from.path;
    GraphPath root;
    for (std::size_t i = 0; i < path.links.size(); ++i) {
        root.nodes.push_back(path.nodes[i]);
        if (i >= from.deviation) {
            std::vector<LinkIndex> barred = i == from.deviation ? from.barred : std::vector<LinkIndex>();
            barred.push_back(path.links[i]);
            search(root, std::move(barred), i == 0 ? 0.0 : root.cost + mGraph->nodeCost(path.nodes[i]));
        }
        mMask.setNodeExcluded(path.nodes[i]);
        root.links.push_back(path.links[i]);
        // As the searches sum it: pass through the node, then the link.
        root.cost = (i == 0 ? 0.0 : root.cost + mGraph->nodeCost(path.nodes[i])) + mGraph->link(path.links[i]).weight;
    }
    for (std::size_t i = 0; i < path.links.size(); ++i) {
        mMask.setNodeExcluded(path.nodes[i], false);
    }
}

/// Adds the best path that begins with `root` and leaves its last node by none of the barred links.
void KShortestPaths::search(const GraphPath& root, std::vector<LinkIndex> barred, double paid) {
    if (mCancelled) {
        return;
    }
    std::vector<LinkIndex> newlyBarred;
    for (const LinkIndex link : barred) {
        if (!mMask.isLinkExcluded(link)) {
            mMask.setLinkExcluded(link);
            newlyBarred.push_back(link);
        }
    }
    const NodeIndex spur = root.nodes.empty() ? mSource : root.nodes.back();
    const bool done =
        mSearch.run(spur, {.target = mTarget, .mask = &mMask, .initialCost = paid, .cancel = mCancel.flag()});
    mCancelled = !done;
    if (auto rest = done ? mSearch.pathTo(mTarget) : std::nullopt) {
        Candidate candidate{std::move(*rest), root.links.size(), std::move(barred)};
        GraphPath& path = candidate.path;
        path.links.insert(path.links.begin(), root.links.begin(), root.links.end());
        if (!root.nodes.empty()) {
            path.nodes.insert(path.nodes.begin(), root.nodes.begin(), root.nodes.end() - 1);
        }
        mCandidates.insert(std::move(candidate));
    }
    for (const LinkIndex link : newlyBarred) {
        mMask.setLinkExcluded(link, false);
    }
}

KShortestResult kShortestPaths(const Graph& graph, NodeIndex source, NodeIndex target, std::size_t k,
                               const GraphMask& mask, const CancelToken& cancel) {
    KShortestPaths generator(graph, source, target, mask, cancel);
    KShortestResult result;
    while (result.paths.size() < k) {
        auto path = generator.next();
        if (!path) {
            result.cancelled = generator.isCancelled();
            result.exhausted = !result.cancelled;
            break;
        }
        result.paths.push_back(std::move(*path));
    }
    return result;
}

} // namespace corridor
