// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/planlock.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>

#include <fcntl.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>

namespace corridor {

namespace {

constexpr int kMostAttempts = 8;

QString userName() {
    const struct passwd* entry = ::getpwuid(::getuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString::number(::getuid());
}

QByteArray textOf(const LockHolder& holder) {
    const QJsonObject object{{QStringLiteral("user"), holder.user},
                             {QStringLiteral("host"), holder.host},
                             {QStringLiteral("pid"), holder.pid},
                             {QStringLiteral("since_utc"), holder.sinceUtc.toString(Qt::ISODate)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

LockHolder holderFrom(int file) {
    char buffer[4096];
    const ssize_t size = ::pread(file, buffer, sizeof buffer, 0);
    const QJsonObject object = QJsonDocument::fromJson(QByteArray(buffer, qMax<ssize_t>(size, 0))).object();
    LockHolder holder;
    holder.user = object.value(QStringLiteral("user")).toString();
    holder.host = object.value(QStringLiteral("host")).toString();
    holder.pid = object.value(QStringLiteral("pid")).toInteger();
    holder.sinceUtc = QDateTime::fromString(object.value(QStringLiteral("since_utc")).toString(), Qt::ISODate);
    return holder;
}

struct flock wholeFile(short type) {
    struct flock lock {};
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    return lock;
}

bool isLockedByOthers(int file) {
    struct flock lock = wholeFile(F_WRLCK);
    return ::fcntl(file, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

// Whether `file` is still what `path` names: between opening and locking another process may have deleted it.
bool isStillThere(int file, const QString& path) {
    struct stat mine {
    }, there{};
    return ::fstat(file, &mine) == 0 && ::stat(QFile::encodeName(path).constData(), &there) == 0 &&
           mine.st_ino == there.st_ino && mine.st_dev == there.st_dev;
}

// A lock of another machine counts as live although the kernel here knows nothing of it.
bool isForeign(const LockHolder& holder) {
    return !holder.host.isEmpty() && holder.host != QSysInfo::machineHostName();
}

} // namespace

PlanLock::PlanLock(PlanLock&& other) noexcept
    : mFile(std::exchange(other.mFile, -1))
    , mPath(std::move(other.mPath))
    , mHolder(std::move(other.mHolder)) {}

PlanLock& PlanLock::operator=(PlanLock&& other) noexcept {
    if (this != &other) {
        release();
        mFile = std::exchange(other.mFile, -1);
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
    const QByteArray name = QFile::encodeName(path);
    for (int attempt = 0; attempt < kMostAttempts; ++attempt) {
        const int file = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
        if (file < 0) {
            out.mHolder = holderOf(planPath);
            if (out.mHolder || errno != EACCES || ::unlink(name.constData()) != 0)
                return out; // someone's, or nothing can be written here
            continue;       // a stale lock of another user in a folder of ours
        }
        struct flock lock = wholeFile(F_WRLCK);
        const bool locked = ::fcntl(file, F_OFD_SETLK, &lock) == 0;
        const LockHolder previous = holderFrom(file);
        const bool live = !locked || (isForeign(previous) && !takeOver);
        if (!live && !isStillThere(file, path)) {
            ::close(file);
            continue;
        }
        if (live) {
            out.mHolder = previous;
            ::close(file);
            return out;
        }
        const QByteArray text = textOf({userName(), QSysInfo::machineHostName(), ::getpid(), clock()});
        (void)(::ftruncate(file, 0) == 0 &&
               ::pwrite(file, text.constData(), static_cast<std::size_t>(text.size()), 0) > 0);
        out.mFile = file;
        out.mPath = path;
        return out;
    }
    return out;
}

std::optional<LockHolder> PlanLock::holderOf(const QString& planPath) {
    const int file = ::open(QFile::encodeName(lockPath(planPath)).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return std::nullopt;
    const LockHolder holder = holderFrom(file);
    const bool live = isLockedByOthers(file) || isForeign(holder);
    ::close(file);
    return live ? std::optional<LockHolder>(holder) : std::nullopt;
}

void PlanLock::release() {
    if (mFile < 0)
        return;
    ::unlink(QFile::encodeName(mPath).constData());
    ::close(mFile);
    mFile = -1;
}

} // namespace corridor
