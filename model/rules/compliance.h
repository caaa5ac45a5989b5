// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/calc/energy.h"
#include "model/calc/latency.h"
#include "model/rules/rulepack.h"

#include <array>

namespace corridor {

/// The verdict on one clause: the worst of its objects.
struct ClauseVerdict {
    QString clause;
    Severity severity = Severity::Guiding;
    Verdict verdict = Verdict::Unknown;
    std::array<int, 5> counts{}; ///< objects judged, indexed by Verdict; those that do not decide are not counted
    std::vector<std::size_t>
        findings; ///< indices into Compliance::findings, all of them, also those that do not decide
};

/// All clauses of a pack held against one state of a plan.
struct Compliance {
    std::vector<Finding> findings;      ///< in order of clause, then services by id, then pairs of sites by id
    std::vector<ClauseVerdict> clauses; ///< in the order of the pack
};

/// Judges every clause. Computed are those with an engine that this version knows (clauseengine.h); of the others, what
/// a Declaration says, else one finding Unknown. `routes` are those of routeServices() and `energy` that of
/// annualEnergy() for the same input and year. Deterministic. When cancelled, incomplete.
///
/// Pairs of key sites (Q09, Q10, Q12): a pair that a service with the clause joins is judged by that service; the
/// others by the path of least RTT. Services that declare Q11 or Q13 are judged by their routes. Backups are judged too
/// and decide only where the plan says so.
Compliance checkClauses(const LatencyInput& input, std::span<const ServiceRoute> routes, const EnergyResult& energy,
                        const RulePack& pack, bool english, const CancelToken& cancel = {});

/// What concerns one service: its findings on the clauses it declares and its planning problems (routechecks.h). For
/// previews.
std::vector<Finding> serviceFindings(const LatencyInput& input, const ServiceRoute& route, const RulePack* pack,
                                     bool english);

/// What stands in a service's list of clauses, word by word, as written; views of its text.
std::vector<QStringView> clauseWords(const Service& service);
/// Whether a service names a clause among those it answers; capitals do not matter.
bool declaresClause(const Service& service, QStringView clause);

} // namespace corridor
