// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/calc/capacity.h"
#include "model/calc/energy.h"
#include "model/plan/plan.h"
#include "model/plan/result.h"
#include "model/rules/compliance.h"

#include <array>
#include <memory>
#include <vector>

namespace corridor {

/// The check of the finding that says why a plan's rule pack cannot be used.
inline constexpr char kRulePackCheck[] = "rule-pack";

/// Everything computed for one state of one scenario in one year. Immutable; shared between threads and views.
struct Assessment {
    quint64 revision = 0;
    EntityId scenario;
    int year = 0;
    bool english = false; ///< language of the names in findings
    std::shared_ptr<const LatencyInput> input;
    std::shared_ptr<const CapacityResult> capacity; ///< what the spans carry
    std::shared_ptr<const EnergyResult> energy;     ///< of the sites standing in `year`
    std::vector<ServiceRoute> routes;               ///< of the services wanted in `year`, by ascending id
    std::vector<Finding> findings;                  ///< clauses, planning problems and integrity; worst first
    std::vector<ClauseVerdict> clauses; ///< in the order of the pack; their `findings` are indices into `findings`
    std::shared_ptr<const RulePack>
        rulePack;          ///< null when the plan has none, or none that can be used (finding kRulePackCheck)
    std::vector<Run> runs; ///< as stored by Save: see resulttables.h
    double durationMs = 0;
    /// Only services that a step touched are new, the others are of the revision before: shown at once, followed by a
    /// whole one.
    bool partial = false;

    const ServiceRoute* route(EntityId service) const; ///< null = not wanted in this year
    const ClauseVerdict* clause(QStringView id) const;
    /// How many findings that decide have each verdict, indexed by Verdict.
    std::array<int, 5> verdictCounts() const;
    /// Whether a binding clause or check falls short (exit code 1 of the command line); `strict`: also guiding ones and
    /// unknowns.
    bool fallsShort(bool strict) const;
};

struct AssessOptions {
    bool english = false; ///< names in findings
    CancelToken cancel;
    const Assessment* previous =
        nullptr; ///< an earlier one of the same plan: saves measuring unchanged spans; never changes the result
};

/// Computes an assessment of a plan, synchronously, on the calling thread. Null when cancelled. The same plan,
/// scenario, year and language always give the same content (durations, run ids and start times aside).
std::shared_ptr<const Assessment> assess(const Plan& plan, EntityId scenario, int year, quint64 revision,
                                         const AssessOptions& options = {});

/// Worst first: broken binding, broken guiding, near, unknown, met, not applicable; within these as given.
bool isWorse(const Finding& a, const Finding& b);

} // namespace corridor
