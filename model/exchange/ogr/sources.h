// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exchange/ogr/layers.h"

namespace corridor {

/// One file to read, and where its tables go: internal to the readers of ogr.
struct ForeignFile {
    QString path;        ///< of a file that is there and may be read
    QString shown;       ///< as named in messages
    QString formatLabel; ///< "Shapefile"
    QByteArray encoding; ///< asked for; empty = found out
    AnswerWriter& answer;
};

/// The file read by that driver of GDAL alone; throws Error (FileContent) when it cannot.
DatasetPtr openForeign(const ForeignFile& file, const char* driver, const QByteArray& path,
                       const char* const* options = nullptr);

/// GeoJSON, KML, OVKML and GPX: text that must be UTF-8 for GDAL; KMZ, which is KML in an archive.
void readGeoJsonFile(const ForeignFile& file);
void readKmlFile(const ForeignFile& file);
void readGpxFile(const ForeignFile& file);
/// A .shp with what lies beside it.
void readShapefile(const ForeignFile& file);
void readDxfFile(const ForeignFile& file);
void readDwgFile(const ForeignFile& file);
void readGeoPackage(const ForeignFile& file);
/// XLSX, XLS and ODS.
void readWorkbook(const ForeignFile& file);

/// Throws Error (FileContent) when an archive (ZIP: KMZ, XLSX, ODS) would unpack to more than may be read, has no end
/// to its entries, or is none at all.
void checkArchive(const ForeignFile& file);
/// The bytes of the first entry of an archive whose name ends so; throws as checkArchive() does.
QByteArray entryOfArchive(const ForeignFile& file, const QString& suffix);

} // namespace corridor
