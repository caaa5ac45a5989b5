// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/schema.h"

#include <QByteArray>

#include <optional>
#include <span>

namespace corridor {

/// The EPSG code of CGCS2000 geographic, in which every geometry of a plan file is stored.
inline constexpr int kPlanSrs = 4490;

/// A geometry as GeoPackage binary: little endian, SRS 4490, XY envelope (none for points), WKB. Null for unknown,
/// empty or not finite geometry, which the file stores as NULL.
QByteArray geometryToBlob(const Value& geometry);

/// Reads any little- or big-endian GeoPackage binary as the wanted type. Z and M are dropped; a collection of one part
/// counts as that part. Nothing for another type, several parts, a broken blob, or an SRS other than 4490, 4326, 0
/// (undefined).
std::optional<Value> geometryFromBlob(QByteArrayView blob, FieldType wanted);

/// A ring without the repetition of its first point at the end: files must have it, plans may. Hashes and digests use
/// this form, so that both spellings are the same plan.
std::span<const LonLat> openRing(const std::vector<LonLat>& ring);

/// The XY extent of a geometry value; empty for others.
Box extentOfValue(const Value& geometry);

} // namespace corridor
