// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/cancel.h"
#include "model/calc/matrix.h"
#include "model/calc/shortestpath.h"
#include "tests/model/calc/pathtesting.h"

#include <QTest>

#include <cmath>
#include <numeric>
#include <stdexcept>

using namespace corridor;

class TestShortestPath : public QObject {
    Q_OBJECT

private slots:
    void refusesBadInput();
    void keepsParallelLinksApart();
    void dropsSelfLoops();
    void paysNodesInBetweenOnly();
    void respectsDirection();
    void prefersFewerHopsThenSmallerLinks();
    void agreesWithEnumeration();
    void earlyStopChangesNothing();
    void stopsAtTheMaximum();
    void survivesExtremeWeights();
    void followsChangedWeights();
    void countsHops();
    void sameBitsForAnyNumberOfThreads();
    void matrixPicksRowsAndColumns();
    void canBeCancelled();
};

void TestShortestPath::refusesBadInput() {
    const GraphLink outside{0, 2, 1.0, false};
    const GraphLink negative{0, 1, -1.0, false};
    const GraphLink infinite{0, 1, std::numeric_limits<double>::infinity(), false};
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, Graph(2, {&outside, 1}));
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, Graph(2, {&negative, 1}));
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, Graph(2, {&infinite, 1}));
    const double costs[] = {0.0, std::nan("")};
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, Graph(2, {}, costs));
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, Graph(3, {}, costs));
    QVERIFY_THROWS_EXCEPTION(std::out_of_range, shortestPath(Graph(2, {}), 0, 2));
    QCOMPARE(Graph().nodeCount(), std::size_t(0));
}

void TestShortestPath::keepsParallelLinksApart() {
    const GraphLink links[] = {{0, 1, 5.0, false}, {1, 0, 3.0, false}, {0, 1, 3.0, false}};
    const Graph graph(2, links);
    auto path = shortestPath(graph, 0, 1);
    QVERIFY(path);
    QCOMPARE(path->links, std::vector<LinkIndex>{1});
    GraphMask mask(graph);
    mask.setLinkExcluded(1);
    path = shortestPath(graph, 1, 0, mask);
    QVERIFY(path);
    QCOMPARE(path->links, std::vector<LinkIndex>{2});
    mask.setNodeExcluded(0);
    QVERIFY(!shortestPath(graph, 1, 0, mask));
    QVERIFY(!shortestPath(graph, 0, 1, mask));
}

void TestShortestPath::dropsSelfLoops() {
    const GraphLink links[] = {{0, 0, 0.0, false}, {0, 1, 2.0, false}, {1, 1, 0.0, true}};
    const Graph graph(2, links);
    QCOMPARE(graph.linkCount(), std::size_t(3));
    QCOMPARE(graph.arcsFrom(0).size(), std::size_t(1));
    QCOMPARE(shortestPath(graph, 0, 1)->links, std::vector<LinkIndex>{1});
    const auto trivial = shortestPath(graph, 1, 1);
    QVERIFY(trivial && trivial->links.empty() && trivial->nodes == std::vector<NodeIndex>{1} && trivial->cost == 0.0);
}

void TestShortestPath::paysNodesInBetweenOnly() {
    // 0 -1- 1 -1- 2 and 0 -2.5- 2: the pass through node 1 decides; the ends' own costs never do.
    const GraphLink links[] = {{0, 1, 1.0, false}, {1, 2, 1.0, false}, {0, 2, 2.5, false}};
    const double cheap[] = {100.0, 0.25, 100.0};
    QCOMPARE(shortestPath(Graph(3, links, cheap), 0, 2)->cost, 2.25);
    const double dear[] = {100.0, 1.0, 100.0};
    QCOMPARE(shortestPath(Graph(3, links, dear), 0, 2)->links, std::vector<LinkIndex>{2});
}

void TestShortestPath::respectsDirection() {
    const GraphLink links[] = {{0, 1, 1.0, true}, {1, 2, 1.0, false}, {2, 0, 5.0, true}};
    const Graph graph(3, links);
    QCOMPARE(shortestPath(graph, 0, 2)->cost, 2.0);
    const auto back = shortestPath(graph, 1, 0);
    QVERIFY(back);
    QCOMPARE(back->links, (std::vector<LinkIndex>{1, 2}));
}

void TestShortestPath::prefersFewerHopsThenSmallerLinks() {
    // Three ways of cost 2 from 0 to 3: 0-1-2-3 (with a free link), 0-4-3 by links 5,6 and 0-5-3 by links 3,4.
    const GraphLink links[] = {{0, 1, 1.0, false}, {1, 2, 0.0, false}, {2, 3, 1.0, false}, {0, 5, 1.0, false},
                               {5, 3, 1.0, false}, {0, 4, 1.0, false}, {4, 3, 1.0, false}};
    QCOMPARE(shortestPath(Graph(6, links), 0, 3)->links, (std::vector<LinkIndex>{3, 4}));
}

void TestShortestPath::agreesWithEnumeration() {
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        const Graph graph = randomGraph({.nodes = 7,
                                         .links = 4 + seed % 11,
                                         .integerWeights = seed % 3 != 0,
                                         .nodeCosts = seed % 2 == 0,
                                         .directedShare = seed % 5 == 0 ? 0.4 : 0.0},
                                        seed);
        GraphMask mask(graph);
        if (seed % 4 == 0) {
            mask.setLinkExcluded(static_cast<LinkIndex>(seed % graph.linkCount()));
            mask.setNodeExcluded(3);
        }
        ShortestPathSearch search(graph);
        QVERIFY(search.run(0, {.mask = &mask}));
        for (NodeIndex target = 0; target < 7; ++target) {
            const auto expected = allSimplePaths(graph, 0, target, mask);
            const auto found = search.pathTo(target);
            QCOMPARE(found.has_value(), !expected.empty());
            QCOMPARE(search.distance(target), expected.empty() ? unreachable : expected.front().cost);
            if (found) {
                QCOMPARE(*found, expected.front());
            }
        }
    }
}

void TestShortestPath::earlyStopChangesNothing() {
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        const Graph graph = randomGraph(
            {.nodes = 300, .links = 900, .integerWeights = seed % 2 == 0, .nodeCosts = seed % 3 == 0}, seed);
        ShortestPathSearch all(graph);
        ShortestPathSearch one(graph);
        QVERIFY(all.run(7));
        for (NodeIndex target = 0; target < 300; target += 11) {
            QVERIFY(one.run(7, {.target = target}));
            QCOMPARE(one.distance(target), all.distance(target));
            QVERIFY(one.pathTo(target) == all.pathTo(target));
        }
    }
}

void TestShortestPath::stopsAtTheMaximum() {
    const Graph graph = randomGraph({.nodes = 200, .links = 600, .integerWeights = false}, 5);
    ShortestPathSearch all(graph);
    ShortestPathSearch some(graph);
    QVERIFY(all.run(0));
    QVERIFY(some.run(0, {.maximumCost = 60.0}));
    std::size_t within = 0;
    for (NodeIndex node = 0; node < 200; ++node) {
        const double distance = all.distance(node);
        within += distance <= 60.0;
        QCOMPARE(some.distance(node), distance <= 60.0 ? distance : unreachable);
    }
    QVERIFY(within > 10 && within < 190);
    QVERIFY(some.run(0, {.initialCost = 61.0, .maximumCost = 60.0}));
    QCOMPARE(some.distance(0), unreachable);
}

void TestShortestPath::survivesExtremeWeights() {
    // Weights over 24 decades and a chain of free links: one bucket must hold thousands of nodes without going wrong.
    std::vector<GraphLink> links;
    for (NodeIndex i = 0; i + 1 < 3000; ++i) {
        links.push_back({i, i + 1, i % 3 == 0 ? 0.0 : std::pow(10.0, static_cast<int>(i % 25) - 12), false});
        links.push_back({i, (i * 7919U) % 3000U, static_cast<double>(i % 97) * 1e-7, false});
    }
    const Graph graph(3000, links);
    std::vector<double> expected(3000, unreachable);
    expected[0] = 0.0;
    for (bool changed = true; changed;) {
        changed = false;
        for (const GraphLink& link : links) {
            for (const auto& [a, b] : {std::pair(link.from, link.to), std::pair(link.to, link.from)}) {
                if (expected[a] + link.weight < expected[b]) {
                    expected[b] = expected[a] + link.weight;
                    changed = true;
                }
            }
        }
    }
    ShortestPathSearch search(graph);
    QVERIFY(search.run(0));
    for (NodeIndex node = 0; node < 3000; ++node) {
        QCOMPARE(search.distance(node), expected[node]);
        const auto path = search.pathTo(node);
        QVERIFY(path);
        QCOMPARE(pathCost(graph, path->nodes, path->links), expected[node]);
    }
}

void TestShortestPath::followsChangedWeights() {
    Graph graph = randomGraph({.nodes = 50, .links = 150, .integerWeights = false, .directedShare = 0.2}, 3);
    for (std::uint32_t round = 0; round < 50; ++round) {
        const LinkIndex link = round * 3;
        graph.setLinkWeight(link, round % 2 == 0 ? 0.5 : 500.0);
        std::vector<GraphLink> links(graph.links().begin(), graph.links().end());
        const Graph rebuilt(50, links);
        for (NodeIndex target = 1; target < 50; target += 7) {
            QVERIFY(shortestPath(graph, 0, target) == shortestPath(rebuilt, 0, target));
        }
    }
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, graph.setLinkWeight(0, -1.0));
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, graph.setLinkWeight(150, 1.0));
}

void TestShortestPath::countsHops() {
    const GraphLink links[] = {{0, 1, 9.0, false}, {1, 2, 9.0, true}, {0, 2, 99.0, false}, {3, 3, 0.0, false}};
    const Graph graph(4, links);
    QCOMPARE(hopDistances(graph, 0), (std::vector<std::int32_t>{0, 1, 1, -1}));
    GraphMask mask(graph);
    mask.setLinkExcluded(2);
    QCOMPARE(hopDistances(graph, 0, mask), (std::vector<std::int32_t>{0, 1, 2, -1}));
    QCOMPARE(hopDistances(graph, 2, mask), (std::vector<std::int32_t>{-1, -1, 0, -1}));
}

void TestShortestPath::sameBitsForAnyNumberOfThreads() {
    const Graph graph = randomGraph({.nodes = 400, .links = 1300, .integerWeights = false, .nodeCosts = true}, 11);
    std::vector<NodeIndex> sources(100);
    std::iota(sources.begin(), sources.end(), NodeIndex{40});
    const DistanceMatrix one = distancesToAll(graph, sources, {.threads = 1, .cancel = {}});
    QCOMPARE(one.values.size(), std::size_t(100 * 400));
    for (const unsigned threads : {2U, 3U, 7U, 0U, 1000U}) {
        const DistanceMatrix many = distancesToAll(graph, sources, {.threads = threads, .cancel = {}});
        QVERIFY(many.values == one.values);
    }
}

void TestShortestPath::matrixPicksRowsAndColumns() {
    const Graph graph = randomGraph({.nodes = 60, .links = 90, .integerWeights = false}, 2);
    const NodeIndex rows[] = {5, 3, 5};
    const NodeIndex columns[] = {59, 0, 3, 31};
    const DistanceMatrix matrix = distanceMatrix(graph, rows, columns);
    for (std::size_t i = 0; i < 3; ++i) {
        ShortestPathSearch search(graph);
        QVERIFY(search.run(rows[i]));
        for (std::size_t j = 0; j < 4; ++j) {
            QCOMPARE(matrix.at(i, j), search.distance(columns[j]));
        }
    }
    QVERIFY(distanceMatrix(graph, {}, {}).values.empty());
    const NodeIndex outside[] = {60};
    QVERIFY_THROWS_EXCEPTION(std::out_of_range, distanceMatrix(graph, outside, columns));
}

void TestShortestPath::canBeCancelled() {
    const Graph graph = randomGraph({.nodes = 6000, .links = 20000}, 1);
    const NodeIndex sources[] = {0, 1, 2, 3};
    const CancelToken token;
    token.cancel();
    const DistanceMatrix matrix = distancesToAll(graph, sources, {.threads = 2, .cancel = token});
    QVERIFY(matrix.cancelled);
    QVERIFY(matrix.values.empty());
    ShortestPathSearch search(graph);
    QVERIFY(!search.run(0, {.cancel = token.flag()}));
    QVERIFY(!search.pathTo(1));
}

QTEST_GUILESS_MAIN(TestShortestPath)
#include "test_shortestpath.moc"
