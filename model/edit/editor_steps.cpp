// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/cascade.h"
#include "model/edit/refusal.h"

#include <unordered_map>

namespace corridor {

namespace {

using Key = std::tuple<EntityId, Kind, EntityId>;

// Checks a step made elsewhere against the plan it is to be applied to. One use: prepare(), then take the step or the
// problem.
class ForeignStep {
public:
    ForeignStep(const Plan& plan, ChangeSet step)
        : mPlan(plan)
        , mGiven(std::move(step)) {}

    /// The first problem; nothing when the step may be applied.
    std::optional<Finding> prepare();
    ChangeSet take() { return std::move(mStep); }

private:
    std::optional<Finding> rebase();
    std::optional<Finding> checkScenario(EntityId scenario);
    std::optional<Finding> checkObject(EntityId scenario, Kind kind, const Entity& entity) const;
    std::optional<Finding> checkCodes(EntityId scenario, Kind kind);
    std::optional<Finding> checkLosses(EntityId scenario) const;

    const Plan& mPlan;
    ChangeSet mGiven, mStep;
    Plan mAfter;
};

std::optional<Finding> malformed(const Change& change, Message sentence) {
    Entity subject;
    subject.id = change.id;
    return problem("malformed-step", Severity::Binding, std::move(sentence), subject);
}

std::optional<Finding> shapeProblem(const Change& change) {
    const bool known = static_cast<std::size_t>(change.kind) < kKindCount;
    const bool legalId = !change.id.isNull() && change.id.value <= kMaxEntityId;
    const bool present = change.after.isPresent();
    if (!known || !legalId || present != bool(change.after.entity) || (present && change.after.entity->id != change.id))
        return malformed(change,
                         message(CORRIDOR_MSG("The step is damaged at object %1; make it again from its source."),
                                 change.id.toString()));
    if (!schemaOf(change.kind).overlaid && change.scenario != Plan::baseScenario())
        return malformed(change, message(CORRIDOR_MSG("The step changes object %1 in a scenario, but objects of kind "
                                                      "“%2” belong to all scenarios; put it into the base."),
                                         change.id.toString(), schemaOf(change.kind).labelText()));
    if (change.kind == Kind::Scenario && change.id == Plan::baseScenario() && !present)
        return malformed(change, message(CORRIDOR_MSG("The base scenario cannot be removed; the others build on it.")));
    return std::nullopt;
}

// `before` of each change becomes what the plan says now; what changes nothing is dropped.
std::optional<Finding> ForeignStep::rebase() {
    std::map<Key, Change> changes;
    for (Change& change : mGiven.changes) {
        if (auto found = shapeProblem(change))
            return found;
        if (change.scenario == Plan::baseScenario() && change.after.state == Slot::State::Removed)
            change.after = Slot::absent();
        change.before = mPlan.slot(change.scenario, change.kind, change.id);
        changes.insert_or_assign(Key(change.scenario, change.kind, change.id), std::move(change));
    }
    ChangeSet all;
    for (auto& [key, change] : changes)
        all.changes.push_back(std::move(change));
    mAfter = mPlan.with(all);
    for (const Change& change : all.changes)
        if (change.after.state != Slot::State::Absent && !mAfter.hasScenario(change.scenario))
            return malformed(
                change,
                message(CORRIDOR_MSG(
                            "The step changes object %1 in scenario %2, which is not there; add the scenario first."),
                        change.id.toString(), change.scenario.toString()));
    mStep = Plan::diff(mPlan, mAfter); // records the overlays of lost scenarios, too
    return std::nullopt;
}

std::optional<Finding> ForeignStep::checkObject(EntityId scenario, Kind kind, const Entity& entity) const {
    const EntitySet& now = mAfter.entities(scenario);
    const EntityRef before = mPlan.hasScenario(scenario) ? mPlan.entities(scenario).find(kind, entity.id) : EntityRef{};
    if (!before)
        for (const Kind other : allKinds())
            if (other != kind && now.find(other, entity.id))
                return problem(
                    "id-taken", Severity::Binding,
                    message(CORRIDOR_MSG("The id of %1 belongs to an object of kind “%2” already; give it another."),
                            labelOf(entity), schemaOf(other).labelText()),
                    entity);
    if (kind == Kind::Scenario)
        if (auto found =
                scenarioProblem(ChangeBuilder(mAfter, Plan::baseScenario()), static_cast<const Scenario&>(entity)))
            return found;
    std::set<QString> old;
    for (const Finding& finding : problemsOf(SetLookup(now), kind, entity)) {
        if (before && old.empty())
            for (const Finding& had : problemsOf(SetLookup(mPlan.entities(scenario)), kind, *before))
                old.insert(had.key);
        if (!old.contains(finding.key))
            return finding;
    }
    return std::nullopt;
}

// Codes that this step gives must be nobody else's.
std::optional<Finding> ForeignStep::checkCodes(EntityId scenario, Kind kind) {
    std::set<EntityId> given;
    for (const Change& change : mStep.changes)
        if (change.scenario == scenario && change.kind == kind && change.after.isPresent() &&
            (!change.before.isPresent() || change.before.entity->code != change.after.entity->code))
            given.insert(change.id);
    if (given.empty())
        return std::nullopt;
    std::optional<Finding> found;
    std::unordered_map<QString, std::shared_ptr<const Entity>> holders;
    mAfter.entities(scenario).forEach(kind, [&](const EntityRef& object) {
        if (found || object->code.isEmpty())
            return;
        const auto [it, isNew] = holders.emplace(object->code, object.ptr);
        if (!isNew && (given.contains(object->id) || given.contains(it->second->id)))
            found = codeTaken(kind, *object, *it->second);
    });
    return found;
}

// What the step removes must not be needed by what it leaves.
std::optional<Finding> ForeignStep::checkLosses(EntityId scenario) const {
    std::set<EntityId> gone;
    if (mPlan.hasScenario(scenario))
        EntitySet::diff(mPlan.entities(scenario), mAfter.entities(scenario),
                        [&](Kind, EntityId id, const auto&, const auto& is) {
                            if (!is)
                                gone.insert(id);
                        });
    const EntityRef user = gone.empty() ? EntityRef{} : firstUserOf(ChangeBuilder(mAfter, scenario), gone);
    if (!user)
        return std::nullopt;
    return problem(
        "dangling-reference", Severity::Binding,
        message(CORRIDOR_MSG("The step removes an object that %1 refers to; remove or change %1 in the same step."),
                labelOf(*user)),
        *user);
}

std::optional<Finding> ForeignStep::checkScenario(EntityId scenario) {
    if (!mAfter.hasScenario(scenario))
        return std::nullopt; // its rows go with it
    std::set<Kind> kinds;
    for (const Change& change : mStep.changes) {
        if (change.scenario != scenario)
            continue;
        kinds.insert(change.kind);
        if (change.after.isPresent())
            if (auto found = checkObject(scenario, change.kind, *change.after.entity))
                return found;
    }
    for (const Kind kind : kinds)
        if (auto found = checkCodes(scenario, kind))
            return found;
    return checkLosses(scenario);
}

std::optional<Finding> ForeignStep::prepare() {
    if (auto found = rebase())
        return found;
    std::set<EntityId> scenarios;
    for (const Change& change : mStep.changes)
        scenarios.insert(change.scenario);
    for (const EntityId scenario : scenarios)
        if (auto found = checkScenario(scenario))
            return found;
    return std::nullopt;
}

} // namespace

EditResult Editor::applyStep(ChangeSet step, const QString& text) {
    if (auto refused = refusedForReadOnly())
        return *refused;
    ForeignStep foreign(mDocument.plan(), std::move(step));
    if (auto found = foreign.prepare())
        return refuse(std::move(*found));
    ChangeSet ready = foreign.take();
    std::vector<EntityId> ids;
    std::set<EntityId> scenarios;
    for (const Change& change : ready.changes) {
        ids.push_back(change.id);
        scenarios.insert(change.scenario);
    }
    // Steps of one child stay within it and those below; anything else may concern all.
    const EntityId root = scenarios.size() == 1 ? *scenarios.begin() : Plan::baseScenario();
    mDocument.push(withConsequences(mDocument.plan(), root, std::move(ready)), text);
    return EditResult{std::nullopt, std::move(ids)};
}

} // namespace corridor
