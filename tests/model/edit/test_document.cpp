// SPDX-License-Identifier: GPL-3.0-or-later
#include "editfixture.h"

#include <QSignalSpy>

namespace corridor {

class DocumentTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void stepsUndoAndRedo() {
        EditFixture f;
        const Plan before = f.document.plan();
        const quint64 revision = f.document.revision();
        QSignalSpy modified(&f.document, &Document::modifiedChanged);
        int steps = 0;
        connect(&f.document, &Document::changed, this,
                [&](const ChangeSet& step) { steps += step.isEmpty() ? 100 : 1; });
        QVERIFY(f.editor.moveNode(f.zhuozi, {112.6, 40.95}).ok());
        const Plan after = f.document.plan();
        QVERIFY(!Plan::sameContent(before, after));
        QVERIFY(f.document.isModified());
        f.document.undoStack()->undo();
        QVERIFY(Plan::sameContent(f.document.plan(), before));
        QVERIFY(!f.document.isModified());
        f.document.undoStack()->redo();
        QVERIFY(Plan::sameContent(f.document.plan(), after));
        QCOMPARE(steps, 3);
        QCOMPARE(f.document.revision(), revision + 3);
        QCOMPARE(modified.count(), 3);
    }

    // style.md section 10: QUndoStack::cleanIndex() is −1 after an undo past the clean point and a new step.
    void modifiedSurvivesALostCleanIndex() {
        EditFixture f;
        const LonLat home = f.get<Junction>(f.zhuozi).position;
        QVERIFY(f.editor.moveNode(f.zhuozi, {112.6, 40.95}).ok());
        f.document.markSaved();
        QVERIFY(!f.document.isModified());
        f.document.undoStack()->undo();
        QVERIFY(f.document.isModified());
        QVERIFY(f.editor.moveNode(f.zhuozi, {112.7, 40.7}).ok());
        QVERIFY(f.document.isModified());
        QVERIFY(f.editor.moveNode(f.zhuozi, {112.6, 40.95}).ok());
        QVERIFY2(!f.document.isModified(), "the content is that of the file again");
        QVERIFY(f.editor.moveNode(f.zhuozi, home).ok());
        QVERIFY(f.document.isModified());
    }

    void savedSnapshotMayBeOlderThanTheDocument() {
        EditFixture f;
        QVERIFY(f.editor.moveNode(f.zhuozi, {112.6, 40.95}).ok());
        const Plan written = f.document.plan();
        QVERIFY(f.editor.moveNode(f.zhuozi, {112.7, 40.95}).ok());
        f.document.markSaved(written);
        QVERIFY(f.document.isModified());
        f.document.undoStack()->undo();
        QVERIFY(!f.document.isModified());
    }

    void recoveredWorkIsModifiedUntilSaved() {
        EditFixture f;
        f.document.reset(f.document.plan(), true);
        QVERIFY(f.document.isModified());
        QVERIFY(f.editor.moveNode(f.zhuozi, {112.6, 40.95}).ok());
        f.document.undoStack()->undo();
        QVERIFY(f.document.isModified());
        f.document.markSaved();
        QVERIFY(!f.document.isModified());
    }

    void resetStartsAnew() {
        EditFixture f;
        const EntityId child = EditFixture::made(f.editor.addScenario(Plan::baseScenario(), QStringLiteral("B")));
        f.document.setScenario(child);
        const quint64 revision = f.document.revision();
        QSignalSpy replaced(&f.document, &Document::planReplaced), scenario(&f.document, &Document::scenarioChanged);
        f.document.reset(Plan());
        QCOMPARE(replaced.count(), 1);
        QCOMPARE(scenario.count(), 1);
        QCOMPARE(f.document.scenario(), Plan::baseScenario());
        QCOMPARE(f.document.undoStack()->count(), 0);
        QVERIFY(!f.document.isModified());
        QVERIFY(f.document.revision() > revision);
    }

    void undoReturnsToItsScenario() {
        EditFixture f;
        const EntityId child = EditFixture::made(f.editor.addScenario(Plan::baseScenario(), QStringLiteral("B")));
        QCOMPARE(f.document.scenario(), Plan::baseScenario());
        f.document.setScenario(child);
        const LonLat home = f.get<Junction>(f.zhuozi).position;
        QVERIFY(f.editor.moveNode(f.zhuozi, {112.6, 40.95}).ok());
        f.document.setScenario(Plan::baseScenario());
        QVERIFY(f.get<Junction>(f.zhuozi).position == home);
        QCOMPARE(f.document.undoScenario(), child);
        EntityId shownWhenChanged;
        connect(&f.document, &Document::changed, this, [&] { shownWhenChanged = f.document.scenario(); });
        QSignalSpy returned(&f.document, &Document::returnedToScenario);
        f.document.undoStack()->undo();
        QCOMPARE(f.document.scenario(), child);
        QCOMPARE(shownWhenChanged, child);
        QCOMPARE(returned.count(), 1);
        QCOMPARE(returned.at(0).at(0).value<EntityId>(), child);
        QVERIFY(f.get<Junction>(f.zhuozi).position == home);
        QCOMPARE(f.document.redoScenario(), child);
        f.document.undoStack()->undo(); // the scenario itself
        QCOMPARE(f.document.scenario(), Plan::baseScenario());
        QVERIFY(!f.document.plan().hasScenario(child));
        QCOMPARE(f.document.undoScenario(), Plan::baseScenario());
        f.document.undoStack()->redo();
        f.document.undoStack()->redo();
        QCOMPARE(f.document.scenario(), child);
        QVERIFY((f.get<Junction>(f.zhuozi).position == LonLat{112.6, 40.95}));
    }

    void removingTheShownScenarioShowsItsParentAndUndoReturns() {
        EditFixture f;
        const EntityId child = EditFixture::made(f.editor.addScenario(Plan::baseScenario(), QStringLiteral("B")));
        const EntityId grandchild = EditFixture::made(f.editor.addScenario(child, QStringLiteral("B1")));
        f.document.setScenario(grandchild);
        QVERIFY(f.editor.remove({f.depot}).ok());
        QVERIFY(f.editor.removeScenario(grandchild).ok());
        QCOMPARE(f.document.scenario(), child);
        QVERIFY(f.has(f.depot));
        QSignalSpy returned(&f.document, &Document::returnedToScenario);
        f.document.undoStack()->undo();
        QCOMPARE(f.document.scenario(), grandchild);
        QCOMPARE(returned.count(), 1);
        QVERIFY(!f.has(f.depot));
    }

    void readOnlyRefuses() {
        EditFixture f;
        QVERIFY(f.editor.moveNode(f.zhuozi, {112.6, 40.95}).ok());
        QSignalSpy spy(&f.document, &Document::readOnlyChanged);
        f.document.setReadOnly(true);
        QCOMPARE(spy.count(), 1);
        QVERIFY(!f.document.undoStack()->canUndo());
        QVERIFY2(f.document.isModified(), "the edits are kept");
        const Plan before = f.document.plan();
        ChangeBuilder builder(before, Plan::baseScenario());
        builder.remove(Kind::Junction, f.depot);
        QVERIFY(!f.document.push(builder.take(), QStringLiteral("x")));
        const EditResult refused = f.editor.moveNode(f.zhuozi, {112, 40});
        QVERIFY(!refused.ok());
        QCOMPARE(refused.refusal->check, QStringLiteral("read-only"));
        QVERIFY(Plan::sameContent(before, f.document.plan()));
    }

    void emptyStepsAreNoSteps() {
        EditFixture f;
        const quint64 revision = f.document.revision();
        QVERIFY(f.document.push(ChangeSet(), QStringLiteral("x")));
        QVERIFY(f.editor.moveNode(f.zhuozi, f.get<Junction>(f.zhuozi).position).ok());
        QCOMPARE(f.document.undoStack()->count(), 0);
        QCOMPARE(f.document.revision(), revision);
    }
};

} // namespace corridor

QTEST_GUILESS_MAIN(corridor::DocumentTest)
#include "test_document.moc"
