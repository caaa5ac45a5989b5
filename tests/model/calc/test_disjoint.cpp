// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/calc/disjoint.h"
#include "model/calc/weakpoints.h"
#include "tests/model/calc/pathtesting.h"

#include <QTest>

#include <iterator>
#include <stdexcept>

using namespace corridor;

namespace {

struct Shared {
    std::vector<std::size_t> groups;
    std::vector<LinkIndex> links;
    std::vector<NodeIndex> nodes;
    std::size_t count() const { return groups.size() + links.size() + nodes.size(); }
};

template <typename T>
std::vector<T> common(std::vector<T> a, std::vector<T> b) {
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    std::vector<T> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return both;
}

std::vector<NodeIndex> inner(const GraphPath& path) {
    return path.nodes.size() < 3 ? std::vector<NodeIndex>()
                                 : std::vector<NodeIndex>(path.nodes.begin() + 1, path.nodes.end() - 1);
}

Shared sharedBy(const GraphPath& a, const GraphPath& b, std::span<const RiskGroupMembers> groups, Disjointness kind) {
    Shared shared{common(groupsOnPath(a, groups), groupsOnPath(b, groups)), common(a.links, b.links), {}};
    if (kind == Disjointness::Node) {
        shared.nodes = common(inner(a), inner(b));
    }
    return shared;
}

/// Fewest shared risks and then least cost over all pairs of loopless paths (a path with itself included).
std::pair<std::size_t, double> bestByEnumeration(const std::vector<GraphPath>& paths,
                                                 std::span<const RiskGroupMembers> groups, Disjointness kind) {
    std::pair<std::size_t, double> best{std::numeric_limits<std::size_t>::max(), unreachable};
    for (std::size_t i = 0; i < paths.size(); ++i) {
        for (std::size_t j = i; j < paths.size(); ++j) {
            best = std::min(best, {sharedBy(paths[i], paths[j], groups, kind).count(), paths[i].cost + paths[j].cost});
        }
    }
    return best;
}

std::size_t componentsWithout(const Graph& graph, const GraphMask& mask) {
    std::size_t components = 0;
    std::vector<bool> seen(graph.nodeCount(), false);
    for (NodeIndex node = 0; node < graph.nodeCount(); ++node) {
        if (!seen[node] && !mask.isNodeExcluded(node)) {
            ++components;
            const auto hops = hopDistances(graph, node, mask);
            for (NodeIndex other = 0; other < graph.nodeCount(); ++other) {
                seen[other] = seen[other] || hops[other] >= 0;
            }
        }
    }
    return components;
}

} // namespace

class TestDisjoint : public QObject {
    Q_OBJECT

private slots:
    void escapesTheTrap();
    void bowtieIsLinkDisjointOnly();
    void parallelLinksBetweenTheEnds();
    void freeLinksAreNotUsedTwice();
    void pairsAgreeWithEnumeration();
    void parallelCablesInOnePass();
    void secondPassIsTaken();
    void endNodesAreExcepted();
    void riskPairsAgreeWithEnumeration();
    void statesWhenItStopsAtTheLimit();
    void refusesUnknownMembers();
    void weakPointsAgreeWithRemoval();
};

void TestDisjoint::escapesTheTrap() {
    // S=0, A=1, B=2, T=3: taking the shortest way S-A-B-T leaves no second one.
    const GraphLink links[] = {
        {0, 1, 1.0, false}, {1, 2, 1.0, false}, {2, 3, 1.0, false}, {0, 2, 3.0, false}, {1, 3, 3.0, false}};
    for (const auto kind : {Disjointness::Link, Disjointness::Node}) {
        const auto pair = disjointPair(Graph(4, links), 0, 3, kind);
        QVERIFY(pair);
        QCOMPARE(pair->cost(), 8.0);
        QCOMPARE(pair->primary.links, (std::vector<LinkIndex>{0, 4}));
        QCOMPARE(pair->backup.links, (std::vector<LinkIndex>{3, 2}));
    }
}

void TestDisjoint::bowtieIsLinkDisjointOnly() {
    const GraphLink links[] = {{0, 1, 1.0, false}, {0, 2, 1.0, false}, {1, 3, 1.0, false}, {2, 3, 1.0, false},
                               {3, 4, 1.0, false}, {3, 5, 1.0, false}, {4, 6, 1.0, false}, {5, 6, 1.0, false}};
    const Graph graph(7, links);
    QCOMPARE(disjointPair(graph, 0, 6, Disjointness::Link)->cost(), 8.0);
    QVERIFY(!disjointPair(graph, 0, 6, Disjointness::Node));
    const RiskPairResult most = riskDisjointPair(graph, 0, 6, {}, {.kind = Disjointness::Node, .cancel = {}});
    QVERIFY(most.pair && most.optimal && !most.isDisjoint());
    QCOMPARE(most.sharedNodes, std::vector<NodeIndex>{3});
    QCOMPARE(most.pair->cost(), 8.0);
}

void TestDisjoint::parallelLinksBetweenTheEnds() {
    const GraphLink links[] = {{0, 1, 4.0, false}, {1, 0, 1.0, false}, {0, 1, 2.0, false}};
    const auto pair = disjointPair(Graph(2, links), 0, 1, Disjointness::Node);
    QVERIFY(pair);
    QCOMPARE(pair->primary.links, std::vector<LinkIndex>{1});
    QCOMPARE(pair->backup.links, std::vector<LinkIndex>{2});
    QVERIFY(!disjointPair(Graph(2, links), 0, 0, Disjointness::Link));
}

void TestDisjoint::freeLinksAreNotUsedTwice() {
    // A ladder whose rungs cost nothing: crossing a rung both ways would be free, but is one link used twice.
    std::vector<GraphLink> links;
    for (NodeIndex i = 0; i < 10; i += 2) {
        links.push_back({i, i + 1, 0.0, false});
        links.push_back({i, i + 2, 1.0, false});
        links.push_back({i + 1, i + 3, 1.0, false});
    }
    const auto pair = disjointPair(Graph(12, links), 0, 10, Disjointness::Link);
    QVERIFY(!pair); // node 10 hangs on one link
    links.push_back({10, 11, 0.0, false});
    const auto closed = disjointPair(Graph(12, links), 0, 10, Disjointness::Link);
    QVERIFY(closed);
    QCOMPARE(closed->cost(), 10.0);
    QVERIFY(common(closed->primary.links, closed->backup.links).empty());
}

void TestDisjoint::pairsAgreeWithEnumeration() {
    std::size_t pairs = 0;
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        const Graph graph = randomGraph({.nodes = 6,
                                         .links = 6 + seed % 8,
                                         .integerWeights = seed % 2 == 0,
                                         .nodeCosts = seed % 3 == 0,
                                         .directedShare = seed % 5 == 0 ? 0.3 : 0.0},
                                        5000 + seed);
        const auto paths = allSimplePaths(graph, 0, 5);
        for (const auto kind : {Disjointness::Link, Disjointness::Node}) {
            const auto best = bestByEnumeration(paths, {}, kind);
            const auto pair = disjointPair(graph, 0, 5, kind);
            QCOMPARE(pair.has_value(), best.first == 0);
            if (pair) {
                ++pairs;
                QVERIFY(std::abs(pair->cost() - best.second) <= 1e-9 * (1.0 + best.second));
                QCOMPARE(sharedBy(pair->primary, pair->backup, {}, kind).count(), std::size_t(0));
                QVERIFY(std::find(paths.begin(), paths.end(), pair->primary) != paths.end());
                QVERIFY(std::find(paths.begin(), paths.end(), pair->backup) != paths.end());
                QVERIFY(!isPreferred(pair->backup, pair->primary));
            }
        }
    }
    QVERIFY(pairs > 200);
}

void TestDisjoint::parallelCablesInOnePass() {
    // Two cables through one pass, 1 -> 2; every way leads through it.
    const GraphLink links[] = {{0, 1, 10.0, false}, {0, 1, 12.0, false}, {1, 2, 30.0, false},
                               {1, 2, 33.0, false}, {2, 3, 50.0, false}, {2, 3, 55.0, false}};
    const RiskGroupMembers groups[] = {{{0}, {}}, {{2, 3}, {}}};
    const RiskPairResult result = riskDisjointPair(Graph(4, links), 0, 3, groups);
    QVERIFY(result.pair && result.optimal && !result.isDisjoint());
    QCOMPARE(result.sharedGroups, std::vector<std::size_t>{1});
    QVERIFY(result.sharedLinks.empty());
    QCOMPARE(result.pair->cost(), 190.0);
    QCOMPARE(result.lowerBound, 190.0);
}

void TestDisjoint::secondPassIsTaken() {
    const GraphLink links[] = {{0, 1, 10.0, false}, {1, 2, 30.0, false}, {1, 2, 33.0, false},
                               {2, 3, 50.0, false}, {0, 4, 90.0, false}, {4, 3, 70.0, false}};
    const RiskGroupMembers groups[] = {{{1, 2}, {}}};
    const RiskPairResult result = riskDisjointPair(Graph(5, links), 0, 3, groups);
    QVERIFY(result.pair && result.optimal && result.isDisjoint());
    QCOMPARE(result.pair->primary.links, (std::vector<LinkIndex>{0, 1, 3}));
    QCOMPARE(result.pair->backup.links, (std::vector<LinkIndex>{4, 5}));
}

void TestDisjoint::endNodesAreExcepted() {
    const GraphLink links[] = {{0, 1, 1.0, false}, {1, 3, 1.0, false}, {0, 2, 1.0, false}, {2, 3, 1.0, false}};
    const RiskGroupMembers ends[] = {{{}, {0, 3}}};
    QVERIFY(riskDisjointPair(Graph(4, links), 0, 3, ends).isDisjoint());
    const RiskGroupMembers huts[] = {{{}, {1, 2}}};
    const RiskPairResult shared = riskDisjointPair(Graph(4, links), 0, 3, huts);
    QCOMPARE(shared.sharedGroups, std::vector<std::size_t>{0});
    QVERIFY(shared.optimal);
    QVERIFY(!riskDisjointPair(Graph(4, links), 0, 0, huts).pair);
}

void TestDisjoint::riskPairsAgreeWithEnumeration() {
    std::size_t disjoint = 0;
    std::size_t sharing = 0;
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const Graph graph = randomGraph({.nodes = 7,
                                         .links = 8 + seed % 6,
                                         .integerWeights = seed % 2 == 0,
                                         .nodeCosts = seed % 3 == 0,
                                         .directedShare = seed % 5 == 0 ? 0.2 : 0.0},
                                        9000 + seed);
        std::mt19937_64 random(seed);
        std::vector<RiskGroupMembers> groups(seed % 6);
        for (RiskGroupMembers& group : groups) {
            for (std::size_t i = 0; i < 2 + random() % 2; ++i) {
                group.links.push_back(static_cast<LinkIndex>(random() % graph.linkCount()));
            }
            if (random() % 3 == 0) {
                group.nodes.push_back(static_cast<NodeIndex>(random() % 7));
            }
        }
        const auto kind = seed % 4 < 2 ? Disjointness::Link : Disjointness::Node;
        const auto paths = allSimplePaths(graph, 0, 6);
        const RiskPairResult result = riskDisjointPair(graph, 0, 6, groups, {.kind = kind, .cancel = {}});
        QVERIFY(result.optimal);
        QCOMPARE(result.pair.has_value(), !paths.empty());
        if (result.pair) {
            const auto best = bestByEnumeration(paths, groups, kind);
            const Shared shared = sharedBy(result.pair->primary, result.pair->backup, groups, kind);
            QCOMPARE(result.sharedRisks(), best.first);
            QVERIFY(std::abs(result.pair->cost() - best.second) <= 1e-9 * (1.0 + best.second));
            QVERIFY(result.sharedGroups == shared.groups && result.sharedLinks == shared.links);
            QVERIFY(result.sharedNodes == shared.nodes);
            ++(best.first == 0 ? disjoint : sharing);
        }
    }
    QVERIFY(disjoint > 50 && sharing > 50);
}

void TestDisjoint::statesWhenItStopsAtTheLimit() {
    const Graph graph = randomGraph({.nodes = 40, .links = 110, .integerWeights = false}, 3);
    std::vector<RiskGroupMembers> groups(30);
    std::mt19937_64 random(3);
    for (RiskGroupMembers& group : groups) {
        for (int i = 0; i < 12; ++i) {
            group.links.push_back(static_cast<LinkIndex>(random() % 110));
        }
    }
    const RiskPairResult cut = riskDisjointPair(graph, 0, 39, groups, {.searchLimit = 30, .cancel = {}});
    QVERIFY(cut.pair && !cut.optimal && !cut.cancelled);
    QVERIFY(cut.lowerBound <= cut.pair->cost());
    const CancelToken token;
    token.cancel();
    const RiskPairResult cancelled = riskDisjointPair(graph, 0, 39, groups, {.cancel = token});
    QVERIFY(cancelled.cancelled && !cancelled.optimal);
}

void TestDisjoint::refusesUnknownMembers() {
    const GraphLink links[] = {{0, 1, 1.0, false}};
    const RiskGroupMembers groups[] = {{{1}, {}}};
    QVERIFY_THROWS_EXCEPTION(std::out_of_range, riskDisjointPair(Graph(2, links), 0, 1, groups));
    QVERIFY_THROWS_EXCEPTION(std::out_of_range, disjointPair(Graph(2, links), 0, 2, Disjointness::Link));
}

void TestDisjoint::weakPointsAgreeWithRemoval() {
    std::size_t bridges = 0;
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        const Graph graph = randomGraph({.nodes = 8, .links = 4 + seed % 10}, 20000 + seed);
        const GraphMask whole(graph);
        const std::size_t before = componentsWithout(graph, whole);
        WeakPoints expected;
        for (LinkIndex link = 0; link < graph.linkCount(); ++link) {
            GraphMask mask(graph);
            mask.setLinkExcluded(link);
            if (componentsWithout(graph, mask) > before) {
                expected.bridges.push_back(link);
            }
        }
        for (NodeIndex node = 0; node < graph.nodeCount(); ++node) {
            GraphMask mask(graph);
            mask.setNodeExcluded(node);
            if (componentsWithout(graph, mask) > before) {
                expected.articulationNodes.push_back(node);
            }
        }
        const WeakPoints found = weakPoints(graph);
        QVERIFY(found.bridges == expected.bridges);
        QVERIFY(found.articulationNodes == expected.articulationNodes);
        bridges += found.bridges.size();
    }
    QVERIFY(bridges > 100);
}

QTEST_GUILESS_MAIN(TestDisjoint)
#include "test_disjoint.moc"
