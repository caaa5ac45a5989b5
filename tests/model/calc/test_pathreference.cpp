// SPDX-License-Identifier: GPL-3.0-or-later
// Published answers (reference/paths, reference/optics): SNDlib topologies, textbook cases, CORONET.
#include "model/calc/disjoint.h"
#include "model/calc/kshortest.h"
#include "model/calc/matrix.h"
#include "model/calc/weakpoints.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QTest>

#include <algorithm>

using namespace corridor;

namespace {

using Row = QMap<QString, QString>;

QString referenceFile(const QString& name) {
    return QDir(QStringLiteral(CORRIDOR_REFERENCE_DIR)).filePath(name);
}

QList<Row> readCsv(const QString& name) {
    QFile file(referenceFile(name));
    QList<Row> rows;
    if (!file.open(QIODevice::ReadOnly)) {
        return rows;
    }
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    const QStringList names = lines.value(0).trimmed().split(QLatin1Char(','));
    for (const QString& line : lines.mid(1)) {
        const QStringList fields = line.trimmed().split(QLatin1Char(','));
        Row row;
        for (int i = 0; i < names.size(); ++i) {
            row.insert(names[i], fields.value(i));
        }
        rows.append(row);
    }
    return rows;
}

QJsonObject readJson(const QString& name) {
    QFile file(referenceFile(name));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

/// A graph whose nodes have names.
struct Network {
    QStringList names;
    std::vector<GraphLink> links;

    NodeIndex node(const QString& name) {
        if (!names.contains(name)) {
            names.append(name);
        }
        return static_cast<NodeIndex>(names.indexOf(name));
    }
    void add(const QString& a, const QString& b, double weight, bool directed = false) {
        const NodeIndex from = node(a);
        links.push_back({from, node(b), weight, directed});
    }
    Graph graph() const { return Graph(static_cast<std::size_t>(names.size()), links); }
    QString spelled(const GraphPath& path) const {
        QStringList words;
        for (const NodeIndex index : path.nodes) {
            words.append(names[static_cast<int>(index)]);
        }
        return words.join(QLatin1Char('|'));
    }
};

Network fromEdges(const QJsonArray& edges, bool directed) {
    Network network;
    for (const auto edge : edges) {
        const QJsonArray e = edge.toArray();
        network.add(e[0].toString(), e[1].toString(), e[2].toDouble(), directed);
    }
    return network;
}

bool isNear(double value, double expected) {
    return std::abs(value - expected) <= 1e-6 * std::abs(expected);
}

bool matches(const std::optional<PathPair>& pair, const QString& expected) {
    return expected.isEmpty() ? !pair : pair && isNear(pair->cost(), expected.toDouble());
}

} // namespace

class TestPathReference : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void yenTextbook();
    void trapAndBowtie();
    void network_data();
    void network();
    void riskPairsWithoutGroups();
    void coronetShortest();
};

void TestPathReference::initTestCase() {
    if (!QFile::exists(referenceFile(QStringLiteral("paths/classic-small.json")))) {
        QSKIP("the published answers are not here");
    }
}

void TestPathReference::yenTextbook() {
    const QJsonObject yen = readJson(QStringLiteral("paths/classic-small.json"))[u"yen_wikipedia"].toObject();
    Network network = fromEdges(yen[u"directed_edges"].toArray(), true);
    const auto found = kShortestPaths(network.graph(), network.node(yen[u"source"].toString()),
                                      network.node(yen[u"target"].toString()), 100);
    const QJsonArray expected = yen[u"all_simple_paths_by_length"].toArray();
    QVERIFY(found.exhausted);
    QCOMPARE(static_cast<int>(found.paths.size()), static_cast<int>(expected.size()));
    QStringList spelled;
    QStringList expectedSpelled;
    for (int i = 0; i < expected.size(); ++i) {
        QCOMPARE(found.paths[static_cast<std::size_t>(i)].cost, expected[i][0].toDouble());
        spelled.append(network.spelled(found.paths[static_cast<std::size_t>(i)]));
        QStringList words;
        for (const auto name : expected[i][1].toArray()) {
            words.append(name.toString());
        }
        expectedSpelled.append(words.join(QLatin1Char('|')));
    }
    // Among paths of equal length the published order is by name, ours by hops and links.
    spelled.sort();
    expectedSpelled.sort();
    QCOMPARE(spelled, expectedSpelled);
}

void TestPathReference::trapAndBowtie() {
    const QJsonObject all = readJson(QStringLiteral("paths/classic-small.json"));
    const QJsonObject trap = all[u"trap_disjoint_pair"].toObject();
    Network network = fromEdges(trap[u"undirected_edges"].toArray(), false);
    const NodeIndex s = network.node(QStringLiteral("S"));
    const NodeIndex t = network.node(QStringLiteral("T"));
    QCOMPARE(shortestPath(network.graph(), s, t)->cost, trap[u"shortest"].toDouble());
    QCOMPARE(disjointPair(network.graph(), s, t, Disjointness::Link)->cost(),
             trap[u"min_sum_link_disjoint"].toDouble());

    const QJsonObject bowtie = all[u"bowtie"].toObject();
    Network tie = fromEdges(bowtie[u"undirected_edges"].toArray(), false);
    const Graph graph = tie.graph();
    const NodeIndex from = tie.node(QStringLiteral("S"));
    const NodeIndex to = tie.node(QStringLiteral("T"));
    QCOMPARE(disjointPair(graph, from, to, Disjointness::Link)->cost(), bowtie[u"link_disjoint_total"].toDouble());
    QVERIFY(bowtie[u"node_disjoint_total"].isNull());
    QVERIFY(!disjointPair(graph, from, to, Disjointness::Node));
    const WeakPoints weak = weakPoints(graph);
    QVERIFY(weak.bridges.empty());
    QCOMPARE(weak.articulationNodes, std::vector<NodeIndex>{tie.node(bowtie[u"articulation"][0].toString())});
}

void TestPathReference::network_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("polska") << QStringLiteral("polska");
    QTest::newRow("abilene") << QStringLiteral("abilene");
}

void TestPathReference::network() {
    QFETCH(QString, name);
    Network network;
    for (const Row& row : readCsv(QStringLiteral("paths/%1-links.csv").arg(name))) {
        network.add(row[QStringLiteral("s")], row[QStringLiteral("t")],
                    row[QStringLiteral("geodesic_wgs84_km")].toDouble());
    }
    const Graph graph = network.graph();
    const QJsonObject summary = readJson(QStringLiteral("paths/%1-summary.json").arg(name));
    QCOMPARE(static_cast<int>(graph.linkCount()), summary[u"links"].toInt());

    const QList<Row> pairs = readCsv(QStringLiteral("paths/%1-pairs.csv").arg(name));
    QCOMPARE(static_cast<int>(pairs.size()), 66);
    double diameter = 0.0;
    double sum = 0.0;
    int diameterHops = 0;
    for (const Row& row : pairs) {
        const NodeIndex s = network.node(row[QStringLiteral("s")]);
        const NodeIndex t = network.node(row[QStringLiteral("t")]);
        const auto path = shortestPath(graph, s, t);
        QVERIFY(path && isNear(path->cost, row[QStringLiteral("shortest_km")].toDouble()));
        QCOMPARE(network.spelled(*path), row[QStringLiteral("path")]);
        QCOMPARE(static_cast<int>(path->hops()), row[QStringLiteral("hops_on_it")].toInt());
        const int hops = hopDistances(graph, s)[t];
        QCOMPARE(hops, row[QStringLiteral("min_hops")].toInt());
        QVERIFY(
            matches(disjointPair(graph, s, t, Disjointness::Link), row[QStringLiteral("link_disjoint_pair_total_km")]));
        QVERIFY(
            matches(disjointPair(graph, s, t, Disjointness::Node), row[QStringLiteral("node_disjoint_pair_total_km")]));
        diameter = std::max(diameter, path->cost);
        diameterHops = std::max(diameterHops, hops);
        sum += path->cost;
    }
    QVERIFY(isNear(diameter, summary[u"diameter_km"].toDouble()));
    QVERIFY(isNear(sum, summary[u"sum_shortest_km"].toDouble()));
    QCOMPARE(diameterHops, summary[u"diameter_hops"].toInt());

    const WeakPoints weak = weakPoints(graph);
    QStringList bridges;
    for (const LinkIndex link : weak.bridges) {
        bridges << network.names[static_cast<int>(graph.link(link).from)]
                << network.names[static_cast<int>(graph.link(link).to)];
    }
    QStringList expectedBridges;
    for (const auto bridge : summary[u"bridges"].toArray()) {
        expectedBridges << bridge[0].toString() << bridge[1].toString();
    }
    QCOMPARE(bridges, expectedBridges);
    QStringList nodes;
    for (const NodeIndex node : weak.articulationNodes) {
        nodes << network.names[static_cast<int>(node)];
    }
    QCOMPARE(QJsonArray::fromStringList(nodes), summary[u"articulation_points"].toArray());

    QMap<QString, QList<Row>> lists;
    for (const Row& row : readCsv(QStringLiteral("paths/%1-ksp.csv").arg(name))) {
        lists[row[QStringLiteral("s")] + QLatin1Char('|') + row[QStringLiteral("t")]].append(row);
    }
    QVERIFY(lists.size() > 2);
    for (const QList<Row>& rows : lists) {
        const auto found = kShortestPaths(graph, network.node(rows[0][QStringLiteral("s")]),
                                          network.node(rows[0][QStringLiteral("t")]), 10);
        QCOMPARE(static_cast<int>(found.paths.size()), static_cast<int>(rows.size()));
        for (int i = 0; i < rows.size(); ++i) {
            const GraphPath& path = found.paths[static_cast<std::size_t>(i)];
            QVERIFY(isNear(path.cost, rows[i][QStringLiteral("km")].toDouble()));
            QCOMPARE(network.spelled(path), rows[i][QStringLiteral("path")]);
        }
    }
}

/// Without groups, the search over risks must find what the flow finds.
void TestPathReference::riskPairsWithoutGroups() {
    for (const QString& name : {QStringLiteral("polska"), QStringLiteral("abilene")}) {
        Network network;
        for (const Row& row : readCsv(QStringLiteral("paths/%1-links.csv").arg(name))) {
            network.add(row[QStringLiteral("s")], row[QStringLiteral("t")],
                        row[QStringLiteral("geodesic_wgs84_km")].toDouble());
        }
        const Graph graph = network.graph();
        for (const Row& row : readCsv(QStringLiteral("paths/%1-pairs.csv").arg(name))) {
            const auto result = riskDisjointPair(graph, network.node(row[QStringLiteral("s")]),
                                                 network.node(row[QStringLiteral("t")]), {});
            QVERIFY(result.optimal && result.pair);
            const QString expected = row[QStringLiteral("link_disjoint_pair_total_km")];
            QCOMPARE(result.isDisjoint(), !expected.isEmpty());
            QVERIFY(expected.isEmpty() || isNear(result.pair->cost(), expected.toDouble()));
        }
    }
}

void TestPathReference::coronetShortest() {
    const QList<Row> links = readCsv(QStringLiteral("optics/CORONET_CONUS_Topology-links.csv"));
    const QList<Row> pairs = readCsv(QStringLiteral("optics/CORONET_CONUS_Topology-shortest.csv"));
    if (links.isEmpty() || pairs.isEmpty()) {
        QSKIP("CORONET is not here");
    }
    Network network;
    for (const Row& row : links) {
        network.add(row[QStringLiteral("a")], row[QStringLiteral("b")], row[QStringLiteral("fibre_km")].toDouble());
    }
    const Graph graph = network.graph();
    std::vector<NodeIndex> all(graph.nodeCount());
    for (NodeIndex i = 0; i < all.size(); ++i) {
        all[i] = i;
    }
    const DistanceMatrix matrix = distanceMatrix(graph, all, all, {.threads = 2, .cancel = {}});
    for (const Row& row : pairs) {
        const NodeIndex a = network.node(row[QStringLiteral("a")]);
        const NodeIndex b = network.node(row[QStringLiteral("b")]);
        QVERIFY(isNear(matrix.at(a, b), row[QStringLiteral("shortest_fibre_km")].toDouble()));
    }
}

QTEST_GUILESS_MAIN(TestPathReference)
#include "test_pathreference.moc"
