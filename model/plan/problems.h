// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/finding.h"
#include "model/plan/schema.h"

#include <optional>
#include <vector>

namespace corridor {

/// What a check of one object must know of the others.
class ObjectLookup {
public:
    virtual ~ObjectLookup() = default;
    /// The kind of an object; nothing when there is no such object.
    virtual std::optional<Kind> kindOf(EntityId id) const = 0;
    /// The position of a site or junction; nothing for other ids.
    virtual std::optional<LonLat> positionOf(EntityId node) const = 0;
};

/// How far, in metres, the line of a span may start or end from its nodes: what rounding in exchanged files explains.
inline constexpr double kEndToleranceM = 1.0;

/// A planning or data problem as a Finding: broken, keyed by check, subject and part.
Finding problem(const char* check, Severity severity, Message title, const Entity& subject, const QString& part = {},
                Box place = {});

/// What keeps an object from standing in a plan: values out of range ("value"), references that are missing
/// ("missing-reference"), lead nowhere ("dangling-reference") or to a wrong kind ("wrong-kind"), equal ends
/// ("equal-ends"), a member listed twice ("listed-twice"), a line of fewer than two vertices ("short-line") or off its
/// ends ("line-off-ends"), a key without code ("no-code"), bounds the wrong way round ("bounds"). All of severity
/// Binding. Uniqueness of codes is not looked at: it needs all objects of the kind.
std::vector<Finding> problemsOf(const ObjectLookup& plan, Kind kind, const Entity& entity);

/// How messages call an object in any language: its code, else its name, else its id.
QString labelOf(const Entity& entity);

} // namespace corridor
