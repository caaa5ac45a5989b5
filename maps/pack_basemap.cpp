// SPDX-License-Identifier: GPL-3.0-or-later
// Build-time tool: basemap.gpkg (for any desktop GIS, committed) to basemap.bin (what the program draws) and units.bin
// (where a place lies), which are read in a few milliseconds.
#include "maps/basemapformat.h"
#include "maps/gpkgblob.h"
#include "maps/unitsformat.h"

#include <QDataStream>
#include <QFile>
#include <QTextStream>

#include <sqlite3.h>

#include <array>
#include <cmath>
#include <cstring>
#include <memory>
#include <stdexcept>

using namespace corridor;

namespace {

[[noreturn]] void fail(const QString& what) {
    throw std::runtime_error(what.toStdString());
}

/// A GeoPackage that is only read.
class Source {
public:
    explicit Source(const QString& path) {
        // A file that is not changed while it is read needs neither locks nor a journal beside it.
        const QByteArray uri = "file:" + QFile::encodeName(path).toPercentEncoding("/") + "?immutable=1";
        if (sqlite3_open_v2(uri.constData(), &mHandle, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nullptr) != SQLITE_OK)
            complain(path);
    }
    ~Source() { sqlite3_close(mHandle); }
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;

    /// Calls @p take with each row of a query, in its order.
    template <class Take>
    void forEach(const QByteArray& sql, Take take) {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(mHandle, sql.constData(), -1, &statement, nullptr) != SQLITE_OK)
            complain(QString::fromUtf8(sql));
        const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> guard(statement, sqlite3_finalize);
        int state = SQLITE_ROW;
        while ((state = sqlite3_step(statement)) == SQLITE_ROW)
            take(statement);
        if (state != SQLITE_DONE)
            complain(QString::fromUtf8(sql));
    }

private:
    [[noreturn]] void complain(const QString& about) {
        fail(QStringLiteral("%1: %2").arg(about, QString::fromUtf8(sqlite3_errmsg(mHandle))));
    }

    sqlite3* mHandle = nullptr;
};

void writeText(QDataStream& out, sqlite3_stmt* row, int column) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(row, column));
    const int size = sqlite3_column_bytes(row, column);
    out << quint16(size);
    out.writeRawData(text, size);
}

void writeLine(QDataStream& out, const GpkgLine& line) {
    out << quint32(line.size());
    for (const std::array<double, 2>& position : line) {
        for (double degrees : position)
            out << qint32(std::lround(degrees * basemapUnitsPerDegree));
    }
}

/// Columns: geom, rank, and the texts that follow a place or a way.
void writeFeature(QDataStream& out, BasemapLayer layer, sqlite3_stmt* row) {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(row, 0));
    const std::vector<GpkgLine> parts = gpkgLines({bytes, std::size_t(sqlite3_column_bytes(row, 0))});
    out << quint8(layer) << quint8(sqlite3_column_int(row, 1)) << quint16(parts.size());
    for (const GpkgLine& part : parts)
        writeLine(out, part);
    for (int column = 2; column < sqlite3_column_count(row); ++column)
        writeText(out, row, column);
}

QByteArray queryOf(BasemapLayer layer) {
    const QByteArray texts = layer == BasemapLayer::Place ? ", zh, en" : isWay(layer) ? ", ref" : "";
    return "SELECT geom, rank" + texts + " FROM " + basemapLayerNames[std::size_t(layer)] + " ORDER BY fid";
}

void writeFile(const QString& target, const char* magic, quint32 count, const QByteArray& features) {
    QFile file(target);
    if (!file.open(QIODevice::WriteOnly))
        fail(QStringLiteral("%1: %2").arg(target, file.errorString()));
    QDataStream whole(&file);
    whole.setByteOrder(QDataStream::LittleEndian);
    whole.writeRawData(magic, int(std::strlen(magic)));
    whole << count;
    whole.writeRawData(features.constData(), int(features.size()));
    if (!file.flush() || whole.status() != QDataStream::Ok)
        fail(QStringLiteral("%1: %2").arg(target, file.errorString()));
}

void pack(const QString& source, const QString& target) {
    Source in(source);
    QByteArray features;
    QDataStream out(&features, QIODevice::WriteOnly);
    out.setByteOrder(QDataStream::LittleEndian);
    quint32 count = 0;
    for (std::size_t i = 0; i < basemapLayerNames.size(); ++i) {
        const auto layer = static_cast<BasemapLayer>(i);
        in.forEach(queryOf(layer), [&](sqlite3_stmt* row) {
            writeFeature(out, layer, row);
            ++count;
        });
    }
    writeFile(target, basemapMagic, count, features);
}

/// Province and city of each polygon, then its rings.
void packUnits(const QString& source, const QString& target) {
    static_assert(unitsPerDegree == basemapUnitsPerDegree, "both are written by writeLine()");
    Source in(source);
    QByteArray units;
    QDataStream out(&units, QIODevice::WriteOnly);
    out.setByteOrder(QDataStream::LittleEndian);
    quint32 count = 0;
    in.forEach("SELECT geom, province, city FROM unit ORDER BY fid", [&](sqlite3_stmt* row) {
        writeText(out, row, 1);
        writeText(out, row, 2);
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(row, 0));
        const std::vector<GpkgLine> rings = gpkgLines({bytes, std::size_t(sqlite3_column_bytes(row, 0))});
        out << quint16(rings.size());
        for (const GpkgLine& ring : rings)
            writeLine(out, ring);
        ++count;
    });
    writeFile(target, unitsMagic, count, units);
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        QTextStream(stderr) << "usage: corridor-pack-basemap basemap.gpkg basemap.bin units.bin\n";
        return 2;
    }
    try {
        pack(QString::fromLocal8Bit(argv[1]), QString::fromLocal8Bit(argv[2]));
        packUnits(QString::fromLocal8Bit(argv[1]), QString::fromLocal8Bit(argv[3]));
    } catch (const std::exception& error) {
        QTextStream(stderr) << "corridor-pack-basemap: " << error.what() << '\n';
        return 1;
    }
    return 0;
}
