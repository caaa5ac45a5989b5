// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exchange/vector.h"

namespace corridor {

/// What readGeoJson() and toGeoJson() of vector.h promise, done here and now: with GDAL in this process. For
/// corridor-worker alone; loading GDAL takes longer than a whole check of the sample plan, and it is not trusted with
/// foreign files in a process that holds edits.
std::vector<SourceTable> ogrReadGeoJson(const QString& path);
QByteArray ogrToGeoJson(const FeatureLayer& layer);

} // namespace corridor
