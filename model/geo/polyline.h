// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/geo/geodesic.h"
#include "model/geo/lonlat.h"
#include "model/geo/point.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

/// Operations on lines of positions. Edges are geodesics. Lines of no or one point are allowed everywhere: their length
/// is 0, and what cannot be answered is empty or NaN as stated. All functions are pure; all distances are metres.
namespace corridor {

/// The box around all finite points; empty for an empty line.
Box boundingBox(std::span<const LonLat> line);

/// Geodesic length in metres; 0 for fewer than two points, NaN if a point is.
double polylineLength(std::span<const LonLat> line, const Geodesic& geodesic = Geodesic::cgcs2000());

struct NearestOnLine {
    std::size_t segment; ///< index of the segment's first vertex; 0 for a line of one point
    double fraction;     ///< place on the segment by length, in [0, 1]
    LonLat point;        ///< the nearest point of the line
    double distanceM;    ///< from the given position to it
};
/// The point of the line nearest to @p position, exact to 1 mm for segments up to 1,000 km; of equally near ones the
/// first. Empty for an empty line or a NaN position.
std::optional<NearestOnLine> nearestOnLine(std::span<const LonLat> line, const LonLat& position,
                                           const Geodesic& geodesic = Geodesic::cgcs2000());

/// The point at @p fraction of the length, clamped to [0, 1]; the first point if the length is 0, NaN if the line is
/// empty.
LonLat pointAtFraction(std::span<const LonLat> line, double fraction, const Geodesic& geodesic = Geodesic::cgcs2000());
/// pointAtFraction(line, 0.5): where a label or symbol of the line goes.
LonLat midPoint(std::span<const LonLat> line, const Geodesic& geodesic = Geodesic::cgcs2000());

/// The line with @p point inserted after vertex @p segment (the position nearestOnLine() gives). A segment beyond the
/// end appends.
std::vector<LonLat> insertVertex(std::span<const LonLat> line, std::size_t segment, const LonLat& point);

/// The line without vertex @p index; unchanged if there is none.
std::vector<LonLat> removeVertex(std::span<const LonLat> line, std::size_t index);

std::vector<LonLat> reversed(std::span<const LonLat> line);

/// The line in two parts at @p fraction (clamped to [0, 1]) of segment @p segment, the cut point in both; no vertex is
/// doubled when the cut falls on one. A cut at an end gives one part of a single point. A segment that does not exist
/// cuts at the end.
std::pair<std::vector<LonLat>, std::vector<LonLat>> splitLine(std::span<const LonLat> line, std::size_t segment,
                                                              double fraction,
                                                              const Geodesic& geodesic = Geodesic::cgcs2000());

/// Points added so that no segment is longer than @p maxSegmentM (> 0, else the line comes back unchanged); the old
/// vertices stay, the new ones divide a segment evenly.
std::vector<LonLat> densify(std::span<const LonLat> line, double maxSegmentM,
                            const Geodesic& geodesic = Geodesic::cgcs2000());

/// Fewer vertices within @p toleranceM (Douglas–Peucker in the Albers metres of the line; between 15° and 55° N these
/// are true within 6 %). Ends stay; a tolerance of 0 or less drops only vertices that lie exactly between others or
/// repeat.
std::vector<LonLat> simplify(std::span<const LonLat> line, double toleranceM);

/// Indices, ascending, of the vertices Douglas–Peucker keeps in the plane within @p tolerance (same unit as the
/// points); first and last always stay. Closed rings keep at least three vertices where they have them. Points that are
/// NaN are dropped.
std::vector<std::uint32_t> simplifiedIndices(std::span<const Point> line, double tolerance);

} // namespace corridor
