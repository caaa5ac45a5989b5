// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/planlock.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>

#include <cerrno>
#include <utility>

namespace corridor {

namespace {

constexpr int kMostAttempts = 8;

QByteArray textOf(const LockHolder& holder) {
    const QJsonObject object{{QStringLiteral("user"), holder.user},
                             {QStringLiteral("host"), holder.host},
                             {QStringLiteral("pid"), holder.pid},
                             {QStringLiteral("since_utc"), holder.sinceUtc.toString(Qt::ISODate)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

LockHolder holderFrom(const posix::File& file) {
    char buffer[4096];
    const qint64 size = file.readAt(0, buffer, sizeof buffer);
    const QJsonObject object = QJsonDocument::fromJson(QByteArray(buffer, qMax<qint64>(size, 0))).object();
    LockHolder holder;
    holder.user = object.value(QStringLiteral("user")).toString();
    holder.host = object.value(QStringLiteral("host")).toString();
    holder.pid = object.value(QStringLiteral("pid")).toInteger();
    holder.sinceUtc = QDateTime::fromString(object.value(QStringLiteral("since_utc")).toString(), Qt::ISODate);
    return holder;
}

// A lock of another machine counts as live although the kernel here knows nothing of it.
bool isForeign(const LockHolder& holder) {
    return !holder.host.isEmpty() && holder.host != QSysInfo::machineHostName();
}

} // namespace

PlanLock::PlanLock(PlanLock&& other) noexcept
    : mFile(std::move(other.mFile))
    , mPath(std::move(other.mPath))
    , mHolder(std::move(other.mHolder)) {}

PlanLock& PlanLock::operator=(PlanLock&& other) noexcept {
    if (this != &other) {
        release();
        mFile = std::move(other.mFile);
        mPath = std::move(other.mPath);
        mHolder = std::move(other.mHolder);
    }
    return *this;
}

PlanLock::~PlanLock() {
    release();
}

QString PlanLock::lockPath(const QString& planPath) {
    const QFileInfo info(planPath);
    return info.absolutePath() + QStringLiteral("/.") + info.fileName() + QStringLiteral(".lock");
}

PlanLock PlanLock::acquire(const QString& planPath, const Clock& clock, bool takeOver) {
    PlanLock out;
    const QString path = lockPath(planPath);
    for (int attempt = 0; attempt < kMostAttempts; ++attempt) {
        posix::File file(path, posix::File::Mode::ReadWriteOrCreate);
        if (!file.isOpen()) {
            const int reason = errno;
            out.mHolder = holderOf(planPath);
            if (out.mHolder || reason != EACCES || !posix::removeFile(path))
                return out; // someone's, or nothing can be written here
            continue;       // a stale lock of another user in a folder of ours
        }
        const bool locked = file.setLock(posix::File::Lock::Exclusive);
        const LockHolder previous = holderFrom(file);
        const bool live = !locked || (isForeign(previous) && !takeOver);
        if (!live && !file.isStillAt(path))
            continue; // between opening and locking another process deleted it
        if (live) {
            out.mHolder = previous;
            return out;
        }
        (void)file.replaceContent(
            textOf({posix::userName(), QSysInfo::machineHostName(), QCoreApplication::applicationPid(), clock()}));
        out.mFile = std::move(file);
        out.mPath = path;
        return out;
    }
    return out;
}

std::optional<LockHolder> PlanLock::holderOf(const QString& planPath) {
    const posix::File file(lockPath(planPath), posix::File::Mode::Read);
    if (!file.isOpen())
        return std::nullopt;
    const LockHolder holder = holderFrom(file);
    const bool live = file.isLockedByOthers() || isForeign(holder);
    return live ? std::optional<LockHolder>(holder) : std::nullopt;
}

void PlanLock::release() {
    if (!mFile.isOpen())
        return;
    posix::removeFile(mPath);
    mFile.close();
}

} // namespace corridor
