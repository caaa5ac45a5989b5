// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/calc/disjoint.h"
#include "model/calc/pairflow.h"
#include "model/calc/shortestpath.h"

#include <queue>

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <tuple>
#include <utility>

namespace corridor {

namespace {

/// A thing two routes may have in common: groups first, then links, then nodes, in one numbering.
using Risk = std::uint32_t;
using Risks = std::vector<Risk>;

/// Branch and bound, best first. A state says which risks each of the two routes must avoid and which both may share;
/// its routes are the shortest under these, each for itself. See METHODS.md, "Risk-disjoint pairs", for the proof.
class RiskPairSearch {
public:
    RiskPairSearch(const Graph& graph, NodeIndex source, NodeIndex target, std::span<const RiskGroupMembers> groups,
                   const RiskPairOptions& options, const GraphMask& mask)
        : mGraph(graph)
        , mSource(source)
        , mTarget(target)
        , mGroups(groups)
        , mOptions(options)
        , mMask(mask.isEmpty() ? GraphMask(graph) : mask)
        , mSearch(graph)
        , mGroupsOfLink(graph.linkCount())
        , mGroupsOfNode(graph.nodeCount()) {
        for (Risk group = 0; group < groups.size(); ++group) {
            for (const LinkIndex link : groups[group].links) {
                mGroupsOfLink.at(link).push_back(group);
            }
            for (const NodeIndex node : groups[group].nodes) {
                mGroupsOfNode.at(node).push_back(group);
            }
        }
    }

    RiskPairResult run() {
        const auto shortest = mSource == mTarget ? std::nullopt : search({}, {});
        if (!shortest) {
            mResult.optimal = true;
            return std::move(mResult);
        }
        State root{.avoid = {}, .shared = unavoidable(*shortest), .route = {*shortest, *shortest}};
        setBounds(root);
        tryDetour(*shortest);
        push(std::move(root));
        while (!mOpen.empty() && isPromising(mOpen.top()) && !mustStop()) {
            const State state = mOpen.top();
            mOpen.pop();
            expand(state);
        }
        return conclude();
    }

private:
    struct State {
        Risks avoid[2];
        Risks shared; ///< sorted
        GraphPath route[2];
        double flowBound = 0.0; ///< no pair disjoint but for `shared` costs less
        double bound = 0.0;
        std::size_t number = 0;
    };
    struct IsWorse {
        bool operator()(const State& a, const State& b) const noexcept {
            return std::tuple(a.shared.size(), a.bound, a.number) > std::tuple(b.shared.size(), b.bound, b.number);
        }
    };

    Risk riskOfLink(LinkIndex link) const { return static_cast<Risk>(mGroups.size() + link); }
    Risk riskOfNode(NodeIndex node) const { return static_cast<Risk>(mGroups.size() + mGraph.linkCount() + node); }
    bool isPromising(const State& state) const {
        return !mBest || std::pair(state.shared.size(), state.bound) < std::pair(mBestShared.size(), mBest->cost());
    }
    bool mustStop() {
        mResult.cancelled = mOptions.cancel.isCancelled();
        return mResult.cancelled || mSearches > mOptions.searchLimit;
    }

    Risks risksOf(const GraphPath& path) const {
        Risks risks;
        for (const LinkIndex link : path.links) {
            risks.push_back(riskOfLink(link));
            risks.insert(risks.end(), mGroupsOfLink[link].begin(), mGroupsOfLink[link].end());
        }
        for (std::size_t i = 1; i + 1 < path.nodes.size(); ++i) {
            const auto& groups = mGroupsOfNode[path.nodes[i]];
            risks.insert(risks.end(), groups.begin(), groups.end());
            if (mOptions.kind == Disjointness::Node) {
                risks.push_back(riskOfNode(path.nodes[i]));
            }
        }
        std::sort(risks.begin(), risks.end());
        risks.erase(std::unique(risks.begin(), risks.end()), risks.end());
        return risks;
    }

    static Risks common(const Risks& a, const Risks& b) {
        Risks both;
        std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
        return both;
    }
    static Risks without(const Risks& a, const Risks& b) {
        Risks rest;
        std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(rest));
        return rest;
    }

    void block(GraphMask& mask, Risk risk) const {
        const auto blockNode = [&](NodeIndex node) {
            if (node != mSource && node != mTarget) {
                mask.setNodeExcluded(node);
            }
        };
        if (risk >= mGroups.size() + mGraph.linkCount()) {
            blockNode(static_cast<NodeIndex>(risk - mGroups.size() - mGraph.linkCount()));
        } else if (risk >= mGroups.size()) {
            mask.setLinkExcluded(static_cast<LinkIndex>(risk - mGroups.size()));
        } else {
            std::for_each(mGroups[risk].nodes.begin(), mGroups[risk].nodes.end(), blockNode);
            for (const LinkIndex link : mGroups[risk].links) {
                mask.setLinkExcluded(link);
            }
        }
    }

    std::optional<GraphPath> search(const Risks& avoid, const Risks& alsoAvoid) {
        ++mSearches;
        GraphMask mask = mMask;
        for (const Risks* risks : {&avoid, &alsoAvoid}) {
            for (const Risk risk : *risks) {
                block(mask, risk);
            }
        }
        mSearch.run(mSource, {.target = mTarget, .mask = &mask});
        return mSearch.pathTo(mTarget);
    }

    /// Risks that every route runs: all of them lie on the shortest one.
    Risks unavoidable(const GraphPath& shortest) {
        Risks found;
        for (const Risk risk : risksOf(shortest)) {
            if (!search({risk}, {})) {
                found.push_back(risk);
            }
        }
        return found;
    }

    /// Sets what no pair below this state can undercut.
    void setBounds(State& state) {
        GraphMask shareable(mGraph);
        for (const Risk risk : state.shared) {
            if (risk >= mGroups.size()) {
                block(shareable, risk);
            }
        }
        mSearches += 2;
        const auto pair = minimumSumPair(mGraph, mSource, mTarget, mOptions.kind, mMask, shareable);
        state.flowBound = pair ? pair->cost() : unreachable;
        if (pair) {
            consider(pair->primary, pair->backup);
        }
        state.bound = std::max(state.flowBound, state.route[0].cost + state.route[1].cost);
    }

    void consider(const GraphPath& a, const GraphPath& b) {
        Risks shared = common(risksOf(a), risksOf(b));
        if (!mBest || std::pair(shared.size(), a.cost + b.cost) < std::pair(mBestShared.size(), mBest->cost())) {
            mBest = isPreferred(b, a) ? PathPair{b, a} : PathPair{a, b};
            mBestShared = std::move(shared);
        }
    }

    /// A first good pair: the route that shares little with a given one, found by making what it touches dear.
    void tryDetour(const GraphPath& route) {
        const Risks touched = risksOf(route);
        std::vector<GraphLink> links(mGraph.links().begin(), mGraph.links().end());
        double dear = 1.0;
        for (const GraphLink& link : links) {
            dear += link.weight;
        }
        for (LinkIndex i = 0; i < links.size(); ++i) {
            Risks own{riskOfLink(i)};
            own.insert(own.end(), mGroupsOfLink[i].begin(), mGroupsOfLink[i].end());
            std::sort(own.begin(), own.end());
            links[i].weight += dear * static_cast<double>(common(own, touched).size());
        }
        ++mSearches;
        if (auto detour = shortestPath(Graph(mGraph.nodeCount(), links), mSource, mTarget, mMask)) {
            detour->cost = pathCost(mGraph, detour->nodes, detour->links);
            consider(route, *detour);
        }
    }

    void push(State state) {
        if (isPromising(state)) {
            state.number = ++mNumber;
            mOpen.push(std::move(state));
        }
    }

    void expand(const State& state) {
        const Risks own[2] = {without(risksOf(state.route[0]), state.shared),
                              without(risksOf(state.route[1]), state.shared)};
        const Risks conflicts = common(own[0], own[1]);
        if (conflicts.empty()) {
            consider(state.route[0], state.route[1]);
            return;
        }
        for (int i = 0; i < 2; ++i) {
            if (const auto other = search(state.avoid[1 - i], own[i])) {
                consider(state.route[i], *other);
            }
        }
        branch(state, conflicts);
    }

    /// One of the two routes avoids the risk, or both share it. Of the conflicts, the one whose avoidance costs most is
    /// decided: it raises the bound fastest.
    void branch(const State& state, const Risks& conflicts) {
        constexpr std::size_t mostTried = 12;
        // While both routes have the same things to avoid, exchanging them gives the same pairs.
        const bool symmetric = state.avoid[0] == state.avoid[1];
        double bestScore = -1.0;
        Risk chosen = conflicts.front();
        std::optional<GraphPath> chosenRoute[2];
        for (std::size_t i = 0; i < std::min(mostTried, conflicts.size()); ++i) {
            std::optional<GraphPath> route[2];
            route[0] = search(state.avoid[0], {conflicts[i]});
            route[1] = symmetric ? route[0] : search(state.avoid[1], {conflicts[i]});
            const double first = route[0] ? route[0]->cost + state.route[1].cost : unreachable;
            const double second = route[1] ? route[1]->cost + state.route[0].cost : unreachable;
            if (std::min(first, second) > bestScore) {
                bestScore = std::min(first, second);
                chosen = conflicts[i];
                std::swap(chosenRoute, route);
            }
        }
        for (int i = 0; i < (symmetric ? 1 : 2); ++i) {
            if (chosenRoute[i]) {
                State child = state;
                child.avoid[i].push_back(chosen);
                child.route[i] = std::move(*chosenRoute[i]);
                child.bound = std::max(child.flowBound, child.route[0].cost + child.route[1].cost);
                push(std::move(child));
            }
        }
        shareToo(state, chosen);
    }

    void shareToo(State state, Risk risk) {
        state.shared.insert(std::lower_bound(state.shared.begin(), state.shared.end(), risk), risk);
        if (mBest && state.shared.size() > mBestShared.size()) {
            return;
        }
        // A group says nothing to the flow: sharing one leaves that bound as it was.
        if (risk >= mGroups.size()) {
            setBounds(state);
        }
        push(std::move(state));
    }

    RiskPairResult conclude() {
        mResult.optimal = !mResult.cancelled && (mOpen.empty() || !isPromising(mOpen.top()));
        mResult.lowerBound = mBest ? mBest->cost() : 0.0;
        for (; !mOpen.empty() && isPromising(mOpen.top()); mOpen.pop()) {
            mResult.lowerBound = std::min(mResult.lowerBound, mOpen.top().bound);
        }
        const std::size_t groups = mGroups.size();
        for (const Risk risk : mBestShared) {
            if (risk < groups) {
                mResult.sharedGroups.push_back(risk);
            } else if (risk < groups + mGraph.linkCount()) {
                mResult.sharedLinks.push_back(static_cast<LinkIndex>(risk - groups));
            } else {
                mResult.sharedNodes.push_back(static_cast<NodeIndex>(risk - groups - mGraph.linkCount()));
            }
        }
        mResult.pair = std::move(mBest);
        return std::move(mResult);
    }

    const Graph& mGraph;
    NodeIndex mSource;
    NodeIndex mTarget;
    std::span<const RiskGroupMembers> mGroups;
    const RiskPairOptions& mOptions;
    GraphMask mMask;
    ShortestPathSearch mSearch;
    std::vector<Risks> mGroupsOfLink;
    std::vector<Risks> mGroupsOfNode;
    std::priority_queue<State, std::vector<State>, IsWorse> mOpen;
    std::optional<PathPair> mBest;
    Risks mBestShared;
    std::size_t mSearches = 0;
    std::size_t mNumber = 0;
    RiskPairResult mResult;
};

} // namespace

RiskPairResult riskDisjointPair(const Graph& graph, NodeIndex source, NodeIndex target,
                                std::span<const RiskGroupMembers> groups, const RiskPairOptions& options,
                                const GraphMask& mask) {
    if (source >= graph.nodeCount() || target >= graph.nodeCount()) {
        throw std::out_of_range("riskDisjointPair: an end is not a node of the graph.");
    }
    return RiskPairSearch(graph, source, target, groups, options, mask).run();
}

} // namespace corridor
