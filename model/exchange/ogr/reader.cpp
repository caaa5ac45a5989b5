// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/ogr/reader.h"

#include "model/base/error.h"
#include "model/exchange/format.h"
#include "model/exchange/ogr/sources.h"
#include "model/exchange/ogr/texts.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace corridor {

namespace {

struct Entry {
    const char* format;
    void (*read)(const ForeignFile&);
};
constexpr Entry kReaders[] = {{"geojson", readGeoJsonFile}, {"shp", readShapefile}, {"kml", readKmlFile},
                              {"gpx", readGpxFile},         {"dxf", readDxfFile},   {"dwg", readDwgFile},
                              {"gpkg", readGeoPackage},     {"xlsx", readWorkbook}, {"xls", readWorkbook},
                              {"ods", readWorkbook}};

// Whether so much memory was held that the limit of the worker must have stood in the way: drivers say of a file that
// they found no memory for only that they cannot read it.
bool usedUpItsMemory() {
    constexpr qint64 nearlyAllKiB = 352 << 10; // of 448 MiB, which drivers ask for in large pieces
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return false;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmHWM:");
    return at >= 0 && text.mid(at + 6, 20).trimmed().split(' ').front().toLongLong() > nearlyAllKiB;
}

// GDAL takes more for a file than files: addresses, archives within archives, whole documents in place of a name.
void checkPath(const QString& path, const QString& shown) {
    if (path.startsWith(QStringLiteral("/vsi")) || path.contains(QStringLiteral("://")))
        throw Error(Blame::Usage,
                    message(CORRIDOR_MSG("%1 is no file on this computer; save it as a file and choose that."), shown));
    const QFileInfo info(path);
    if (!info.isFile() || !info.isReadable())
        throw Error(
            Blame::Environment,
            message(CORRIDOR_MSG("%1 cannot be read; check that it is there and that you may read it."), shown));
    if (info.size() == 0)
        throw Error(Blame::FileContent, message(CORRIDOR_MSG("%1 is empty."), shown));
}

} // namespace

DatasetPtr openForeign(const ForeignFile& file, const char* driver, const QByteArray& path,
                       const char* const* options) {
    const char* drivers[] = {driver, nullptr};
    CPLErrorReset();
    DatasetPtr dataset;
    if (driverNamed(driver))
        dataset.reset(GDALDataset::Open(path.constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, options));
    if (!dataset && usedUpItsMemory())
        throw Error(
            Blame::FileContent,
            message(CORRIDOR_MSG("%1 needs more memory than may be used for one file; divide it into smaller ones. "
                                 "Nothing was changed."),
                    file.shown),
            QuietGdal::lastMessage());
    if (!dataset)
        throw Error(
            Blame::FileContent,
            message(
                CORRIDOR_MSG("%1 is no %2 that can be read; open it in the program it came from and export it again."),
                file.shown, file.formatLabel),
            QuietGdal::lastMessage());
    return dataset;
}

void ogrRead(const WorkerRequest& request, AnswerWriter& answer) {
    const QuietGdal quiet;
    const QString shown = QDir::toNativeSeparators(request.path);
    checkPath(request.path, shown);
    if (!request.encoding.isEmpty() && encodingNamed(request.encoding).isEmpty())
        throw Error(Blame::Usage,
                    message(CORRIDOR_MSG("The encoding “%1” asked for %2 is not known; use UTF-8 or GB18030."),
                            QString::fromLatin1(request.encoding), shown));
    const Format* format = formatNamed(request.format);
    for (const Entry& entry : kReaders)
        if (request.format == QLatin1String(entry.format)) {
            entry.read({request.path, shown, format ? format->labelText() : request.format, request.encoding, answer});
            if (answer.tableCount() == 0)
                throw Error(
                    Blame::FileContent,
                    message(CORRIDOR_MSG("%1 holds no layer and no table; there is nothing to import."), shown));
            return;
        }
    throw Error(Blame::Bug, message(CORRIDOR_MSG("%1 is in a format that is not read here."), shown), request.format);
}

} // namespace corridor
