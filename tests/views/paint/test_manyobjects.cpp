// SPDX-License-Identifier: GPL-3.0-or-later
// Many sites at one place, many cables in one picture.
#include "corridorplan.h"
#include "views/paint/mappainter.h"

#include <QTest>

#include <cmath>

using namespace corridor;
using corridor::test::PlanMaker;

namespace {

Viewport view(const Box& box, QSizeF size) {
    return Viewport(std::make_shared<const Projection>(Projection::mapAlbers(114)), size).zoomedTo(box);
}

/// No base map: the ground has one colour.
MapScene bare(const Plan& plan) {
    MapScene scene;
    scene.entities = plan.base();
    scene.layers.placeNames = scene.layers.borders = scene.layers.water = false;
    scene.layers.railways = scene.layers.expressways = false;
    return scene;
}

struct Place {
    const char* code;
    double lon, lat, pflops;
};
/// The sites of Horinger, within 4 km, and two at the very same place.
constexpr Place horinger[] = {{"HHHT", 111.760, 40.533, 110420}, {"HLLT", 111.772, 40.520, 0},
                              {"HLDX", 111.775, 40.542, 0},      {"HLCS", 111.795, 40.548, 120},
                              {"HLNH", 111.802, 40.518, 0},      {"HLYD", 111.805, 40.540, 6700},
                              {"HLYD2", 111.805, 40.540, 0}};

Plan horingerPlan() {
    PlanMaker maker;
    for (const Place& place : horinger) {
        Site site;
        PlanMaker::name(site, place.code);
        site.position = {place.lon, place.lat};
        site.city = QStringLiteral("C");
        site.status = SiteStatus::Existing;
        if (place.pflops > 0)
            site.computePflops = place.pflops;
        maker.put(site);
    }
    return maker.plan();
}

/// Rungs of a ladder of cables: @p west of them in the western half, @p east in the other.
Plan ladder(int west, int east) {
    PlanMaker maker;
    const auto rung = [&](const std::string& code, double lon, int i) {
        maker.junction(code + "a", lon, 39.0 + 0.009 * i);
        maker.junction(code + "b", lon + 0.8, 39.0 + 0.009 * i + 0.3);
        maker.span(code, code + "a", code + "b");
    };
    for (int i = 0; i < west; ++i)
        rung("W" + std::to_string(i), 113.0, i);
    for (int i = 0; i < east; ++i)
        rung("E" + std::to_string(i), 115.0, i);
    return maker.plan();
}

int colorDistance(QRgb a, QRgb b) {
    return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
}

} // namespace

class TestManyObjects : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sitesAreToldApart_data() {
        QTest::addColumn<double>("scale");
        QTest::addColumn<int>("leastNamed");
        QTest::newRow("1:250 000") << 250'000.0 << 7;
        QTest::newRow("1:500 000") << 500'000.0 << 7;
        QTest::newRow("1:1 000 000") << 1'000'000.0 << 6;
        QTest::newRow("1:1 900 000") << 1'900'000.0 << 6;
    }
    void sitesAreToldApart() {
        QFETCH(double, scale);
        QFETCH(int, leastNamed);
        const MapScene scene = bare(horingerPlan());
        const Viewport near = view({111.7, 40.5, 111.9, 40.6}, {1000, 600});
        const Viewport viewport =
            near.zoomedAbout(near.rect().center(), near.scaleDenominator() / scale).centeredOn({111.79, 40.533});
        MapPainter painter;
        std::vector<QPointF> symbols;
        for (const Place& place : horinger) {
            const EntityId id = PlanMaker::id(place.code);
            const std::optional<QPointF> at = painter.symbolAt(scene, viewport, id);
            QVERIFY(at);
            // A click on the symbol means this site and no other.
            const std::vector<EntityId> hits = painter.objectsAt(scene, viewport, *at, 3);
            QCOMPARE(hits.size(), std::size_t(1));
            QCOMPARE(hits.front(), id);
            const QPointF off = *at - viewport.pixelOf({place.lon, place.lat});
            QVERIFY2(std::hypot(off.x(), off.y()) < 50, "not far from its place");
            symbols.push_back(*at);
        }
        const std::vector<MapLabel> labels = painter.labels(scene, viewport, false);
        QVERIFY2(int(labels.size()) >= leastNamed, qPrintable(QString::number(labels.size())));
        for (const MapLabel& label : labels)
            QVERIFY2(!label.text.contains(u'+'), qPrintable(label.text)); // none speaks for others
    }

    void furtherOutTheyAreOneSymbol() {
        const MapScene scene = bare(horingerPlan());
        const Viewport viewport = view({108, 38, 116, 43}, {1000, 600}).centeredOn({111.79, 40.533});
        QVERIFY(viewport.scaleDenominator() > 2'000'000);
        MapPainter painter;
        const auto at = painter.symbolAt(scene, viewport, PlanMaker::id("HHHT"));
        QVERIFY(at);
        QCOMPARE(*at, viewport.pixelOf({111.760, 40.533}));
    }

    void manyCablesLookLikeFew() {
        const Viewport viewport = view({112.8, 38.9, 116.0, 41.2}, {900, 650});
        const QImage few = MapPainter().render(bare(ladder(200, 0)), viewport, false);
        const QImage many = MapPainter().render(bare(ladder(200, 100)), viewport, false);
        double sum = 0;
        int touched = 0, different = 0;
        const QRgb ground = few.pixel(430, 20);
        for (int y = 0; y < 600; ++y) { // above the scale bar
            for (int x = 0; x < 420; ++x) {
                if (few.pixel(x, y) == ground && many.pixel(x, y) == ground)
                    continue;
                const int off = colorDistance(few.pixel(x, y), many.pixel(x, y));
                ++touched;
                sum += off;
                different += off > 60;
            }
        }
        QVERIFY(touched > 5000);
        QVERIFY2(sum / touched < 12 && different < touched / 50,
                 qPrintable(QStringLiteral("%1, %2 of %3").arg(sum / touched).arg(different).arg(touched)));
    }

    void manyCablesHaveTheirCasing() {
        const MapScene scene = bare(ladder(150, 150));
        const Viewport viewport = view({112.8, 39.2, 113.3, 39.6}, {900, 650});
        const QImage image = MapPainter().render(scene, view({112.8, 38.9, 116.0, 41.2}, {900, 650}), false);
        const QImage near = MapPainter().render(scene, viewport, false);
        const QRgb casing = tokenColor(Token::CableCasing, Theme::Light).rgb();
        int found = 0;
        for (const QImage* picture : {&image, &near})
            for (int y = 0; y < picture->height(); ++y)
                for (int x = 0; x < picture->width(); ++x)
                    found += colorDistance(picture->pixel(x, y), casing) < 4;
        QVERIFY2(found > 1000, qPrintable(QString::number(found)));
    }

    void anImageThatSomebodyHoldsIsNotPaintedAgain() {
        const MapScene scene = bare(ladder(5, 5));
        const Viewport here = view({112.8, 38.9, 116.0, 41.2}, {300, 200});
        MapPainter painter;
        const QImage first = painter.render(scene, here, false);
        const QImage copy = first.copy();
        for (int i = 1; i <= 5; ++i)
            painter.render(scene, here.panned(QPointF(10 * i, 0)), false);
        QCOMPARE(first, copy);
        QCOMPARE(painter.render(scene, here, false), copy);
    }
};

QTEST_MAIN(TestManyObjects)
#include "test_manyobjects.moc"
