// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/cascade.h"
#include "model/edit/refusal.h"
#include "model/plan/references.h"

namespace corridor {

namespace {

EditResult refuseScenario(EntityId id) {
    return refuse(
        "no-such-scenario",
        message(CORRIDOR_MSG("There is no scenario %1 in this plan; choose one that is there."), id.toString()));
}

EditResult refuseEmptyName() {
    return refuse("no-name", message(CORRIDOR_MSG("A scenario needs a name; enter one.")));
}

} // namespace

EditResult Editor::addScenario(EntityId parent, const QString& name, const QString& nameEn) {
    if (auto refused = refusedForReadOnly())
        return *refused;
    if (!mDocument.plan().hasScenario(parent))
        return refuseScenario(parent);
    if (name.trimmed().isEmpty())
        return refuseEmptyName();
    ChangeBuilder changes = startChanges();
    Scenario row;
    row.id = freshId(changes);
    row.code = nextFreeCode(changes, Kind::Scenario);
    row.name = name.trimmed();
    row.nameEn = nameEn.trimmed();
    row.parent = parent;
    changes.put(row);
    return finish(changes.take(), tr("Add scenario %1").arg(row.name), {row.id});
}

EditResult Editor::renameScenario(EntityId scenario, const QString& name) {
    if (auto refused = refusedForReadOnly())
        return *refused;
    ChangeBuilder changes = startChanges();
    const EntityRef found = changes.current(Kind::Scenario, scenario);
    if (!found)
        return refuseScenario(scenario);
    if (name.trimmed().isEmpty())
        return refuseEmptyName();
    Scenario row = *found.as<Scenario>();
    row.name = name.trimmed();
    changes.put(row);
    return finish(changes.take(), tr("Rename scenario %1").arg(row.name), {scenario});
}

EditResult Editor::removeScenario(EntityId scenario) {
    if (auto refused = refusedForReadOnly())
        return *refused;
    const Plan& plan = mDocument.plan();
    const Scenario* row = plan.base().find<Scenario>(scenario);
    if (!row)
        return refuseScenario(scenario);
    if (scenario == Plan::baseScenario())
        return refuse(problem("base-scenario", Severity::Binding,
                              message(CORRIDOR_MSG("The base scenario cannot be removed; the others build on it.")),
                              *row));
    for (const Scenario* other : plan.scenarios())
        if (other->parent == scenario)
            return refuse(problem("has-children", Severity::Binding,
                                  message(CORRIDOR_MSG("Scenario %1 has scenario %2 below it; remove that first."),
                                          labelOf(*row), labelOf(*other)),
                                  *row));
    const QString text = tr("Remove scenario %1").arg(row->name);
    ChangeBuilder overlay(plan, scenario);
    plan.forEachOverlayRow(scenario, [&](Kind kind, EntityId id, const Slot&) { overlay.revert(kind, id); });
    const ChangeSet emptied = overlay.take();
    ChangeBuilder base(plan.with(emptied), Plan::baseScenario());
    std::vector<EntityId> removed = removeWithDependants(base, {scenario});
    return finish(emptied.followedBy(base.take()), text, std::move(removed));
}

namespace {

// What the parent scenario says about an object; null when it says nothing.
EntityRef inParent(const Plan& plan, EntityId scenario, EntityId id) {
    const Scenario* self = plan.base().find<Scenario>(scenario);
    return self ? plan.entities(self->parent).find(id) : EntityRef{};
}

// Makes objects fall back, and with them what the parent's versions cannot stand without and this scenario has removed.
class FallBack {
public:
    explicit FallBack(ChangeBuilder& changes)
        : mChanges(changes) {}

    void add(EntityId id);
    void settle();

private:
    void bringReferences(const EntityRef& parents);

    ChangeBuilder& mChanges;
    std::set<EntityId> mGone, mNodes;
};

void FallBack::add(EntityId id) {
    const EntityRef mine = mChanges.current(id);
    const EntityRef parents = inParent(mChanges.plan(), mChanges.scenario(), id);
    if (!parents) {
        mChanges.remove(mine.kind, id);
        mGone.insert(id);
        return;
    }
    mChanges.revert(parents.kind, id);
    if (parents.kind == Kind::Site || parents.kind == Kind::Junction)
        mNodes.insert(id);
    else if (const Span* span = parents.as<Span>())
        mNodes.insert({span->from, span->to});
    bringReferences(parents);
}

void FallBack::bringReferences(const EntityRef& parents) {
    for (const ReferenceRule& rule : referenceRules(parents.kind)) {
        const Value value = rule.field->get(*parents);
        RefList targets;
        if (const auto* one = std::get_if<EntityId>(&value))
            targets = {*one};
        else if (const auto* list = std::get_if<RefList>(&value))
            targets = *list;
        for (const EntityId target : targets) {
            if (mChanges.current(target))
                continue;
            if (rule.onLoss == OnLoss::RemoveOwner && inParent(mChanges.plan(), mChanges.scenario(), target))
                add(target);
            else
                mGone.insert(target);
        }
    }
}

// Lets go of what is gone for good; spans end where their nodes stand in this scenario.
void FallBack::settle() {
    std::erase_if(mGone, [this](EntityId id) { return bool(mChanges.current(id)); }); // a later one brought it back
    letGo(mChanges, mGone);
    attachSpansAt(mChanges, mNodes);
}

} // namespace

EditResult Editor::revertToParent(const std::vector<EntityId>& ids) {
    if (auto refused = refusedForReadOnly())
        return *refused;
    if (mDocument.scenario() == Plan::baseScenario())
        return refuse(
            "base-scenario",
            message(CORRIDOR_MSG("The base scenario has no parent to fall back to; choose another scenario first.")));
    ChangeBuilder changes = startChanges();
    for (const EntityId id : ids)
        if (!changes.current(id) && !inParent(changes.plan(), changes.scenario(), id))
            return refuseMissing(id);
    FallBack fallBack(changes);
    for (const EntityId id : std::set<EntityId>(ids.begin(), ids.end()))
        fallBack.add(id);
    fallBack.settle();
    for (const EntityId id : ids)
        if (const EntityRef now = changes.current(id))
            if (auto problem = codeProblem(changes, now.kind, *now))
                return refuse(std::move(*problem));
    const QString text =
        ids.size() == 1 ? tr("Fall back to the parent's value")
                        : tr("Fall back to the parent's values of %n objects", nullptr, static_cast<int>(ids.size()));
    return finish(changes.take(), text, ids);
}

} // namespace corridor
