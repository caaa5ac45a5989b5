// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/plan.h"

#include <set>
#include <vector>

namespace corridor {

// What one edit brings with it. Internal to model/edit.

/// Removes objects and, until nothing refers to what is gone, what cannot stand without them. Answers everything
/// removed: first `ids` (those that exist), then the rest in order of kind and id.
std::vector<EntityId> removeWithDependants(ChangeBuilder& changes, const std::vector<EntityId>& ids);

/// Lets go of references to objects that are gone already: as above, without removing `gone` themselves.
std::vector<EntityId> letGo(ChangeBuilder& changes, const std::set<EntityId>& gone);

/// The first object that refers to one of `gone`; null when none does.
EntityRef firstUserOf(const ChangeBuilder& changes, const std::set<EntityId>& gone);

/// The span with its line starting and ending exactly at its nodes, as far as these exist.
Span attached(const ChangeBuilder& changes, Span span);

/// Moves the line ends of all spans at `nodes` to where these stand now.
void attachSpansAt(ChangeBuilder& changes, const std::set<EntityId>& nodes);

/// The step together with what it means for the scenarios below `scenario` and for those it creates or gives another
/// parent: references to what is gone there are let go, span ends follow their nodes.
ChangeSet withConsequences(const Plan& plan, EntityId scenario, ChangeSet step);

} // namespace corridor
