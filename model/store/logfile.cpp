// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/logfile.h"

#include <QFile>
#include <QtEndian>

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace corridor {

namespace {

constexpr QByteArrayView kMagic = "CORRIDOR-LOG-1\n";
constexpr qsizetype kHeadBytes = 8;   // length, checksum
constexpr qsizetype kPrefixBytes = 9; // type, time: under the checksum

// CRC-32 as in ISO 3309 (polynomial 0xEDB88320 reflected).
quint32 crc32(QByteArrayView bytes) {
    static const auto table = [] {
        std::array<quint32, 256> out{};
        for (quint32 i = 0; i < 256; ++i) {
            quint32 value = i;
            for (int bit = 0; bit < 8; ++bit)
                value = (value & 1) ? 0xEDB88320u ^ (value >> 1) : value >> 1;
            out[i] = value;
        }
        return out;
    }();
    quint32 crc = 0xFFFFFFFFu;
    for (const char byte : bytes)
        crc = table[(crc ^ static_cast<quint8>(byte)) & 0xFF] ^ (crc >> 8);
    return ~crc;
}

struct flock wholeFile() {
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    return lock;
}

} // namespace

QByteArray encodeRecord(const LogRecord& record) {
    QByteArray body(kPrefixBytes, Qt::Uninitialized);
    body[0] = static_cast<char>(record.type);
    qToLittleEndian(record.utcMs, body.data() + 1);
    body += record.payload;
    QByteArray out(kHeadBytes, Qt::Uninitialized);
    qToLittleEndian(static_cast<quint32>(body.size()), out.data());
    qToLittleEndian(crc32(body), out.data() + 4);
    return out + body;
}

std::optional<LogContent> readLog(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray bytes = file.readAll();
    if (!bytes.startsWith(kMagic))
        return std::nullopt;
    LogContent out;
    qsizetype at = kMagic.size();
    while (at + kHeadBytes <= bytes.size()) {
        const qsizetype size = qFromLittleEndian<quint32>(bytes.constData() + at);
        const quint32 crc = qFromLittleEndian<quint32>(bytes.constData() + at + 4);
        const QByteArrayView body =
            QByteArrayView(bytes).sliced(at + kHeadBytes, qMin(size, bytes.size() - at - kHeadBytes));
        if (size < kPrefixBytes || body.size() < size || crc32(body) != crc)
            break;
        out.records.push_back({static_cast<LogRecord::Type>(body[0]), qFromLittleEndian<qint64>(body.data() + 1),
                               body.sliced(kPrefixBytes).toByteArray()});
        at += kHeadBytes + size;
    }
    out.torn = at < bytes.size();
    return out;
}

LogFile LogFile::create(const QString& path) {
    LogFile out;
    out.mFile = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    out.mPath = path;
    struct flock lock = wholeFile();
    if (out.mFile >= 0 && ::fcntl(out.mFile, F_OFD_SETLK, &lock) == 0)
        out.write(kMagic.toByteArray());
    return out;
}

bool LogFile::isInUse(const QString& path) {
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    struct flock lock = wholeFile();
    const bool used = file >= 0 && ::fcntl(file, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
    if (file >= 0)
        ::close(file);
    return used;
}

LogFile::LogFile(LogFile&& other) noexcept
    : mFile(std::exchange(other.mFile, -1))
    , mPath(std::move(other.mPath)) {}

LogFile& LogFile::operator=(LogFile&& other) noexcept {
    if (this != &other) {
        close();
        mFile = std::exchange(other.mFile, -1);
        mPath = std::move(other.mPath);
    }
    return *this;
}

LogFile::~LogFile() {
    close();
}

void LogFile::close() {
    if (mFile >= 0)
        ::close(mFile);
    mFile = -1;
}

bool LogFile::write(const QByteArray& bytes) {
    const off_t start = ::lseek(mFile, 0, SEEK_CUR);
    for (qsizetype done = 0; done < bytes.size();) {
        const ssize_t put = ::write(mFile, bytes.constData() + done, static_cast<std::size_t>(bytes.size() - done));
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0) { // half a record would hide all that follow
            (void)(::ftruncate(mFile, start) == 0 && ::lseek(mFile, start, SEEK_SET) == start);
            return false;
        }
        done += put;
    }
    return true;
}

bool LogFile::sync() {
    return mFile >= 0 && ::fdatasync(mFile) == 0;
}

void LogFile::remove() {
    if (mFile < 0)
        return;
    ::unlink(QFile::encodeName(mPath).constData());
    close();
}

} // namespace corridor
