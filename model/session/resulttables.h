// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/assessment.h"

#include <QDateTime>

namespace corridor {

/// Changes when results of the same input may change.
inline constexpr char kLatencyEngineVersion[] = "latency-1";
inline constexpr char kCapacityEngineVersion[] = "capacity-1";
inline constexpr char kEnergyEngineVersion[] = "energy-1";
inline constexpr char kClausesEngineVersion[] = "clauses-2";
/// All of them: what the hash of an assessment's input begins with.
QByteArray engineVersions();

/// A limit on the round trip of a service.
struct RttLimit {
    double ms = 0;
    QString clause; ///< that sets it; empty = the service's own
    Comparator comparator = Comparator::AtMost;
};
/// The strictest one that a service is under: its own (which wins over an equal clause) and those of the clauses it
/// declares; nothing when it is under none.
std::optional<RttLimit> strictestRttLimit(const Assessment& assessment, const Service& service);

/// The runs of an assessment, without times. Rows hold ids, codes and figures only, nothing in a language.
///   latency: service_latency (one row per service and role), path_span (one row per span of each path)
///   capacity: span_load (one row per span in service)
///   energy: site_energy (one row per site in service), province_energy (one row per province and one, "*", for the
///   plan)
///   clauses: clause_verdict (one row per clause), finding (one row per finding on clauses and routes)
std::vector<Run> runsOf(const Assessment& assessment, const QByteArray& inputHash);

} // namespace corridor
