// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/plan.h"
#include "model/plan/schema.h"

#include <QtTest>

#include <map>
#include <optional>
#include <random>
#include <set>

namespace corridor {

inline Site makeSite(quint64 id, double power, LonLat at = {116.4, 39.9}) {
    Site site;
    site.id = EntityId{id};
    site.code = QStringLiteral("SL-%1").arg(id, 4, 10, QLatin1Char('0'));
    site.position = at;
    site.itPowerMw = power;
    return site;
}

inline Scenario makeScenario(quint64 id, EntityId parent, const char* code = "") {
    Scenario scenario;
    scenario.id = EntityId{id};
    scenario.code = QString::fromLatin1(code);
    scenario.parent = parent;
    return scenario;
}

/// The power of a site in a scenario; nothing when it is not there.
inline std::optional<double> powerIn(const Plan& plan, EntityId scenario, quint64 id) {
    const Site* site = plan.entities(scenario).find<Site>(EntityId{id});
    return site ? site->itPowerMw : std::nullopt;
}

template <class T>
Plan put(const Plan& plan, EntityId scenario, const T& entity) {
    ChangeBuilder builder(plan, scenario);
    builder.put(entity);
    return plan.with(builder.take());
}

inline Plan removed(const Plan& plan, EntityId scenario, Kind kind, EntityId id) {
    ChangeBuilder builder(plan, scenario);
    builder.remove(kind, id);
    return plan.with(builder.take());
}

} // namespace corridor
