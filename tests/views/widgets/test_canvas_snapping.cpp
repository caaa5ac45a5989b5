// SPDX-License-Identifier: GPL-3.0-or-later
#include "corridorplan.h"
#include "model/geo/geodesic.h"
#include "views/widgets/canvas/snapping.h"

#include <QtTest>

#include <cmath>
#include <random>

using namespace corridor;
using namespace corridor::test;

class TestCanvasSnapping : public QObject {
    Q_OBJECT
    Plan mPlan;
    Snapper mSnapper;
    // 1 px = 100 m: the radius of 12 px is 1.2 km.
    Viewport mViewport = Viewport(std::make_shared<const Projection>(Projection::mapAlbers(113)), QSizeF(800, 600))
                             .centeredOn({113, 40})
                             .withGroundScale(100);

    static EntityId id(const char* code) { return PlanMaker::id(code); }
    QPointF pixel(LonLat place) const { return mViewport.pixelOf(place); }
    Snap snap(QPointF at, EntityId ignore = {}) const { return mSnapper.snapAt(mViewport, at, {}, ignore); }

private Q_SLOTS:
    void init() {
        PlanMaker maker;
        maker.junction("A", 112.8, 40.0);
        maker.junction("B", 113.2, 40.0);
        maker.site("DC", 113.0, 40.15);
        Span span = maker.spanRow("AB", "A", "B");
        span.line.insert(span.line.begin() + 1, LonLat{113.0, 40.05});
        maker.put(span);
        mPlan = maker.plan();
        mSnapper = Snapper();
        mSnapper.setEntities(mPlan.base());
    }

    void everyKindIsFound() {
        QCOMPARE(snap(pixel({112.8, 40.0}) + QPointF(6, 6)).kind, Snap::Kind::End);
        QCOMPARE(snap(pixel({112.8, 40.0}) + QPointF(6, 6)).object, id("A"));
        QCOMPARE(snap(pixel({113.0, 40.15}) + QPointF(-8, 0)).object, id("DC"));
        const Snap vertex = snap(pixel({113.0, 40.05}) + QPointF(0, 7));
        QCOMPARE(vertex.kind, Snap::Kind::Vertex);
        QCOMPARE(vertex.position, (LonLat{113.0, 40.05}));
        QCOMPARE(vertex.object, id("AB"));
        QCOMPARE(vertex.segment, std::size_t(1));
        const LonLat middle = Geodesic::cgcs2000().interpolate({112.8, 40.0}, {113.0, 40.05}, 0.5);
        QCOMPARE(snap(pixel(middle) + QPointF(3, 8)).kind, Snap::Kind::Midpoint);
        QCOMPARE(snap(pixel(middle) + QPointF(3, 8)).position, middle);
        const LonLat quarter = Geodesic::cgcs2000().interpolate({113.0, 40.05}, {113.2, 40.0}, 0.25);
        const Snap along = snap(pixel(quarter) + QPointF(2, 9));
        QCOMPARE(along.kind, Snap::Kind::AlongLine);
        QCOMPARE(along.segment, std::size_t(1));
        QVERIFY(QLineF(pixel(along.position), pixel(quarter)).length() < 6);
        QCOMPARE(snap(pixel({113.0, 39.9})).kind, Snap::Kind::None);
        QVERIFY(QLineF(pixel(snap(pixel({113.0, 39.9})).position), pixel({113.0, 39.9})).length() < 1e-6);
    }

    void theRadiusIsTwelvePixels() {
        QCOMPARE(snap(pixel({113.0, 40.15}) + QPointF(0, -11.9)).kind, Snap::Kind::End);
        QCOMPARE(snap(pixel({113.0, 40.15}) + QPointF(0, -12.1)).kind, Snap::Kind::None);
    }

    void theBetterKindWinsOverTheNearer() {
        // On the line, 10 px from its end: the end all the same.
        const QPointF a = pixel({112.8, 40.0});
        const QPointF way = pixel({113.0, 40.05}) - a;
        const QPointF onLine = a + way / std::hypot(way.x(), way.y()) * 10;
        QCOMPARE(snap(onLine).kind, Snap::Kind::End);
        const QPointF vertex = pixel({113.0, 40.05});
        QCOMPARE(snap(vertex - way / std::hypot(way.x(), way.y()) * 11).kind, Snap::Kind::Vertex);
    }

    void ofOneKindTheNearerWins() {
        ChangeBuilder changes(mPlan, Plan::baseScenario());
        Junction close;
        PlanMaker::name(close, "A2");
        close.position = mViewport.positionOf(pixel({112.8, 40.0}) + QPointF(11, 0));
        changes.put(close);
        mSnapper.setEntities(mPlan.with(changes.take()).base());
        QCOMPARE(snap(pixel({112.8, 40.0}) + QPointF(4, 0)).object, id("A"));
        QCOMPARE(snap(pixel({112.8, 40.0}) + QPointF(6, 0)).object, id("A")); // A2 has no cable yet: it stands back
        QCOMPARE(snap(pixel({112.8, 40.0}) + QPointF(11, 0)).object, id("A2"));
        Span cable = *mPlan.base().find<Span>(id("AB"));
        PlanMaker::name(cable, "A2B");
        cable.from = id("A2");
        changes.put(cable);
        changes.put(close);
        mSnapper.setEntities(mPlan.with(changes.take()).base());
        QCOMPARE(snap(pixel({112.8, 40.0}) + QPointF(5, 0)).object, id("A"));
        QCOMPARE(snap(pixel({112.8, 40.0}) + QPointF(6, 0)).object, id("A2"));
    }

    void anExchangeWinsOverTheSitesAboutIt() {
        ChangeBuilder changes(mPlan, Plan::baseScenario());
        Site site;
        PlanMaker::name(site, "NEIGHBOUR");
        site.position = mViewport.positionOf(pixel({113.2, 40.0}) + QPointF(5, 0));
        changes.put(site);
        for (const auto& [code, to] : {std::pair("B-N", id("NEIGHBOUR")), std::pair("B-DC", id("DC"))}) {
            Span cable = *mPlan.base().find<Span>(id("AB"));
            PlanMaker::name(cable, code);
            cable.from = id("B");
            cable.to = to;
            cable.line = {LonLat{113.2, 40.0}, to == id("DC") ? LonLat{113.0, 40.15} : site.position};
            changes.put(cable);
        }
        mSnapper.setEntities(mPlan.with(changes.take()).base());
        QCOMPARE(snap(pixel({113.2, 40.0}) + QPointF(4, 0)).object, id("B"));
        QCOMPARE(snap(pixel({113.2, 40.0}) + QPointF(5, 0)).object, id("NEIGHBOUR"));
    }

    void theDraggedObjectIsLeftOut() {
        const QPointF a = pixel({112.8, 40.0});
        QCOMPARE(snap(a, id("A")).kind, Snap::Kind::None); // neither the node nor the span at it
        const QPointF vertex = pixel({113.0, 40.05});
        QCOMPARE(snap(vertex, id("AB")).kind, Snap::Kind::None);
        QCOMPARE(snap(a, id("AB")).kind, Snap::Kind::None); // a vertex on its own end would be a mistake
        QCOMPARE(snap(pixel({113.0, 40.15}), id("AB")).object, id("DC"));
    }

    void whatIsHiddenGivesNoHold() {
        LayerVisibility layers;
        layers.spans = false;
        QCOMPARE(mSnapper.snapAt(mViewport, pixel({113.0, 40.05}), layers).kind, Snap::Kind::None);
        layers.sites = false;
        QCOMPARE(mSnapper.snapAt(mViewport, pixel({113.0, 40.15}), layers).kind, Snap::Kind::None);
        QCOMPARE(mSnapper.snapAt(mViewport, pixel({112.8, 40.0}), layers).kind, Snap::Kind::End);
    }

    void editsAreFollowed() {
        ChangeBuilder changes(mPlan, Plan::baseScenario());
        Junction moved = *mPlan.base().find<Junction>(id("A"));
        moved.position = {112.7, 39.9};
        changes.put(moved);
        changes.remove(Kind::Span, id("AB"));
        mSnapper.setEntities(mPlan.with(changes.take()).base());
        QCOMPARE(snap(pixel({112.8, 40.0})).kind, Snap::Kind::None);
        QCOMPARE(snap(pixel({112.7, 39.9})).object, id("A"));
        QCOMPARE(snap(pixel({113.0, 40.05})).kind, Snap::Kind::None);
        mSnapper.setEntities(mPlan.base());
        QCOMPARE(snap(pixel({113.0, 40.05})).kind, Snap::Kind::Vertex);
    }

    void nothingCanMakeItFall() {
        ChangeBuilder changes(mPlan, Plan::baseScenario());
        Span odd;
        PlanMaker::name(odd, "ODD");
        changes.put(odd); // no line
        PlanMaker::name(odd, "ODD1");
        odd.line = {LonLat{113.0, 40.0}};
        changes.put(odd);
        PlanMaker::name(odd, "ODD2");
        odd.line = {LonLat{113.0, 40.0}, LonLat{113.0, 40.0}, LonLat{}};
        changes.put(odd);
        Junction nowhere;
        PlanMaker::name(nowhere, "NOWHERE");
        changes.put(nowhere);
        mSnapper.setEntities(mPlan.with(changes.take()).base());
        std::mt19937 random(7);
        std::uniform_real_distribution<double> pixels(-1000, 2000);
        for (int i = 0; i < 2000; ++i)
            snap({pixels(random), pixels(random)});
        snap({1e12, -1e12});
        snap({NAN, 5});
        snap({INFINITY, INFINITY});
        Snapper().snapAt(mViewport, {10, 10}, {});
        const Snap at = snap(pixel({113.0, 40.0}));
        QVERIFY(at.kind == Snap::Kind::None || std::isfinite(at.position.lon));
    }
};

QTEST_GUILESS_MAIN(TestCanvasSnapping)
#include "test_canvas_snapping.moc"
