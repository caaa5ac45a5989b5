// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/calc/latencyinput.h"
#include "model/plan/finding.h"

namespace corridor {

/// One finding ("no-province"; Guiding, Unknown) that names the sites standing in the input's year without a province:
/// clauses about a province do not count them, and their carbon is not known. Empty when there are none.
std::vector<Finding> provinceProblems(const LatencyInput& input, bool english);

} // namespace corridor
