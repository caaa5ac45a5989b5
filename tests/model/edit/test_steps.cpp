// SPDX-License-Identifier: GPL-3.0-or-later
#include "editfixture.h"

namespace corridor {

namespace {

const EntityId kBase = Plan::baseScenario();

template <class T>
Change adding(EntityId scenario, const T& entity) {
    return {scenario, T::kKind, entity.id, Slot::absent(), Slot::present(std::make_shared<const T>(entity))};
}

Change removing(EntityId scenario, Kind kind, EntityId id) {
    return {scenario, kind, id, Slot::absent(), Slot::absent()};
}

Junction junctionRow(quint64 id, LonLat at) {
    Junction out;
    out.id = EntityId{id};
    out.code = QStringLiteral("X-%1").arg(id);
    out.position = at;
    return out;
}

Span spanRow(quint64 id, const Junction& from, const Junction& to) {
    Span out;
    out.id = EntityId{id};
    out.code = QStringLiteral("X-%1").arg(id);
    out.from = from.id;
    out.to = to.id;
    out.line = {from.position, to.position};
    return out;
}

ChangeSet stepOf(std::vector<Change> changes) {
    ChangeSet step;
    step.changes = std::move(changes);
    return step;
}

} // namespace

class StepsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // An import: objects that need each other, in any order, one step.
    void anImportIsOneStep() {
        EditFixture f;
        const Junction a = junctionRow(101, {113, 40}), b = junctionRow(102, {114, 40});
        const ChangeSet step = stepOf({adding(kBase, spanRow(103, a, b)), adding(kBase, b), adding(kBase, a)});
        const EditResult result = oneStep(f, [&] { return f.editor.applyStep(step, QStringLiteral("Import")); });
        QCOMPARE(result.ids.size(), std::size_t(3));
        QVERIFY(f.has(a.id) && f.has(b.id) && f.has(EntityId{103}));
        QCOMPARE(f.document.undoStack()->undoText(), QStringLiteral("Import"));
        QVERIFY(f.editor.applyStep(step, QStringLiteral("Import")).ok()); // again: nothing new
        QCOMPARE(f.document.undoStack()->count(), 1);
        QVERIFY(f.editor.applyStep({}, QStringLiteral("x")).ok());
    }

    void whatTheStepBelievedToBeBeforeDoesNotMatter() {
        EditFixture f;
        Junction moved = f.get<Junction>(f.depot);
        moved.position = {113.5, 40.2};
        Change change = adding(kBase, moved); // says "was absent"
        QVERIFY(oneStep(f, [&] { return f.editor.applyStep(stepOf({change}), QStringLiteral("Merge")); }).ok());
        f.document.undoStack()->undo();
        QVERIFY((f.get<Junction>(f.depot).position == LonLat{113.10, 40.00}));
    }

    void aStepMayBringScenarios() {
        EditFixture f;
        Scenario scenario;
        scenario.id = EntityId{900};
        scenario.code = QStringLiteral("FA-0009");
        scenario.parent = kBase;
        const Junction a = junctionRow(101, {113, 40});
        QVERIFY(oneStep(f, [&] {
                    return f.editor.applyStep(stepOf({adding(scenario.id, a), adding(kBase, scenario)}),
                                              QStringLiteral("Merge"));
                }).ok());
        QVERIFY(f.document.plan().entities(scenario.id).find<Junction>(a.id) && !f.has(a.id));
        // And takes one away with its rows, recorded so that undo brings them back.
        QVERIFY(oneStep(f, [&] {
                    return f.editor.applyStep(stepOf({removing(kBase, Kind::Scenario, scenario.id)}),
                                              QStringLiteral("Merge"));
                }).ok());
        scenario.parent = EntityId{901};
        QCOMPARE(refusedBy(f, [&] { return f.editor.applyStep(stepOf({adding(kBase, scenario)}), {}); }),
                 QStringLiteral("parent"));
        scenario.parent = {};
        QCOMPARE(refusedBy(f, [&] { return f.editor.applyStep(stepOf({adding(kBase, scenario)}), {}); }),
                 QStringLiteral("parent"));
    }

    void everyObjectIsChecked() {
        EditFixture f;
        const Junction a = junctionRow(101, {113, 40}), b = junctionRow(102, {114, 40});
        const auto refusal = [&](std::vector<Change> changes) {
            return refusedBy(f, [&] { return f.editor.applyStep(stepOf(std::move(changes)), QStringLiteral("x")); });
        };
        QCOMPARE(refusal({adding(kBase, a), adding(kBase, spanRow(103, a, b))}), QStringLiteral("dangling-reference"));
        Junction bad = a;
        bad.position = {};
        QCOMPARE(refusal({adding(kBase, bad)}), QStringLiteral("value"));
        bad = a;
        bad.code = f.get<Junction>(f.zhuozi).code;
        QCOMPARE(refusal({adding(kBase, bad)}), QStringLiteral("code-taken"));
        Junction twin = b;
        twin.code = a.code;
        QCOMPARE(refusal({adding(kBase, a), adding(kBase, twin)}), QStringLiteral("code-taken"));
        bad = a;
        bad.id = f.beijing;
        QCOMPARE(refusal({adding(kBase, bad)}), QStringLiteral("id-taken"));
        QCOMPARE(refusal({removing(kBase, Kind::Junction, f.zhuozi)}), QStringLiteral("dangling-reference"));
        QCOMPARE(refusal({adding(EntityId{42}, a)}), QStringLiteral("malformed-step"));
        QCOMPARE(refusal({removing(kBase, Kind::Scenario, kBase)}), QStringLiteral("malformed-step"));
        Change wrongId = adding(kBase, a);
        wrongId.id = EntityId{999};
        QCOMPARE(refusal({wrongId}), QStringLiteral("malformed-step"));
        Change empty = adding(kBase, a);
        empty.after.entity = nullptr;
        QCOMPARE(refusal({empty}), QStringLiteral("malformed-step"));
        Change nobody = adding(kBase, junctionRow(0, {113, 40}));
        QCOMPARE(refusal({nobody}), QStringLiteral("malformed-step"));
        const EntityId child = EditFixture::made(f.editor.addScenario(kBase, QStringLiteral("B")));
        RulePackRow pack;
        pack.id = EntityId{55};
        pack.code = QStringLiteral("p");
        QCOMPARE(refusal({adding(child, pack)}), QStringLiteral("malformed-step"));
        // Removing what nothing needs, and two objects that need each other, is fine.
        QVERIFY(oneStep(f, [&] {
                    return f.editor.applyStep(stepOf({removing(kBase, Kind::Junction, f.depot)}), QStringLiteral("x"));
                }).ok());
    }

    // Removed by others in the base, needed by an object of a child here.
    void childrenLetGo() {
        EditFixture f;
        const EntityId child = EditFixture::made(f.editor.addScenario(kBase, QStringLiteral("B")));
        f.document.setScenario(child);
        const EntityId mine = f.span(f.depot, f.beijing, {});
        f.document.setScenario(kBase);
        QVERIFY(oneStep(f, [&] {
                    return f.editor.applyStep(stepOf({removing(kBase, Kind::Junction, f.depot)}),
                                              QStringLiteral("Merge"));
                }).ok());
        QVERIFY(!f.document.plan().entities(child).find<Span>(mine));
    }

    void theStepBetweenTwoPlansLeadsThere() {
        EditFixture f;
        const Plan start = f.document.plan();
        const EntityId child = EditFixture::made(f.editor.addScenario(kBase, QStringLiteral("B")));
        f.document.setScenario(child);
        QVERIFY(f.editor.remove({f.zhuozi}).ok());
        f.document.setScenario(kBase);
        QVERIFY(f.editor.splitSpan(f.east, 1, {115.8, 40.3}).ok());
        QVERIFY(f.editor.moveNode(f.beijing, {116.4, 39.92}).ok());
        const Plan end = f.document.plan();
        f.document.reset(start);
        QVERIFY(oneStep(f, [&] { return f.editor.applyStep(Plan::diff(start, end), QStringLiteral("Recover")); }).ok());
        QVERIFY(Plan::sameContent(f.document.plan(), end));
    }
};

} // namespace corridor

QTEST_GUILESS_MAIN(corridor::StepsTest)
#include "test_steps.moc"
