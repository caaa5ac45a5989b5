// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/assessment.h"

#include <QDateTime>

namespace corridor {

/// Changes when results of the same input may change.
inline constexpr char kLatencyEngineVersion[] = "latency-1";
inline constexpr char kClausesEngineVersion[] = "clauses-1";

/// The runs of an assessment, without times. Rows hold ids, codes and figures only, nothing in a language.
///   latency: service_latency (one row per service and role), path_span (one row per span of each path)
///   clauses: clause_verdict (one row per clause), finding (one row per finding on clauses and routes)
std::vector<Run> runsOf(const Assessment& assessment, const QByteArray& inputHash);

} // namespace corridor
