// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/strokelayer.h"
#include "views/paint/symbolstamps.h"

#include <QPolygonF>
#include <QTest>

#include <cmath>
#include <random>

using namespace corridor;

namespace {

QImage blank(QSize size, qreal dpr = 1) {
    QImage image(size * dpr, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(dpr);
    image.fill(Qt::white);
    return image;
}

/// Paints with a layer over all of an image.
QImage layered(const std::vector<QPolygonF>& lines, qreal width, const QColor& color, qreal dpr = 1, QPointF at = {}) {
    QImage image = blank({120, 80}, dpr);
    QPainter painter(&image);
    painter.translate(at);
    StrokeLayer layer(painter, QRectF(-at, QSizeF(120, 80)));
    for (const QPolygonF& line : lines)
        layer.add(line, width);
    layer.fill(color);
    return image;
}

/// Paints with QPainter's own stroker.
QImage stroked(const std::vector<QPolygonF>& lines, qreal width, const QColor& color, qreal dpr = 1, QPointF at = {}) {
    QImage image = blank({120, 80}, dpr);
    QPainter painter(&image);
    painter.translate(at);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const QPolygonF& line : lines)
        painter.drawPolyline(line);
    return image;
}

struct Difference {
    double mean = 0; ///< of the green channel over the pixels that either picture touches
    int most = 0;
};

Difference differenceOf(const QImage& a, const QImage& b) {
    Difference result;
    int touched = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const int ga = qGreen(a.pixel(x, y)), gb = qGreen(b.pixel(x, y));
            if (ga == 255 && gb == 255)
                continue;
            ++touched;
            result.mean += std::abs(ga - gb);
            result.most = std::max(result.most, std::abs(ga - gb));
        }
    }
    if (touched > 0)
        result.mean /= touched;
    return result;
}

std::vector<QPolygonF> windingLines(int count) {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> x(-10, 130), y(-10, 90);
    std::vector<QPolygonF> lines;
    for (int i = 0; i < count; ++i) {
        QPolygonF line;
        for (int k = 0; k < 5; ++k)
            line << QPointF(x(random), y(random));
        lines.push_back(line);
    }
    return lines;
}

} // namespace

class TestStrokeLayer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void looksLikeTheStrokerOfQt_data() {
        QTest::addColumn<double>("width");
        QTest::addColumn<double>("dpr");
        QTest::addColumn<QPointF>("at");
        QTest::newRow("cable") << 1.6 << 1.0 << QPointF();
        QTest::newRow("casing") << 3.4 << 1.0 << QPointF();
        QTest::newRow("cable at 200 %") << 1.6 << 2.0 << QPointF();
        QTest::newRow("below a title") << 3.0 << 1.0 << QPointF(0, 17.5);
    }
    void looksLikeTheStrokerOfQt() {
        QFETCH(double, width);
        QFETCH(double, dpr);
        QFETCH(QPointF, at);
        for (const QPolygonF& line : windingLines(8)) {
            const Difference difference =
                differenceOf(layered({line}, width, Qt::black, dpr, at), stroked({line}, width, Qt::black, dpr, at));
            QVERIFY2(difference.mean < 8 && difference.most < 140,
                     qPrintable(QStringLiteral("%1, %2").arg(difference.mean).arg(difference.most)));
        }
    }

    void aLevelLineIsExact() {
        // From 11 to 13: two whole rows.
        const QImage image = layered({QPolygonF{{20, 12}, {60, 12}}}, 2, QColor(10, 20, 30));
        QCOMPARE(image.pixelColor(40, 11), QColor(10, 20, 30));
        QCOMPARE(image.pixelColor(40, 12), QColor(10, 20, 30));
        QCOMPARE(image.pixelColor(40, 9), QColor(Qt::white));
        QCOMPARE(image.pixelColor(40, 14), QColor(Qt::white));
        QCOMPARE(image.pixelColor(17, 11), QColor(Qt::white));
        QCOMPARE(image.pixelColor(63, 11), QColor(Qt::white));
    }

    void aRoundCapIsRound() {
        const QImage image = layered({QPolygonF{{30, 40}, {90, 40}}}, 20, Qt::black);
        const auto ink = [&](int x, int y) { return 255 - qGreen(image.pixel(x, y)); };
        QCOMPARE(ink(21, 39), 255); // straight ahead
        QVERIFY(ink(22, 32) < 40);  // in the corner that a square cap would fill
    }

    void crossingsDoNotAddUp() {
        QColor half(0, 0, 0, 128);
        const std::vector<QPolygonF> lines{QPolygonF{{10, 40}, {110, 40}}, QPolygonF{{60, 5}, {60, 75}},
                                           QPolygonF{{10, 40}, {110, 40}}};
        const QImage image = layered(lines, 4, half);
        QCOMPARE(image.pixelColor(60, 40), image.pixelColor(30, 40));
        QVERIFY(std::abs(image.pixelColor(30, 40).green() - 127) <= 1);
    }

    void laterColoursLieOnEarlierOnes() {
        QImage image = blank({120, 80});
        QPainter painter(&image);
        StrokeLayer layer(painter, QRectF(0, 0, 120, 80));
        const QPolygonF line{{10, 40}, {110, 40}};
        layer.add(line, 8);
        layer.fill(Qt::red);
        layer.add(line, 2);
        layer.fill(Qt::blue);
        QCOMPARE(image.pixelColor(60, 40), QColor(Qt::blue));
        QCOMPARE(image.pixelColor(60, 37), QColor(Qt::red));
        // Once painted it is gathered no more.
        painter.fillRect(QRectF(0, 0, 120, 80), Qt::white);
        layer.fill(Qt::green);
        QCOMPARE(image.pixelColor(60, 40), QColor(Qt::white));
    }

    void aCancelledPictureLeavesNothing() {
        QImage image = blank({120, 80});
        QPainter painter(&image);
        {
            StrokeLayer layer(painter, QRectF(0, 0, 120, 80));
            layer.add(QPolygonF{{10, 40}, {110, 40}}, 8);
        }
        StrokeLayer layer(painter, QRectF(0, 0, 120, 80));
        layer.add(QPolygonF{{10, 10}, {110, 70}}, 2);
        layer.fill(Qt::black);
        QCOMPARE(image.pixelColor(15, 40), QColor(Qt::white));
    }

    void staysWithinItsArea() {
        QImage image = blank({120, 80});
        QPainter painter(&image);
        StrokeLayer layer(painter, QRectF(20, 10, 40, 30));
        for (const QPolygonF& line : windingLines(40))
            layer.add(line, 6);
        layer.add(QPolygonF{{-1e7, 20}, {1e7, 25}}, 3);
        layer.fill(Qt::black);
        for (int y = 0; y < 80; ++y)
            for (int x = 0; x < 120; ++x)
                if (!QRect(20, 10, 40, 30).contains(x, y))
                    QCOMPARE(image.pixelColor(x, y), QColor(Qt::white));
        QCOMPARE(image.pixelColor(40, 22), QColor(Qt::black)); // of the long line
    }

    void aPointIsADot() {
        const QImage image = layered({QPolygonF{{50, 40}, {50, 40}}}, 10, Qt::black);
        QCOMPARE(image.pixelColor(50, 40), QColor(Qt::black));
        QCOMPARE(image.pixelColor(57, 40), QColor(Qt::white));
    }

    void whatItCannotDoIsNotForIt() {
        QImage image = blank({20, 20});
        QPainter painter(&image);
        QVERIFY(StrokeLayer::suits(painter));
        painter.setClipRect(0, 0, 10, 10);
        QVERIFY(!StrokeLayer::suits(painter));
        painter.setClipping(false);
        painter.setOpacity(0.5);
        QVERIFY(!StrokeLayer::suits(painter));
        painter.setOpacity(1);
        painter.rotate(10);
        QVERIFY(!StrokeLayer::suits(painter));
    }

    void aStampIsTheSymbol_data() {
        QTest::addColumn<double>("dpr");
        QTest::newRow("100 %") << 1.0;
        QTest::newRow("200 %") << 2.0;
    }
    void aStampIsTheSymbol() {
        QFETCH(double, dpr);
        for (const SiteKind kind : {SiteKind::Intelligent, SiteKind::General, SiteKind::Super, SiteKind::Edge}) {
            for (const SiteStatus status : {SiteStatus::Existing, SiteStatus::Planned, SiteStatus::Retired}) {
                const QPointF at(40.25, 30.5); // a place that stamps can stand at
                QImage drawn = blank({120, 80}, dpr), stamped = blank({120, 80}, dpr);
                {
                    QPainter painter(&drawn), other(&stamped);
                    paintSite(painter, at, kind, status, 3, Theme::Light);
                    stampSite(other, at, kind, status, 3, Theme::Light);
                }
                // Blending twice rounds twice.
                const Difference difference = differenceOf(drawn, stamped);
                QVERIFY2(difference.most <= 3, qPrintable(QString::number(difference.most)));
                QVERIFY(drawn.pixel(int(40 * dpr), int(30 * dpr)) == stamped.pixel(int(40 * dpr), int(30 * dpr)));
            }
        }
    }

    void aStampStandsWhereItsPlaceIs() {
        // Moved by 3.5 px the ink moves by as much: its centre of gravity tells.
        const auto centreOf = [](QPointF at) {
            QImage image = blank({120, 80});
            {
                QPainter painter(&image);
                stampSite(painter, at, SiteKind::Edge, SiteStatus::Existing, 2, Theme::Light);
                stampJunction(painter, at, JunctionRole::Exchange, Theme::Light);
            }
            QPointF sum;
            double weight = 0;
            for (int y = 0; y < 80; ++y)
                for (int x = 0; x < 120; ++x) {
                    const double ink = 255 - qGreen(image.pixel(x, y));
                    sum += ink * QPointF(x + 0.5, y + 0.5);
                    weight += ink;
                }
            return sum / weight;
        };
        for (const QPointF at : {QPointF(40, 30), QPointF(43.5, 30), QPointF(-0.1 + 60, 33.3)}) {
            const QPointF off = centreOf(at) - at;
            QVERIFY2(std::hypot(off.x(), off.y()) < 0.25, qPrintable(QString::number(std::hypot(off.x(), off.y()))));
        }
    }
};

QTEST_MAIN(TestStrokeLayer)
#include "test_strokelayer.moc"
