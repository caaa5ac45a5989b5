// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/resources.h"

#include "model/base/error.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace corridor {

namespace {

// What every copy of the folder holds.
bool isResourceFolder(const QString& folder) {
    return !folder.isEmpty() && QDir(folder).exists(QStringLiteral("rulepacks")) &&
           QDir(folder).exists(QStringLiteral("equipment"));
}

} // namespace

QString resourceFolder() {
    const QString chosen = qEnvironmentVariable("CORRIDOR_RESOURCES");
    if (!chosen.isEmpty()) {
        if (isResourceFolder(chosen))
            return QDir(chosen).absolutePath();
        throw Error(
            Blame::Environment,
            message(CORRIDOR_MSG(
                        "CORRIDOR_RESOURCES names %1, where rulepacks and equipment are missing; correct or unset it."),
                    QDir::toNativeSeparators(chosen)));
    }
    QStringList candidates;
    if (QCoreApplication::instance())
        candidates += QCoreApplication::applicationDirPath() + QStringLiteral("/../share/corridor-planner");
    candidates += QStringLiteral(CORRIDOR_RESOURCE_DIR);
    for (const QString& folder : candidates)
        if (isResourceFolder(folder))
            return QDir::cleanPath(QDir(folder).absolutePath());
    throw Error(Blame::Environment,
                message(CORRIDOR_MSG(
                    "The program's data folder was not found; install it again, or let CORRIDOR_RESOURCES name it.")),
                candidates.join(QStringLiteral(", ")));
}

QByteArray readResource(const QString& path) {
    QFile file(resourceFolder() + QLatin1Char('/') + path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(Blame::Environment,
                    message(CORRIDOR_MSG("%1 cannot be read; install the program again."),
                            QDir::toNativeSeparators(file.fileName())),
                    file.errorString());
    return file.readAll();
}

} // namespace corridor
