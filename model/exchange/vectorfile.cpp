// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/vectorfile.h"

#include "model/exchange/wire.h"
#include "model/exchange/worker.h"

#include <QIODevice>

namespace corridor {

QByteArray encodeParts(const std::vector<OutputPart>& parts) {
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << static_cast<quint32>(parts.size());
    for (const OutputPart& part : parts)
        out << part.extension << part.bytes;
    return bytes;
}

std::vector<OutputPart> decodeParts(const QByteArray& bytes) {
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_4);
    quint32 count = 0;
    in >> count;
    std::vector<OutputPart> parts;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        parts.emplace_back();
        in >> parts.back().extension >> parts.back().bytes;
    }
    if (in.status() != QDataStream::Ok || !in.atEnd())
        throw Error(Blame::Bug,
                    message(CORRIDOR_MSG("The helper program for foreign files gave an answer that makes no "
                                         "sense; nothing was changed, please report this.")));
    return parts;
}

std::vector<OutputPart> toVectorFile(const VectorOutput& output) {
    WorkerRequest request;
    request.job = WorkerRequest::Job::WriteVector;
    request.output = output;
    const QString subject = output.layers.empty() ? output.format : output.layers.front().name;
    return decodeParts(askWorker(request, subject).takeBytes());
}

} // namespace corridor
