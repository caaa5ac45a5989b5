// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exchange/vector.h"

namespace corridor {

/// What is written into one file of a vector format, or into several that belong together, as those of a shapefile.
struct VectorOutput {
    QString format;                   ///< name of a Format: "shp", "kml", "dxf", "gpkg"
    std::vector<FeatureLayer> layers; ///< exactly one for "shp"
    QByteArray encoding;              ///< of a shapefile's texts: "UTF-8" or "GBK"
    QString date;                     ///< ISO 8601 in UTC: when a GeoPackage says that it was changed; empty = now
    double textHeight = 0;            ///< of names in a drawing, in its unit
};

/// One of the files, by its extension without a dot: "shp".
struct OutputPart {
    QString extension;
    QByteArray bytes;
};

/// Writes the layers by corridor-worker. Positions are longitude and latitude on CGCS2000, in drawings easting and
/// northing in metres. Texts are to fit the format already (exportlayers.h). Throws Error.
std::vector<OutputPart> toVectorFile(const VectorOutput& output);

/// How they go through the pipe; reading throws Error (Bug) for bytes that make no sense.
QByteArray encodeParts(const std::vector<OutputPart>& parts);
std::vector<OutputPart> decodeParts(const QByteArray& bytes);

} // namespace corridor
