// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/calc/graph.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

namespace corridor {

namespace {

bool isCost(double value) noexcept {
    return std::isfinite(value) && value >= 0.0;
}

void checkWeight(double weight, std::size_t index) {
    if (!isCost(weight)) {
        throw std::invalid_argument("Graph: the weight of link " + std::to_string(index) +
                                    " is negative or not finite.");
    }
}

void checkInput(std::size_t nodeCount, std::span<const GraphLink> links, std::span<const double> nodeCosts) {
    for (std::size_t i = 0; i < links.size(); ++i) {
        if (links[i].from >= nodeCount || links[i].to >= nodeCount) {
            throw std::invalid_argument("Graph: link " + std::to_string(i) + " ends at a node that does not exist.");
        }
        checkWeight(links[i].weight, i);
    }
    if (!nodeCosts.empty() && nodeCosts.size() != nodeCount) {
        throw std::invalid_argument("Graph: there must be one cost for each node.");
    }
    if (!std::all_of(nodeCosts.begin(), nodeCosts.end(), isCost)) {
        throw std::invalid_argument("Graph: a node cost is negative or not finite.");
    }
}

/// Rows of arcs by their tail node; links in ascending order within a row because they are visited in order.
template <typename Visit>
void buildRows(std::size_t nodeCount, std::vector<std::uint32_t>& first, std::vector<GraphArc>& arcs, Visit visitArcs) {
    first.assign(nodeCount + 1, 0);
    visitArcs([&](NodeIndex tail, const GraphArc&) { ++first[tail + 1]; });
    for (std::size_t i = 0; i < nodeCount; ++i) {
        first[i + 1] += first[i];
    }
    arcs.resize(first.back());
    std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
    visitArcs([&](NodeIndex tail, const GraphArc& arc) { arcs[next[tail]++] = arc; });
}

} // namespace

Graph::Graph(std::size_t nodeCount, std::span<const GraphLink> links, std::span<const double> nodeCosts) {
    if (nodeCount >= noNode || links.size() >= noLink / 2) {
        throw std::invalid_argument("Graph: too many nodes or links.");
    }
    checkInput(nodeCount, links, nodeCosts);
    mLinks.assign(links.begin(), links.end());
    if (std::any_of(nodeCosts.begin(), nodeCosts.end(), [](double cost) { return cost > 0.0; })) {
        mNodeCosts.assign(nodeCosts.begin(), nodeCosts.end());
    }
    mFirst.assign(nodeCount + 1, 0);
    buildArcs();
    buildPacked();
    measureSteps();
}

void Graph::buildArcs() {
    const std::size_t nodes = nodeCount();
    const auto visit = [this](bool out, auto&& add) {
        for (LinkIndex i = 0; i < mLinks.size(); ++i) {
            const GraphLink& link = mLinks[i];
            if (link.from == link.to) {
                continue;
            }
            if (out || !link.directed) {
                add(link.from, GraphArc{link.weight, link.to, i});
            }
            if (!out || !link.directed) {
                add(link.to, GraphArc{link.weight, link.from, i});
            }
        }
    };
    buildRows(nodes, mFirst, mArcs, [&](auto&& add) { visit(true, add); });
    if (std::any_of(mLinks.begin(), mLinks.end(), [](const GraphLink& link) { return link.directed; })) {
        buildRows(nodes, mFirstIn, mArcsIn, [&](auto&& add) { visit(false, add); });
    }
}

void Graph::buildPacked() {
    // Breadth-first order: the wave front of a search then works on a short stretch of memory.
    const std::size_t nodes = nodeCount();
    std::vector<NodeIndex> order;
    order.reserve(nodes);
    mPackedOf.assign(nodes, noNode);
    const auto number = [&](NodeIndex node) {
        if (mPackedOf[node] == noNode) {
            mPackedOf[node] = static_cast<NodeIndex>(order.size());
            order.push_back(node);
        }
    };
    std::size_t next = 0;
    for (NodeIndex seed = 0; seed < nodes; ++seed) {
        number(seed);
        for (; next < order.size(); ++next) {
            for (const GraphArc& arc : arcsFrom(order[next])) {
                number(arc.to);
            }
        }
    }
    mPackedFirst.assign(1, 0);
    mPackedFirst.reserve(nodes + 1);
    mPackedArcs.reserve(mArcs.size());
    for (const NodeIndex node : order) {
        for (const GraphArc& arc : arcsFrom(node)) {
            mPackedArcs.push_back({arc.weight, mPackedOf[arc.to], arc.link});
        }
        mLargestDegree = std::max(mLargestDegree, arcsFrom(node).size());
        mPackedFirst.push_back(static_cast<std::uint32_t>(mPackedArcs.size()));
        if (hasNodeCosts()) {
            mPackedCosts.push_back(mNodeCosts[node]);
        }
    }
    mNodeOfPacked = std::move(order);
}

void Graph::measureSteps() noexcept {
    double sum = 0.0;
    for (const GraphArc& arc : mArcs) {
        mLargestWeight = std::max(mLargestWeight, arc.weight);
        sum += arc.weight;
    }
    mMeanWeight = mArcs.empty() ? 0.0 : sum / static_cast<double>(mArcs.size());
    if (hasNodeCosts()) {
        mLargestNodeCost = *std::max_element(mNodeCosts.begin(), mNodeCosts.end());
    }
}

void Graph::setLinkWeight(LinkIndex index, double weight) {
    if (index >= mLinks.size()) {
        throw std::invalid_argument("Graph: there is no link " + std::to_string(index) + ".");
    }
    checkWeight(weight, index);
    GraphLink& link = mLinks[index];
    link.weight = weight;
    const auto update = [&](const std::vector<std::uint32_t>& first, std::vector<GraphArc>& arcs, NodeIndex tail) {
        for (std::uint32_t i = first[tail]; i < first[tail + 1]; ++i) {
            arcs[i].weight = arcs[i].link == index ? weight : arcs[i].weight;
        }
    };
    for (const NodeIndex end : {link.from, link.to}) {
        update(mFirst, mArcs, end);
        update(mPackedFirst, mPackedArcs, mPackedOf[end]);
        if (hasDirectedLinks()) {
            update(mFirstIn, mArcsIn, end);
        }
    }
    // After a decrease this bound may be larger than need be: finding the exact one would take all arcs.
    mLargestWeight = std::max(mLargestWeight, weight);
}

bool isPreferred(const GraphPath& a, const GraphPath& b) noexcept {
    if (a.cost != b.cost) {
        return a.cost < b.cost;
    }
    if (a.links.size() != b.links.size()) {
        return a.links.size() < b.links.size();
    }
    return a.links < b.links;
}

double pathCost(const Graph& graph, std::span<const NodeIndex> nodes, std::span<const LinkIndex> links) noexcept {
    double cost = 0.0;
    for (std::size_t i = 0; i < links.size(); ++i) {
        cost = (i == 0 ? cost : cost + graph.nodeCost(nodes[i])) + graph.link(links[i]).weight;
    }
    return cost;
}

std::vector<std::int32_t> hopDistances(const Graph& graph, NodeIndex source, const GraphMask& mask) {
    if (source >= graph.nodeCount()) {
        throw std::out_of_range("hopDistances: the source is not a node of the graph.");
    }
    std::vector<std::int32_t> hops(graph.nodeCount(), -1);
    if (mask.isNodeExcluded(source)) {
        return hops;
    }
    std::vector<NodeIndex> queue{source};
    hops[source] = 0;
    for (std::size_t next = 0; next < queue.size(); ++next) {
        const NodeIndex node = queue[next];
        for (const GraphArc& arc : graph.arcsFrom(node)) {
            if (hops[arc.to] < 0 && !mask.isLinkExcluded(arc.link) && !mask.isNodeExcluded(arc.to)) {
                hops[arc.to] = hops[node] + 1;
                queue.push_back(arc.to);
            }
        }
    }
    return hops;
}

} // namespace corridor
