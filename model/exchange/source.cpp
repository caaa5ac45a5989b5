// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/source.h"

#include "model/base/error.h"
#include "model/exchange/csv.h"
#include "model/exchange/format.h"
#include "model/exchange/vector.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace corridor {

namespace {

constexpr qint64 mostCsvBytes = qint64(256) << 20;

QString importableNames() {
    QStringList labels;
    for (const Format& format : exchangeFormats())
        if (format.reads)
            labels += QString::fromLatin1(format.name).toUpper();
    return labels.join(QStringLiteral(", "));
}

QStringList patternsToRead() {
    QStringList patterns;
    for (const Format& format : exchangeFormats())
        if (format.reads)
            for (const QString& extension : format.extensionList())
                patterns += QStringLiteral("*.") + extension;
    return patterns;
}

QByteArray bytesOfCsv(const QString& path, const QString& shown) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(Blame::Environment, message(CORRIDOR_MSG("%1 cannot be read: %2"), shown, file.errorString()));
    if (file.size() > mostCsvBytes)
        throw Error(
            Blame::FileContent,
            message(CORRIDOR_MSG("%1 is larger than %2 MB, more than can be read of this format; divide it into "
                                 "smaller files."),
                    shown, QString::number(mostCsvBytes >> 20)));
    return file.readAll();
}

std::vector<SourceTable> readFolder(const QString& path, const QByteArray& encoding, const ExchangeWatch& watch) {
    const QDir folder(path);
    std::vector<SourceTable> tables;
    for (const QString& name : folder.entryList(patternsToRead(), QDir::Files, QDir::Name))
        for (SourceTable& table : readSourceFile(folder.filePath(name), encoding, watch)) {
            table.oneOfMany = true;
            tables.push_back(std::move(table));
        }
    if (tables.empty())
        throw Error(Blame::Usage, message(CORRIDOR_MSG("There is no file in %1 that can be imported; check the path."),
                                          QDir::toNativeSeparators(path)));
    return tables;
}

} // namespace

QString sourceLabel(const QString& path, const QString& table) {
    return QStringLiteral("%1 [%2]").arg(path, table);
}

QString pathOfLabel(const QString& label) {
    const qsizetype at = label.endsWith(u']') ? label.lastIndexOf(QStringLiteral(" [")) : -1;
    return at > 0 ? label.left(at) : label;
}

SourceTable readCsvFile(const QString& path, const QByteArray& encoding, const ExchangeWatch& watch) {
    const QString shown = QDir::toNativeSeparators(path);
    CsvDocument document =
        parseCsv(decodeText(bytesOfCsv(path, shown), encoding, shown).text, shown, [&](double fraction, qint64 rows) {
            if (watch.progress)
                watch.progress({shown, fraction, rows});
            return !watch.cancel.isCancelled();
        });
    SourceTable table;
    table.file = shown;
    table.name = QFileInfo(path).completeBaseName();
    table.columns = document.header;
    table.guardsFormulas = true;
    table.rows.reserve(document.rows.size());
    for (CsvRow& row : document.rows)
        table.rows.push_back(SourceRow{row.line, std::move(row.cells), {}, {}});
    return table;
}

std::vector<SourceTable> readSourceFile(const QString& path, const QByteArray& encoding, const ExchangeWatch& watch) {
    const Format* format = formatOfPath(path);
    if (!format || !format->reads)
        throw Error(Blame::Usage, message(CORRIDOR_MSG("%1 is in no format that can be imported; there are: %2."),
                                          QDir::toNativeSeparators(path), importableNames()));
    std::vector<SourceTable> tables;
    if (format == formatNamed(u"csv"))
        tables.push_back(readCsvFile(path, encoding, watch));
    else
        tables = readForeign(path, QString::fromLatin1(format->name), encoding, watch);
    for (SourceTable& table : tables)
        table.oneOfMany = tables.size() > 1;
    return tables;
}

std::vector<SourceTable> readSources(const QStringList& paths, const QByteArray& encoding, const ExchangeWatch& watch) {
    std::vector<SourceTable> tables;
    for (const QString& path : paths) {
        const QFileInfo info(path);
        if (!info.exists())
            throw Error(Blame::Environment,
                        message(CORRIDOR_MSG("There is no %1; check the path."), QDir::toNativeSeparators(path)));
        for (SourceTable& table :
             info.isDir() ? readFolder(path, encoding, watch) : readSourceFile(path, encoding, watch))
            tables.push_back(std::move(table));
    }
    return tables;
}

void writeWhole(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        throw Error(Blame::Environment, message(CORRIDOR_MSG("%1 cannot be written: %2"),
                                                QDir::toNativeSeparators(path), file.errorString()));
}

} // namespace corridor
