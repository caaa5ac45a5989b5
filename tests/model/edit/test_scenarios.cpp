// SPDX-License-Identifier: GPL-3.0-or-later
#include "editfixture.h"
#include "model/plan/integrity.h"

namespace corridor {

namespace {

const EntityId kBase = Plan::baseScenario();

struct TwoScenarios : EditFixture {
    EntityId child = made(editor.addScenario(kBase, QStringLiteral("方案一"), QStringLiteral("One")));
    TwoScenarios() { document.reset(document.plan()); }

    QStringList findings(EntityId scenario) const {
        QStringList keys;
        for (const Finding& finding : checkIntegrity(document.plan(), scenario))
            if (finding.severity == Severity::Binding)
                keys += finding.key;
        return keys;
    }
    template <class T>
    const T* in(EntityId scenario, EntityId id) const {
        return document.plan().entities(scenario).find<T>(id);
    }
};

} // namespace

class ScenariosTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void addRenameRemove() {
        TwoScenarios f;
        QCOMPARE(f.in<Scenario>(kBase, f.child)->code, QStringLiteral("FA-0001"));
        const EntityId second =
            oneStep(f, [&] { return f.editor.addScenario(f.child, QStringLiteral(" B1 ")); }).ids.at(0);
        QCOMPARE(f.in<Scenario>(kBase, second)->name, QStringLiteral("B1"));
        QCOMPARE(f.in<Scenario>(kBase, second)->parent, f.child);
        QVERIFY(oneStep(f, [&] { return f.editor.renameScenario(second, QStringLiteral("B2")); }).ok());
        QCOMPARE(refusedBy(f, [&] { return f.editor.removeScenario(f.child); }), QStringLiteral("has-children"));
        QVERIFY(oneStep(f, [&] { return f.editor.removeScenario(second); }).ok());
        QVERIFY(oneStep(f, [&] { return f.editor.removeScenario(f.child); }).ok());
        QVERIFY(oneStep(f, [&] { return f.editor.renameScenario(kBase, QStringLiteral("现状")); }).ok());
    }

    void verbsOnScenariosRefuse() {
        TwoScenarios f;
        QCOMPARE(refusedBy(f, [&] { return f.editor.addScenario(EntityId{42}, QStringLiteral("x")); }),
                 QStringLiteral("no-such-scenario"));
        QCOMPARE(refusedBy(f, [&] { return f.editor.addScenario(kBase, QStringLiteral("  ")); }),
                 QStringLiteral("no-name"));
        QCOMPARE(refusedBy(f, [&] { return f.editor.renameScenario(f.child, {}); }), QStringLiteral("no-name"));
        QCOMPARE(refusedBy(f, [&] { return f.editor.renameScenario(f.west, QStringLiteral("x")); }),
                 QStringLiteral("no-such-scenario"));
        QCOMPARE(refusedBy(f, [&] { return f.editor.removeScenario(kBase); }), QStringLiteral("base-scenario"));
        QCOMPARE(refusedBy(f, [&] { return f.editor.removeScenario(EntityId{42}); }),
                 QStringLiteral("no-such-scenario"));
        QCOMPARE(refusedBy(f, [&] { return f.editor.revertToParent({f.west}); }), QStringLiteral("base-scenario"));
        QCOMPARE(refusedBy(f, [&] { return f.editor.setField({kBase}, u"parent_id", f.child); }),
                 QStringLiteral("parent"));
        const EntityId below = EditFixture::made(f.editor.addScenario(f.child, QStringLiteral("B1")));
        QCOMPARE(refusedBy(f, [&] { return f.editor.setField({f.child}, u"parent_id", below); }),
                 QStringLiteral("parent"));
        QCOMPARE(refusedBy(f, [&] { return f.editor.setField({f.child}, u"parent_id", Value()); }),
                 QStringLiteral("parent"));
        QVERIFY(oneStep(f, [&] { return f.editor.setField({below}, u"parent_id", kBase); }).ok());
    }

    void editsInAChildStayThere() {
        TwoScenarios f;
        f.document.setScenario(f.child);
        QVERIFY(oneStep(f, [&] { return f.editor.moveNode(f.zhuozi, {112.6, 40.95}); }).ok());
        QVERIFY((f.in<Span>(f.child, f.west)->line.back() == LonLat{112.6, 40.95}));
        QVERIFY((f.in<Span>(kBase, f.west)->line.back() == LonLat{112.57, 40.90}));
        QVERIFY(oneStep(f, [&] { return f.editor.remove({f.zhangbei}); }).ok());
        QVERIFY(!f.in<Span>(f.child, f.east) && f.in<Span>(kBase, f.east));
        QCOMPARE(f.in<Service>(f.child, f.service)->pinnedPrimary, RefList{f.west});
        QCOMPARE(f.in<Service>(kBase, f.service)->pinnedPrimary.size(), std::size_t(3));
        QCOMPARE(f.findings(f.child), QStringList());
    }

    void codesAreFreeInAllScenarios() {
        TwoScenarios f;
        f.document.setScenario(f.child);
        const EntityId mine = f.junction("Mine", {113, 41});
        QCOMPARE(f.get<Junction>(mine).code, QStringLiteral("JD-0004"));
        f.document.setScenario(kBase);
        QCOMPARE(f.editor.nextCode(Kind::Junction), QStringLiteral("JD-0005"));
        Junction same;
        same.code = QStringLiteral("JD-0004");
        same.position = {113, 42};
        QCOMPARE(refusedBy(f, [&] { return f.editor.addJunction(same); }),
                 QStringLiteral("code-taken")); // it would show in the child, too
    }

    // Objects of a child hang on objects of the base: what the base takes away, the child must let go in the same step.
    void removalInTheBaseReachesWhatAChildAdded() {
        TwoScenarios f;
        f.document.setScenario(f.child);
        const EntityId mine = f.span(f.depot, f.zhuozi, {});
        QVERIFY(f.editor.setField({f.service}, u"rtt_limit_ms", 5.0).ok()); // the child's own version of the service
        f.document.setScenario(kBase);
        const EditResult result = oneStep(f, [&] { return f.editor.remove({f.zhuozi}); });
        QVERIFY(!f.in<Span>(f.child, mine));
        QCOMPARE(f.in<Service>(f.child, f.service)->pinnedPrimary, RefList{f.east});
        QCOMPARE(f.findings(f.child), QStringList());
        QCOMPARE(f.findings(kBase), QStringList());
    }

    void movesInTheBaseReachTheLinesOfAChild() {
        TwoScenarios f;
        f.document.setScenario(f.child);
        QVERIFY(f.editor.setSpanLine(f.west, {{111.79, 40.53}, {112, 40.5}, {112.57, 40.90}}).ok());
        f.document.setScenario(kBase);
        QVERIFY(oneStep(f, [&] { return f.editor.moveNode(f.zhuozi, {112.6, 40.95}); }).ok());
        QVERIFY((f.in<Span>(f.child, f.west)->line == Line{{111.79, 40.53}, {112, 40.5}, {112.6, 40.95}}));
        QCOMPARE(f.findings(f.child), QStringList());
    }

    void newSpansOfTheBaseMeetMovedNodesOfAChild() {
        TwoScenarios f;
        f.document.setScenario(f.child);
        QVERIFY(f.editor.moveNode(f.depot, {113.2, 40.1}).ok());
        f.document.setScenario(kBase);
        const EntityId fresh = oneStep(f, [&] {
                                   return f.editor.addSpan({f.depot, {}, {}}, {f.beijing, {}, {}}, {}, Span());
                               }).ids.at(0);
        QVERIFY((f.in<Span>(f.child, fresh)->line.front() == LonLat{113.2, 40.1}));
        QVERIFY((f.in<Span>(kBase, fresh)->line.front() == LonLat{113.10, 40.00}));
        QCOMPARE(f.findings(f.child), QStringList());
    }

    void aCutInTheBaseLeavesAChildsOwnSpanWhole() {
        TwoScenarios f;
        const EntityId other = EditFixture::made(f.editor.addScenario(kBase, QStringLiteral("C")));
        f.document.setScenario(f.child);
        QVERIFY(f.editor.setField({f.west}, u"sinuosity", 1.3).ok());
        f.document.setScenario(other);
        RiskGroup group;
        group.members = {f.west, f.south};
        const EntityId own = EditFixture::made(f.editor.add(Kind::RiskGroup, std::make_shared<RiskGroup>(group)));
        f.document.setScenario(kBase);
        const EditResult cut = oneStep(f, [&] { return f.editor.splitSpan(f.west, 1, {112.4, 40.85}); });
        const EntityId second = cut.ids.at(1);
        QVERIFY(f.in<Span>(kBase, second) && !f.in<Span>(f.child, second) && f.in<Span>(other, second));
        QCOMPARE(f.in<Span>(f.child, f.west)->to, f.zhuozi);
        QCOMPARE(f.in<Service>(f.child, f.service)->pinnedPrimary, (RefList{f.west, f.middle, f.east}));
        QCOMPARE(f.in<Service>(other, f.service)->pinnedPrimary, (RefList{f.west, second, f.middle, f.east}));
        QCOMPARE(f.in<RiskGroup>(other, own)->members, (RefList{f.west, second, f.south}));
        for (const EntityId scenario : {kBase, f.child, other})
            QCOMPARE(f.findings(scenario), QStringList());
    }

    void fallingBack() {
        TwoScenarios f;
        const Plan start = f.document.plan();
        f.document.setScenario(f.child);
        QVERIFY(f.editor.moveNode(f.zhuozi, {112.6, 40.95}).ok());
        QVERIFY(oneStep(f, [&] { return f.editor.revertToParent({f.zhuozi}); }).ok());
        QVERIFY(Plan::sameContent(f.document.plan(), start));
        QVERIFY(f.editor.remove({f.zhuozi}).ok());
        QVERIFY(oneStep(f, [&] { return f.editor.revertToParent({f.west}); }).ok()); // brings its end back
        QVERIFY(f.has(f.west) && f.has(f.zhuozi) && !f.has(f.middle));
        QCOMPARE(f.findings(f.child), QStringList());
        QVERIFY(oneStep(f, [&] {
                    return f.editor.revertToParent({f.middle, f.south, f.service, f.risk, f.provenance});
                }).ok());
        QVERIFY(Plan::sameContent(f.document.plan(), start));
        const EntityId mine = f.junction("Mine", {113, 41});
        const EntityId line = f.span(mine, f.depot, {});
        QVERIFY(oneStep(f, [&] { return f.editor.revertToParent({mine}); }).ok()); // an addition goes, and its span
        QVERIFY(!f.has(mine) && !f.has(line));
        QCOMPARE(refusedBy(f, [&] { return f.editor.revertToParent({mine}); }), QStringLiteral("no-such-object"));
        QVERIFY(Plan::sameContent(f.document.plan(), start));
        const int steps = f.document.undoStack()->index();
        QVERIFY(f.editor.revertToParent({f.beijing}).ok());
        QCOMPARE(f.document.undoStack()->index(), steps);
    }

    void aRevertedGroupLosesWhatIsNotHere() {
        TwoScenarios f;
        f.document.setScenario(f.child);
        QVERIFY(f.editor.remove({f.south}).ok());
        QVERIFY(f.editor.setField({f.risk}, u"kind", QStringLiteral("bridge")).ok());
        QVERIFY(oneStep(f, [&] { return f.editor.revertToParent({f.risk}); }).ok());
        QVERIFY(f.get<RiskGroup>(f.risk).kind == RiskKind::Duct);
        QCOMPARE(f.get<RiskGroup>(f.risk).members, (RefList{f.middle, f.zhangbei}));
        QCOMPARE(f.findings(f.child), QStringList());
    }
};

} // namespace corridor

QTEST_GUILESS_MAIN(corridor::ScenariosTest)
#include "test_scenarios.moc"
