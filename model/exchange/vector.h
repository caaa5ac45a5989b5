// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exchange/source.h"

namespace corridor {

/// One layer to be written: properties in order, each row as long as `fields`.
struct FeatureLayer {
    struct Column {
        QString name;
        FieldType type; ///< Real, Integer and Boolean keep their type; everything else is written as text
    };
    struct Feature {
        Value geometry; ///< LonLat, Line or Polygon; unknown = null geometry
        std::vector<Value> values;
    };
    QString name;
    FieldType geometry = FieldType::Point;
    std::vector<Column> fields;
    std::vector<Feature> features;
};

/// Reads the layers of a GeoJSON file through OGR. Positions are longitude and latitude on WGS 84 as RFC 7946 says;
/// files with an older "crs" member in another system are converted to CGCS2000. Height is dropped. A geometry that is
/// none of ours leaves `SourceRow::geometry` unknown and says so in `SourceRow::problem`. Throws Error with one
/// sentence.
std::vector<SourceTable> readGeoJson(const QString& path);

/// A GeoJSON feature collection as RFC 7946 wants it (UTF-8, rings counter-clockwise and closed). Numbers read back
/// within 1e-14 of themselves (OGR writes 0.30000000000000004 as 0.3). Throws Error (Bug) when OGR refuses.
QByteArray toGeoJson(const FeatureLayer& layer);

} // namespace corridor
