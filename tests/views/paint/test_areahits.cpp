// SPDX-License-Identifier: GPL-3.0-or-later
#include "corridorplan.h"
#include "model/geo/geodesic.h"
#include "views/paint/mappainter.h"

#include <QTest>

using namespace corridor;
using corridor::test::PlanMaker;

/// Which pixels mean an area: its edge, and its inside where that is painted.
class TestAreaHits : public QObject {
    Q_OBJECT

    static constexpr double radiusPx = 6;

    static MapScene sceneOf(const Plan& plan) {
        MapScene scene;
        scene.entities = plan.base();
        scene.year = 2027;
        scene.layers.areas = true;
        scene.layers.placeNames = scene.layers.borders = scene.layers.water = false;
        return scene;
    }
    static Viewport view() {
        return Viewport(std::make_shared<const Projection>(Projection::mapAlbers(114)), {800, 500}, 1)
            .zoomedTo(Box{115.0, 40.2, 116.2, 40.8});
    }
    static Area area(const char* code, AreaKind kind) {
        Area out;
        PlanMaker::name(out, code);
        out.kind = kind;
        return out;
    }
    static bool hits(const MapScene& scene, const LonLat& at, const char* code) {
        MapPainter painter;
        const Viewport viewport = view();
        const auto ids = painter.objectsAt(scene, viewport, viewport.pixelOf(at), radiusPx);
        return std::find(ids.begin(), ids.end(), PlanMaker::id(code)) != ids.end();
    }

private Q_SLOTS:
    void aRingIsItsLineOnly() {
        PlanMaker maker;
        Area ring = area("RING", AreaKind::Ring);
        ring.centre = LonLat{115.6, 40.5};
        ring.radiusKm = 20;
        maker.put(ring);
        const MapScene scene = sceneOf(maker.plan());
        QVERIFY(!hits(scene, {115.6, 40.5}, "RING")); // as everybody inside the 200 km around Beijing
        QVERIFY(!hits(scene, {115.5, 40.55}, "RING"));
        const LonLat edge = Geodesic::cgcs2000().circle({115.6, 40.5}, 20000).front();
        QVERIFY(hits(scene, edge, "RING"));
    }

    void aHoleIsNotTheArea() {
        PlanMaker maker;
        Area policy = area("POLICY", AreaKind::Policy);
        policy.polygon.rings = {{{115.2, 40.3}, {116.0, 40.3}, {116.0, 40.7}, {115.2, 40.7}},
                                {{115.5, 40.4}, {115.7, 40.4}, {115.7, 40.6}, {115.5, 40.6}}};
        maker.put(policy);
        const MapScene scene = sceneOf(maker.plan());
        QVERIFY(hits(scene, {115.3, 40.5}, "POLICY"));
        QVERIFY(!hits(scene, {115.6, 40.5}, "POLICY"));
        QVERIFY(hits(scene, {115.5, 40.5}, "POLICY")); // the edge of the hole
        QVERIFY(!hits(scene, {115.1, 40.5}, "POLICY"));
    }

    void nodesAndSpansComeFirst() {
        PlanMaker maker;
        maker.junction("A", 115.4, 40.5);
        maker.junction("B", 115.8, 40.5);
        maker.span("AB", "A", "B");
        Area policy = area("POLICY", AreaKind::Policy);
        policy.polygon.rings = {{{115.2, 40.3}, {116.0, 40.3}, {116.0, 40.7}, {115.2, 40.7}}};
        maker.put(policy);
        const MapScene scene = sceneOf(maker.plan());
        MapPainter painter;
        const Viewport viewport = view();
        QCOMPARE(painter.objectsAt(scene, viewport, viewport.pixelOf({115.6, 40.5}), radiusPx).front(),
                 PlanMaker::id("AB"));
        QCOMPARE(painter.objectsAt(scene, viewport, viewport.pixelOf({115.4, 40.5}), radiusPx).front(),
                 PlanMaker::id("A"));
        QCOMPARE(painter.objectsAt(scene, viewport, viewport.pixelOf({115.6, 40.65}), radiusPx).front(),
                 PlanMaker::id("POLICY"));
    }
};

QTEST_MAIN(TestAreaHits)
#include "test_areahits.moc"
