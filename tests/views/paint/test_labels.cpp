// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/fonts.h"
#include "views/paint/labels.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QImage>
#include <QRawFont>
#include <QTest>

#include <random>

using namespace corridor;

namespace {

const QRectF view(0, 0, 800, 500);

LabelRequest point(const QString& text, QPointF at, LabelPriority priority = LabelPriority::County) {
    LabelRequest request;
    request.text = text;
    request.anchor = at;
    request.priority = priority;
    request.clearance = 5;
    return request;
}

std::vector<LabelRequest> crowd(int count) {
    std::mt19937 random(11);
    std::uniform_real_distribution<double> x(0, 800), y(0, 500);
    std::vector<LabelRequest> requests;
    for (int i = 0; i < count; ++i)
        requests.push_back(point(QStringLiteral("Place %1").arg(i), {x(random), y(random)}, LabelPriority(i % 8)));
    return requests;
}

} // namespace

class TestLabels : public QObject {
    Q_OBJECT

private slots:
    void aLoneLabelStandsToTheRight() {
        LabelPlacer placer(view);
        const std::vector<LabelRequest> requests{point(QStringLiteral("Datong"), {400, 250})};
        const auto placed = placer.place(requests);
        QCOMPARE(placed.size(), std::size_t(1));
        QVERIFY(placed[0].box.left() >= 405);
        QVERIFY(std::abs(placed[0].box.center().y() - 250) < 0.01);
    }

    void noTwoOverlapAndNoneTouchesAnObstacle() {
        LabelPlacer placer(view);
        const QRectF furniture(700, 0, 100, 200);
        placer.addObstacle(furniture);
        const auto requests = crowd(300);
        const auto placed = placer.place(requests);
        QVERIFY(placed.size() > 60 && placed.size() < requests.size());
        for (std::size_t i = 0; i < placed.size(); ++i) {
            QVERIFY(view.contains(placed[i].box));
            QVERIFY(!placed[i].box.intersects(furniture));
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!placed[i].box.intersects(placed[j].box));
        }
    }

    void theSameInputGivesTheSameAnswer() {
        const auto requests = crowd(200);
        LabelPlacer one(view), two(view);
        const auto a = one.place(requests), b = two.place(requests);
        QCOMPARE(a.size(), b.size());
        for (std::size_t i = 0; i < a.size(); ++i)
            QVERIFY(a[i].request == b[i].request && a[i].box == b[i].box);
    }

    void theMoreImportantWins() {
        // Room for one label only: the rest of the view is taken.
        LabelPlacer placer(QRectF(0, 0, 80, 20));
        const std::vector<LabelRequest> requests{point(QStringLiteral("county"), {5, 10}, LabelPriority::County),
                                                 point(QStringLiteral("capital"), {6, 10}, LabelPriority::Capital)};
        const auto placed = placer.place(requests);
        QCOMPARE(placed.size(), std::size_t(1));
        QCOMPARE(placed[0].request, std::size_t(1));
    }

    void aLabelAvoidsACable() {
        LabelPlacer placer(view);
        placer.addLine(std::vector<QPointF>{{400, 250}, {700, 250}});
        const auto placed = placer.place(std::vector{point(QStringLiteral("Xuanhua"), {400, 250})});
        QCOMPARE(placed.size(), std::size_t(1));
        QVERIFY2(placed[0].box.right() < 400, "the right side is crossed by the cable, the left is clean");
    }

    void aWaterIsNotNamedFarFromItself() {
        LabelPlacer placer(view);
        placer.addObstacle({350, 215, 100, 70});
        LabelRequest lake{QStringLiteral("Daihai"), LabelRole::Water, LabelPriority::Water, {400, 250}};
        lake.centered = true;
        QVERIFY(placer.place(std::vector{lake}).empty());
        LabelRequest province{QStringLiteral("Hebei"), LabelRole::Province, LabelPriority::Province, {400, 250}};
        province.centered = true; // has room all around
        QCOMPARE(placer.place(std::vector{province}).size(), std::size_t(1));
    }

    void theSameNameTwiceIsSaidOnce() {
        LabelPlacer placer(view);
        auto a = point(QStringLiteral("Hebei"), {300, 200}), b = point(QStringLiteral("Hebei"), {500, 200}),
             c = point(QStringLiteral("Hebei"), {300, 450});
        a.repeatDistancePx = b.repeatDistancePx = c.repeatDistancePx = 240;
        QCOMPARE(placer.place(std::vector{a, b, c}).size(), std::size_t(2));
    }

    void earlierLabelsAreObstacles() {
        LabelPlacer placer(view);
        const auto first = placer.place(crowd(100));
        const auto second = placer.place(std::vector{point(QStringLiteral("late"), {400, 250})});
        for (const auto& label : first) {
            for (const auto& late : second)
                QVERIFY(!label.box.intersects(late.box));
        }
    }

    void anchorsOutsideGetNone() {
        LabelPlacer placer(view);
        QVERIFY(placer.place(std::vector{point(QStringLiteral("far"), {-5, 50}), point({}, {50, 50})}).empty());
    }

    void drawnTextStaysWithinItsBox() {
        LabelPlacer placer(view);
        const std::vector<LabelRequest> requests{point(QString::fromUtf8("察哈尔右翼前旗"), {300, 250})};
        const auto placed = placer.place(requests);
        QCOMPARE(placed.size(), std::size_t(1));
        for (qreal dpr : {1.0, 2.0}) {
            QImage image((view.size() * dpr).toSize(), QImage::Format_ARGB32_Premultiplied);
            image.setDevicePixelRatio(dpr);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            paintLabel(painter, requests[0].text, requests[0].role, placed[0].baseline, Theme::Light);
            painter.end();
            QRect ink;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (qAlpha(image.pixel(x, y)) > 0)
                        ink |= QRect(x, y, 1, 1);
                }
            }
            const QRectF drawn(QPointF(ink.topLeft()) / dpr, QSizeF(ink.size()) / dpr);
            QVERIFY(!ink.isEmpty());
            QVERIFY2(placed[0].box.adjusted(-3, -3, 3, 3).contains(drawn), "halo of 1.6 px and rounding allowed");
            QVERIFY2(drawn.width() > 0.9 * placed[0].box.width(), "the text is narrower than its box says");
        }
    }

    void chineseGlyphsExist() {
        const QRawFont font = QRawFont::fromFont(programFont(13), QFontDatabase::SimplifiedChinese);
        for (QChar c : QString::fromUtf8("算力走廊呼和浩特乌兰察布廊坊蓟州审图号≤≥−±·—Σ"))
            QVERIFY2(font.supportsCharacter(c), qPrintable(QStringLiteral("no glyph for %1").arg(c)));
    }

    void everyRoleHasItsLook() {
        QVERIFY(labelFont(LabelRole::Place1).bold() && !labelFont(LabelRole::Place3).bold());
        QCOMPARE(labelFont(LabelRole::Province, 2.0).pixelSize(), 38);
        QVERIFY(labelFont(LabelRole::Water).italic());
        QVERIFY(labelToken(LabelRole::Junction) == Token::Label2);
    }
};

QTEST_MAIN(TestLabels)
#include "test_labels.moc"
