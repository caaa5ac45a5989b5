// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/xlsxpackage.h"

#include "model/base/error.h"

#include <QDir>
#include <QFile>

#include <minizip/unzip.h>
#include <minizip/zip.h>

#include <memory>
#include <utility>
#include <vector>

namespace corridor {

namespace {

using Part = std::pair<QByteArray, QByteArray>; // name, content

struct CloseUnzip {
    void operator()(void* file) const { unzClose(file); }
};
struct CloseZip {
    void operator()(void* file) const { zipClose(file, nullptr); }
};

[[noreturn]] void refuse(const QString& path, const char* what) {
    throw Error(Blame::Environment,
                message(CORRIDOR_MSG("The workbook cannot be put together in %1; free some space there."),
                        QDir::toNativeSeparators(QFileInfo(path).absolutePath())),
                QString::fromLatin1(what));
}

QByteArray currentPart(void* file, const QString& path, qsizetype size) {
    QByteArray content(size, Qt::Uninitialized);
    if (unzOpenCurrentFile(file) != UNZ_OK ||
        unzReadCurrentFile(file, content.data(), static_cast<unsigned>(size)) != size ||
        unzCloseCurrentFile(file) != UNZ_OK)
        refuse(path, "part cannot be read");
    return content;
}

std::vector<Part> readParts(const QString& path) {
    const std::unique_ptr<void, CloseUnzip> file(unzOpen64(QFile::encodeName(path).constData()));
    if (!file)
        refuse(path, "no package");
    std::vector<Part> parts;
    for (int state = unzGoToFirstFile(file.get()); state == UNZ_OK; state = unzGoToNextFile(file.get())) {
        unz_file_info64 info{};
        char name[256] = {};
        if (unzGetCurrentFileInfo64(file.get(), &info, name, sizeof name - 1, nullptr, 0, nullptr, 0) != UNZ_OK)
            refuse(path, "no such part");
        parts.emplace_back(name, currentPart(file.get(), path, static_cast<qsizetype>(info.uncompressed_size)));
    }
    return parts;
}

// <c r="C5" s="3"><v>0.3</v></c>: the cells come in the order of rows and columns, each once.
QByteArray withNumbers(const QByteArray& xml, const QHash<QByteArray, QByteArray>& numbers) {
    static const QByteArray kCell("<c r=\""), kValue("<v>");
    QByteArray out;
    out.reserve(xml.size() + 8 * numbers.size());
    qsizetype done = 0;
    for (qsizetype at = xml.indexOf(kCell); at >= 0; at = xml.indexOf(kCell, at)) {
        at += kCell.size();
        const auto exact = numbers.constFind(xml.mid(at, xml.indexOf('"', at) - at));
        if (exact == numbers.constEnd())
            continue;
        const qsizetype value = xml.indexOf(kValue, at) + kValue.size();
        out.append(xml.constData() + done, value - done).append(*exact);
        done = xml.indexOf('<', value);
    }
    return out.append(xml.constData() + done, xml.size() - done);
}

void writeParts(const QString& path, const std::vector<Part>& parts) {
    const std::unique_ptr<void, CloseZip> file(zipOpen64(QFile::encodeName(path).constData(), APPEND_STATUS_CREATE));
    zip_fileinfo info{};
    info.tmz_date = {0, 0, 0, 1, 0, 1980};
    for (const auto& [name, content] : parts) {
        const int huge = content.size() >= 0xFFFFFFFF; // Excel offers to repair files that say so without need
        if (!file ||
            zipOpenNewFileInZip64(file.get(), name.constData(), &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED,
                                  Z_DEFAULT_COMPRESSION, huge) != ZIP_OK ||
            zipWriteInFileInZip(file.get(), content.constData(), static_cast<unsigned>(content.size())) != ZIP_OK ||
            zipCloseFileInZip(file.get()) != ZIP_OK)
            refuse(path, "part cannot be written");
    }
}

} // namespace

QByteArray packageWithNumbers(const QString& path, const ExactNumbers& numbers) {
    std::vector<Part> parts = readParts(path);
    for (auto& [name, content] : parts)
        for (const auto& [sheet, cells] : numbers)
            if (name == "xl/worksheets/sheet" + QByteArray::number(sheet + 1) + ".xml")
                content = withNumbers(content, cells);
    const QString whole = path + QStringLiteral(".whole");
    writeParts(whole, parts);
    QFile file(whole);
    if (!file.open(QIODevice::ReadOnly))
        refuse(path, "result is gone");
    return file.readAll();
}

} // namespace corridor
