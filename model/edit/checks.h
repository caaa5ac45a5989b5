// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/plan.h"
#include "model/plan/problems.h"

#include <set>

namespace corridor {

// What the verbs ask before they make a step. Internal to model/edit.

/// Looks at the objects as a builder leaves them.
class BuilderLookup : public ObjectLookup {
public:
    explicit BuilderLookup(const ChangeBuilder& changes)
        : mChanges(changes) {}
    std::optional<Kind> kindOf(EntityId id) const override;
    std::optional<LonLat> positionOf(EntityId node) const override;

private:
    const ChangeBuilder& mChanges;
};

/// Looks at the objects of one scenario.
class SetLookup : public ObjectLookup {
public:
    explicit SetLookup(const EntitySet& objects)
        : mObjects(objects) {}
    std::optional<Kind> kindOf(EntityId id) const override;
    std::optional<LonLat> positionOf(EntityId node) const override;

private:
    const EntitySet& mObjects;
};

/// The first problem that `entity` has in the changed plan and did not have in the plan before, the code aside.
std::optional<Finding> newProblem(const ChangeBuilder& changes, Kind kind, const Entity& entity);

/// Refuses a code that another object of the kind has, in this scenario or in the own rows of one below it. An empty
/// code is free.
std::optional<Finding> codeProblem(const ChangeBuilder& changes, Kind kind, const Entity& entity);

/// The refusal of a code that `holder` has.
Finding codeTaken(Kind kind, const Entity& entity, const Entity& holder);

/// Refuses a scenario without parent, with itself among its parents, or a parent for the base.
std::optional<Finding> scenarioProblem(const ChangeBuilder& changes, const Scenario& scenario);

/// All of the above.
std::optional<Finding> reasonToRefuse(const ChangeBuilder& changes, Kind kind, const Entity& entity);

/// The next free code of a kind after the changes so far; empty when the kind has no prefix.
QString nextFreeCode(const ChangeBuilder& changes, Kind kind);

/// A random id that no object of the plan or the changes has.
EntityId freshId(const ChangeBuilder& changes);

/// Whether any scenario has an object of that id.
bool isIdTaken(const Plan& plan, EntityId id);

/// A scenario and all below it, parents first.
std::vector<EntityId> withDescendants(const Plan& plan, EntityId scenario);

} // namespace corridor
