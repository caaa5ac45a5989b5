// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/geo/geodesic.h"
#include "model/geo/lonlat.h"

#include <vector>

namespace corridor {

/// An area on the map: rings[0] is the outer ring, the others are holes. The first point of a ring may be repeated at
/// its end or not, orientation does not matter. Rings of fewer than three different points enclose nothing, nor does a
/// ring with a NaN in it.
struct Polygon {
    std::vector<std::vector<LonLat>> rings;

    friend bool operator==(const Polygon&, const Polygon&) = default;
};

enum class Containment { Outside, Boundary, Inside };

/// How close to an edge a point lies "on" it: 1e-9 degree, about 0.1 mm.
inline constexpr double boundaryToleranceDeg = 1e-9;

/// Where @p p lies in @p polygon by the even-odd rule over all rings (so holes, and further parts given as rings, need
/// no marking). Edges are straight in longitude and latitude, as GIS files mean them; polygons must not cross the
/// antimeridian. Within boundaryToleranceDeg of an edge the answer is Boundary. A NaN point is Outside.
Containment locate(const Polygon& polygon, const LonLat& p);

/// locate() with the boundary counted as inside.
bool contains(const Polygon& polygon, const LonLat& p);

/// The box around the outer ring; empty for a polygon without rings.
Box boundingBox(const Polygon& polygon);

/// Geodesic area in square metres, holes subtracted, never negative. Edges are geodesics here; for edges under 50 km
/// the difference to straight lines in degrees is below 0.1 %. Rings must not cross themselves.
double areaM2(const Polygon& polygon, const Geodesic& geodesic = Geodesic::cgcs2000());

/// A point well inside for a label: the middle of the widest inside stretch on the best of several parallels. Always
/// Inside for a polygon of positive area; NaN coordinates for one without.
LonLat labelPoint(const Polygon& polygon);

} // namespace corridor
