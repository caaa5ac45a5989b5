// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/error.h"
#include "model/exchange/ogr/sources.h"

#include <cpl_string.h>
#include <cpl_vsi.h>

namespace corridor {

namespace {

constexpr qint64 mostBytes = qint64(300) << 20;         // unpacked, in all
constexpr qint64 mostDocumentBytes = qint64(128) << 20; // of what is read as text: it is held more than once
constexpr int mostEntries = 10000;

struct VsiClose {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};
using VsiFile = std::unique_ptr<VSILFILE, VsiClose>;

[[noreturn]] void refuseSize(const ForeignFile& file, qint64 most) {
    throw Error(Blame::FileContent,
                message(CORRIDOR_MSG("%1 unpacks to more than %2 MB and was not read; divide it into smaller files."),
                        file.shown, QString::number(most >> 20)));
}

QByteArray archivePath(const ForeignFile& file) {
    return "/vsizip/{" + file.path.toUtf8() + '}';
}

QList<QByteArray> entriesOf(const ForeignFile& file) {
    const CPLStringList names(VSIReadDirRecursive(archivePath(file).constData()));
    if (names.size() == 0)
        throw Error(Blame::FileContent,
                    message(CORRIDOR_MSG("%1 is damaged or no %2; open it in the program it came from and export it "
                                         "again."),
                            file.shown, file.formatLabel),
                    QuietGdal::lastMessage());
    if (names.size() > mostEntries)
        refuseSize(file, mostBytes);
    QList<QByteArray> entries;
    for (int i = 0; i < names.size(); ++i)
        entries += names[i];
    return entries;
}

qint64 sizeOf(const QByteArray& path) {
    VSIStatBufL stat;
    return VSIStatL(path.constData(), &stat) == 0 ? static_cast<qint64>(stat.st_size) : 0;
}

QByteArray contentOf(const ForeignFile& file, const QByteArray& path) {
    const qint64 said = sizeOf(path);
    if (said > mostDocumentBytes)
        refuseSize(file, mostDocumentBytes);
    const VsiFile in(VSIFOpenL(path.constData(), "rb"));
    QByteArray bytes(static_cast<qsizetype>(said), Qt::Uninitialized);
    const std::size_t got = in ? VSIFReadL(bytes.data(), 1, static_cast<std::size_t>(said), in.get()) : 0;
    bytes.truncate(static_cast<qsizetype>(got));
    return bytes;
}

} // namespace

// What an archive says of its sizes holds: GDAL reads no further than that.
void checkArchive(const ForeignFile& file) {
    qint64 sum = 0;
    for (const QByteArray& entry : entriesOf(file)) {
        sum += sizeOf(archivePath(file) + '/' + entry);
        if (sum > mostBytes)
            refuseSize(file, mostBytes);
    }
}

QByteArray entryOfArchive(const ForeignFile& file, const QString& suffix) {
    for (const QByteArray& entry : entriesOf(file))
        if (QString::fromUtf8(entry).endsWith(suffix, Qt::CaseInsensitive))
            return contentOf(file, archivePath(file) + '/' + entry);
    throw Error(Blame::FileContent,
                message(CORRIDOR_MSG("%1 holds no document that ends in %2; export it again."), file.shown, suffix));
}

} // namespace corridor
