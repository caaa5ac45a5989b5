// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/plan.h"

#include <QObject>
#include <QUndoStack>

namespace corridor {

/// The open plan, its history and its current scenario. Holds the newest Plan; whoever works in the background keeps a copy of the Plan
/// it started from. Main thread only. All edits come through push(): one step, one undo, one `changed`.
class Document : public QObject {
    Q_OBJECT
public:
    explicit Document(QObject* parent = nullptr);
    ~Document() override;

    const Plan& plan() const { return mPlan; }
    /// The objects of the current scenario.
    const EntitySet& entities() const { return mPlan.entities(mScenario); }
    EntityId scenario() const { return mScenario; }
    /// Chooses the scenario that is shown and edited; not undoable, does not modify. An unknown id chooses the base.
    void setScenario(EntityId scenario);

    /// Rises by one with every step, undo and redo; never falls. 0 = as loaded.
    quint64 revision() const { return mRevision; }
    /// Whether the plan differs from what was loaded or saved last; after undo back to that point it does not.
    bool isModified() const;
    bool isReadOnly() const { return mReadOnly; }
    void setReadOnly(bool readOnly);

    /// Replaces everything (open, new, revert): history empty, not modified unless `modified` (recovered work). Emits planReplaced.
    void reset(Plan plan, bool modified = false);
    /// Marks the present state as the one on disk.
    void markSaved();

    /// Makes one step of history. Empty steps are no steps. `text` names it in the menu ("Move site"), already translated.
    /// Refused (false) when read-only.
    bool push(ChangeSet step, const QString& text);

    QUndoStack* undoStack() { return &mStack; }
    /// The scenario an undo (redo) will take effect in; the base when there is nothing to undo.
    EntityId undoScenario() const;

Q_SIGNALS:
    /// After every step, undo and redo. `step` is what happened in that direction.
    void changed(const corridor::ChangeSet& step);
    void planReplaced();
    void scenarioChanged();
    void modifiedChanged(bool modified);
    void readOnlyChanged(bool readOnly);
    /// An undo or redo took effect in another scenario than the one shown, which is now shown.
    void returnedToScenario(corridor::EntityId scenario);

private:
    class StepCommand;
    void apply(const ChangeSet& step, EntityId scenario);

    Plan mPlan;
    EntityId mScenario;
    quint64 mRevision = 0;
    bool mReadOnly = false;
    bool mModifiedAtReset = false;
    QUndoStack mStack;
};

} // namespace corridor
