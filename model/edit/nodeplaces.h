// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/adminunits.h"
#include "model/plan/plan.h"

#include <set>

namespace corridor {

/// Gives sites and junctions the province and city that the base map has at their position, with provenance rows that
/// say so: estimated, kBaseMapSource, `today`. Internal to model/edit.
///
/// Only what nobody has said otherwise is written: an empty field without a source of its own, and one whose source is
/// the base map. What was typed or comes from elsewhere stays, and a city never contradicts the province beside it. A
/// place that no unit holds takes the base map's words away again, with their rows.
void placeNodes(ChangeBuilder& changes, const std::set<EntityId>& nodes, const UnitLookup& unitAt, Date today);

} // namespace corridor
