// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/date.h"
#include "model/base/id.h"
#include "model/geo/lonlat.h"
#include "model/geo/polygon.h"

#include <QString>

#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace corridor {

using Line = std::vector<LonLat>;
using RefList = std::vector<EntityId>;
/// Values by calendar year, ascending, no year twice. Between two years the earlier value holds; before the first year
/// there is none.
using YearReals = std::vector<std::pair<int, double>>;
using RealList = std::vector<double>;

/// The value of one field of one object, or of one cell of a result table. `monostate` = unknown / not given.
using Value = std::variant<std::monostate, bool, qint64, double, QString, Date, EntityId, LonLat, Line, Polygon,
                           RefList, YearReals, RealList>;

inline bool isUnknown(const Value& value) {
    return std::holds_alternative<std::monostate>(value);
}

/// The value in force in `year`: that of the latest entry not after it; nothing before the first.
std::optional<double> valueInYear(const YearReals& values, int year);

/// The shortest decimal text that reads back as the same double; "nan"/"inf" never occur in a plan. C locale.
QString shortestDecimal(double value);

} // namespace corridor
