// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/fileops.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QThread>
#include <QtEndian>

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace corridor {

namespace {

// SQLite's lock bytes (file format, section "The Lock-Byte Page"; os_unix.c): PENDING, RESERVED, then 510 bytes of
// SHARED.
constexpr off_t kPendingByte = 0x40000000;
constexpr off_t kReservedByte = kPendingByte + 1;
constexpr off_t kSharedFirst = kPendingByte + 2;
constexpr off_t kSharedSize = 510;
constexpr int kRetryMs = 20;

/// A file descriptor that closes itself.
class Handle {
public:
    Handle(const QString& path, int flags, mode_t mode = 0644)
        : mFile(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, mode)) {}
    Handle(Handle&& other) noexcept
        : mFile(std::exchange(other.mFile, -1)) {}
    Handle& operator=(Handle&&) = delete;
    ~Handle() {
        if (mFile >= 0)
            ::close(mFile);
    }
    int get() const { return mFile; }
    explicit operator bool() const { return mFile >= 0; }

private:
    int mFile;
};

[[noreturn]] void fail(const QString& path) {
    throw FileFailure(errno, path);
}

/// Sets an open-file-description lock, which other descriptors of this process cannot drop by closing.
bool setLock(int file, short type, off_t start, off_t length) {
    struct flock lock {};
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    lock.l_start = start;
    lock.l_len = length;
    return ::fcntl(file, F_OFD_SETLK, &lock) == 0;
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
    explicit SystemGuard(Handle file)
        : mFile(std::move(file)) {}
    int file() const { return mFile.get(); }

private:
    Handle mFile; // closing drops the locks
};

bool hasWalHeader(int file) {
    char versions[2] = {0, 0};
    return ::pread(file, versions, 2, 18) == 2 && versions[0] == 2;
}

void copyBytes(int from, int to, const QString& path) {
    constexpr std::size_t kPiece = std::size_t(1) << 30;
    for (;;) {
        const ssize_t moved = ::copy_file_range(from, nullptr, to, nullptr, kPiece, 0);
        if (moved > 0)
            continue;
        if (moved == 0)
            return;
        if (errno != EXDEV && errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP)
            fail(path);
        break; // this pair of file systems cannot: read and write
    }
    std::vector<char> buffer(1 << 20);
    for (;;) {
        const ssize_t got = ::read(from, buffer.data(), buffer.size());
        if (got == 0)
            return;
        if (got < 0)
            fail(path);
        for (ssize_t done = 0; done < got;) {
            const ssize_t put = ::write(to, buffer.data() + done, static_cast<std::size_t>(got - done));
            if (put < 0)
                fail(path);
            done += put;
        }
    }
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
    const Handle file(path, O_RDONLY);
    struct stat info {};
    if (!file || ::fstat(file.get(), &info) != 0)
        return out;
    out.device = info.st_dev;
    out.inode = info.st_ino;
    out.size = info.st_size;
    out.modifiedNs = qint64(info.st_mtim.tv_sec) * 1000000000 + info.st_mtim.tv_nsec;
    char counter[4] = {};
    if (::pread(file.get(), counter, 4, 24) == 4)
        out.changeCounter = qFromBigEndian<quint32>(counter);
    return out;
}

std::unique_ptr<FileOps::Guard> FileOps::lockAgainstWriters(const QString& path, int waitMs) {
    Handle file(path, O_RDWR);
    if (!file)
        fail(path);
    const bool got = retried(waitMs, [&] { return setLock(file.get(), F_WRLCK, kPendingByte, kSharedSize + 2); });
    if (!got)
        return nullptr;
    // A file with a WAL header can be written by a newcomer without any of these locks but SHARED: keep everyone out.
    // Otherwise readers may come in; RESERVED stays ours, so that nobody can begin to write a journal beside the file
    // that is about to be replaced.
    if (!hasWalHeader(file.get())) {
        setLock(file.get(), F_RDLCK, kSharedFirst, kSharedSize);
        setLock(file.get(), F_UNLCK, kPendingByte, 1);
    }
    return std::make_unique<SystemGuard>(std::move(file));
}

std::unique_ptr<FileOps::Guard> FileOps::lockShared(const QString& path, int waitMs) {
    Handle file(path, O_RDONLY);
    if (!file)
        fail(path);
    const bool got = retried(waitMs, [&] {
        // SQLite's own protocol: nobody waits for exclusive (PENDING), then SHARED.
        const bool taken =
            setLock(file.get(), F_RDLCK, kPendingByte, 1) && setLock(file.get(), F_RDLCK, kSharedFirst, kSharedSize);
        setLock(file.get(), F_UNLCK, kPendingByte, 1);
        return taken;
    });
    return got ? std::make_unique<SystemGuard>(std::move(file)) : nullptr;
}

void FileOps::copy(const QString& from, const QString& to) {
    const Handle source(from, O_RDONLY);
    if (!source)
        fail(from);
    const Handle target(to, O_RDWR | O_CREAT | O_TRUNC);
    if (!target)
        fail(to);
    struct stat info {};
    if (::fstat(source.get(), &info) == 0)
        (void)::fchmod(target.get(), (info.st_mode & 0777) | 0600); // as the source, but ours to write
    if (::ioctl(target.get(), FICLONE, source.get()) != 0)
        copyBytes(source.get(), target.get(), to);
    (void)::sync_file_range(target.get(), 0, 0,
                            SYNC_FILE_RANGE_WRITE); // an offer to the kernel; syncFile is the promise
}

void FileOps::syncFile(const QString& path) {
    const Handle file(path, O_RDONLY);
    if (!file || ::fsync(file.get()) != 0)
        fail(path);
}

void FileOps::rename(const QString& from, const QString& to) {
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        fail(to);
}

void FileOps::syncFolder(const QString& folder) {
    const Handle file(folder, O_RDONLY | O_DIRECTORY);
    // Some network file systems cannot sync a folder and say so; there is nothing more to do on those.
    if (!file || (::fsync(file.get()) != 0 && errno != EINVAL && errno != EROFS))
        fail(folder);
}

std::optional<qint64> FileOps::freeSpace(const QString& folder) {
    struct statvfs info {};
    if (::statvfs(QFile::encodeName(folder).constData(), &info) != 0)
        return std::nullopt;
    return static_cast<qint64>(info.f_bavail) * static_cast<qint64>(info.f_frsize);
}

bool FileOps::isWritable(const QString& path) {
    const bool folder = QFileInfo(path).isDir();
    return ::access(QFile::encodeName(path).constData(), folder ? W_OK | X_OK : W_OK) == 0;
}

void FileOps::removeQuietly(const QString& path) noexcept {
    ::unlink(QFile::encodeName(path).constData());
}

} // namespace corridor
