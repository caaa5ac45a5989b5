// SPDX-License-Identifier: GPL-3.0-or-later
#include "planfixture.h"

namespace corridor {

namespace {

const EntityId kBase = Plan::baseScenario();
constexpr EntityId kChild{1001}, kGrand{1002}, kOther{1003};

Plan withScenarios() {
    Plan plan;
    plan = put(plan, kBase, makeSite(1, 10));
    plan = put(plan, kBase, makeSite(2, 20));
    plan = put(plan, kBase, makeScenario(kChild.value, kBase, "B"));
    plan = put(plan, kBase, makeScenario(kGrand.value, kChild, "C"));
    return put(plan, kBase, makeScenario(kOther.value, kBase, "A"));
}

} // namespace

class PlanTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anEmptyPlanHasItsBase() {
        const Plan plan;
        QCOMPARE(plan.scenarios().size(), std::size_t(1));
        QCOMPARE(plan.scenarios().front()->id, kBase);
        QVERIFY(plan.hasScenario(kBase) && !plan.hasScenario(kChild));
        QCOMPARE(plan.objectCount(), std::size_t(1));
        QVERIFY(Plan::diff(plan, Plan()).isEmpty() && Plan::sameContent(plan, Plan()));
    }

    void editsMakeANewPlanAndLeaveTheOld() {
        const Plan none;
        const Plan one = put(none, kBase, makeSite(1, 10));
        const Plan changed = put(one, kBase, makeSite(1, 11));
        const Plan gone = removed(changed, kBase, Kind::Site, EntityId{1});
        QVERIFY(!powerIn(none, kBase, 1) && !powerIn(gone, kBase, 1));
        QCOMPARE(powerIn(one, kBase, 1), std::optional(10.0));
        QCOMPARE(powerIn(changed, kBase, 1), std::optional(11.0));
        QVERIFY(Plan::sameContent(none, gone));
    }

    void childrenSeeTheirParents() {
        Plan plan = withScenarios();
        for (const EntityId scenario : {kBase, kChild, kGrand, kOther})
            QCOMPARE(powerIn(plan, scenario, 1), std::optional(10.0));
        plan = put(plan, kChild, makeSite(1, 12));
        QCOMPARE(powerIn(plan, kBase, 1), std::optional(10.0));
        QCOMPARE(powerIn(plan, kChild, 1), std::optional(12.0));
        QCOMPARE(powerIn(plan, kGrand, 1), std::optional(12.0));
        QCOMPARE(powerIn(plan, kOther, 1), std::optional(10.0));
        // Base edits show through unless overlaid.
        plan = put(plan, kBase, makeSite(1, 13));
        plan = put(plan, kBase, makeSite(2, 23));
        QCOMPARE(powerIn(plan, kChild, 1), std::optional(12.0));
        QCOMPARE(powerIn(plan, kOther, 1), std::optional(13.0));
        for (const EntityId scenario : {kBase, kChild, kGrand, kOther})
            QCOMPARE(powerIn(plan, scenario, 2), std::optional(23.0));
        // A grandchild overlays the child.
        plan = put(plan, kGrand, makeSite(1, 14));
        plan = put(plan, kChild, makeSite(1, 15));
        QCOMPARE(powerIn(plan, kGrand, 1), std::optional(14.0));
        QCOMPARE(powerIn(plan, kChild, 1), std::optional(15.0));
        QCOMPARE(plan.overlaySize(kGrand), std::size_t(1));
        QCOMPARE(plan.slot(kGrand, Kind::Site, EntityId{1}).state, Slot::State::Present);
        QCOMPARE(plan.slot(kOther, Kind::Site, EntityId{1}).state, Slot::State::Absent);
        QCOMPARE(plan.slot(kGrand, Kind::Junction, EntityId{1}).state, Slot::State::Absent);
    }

    void childrenAddAndRemove() {
        Plan plan = put(withScenarios(), kChild, makeSite(3, 30));
        QVERIFY(!powerIn(plan, kBase, 3) && !powerIn(plan, kOther, 3));
        QCOMPARE(powerIn(plan, kGrand, 3), std::optional(30.0));
        plan = removed(plan, kChild, Kind::Site, EntityId{2});
        QVERIFY(!powerIn(plan, kChild, 2) && !powerIn(plan, kGrand, 2));
        QVERIFY(powerIn(plan, kBase, 2) && powerIn(plan, kOther, 2));
        QCOMPARE(plan.slot(kChild, Kind::Site, EntityId{2}).state, Slot::State::Removed);
        // What the base says of a hidden object does not show.
        plan = put(plan, kBase, makeSite(2, 21));
        QVERIFY(!powerIn(plan, kChild, 2));
        // A child's own addition leaves no trace when it goes.
        plan = removed(plan, kChild, Kind::Site, EntityId{3});
        QCOMPARE(plan.slot(kChild, Kind::Site, EntityId{3}).state, Slot::State::Absent);
        QCOMPARE(plan.overlaySize(kChild), std::size_t(1));
    }

    void childrenFallBack() {
        Plan plan = put(withScenarios(), kChild, makeSite(1, 12));
        plan = removed(plan, kChild, Kind::Site, EntityId{2});
        ChangeBuilder builder(plan, kChild);
        builder.revert(Kind::Site, EntityId{1});
        builder.revert(Kind::Site, EntityId{2});
        QCOMPARE(builder.current(EntityId{1}).as<Site>()->itPowerMw, std::optional(10.0));
        plan = plan.with(builder.take());
        QCOMPARE(plan.overlaySize(kChild), std::size_t(0));
        QVERIFY(Plan::sameContent(plan, withScenarios()));
    }

    // An overlay row that says what the parent says would hide the parent's next change for no reason the user gave.
    void aValueSetBackToTheParentsLeavesNoRow() {
        Plan plan = put(withScenarios(), kChild, makeSite(1, 12));
        plan = put(plan, kChild, makeSite(1, 10));
        QCOMPARE(plan.overlaySize(kChild), std::size_t(0));
        QVERIFY(Plan::sameContent(plan, withScenarios()));
    }

    void removalReachesDown() {
        Plan plan = put(withScenarios(), kChild, makeSite(1, 12));
        plan = put(plan, kGrand, makeSite(1, 14));
        plan = put(plan, kChild, makeSite(3, 30));
        plan = put(plan, kGrand, makeSite(3, 31));
        const Plan inBase = removed(plan, kBase, Kind::Site, EntityId{1});
        for (const EntityId scenario : {kBase, kChild, kGrand, kOther})
            QVERIFY(!powerIn(inBase, scenario, 1));
        // A middle scenario: the row of the grandchild would bring it back to life (found 2026-11-22).
        const Plan inChild = removed(removed(plan, kChild, Kind::Site, EntityId{3}), kChild, Kind::Site, EntityId{1});
        QVERIFY(!powerIn(inChild, kGrand, 3) && !powerIn(inChild, kGrand, 1) && powerIn(inChild, kOther, 1));
        QCOMPARE(inChild.overlaySize(kGrand), std::size_t(0));
        const ChangeSet back = Plan::diff(inChild, plan);
        QVERIFY(Plan::sameContent(inChild.with(back), plan));
    }

    void scenariosComeParentsFirstSiblingsByCode() {
        std::vector<EntityId> ids;
        const Plan plan = withScenarios();
        for (const Scenario* scenario : plan.scenarios())
            ids.push_back(scenario->id);
        QCOMPARE(ids, (std::vector<EntityId>{kBase, kOther, kChild, kGrand}));
    }

    void reparentingChangesWhatShowsThrough() {
        Plan plan = put(withScenarios(), kChild, makeSite(1, 12));
        plan = put(plan, kGrand, makeSite(2, 24));
        const Plan moved = put(plan, kBase, makeScenario(kGrand.value, kOther, "C"));
        QCOMPARE(powerIn(moved, kGrand, 1), std::optional(10.0));
        QCOMPARE(powerIn(moved, kGrand, 2), std::optional(24.0));
        QVERIFY(Plan::sameContent(moved.with(Plan::diff(moved, plan)), plan));
        QCOMPARE(powerIn(moved.with(Plan::diff(moved, plan)), kGrand, 1), std::optional(12.0));
    }

    void oneStepMayMakeAndFillAScenario() {
        const Plan plan = withScenarios();
        ChangeSet step;
        const auto scenario = std::make_shared<const Scenario>(makeScenario(1010, kGrand, "N"));
        const auto site = std::make_shared<const Site>(makeSite(5, 50));
        step.changes.push_back({EntityId{1010}, Kind::Site, EntityId{5}, Slot::absent(), Slot::present(site)});
        step.changes.push_back({kBase, Kind::Scenario, EntityId{1010}, Slot::absent(), Slot::present(scenario)});
        const Plan more = plan.with(step);
        QCOMPARE(powerIn(more, EntityId{1010}, 5), std::optional(50.0));
        QCOMPARE(powerIn(more, EntityId{1010}, 1), std::optional(10.0));
        const Plan back = more.with(step.inverted());
        QVERIFY(!back.hasScenario(EntityId{1010}));
        QVERIFY(Plan::sameContent(back, plan));
    }

    void removingAScenarioIsRecorded() {
        const Plan plan = put(removed(withScenarios(), kChild, Kind::Site, EntityId{2}), kChild, makeSite(3, 30));
        const Plan without = removed(removed(plan, kBase, Kind::Scenario, kGrand), kBase, Kind::Scenario, kChild);
        QVERIFY(!without.hasScenario(kChild));
        QVERIFY(!powerIn(without, kChild, 3)); // answers for the base
        const ChangeSet back = Plan::diff(without, plan);
        QCOMPARE(back.changes.size(), std::size_t(4));
        QVERIFY(Plan::sameContent(without.with(back), plan));
        QVERIFY(Plan::sameContent(plan.with(back.inverted()), without));
    }

    void brokenTreesDoNotShow() {
        Plan plan = put(withScenarios(), kBase, makeScenario(2001, EntityId{2002}));
        plan = put(plan, kBase, makeScenario(2002, EntityId{2001}));
        plan = put(plan, kBase, makeScenario(2003, EntityId{9999}));
        plan = put(plan, kBase, makeScenario(2004, EntityId{2004}));
        for (const quint64 id : {2001, 2002, 2003, 2004})
            QVERIFY(!plan.hasScenario(EntityId{id}));
        QCOMPARE(plan.scenarios().size(), std::size_t(4));
        // Mended, it shows.
        QVERIFY(put(plan, kBase, makeScenario(2001, kBase)).hasScenario(EntityId{2002}));
    }

    // Rows for a scenario that nobody made used to leave a layer without a row (found 2026-11-22).
    void rowsOfUnknownScenariosAreDropped() {
        ChangeSet step;
        step.changes.push_back({EntityId{777}, Kind::Site, EntityId{5}, Slot::absent(),
                                Slot::present(std::make_shared<const Site>(makeSite(5, 1)))});
        const Plan plan = withScenarios().with(step);
        QVERIFY(!plan.hasScenario(EntityId{777}));
        QVERIFY(Plan::sameContent(plan, withScenarios()));
    }

    void contentNotPointersDecides() {
        const Plan a = withScenarios(), b = withScenarios(); // no object shared
        QVERIFY(Plan::diff(a, b).isEmpty());
        QVERIFY(Plan::sameContent(a, b));
        QVERIFY(!Plan::sameContent(a, put(b, kGrand, makeSite(1, 99))));
        QVERIFY(!Plan::sameContent(a, put(b, kBase, makeSite(9, 99))));
        QVERIFY(!Plan::sameContent(a, put(b, kBase, makeScenario(1009, kBase))));
    }

    void diffIsOrderedAndSaysWhere() {
        const Plan from = withScenarios();
        Plan to = put(from, kBase, makeSite(1, 11, {110, 38}));
        to = put(to, kChild, makeSite(2, 21, {118, 41}));
        to = put(to, kGrand, makeSite(3, 30, {100, 30}));
        const ChangeSet step = Plan::diff(from, to);
        QCOMPARE(step.changes.size(), std::size_t(3));
        for (std::size_t i = 1; i < step.changes.size(); ++i)
            QVERIFY(std::tie(step.changes[i - 1].scenario, step.changes[i - 1].kind, step.changes[i - 1].id) <
                    std::tie(step.changes[i].scenario, step.changes[i].kind, step.changes[i].id));
        QCOMPARE(step.dirty, (Box{100, 30, 118, 41}));
        QVERIFY(step.touches(Kind::Site) && !step.touches(Kind::Span));
        const auto ofBase =
            std::find_if(step.changes.begin(), step.changes.end(), [](const Change& c) { return c.scenario == kBase; });
        const EntitySchema& schema = schemaOf(Kind::Site);
        QCOMPARE(ofBase->fields,
                 (quint64(1) << schema.fieldIndex(u"it_power_mw")) | (quint64(1) << schema.fieldIndex(u"geom")));
    }

    void extents() {
        Span span;
        span.line = {{1, 2}, {5, -3}};
        QCOMPARE(extentOf(Kind::Span, span), (Box{1, -3, 5, 2}));
        Area area;
        area.polygon.rings = {{{0, 0}, {4, 0}, {4, 4}}};
        area.centre = LonLat{10, 1};
        QCOMPARE(extentOf(Kind::Area, area), (Box{0, 0, 10, 4}));
        QVERIFY(extentOf(Kind::Service, Service()).isEmpty());
        QVERIFY(extentOf(Kind::Site, Site()).isEmpty());
    }
};

} // namespace corridor

QTEST_GUILESS_MAIN(corridor::PlanTest)
#include "test_plan.moc"
