// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/changeset.h"

#include <map>
#include <memory>
#include <tuple>

namespace corridor {

/// A whole plan as an immutable value: the base objects, the scenarios, and for each scenario an overlay over its
/// parent. Copying is a snapshot (nanoseconds); an edit makes a new Plan that shares all untouched chunks. Safe to read
/// from any thread.
///
/// Kinds that do not differ between scenarios (Scenario, RulePack) live in the base only.
class Plan {
public:
    /// An empty plan with the base scenario only.
    Plan();

    /// The id of the base scenario: the one without a parent.
    static EntityId baseScenario();

    /// All objects of a scenario with its parents' overlays applied; those of the base when there is no such scenario.
    const EntitySet& entities(EntityId scenario) const;
    const EntitySet& base() const { return entities(baseScenario()); }
    bool hasScenario(EntityId scenario) const;
    /// All scenarios, parents before children, siblings by code then id.
    std::vector<const Scenario*> scenarios() const;

    /// What that scenario's own layer says about an object.
    Slot slot(EntityId scenario, Kind kind, EntityId id) const;
    /// Calls `visit(Kind, EntityId, const Slot&)` for every row of a child's overlay, in order of id. Not for the base.
    template <class Visit>
    void forEachOverlayRow(EntityId scenario, Visit&& visit) const;
    std::size_t overlaySize(EntityId scenario) const;

    /// The plan after a step (each change's `after`). Scenario rows take effect first: a new scenario may be filled in
    /// the same step; a removed scenario must have its overlay rows removed in the same step (else they vanish
    /// unrecorded: a bug of the caller).
    Plan with(const ChangeSet& step) const;

    /// What leads from one plan to another, comparing pointers first.
    static ChangeSet diff(const Plan& from, const Plan& to);
    /// Whether diff() would be empty; stops at the first difference.
    static bool sameContent(const Plan& a, const Plan& b);

    /// Total number of objects in the base and rows in overlays.
    std::size_t objectCount() const;

private:
    struct OverlayRow {
        EntityId id;
        Kind kind;
        Slot slot;
    };
    struct Layer {
        EntityId parent;
        Table<OverlayRow> overlay; // empty for the base
        EntitySet resolved;
    };
    using Layers = std::map<EntityId, Layer>;

    static void diffOverlays(EntityId scenario, const Layer* before, const Layer* after, ChangeSet& out);
    void applyOwn(Layers& layers, const ChangeSet& step,
                  std::map<EntityId, std::vector<std::pair<Kind, EntityId>>>& touched) const;
    static void resolve(Layers& layers, const std::map<EntityId, std::vector<std::pair<Kind, EntityId>>>& touched,
                        bool treeChanged);
    static bool rebuildTree(Layers& layers);

    std::shared_ptr<const Layers> mLayers;
};

template <class Visit>
void Plan::forEachOverlayRow(EntityId scenario, Visit&& visit) const {
    const auto it = mLayers->find(scenario);
    if (it != mLayers->end())
        it->second.overlay.forEach(
            [&](const std::shared_ptr<const OverlayRow>& row) { visit(row->kind, row->id, row->slot); });
}

/// Collects changes with the right `before` from a plan; the way verbs make steps.
class ChangeBuilder {
public:
    ChangeBuilder(Plan plan, EntityId scenario)
        : mPlan(std::move(plan))
        , mScenario(scenario) {}

    /// Puts an object (added or changed) into the scenario's layer. An object equal to what the scenario resolves to
    /// already is no change; one equal to what the parent says leaves no row in a child's overlay.
    void put(Kind kind, std::shared_ptr<const Entity> entity);
    template <class T>
    void put(T entity) {
        put(T::kKind, std::make_shared<const T>(std::move(entity)));
    }
    /// Takes an object out of this scenario and those below it (their rows on it go too): in the base it is gone; in a
    /// child it is hidden, or its own addition is dropped.
    void remove(Kind kind, EntityId id);
    /// Makes a child fall back to its parent's value.
    void revert(Kind kind, EntityId id);

    /// The object as it is after the changes so far.
    EntityRef current(Kind kind, EntityId id) const;
    EntityRef current(EntityId id) const;
    /// Calls `visit(EntityRef)` for every object of a kind as it is after the changes so far; those of the plan in
    /// order of id, then new ones. `visit` must not change this builder.
    template <class Visit>
    void forEachCurrent(Kind kind, Visit&& visit) const;
    const Plan& plan() const { return mPlan; }
    EntityId scenario() const { return mScenario; }

    /// The step so far; empty when nothing really changed.
    ChangeSet take();

private:
    void set(EntityId scenario, Kind kind, EntityId id, Slot after);
    EntityId layerOf(Kind kind) const;
    EntityRef inherited(Kind kind, EntityId id) const;

    Plan mPlan; // the plan before the step
    EntityId mScenario;
    std::map<std::tuple<EntityId, Kind, EntityId>, Change> mChanges;
};

template <class Visit>
void ChangeBuilder::forEachCurrent(Kind kind, Visit&& visit) const {
    const EntityId layer = layerOf(kind);
    const auto first = mChanges.lower_bound(std::tuple(layer, kind, EntityId{}));
    const auto last = mChanges.upper_bound(std::tuple(layer, kind, EntityId{kMaxEntityId}));
    const EntitySet& before = mPlan.entities(layer);
    before.forEach(kind, [&](const EntityRef& object) {
        if (first == last || !mChanges.contains(std::tuple(layer, kind, object->id)))
            visit(object);
        else if (const EntityRef now = current(kind, object->id))
            visit(now);
    });
    for (auto it = first; it != last; ++it)
        if (!before.find(kind, it->second.id))
            if (const EntityRef now = current(kind, it->second.id))
                visit(now);
}

} // namespace corridor
