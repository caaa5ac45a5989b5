// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/fileops.h"

#include "model/base/posix.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QThread>
#include <QtEndian>

#include <cerrno>
#include <cstring>

namespace corridor {

namespace {

// SQLite's lock bytes (file format, section "The Lock-Byte Page"; os_unix.c): PENDING, RESERVED, then 510 bytes of
// SHARED.
constexpr qint64 kPendingByte = 0x40000000;
constexpr qint64 kReservedByte = kPendingByte + 1;
constexpr qint64 kSharedFirst = kPendingByte + 2;
constexpr qint64 kSharedSize = 510;
constexpr int kRetryMs = 20;

using posix::File;
using Lock = File::Lock;

[[noreturn]] void fail(const QString& path) {
    throw FileFailure(errno, path);
}

template <class Try>
bool retried(int waitMs, Try attempt) {
    QElapsedTimer timer;
    timer.start();
    while (!attempt()) {
        if (timer.elapsed() >= waitMs)
            return false;
        QThread::msleep(kRetryMs);
    }
    return true;
}

class SystemGuard : public FileOps::Guard {
public:
    explicit SystemGuard(File file)
        : mFile(std::move(file)) {}

private:
    File mFile; // closing drops the locks
};

bool hasWalHeader(const File& file) {
    char versions[2] = {0, 0};
    return file.readAt(18, versions, 2) == 2 && versions[0] == 2;
}

} // namespace

FileFailure::FileFailure(int code, QString path)
    : mCode(code)
    , mPath(std::move(path))
    , mText(mPath.toUtf8() + ": " + std::strerror(code)) {}

FileOps& FileOps::system() {
    static FileOps ops;
    return ops;
}

FileFingerprint FileOps::fingerprint(const QString& path) {
    FileFingerprint out;
    const File file(path, File::Mode::Read);
    const auto state = file.isOpen() ? file.state() : std::nullopt;
    if (!state)
        return out;
    out.device = state->device;
    out.inode = state->inode;
    out.size = state->size;
    out.modifiedNs = state->modifiedNs;
    char counter[4] = {};
    if (file.readAt(24, counter, 4) == 4)
        out.changeCounter = qFromBigEndian<quint32>(counter);
    return out;
}

std::unique_ptr<FileOps::Guard> FileOps::lockAgainstWriters(const QString& path, int waitMs) {
    File file(path, File::Mode::ReadWrite);
    if (!file.isOpen())
        fail(path);
    const bool got = retried(waitMs, [&] { return file.setLock(Lock::Exclusive, kPendingByte, kSharedSize + 2); });
    if (!got)
        return nullptr;
    // A file with a WAL header can be written by a newcomer without any of these locks but SHARED: keep everyone out.
    // Otherwise readers may come in; RESERVED stays ours, so that nobody can begin to write a journal beside the file
    // that is about to be replaced.
    if (!hasWalHeader(file)) {
        file.setLock(Lock::Shared, kSharedFirst, kSharedSize);
        file.setLock(Lock::None, kPendingByte, 1);
    }
    return std::make_unique<SystemGuard>(std::move(file));
}

std::unique_ptr<FileOps::Guard> FileOps::lockShared(const QString& path, int waitMs) {
    File file(path, File::Mode::Read);
    if (!file.isOpen())
        fail(path);
    const bool got = retried(waitMs, [&] {
        // SQLite's own protocol: nobody waits for exclusive (PENDING), then SHARED.
        const bool taken =
            file.setLock(Lock::Shared, kPendingByte, 1) && file.setLock(Lock::Shared, kSharedFirst, kSharedSize);
        file.setLock(Lock::None, kPendingByte, 1);
        return taken;
    });
    return got ? std::make_unique<SystemGuard>(std::move(file)) : nullptr;
}

void FileOps::copy(const QString& from, const QString& to) {
    const File source(from, File::Mode::Read);
    if (!source.isOpen())
        fail(from);
    const File target(to, File::Mode::Overwrite);
    if (!target.isOpen() || !source.copyTo(target))
        fail(to);
}

void FileOps::syncFile(const QString& path) {
    const File file(path, File::Mode::Read);
    if (!file.isOpen() || !file.sync())
        fail(path);
}

void FileOps::rename(const QString& from, const QString& to) {
    if (!posix::renameOver(from, to))
        fail(to);
}

void FileOps::syncFolder(const QString& folder) {
    const File file(folder, File::Mode::Folder);
    // Some network file systems cannot sync a folder and say so; there is nothing more to do on those.
    if (!file.isOpen() || (!file.sync() && errno != EINVAL && errno != EROFS))
        fail(folder);
}

std::optional<qint64> FileOps::freeSpace(const QString& folder) {
    return posix::freeBytes(folder);
}

bool FileOps::isWritable(const QString& path) {
    return posix::mayWrite(path, QFileInfo(path).isDir());
}

void FileOps::removeQuietly(const QString& path) noexcept {
    posix::removeFile(path);
}

} // namespace corridor
