// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/format.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace corridor {

namespace {

#define FORMAT(text) QT_TRANSLATE_NOOP("Format", text)

constexpr Format kFormats[] = {
    {"csv", FORMAT("CSV table"), "csv tsv txt", true, true,
     FORMAT("One scenario is written, with its parents' values resolved; results are not."), true},
    {"geojson", FORMAT("GeoJSON layer"), "geojson json", true, true,
     FORMAT("Only layers with a geometry are written, of one scenario; numbers keep 15 digits."), false, false, true},
    {"xlsx", FORMAT("Excel workbook"), "xlsx xlsm", true, true,
     FORMAT("One scenario is written, with its parents' values resolved."), true, true},
    {"xls", FORMAT("Excel 97–2003 workbook"), "xls", true, false, "", true},
    {"ods", FORMAT("OpenDocument spreadsheet"), "ods", true, false, "", true},
    {"shp", FORMAT("Shapefile"), "shp", true, true,
     FORMAT("Only objects with a place are written, of one scenario, a file for each kind; names of fields are cut to "
            "ten characters, texts to 254 bytes, and truth values become numbers."),
     false, false, true},
    {"kml", FORMAT("KML"), "kml kmz ovkml", true, true,
     FORMAT("Only objects with a place are written, of one scenario; numbers keep 15 digits."), false, true, true},
    {"dxf", FORMAT("DXF drawing"), "dxf", true, true,
     FORMAT("Only places and names are written, of one scenario, in metres of a Gauss–Krüger zone."), false, true,
     true},
    {"dwg", FORMAT("DWG drawing (2000)"), "dwg", true, false, ""},
    {"gpx", FORMAT("GPX tracks"), "gpx", true, false, ""},
    {"gpkg", FORMAT("GeoPackage"), "gpkg", true, true,
     FORMAT("A plain GeoPackage of one scenario, no plan file: results, history and other scenarios are not written."),
     false, true},
};

} // namespace

QString Format::labelText() const {
    return QCoreApplication::translate("Format", label);
}

QString Format::losesText() const {
    return *loses ? QCoreApplication::translate("Format", loses) : QString();
}

std::span<const Format> exchangeFormats() {
    return kFormats;
}

const Format* formatNamed(QStringView name) {
    for (const Format& format : kFormats)
        if (name.compare(QLatin1String(format.name), Qt::CaseInsensitive) == 0)
            return &format;
    return nullptr;
}

const Format* formatOfPath(const QString& path) {
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix.isEmpty() || QFileInfo(path).isDir())
        return nullptr;
    for (const Format& format : kFormats)
        if (format.extensionList().contains(suffix))
            return &format;
    return nullptr;
}

} // namespace corridor
