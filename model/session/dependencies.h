// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/changeset.h"
#include "model/plan/schema.h"

#include <QByteArray>

namespace corridor {

/// Groups of results, each computed from the one before it. Bits of a mask.
enum Results : unsigned {
    kNoResults = 0,
    kRoutes = 1,   ///< spans' delays, routes, round-trip times
    kClauses = 2,  ///< verdicts on clauses and routes
    kFindings = 4, ///< integrity, names and sentences in findings
    kAllResults = 7
};

/// Which results a field of a kind decides: the dependency table. Whatever decides routes decides clauses and findings
/// as well.
unsigned resultsOfField(Kind kind, QLatin1String field);
/// The same for a setting, by its key.
unsigned resultsOfSetting(QStringView key);

/// The results that differ (or may) between two states of a scenario. Rows are compared by pointer first: cheap after
/// small edits and after undo.
unsigned staleBetween(const EntitySet& before, const EntitySet& after);

/// SHA-256 over every value that routes and clauses are computed from, and the year: equal hash, equal result rows.
QByteArray inputHash(const EntitySet& entities, int year, QByteArrayView engineVersion);

} // namespace corridor
