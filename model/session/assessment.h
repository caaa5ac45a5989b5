// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/calc/latency.h"
#include "model/plan/finding.h"
#include "model/plan/result.h"
#include "model/rules/rulepack.h"

#include <memory>
#include <vector>

namespace corridor {

/// Everything computed for one state of one scenario in one year. Immutable; shared between threads and views.
struct Assessment {
    quint64 revision = 0;
    EntityId scenario;
    int year = 0;
    std::shared_ptr<const LatencyInput> input;
    std::vector<ServiceRoute> routes;  ///< by ascending service id
    std::vector<Finding> findings;     ///< clauses and topology, worst first
    std::shared_ptr<const RulePack> rulePack;
    std::vector<Run> runs;             ///< as stored by Save; tables service_latency, path_span, clause_verdict, …
    double durationMs = 0;

    const ServiceRoute* route(EntityId service) const;
    /// How many findings have each verdict, indexed by Verdict.
    std::array<int, 5> verdictCounts() const;
};

/// Computes an assessment of a plan, synchronously, on the calling thread. Null when cancelled. The same plan, scenario and year always
/// give the same content (durations and start times aside).
std::shared_ptr<const Assessment> assess(const Plan& plan, EntityId scenario, int year, quint64 revision, const CancelToken& cancel = {});

} // namespace corridor
