// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/cancel.h"
#include "model/plan/plan.h"

#include <QByteArray>

namespace corridor {

/// SHA-256 (64 hex digits) of what the plan says: the planning tables in the order of Kind, rows by id, overlays after
/// them by scenario and id, numbers as shortest round-trip decimals. Runs, results, lineage, plan_row, change log and
/// last_change do not enter, so Save and reopen give the same hash. Costs about a second for a national plan: not for
/// the window's thread.
QByteArray contentHash(const Plan& plan);
/// The same, given up when the token is cancelled: empty then.
QByteArray contentHash(const Plan& plan, const CancelToken& cancel);

/// 16 bytes that tell one state of one object from another; what `plan_row` and `lineage` hold. See FORMAT.md, "Digest
/// of a row".
QByteArray rowDigest(Kind kind, const Entity& entity);

} // namespace corridor
