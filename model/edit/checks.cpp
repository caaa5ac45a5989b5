// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/checks.h"

#include "model/plan/settings.h"

namespace corridor {

std::optional<Kind> BuilderLookup::kindOf(EntityId id) const {
    const EntityRef found = mChanges.current(id);
    return found ? std::optional<Kind>(found.kind) : std::nullopt;
}

std::optional<LonLat> BuilderLookup::positionOf(EntityId node) const {
    const EntityRef junction = mChanges.current(Kind::Junction, node);
    if (junction)
        return junction.as<Junction>()->position;
    const EntityRef site = mChanges.current(Kind::Site, node);
    return site ? std::optional<LonLat>(site.as<Site>()->position) : std::nullopt;
}

std::optional<Kind> SetLookup::kindOf(EntityId id) const {
    const EntityRef found = mObjects.find(id);
    return found ? std::optional<Kind>(found.kind) : std::nullopt;
}

std::optional<LonLat> SetLookup::positionOf(EntityId node) const {
    return nodePosition(mObjects, node);
}

std::optional<Finding> newProblem(const ChangeBuilder& changes, Kind kind, const Entity& entity) {
    const std::vector<Finding> now = problemsOf(BuilderLookup(changes), kind, entity);
    if (now.empty())
        return std::nullopt;
    std::set<QString> old;
    const EntitySet& objects = changes.plan().entities(changes.scenario());
    if (const EntityRef before = objects.find(kind, entity.id))
        for (const Finding& finding : problemsOf(SetLookup(objects), kind, *before))
            old.insert(finding.key);
    for (const Finding& finding : now)
        if (!old.contains(finding.key))
            return finding;
    return std::nullopt;
}

std::vector<EntityId> withDescendants(const Plan& plan, EntityId scenario) {
    std::vector<EntityId> out{scenario};
    std::set<EntityId> known{scenario};
    for (const Scenario* row : plan.scenarios())
        if (row->id != scenario && known.contains(row->parent)) {
            known.insert(row->id);
            out.push_back(row->id);
        }
    return out;
}

Finding codeTaken(Kind kind, const Entity& entity, const Entity& holder) {
    return problem("code-taken", Severity::Binding,
                   message(CORRIDOR_MSG("The code “%1” belongs to “%2” already; choose another for this %3."),
                           entity.code, holder.name.isEmpty() ? holder.id.toString() : holder.name,
                           schemaOf(kind).labelText()),
                   entity, QStringLiteral("code"));
}

std::optional<Finding> codeProblem(const ChangeBuilder& changes, Kind kind, const Entity& entity) {
    if (entity.code.isEmpty())
        return std::nullopt;
    std::optional<Finding> found;
    changes.forEachCurrent(kind, [&](const EntityRef& other) {
        if (!found && other->id != entity.id && other->code == entity.code)
            found = codeTaken(kind, entity, *other);
    });
    if (found || !schemaOf(kind).overlaid)
        return found;
    for (const EntityId scenario : withDescendants(changes.plan(), changes.scenario()))
        if (scenario != changes.scenario())
            changes.plan().forEachOverlayRow(scenario, [&](Kind rowKind, EntityId id, const Slot& slot) {
                if (!found && rowKind == kind && id != entity.id && slot.isPresent() &&
                    slot.entity->code == entity.code)
                    found = codeTaken(kind, entity, *slot.entity);
            });
    return found;
}

std::optional<Finding> scenarioProblem(const ChangeBuilder& changes, const Scenario& scenario) {
    const auto refuse = [&](Message sentence) {
        return problem("parent", Severity::Binding, std::move(sentence), scenario, QStringLiteral("parent_id"));
    };
    if (scenario.id == Plan::baseScenario())
        return scenario.parent.isNull()
                   ? std::nullopt
                   : std::optional(refuse(
                         message(CORRIDOR_MSG("The base scenario stands on its own; it cannot have a parent."))));
    std::set<EntityId> seen{scenario.id};
    for (EntityId at = scenario.parent; at != Plan::baseScenario();) {
        const EntityRef parent = changes.current(Kind::Scenario, at);
        if (!parent)
            return refuse(message(CORRIDOR_MSG("Scenario %1 needs a parent scenario that exists; choose one."),
                                  labelOf(scenario)));
        if (!seen.insert(at).second)
            return refuse(message(CORRIDOR_MSG("Scenario %1 would be its own parent; choose another parent."),
                                  labelOf(scenario)));
        at = parent.as<Scenario>()->parent;
    }
    return std::nullopt;
}

std::optional<Finding> reasonToRefuse(const ChangeBuilder& changes, Kind kind, const Entity& entity) {
    if (auto found = newProblem(changes, kind, entity))
        return found;
    if (kind == Kind::Scenario)
        if (auto found = scenarioProblem(changes, static_cast<const Scenario&>(entity)))
            return found;
    const EntityRef before = changes.plan().entities(changes.scenario()).find(kind, entity.id);
    return before && before->code == entity.code ? std::nullopt : codeProblem(changes, kind, entity);
}

bool isIdTaken(const Plan& plan, EntityId id) {
    const std::vector<EntityId> all = withDescendants(plan, Plan::baseScenario());
    return std::any_of(all.begin(), all.end(),
                       [&](EntityId scenario) { return bool(plan.entities(scenario).find(id)); });
}

EntityId freshId(const ChangeBuilder& changes) {
    for (;;) {
        const EntityId id = newEntityId();
        if (!isIdTaken(changes.plan(), id) && !changes.current(id))
            return id;
    }
}

QString nextFreeCode(const ChangeBuilder& changes, Kind kind) {
    const QString prefix = QString::fromLatin1(schemaOf(kind).codePrefix);
    if (prefix.isEmpty())
        return {};
    qint64 highest = 0;
    const auto note = [&](const QString& code) {
        if (!code.startsWith(prefix + u'-'))
            return;
        const QStringView digits = QStringView(code).mid(prefix.size() + 1);
        const bool plain = std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
        if (plain && !digits.isEmpty() && digits.size() <= 15)
            highest = std::max(highest, digits.toLongLong());
    };
    changes.forEachCurrent(kind, [&](const EntityRef& object) { note(object->code); });
    for (const EntityId scenario : withDescendants(changes.plan(), Plan::baseScenario()))
        if (scenario != Plan::baseScenario())
            changes.plan().forEachOverlayRow(scenario, [&](Kind rowKind, EntityId, const Slot& slot) {
                if (rowKind == kind && slot.isPresent())
                    note(slot.entity->code);
            });
    changes.plan().base().forEach(kind, [&](const EntityRef& object) { note(object->code); });
    return prefix + QStringLiteral("-%1").arg(highest + 1, 4, 10, QLatin1Char('0'));
}

} // namespace corridor
