// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/ogr/gdal.h"

#include "model/exchange/wire.h"

#include <cpl_conv.h>
#include <cpl_vsi.h>

#include <atomic>
#include <cstdlib>
#include <cstring>

namespace corridor {

namespace {

struct DriverEntry {
    const char* name;
    void (*registerIt)();
};
constexpr DriverEntry kDrivers[] = {{"GeoJSON", RegisterOGRGeoJSON}, {"ESRI Shapefile", RegisterOGRShape},
                                    {"LIBKML", RegisterOGRLIBKML},   {"DXF", RegisterOGRDXF},
                                    {"CAD", RegisterOGRCAD},         {"GPX", RegisterOGRGPX},
                                    {"GPKG", RegisterOGRGeoPackage}, {"XLSX", RegisterOGRXLSX},
                                    {"XLS", RegisterOGRXLS},         {"ODS", RegisterOGRODS}};

QByteArray nextPath(const QByteArray& name) {
    static std::atomic<int> number = 0;
    return "/vsimem/corridor-" + QByteArray::number(++number) + '/' + name;
}

} // namespace

QuietGdal::QuietGdal() {
    CPLSetConfigOption("OSR_DEFAULT_AXIS_MAPPING_STRATEGY", "TRADITIONAL_GIS_ORDER");
    CPLPushErrorHandler(handle);
    CPLErrorReset();
}

void CPL_STDCALL QuietGdal::handle(CPLErr severity, CPLErrorNum number, const char*) {
    if (severity == CE_Fatal)
        std::_Exit(number == CPLE_OutOfMemory ? kWorkerOutOfMemory : kWorkerBroken);
}

QuietGdal::~QuietGdal() {
    CPLPopErrorHandler();
}

// One at a time and only when needed: registering all of them costs more than a whole check of the sample plan.
GDALDriver* driverNamed(const char* name) {
    GDALDriverManager* manager = GetGDALDriverManager();
    for (const DriverEntry& entry : kDrivers)
        if (std::strcmp(entry.name, name) == 0 && !manager->GetDriverByName(name))
            entry.registerIt();
    return manager->GetDriverByName(name);
}

MemoryFile::MemoryFile(const QByteArray& name)
    : mPath(nextPath(name)) {}

MemoryFile::MemoryFile(const QByteArray& name, const QByteArray& bytes)
    : mPath(nextPath(name))
    , mBytes(bytes) {
    auto* data = reinterpret_cast<GByte*>(mBytes.data());
    VSIFCloseL(VSIFileFromMemBuffer(mPath.constData(), data, static_cast<vsi_l_offset>(mBytes.size()), FALSE));
}

MemoryFile::~MemoryFile() {
    VSIUnlink(mPath.constData());
}

QByteArray MemoryFile::bytes() const {
    vsi_l_offset length = 0;
    const GByte* data = VSIGetMemFileBuffer(mPath.constData(), &length, FALSE);
    return data ? QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(length)) : QByteArray();
}

} // namespace corridor
