// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/vector.h"

#include "model/exchange/wire.h"
#include "model/exchange/worker.h"

#include <QDir>

namespace corridor {

std::vector<SourceTable> readGeoJson(const QString& path) {
    const WorkerRequest request{WorkerRequest::Job::ReadGeoJson, path, {}};
    return decodeTables(askWorker(encodeRequest(request), QDir::toNativeSeparators(path)));
}

QByteArray toGeoJson(const FeatureLayer& layer) {
    const WorkerRequest request{WorkerRequest::Job::WriteGeoJson, {}, layer};
    return decodeBytes(askWorker(encodeRequest(request), layer.name));
}

} // namespace corridor
