// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/result.h"

#include <QJsonObject>

namespace corridor {

/// A result table as JSON: {"name", "rows": [{column: value}]}; the column names carry the units. Unknown cells are
/// null.
QJsonObject toJson(const ResultTable& table);

/// A stored or new calculation without its rows.
QJsonObject headOf(const Run& run);

/// How far apart two runs' rows are: the largest difference of a number, relative to the larger of it and 1; infinity
/// when anything else differs (rows, columns, words). Run ids and times do not count.
double largestDifference(const Run& a, const Run& b);

/// "value" with the unit as key names carry it: "value_ms", "limit_pct", "delay_us_per_km".
QString keyWithUnit(const QString& key, const QString& unit);
/// Value, limit or margin of a finding as lists of findings write it; an en dash for none.
QString quantity(std::optional<double> value, const QString& unit);

} // namespace corridor
