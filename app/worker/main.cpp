// SPDX-License-Identifier: GPL-3.0-or-later
// corridor-worker: works on one foreign file and ends. What opens files that others made does it here, where a crash
// costs no edit and the limits hold. Standard input: a request of model/exchange/wire.h; standard output: its answer.
#include "app/worker/limits.h"
#include "model/exchange/ogr/geojson.h"
#include "model/exchange/wire.h"

#include <QCoreApplication>
#include <QFile>

#include <new>

using namespace corridor;

namespace {

QByteArray answerTo(const QByteArray& bytes) {
    try {
        const WorkerRequest request = decodeRequest(bytes);
        switch (request.job) {
        case WorkerRequest::Job::ReadGeoJson:
            return encodeTables(ogrReadGeoJson(request.path));
        case WorkerRequest::Job::WriteGeoJson:
            return encodeBytes(ogrToGeoJson(request.layer));
        }
        return {}; // no job of ours: an answer that breaks off
    } catch (const Error& error) {
        return encodeError(error);
    } catch (const std::bad_alloc&) {
        return encodeError(Error(Blame::FileContent,
                                 message(CORRIDOR_MSG("The file needs more memory than may be used for it; divide it "
                                                      "into smaller ones."))));
    }
}

} // namespace

int main(int argc, char** argv) {
    setWorkerLimits();
    QCoreApplication app(argc, argv);
    QFile in, out;
    if (!in.open(stdin, QIODevice::ReadOnly) || !out.open(stdout, QIODevice::WriteOnly))
        return 2;
    const QByteArray answer = answerTo(in.readAll());
    return out.write(answer) == answer.size() && out.flush() ? 0 : 2;
}
