// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/entityset.h"

#include <vector>

namespace corridor {

/// What one scenario says about one object: nothing (its parent decides), "removed here", or a value.
/// In the base only Absent and Present occur.
struct Slot {
    enum class State { Absent, Removed, Present };
    State state = State::Absent;
    std::shared_ptr<const Entity> entity; ///< set iff Present

    static Slot absent() { return {}; }
    static Slot removed() { return {State::Removed, nullptr}; }
    static Slot present(std::shared_ptr<const Entity> value) { return {State::Present, std::move(value)}; }
    bool isPresent() const { return state == State::Present; }
};

/// One object of one scenario before and after.
struct Change {
    EntityId scenario; ///< the scenario whose layer changes
    Kind kind;
    EntityId id;
    Slot before, after;
    /// Bit i = field i of the schema differs in the scenario's view; all bits when the object appears or goes. May hold
    /// bits too many after followedBy(), never too few.
    quint64 fields = ~quint64(0);
};

/// One step: everything that changed, and where on the map it was and is.
struct ChangeSet {
    std::vector<Change> changes; ///< ordered by scenario, kind, id; each of them once
    Box dirty; ///< old and new extent as seen in the scenarios, degrees; empty when only objects without geometry are
               ///< touched

    bool isEmpty() const { return changes.empty(); }
    /// The step back.
    ChangeSet inverted() const;
    /// This step followed by `next`, as one; changes that cancel out are gone.
    ChangeSet followedBy(const ChangeSet& next) const;
    bool touches(Kind kind) const;
};

/// The extent of an object's geometry; empty when it has none.
Box extentOf(Kind kind, const Entity& entity);

} // namespace corridor
