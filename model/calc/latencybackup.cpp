// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/calc/latencybackup.h"

#include <algorithm>
#include <numeric>

namespace corridor {

namespace {

bool keepsFromNodes(Protection level) {
    return level == Protection::NodeDisjoint || level == Protection::RiskDisjoint;
}

std::span<const RiskGroupMembers> groupsFor(const LatencyInput& input, Protection level) {
    return level == Protection::RiskDisjoint ? std::span<const RiskGroupMembers>(input.risks)
                                             : std::span<const RiskGroupMembers>();
}

std::vector<NodeIndex> innerNodes(const GraphPath& path, NodeIndex from, NodeIndex to) {
    std::vector<NodeIndex> inner;
    for (const NodeIndex node : path.nodes)
        if (node != from && node != to)
            inner.push_back(node);
    return inner;
}

template <class T>
std::vector<T> inBoth(std::vector<T> a, std::vector<T> b) {
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    std::vector<T> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return both;
}

std::optional<GraphPath> shortest(ShortestPathSearch& search, NodeIndex from, NodeIndex to, const GraphMask& mask,
                                  const CancelToken& cancel) {
    SearchOptions options;
    options.target = to;
    options.mask = &mask;
    options.cancel = cancel.flag();
    if (!search.run(from, options))
        return std::nullopt;
    return search.pathTo(to);
}

// How much sharing counts, in the order of SharedRisks::against.
std::size_t sharedCount(const LatencyInput& input, const GraphPath& a, const GraphPath& b, Protection level) {
    return sharedRisks(input, a, b).against(level).size();
}

// Beside a fixed primary: the path that shares least with it, and among those the shortest. A group counts once for
// each of its members on the path, so with groups the count is the least only where each is met in one place.
std::optional<GraphPath> leastSharing(const LatencyInput& input, const GraphPath& primary, const BackupWish& wish,
                                      const CancelToken& cancel) {
    const Graph& graph = input.graph;
    std::vector<GraphLink> links(graph.links().begin(), graph.links().end());
    std::vector<double> costs(graph.nodeCount());
    double all = 1.0;
    for (const GraphLink& link : links)
        all += link.weight;
    for (NodeIndex node = 0; node < costs.size(); ++node)
        all += costs[node] = graph.nodeCost(node);
    for (const LinkIndex link : primary.links)
        links[link].weight += all;
    if (keepsFromNodes(wish.level))
        for (const NodeIndex node : primary.nodes)
            costs[node] += all;
    for (const std::size_t group : groupsOnPath(primary, groupsFor(input, wish.level))) {
        for (const LinkIndex link : input.risks[group].links)
            links[link].weight += all;
        for (const NodeIndex node : input.risks[group].nodes)
            costs[node] += all;
    }
    const Graph penalised(graph.nodeCount(), links, costs);
    ShortestPathSearch search(penalised);
    std::optional<GraphPath> path = shortest(search, wish.from, wish.to, {}, cancel);
    if (path)
        path->cost = pathCost(graph, path->nodes, path->links);
    return path;
}

// The best pair that moves the primary too. Nothing when cancelled.
std::optional<BackupChoice> bestPair(const LatencyInput& input, const BackupWish& wish, const CancelToken& cancel,
                                     std::size_t* shared) {
    const Disjointness kind = keepsFromNodes(wish.level) ? Disjointness::Node : Disjointness::Link;
    *shared = 0;
    if (wish.level != Protection::RiskDisjoint)
        if (auto pair = disjointPair(input.graph, wish.from, wish.to, kind))
            return BackupChoice{std::move(pair->primary), std::move(pair->backup), true};
    RiskPairOptions options;
    options.kind = kind;
    options.cancel = cancel;
    RiskPairResult result = riskDisjointPair(input.graph, wish.from, wish.to, groupsFor(input, wish.level), options);
    if (!result.pair)
        return std::nullopt;
    *shared = result.sharedRisks();
    return BackupChoice{std::move(result.pair->primary), std::move(result.pair->backup), result.optimal};
}

BackupChoice withoutCopy(BackupChoice choice) {
    if (choice.backup && choice.backup->links == choice.primary.links)
        choice.backup.reset();
    return choice;
}

} // namespace

Protection SharedRisks::achieved() const {
    if (!spans.empty())
        return Protection::None;
    if (!nodes.empty())
        return Protection::LinkDisjoint;
    return groups.empty() ? Protection::RiskDisjoint : Protection::NodeDisjoint;
}

std::vector<EntityId> SharedRisks::against(Protection level) const {
    std::vector<EntityId> out;
    if (level == Protection::RiskDisjoint)
        out = groups;
    if (level != Protection::None)
        out.insert(out.end(), spans.begin(), spans.end());
    if (keepsFromNodes(level))
        out.insert(out.end(), nodes.begin(), nodes.end());
    return out;
}

SharedRisks sharedRisks(const LatencyInput& input, const GraphPath& a, const GraphPath& b) {
    SharedRisks shared;
    for (const std::size_t group : inBoth(groupsOnPath(a, input.risks), groupsOnPath(b, input.risks)))
        shared.groups.push_back(input.riskIds[group]);
    for (const LinkIndex link : inBoth(a.links, b.links))
        shared.spans.push_back(input.spans[link].span);
    // An end of both is excepted; an end of one that the other passes is shared.
    std::vector<NodeIndex> ends =
        inBoth(std::vector<NodeIndex>{a.nodes.front(), a.nodes.back()}, {b.nodes.front(), b.nodes.back()});
    for (const NodeIndex node : inBoth(a.nodes, b.nodes))
        if (std::find(ends.begin(), ends.end(), node) == ends.end())
            shared.nodes.push_back(input.nodes[node]);
    return shared;
}

GraphMask backupMask(const LatencyInput& input, const Graph& graph, const GraphPath& primary, const BackupWish& wish) {
    GraphMask mask(graph);
    for (const LinkIndex link : primary.links)
        mask.setLinkExcluded(link);
    if (keepsFromNodes(wish.level))
        for (const NodeIndex node : innerNodes(primary, wish.from, wish.to))
            mask.setNodeExcluded(node);
    for (const std::size_t group : groupsOnPath(primary, groupsFor(input, wish.level))) {
        for (const LinkIndex link : input.risks[group].links)
            mask.setLinkExcluded(link);
        for (const NodeIndex node : input.risks[group].nodes)
            if (node != wish.from && node != wish.to)
                mask.setNodeExcluded(node);
    }
    return mask;
}

BackupChoice chooseBackup(const LatencyInput& input, ShortestPathSearch& search, const GraphPath& primary,
                          const BackupWish& wish, const CancelToken& cancel) {
    const GraphMask mask = backupMask(input, input.graph, primary, wish);
    if (auto path = shortest(search, wish.from, wish.to, mask, cancel))
        return {primary, std::move(path), true};
    const bool sameEnds = wish.from == primary.nodes.front() && wish.to == primary.nodes.back();
    std::optional<GraphPath> beside = leastSharing(input, primary, wish, cancel);
    if (wish.primaryFixed || !sameEnds)
        return withoutCopy({primary, std::move(beside), wish.primaryFixed});
    std::size_t least = 0;
    std::optional<BackupChoice> pair = bestPair(input, wish, cancel, &least);
    if (!pair)
        return withoutCopy({primary, std::move(beside), !cancel.isCancelled()});
    if (beside && sharedCount(input, primary, *beside, wish.level) <= least)
        return withoutCopy({primary, std::move(beside), pair->optimal});
    return withoutCopy(std::move(*pair));
}

} // namespace corridor
