// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/message.h"
#include "model/plan/plan.h"

#include <QObject>
#include <QUndoStack>

#include <optional>

namespace corridor {

/// The open plan, its history and its current scenario. Holds the newest Plan; whoever works in the background keeps a
/// copy of the Plan it started from. Main thread only. All edits come through push(): one step, one undo, one
/// `changed`.
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

    /// Rises by one with every step, undo, redo and reset; never falls, so that a late result is always told from a new
    /// one.
    quint64 revision() const { return mRevision; }
    /// Whether the plan differs in content from what was loaded or saved last; after undo back to that point, or an
    /// edit that restores it, it does not.
    bool isModified() const { return mModified; }
    bool isReadOnly() const { return mReadOnly; }
    /// A read-only document refuses every step and has no history: making it read-only clears the undo stack, not the
    /// edits. `why` is told with every refusal.
    void setReadOnly(bool readOnly, Message why = {});
    /// What a read-only document says when it is to be edited: why it cannot, and what to do.
    Message readOnlySentence() const;

    /// Replaces everything (open, new, revert): history empty, the base scenario shown, not modified unless `modified`
    /// (recovered work: modified until the next markSaved). Emits planReplaced.
    void reset(Plan plan, bool modified = false);
    /// Marks the present state as the one on disk.
    void markSaved() { markSaved(mPlan); }
    /// Marks a snapshot as the one on disk: the document may have moved on while it was written.
    void markSaved(const Plan& saved);

    /// Makes one step of history in the current scenario. Empty steps are no steps. `text` names it in the menu ("Move
    /// site"), already translated. False when refused: read-only. Precondition: each `before` is what the plan says
    /// now.
    bool push(ChangeSet step, const QString& text);

    /// For undo and redo actions and the history list; steps come through push() only.
    QUndoStack* undoStack() { return &mStack; }
    /// The scenario the next undo (redo) will take effect in; the base when there is nothing to undo (redo).
    EntityId undoScenario() const;
    EntityId redoScenario() const;

Q_SIGNALS:
    /// After every step, undo and redo. `step` is what happened in that direction.
    void changed(const corridor::ChangeSet& step);
    void planReplaced();
    /// Another scenario is shown now. With an undo or redo this comes before `changed`, unless that step brings the
    /// scenario back.
    void scenarioChanged();
    void modifiedChanged(bool modified);
    void readOnlyChanged(bool readOnly);
    /// An undo or redo took effect in another scenario than the one shown, which is now shown.
    void returnedToScenario(corridor::EntityId scenario);

private:
    class StepCommand;
    void apply(const ChangeSet& step, EntityId scenario);
    void updateModified();
    EntityId scenarioOfStep(int index) const;

    Plan mPlan;
    std::optional<Plan> mSaved; ///< what is on disk; none = nothing that the plan could equal
    EntityId mScenario;
    quint64 mRevision = 0;
    bool mReadOnly = false;
    Message mReadOnlyWhy;
    bool mModified = false;
    QUndoStack mStack;
};

} // namespace corridor
