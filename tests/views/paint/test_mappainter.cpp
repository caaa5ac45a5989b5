// SPDX-License-Identifier: GPL-3.0-or-later
#include "corridorplan.h"
#include "model/session/assessment.h"
#include "views/paint/fonts.h"
#include "views/paint/furniture.h"
#include "views/paint/mappainter.h"
#include "views/paint/planlabels.h"
#include "views/paint/spanlayer.h"
#include "views/paint/symbols.h"

#include <QFile>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QSet>
#include <QTest>

#include <cmath>
#include <numeric>
#include <thread>

using namespace corridor;
using corridor::test::PlanMaker;

namespace {

constexpr int year = 2027;

EntityId id(const char* code) {
    return PlanMaker::id(code);
}

Viewport view(const Box& box, QSizeF size = {800, 500}, qreal dpr = 1) {
    return Viewport(std::make_shared<const Projection>(Projection::mapAlbers(114)), size, dpr).zoomedTo(box);
}

const Box aroundHuailai{115.0, 40.2, 116.2, 40.8};

/// No base map: the ground has one colour.
MapScene bare(const Plan& plan) {
    MapScene scene;
    scene.entities = plan.base();
    scene.year = year;
    scene.layers.placeNames = scene.layers.borders = scene.layers.water = false;
    scene.layers.railways = scene.layers.expressways = false;
    return scene;
}

/// Two junctions 60 km apart and a span between them of a status and fibre.
Plan oneSpan(SpanStatus status, const QString& fibre = QStringLiteral("G.652.D")) {
    PlanMaker maker;
    maker.fibre("G.654.E", 1.4641);
    maker.fibre("HCF", 1.003);
    maker.junction("A", 115.2, 40.5);
    maker.junction("B", 115.9, 40.5);
    Span span = maker.spanRow("AB", "A", "B");
    span.status = status;
    span.inDate = {2020, 0, 0};
    if (status == SpanStatus::Removed)
        span.outDate = {2040, 0, 0};
    span.fibre = fibre;
    maker.put(span);
    return maker.plan();
}

double colorDistance(QColor a, QColor b) {
    return std::hypot(std::hypot(a.red() - b.red(), a.green() - b.green()), a.blue() - b.blue());
}

QColor token(Token t) {
    return tokenColor(t, Theme::Light);
}

/// The pixels across the span AB, column by column from a fifth to four fifths of it: the one nearest to a colour.
std::vector<double> alongSpan(const QImage& image, const MapScene& scene, const Viewport& viewport, QColor color) {
    const Line& line = scene.entities.find<Span>(id("AB"))->line;
    const QPointF a = viewport.pixelOf(line.front()), b = viewport.pixelOf(line.back());
    std::vector<double> nearest;
    for (int x = int(a.x() + (b.x() - a.x()) * 0.2); x < a.x() + (b.x() - a.x()) * 0.8; ++x) {
        const double y = a.y() + (b.y() - a.y()) * (x - a.x()) / (b.x() - a.x());
        double least = 1e9;
        for (int dy = -3; dy <= 3; ++dy)
            least = std::min(least, colorDistance(image.pixelColor(x, int(std::lround(y)) + dy), color));
        nearest.push_back(least);
    }
    return nearest;
}

double shareBelow(const std::vector<double>& values, double limit) {
    return double(std::count_if(values.begin(), values.end(), [=](double v) { return v < limit; })) /
           double(values.size());
}

QImage painted(const MapScene& scene, const Viewport& viewport) {
    return MapPainter().render(scene, viewport, false);
}

/// The corridor with a primary by Zhangjiakou and a backup by Datong.
Plan corridorPlan() {
    PlanMaker maker;
    maker.corridorPlaces();
    maker.chain("N",
                {"BJ-TAM", "WP-NK", "WP-BDL", "WP-DHY", "ZJK-HL", "ZJK-XHY", "ZJK-XH", "ZJK-WQ", "ZJK-HA", "WLCB-XHX",
                 "WLCB-QQ", "WLCB-ZZ", "WLCB-QXY", "HLGR-NEW"},
                1.1);
    maker.chain("S", {"ZJK-HL", "ZJK-ZL", "ZJK-YY", "DT", "DT-ZY", "SZ-YY", "HLGR", "HLGR-NEW"}, 1.1);
    maker.chain("X", {"WP-NK", "ZJK-HL"}, 1.4);
    maker.site("SL-1", 116.45, 39.95);
    maker.site("SL-2", 111.77, 40.55);
    Service service;
    PlanMaker::name(service, "YW");
    service.from = id("BJ-TAM");
    service.to = id("HLGR-NEW");
    service.protection = Protection::RiskDisjoint;
    service.rttLimitMs = 4.0; // broken both ways
    maker.put(service);
    return maker.plan();
}

MapScene corridorScene() {
    const Plan plan = corridorPlan();
    MapScene scene;
    scene.entities = plan.base();
    scene.year = year;
    scene.assessment = assess(plan, Plan::baseScenario(), year, 1);
    scene.shownService = id("YW");
    return scene;
}

const Box wholeWay{111.5, 39.6, 116.8, 41.4};

} // namespace

class TestMapPainter : public QObject {
    Q_OBJECT

private slots:
    void spanHasItsColorAtItsPlace_data() {
        QTest::addColumn<QString>("fibre");
        QTest::addColumn<int>("expected");
        QTest::newRow("G.652.D") << "G.652.D" << int(Token::CableG652);
        QTest::newRow("G.654.E") << "G.654.E" << int(Token::CableG654);
        QTest::newRow("hollow core") << "HCF" << int(Token::CableHollow);
        QTest::newRow("unknown") << "" << int(Token::Ghost);
    }
    void spanHasItsColorAtItsPlace() {
        QFETCH(QString, fibre);
        QFETCH(int, expected);
        const MapScene scene = bare(oneSpan(SpanStatus::Building, fibre));
        const Viewport viewport = view(aroundHuailai);
        const auto near = alongSpan(painted(scene, viewport), scene, viewport, token(Token(expected)));
        QVERIFY2(shareBelow(near, 12) > 0.97, qPrintable(QString::number(shareBelow(near, 12))));
    }

    void patternSaysStatus() {
        const Viewport viewport = view(aroundHuailai);
        const auto share = [&](SpanStatus status) {
            const MapScene scene = bare(oneSpan(status));
            return shareBelow(alongSpan(painted(scene, viewport), scene, viewport, token(Token::CableG652)), 60);
        };
        QVERIFY(share(SpanStatus::Existing) > 0.97);
        QVERIFY(share(SpanStatus::Building) > 0.97);
        const double dashes = share(SpanStatus::Planned); // 8 of 12.5
        QVERIFY2(dashes > 0.5 && dashes < 0.78, qPrintable(QString::number(dashes)));
        QVERIFY(share(SpanStatus::Removed) < 0.02);
        const MapScene removed = bare(oneSpan(SpanStatus::Removed));
        QVERIFY(shareBelow(alongSpan(painted(removed, viewport), removed, viewport, token(Token::CableRemoved)), 90) >
                0.97);
    }

    void whatDoesNotStandIsFaint() {
        MapScene scene = bare(oneSpan(SpanStatus::Building));
        const Viewport viewport = view(aroundHuailai);
        const auto strong = [&] {
            return shareBelow(alongSpan(painted(scene, viewport), scene, viewport, token(Token::CableG652)), 30);
        };
        QVERIFY(strong() > 0.97);
        scene.year = 2019; // in service from 2020
        QVERIFY(strong() < 0.02);
        QVERIFY(shareBelow(alongSpan(painted(scene, viewport), scene, viewport, token(Token::CableG652)), 180) > 0.97);
    }

    void hollowCoreIsADoubleLine() {
        const MapScene scene = bare(oneSpan(SpanStatus::Building, QStringLiteral("HCF")));
        const Viewport viewport = view(aroundHuailai, {800, 500}, 4);
        const QImage image = painted(scene, viewport);
        const Line& line = scene.entities.find<Span>(id("AB"))->line;
        const QPointF middle = (viewport.pixelOf(line.front()) + viewport.pixelOf(line.back())) / 2 * 4;
        int changes = 0;
        bool inside = false;
        for (int dy = -24; dy <= 24; ++dy) {
            const bool cable =
                colorDistance(image.pixelColor(int(middle.x()), int(middle.y()) + dy), token(Token::CableHollow)) < 40;
            changes += cable != inside;
            inside = cable;
        }
        QCOMPARE(changes, 4); // in and out of two lines
    }

    void parallelCablesRunSideBySide() {
        PlanMaker maker;
        maker.junction("A", 115.2, 40.5);
        maker.junction("B", 115.9, 40.5);
        maker.span("AB", "A", "B");
        Span back = maker.spanRow("BA", "B", "A"); // drawn the other way
        maker.put(back);
        const MapScene scene = bare(maker.plan());
        const Viewport viewport = view(aroundHuailai);
        MapPainter painter;
        const QPointF middle = (viewport.pixelOf({115.2, 40.5}) + viewport.pixelOf({115.9, 40.5})) / 2;
        const EntityId first = std::min(id("AB"), id("BA")), second = std::max(id("AB"), id("BA"));
        std::map<EntityId, std::vector<int>> rows;
        for (int dy = -6; dy <= 6; ++dy) {
            for (EntityId hit : painter.objectsAt(scene, viewport, middle + QPointF(0, dy), 0.3))
                rows[hit].push_back(dy);
        }
        QCOMPARE(rows.size(), std::size_t(2));
        const auto mean = [&](EntityId of) {
            return std::accumulate(rows[of].begin(), rows[of].end(), 0.0) / double(rows[of].size());
        };
        QVERIFY2(std::abs(std::abs(mean(first) - mean(second)) - 5) <= 1,
                 qPrintable(QStringLiteral("%1 %2").arg(mean(first)).arg(mean(second))));
    }

    void besideLineKeepsItsDistance() {
        const QPolygonF line{{0, 0}, {100, 0}, {100, 100}};
        const QPolygonF beside = besideLine(line, 5);
        QCOMPARE(beside.first(), line.first()); // runs in to the ends
        QCOMPARE(beside.last(), line.last());
        bool corner = false;
        for (QPointF p : beside)
            corner = corner || std::hypot(p.x() - 95, p.y() - 5) < 1e-9; // to the right of east is south
        QVERIFY(corner);
    }

    void selectionHasAHaloAndAHandle() {
        PlanMaker maker;
        maker.junction("A", 115.2, 40.5);
        maker.junction("B", 115.9, 40.5);
        Span span = maker.spanRow("AB", "A", "B");
        span.line.insert(span.line.begin() + 1, LonLat{115.5, 40.6});
        maker.put(span);
        MapScene scene = bare(maker.plan());
        const Viewport viewport = view(aroundHuailai);
        const QImage before = painted(scene, viewport);
        scene.selected = {id("AB")};
        const QImage after = painted(scene, viewport);
        const QPoint bend = viewport.pixelOf({115.5, 40.6}).toPoint();
        QVERIFY(colorDistance(after.pixelColor(bend), token(Token::CableCasing)) < 20); // the white of a handle
        QVERIFY(colorDistance(before.pixelColor(bend), token(Token::CableG652)) < 60);
        // Beside the line, within 3.5 px: blue over land.
        const QPointF at = viewport.pixelOf({115.7, 40.55});
        int bluer = 0;
        for (int dy = -6; dy <= 6; ++dy) {
            const QColor a = before.pixelColor(int(at.x()), int(at.y()) + dy),
                         b = after.pixelColor(int(at.x()), int(at.y()) + dy);
            bluer += a.red() - b.red() > 40 && b.blue() > b.red();
        }
        QVERIFY2(bluer >= 2 && bluer <= 6, qPrintable(QString::number(bluer)));
    }

    void hitsAgreeWithThePicture() {
        const MapScene scene = bare(corridorPlan());
        const Viewport viewport = view(wholeWay);
        MapScene empty = scene;
        empty.entities = EntitySet();
        MapPainter painter;
        const QImage full = painter.render(scene, viewport, false);
        const std::vector<MapLabel> labels = painter.labels(scene, viewport, false);
        const QImage ground = painter.render(empty, viewport, false);
        const FurnitureLayout layout = layoutFurniture(viewport);
        int touched = 0;
        for (int y = 10; y < 490; y += 3) {
            for (int x = 10; x < 790; x += 3) {
                const QPointF p(x + 0.5, y + 0.5);
                const bool text = std::any_of(labels.begin(), labels.end(), [&](const MapLabel& label) {
                    return label.box.adjusted(-4, -4, 4, 4).contains(p);
                });
                if (text || layout.note.adjusted(-6, -40, 60, 6).contains(p))
                    continue;
                const bool ink = colorDistance(full.pixelColor(x, y), ground.pixelColor(x, y)) > 60;
                const bool hit = !painter.objectsAt(scene, viewport, p, 1.6).empty();
                const bool near = !painter.objectsAt(scene, viewport, p, 6).empty();
                if (ink)
                    QVERIFY2(hit, qPrintable(QStringLiteral("ink without object at %1, %2").arg(x).arg(y)));
                if (!near)
                    QVERIFY2(!ink, qPrintable(QStringLiteral("object without ink at %1, %2").arg(x).arg(y)));
                touched += ink;
            }
        }
        QVERIFY(touched > 100);
    }

    void nodesComeBeforeSpans() {
        const MapScene scene = bare(corridorPlan());
        const Viewport viewport = view(wholeWay);
        MapPainter painter;
        const auto hits = painter.objectsAt(scene, viewport, viewport.pixelOf({114.7298, 40.7637}), 6);
        QVERIFY(hits.size() >= 3); // the junction and two spans
        QCOMPARE(hits[0], id("ZJK-WQ"));
        QVERIFY(scene.entities.find<Span>(hits[1]) && scene.entities.find<Span>(hits[2]));
    }

    void rectangleFindsWhatItMeets() {
        const MapScene scene = bare(corridorPlan());
        const Viewport viewport = view(wholeWay);
        MapPainter painter;
        const QPointF a = viewport.pixelOf({115.05, 40.60});
        const auto found = painter.objectsIn(scene, viewport, QRectF(a - QPointF(4, 4), QSizeF(8, 8)));
        QCOMPARE(std::set<EntityId>(found.begin(), found.end()),
                 (std::set<EntityId>{id("ZJK-XH"), id("N-6"), id("N-7")}));
        const auto all = painter.objectsIn(scene, viewport, viewport.rect());
        QCOMPARE(all.size(), std::size_t(scene.entities.count(Kind::Span) + scene.entities.count(Kind::Junction) +
                                         scene.entities.count(Kind::Site)));
    }

    void hiddenLayersAreNeitherDrawnNorHit() {
        MapScene scene = bare(corridorPlan());
        const Viewport viewport = view(wholeWay);
        scene.layers.spans = scene.layers.junctions = scene.layers.sites = false;
        MapPainter painter;
        QVERIFY(painter.objectsIn(scene, viewport, viewport.rect()).empty());
        MapScene empty = scene;
        empty.entities = EntitySet();
        QCOMPARE(painter.render(scene, viewport, false), painter.render(empty, viewport, false));
        scene.layers.junctions = true;
        for (EntityId hit : painter.objectsIn(scene, viewport, viewport.rect()))
            QVERIFY(scene.entities.find<Junction>(hit));
    }

    void textsDoNotOverlap() {
        MapScene scene = corridorScene();
        MapPainter painter;
        for (const Box& box : {wholeWay, aroundHuailai}) {
            const std::vector<MapLabel> labels = painter.labels(scene, view(box, {1296, 674}), true);
            QVERIFY(labels.size() > 12);
            for (std::size_t i = 0; i < labels.size(); ++i) {
                for (std::size_t k = 0; k < i; ++k)
                    QVERIFY2(!labels[i].box.intersects(labels[k].box),
                             qPrintable(labels[i].text + QStringLiteral(" / ") + labels[k].text));
            }
        }
    }

    void aPlaceIsNamedOnce() {
        MapScene scene = corridorScene();
        scene.layers.expressways = false; // their numbers repeat along the road
        QSet<QString> seen;
        MapPainter painter;
        for (const MapLabel& label : painter.labels(scene, view(wholeWay, {1296, 674}), true)) {
            if (!label.text.isEmpty() && label.text != QLatin1String("schematic")) {
                QVERIFY2(!seen.contains(label.text) || label.text == QString::fromUtf8("河北省"),
                         qPrintable(label.text));
                seen.insert(label.text);
            }
        }
    }

    void shownCircuitHasHalosAndTwoFlags() {
        MapScene scene = corridorScene();
        QVERIFY(scene.assessment && scene.assessment->route(id("YW"))->backup.exists);
        const Viewport viewport = view(wholeWay, {1296, 674});
        const auto flags = [&] {
            MapPainter painter;
            const auto labels = painter.labels(scene, viewport, true);
            return std::count_if(labels.begin(), labels.end(),
                                 [](const MapLabel& label) { return label.text.isEmpty(); });
        };
        QCOMPARE(flags(), 2);
        const QImage with = MapPainter().render(scene, viewport, true);
        scene.layers.services = false;
        QCOMPARE(flags(), 0);
        const QImage without = MapPainter().render(scene, viewport, true);
        const QPoint beside = viewport.pixelOf({113.5, 40.826}).toPoint() + QPoint(0, -3); // on XHX–QQ
        bool haloed = false;
        for (int dy = -6; dy <= 6; ++dy)
            haloed = haloed || colorDistance(with.pixelColor(beside + QPoint(0, dy)),
                                             without.pixelColor(beside + QPoint(0, dy))) > 25;
        QVERIFY(haloed);
    }

    void brokenCircuitsThatAreSelectedCarryPins() {
        MapScene scene = corridorScene();
        scene.shownService = id("BJ-TAM"); // no circuit: none is flagged
        const Viewport viewport = view(wholeWay, {1296, 674});
        const auto reds = [&] {
            const QImage image = MapPainter().render(scene, viewport, false);
            int count = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    count += colorDistance(image.pixelColor(x, y), token(Token::Broken)) < 10;
            return count;
        };
        QCOMPARE(reds(), 0);
        scene.selected = {id("YW")};
        QVERIFY(reds() > 100); // a filled mark of 15 px, more than one for two ways
    }

    void cancelStops() {
        const MapScene scene = corridorScene();
        CancelToken cancel;
        cancel.cancel();
        MapPainter painter;
        QImage image(100, 100, QImage::Format_ARGB32_Premultiplied);
        QPainter target(&image);
        QVERIFY(!painter.paint(target, scene, view(wholeWay, {100, 100}), true, cancel));
        QVERIFY(painter.render(scene, view(wholeWay), true, cancel).isNull());
        QVERIFY(!painter.render(scene, view(wholeWay), true).isNull()); // and it still works
    }

    void sameBytesEveryTimeAndInAnyThread() {
        const MapScene scene = corridorScene();
        for (qreal dpr : {1.0, 1.5, 2.0}) {
            const Viewport viewport = view(wholeWay, {700, 400}, dpr);
            MapPainter painter;
            const QImage first = painter.render(scene, viewport, true);
            QCOMPARE(first.size(), (QSizeF(700, 400) * dpr).toSize());
            QCOMPARE(painter.render(scene, viewport, true), first);
            MapPainter copy = painter.clone();
            const Viewport own = viewport.detached();
            QImage other;
            std::thread thread([&] { other = copy.render(scene, own, true); });
            thread.join();
            QCOMPARE(other, first);
            QCOMPARE(MapPainter().render(scene, viewport, true), first);
        }
    }

    void editsAreFollowed() {
        const Plan before = oneSpan(SpanStatus::Building);
        ChangeBuilder builder(before, Plan::baseScenario());
        Junction moved = *before.base().find<Junction>(id("B"));
        moved.position = {115.9, 40.7};
        Span span = *before.base().find<Span>(id("AB"));
        span.line.back() = moved.position;
        builder.put(moved);
        builder.put(span);
        const Plan after = before.with(builder.take());
        const Viewport viewport = view(aroundHuailai);
        MapPainter painter;
        const QImage first = painter.render(bare(before), viewport, false);
        const QImage second = painter.render(bare(after), viewport, false);
        QVERIFY(first != second);
        QCOMPARE(second, painted(bare(after), viewport));               // as if seen for the first time
        QCOMPARE(painter.render(bare(before), viewport, false), first); // undo
        const Viewport mercator = viewport.inProjection(std::make_shared<const Projection>(Projection::webMercator()));
        QCOMPARE(painter.render(bare(after), mercator, false), painted(bare(after), mercator));
    }

    void theGroundIsKeptWhileItIsTheSame() {
        const Viewport wide = view(wholeWay, {400, 300}), near = view(aroundHuailai, {400, 300});
        MapScene light = corridorScene();
        MapScene dark = light, dry = light;
        dark.theme = Theme::Dark;
        dry.layers.water = false;
        MapPainter painter;
        for (const auto& [scene, viewport] : {std::pair(&light, wide),
                                              {&light, wide},
                                              {&light, wide},
                                              {&dark, wide},
                                              {&dark, wide},
                                              {&dry, wide},
                                              {&light, near},
                                              {&light, near},
                                              {&light, wide}})
            QCOMPARE(painter.render(*scene, viewport, false), MapPainter().render(*scene, viewport, false));
    }

    void theMapIsThinnedOut() {
        const auto codeOf = [](int i) { return std::string{'S', char('0' + i)}; };
        PlanMaker maker;
        for (int i = 0; i < 6; ++i)
            maker.site(codeOf(i), 116.3 + 0.08 * i, 39.9);
        Plan plan = maker.plan();
        ChangeBuilder builder(plan, Plan::baseScenario());
        for (int i = 0; i < 6; ++i) {
            Site site = *plan.base().find<Site>(PlanMaker::id(codeOf(i)));
            site.city = QStringLiteral("X");
            site.computePflops = i == 2 ? 20000 : i == 3 ? 4000 : 10;
            site.kind = i == 5 ? SiteKind::Edge : SiteKind::General;
            builder.put(site);
        }
        const MapScene scene = bare(plan.with(builder.take()));
        MapPainter painter;
        const Viewport viewport = view(aroundHuailai).centeredOn({116.5, 39.9});
        const auto at = [&](double metresPerPixel) {
            const Viewport v = viewport.withGroundScale(metresPerPixel);
            return painter.objectsAt(scene, v, v.pixelOf({116.46, 39.9}), 1); // S2
        };
        const auto count = [&](double metresPerPixel) {
            const Viewport v = viewport.withGroundScale(metresPerPixel);
            return painter.objectsIn(scene, v, v.rect()).size();
        };
        QCOMPARE(count(150), std::size_t(6));
        QCOMPARE(count(600), std::size_t(2));  // 1:2 268 000: only those of 1 EFLOPS and more
        QCOMPARE(count(1200), std::size_t(6)); // 1:4 535 000: one symbol that stands for all
        QCOMPARE(at(1200).size(), std::size_t(6));
        QCOMPARE(at(1200).front(), id("S2")); // the largest speaks for them
        const auto labels = painter.labels(scene, viewport.withGroundScale(1200), false);
        QVERIFY(std::any_of(labels.begin(), labels.end(),
                            [](const MapLabel& l) { return l.text == QLatin1String("X 24 EFLOPS"); }));
    }

    void namesLoseTheirBrackets() {
        QCOMPARE(withoutBrackets(QString::fromUtf8("怀来（沙城）")), QString::fromUtf8("怀来"));
        QCOMPARE(withoutBrackets(QStringLiteral("Huailai (Shacheng)")), QStringLiteral("Huailai"));
        QCOMPARE(withoutBrackets(QString::fromUtf8("京津冀（张家口）中心")), QString::fromUtf8("京津冀（张家口）中心"));
        QCOMPARE(withoutBrackets(QString::fromUtf8("（甲）")), QString::fromUtf8("（甲）"));
    }

    /// Chinese names must come out as characters, not as boxes.
    void fontHasEveryCharacterOfTheSample() {
        QString family;
        for (const QString& wanted : fontFamilies()) {
            if (family.isEmpty() && QFontDatabase::families().contains(wanted))
                family = wanted;
        }
        if (family.isEmpty())
            QSKIP("None of the program's fonts is installed.");
        const QFontMetrics regular(QFont(family, 12)), bold(QFont(family, 12, QFont::Bold));
        int checked = 0;
        for (const char* table : {"sites", "junctions", "spans", "services", "areas", "risk_groups"}) {
            QFile file(QStringLiteral(CORRIDOR_SOURCE_DIR "/resources/sample/%1.csv").arg(QLatin1String(table)));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            for (QChar c : text) {
                if (c.isSpace() || !c.isPrint())
                    continue;
                ++checked;
                QVERIFY2(regular.inFont(c) && bold.inFont(c), qPrintable(QString(c)));
            }
        }
        QVERIFY(checked > 1000);
    }
};

QTEST_MAIN(TestMapPainter)
#include "test_mappainter.moc"
