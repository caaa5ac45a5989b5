// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/worker.h"

#include "model/base/error.h"
#include "model/base/posix.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>

namespace corridor {

namespace {

constexpr int pollMs = 50; // how long a wish to stop may wait

QString workerProgram() {
    if (const QString named = qEnvironmentVariable("CORRIDOR_WORKER"); !named.isEmpty())
        return named;
    for (const QString& path : {QCoreApplication::applicationDirPath() + QStringLiteral("/corridor-worker"),
                                QStringLiteral(CORRIDOR_WORKER_OF_BUILD)})
        if (QFileInfo(path).isExecutable())
            return path;
    return {};
}

[[noreturn]] void refuseStart(const QString& detail) {
    throw Error(Blame::Environment,
                message(CORRIDOR_MSG("The helper program corridor-worker, which reads and writes foreign files, cannot "
                                     "be started; install the program again.")),
                detail);
}

// Ends with its owner whatever happened: an answer that makes no sense must not leave it running.
class WorkerProcess : public QProcess {
public:
    ~WorkerProcess() override { stop(); }
    void stop() {
        if (state() == NotRunning)
            return;
        kill();
        waitForFinished(-1);
    }
};

[[noreturn]] void refuseEnd(QProcess& worker, const QString& subject) {
    const bool crashed = worker.exitStatus() != QProcess::NormalExit;
    const int code = worker.exitCode(); // of a crash: the signal
    const QString detail =
        QString::fromLocal8Bit(worker.readAllStandardError()) +
        QStringLiteral(" [%1 %2]").arg(crashed ? QStringLiteral("signal") : QStringLiteral("exit")).arg(code);
    if (!crashed && code == kWorkerOutOfMemory)
        throw Error(
            Blame::FileContent,
            message(CORRIDOR_MSG("%1 needs more memory than may be used for one file; divide it into smaller ones. "
                                 "Nothing was changed."),
                    subject),
            detail);
    if (crashed && posix::isTimeLimit(code))
        throw Error(Blame::FileContent,
                    message(CORRIDOR_MSG("%1 takes longer than may be spent on one file; divide it into smaller ones. "
                                         "Nothing was changed."),
                            subject),
                    detail);
    throw Error(
        Blame::FileContent,
        message(CORRIDOR_MSG("%1 could not be worked through: the helper program broke down over it. Nothing was "
                             "changed; check the file in the program it came from."),
                subject),
        detail);
}

void throwIfCancelled(const ExchangeWatch& watch) {
    if (watch.cancel.isCancelled())
        throw Error(Blame::Cancelled, message(CORRIDOR_MSG("It was stopped; nothing was changed.")));
}

void takeAnswer(WorkerProcess& worker, AnswerReader& answer, const QString& subject, const ExchangeWatch& watch) {
    bool running = true;
    while (running) {
        throwIfCancelled(watch);
        worker.waitForReadyRead(pollMs);
        running = worker.state() != QProcess::NotRunning;
        const QByteArray bytes = worker.readAllStandardOutput();
        if (bytes.isEmpty())
            continue;
        answer.feed(bytes);
        if (watch.progress)
            watch.progress({subject, answer.progress(), answer.rowCount()});
    }
}

} // namespace

AnswerReader askWorker(const WorkerRequest& request, const QString& subject, const ExchangeWatch& watch) {
    throwIfCancelled(watch);
    const QString program = workerProgram();
    if (program.isEmpty())
        refuseStart(QStringLiteral("not found beside %1").arg(QCoreApplication::applicationDirPath()));
    WorkerProcess worker;
    worker.setProcessChannelMode(QProcess::SeparateChannels);
    worker.start(program, QStringList(), QIODevice::ReadWrite);
    if (!worker.waitForStarted(-1))
        refuseStart(worker.errorString());
    worker.write(encodeRequest(request));
    worker.closeWriteChannel();
    AnswerReader answer;
    takeAnswer(worker, answer, subject, watch);
    if (worker.exitStatus() != QProcess::NormalExit || worker.exitCode() != kWorkerAnswered)
        refuseEnd(worker, subject);
    return answer;
}

} // namespace corridor
