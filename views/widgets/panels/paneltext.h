// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/assessment.h"
#include "views/paint/symbols.h"

#include <QString>

#include <map>
#include <optional>

namespace corridor {

// Numbers and short texts of panels: value, limit and margin look the same in every list.

/// "4.94 ms"; as many digits as it takes to see on which side of the limit it is. "—" without a value.
QString valueText(const Finding& finding);
/// "≤ 5.00", with the sign of the clause; "—" without a limit.
QString limitText(const Finding& finding, const RulePack* pack);
/// "0.06 ms · 6.1 km to spare", "0.14 ms · 14.3 km over"; for Unknown what is missing.
QString marginText(const Finding& finding);
/// A number in a unit as look and unit want it: ms with 2 decimals, km with 1, counts plain, else 3 significant digits.
QString numberText(double value, const QString& unit, std::optional<double> limit = std::nullopt);
/// The sign of a comparison; empty for None.
/// What a finding requires or says is wrong, in the language of the session that made it.
QString requirementText(const Finding& finding);
/// "Primary" or "Backup".
QString roleText(bool backup);

/// The rows that say where the values of an object come from, by field; "*" stands for all fields without a row of
/// their own.
using ProvenanceRows = std::map<QString, std::shared_ptr<const Provenance>>;
ProvenanceRows provenanceOf(const EntitySet& entities, EntityId subject);
/// The row of a field, else that of "*", else null.
const Provenance* sourceOf(const ProvenanceRows& rows, const QString& field);
/// "MIIT 2025 · 2025-06 · 1.02–1.05": who says so, when, and between which bounds; in the language of the user what the
/// program itself wrote.
QString sourceText(const Provenance& row, bool english);

/// The finding that decides about the round trip of a path of a service: the one with the lowest limit; null when
/// nothing limits it.
const Finding* limitFinding(const Assessment& assessment, EntityId service, bool backup);

/// Names of the spans' ends are better than codes: "A—B" for a span without a name.
QString objectTitle(const EntitySet& entities, const EntityRef& object, bool english);

} // namespace corridor
