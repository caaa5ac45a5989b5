// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/fanout.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace corridor;

namespace {

double apart(QPointF a, QPointF b) {
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

/// The least free room between two symbols; negative when they overlap.
double leastRoom(const std::vector<FanItem>& items, const std::vector<QPointF>& at) {
    double least = INFINITY;
    for (std::size_t i = 0; i < items.size(); ++i)
        for (std::size_t k = i + 1; k < items.size(); ++k)
            least = std::min(least, apart(at[i], at[k]) - items[i].radius - items[k].radius);
    return least;
}

} // namespace

class TestFanOut : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatStandsApartStays() {
        const std::vector<FanItem> items{{{10, 10}, 5.5}, {{30, 10}, 13.5}, {{43, 10}, 5.5}};
        const std::vector<QPointF> at = fannedOut(items);
        for (std::size_t i = 0; i < items.size(); ++i)
            QCOMPARE(at[i], items[i].place); // the last two overlap a little, as neighbours may
    }

    void nothingAndOne() {
        QVERIFY(fannedOut({}).empty());
        const FanItem one{{3, 4}, 5};
        QCOMPARE(fannedOut(std::span(&one, 1)), std::vector<QPointF>{one.place});
    }

    void atOnePlaceTheFirstStandsAtTheTop() {
        for (const int count : {2, 3, 6, 12}) {
            std::vector<FanItem> items(std::size_t(count), FanItem{{100, 100}, 7.5});
            items.front().radius = 13.5;
            const std::vector<QPointF> at = fannedOut(items);
            QVERIFY(leastRoom(items, at) >= 3.9);
            QVERIFY(std::abs(at[0].x() - 100) < 1e-6 && at[0].y() < 100);
            for (std::size_t i = 0; i < at.size(); ++i)
                QVERIFY2(apart(at[i], {100, 100}) > items[i].radius, "its place stays free");
        }
    }

    void eachStandsWhereItComesFrom() {
        // The sites of Horinger at 1:1 000 000, in pixels.
        const std::vector<FanItem> items{{{0, 0}, 13.5},      {{3.9, 5.5}, 5.5},  {{4.8, -3.8}, 5.5},
                                         {{11.3, -6.3}, 5.5}, {{13.5, 6.3}, 5.5}, {{14.5, -2.9}, 7.5}};
        const std::vector<QPointF> at = fannedOut(items);
        QVERIFY2(leastRoom(items, at) >= 3.9, qPrintable(QString::number(leastRoom(items, at))));
        QVERIFY(at[0].x() < at[5].x()); // west stays west
        QVERIFY(at[3].y() < at[4].y()); // north stays north
        for (std::size_t i = 0; i < at.size(); ++i)
            QVERIFY(apart(at[i], items[i].place) < 40);
    }

    void theCircleTakesInWhatItWouldTouch() {
        const std::vector<FanItem> items{{{50, 50}, 10}, {{52, 50}, 10}, {{68, 50}, 10}, {{300, 50}, 10}};
        const std::vector<QPointF> at = fannedOut(items);
        QVERIFY(leastRoom(items, at) >= 3.9);
        QVERIFY(at[2] != items[2].place);
        QCOMPARE(at[3], items[3].place);
    }

    void neighbouringFansBecomeOne() {
        const std::vector<FanItem> items{{{50, 50}, 8}, {{51, 50}, 8}, {{90, 50}, 8}, {{91, 50}, 8}};
        QVERIFY(leastRoom(items, fannedOut(items)) >= 3.9);
    }

    void noSymbolHidesAnother() {
        std::mt19937 random(11);
        for (int round = 0; round < 200; ++round) {
            std::uniform_real_distribution<double> place(0, 150), radius(5.5, 13.5);
            std::vector<FanItem> items;
            for (int i = 0; i < 12; ++i)
                items.push_back({{place(random), place(random)}, radius(random)});
            const std::vector<QPointF> at = fannedOut(items);
            for (std::size_t i = 0; i < items.size(); ++i)
                for (std::size_t k = i + 1; k < items.size(); ++k)
                    QVERIFY(apart(at[i], at[k]) >= hidingShare * std::max(items[i].radius, items[k].radius));
            QCOMPARE(fannedOut(items), at);
        }
    }
};

QTEST_GUILESS_MAIN(TestFanOut)
#include "test_fanout.moc"
