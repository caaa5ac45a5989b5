// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/calc/disjoint.h"

#include "model/calc/pairflow.h"
#include "model/calc/shortestpath.h"

#include <queue>

#include <algorithm>
#include <functional>
#include <stdexcept>
#include <utility>

namespace corridor {

namespace {

/// Two units of flow at least cost by successive shortest paths with potentials. Each node is split in an entry and an
/// exit, joined by an arc that carries its cost and its limit, so that link- and node-disjoint pairs, node costs and
/// undirected links are one and the same problem.
class PairFlow {
public:
    PairFlow(const Graph& graph, NodeIndex source, NodeIndex target, Disjointness kind, const GraphMask& mask,
             const GraphMask& shareable)
        : mGraph(graph)
        , mSource(source)
        , mTarget(target)
        , mFirst(2 * graph.nodeCount(), none)
        , mPotential(2 * graph.nodeCount(), 0.0) {
        for (NodeIndex node = 0; node < graph.nodeCount(); ++node) {
            if (node != source && node != target && !mask.isNodeExcluded(node)) {
                const bool twice = kind == Disjointness::Link || shareable.isNodeExcluded(node);
                addArc(entry(node), exit(node), graph.nodeCost(node), twice ? 2 : 1, noLink);
            }
        }
        for (LinkIndex link = 0; link < graph.linkCount(); ++link) {
            if (!mask.isLinkExcluded(link)) {
                addLink(link, shareable.isLinkExcluded(link) ? 2 : 1);
            }
        }
    }

    bool augmentTwice() { return augment() && augment(); }

    /// The links that carry flow, each in its direction and as often as it carries a unit, by ascending link index.
    std::vector<GraphLink> usedLinks(std::vector<LinkIndex>& linkOf) const {
        std::vector<GraphLink> used;
        for (std::size_t i = 0; i < mArcs.size(); i += 2) {
            if (mArcs[i].link == noLink) {
                continue;
            }
            // Units that cross a link in both directions cancel: swapping the tails saves the link twice.
            const std::size_t opposite = mArcs[i].opposite;
            const int units = mArcs[i + 1].left - (opposite == none ? 0 : mArcs[opposite + 1].left);
            for (int unit = 0; unit < units; ++unit) {
                used.push_back({mArcs[i + 1].to / 2, mArcs[i].to / 2, mArcs[i].cost, true});
                linkOf.push_back(mArcs[i].link);
            }
        }
        return used;
    }

private:
    static constexpr std::uint32_t none = 0xffffffffU;
    struct Arc {
        std::uint32_t to;
        std::uint32_t next;
        double cost;
        int left; ///< how much more it can carry; of a reverse arc: how much its forward arc carries
        LinkIndex link;
        std::uint32_t opposite; ///< the same link the other way
    };

    static std::uint32_t entry(NodeIndex node) noexcept { return 2 * node; }
    static std::uint32_t exit(NodeIndex node) noexcept { return 2 * node + 1; }

    std::uint32_t addArc(std::uint32_t from, std::uint32_t to, double cost, int capacity, LinkIndex link) {
        const auto index = static_cast<std::uint32_t>(mArcs.size());
        mArcs.push_back({to, mFirst[from], cost, capacity, link, none});
        mFirst[from] = index;
        mArcs.push_back({from, mFirst[to], -cost, 0, link, none});
        mFirst[to] = index + 1;
        return index;
    }

    void addLink(LinkIndex index, int capacity) {
        const GraphLink& link = mGraph.link(index);
        std::uint32_t there = none;
        if (link.from != link.to && link.from != mTarget && link.to != mSource) {
            there = addArc(exit(link.from), entry(link.to), link.weight, capacity, index);
        }
        if (link.from != link.to && !link.directed && link.to != mTarget && link.from != mSource) {
            const std::uint32_t back = addArc(exit(link.to), entry(link.from), link.weight, capacity, index);
            mArcs[back].opposite = there;
            if (there != none) {
                mArcs[there].opposite = back;
            }
        }
    }

    bool augment() {
        using Entry = std::pair<double, std::uint32_t>;
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
        std::vector<double> distance(mFirst.size(), unreachable);
        std::vector<std::uint32_t> enteredBy(mFirst.size(), none);
        const std::uint32_t goal = entry(mTarget);
        distance[exit(mSource)] = 0.0;
        queue.emplace(0.0, exit(mSource));
        while (!queue.empty() && queue.top().second != goal) {
            const auto [cost, node] = queue.top();
            queue.pop();
            if (cost > distance[node]) {
                continue;
            }
            for (std::uint32_t i = mFirst[node]; i != none; i = mArcs[i].next) {
                const Arc& arc = mArcs[i];
                // Reduced costs are ≥ 0 but for rounding.
                const double reduced = std::max(0.0, arc.cost + mPotential[node] - mPotential[arc.to]);
                if (arc.left > 0 && cost + reduced < distance[arc.to]) {
                    distance[arc.to] = cost + reduced;
                    enteredBy[arc.to] = i;
                    queue.emplace(distance[arc.to], arc.to);
                }
            }
        }
        if (distance[goal] == unreachable) {
            return false;
        }
        for (std::size_t node = 0; node < distance.size(); ++node) {
            mPotential[node] += std::min(distance[node], distance[goal]);
        }
        for (std::uint32_t node = goal; node != exit(mSource); node = mArcs[enteredBy[node] ^ 1U].to) {
            --mArcs[enteredBy[node]].left;
            ++mArcs[enteredBy[node] ^ 1U].left;
        }
        return true;
    }

    const Graph& mGraph;
    NodeIndex mSource;
    NodeIndex mTarget;
    std::vector<std::uint32_t> mFirst;
    std::vector<Arc> mArcs;
    std::vector<double> mPotential;
};

void checkEnds(const Graph& graph, NodeIndex source, NodeIndex target) {
    if (source >= graph.nodeCount() || target >= graph.nodeCount()) {
        throw std::out_of_range("disjointPair: an end is not a node of the graph.");
    }
}

} // namespace

std::optional<PathPair> minimumSumPair(const Graph& graph, NodeIndex source, NodeIndex target, Disjointness kind,
                                       const GraphMask& mask, const GraphMask& shareable) {
    PairFlow flow(graph, source, target, kind, mask, shareable);
    if (mask.isNodeExcluded(source) || mask.isNodeExcluded(target) || !flow.augmentTwice()) {
        return std::nullopt;
    }
    // Whatever path is taken out of two units of flow, one unit is left: take the shortest as primary.
    std::vector<LinkIndex> linkOf;
    const std::vector<GraphLink> used = flow.usedLinks(linkOf);
    std::vector<double> nodeCosts(graph.nodeCount());
    for (NodeIndex node = 0; node < graph.nodeCount(); ++node) {
        nodeCosts[node] = graph.nodeCost(node);
    }
    const Graph small(graph.nodeCount(), used, nodeCosts);
    GraphMask taken(small);
    GraphPath found[2];
    for (GraphPath& path : found) {
        path = shortestPath(small, source, target, taken).value();
        for (LinkIndex& link : path.links) {
            taken.setLinkExcluded(link);
            link = linkOf[link];
        }
    }
    if (isPreferred(found[1], found[0])) {
        std::swap(found[0], found[1]);
    }
    return PathPair{std::move(found[0]), std::move(found[1])};
}

std::optional<PathPair> disjointPair(const Graph& graph, NodeIndex source, NodeIndex target, Disjointness kind,
                                     const GraphMask& mask) {
    checkEnds(graph, source, target);
    return source == target ? std::nullopt : minimumSumPair(graph, source, target, kind, mask, {});
}

std::vector<std::size_t> groupsOnPath(const GraphPath& path, std::span<const RiskGroupMembers> groups) {
    const auto onPath = [&](const RiskGroupMembers& group) {
        const auto hasLink = [&](LinkIndex link) {
            return std::find(path.links.begin(), path.links.end(), link) != path.links.end();
        };
        const auto hasNode = [&](NodeIndex node) {
            return path.nodes.size() > 2 &&
                   std::find(path.nodes.begin() + 1, path.nodes.end() - 1, node) != path.nodes.end() - 1;
        };
        return std::any_of(group.links.begin(), group.links.end(), hasLink) ||
               std::any_of(group.nodes.begin(), group.nodes.end(), hasNode);
    };
    std::vector<std::size_t> touched;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (onPath(groups[i])) {
            touched.push_back(i);
        }
    }
    return touched;
}

} // namespace corridor
