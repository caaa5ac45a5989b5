// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/logfile.h"

#include <QFile>
#include <QtEndian>

#include <array>

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
    out.mFile = posix::File(path, posix::File::Mode::CreateNew);
    out.mPath = path;
    if (out.mFile.isOpen() && out.mFile.setLock(posix::File::Lock::Exclusive))
        out.write(kMagic.toByteArray());
    return out;
}

bool LogFile::isInUse(const QString& path) {
    const posix::File file(path, posix::File::Mode::Read);
    return file.isOpen() && file.isLockedByOthers();
}

bool LogFile::write(const QByteArray& bytes) {
    return mFile.append(bytes); // half a record would hide all that follow
}

bool LogFile::sync() {
    return mFile.isOpen() && mFile.syncContent();
}

void LogFile::remove() {
    if (!mFile.isOpen())
        return;
    posix::removeFile(mPath);
    mFile.close();
}

} // namespace corridor
