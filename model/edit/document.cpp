// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/document.h"

#include <utility>

namespace corridor {

/// One step of history and the scenario that was shown when it was made.
class Document::StepCommand : public QUndoCommand {
public:
    StepCommand(Document& document, ChangeSet step, const QString& text)
        : QUndoCommand(text)
        , mDocument(document)
        , mStep(std::move(step))
        , mScenario(document.scenario()) {}

    void undo() override { mDocument.apply(mStep.inverted(), mScenario); }
    void redo() override { mDocument.apply(mStep, mScenario); }
    EntityId scenario() const { return mScenario; }

private:
    Document& mDocument;
    ChangeSet mStep;
    EntityId mScenario;
};

namespace {

// The nearest scenario above (or at) `scenario` in `plan` that still exists in `next`.
EntityId survivor(const Plan& plan, const Plan& next, EntityId scenario) {
    while (scenario != Plan::baseScenario() && !next.hasScenario(scenario)) {
        const Scenario* row = plan.base().find<Scenario>(scenario);
        scenario = row && plan.hasScenario(scenario) ? row->parent : Plan::baseScenario();
    }
    return scenario;
}

} // namespace

Document::Document(QObject* parent)
    : QObject(parent)
    , mSaved(mPlan)
    , mScenario(Plan::baseScenario()) {}

Document::~Document() {
    // The stack outlives nothing of ours, but its signals must not reach a half-destroyed document.
    mStack.disconnect();
}

void Document::setScenario(EntityId scenario) {
    const EntityId chosen = mPlan.hasScenario(scenario) ? scenario : Plan::baseScenario();
    if (chosen == mScenario)
        return;
    mScenario = chosen;
    Q_EMIT scenarioChanged();
}

void Document::setReadOnly(bool readOnly, Message why) {
    mReadOnlyWhy = std::move(why);
    if (readOnly == mReadOnly)
        return;
    mReadOnly = readOnly;
    if (readOnly)
        mStack.clear();
    Q_EMIT readOnlyChanged(readOnly);
}

Message Document::readOnlySentence() const {
    if (mReadOnlyWhy.isEmpty())
        return message(
            CORRIDOR_MSG("This plan is open for reading only; save it under another name to edit the copy."));
    return message(CORRIDOR_MSG("%1 Save it under another name to edit the copy."), mReadOnlyWhy.text());
}

void Document::reset(Plan plan, bool modified) {
    mStack.clear();
    mPlan = std::move(plan);
    mSaved = modified ? std::nullopt : std::optional<Plan>(mPlan);
    const bool moved = std::exchange(mScenario, Plan::baseScenario()) != Plan::baseScenario();
    ++mRevision;
    Q_EMIT planReplaced();
    if (moved)
        Q_EMIT scenarioChanged();
    updateModified();
}

void Document::markSaved(const Plan& saved) {
    mSaved = saved;
    updateModified();
}

bool Document::push(ChangeSet step, const QString& text) {
    if (mReadOnly)
        return false;
    if (!step.isEmpty())
        mStack.push(new StepCommand(*this, std::move(step), text));
    return true;
}

// The clean index of the stack is lost when a step is made after an undo past the saved point; the content never is.
void Document::updateModified() {
    const bool modified = !mSaved || !Plan::sameContent(*mSaved, mPlan);
    if (modified == mModified)
        return;
    mModified = modified;
    Q_EMIT modifiedChanged(modified);
}

void Document::apply(const ChangeSet& step, EntityId scenario) {
    const EntityId shown = mScenario;
    Plan next = mPlan.with(step);
    setScenario(survivor(mPlan, next, mPlan.hasScenario(scenario) ? scenario : mScenario));
    mPlan = std::move(next);
    ++mRevision;
    Q_EMIT changed(step);
    if (mPlan.hasScenario(scenario))
        setScenario(scenario);
    updateModified();
    if (mScenario != shown && mScenario == scenario)
        Q_EMIT returnedToScenario(scenario);
}

EntityId Document::scenarioOfStep(int index) const {
    const auto* command = static_cast<const StepCommand*>(mStack.command(index));
    return command ? command->scenario() : Plan::baseScenario();
}

EntityId Document::undoScenario() const {
    return scenarioOfStep(mStack.index() - 1);
}

EntityId Document::redoScenario() const {
    return scenarioOfStep(mStack.index());
}

} // namespace corridor
