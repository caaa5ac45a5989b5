// SPDX-License-Identifier: GPL-3.0-or-later
// corridor-worker: works on one foreign file and ends. What opens files that others made does it here, where a crash
// costs no edit and the limits hold. Standard input: a request of model/exchange/wire.h; standard output: its answer.
#include "app/worker/limits.h"
#include "model/exchange/ogr/reader.h"
#include "model/exchange/ogr/vectorwriting.h"
#include "model/exchange/ogr/writing.h"
#include "model/exchange/wire.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdlib>
#include <new>

using namespace corridor;

namespace {

void work(const WorkerRequest& request, AnswerWriter& answer) {
    switch (request.job) {
    case WorkerRequest::Job::Read:
        ogrRead(request, answer);
        break;
    case WorkerRequest::Job::WriteGeoJson:
        answer.addBytes(ogrToGeoJson(request.layer));
        break;
    case WorkerRequest::Job::WriteVector:
        answer.addBytes(encodeParts(ogrToVectorFile(request.output)));
        break;
    }
    answer.finish();
}

} // namespace

int main(int argc, char** argv) {
    setWorkerLimits();
    QCoreApplication app(argc, argv);
    QFile in, out;
    if (!in.open(stdin, QIODevice::ReadOnly) || !out.open(stdout, QIODevice::WriteOnly))
        return kWorkerBroken;
    AnswerWriter answer([&out](const QByteArray& bytes) {
        if (out.write(bytes) != bytes.size() || !out.flush())
            std::_Exit(kWorkerBroken); // nobody listens any more
    });
    try {
        work(decodeRequest(in.readAll()), answer);
    } catch (const Error& error) {
        answer.fail(error);
    } catch (const std::bad_alloc&) {
        return kWorkerOutOfMemory;
    }
    return kWorkerAnswered;
}
