// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/vector.h"

#include "model/exchange/wire.h"
#include "model/exchange/worker.h"
#include "model/exchange/xlsxnames.h"

#include <QDir>
#include <QFileInfo>

namespace corridor {

std::vector<SourceTable> readForeign(const QString& path, const QString& format, const QByteArray& encoding,
                                     const ExchangeWatch& watch) {
    WorkerRequest request;
    request.path = QFileInfo(path).absoluteFilePath();
    request.format = format;
    request.encoding = encoding;
    const QString shown = QDir::toNativeSeparators(path);
    std::vector<SourceTable> tables = askWorker(request, shown, watch).takeTables();
    adoptWorkbook(tables); // one that this program wrote
    for (SourceTable& table : tables)
        table.file = tables.size() > 1 ? sourceLabel(shown, table.name) : shown;
    return tables;
}

QByteArray toGeoJson(const FeatureLayer& layer) {
    WorkerRequest request;
    request.job = WorkerRequest::Job::WriteGeoJson;
    request.layer = layer;
    return askWorker(request, layer.name).takeBytes();
}

} // namespace corridor
