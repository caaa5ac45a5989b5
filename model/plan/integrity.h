// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/finding.h"
#include "model/plan/plan.h"

#include <vector>

namespace corridor {

/// What is wrong or doubtful with the objects of one scenario, as findings with a place to zoom to; Binding ones first,
/// then by key. Never throws: objects from a file that others edited may hold anything.
///
/// Binding: whatever problemsOf() says of an object; "code-taken" (a code given twice within a kind);
/// "setting" (a value its key cannot take: the default holds instead).
/// Guiding: "no-date" (a planned span without a date: never routed), "removed-without-date" (to be removed, but not
/// when), "date-order" (out of service in or before the year of entering it), "zero-length" (a span shorter than 1 m),
/// "unknown-fibre" (a fibre code without type), "unknown-pue-model" (likewise), "isolated-site" (a key site without a
/// span), "pinned-gap" (a pinned route that does not lead from end to end).
///
/// O(n log n); 130,000 objects take some tenths of a second.
std::vector<Finding> checkIntegrity(const EntitySet& entities);

/// checkIntegrity() of one scenario, and what is wrong with the tree of scenarios: "parent" (Binding; a scenario whose
/// parents do not lead to the base; it is not shown).
std::vector<Finding> checkIntegrity(const Plan& plan, EntityId scenario);

} // namespace corridor
