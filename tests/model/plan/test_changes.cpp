// SPDX-License-Identifier: GPL-3.0-or-later
#include "planfixture.h"

namespace corridor {

namespace {

const EntityId kBase = Plan::baseScenario();

// The simplest thing that could be right: for each scenario its parent and own rows; nothing shared, nothing cached.
struct NaiveRow {
    bool hidden = false;
    double power = 0;
    friend bool operator==(const NaiveRow&, const NaiveRow&) = default;
};
struct NaivePlan {
    struct Layer {
        EntityId parent;
        std::map<quint64, NaiveRow> rows;
    };
    std::map<EntityId, Layer> layers{{kBase, {}}};

    std::map<quint64, double> resolved(EntityId scenario) const {
        const Layer& layer = layers.at(scenario);
        std::map<quint64, double> out;
        if (scenario != kBase)
            out = resolved(layer.parent);
        for (const auto& [id, row] : layer.rows) {
            if (row.hidden)
                out.erase(id);
            else
                out[id] = row.power;
        }
        return out;
    }
    std::vector<EntityId> below(EntityId scenario) const {
        std::vector<EntityId> out;
        for (const auto& [id, layer] : layers)
            if (id != kBase && layer.parent == scenario) {
                out.push_back(id);
                for (const EntityId deeper : below(id))
                    out.push_back(deeper);
            }
        return out;
    }
    void put(EntityId scenario, quint64 id, double power) {
        const auto parents = scenario == kBase ? std::map<quint64, double>() : resolved(layers[scenario].parent);
        const auto inherited = parents.find(id);
        if (inherited != parents.end() && inherited->second == power)
            layers[scenario].rows.erase(id);
        else
            layers[scenario].rows[id] = {false, power};
    }
    void remove(EntityId scenario, quint64 id) {
        const bool inherited = scenario != kBase && resolved(layers[scenario].parent).contains(id);
        layers[scenario].rows.erase(id);
        if (inherited)
            layers[scenario].rows[id] = {true, 0};
        for (const EntityId deeper : below(scenario))
            layers[deeper].rows.erase(id);
    }
};

std::map<quint64, double> contentOf(const Plan& plan, EntityId scenario) {
    std::map<quint64, double> out;
    plan.entities(scenario).table<Site>().forEach([&](const auto& site) { out[site->id.value] = *site->itPowerMw; });
    return out;
}

// One random edit of one to eight objects, done to both.
ChangeSet randomStep(std::mt19937_64& random, const Plan& plan, NaivePlan& naive, quint64& nextScenario) {
    std::vector<EntityId> scenarios;
    for (const auto& [id, layer] : naive.layers)
        scenarios.push_back(id);
    const EntityId scenario = scenarios[random() % scenarios.size()];
    ChangeBuilder builder(plan, scenario);
    const auto what = random() % 20;
    if (what == 0 && scenarios.size() < 6) {
        const EntityId fresh{nextScenario++};
        builder.put(makeScenario(fresh.value, scenario));
        naive.layers[fresh].parent = scenario;
    } else if (what == 1 && scenario != kBase && naive.below(scenario).empty()) {
        ChangeBuilder base(plan, kBase);
        plan.forEachOverlayRow(scenario, [&](Kind kind, EntityId id, const Slot&) { builder.revert(kind, id); });
        base.remove(Kind::Scenario, scenario);
        naive.layers.erase(scenario);
        return builder.take().followedBy(base.take());
    } else if (what == 2 && scenario != kBase) {
        const std::vector<EntityId> below = naive.below(scenario);
        const EntityId parent = scenarios[random() % scenarios.size()];
        if (parent != scenario && std::find(below.begin(), below.end(), parent) == below.end()) {
            builder.put(makeScenario(scenario.value, parent));
            naive.layers[scenario].parent = parent;
        }
    } else {
        std::set<quint64> ids;
        for (auto n = 1 + random() % 8; n > 0; --n)
            ids.insert(1 + random() % 40);
        for (const quint64 id : ids) {
            const auto verb = random() % 4;
            if (verb == 0) {
                builder.remove(Kind::Site, EntityId{id});
                naive.remove(scenario, id);
            } else if (verb == 1 && scenario != kBase) {
                builder.revert(Kind::Site, EntityId{id});
                naive.layers[scenario].rows.erase(id);
            } else {
                const double power = static_cast<double>(random() % 5);
                builder.put(makeSite(id, power));
                // The builder leaves a row alone that says already what is wanted; so does putting it.
                if (const auto now = naive.resolved(scenario); !now.contains(id) || now.at(id) != power)
                    naive.put(scenario, id, power);
            }
        }
    }
    return builder.take();
}

} // namespace

class ChangesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agreesWithANaivePlan_data() {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 12; ++seed)
            QTest::addRow("seed %d", seed) << seed;
    }
    void agreesWithANaivePlan() {
        QFETCH(int, seed);
        std::mt19937_64 random(static_cast<quint64>(seed));
        Plan plan;
        NaivePlan naive;
        quint64 nextScenario = 5000;
        std::vector<Plan> history{plan};
        std::vector<ChangeSet> steps;
        for (int i = 0; i < 150; ++i) {
            const ChangeSet step = randomStep(random, plan, naive, nextScenario);
            const Plan next = plan.with(step);
            QCOMPARE(next.scenarios().size(), naive.layers.size());
            for (const auto& [id, layer] : naive.layers) {
                QVERIFY(next.hasScenario(id));
                QCOMPARE(contentOf(next, id), naive.resolved(id));
                if (id != kBase)
                    QCOMPARE(next.overlaySize(id), layer.rows.size());
            }
            QVERIFY(Plan::sameContent(next.with(step.inverted()), plan));
            QVERIFY(Plan::sameContent(plan.with(Plan::diff(plan, next)), next));
            QVERIFY(Plan::sameContent(next.with(Plan::diff(next, plan)), plan));
            QCOMPARE(Plan::diff(plan, next).isEmpty(), Plan::sameContent(plan, next));
            plan = next;
            history.push_back(plan);
            steps.push_back(step);
        }
        // Any run of steps as one.
        for (int i = 0; i < 20; ++i) {
            const std::size_t from = random() % steps.size(), to = from + random() % (steps.size() - from);
            ChangeSet all;
            for (std::size_t k = from; k <= to; ++k)
                all = all.followedBy(steps[k]);
            QVERIFY(Plan::sameContent(history[from].with(all), history[to + 1]));
            QVERIFY(Plan::sameContent(history[to + 1].with(all.inverted()), history[from]));
            QCOMPARE(all.isEmpty(), Plan::sameContent(history[from], history[to + 1]));
        }
    }

    void nothingChangedIsNoStep() {
        const Plan plan = put(Plan(), kBase, makeSite(1, 10));
        ChangeBuilder builder(plan, kBase);
        builder.put(makeSite(1, 10));
        QVERIFY(builder.take().isEmpty());
        builder.put(makeSite(1, 11));
        builder.put(makeSite(2, 20));
        builder.remove(Kind::Site, EntityId{2});
        builder.put(makeSite(1, 10));
        builder.remove(Kind::Junction, EntityId{1});
        QVERIFY(builder.take().isEmpty());
        builder.remove(Kind::Site, EntityId{1});
        builder.put(makeSite(1, 10));
        QVERIFY(builder.take().isEmpty());
    }

    void takeStartsAnew() {
        ChangeBuilder builder(Plan(), kBase);
        builder.put(makeSite(1, 10));
        QCOMPARE(builder.take().changes.size(), std::size_t(1));
        QVERIFY(builder.take().isEmpty());
        QVERIFY(!builder.current(EntityId{1}));
    }

    void currentSeesTheChangesSoFar() {
        const Plan plan = put(put(Plan(), kBase, makeSite(1, 10)), kBase, makeSite(2, 20));
        ChangeBuilder builder(plan, kBase);
        builder.put(makeSite(3, 30));
        builder.put(makeSite(2, 21));
        builder.remove(Kind::Site, EntityId{1});
        QVERIFY(!builder.current(EntityId{1}) && !builder.current(Kind::Site, EntityId{1}));
        QCOMPARE(builder.current(EntityId{2}).as<Site>()->itPowerMw, std::optional(21.0));
        QVERIFY(builder.current(Kind::Site, EntityId{3}) && !builder.current(Kind::Junction, EntityId{3}));
        std::map<quint64, double> seen;
        builder.forEachCurrent(Kind::Site,
                               [&](const EntityRef& site) { seen[site->id.value] = *site.as<Site>()->itPowerMw; });
        QCOMPARE(seen, (std::map<quint64, double>{{2, 21}, {3, 30}}));
    }

    // Objects that belong to all scenarios are edited in the base whatever scenario is shown.
    void sharedKindsGoToTheBase() {
        Plan plan = put(Plan(), kBase, makeScenario(1001, kBase));
        ChangeBuilder builder(plan, EntityId{1001});
        RulePackRow pack;
        pack.id = EntityId{7};
        builder.put(pack);
        QVERIFY(builder.current(Kind::RulePack, EntityId{7}));
        const ChangeSet step = builder.take();
        QCOMPARE(step.changes.at(0).scenario, kBase);
        plan = plan.with(step);
        QVERIFY(plan.base().find<RulePackRow>(EntityId{7}) &&
                plan.entities(EntityId{1001}).find<RulePackRow>(EntityId{7}));
        ChangeBuilder remover(plan, EntityId{1001});
        remover.remove(Kind::RulePack, EntityId{7});
        QVERIFY(!plan.with(remover.take()).base().find<RulePackRow>(EntityId{7}));
    }

    // A child's first row on an object replaces the picture of the parent's: its old place must be repainted (found
    // 2026-11-22).
    void dirtyHoldsWhatTheChildShowedBefore() {
        Plan plan = put(Plan(), kBase, makeSite(1, 10, {110, 40}));
        plan = put(plan, kBase, makeScenario(1001, kBase));
        ChangeBuilder builder(plan, EntityId{1001});
        builder.put(makeSite(1, 10, {112, 41}));
        const ChangeSet step = builder.take();
        QCOMPARE(step.dirty, (Box{110, 40, 112, 41}));
        QCOMPARE(step.inverted().dirty, step.dirty);
        QCOMPARE(step.changes.at(0).fields, quint64(1) << schemaOf(Kind::Site).fieldIndex(u"geom"));
        const Plan moved = plan.with(step);
        QCOMPARE(Plan::diff(plan, moved).dirty, step.dirty);
        ChangeBuilder hide(moved, EntityId{1001});
        hide.remove(Kind::Site, EntityId{1});
        QCOMPARE(hide.take().dirty, (Box{112, 41, 112, 41}));
    }

    void followedByDropsWhatCancels() {
        const Plan plan = put(Plan(), kBase, makeSite(1, 10, {110, 40}));
        const auto step = [](const Plan& from, const Site& site) {
            ChangeBuilder builder(from, kBase);
            builder.put(site);
            return builder.take();
        };
        const ChangeSet there = step(plan, makeSite(1, 10, {112, 41}));
        const ChangeSet back = step(plan.with(there), makeSite(1, 10, {110, 40}));
        QVERIFY(there.followedBy(back).isEmpty());
        const ChangeSet on = step(plan.with(there), makeSite(1, 11, {113, 40}));
        const ChangeSet both = there.followedBy(on);
        QCOMPARE(both.changes.size(), std::size_t(1));
        QCOMPARE(both.dirty, (Box{110, 40, 113, 41}));
        const EntitySchema& schema = schemaOf(Kind::Site);
        QCOMPARE(both.changes.at(0).fields,
                 (quint64(1) << schema.fieldIndex(u"it_power_mw")) | (quint64(1) << schema.fieldIndex(u"geom")));
    }
};

} // namespace corridor

QTEST_GUILESS_MAIN(corridor::ChangesTest)
#include "test_changes.moc"
