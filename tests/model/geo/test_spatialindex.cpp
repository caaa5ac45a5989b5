// SPDX-License-Identifier: GPL-3.0-or-later
#include "georeference.h"
#include "model/geo/geodesic.h"
#include "model/geo/spatialindex.h"

#include <QtTest>

#include <algorithm>
#include <map>
#include <random>
#include <thread>

using namespace corridor;

namespace {
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
using Ids = std::vector<std::uint64_t>;
using Boxes = std::map<std::uint64_t, Box>;

Box pointBox(double lon, double lat) {
    return {lon, lat, lon, lat};
}

Boxes randomBoxes(unsigned seed, int count, double size) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> lon(73.0, 135.0 - size), lat(18.0, 53.0 - size), side(0.0, size);
    Boxes boxes;
    for (int i = 0; i < count; ++i) {
        const double x = lon(random), y = lat(random);
        boxes[std::uint64_t(i) * 7 + 1] = {x, y, x + side(random), y + side(random)};
    }
    return boxes;
}

SpatialIndex bulk(const Boxes& boxes) {
    std::vector<SpatialIndex::Entry> entries;
    for (const auto& [id, box] : boxes)
        entries.push_back({id, box});
    return SpatialIndex(entries);
}

Ids scanned(const Boxes& boxes, const Box& window) {
    Ids ids;
    for (const auto& [id, box] : boxes)
        if (box.intersects(window))
            ids.push_back(id);
    return ids;
}

std::vector<std::pair<double, std::uint64_t>> scannedNearest(const Boxes& boxes, const LonLat& p) {
    std::vector<std::pair<double, std::uint64_t>> all;
    for (const auto& [id, box] : boxes)
        all.push_back({Geodesic::cgcs2000().distance(
                           p, {std::clamp(p.lon, box.lonMin, box.lonMax), std::clamp(p.lat, box.latMin, box.latMax)}),
                       id});
    std::sort(all.begin(), all.end());
    return all;
}
} // namespace

class TestSpatialIndex : public QObject {
    Q_OBJECT
private slots:
    void queryEqualsScan();
    void editsEqualScan();
    void nearestEqualsScan();
    void nearestAcrossTheAntimeridian();
    void nearestNearThePole();
    void nearestIsGeographic();
    void nearestLimits();
    void emptyAndBrokenBoxes();
    void copiesAreSnapshots();
    void snapshotsInThreads();
};

void TestSpatialIndex::queryEqualsScan() {
    const Boxes boxes = randomBoxes(1, 3000, 1.0);
    const SpatialIndex index = bulk(boxes);
    QCOMPARE(index.size(), boxes.size());
    std::mt19937 random(2);
    std::uniform_real_distribution<double> lon(70.0, 135.0), lat(15.0, 55.0), side(0.0, 8.0);
    for (int i = 0; i < 100; ++i) {
        const double x = lon(random), y = lat(random);
        const Box window{x, y, x + side(random), y + side(random)};
        QCOMPARE(index.query(window), scanned(boxes, window));
    }
    QCOMPARE(index.query(index.bounds()).size(), boxes.size());
    QVERIFY(index.query({}).empty());
    const Box& some = boxes.begin()->second;
    const Ids touching = index.query({some.lonMin - 1e-9, some.latMin - 1e-9, some.lonMin, some.latMin});
    QVERIFY(std::find(touching.begin(), touching.end(), boxes.begin()->first) != touching.end());
}

void TestSpatialIndex::editsEqualScan() {
    Boxes boxes = randomBoxes(3, 300, 2.0);
    SpatialIndex index = bulk(boxes);
    const Boxes others = randomBoxes(4, 900, 2.0);
    std::mt19937 random(5);
    for (const auto& [id, box] : others) {
        switch (random() % 3) {
        case 0:
            boxes[id] = box;
            index.insert(id, box);
            break;
        case 1:
            QCOMPARE(index.remove(id), boxes.erase(id) == 1);
            break;
        default:
            boxes[id] = box;
            index.update(id, box);
        }
    }
    QCOMPARE(index.size(), boxes.size());
    const Box window{100, 25, 115, 42};
    QCOMPARE(index.query(window), scanned(boxes, window));
    for (const auto& [id, box] : boxes)
        QCOMPARE(index.box(id), std::optional(box));
    QVERIFY(!index.box(999999));
    while (!boxes.empty()) {
        QVERIFY(index.remove(boxes.begin()->first));
        boxes.erase(boxes.begin());
    }
    QVERIFY(index.isEmpty() && index.bounds().isEmpty() && index.query({-180, -90, 180, 90}).empty());
}

void TestSpatialIndex::nearestEqualsScan() {
    for (const double size : {0.0, 3.0}) {
        const Boxes boxes = randomBoxes(6, 1500, size);
        const SpatialIndex index = bulk(boxes);
        std::mt19937 random(7);
        std::uniform_real_distribution<double> lon(60.0, 140.0), lat(10.0, 60.0);
        for (int i = 0; i < 40; ++i) {
            const LonLat p{lon(random), lat(random)};
            const auto expected = scannedNearest(boxes, p);
            const auto found = index.nearest(p, 12);
            QCOMPARE(found.size(), std::size_t(12));
            for (std::size_t k = 0; k < found.size(); ++k) {
                QCOMPARE(found[k].id, expected[k].second);
                COMPARE_WITHIN(found[k].distanceM, expected[k].first, 1e-6);
            }
        }
    }
}

void TestSpatialIndex::nearestAcrossTheAntimeridian() {
    SpatialIndex index;
    index.insert(1, pointBox(-179.9, 50.0));
    index.insert(2, pointBox(178.0, 50.0));
    index.insert(3, {-180.0, 60.0, -170.0, 61.0});
    const auto found = index.nearest({179.9, 50.0}, 3);
    QCOMPARE(found.size(), std::size_t(3));
    QCOMPARE(found[0].id, std::uint64_t(1));
    COMPARE_WITHIN(found[0].distanceM, Geodesic::cgcs2000().distance({179.9, 50}, {-179.9, 50}), 1e-6);
    QCOMPARE(found[1].id, std::uint64_t(2));
    COMPARE_WITHIN(found[2].distanceM, Geodesic::cgcs2000().distance({179.9, 50}, {-180, 60}), 1e-6);
    QCOMPARE(index.nearest({-179.95, 50.0}, 1, 10e3).size(), std::size_t(1));
}

void TestSpatialIndex::nearestNearThePole() {
    SpatialIndex index;
    index.insert(1, pointBox(0.0, 89.5));
    index.insert(2, pointBox(180.0, 89.9));
    index.insert(3, pointBox(0.0, 80.0));
    const auto found = index.nearest({0.0, 89.9}, 2);
    QCOMPARE(found[0].id, std::uint64_t(2));
    QCOMPARE(found[1].id, std::uint64_t(1));
}

void TestSpatialIndex::nearestIsGeographic() {
    // At 60° N a degree of longitude is half a degree of latitude: in plain degrees the answer would be the other one.
    SpatialIndex index;
    index.insert(1, pointBox(116.0, 60.8));
    index.insert(2, pointBox(117.2, 60.0));
    QCOMPARE(index.nearest({116.0, 60.0}, 1).front().id, std::uint64_t(2));
}

void TestSpatialIndex::nearestLimits() {
    SpatialIndex index;
    QVERIFY(index.nearest({116, 40}, 3).empty());
    for (std::uint64_t id = 1; id <= 5; ++id)
        index.insert(id, pointBox(116.0, 40.0));
    index.insert(6, {110, 30, 120, 45});
    index.insert(7, pointBox(-64.0, -40.0)); // the antipode
    const auto found = index.nearest({116, 40}, 100);
    QCOMPARE(found.size(), std::size_t(7));
    for (std::size_t k = 0; k < 6; ++k) { // ties come by id
        QCOMPARE(found[k].id, std::uint64_t(k + 1));
        QCOMPARE(found[k].distanceM, 0.0);
    }
    QVERIFY(found[6].distanceM > 2e7);
    QCOMPARE(index.nearest({116, 40}, 100, 0.0).size(), std::size_t(6));
    QVERIFY(index.nearest({116, 50}, 100, 1000.0).empty());
    QVERIFY(index.nearest({116, 40}, 0).empty());
    QVERIFY(index.nearest({}, 3).empty());
    QVERIFY(index.nearest({116, 40}, 3, notANumber).empty());
    QVERIFY(index.nearest({116, 40}, 3, -1.0).empty());
}

void TestSpatialIndex::emptyAndBrokenBoxes() {
    const std::vector<SpatialIndex::Entry> entries{
        {1, pointBox(116, 40)}, {2, {}}, {3, {notANumber, 1, 2, 3}}, {1, pointBox(117, 41)}};
    SpatialIndex index(entries);
    QCOMPARE(index.size(), std::size_t(1));
    QCOMPARE(index.box(1), std::optional(pointBox(117, 41)));
    index.insert(4, {});
    QCOMPARE(index.size(), std::size_t(1));
    index.insert(1, {});
    QVERIFY(index.isEmpty());
    QVERIFY(!index.remove(1));
}

void TestSpatialIndex::copiesAreSnapshots() {
    SpatialIndex index = bulk(randomBoxes(8, 200, 1.0));
    const SpatialIndex snapshot = index;
    const Ids before = snapshot.query({-180, -90, 180, 90});
    index.insert(5000, pointBox(116, 40));
    index.remove(1);
    QCOMPARE(snapshot.query({-180, -90, 180, 90}), before);
    QVERIFY(snapshot.box(1) && !index.box(1));
    QVERIFY(!snapshot.box(5000) && index.box(5000));
    SpatialIndex other = snapshot;
    other.remove(8);
    QVERIFY(snapshot.box(8) && index.box(8) && !other.box(8));
}

void TestSpatialIndex::snapshotsInThreads() {
    SpatialIndex index = bulk(randomBoxes(9, 500, 1.0));
    std::vector<std::thread> readers;
    std::vector<int> wrong(4, 0);
    for (int& bad : wrong)
        readers.emplace_back([snapshot = index, &bad]() mutable {
            for (int i = 0; i < 200; ++i)
                bad += snapshot.query({-180, -90, 180, 90}).size() != 500;
            snapshot = SpatialIndex();
        });
    for (std::uint64_t i = 0; i < 200; ++i)
        index.insert(10000 + i, pointBox(100.0 + 0.01 * double(i), 30.0));
    for (std::thread& reader : readers)
        reader.join();
    QCOMPARE(wrong, std::vector<int>(4, 0));
    QCOMPARE(index.size(), std::size_t(700));
}

QTEST_GUILESS_MAIN(TestSpatialIndex)
#include "test_spatialindex.moc"
