// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/error.h"
#include "model/exchange/vector.h"

namespace corridor {

/// What goes through the pipe to corridor-worker: one request, then its end; and back: one answer, then its end.
/// Both sides are of one version, else decoding throws Error (Environment). Numbers keep every bit.

struct WorkerRequest {
    enum class Job : quint8 { ReadGeoJson, WriteGeoJson };
    Job job = Job::ReadGeoJson;
    QString path;       ///< to read
    FeatureLayer layer; ///< to write; values other than truth values and numbers arrive as text
};

QByteArray encodeRequest(const WorkerRequest& request);
WorkerRequest decodeRequest(const QByteArray& bytes);

/// What was read or written, or the error that the job ended with.
QByteArray encodeTables(const std::vector<SourceTable>& tables);
QByteArray encodeBytes(const QByteArray& bytes);
QByteArray encodeError(const Error& error);

/// The same on the other side; throw the error that was sent, and Error (Bug) for an answer that breaks off.
std::vector<SourceTable> decodeTables(const QByteArray& answer);
QByteArray decodeBytes(const QByteArray& answer);

} // namespace corridor
