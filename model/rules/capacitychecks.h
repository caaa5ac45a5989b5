// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/calc/capacity.h"
#include "model/plan/finding.h"
#include "model/rules/rulepack.h"

namespace corridor {

/// Spans that are asked to carry more than they can ("overload"; Binding, Broken by the known load even where further
/// services' bandwidth is not on record), ascending span id. The value is the load, the limit the capacity of one
/// direction, Gbit/s.
std::vector<Finding> capacityProblems(const LatencyInput& input, const CapacityResult& capacity, bool english);

/// A span with no more than this to spare counts as nearly full, per cent of its capacity: the band of the pack's
/// clause on bandwidth (Q09), 0 without one or without a pack (null).
double nearFullPercent(const RulePack* pack);

/// Whether a span carries what is routed over it: Near with at most `nearPercent` of its capacity to spare, Unknown
/// where that is not on record.
Verdict loadVerdict(const SpanLoad& load, double nearPercent);

} // namespace corridor
