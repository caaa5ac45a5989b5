// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/calc/graph.h"

#include <algorithm>
#include <functional>
#include <random>
#include <vector>

namespace corridor {

struct RandomGraphKind {
    std::size_t nodes = 7;
    std::size_t links = 12;
    bool integerWeights = true; ///< 0 … 6: many ties and links of no weight
    bool nodeCosts = false;
    double directedShare = 0.0;
};

/// Links between random ends: parallel links and self loops occur.
inline Graph randomGraph(const RandomGraphKind& kind, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    const auto below = [&](std::uint64_t n) { return static_cast<std::uint32_t>(random() % n); };
    const auto weight = [&] {
        return kind.integerWeights ? static_cast<double>(below(7))
                                   : static_cast<double>(random() >> 11) * 0x1p-53 * 100.0;
    };
    std::vector<GraphLink> links(kind.links);
    for (GraphLink& link : links) {
        link = {below(kind.nodes), below(kind.nodes), weight(), below(1000) < kind.directedShare * 1000.0};
    }
    std::vector<double> costs;
    for (std::size_t i = 0; kind.nodeCosts && i < kind.nodes; ++i) {
        costs.push_back(weight());
    }
    return Graph(kind.nodes, links, costs);
}

/// Every loopless path, by depth-first search over links, in the order of isPreferred().
inline std::vector<GraphPath> allSimplePaths(const Graph& graph, NodeIndex source, NodeIndex target,
                                             const GraphMask& mask = {}) {
    std::vector<GraphPath> found;
    GraphPath path;
    std::vector<bool> visited(graph.nodeCount(), false);
    const std::function<void(NodeIndex)> visit = [&](NodeIndex node) {
        if (mask.isNodeExcluded(node)) {
            return;
        }
        path.nodes.push_back(node);
        visited[node] = true;
        if (node == target) {
            found.push_back(path);
            found.back().cost = pathCost(graph, path.nodes, path.links);
        } else {
            for (LinkIndex i = 0; i < graph.linkCount(); ++i) {
                const GraphLink& link = graph.link(i);
                const bool forward = link.from == node;
                const bool backward = link.to == node && !link.directed;
                const NodeIndex next = forward ? link.to : link.from;
                if ((forward || backward) && !visited[next] && !mask.isLinkExcluded(i)) {
                    path.links.push_back(i);
                    visit(next);
                    path.links.pop_back();
                }
            }
        }
        visited[node] = false;
        path.nodes.pop_back();
    };
    visit(source);
    std::sort(found.begin(), found.end(), isPreferred);
    return found;
}

} // namespace corridor
