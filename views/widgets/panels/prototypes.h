// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/changeset.h"
#include "model/plan/entityset.h"
#include "model/plan/schema.h"

#include <QStringList>

#include <memory>

namespace corridor {

/// What the next object that a tool makes is to be: one span, one site, one junction.
struct Prototypes {
    Span span;
    Site site;
    Junction junction;

    /// All planned, the span of the plan's commonest fibre, span and site in service in @p year.
    static Prototypes forPlan(const EntitySet& entities, int year);
    /// The fields that can be told beforehand, in the order of the schema.
    static QStringList fields(Kind kind);
    /// A copy for a form; null for kinds that no tool makes.
    std::shared_ptr<const Entity> copyOf(Kind kind) const;
    void set(Kind kind, const Field& field, const Value& value);
    /// A name is for one object only: it goes once an object of the kind has it. True when it did.
    bool dropUsedName(const ChangeSet& step);
};

} // namespace corridor
