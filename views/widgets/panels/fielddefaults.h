// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/entityset.h"
#include "model/plan/schema.h"

#include <QString>

#include <memory>
#include <vector>

namespace corridor {

/// What calculations take for a field that is empty, as the plan has it now: made by the functions and settings that
/// the calculations themselves use. For every field of `object` that has such a value and is empty.
class FieldDefaults {
public:
    explicit FieldDefaults(const EntitySet& entities);

    /// "Default 1.025"; empty where a field is filled, where nothing is taken for it, or where the objects would take
    /// different values. All of one kind.
    QString textFor(Kind kind, const Field& field, const std::vector<std::shared_ptr<const Entity>>& objects) const;

private:
    QString valueOf(Kind kind, const Field& field, const Entity& object) const;
    QString spanValue(QLatin1String field, const Span& span) const;
    QString siteValue(QLatin1String field, const Site& site) const;

    const EntitySet& mEntities;
};

} // namespace corridor
