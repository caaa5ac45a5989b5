// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/schema.h"

#include <optional>
#include <vector>

class OGRGeometry;

namespace corridor {

/// What a geometry of OGR is to us.
struct TakenGeometry {
    std::vector<Value>
        parts;       ///< at most one of each type: a collection of a point and a line is two; none = see problem
    Message problem; ///< why there is none; empty when the geometry itself is empty
    bool hadHeights = false;  ///< other than zero; dropped
    bool hadMeasures = false; ///< dropped
    bool hadCurves = false;   ///< made lines of short pieces (at most 4° of arc each)
};

/// Points, lines and polygons; lines in parts that meet are joined, the parts of an area become its further rings by
/// the even-odd rule. A coordinate that is no number is a problem.
TakenGeometry takeGeometry(const OGRGeometry& geometry);

/// Point, Line or Polygon; nothing for other values.
std::optional<FieldType> typeOfGeometry(const Value& geometry);

} // namespace corridor
