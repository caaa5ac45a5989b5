// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/posix.h"

#include <QFile>

#include <fcntl.h>
#include <langinfo.h>
#include <linux/fs.h>
#include <pwd.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <ctime>
#include <utility>
#include <vector>

namespace corridor::posix {

namespace {

struct Opening {
    int flags;
    mode_t permissions;
};

Opening openingOf(File::Mode mode) {
    switch (mode) {
    case File::Mode::Read:
        return {O_RDONLY, 0};
    case File::Mode::ReadWrite:
        return {O_RDWR, 0};
    case File::Mode::ReadWriteOrCreate:
        return {O_RDWR | O_CREAT, 0666};
    case File::Mode::CreateNew:
        return {O_RDWR | O_CREAT | O_EXCL, 0600};
    case File::Mode::Overwrite:
        return {O_RDWR | O_CREAT | O_TRUNC, 0644};
    case File::Mode::Folder:
        return {O_RDONLY | O_DIRECTORY, 0};
    }
    return {O_RDONLY, 0};
}

// Open-file-description locks, which other descriptors of this process cannot drop by closing.
struct flock lockOf(short type, qint64 start, qint64 length) {
    struct flock lock {};
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    lock.l_start = start;
    lock.l_len = length;
    return lock;
}

short typeOf(File::Lock lock) {
    return lock == File::Lock::None ? F_UNLCK : lock == File::Lock::Shared ? F_RDLCK : F_WRLCK;
}

bool writeAll(int file, const char* bytes, qint64 size) {
    for (qint64 done = 0; done < size;) {
        const ssize_t put = ::write(file, bytes + done, static_cast<std::size_t>(size - done));
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return false;
        if (put == 0) {
            errno = EIO;
            return false;
        }
        done += put;
    }
    return true;
}

void limit(__rlimit_resource what, rlim_t most) {
    const rlimit both{most, most};
    ::setrlimit(what, &both);
}

bool copyBytes(int from, int to) {
    constexpr std::size_t piece = std::size_t(1) << 30;
    for (;;) {
        const ssize_t moved = ::copy_file_range(from, nullptr, to, nullptr, piece, 0);
        if (moved > 0)
            continue;
        if (moved == 0)
            return true;
        if (errno != EXDEV && errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP)
            return false;
        break; // this pair of file systems cannot: read and write
    }
    std::vector<char> buffer(1 << 20);
    for (;;) {
        const ssize_t got = ::read(from, buffer.data(), buffer.size());
        if (got <= 0)
            return got == 0;
        if (!writeAll(to, buffer.data(), got))
            return false;
    }
}

} // namespace

File::File(const QString& path, Mode mode) {
    const Opening opening = openingOf(mode);
    mFile = ::open(QFile::encodeName(path).constData(), opening.flags | O_CLOEXEC, opening.permissions);
}

File::File(File&& other) noexcept
    : mFile(std::exchange(other.mFile, -1)) {}

File& File::operator=(File&& other) noexcept {
    if (this != &other) {
        close();
        mFile = std::exchange(other.mFile, -1);
    }
    return *this;
}

File::~File() {
    close();
}

void File::close() {
    if (mFile >= 0)
        ::close(mFile);
    mFile = -1;
}

qint64 File::readAt(qint64 offset, char* to, qint64 size) const {
    return ::pread(mFile, to, static_cast<std::size_t>(size), offset);
}

bool File::replaceContent(const QByteArray& bytes) const {
    return ::ftruncate(mFile, 0) == 0 &&
           ::pwrite(mFile, bytes.constData(), static_cast<std::size_t>(bytes.size()), 0) == bytes.size();
}

bool File::append(const QByteArray& bytes) const {
    const off_t start = ::lseek(mFile, 0, SEEK_CUR);
    if (writeAll(mFile, bytes.constData(), bytes.size()))
        return true;
    const int reason = errno;
    (void)(::ftruncate(mFile, start) == 0 && ::lseek(mFile, start, SEEK_SET) == start);
    errno = reason;
    return false;
}

bool File::copyTo(const File& target) const {
    struct stat info {};
    if (::fstat(mFile, &info) == 0)
        (void)::fchmod(target.mFile, (info.st_mode & 0777) | 0600); // as the source, but ours to write
    if (::ioctl(target.mFile, FICLONE, mFile) != 0 && !copyBytes(mFile, target.mFile))
        return false;
    (void)::sync_file_range(target.mFile, 0, 0, SYNC_FILE_RANGE_WRITE); // an offer to the kernel; sync is the promise
    return true;
}

bool File::sync() const {
    return ::fsync(mFile) == 0;
}

bool File::syncContent() const {
    return ::fdatasync(mFile) == 0;
}

bool File::setLock(Lock lock, qint64 start, qint64 length) const {
    struct flock wanted = lockOf(typeOf(lock), start, length);
    return ::fcntl(mFile, F_OFD_SETLK, &wanted) == 0;
}

bool File::isLockedByOthers() const {
    struct flock lock = lockOf(F_WRLCK, 0, 0);
    return ::fcntl(mFile, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

std::optional<FileState> File::state() const {
    struct stat info {};
    if (::fstat(mFile, &info) != 0)
        return std::nullopt;
    return FileState{info.st_dev, info.st_ino, info.st_size,
                     qint64(info.st_mtim.tv_sec) * 1000000000 + info.st_mtim.tv_nsec};
}

bool File::isStillAt(const QString& path) const {
    struct stat mine {
    }, there{};
    return ::fstat(mFile, &mine) == 0 && ::stat(QFile::encodeName(path).constData(), &there) == 0 &&
           mine.st_ino == there.st_ino && mine.st_dev == there.st_dev;
}

bool renameOver(const QString& from, const QString& to) {
    return ::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
}

bool removeFile(const QString& path) noexcept {
    return ::unlink(QFile::encodeName(path).constData()) == 0;
}

bool mayWrite(const QString& path, bool folder) {
    return ::access(QFile::encodeName(path).constData(), folder ? W_OK | X_OK : W_OK) == 0;
}

std::optional<qint64> freeBytes(const QString& folder) {
    struct statvfs info {};
    if (::statvfs(QFile::encodeName(folder).constData(), &info) != 0)
        return std::nullopt;
    return static_cast<qint64>(info.f_bavail) * static_cast<qint64>(info.f_frsize);
}

QString userName() {
    const struct passwd* entry = ::getpwuid(::getuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString::number(::getuid());
}

bool environmentIsUtf8() {
    std::setlocale(LC_ALL, "");
    return QByteArray(::nl_langinfo(CODESET)) == "UTF-8";
}

double sinceProcessStartMs() {
    QFile stat(QStringLiteral("/proc/self/stat"));
    if (!stat.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray line = stat.readAll();
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' '); // a program's name may hold blanks
    timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    const double startSeconds = fields.value(19).toDouble() / static_cast<double>(::sysconf(_SC_CLK_TCK));
    return (static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9 - startSeconds) * 1000;
}

void endWithParent() {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
}

void limitAddressSpace(quint64 bytes) {
    limit(RLIMIT_AS, bytes);
}

void limitProcessorTime(quint64 seconds) {
    limit(RLIMIT_CPU, seconds);
}

void limitData(quint64 bytes) {
    limit(RLIMIT_DATA, bytes);
}

void limitTime(unsigned seconds) {
    ::alarm(seconds);
}

// The kernel kills where the limit that warns and the limit that ends are one.
bool isTimeLimit(int signal) {
    return signal == SIGXCPU || signal == SIGALRM || signal == SIGKILL;
}

void forbidCoreDump() {
    limit(RLIMIT_CORE, 0);
}

PointLocale::PointLocale()
    : mPoint(::newlocale(LC_NUMERIC_MASK, "C", nullptr))
    , mBefore(::uselocale(static_cast<locale_t>(mPoint))) {}

PointLocale::~PointLocale() {
    ::uselocale(static_cast<locale_t>(mBefore));
    ::freelocale(static_cast<locale_t>(mPoint));
}

} // namespace corridor::posix
