// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/plan.h"

#include <QByteArray>

#include <optional>

namespace corridor {

/// A change set as CBOR, for the recovery log: of a changed object only the fields that differ. Field and kind by name,
/// so that a log outlives a change of their order.
QByteArray encodeStep(const ChangeSet& step);

/// Reads what encodeStep wrote, on top of `plan` (the plan the step was made from, or one near it). What would change
/// or remove an object that `plan` does not have is left out. Nothing when the bytes are not such a step.
std::optional<ChangeSet> decodeStep(const QByteArray& bytes, const Plan& plan);

} // namespace corridor
