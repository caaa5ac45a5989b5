// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/posix.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace corridor {

/// One record of a recovery log: a kind, the time it was made, and what it says.
struct LogRecord {
    enum class Type : quint8 {
        Header = 'H', ///< CBOR map: plan path, start
        Hash = 'B',   ///< content hash of the base
        Base = 'P',   ///< the step from an empty plan to the base; untitled plans only
        Step = 'C'    ///< one change set
    };
    Type type = Type::Step;
    qint64 utcMs = 0; ///< since the epoch
    QByteArray payload;
};

/// The bytes of a record: length, CRC-32, type, time, payload.
QByteArray encodeRecord(const LogRecord& record);

/// All whole records of a log, and whether something cut off or damaged follows them. Nothing when the file is no log.
struct LogContent {
    std::vector<LogRecord> records;
    bool torn = false;
};
std::optional<LogContent> readLog(const QString& path);

/// Opens a log file; while it is open the file is locked, so that others see that its process lives.
class LogFile {
public:
    /// Creates a file; not open when the folder refuses.
    static LogFile create(const QString& path);
    /// Whether a living process has the log open.
    static bool isInUse(const QString& path);

    bool isOpen() const { return mFile.isOpen(); }
    const QString& path() const { return mPath; }
    /// All or nothing.
    bool write(const QByteArray& bytes);
    bool sync();
    void remove();

private:
    posix::File mFile;
    QString mPath;
};

} // namespace corridor
