// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/calc/kshortest.h"
#include "tests/model/calc/pathtesting.h"

#include <QTest>

#include <stdexcept>

using namespace corridor;

class TestKShortest : public QObject {
    Q_OBJECT

private slots:
    void listsEveryLooplessPathInOrder();
    void countsParallelLinksAsPaths();
    void endsAreOnePath();
    void canBeCancelled();
};

void TestKShortest::listsEveryLooplessPathInOrder() {
    std::size_t paths = 0;
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        // Integer weights: all sums are exact, so ties are ties and the order is fully determined.
        const Graph graph = randomGraph({.nodes = 6,
                                         .links = 5 + seed % 9,
                                         .integerWeights = seed % 4 != 0,
                                         .nodeCosts = seed % 3 == 0,
                                         .directedShare = seed % 5 == 0 ? 0.3 : 0.0},
                                        1000 + seed);
        GraphMask mask(graph);
        if (seed % 7 == 0) {
            mask.setLinkExcluded(2);
            mask.setNodeExcluded(4);
        }
        const auto expected = allSimplePaths(graph, 0, 5, mask);
        const KShortestResult all = kShortestPaths(graph, 0, 5, 100000, mask);
        QVERIFY(all.exhausted);
        QVERIFY(all.paths == expected);
        const KShortestResult few = kShortestPaths(graph, 0, 5, 3, mask);
        QVERIFY(std::equal(few.paths.begin(), few.paths.end(), expected.begin()));
        QCOMPARE(few.paths.size(), std::min<std::size_t>(3, expected.size()));
        paths += expected.size();
    }
    QVERIFY(paths > 1000);
}

void TestKShortest::countsParallelLinksAsPaths() {
    const GraphLink links[] = {{0, 1, 2.0, false}, {0, 1, 1.0, false}, {2, 1, 1.0, false}, {1, 2, 5.0, false}};
    const auto found = kShortestPaths(Graph(3, links), 0, 2, 10).paths;
    QCOMPARE(found.size(), std::size_t(4));
    QCOMPARE(found[0].links, (std::vector<LinkIndex>{1, 2}));
    QCOMPARE(found[1].links, (std::vector<LinkIndex>{0, 2}));
    QCOMPARE(found[2].cost, 6.0);
    QCOMPARE(found[3].cost, 7.0);
}

void TestKShortest::endsAreOnePath() {
    const GraphLink links[] = {{0, 1, 2.0, false}};
    const KShortestResult same = kShortestPaths(Graph(2, links), 1, 1, 5);
    QCOMPARE(same.paths.size(), std::size_t(1));
    QVERIFY(same.exhausted && same.paths[0].links.empty());
    QVERIFY(kShortestPaths(Graph(3, links), 0, 2, 5).paths.empty());
    QVERIFY_THROWS_EXCEPTION(std::out_of_range, kShortestPaths(Graph(2, links), 0, 2, 5));
}

void TestKShortest::canBeCancelled() {
    const Graph graph = randomGraph({.nodes = 30, .links = 90}, 4);
    const CancelToken token;
    KShortestPaths generator(graph, 0, 9, {}, token);
    QVERIFY(generator.next());
    token.cancel();
    QVERIFY(!generator.next());
    QVERIFY(generator.isCancelled());
    const KShortestResult result = kShortestPaths(graph, 0, 9, 50, {}, token);
    QVERIFY(result.cancelled && !result.exhausted);
}

QTEST_GUILESS_MAIN(TestKShortest)
#include "test_kshortest.moc"
