// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exchange/vector.h"

#include <memory>

class OGRGeometry;
class OGRLayer;

namespace corridor {

/// What toGeoJson() of vector.h promises, with GDAL in this process: for corridor-worker alone.
QByteArray ogrToGeoJson(const FeatureLayer& layer);

/// What every writer shares. Null for what is no geometry; false when OGR refuses.
std::unique_ptr<OGRGeometry> toGeometry(const Value& value);
bool addField(OGRLayer& layer, const FeatureLayer::Column& column);
bool addFeature(OGRLayer& layer, const FeatureLayer::Feature& row);

} // namespace corridor
