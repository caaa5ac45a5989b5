// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/finding.h"
#include "model/rules/rulepack.h"

namespace corridor {

/// Words in the clause lists of services that no rule pack of the plan has as a clause ("unknown-clause", Guiding): a
/// slip of the pen there would leave a service unchecked without a word. Nothing where no pack is in force, for then
/// another finding says that no clause is judged. Ascending service id.
std::vector<Finding> clauseWordProblems(const EntitySet& entities, const RulePack* inForce);

} // namespace corridor
