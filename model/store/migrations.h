// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace corridor {

class Database;

/// One step from a format version to the next, applied to a private copy or an in-memory copy, never to the file a user
/// opens. Each lives in a file of its own (`migration<from>.cpp`) and is listed in migrations.cpp; tests keep a sample
/// of every old format.
struct Migration {
    int from; ///< leads to from + 1
    void (*apply)(Database& database);
};

/// All steps in order. Empty: version 1 is the first format.
std::span<const Migration> allMigrations();

/// Applies the steps that lead from one version to another and writes the version reached into `plan_meta`.
/// Precondition: each step is listed.
void migrate(Database& database, int from, int to, std::span<const Migration> steps);

} // namespace corridor
