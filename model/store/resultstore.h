// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/planfile.h"

namespace corridor {

class Database;

/// All stored runs with their tables, in order of storing. One that cannot be read is left out and noted.
std::vector<Run> readRuns(Database& database, OpenReport& report);

/// Which stored runs a write keeps.
enum class OtherRuns {
    Keep,     ///< the plan did not change: they still hold
    MakeStale ///< the plan changed: those not among the new ones lose their rows
};

/// Stores runs; each replaces the stored one of the same engine, scenario and year. `utc` is for gpkg_contents. Returns
/// what is stored then.
std::vector<Run> writeRuns(Database& database, const std::vector<Run>& stored, const std::vector<Run>& runs,
                           OtherRuns others, const QString& utc);

/// Whether writing `runs` over `stored` would change nothing: each is there with the same engine version, input hash
/// and rows or staleness.
bool areStored(const std::vector<Run>& stored, const std::vector<Run>& runs);

} // namespace corridor
