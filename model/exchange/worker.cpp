// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/worker.h"

#include "model/base/error.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>

namespace corridor {

namespace {

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

} // namespace

QByteArray askWorker(const QByteArray& request, const QString& subject) {
    const QString program = workerProgram();
    if (program.isEmpty())
        refuseStart(QStringLiteral("not found beside %1").arg(QCoreApplication::applicationDirPath()));
    QProcess worker;
    worker.setProcessChannelMode(QProcess::SeparateChannels);
    worker.start(program, QStringList(), QIODevice::ReadWrite);
    if (!worker.waitForStarted(-1))
        refuseStart(worker.errorString());
    worker.write(request);
    worker.closeWriteChannel();
    worker.waitForFinished(-1);
    if (worker.exitStatus() != QProcess::NormalExit || worker.exitCode() != 0)
        throw Error(Blame::FileContent,
                    message(CORRIDOR_MSG("%1 could not be worked through: the helper program broke down over it or "
                                         "reached its limits. Nothing was changed; check the file in the program it "
                                         "came from."),
                            subject),
                    QString::fromLocal8Bit(worker.readAllStandardError()));
    return worker.readAllStandardOutput();
}

} // namespace corridor
