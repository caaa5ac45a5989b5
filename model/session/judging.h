// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/assessment.h"

namespace corridor {

/// Judges what `out` holds (input, routes, capacity, energy): fills the rule pack, clauses and findings, these in the
/// order of judging and without those of integrity. The pack of `options.previous` is used again where it is the same.
void judgeAll(Assessment& out, const AssessOptions& options);

/// Puts the findings worst first and keeps the clauses' indices pointing at theirs.
void sortFindings(Assessment& out);

} // namespace corridor
