// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/source.h"

#include "model/base/error.h"
#include "model/exchange/csv.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace corridor {

SourceTable readCsvFile(const QString& path, const QByteArray& encoding) {
    const QString shown = QDir::toNativeSeparators(path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(Blame::Environment, message(CORRIDOR_MSG("%1 cannot be read: %2"), shown, file.errorString()));
    CsvDocument document = parseCsv(decodeText(file.readAll(), encoding, shown).text, shown);
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

void writeWhole(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        throw Error(Blame::Environment, message(CORRIDOR_MSG("%1 cannot be written: %2"),
                                                QDir::toNativeSeparators(path), file.errorString()));
}

} // namespace corridor
