// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <exception>
#include <memory>
#include <optional>

namespace corridor {

/// What of a file tells whether someone else wrote to it: identity, size, times, and SQLite's own change counter.
struct FileFingerprint {
    quint64 device = 0, inode = 0;
    qint64 size = -1;          ///< bytes; −1 = there is no file
    qint64 modifiedNs = 0;     ///< since the epoch
    quint32 changeCounter = 0; ///< bytes 24…27 of an SQLite header
    friend bool operator==(const FileFingerprint&, const FileFingerprint&) = default;
};

/// The system refused an operation on a file. Stays inside the store room: PlanFile turns it into an Error that names
/// the plan.
class FileFailure : public std::exception {
public:
    FileFailure(int code, QString path);
    int code() const { return mCode; } ///< errno
    const QString& path() const { return mPath; }
    const char* what() const noexcept override { return mText.constData(); }

private:
    int mCode;
    QString mPath;
    QByteArray mText;
};

/// Every operation on files that Save does outside SQLite, so that a test can let each of them fail once. What fails
/// throws FileFailure; the default implementation is POSIX.
class FileOps {
public:
    /// Keeps other programs from writing the file (SQLite's own lock bytes) for as long as it lives.
    class Guard {
    public:
        virtual ~Guard() = default;
    };

    virtual ~FileOps() = default;
    static FileOps& system();

    virtual FileFingerprint fingerprint(const QString& path);
    /// Proves that no other SQLite connection is at work in the file by taking its exclusive lock, then keeps the
    /// shared one: others may read, nobody may write. Waits at most `waitMs`; null when the lock cannot be had.
    virtual std::unique_ptr<Guard> lockAgainstWriters(const QString& path, int waitMs);
    /// SQLite's shared lock: nobody may write. Null when it cannot be had within `waitMs`.
    virtual std::unique_ptr<Guard> lockShared(const QString& path, int waitMs);
    /// Copies a file over `to` (reflink where the file system can) and starts writing it to disk without waiting.
    virtual void copy(const QString& from, const QString& to);
    virtual void syncFile(const QString& path);
    virtual void rename(const QString& from, const QString& to);
    virtual void syncFolder(const QString& folder);
    /// Bytes free for this user on the file system of `folder`; nothing when that cannot be known.
    virtual std::optional<qint64> freeSpace(const QString& folder);
    /// Whether a file can be written, or files can be made in a folder (permission and medium).
    virtual bool isWritable(const QString& path);
    /// Deletes a file of ours; a missing one is no error. Never throws.
    virtual void removeQuietly(const QString& path) noexcept;
    /// The SQLite VFS for the copy that Save works on; null = SQLite's default.
    virtual const char* sqliteVfs() const { return nullptr; }
};

} // namespace corridor
