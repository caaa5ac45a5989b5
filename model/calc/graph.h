// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace corridor {

/// Dense index of a node, 0 … nodeCount-1.
using NodeIndex = std::uint32_t;
/// Dense index of a link: its place in the list the graph was built from.
using LinkIndex = std::uint32_t;

inline constexpr NodeIndex noNode = std::numeric_limits<NodeIndex>::max();
inline constexpr LinkIndex noLink = std::numeric_limits<LinkIndex>::max();
inline constexpr double unreachable = std::numeric_limits<double>::infinity();

/// One link of the input. The weight has the unit of the caller (ms, km, …), is finite and ≥ 0.
struct GraphLink {
    NodeIndex from = noNode;
    NodeIndex to = noNode;
    double weight = 0.0;
    /// false: usable in both directions, and the same link in both; true: only from -> to.
    bool directed = false;
};

/// One direction of a link, seen from a node.
struct GraphArc {
    double weight = 0.0;
    NodeIndex to = noNode;
    LinkIndex link = noLink;
};

/// A multigraph in compressed rows, for path searches. Parallel links are kept apart (each has its link index).
/// A link whose two ends are equal keeps its index but has no arc: no loopless path uses it.
///
/// Node costs (equipment delay per pass) are paid by a path at each *intermediate* node, not at its two ends.
class Graph {
public:
    Graph() = default;
    /// @param nodeCosts one per node, finite and ≥ 0; empty = all zero.
    /// @throws std::invalid_argument if an end is out of range, or a weight or cost is negative or not finite.
    Graph(std::size_t nodeCount, std::span<const GraphLink> links, std::span<const double> nodeCosts = {});

    std::size_t nodeCount() const noexcept { return mFirst.empty() ? 0 : mFirst.size() - 1; }
    std::size_t linkCount() const noexcept { return mLinks.size(); }
    const GraphLink& link(LinkIndex index) const noexcept { return mLinks[index]; }
    std::span<const GraphLink> links() const noexcept { return mLinks; }
    double nodeCost(NodeIndex node) const noexcept { return mNodeCosts.empty() ? 0.0 : mNodeCosts[node]; }
    bool hasNodeCosts() const noexcept { return !mNodeCosts.empty(); }
    bool hasDirectedLinks() const noexcept { return !mFirstIn.empty(); }
    /// Arcs leaving a node, by ascending link index.
    std::span<const GraphArc> arcsFrom(NodeIndex node) const noexcept { return row(mFirst, mArcs, node); }
    /// Arcs entering a node, by ascending link index; `GraphArc::to` is then the node they come from.
    std::span<const GraphArc> arcsInto(NodeIndex node) const noexcept {
        return hasDirectedLinks() ? row(mFirstIn, mArcsIn, node) : arcsFrom(node);
    }

    /// Changes one weight in place, in time proportional to the degree of its ends (for a span under the mouse).
    /// @throws std::invalid_argument as the constructor.
    void setLinkWeight(LinkIndex index, double weight);

private:
    friend class ShortestPathSearch;

    static std::span<const GraphArc> row(const std::vector<std::uint32_t>& first, const std::vector<GraphArc>& arcs,
                                         NodeIndex node) noexcept {
        return {arcs.data() + first[node], arcs.data() + first[node + 1]};
    }
    void buildArcs();
    void buildPacked();
    void measureSteps() noexcept;

    std::vector<GraphLink> mLinks;
    std::vector<double> mNodeCosts;
    std::vector<std::uint32_t> mFirst;
    std::vector<GraphArc> mArcs;
    // Only filled when some link is directed; otherwise arcs in = arcs out.
    std::vector<std::uint32_t> mFirstIn;
    std::vector<GraphArc> mArcsIn;
    // The same arcs with nodes renumbered so that neighbours lie close in memory; searches run on these.
    std::vector<std::uint32_t> mPackedFirst;
    std::vector<GraphArc> mPackedArcs;
    std::vector<double> mPackedCosts;
    std::vector<NodeIndex> mPackedOf;
    std::vector<NodeIndex> mNodeOfPacked;
    // For the search's buckets: upper bounds of a single step, and the mean weight of an arc when the graph was built.
    double mLargestWeight = 0.0;
    double mLargestNodeCost = 0.0;
    double mMeanWeight = 0.0;
    std::size_t mLargestDegree = 0;
};

/// Links and nodes a search must not use. A default-constructed mask excludes nothing.
class GraphMask {
public:
    GraphMask() = default;
    explicit GraphMask(const Graph& graph)
        : mLinks(graph.linkCount(), 0)
        , mNodes(graph.nodeCount(), 0) {}

    /// The mask must have been made for a graph of at least this size.
    void setLinkExcluded(LinkIndex link, bool excluded = true) noexcept { mLinks[link] = excluded; }
    void setNodeExcluded(NodeIndex node, bool excluded = true) noexcept { mNodes[node] = excluded; }
    bool isLinkExcluded(LinkIndex link) const noexcept { return !mLinks.empty() && mLinks[link] != 0; }
    bool isNodeExcluded(NodeIndex node) const noexcept { return !mNodes.empty() && mNodes[node] != 0; }
    /// True when made by the default constructor: nothing can be excluded.
    bool isEmpty() const noexcept { return mLinks.empty() && mNodes.empty(); }

private:
    std::vector<std::uint8_t> mLinks;
    std::vector<std::uint8_t> mNodes;
};

/// A walk from nodes.front() to nodes.back(): nodes.size() == links.size() + 1. Cost in the unit of the link weights,
/// summed from the first link to the last (node costs of intermediate nodes included).
struct GraphPath {
    std::vector<NodeIndex> nodes;
    std::vector<LinkIndex> links;
    double cost = 0.0;

    std::size_t hops() const noexcept { return links.size(); }
    friend bool operator==(const GraphPath&, const GraphPath&) = default;
};

/// The order in which paths are preferred everywhere: smaller cost, then fewer hops, then the lexicographically smaller
/// list of link indices.
bool isPreferred(const GraphPath& a, const GraphPath& b) noexcept;

/// Cost of a path as the searches sum it, from its first link to its last.
double pathCost(const Graph& graph, std::span<const NodeIndex> nodes, std::span<const LinkIndex> links) noexcept;

/// Fewest links from a node to each other one; -1 where there is no way.
/// @throws std::out_of_range if the source is not a node of the graph.
std::vector<std::int32_t> hopDistances(const Graph& graph, NodeIndex source, const GraphMask& mask = {});

} // namespace corridor
