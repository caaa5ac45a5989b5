// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exchange/mapping.h"
#include "model/exchange/source.h"

namespace corridor {

/// A coordinate as people write it: a decimal number, or degrees with minutes and seconds (coordinatetext.h). Nothing
/// when it is neither.
std::optional<double> coordinateFromText(const QString& text);

/// Number pairs of a table as they stand in it, to find its system by: from its geometries, else from the columns that
/// hold positions or WKT. At most some thousands, spread over the table.
std::vector<Point> samplePositions(const SourceTable& table, const EntitySchema& schema,
                                   const std::vector<ColumnTarget>& targets);

} // namespace corridor
