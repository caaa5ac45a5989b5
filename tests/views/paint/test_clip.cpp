// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/clip.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace corridor;

namespace {

const QRectF frame(0, 0, 100, 50);

double lengthOf(const QPolygonF& line) {
    double length = 0;
    for (qsizetype i = 0; i + 1 < line.size(); ++i)
        length += QLineF(line[i], line[i + 1]).length();
    return length;
}

double areaOf(const QPolygonF& ring) {
    double twice = 0;
    for (qsizetype i = 0; i < ring.size(); ++i) {
        const QPointF a = ring[i], b = ring[(i + 1) % ring.size()];
        twice += a.x() * b.y() - b.x() * a.y();
    }
    return std::abs(twice) / 2;
}

} // namespace

class TestClip : public QObject {
    Q_OBJECT

private slots:
    void lineInsideIsUntouched() {
        const std::vector<QPointF> line{{10, 10}, {20, 30}, {90, 40}};
        const auto pieces = clipLine(line, frame);
        QCOMPARE(pieces.size(), std::size_t(1));
        QCOMPARE(pieces[0].points, QPolygonF(QList<QPointF>(line.begin(), line.end())));
        QCOMPARE(pieces[0].startsAt, 0.0);
    }

    void lineThatLeavesAndReturnsGivesTwoPieces() {
        const auto pieces = clipLine(std::vector<QPointF>{{50, 25}, {150, 25}, {150, 40}, {50, 40}}, frame);
        QCOMPARE(pieces.size(), std::size_t(2));
        QCOMPARE(pieces[0].points, QPolygonF({QPointF(50, 25), QPointF(100, 25)}));
        QCOMPARE(pieces[1].points, QPolygonF({QPointF(100, 40), QPointF(50, 40)}));
        QCOMPARE(pieces[1].startsAt, 165.0); // 100 out, 15 down, 50 back to the frame
    }

    void lineAcrossBothSides() {
        const auto pieces = clipLine(std::vector<QPointF>{{-50, -25}, {150, 75}}, frame);
        QCOMPARE(pieces.size(), std::size_t(1));
        QVERIFY(std::abs(lengthOf(pieces[0].points) - std::hypot(100, 50)) < 1e-9);
        QVERIFY(std::abs(pieces[0].startsAt - std::hypot(50, 25)) < 1e-9);
    }

    void nothingOfALineOutside() {
        QVERIFY(clipLine(std::vector<QPointF>{{-10, -10}, {-10, 90}, {200, 90}}, frame).empty());
        QVERIFY(clipLine(std::vector<QPointF>{{5, 5}}, frame).empty());
        QVERIFY(clipLine(std::vector<QPointF>{}, frame).empty());
    }

    void pointsThatAreNotFiniteBreakTheLine() {
        const auto pieces = clipLine(std::vector<QPointF>{{1, 1}, {9, 1}, {NAN, 1}, {20, 1}, {30, 1}}, frame);
        QCOMPARE(pieces.size(), std::size_t(2));
        QCOMPARE(pieces[1].points.first(), QPointF(20, 1));
    }

    void piecesLieWithinAndLoseNothing() {
        std::mt19937 random(7);
        std::uniform_real_distribution<double> x(-100, 200), y(-100, 150);
        for (int round = 0; round < 200; ++round) {
            std::vector<QPointF> line;
            for (int i = 0; i < 12; ++i)
                line.emplace_back(x(random), y(random));
            double clipped = 0;
            for (const LinePiece& piece : clipLine(line, frame)) {
                clipped += lengthOf(piece.points);
                for (QPointF p : piece.points)
                    QVERIFY(frame.adjusted(-1e-9, -1e-9, 1e-9, 1e-9).contains(p));
            }
            double sampled = 0; // the same length by brute force
            constexpr int steps = 4000;
            for (std::size_t i = 0; i + 1 < line.size(); ++i) {
                const QPointF d = line[i + 1] - line[i];
                for (int k = 0; k < steps; ++k) {
                    if (frame.contains(line[i] + d * ((k + 0.5) / steps)))
                        sampled += std::hypot(d.x(), d.y()) / steps;
                }
            }
            QVERIFY2(std::abs(clipped - sampled) < 1.0, qPrintable(QStringLiteral("%1 %2").arg(clipped).arg(sampled)));
        }
    }

    void ringsAreCut() {
        QCOMPARE(areaOf(clipRing(std::vector<QPointF>{{-50, -50}, {50, -50}, {50, 25}, {-50, 25}, {-50, -50}}, frame)),
                 1250.0);
        QCOMPARE(areaOf(clipRing(std::vector<QPointF>{{-500, -500}, {500, -500}, {500, 500}, {-500, 500}}, frame)),
                 5000.0);
        QVERIFY(clipRing(std::vector<QPointF>{{200, 0}, {300, 0}, {300, 50}}, frame).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestClip)
#include "test_clip.moc"
