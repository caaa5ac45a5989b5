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

/// Reads every layer or table of a file in a format that corridor-worker reads: name of a Format. `encoding` of texts;
/// empty = as the file says, else found out. Geometries are points, lines and polygons in the table's own system;
/// heights and measures are dropped, curves made lines, and what was left out or assumed is said in
/// `SourceTable::notes`. A geometry that is none of ours leaves `SourceRow::geometry` unknown and says so in
/// `SourceRow::problem`. Throws Error with one sentence; see askWorker() for the limits.
std::vector<SourceTable> readForeign(const QString& path, const QString& format, const QByteArray& encoding = {},
                                     const ExchangeWatch& watch = {});

/// A GeoJSON feature collection as RFC 7946 wants it (UTF-8, rings counter-clockwise and closed). Numbers read back
/// within 1e-14 of themselves (OGR writes 0.30000000000000004 as 0.3). Throws Error (Bug) when OGR refuses.
QByteArray toGeoJson(const FeatureLayer& layer);

} // namespace corridor
