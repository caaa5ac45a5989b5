// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/plan.h"

#include "model/plan/schema.h"

#include <set>

namespace corridor {

namespace {

// What a change looks like in its scenario, not only in its layer: a child's first row on an object replaces what the
// parent shows.
void describe(ChangeSet& step, Change& change, const EntityRef& before, const EntityRef& after) {
    change.fields = changedFields(schemaOf(change.kind), before.ptr.get(), after.ptr.get());
    for (const EntityRef* seen : {&before, &after})
        if (*seen)
            step.dirty = step.dirty.united(extentOf(change.kind, **seen));
}

EntityRef resolvedIn(const Plan& plan, const Change& change) {
    return plan.hasScenario(change.scenario) ? plan.entities(change.scenario).find(change.kind, change.id)
                                             : EntityRef{change.kind, nullptr};
}

bool sameSlot(Kind kind, const Slot& a, const Slot& b) {
    if (a.state != b.state)
        return false;
    return !a.isPresent() || a.entity == b.entity || schemaOf(kind).equal(*a.entity, *b.entity);
}

} // namespace

EntityId Plan::baseScenario() {
    static const EntityId id = stableEntityId(u"scenario/base");
    return id;
}

Plan::Plan() {
    static const std::shared_ptr<const Layers> empty = [] {
        auto base = std::make_shared<Scenario>();
        base->id = baseScenario();
        base->code = QStringLiteral("BASE");
        base->name = QStringLiteral("基准");
        base->nameEn = QStringLiteral("Base");
        auto layers = std::make_shared<Layers>();
        (*layers)[baseScenario()].resolved = EntitySet().with({{Kind::Scenario, base->id, base}});
        return layers;
    }();
    mLayers = empty;
}

const EntitySet& Plan::entities(EntityId scenario) const {
    const auto it = mLayers->find(scenario);
    return (it != mLayers->end() ? it : mLayers->find(baseScenario()))->second.resolved;
}

bool Plan::hasScenario(EntityId scenario) const {
    return mLayers->contains(scenario);
}

std::vector<const Scenario*> Plan::scenarios() const {
    std::vector<const Scenario*> all, ordered;
    base().table<Scenario>().forEach([&](const auto& row) { all.push_back(row.get()); });
    std::sort(all.begin(), all.end(),
              [](const Scenario* a, const Scenario* b) { return std::tie(a->code, a->id) < std::tie(b->code, b->id); });
    const auto appendChildren = [&](auto&& self, EntityId parent) -> void {
        for (const Scenario* scenario : all)
            if (scenario->parent == parent && scenario->id != parent && hasScenario(scenario->id)) {
                ordered.push_back(scenario);
                self(self, scenario->id);
            }
    };
    if (const Scenario* root = base().find<Scenario>(baseScenario()))
        ordered.push_back(root);
    appendChildren(appendChildren, baseScenario());
    return ordered;
}

Slot Plan::slot(EntityId scenario, Kind kind, EntityId id) const {
    if (scenario == baseScenario() || !schemaOf(kind).overlaid) {
        const EntityRef found = base().find(kind, id);
        return found ? Slot::present(found.ptr) : Slot::absent();
    }
    const auto it = mLayers->find(scenario);
    if (it == mLayers->end())
        return Slot::absent();
    const auto& row = it->second.overlay.find(id);
    return row && row->kind == kind ? row->slot : Slot::absent();
}

std::size_t Plan::overlaySize(EntityId scenario) const {
    const auto it = mLayers->find(scenario);
    return it == mLayers->end() ? 0 : it->second.overlay.size();
}

// Brings the set of layers in line with the Scenario rows; true when layers came, went or changed parent. A scenario
// whose chain of parents does not end at the base (a broken or circular file) gets no layer; integrity reports it.
bool Plan::rebuildTree(Layers& layers) {
    const EntitySet& base = layers.at(baseScenario()).resolved;
    std::map<EntityId, EntityId> wanted;
    base.table<Scenario>().forEach([&](const std::shared_ptr<const Scenario>& row) {
        std::set<EntityId> seen;
        const Scenario* at = row.get();
        while (at && at->id != baseScenario() && seen.insert(at->id).second)
            at = base.find<Scenario>(at->parent);
        if (at && at->id == baseScenario() && row->id != baseScenario())
            wanted[row->id] = row->parent;
    });
    bool changed = false;
    for (auto it = layers.begin(); it != layers.end();) {
        const bool keep = it->first == baseScenario() || wanted.contains(it->first);
        changed |= !keep;
        it = keep ? std::next(it) : layers.erase(it);
    }
    for (const auto& [id, parent] : wanted) {
        Layer& layer = layers[id];
        changed |= layer.parent != parent;
        layer.parent = parent;
    }
    return changed;
}

void Plan::applyOwn(Layers& layers, const ChangeSet& step,
                    std::map<EntityId, std::vector<std::pair<Kind, EntityId>>>& touched) const {
    std::vector<EntitySet::Update> baseUpdates;
    std::map<EntityId, std::vector<Table<OverlayRow>::Update>> overlayUpdates;
    for (const Change& change : step.changes) {
        if (change.scenario == baseScenario()) {
            baseUpdates.push_back({change.kind, change.id, change.after.entity});
        } else {
            auto row = change.after.state == Slot::State::Absent
                           ? nullptr
                           : std::make_shared<const OverlayRow>(OverlayRow{change.id, change.kind, change.after});
            overlayUpdates[change.scenario].push_back({change.id, std::move(row)});
        }
        touched[change.scenario].emplace_back(change.kind, change.id);
    }
    Layer& root = layers.at(baseScenario());
    root.resolved = root.resolved.with(std::move(baseUpdates));
    for (auto& [scenario, updates] : overlayUpdates) {
        std::sort(updates.begin(), updates.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
        Layer& layer = layers[scenario]; // a new scenario's layer may be filled before rebuildTree sees its row
        layer.overlay = layer.overlay.with(updates);
    }
}

void Plan::resolve(Layers& layers, const std::map<EntityId, std::vector<std::pair<Kind, EntityId>>>& touched,
                   bool treeChanged) {
    // Parents first: what an ancestor's step touched may show through in each descendant.
    std::map<EntityId, std::vector<std::pair<Kind, EntityId>>> pending;
    pending[baseScenario()] =
        touched.contains(baseScenario()) ? touched.at(baseScenario()) : std::vector<std::pair<Kind, EntityId>>{};
    std::vector<EntityId> order{baseScenario()};
    for (std::size_t i = 0; i < order.size(); ++i)
        for (const auto& [id, layer] : layers)
            if (layer.parent == order[i])
                order.push_back(id);
    for (std::size_t i = 1; i < order.size(); ++i) {
        Layer& layer = layers.at(order[i]);
        const EntitySet& parent = layers.at(layer.parent).resolved;
        std::vector<EntitySet::Update> updates;
        if (treeChanged) {
            layer.resolved = parent;
            layer.overlay.forEach([&](const auto& row) { updates.push_back({row->kind, row->id, row->slot.entity}); });
        } else {
            auto& mine = pending[order[i]];
            mine = pending[layer.parent];
            if (const auto own = touched.find(order[i]); own != touched.end())
                mine.insert(mine.end(), own->second.begin(), own->second.end());
            std::sort(mine.begin(), mine.end());
            mine.erase(std::unique(mine.begin(), mine.end()), mine.end());
            for (const auto& [kind, id] : mine) {
                const auto& row = layer.overlay.find(id);
                const bool own = row && row->kind == kind;
                updates.push_back({kind, id, own ? row->slot.entity : parent.find(kind, id).ptr});
            }
        }
        layer.resolved = layer.resolved.with(std::move(updates));
    }
}

Plan Plan::with(const ChangeSet& step) const {
    auto layers = std::make_shared<Layers>(*mLayers);
    std::map<EntityId, std::vector<std::pair<Kind, EntityId>>> touched;
    applyOwn(*layers, step, touched);
    const bool mayChangeTree = step.touches(Kind::Scenario) || layers->size() != mLayers->size();
    const bool treeChanged = mayChangeTree && rebuildTree(*layers);
    resolve(*layers, touched, treeChanged);
    Plan out;
    out.mLayers = std::move(layers);
    return out;
}

void Plan::diffOverlays(EntityId scenario, const Layer* before, const Layer* after, ChangeSet& out) {
    static const Table<OverlayRow> none;
    Table<OverlayRow>::diff(before ? before->overlay : none, after ? after->overlay : none,
                            [&](EntityId id, const auto& a, const auto& b) {
                                const Kind kind = (a ? a : b)->kind;
                                const Slot from = a ? a->slot : Slot::absent();
                                const Slot to = b ? b->slot : Slot::absent();
                                if (!sameSlot(kind, from, to))
                                    out.changes.push_back(Change{scenario, kind, id, from, to});
                            });
}

ChangeSet Plan::diff(const Plan& from, const Plan& to) {
    ChangeSet out;
    const auto slotOf = [](const std::shared_ptr<const Entity>& entity) {
        return entity ? Slot::present(entity) : Slot::absent();
    };
    EntitySet::diff(from.base(), to.base(), [&](Kind kind, EntityId id, const auto& before, const auto& after) {
        const Slot a = slotOf(before), b = slotOf(after);
        if (!sameSlot(kind, a, b))
            out.changes.push_back(Change{baseScenario(), kind, id, a, b});
    });
    std::set<EntityId> scenarios;
    for (const auto* layers : {from.mLayers.get(), to.mLayers.get()})
        for (const auto& [id, layer] : *layers)
            if (id != baseScenario())
                scenarios.insert(id);
    for (const EntityId id : scenarios) {
        const auto a = from.mLayers->find(id), b = to.mLayers->find(id);
        diffOverlays(id, a == from.mLayers->end() ? nullptr : &a->second, b == to.mLayers->end() ? nullptr : &b->second,
                     out);
    }
    std::sort(out.changes.begin(), out.changes.end(), [](const Change& a, const Change& b) {
        return std::tie(a.scenario, a.kind, a.id) < std::tie(b.scenario, b.kind, b.id);
    });
    for (Change& change : out.changes)
        describe(out, change, resolvedIn(from, change), resolvedIn(to, change));
    return out;
}

bool Plan::sameContent(const Plan& a, const Plan& b) {
    if (a.mLayers == b.mLayers)
        return true;
    const auto sameLayers = [](const auto& x, const auto& y) {
        return x.first == y.first && x.second.parent == y.second.parent;
    };
    if (!std::equal(a.mLayers->begin(), a.mLayers->end(), b.mLayers->begin(), b.mLayers->end(), sameLayers))
        return false;
    if (!EntitySet::sameContent(a.base(), b.base()))
        return false;
    bool same = true;
    for (auto x = a.mLayers->begin(), y = b.mLayers->begin(); same && x != a.mLayers->end(); ++x, ++y)
        Table<OverlayRow>::diff(x->second.overlay, y->second.overlay, [&same](EntityId, const auto& p, const auto& q) {
            same = p && q && p->kind == q->kind && sameSlot(p->kind, p->slot, q->slot);
            return same;
        });
    return same;
}

std::size_t Plan::objectCount() const {
    std::size_t n = base().count();
    for (const auto& [id, layer] : *mLayers)
        n += layer.overlay.size();
    return n;
}

EntityId ChangeBuilder::layerOf(Kind kind) const {
    return schemaOf(kind).overlaid ? mScenario : Plan::baseScenario();
}

// What shows through when this scenario's layer says nothing; null in the base.
EntityRef ChangeBuilder::inherited(Kind kind, EntityId id) const {
    if (layerOf(kind) == Plan::baseScenario())
        return EntityRef{kind, nullptr};
    const Scenario* self = mPlan.base().find<Scenario>(mScenario);
    return self ? mPlan.entities(self->parent).find(kind, id) : EntityRef{kind, nullptr};
}

void ChangeBuilder::set(EntityId scenario, Kind kind, EntityId id, Slot after) {
    const auto key = std::tuple(scenario, kind, id);
    const auto it = mChanges.find(key);
    if (it != mChanges.end())
        it->second.after = std::move(after);
    else
        mChanges.emplace(key, Change{scenario, kind, id, mPlan.slot(scenario, kind, id), std::move(after)});
}

void ChangeBuilder::put(Kind kind, std::shared_ptr<const Entity> entity) {
    const EntitySchema& schema = schemaOf(kind);
    const EntityId id = entity->id;
    if (const EntityRef now = current(kind, id); now && schema.equal(*now, *entity))
        return;
    const EntityRef parents = inherited(kind, id);
    set(layerOf(kind), kind, id,
        parents && schema.equal(*parents, *entity) ? Slot::absent() : Slot::present(std::move(entity)));
}

void ChangeBuilder::remove(Kind kind, EntityId id) {
    const EntityId layer = layerOf(kind);
    set(layer, kind, id, inherited(kind, id) ? Slot::removed() : Slot::absent());
    // A row further down on an object that is no longer there would bring it back to life.
    std::set<EntityId> below{layer};
    for (const Scenario* scenario : mPlan.scenarios()) {
        if (!below.contains(scenario->parent))
            continue;
        below.insert(scenario->id);
        if (schemaOf(kind).overlaid && mPlan.slot(scenario->id, kind, id).state != Slot::State::Absent)
            set(scenario->id, kind, id, Slot::absent());
    }
}

void ChangeBuilder::revert(Kind kind, EntityId id) {
    if (layerOf(kind) != Plan::baseScenario())
        set(mScenario, kind, id, Slot::absent());
}

EntityRef ChangeBuilder::current(Kind kind, EntityId id) const {
    const EntityId layer = layerOf(kind);
    const auto it = mChanges.find(std::tuple(layer, kind, id));
    if (it == mChanges.end())
        return mPlan.entities(layer).find(kind, id);
    return it->second.after.state == Slot::State::Absent ? inherited(kind, id)
                                                         : EntityRef{kind, it->second.after.entity};
}

EntityRef ChangeBuilder::current(EntityId id) const {
    for (const Kind kind : allKinds())
        if (EntityRef found = current(kind, id))
            return found;
    return {};
}

ChangeSet ChangeBuilder::take() {
    ChangeSet out;
    for (const auto& [key, change] : mChanges) {
        if (sameSlot(change.kind, change.before, change.after))
            continue;
        out.changes.push_back(change);
        const bool own = change.scenario == layerOf(change.kind);
        describe(out, out.changes.back(), resolvedIn(mPlan, change),
                 own ? current(change.kind, change.id) : EntityRef{change.kind, nullptr});
    }
    mChanges.clear();
    return out;
}

} // namespace corridor
