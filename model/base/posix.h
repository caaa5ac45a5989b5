// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

/// What the program asks of the operating system below Qt, all of it: POSIX with the extensions of Linux. For another
/// system this header keeps its words and posix.cpp is written anew; tests/structure fails when another source includes
/// a header of POSIX. Nothing here throws: what fails says so and leaves the reason in `errno`.
namespace corridor::posix {

/// Which file it is and how it stands.
struct FileState {
    quint64 device = 0, inode = 0;
    qint64 size = 0;       ///< bytes
    qint64 modifiedNs = 0; ///< since the epoch
};

/// An open file that closes itself, and is not handed on to programs that are started.
class File {
public:
    enum class Mode {
        Read,
        ReadWrite,
        ReadWriteOrCreate, ///< made for everyone, as the umask allows
        CreateNew,         ///< to read and write, for its owner alone; fails when there is one
        Overwrite,         ///< to read and write, emptied or made
        Folder             ///< to sync it
    };
    enum class Lock { None, Shared, Exclusive };

    File() = default;
    File(const QString& path, Mode mode);
    File(File&& other) noexcept;
    File& operator=(File&& other) noexcept;
    ~File();

    bool isOpen() const { return mFile >= 0; }
    void close();

    /// Bytes read from `offset` on, fewer at the end of the file; −1 = failed.
    qint64 readAt(qint64 offset, char* to, qint64 size) const;
    /// The whole content anew. Not safe against a crash.
    bool replaceContent(const QByteArray& bytes) const;
    /// Adds at the position of writing, all or nothing: half of it is cut off again.
    bool append(const QByteArray& bytes) const;
    /// Makes `target` a copy of this file with its permissions, but writable for its owner: sharing blocks where the
    /// file system can, and starts to write them out.
    bool copyTo(const File& target) const;
    /// Waits until content and state, or the content alone, are on the disk.
    bool sync() const;
    bool syncContent() const;

    /// Locks `length` bytes from `start` (0 and 0: the whole file) without waiting; false when another holds them. The
    /// lock belongs to this object: other ones of this process cannot drop it by closing theirs.
    bool setLock(Lock lock, qint64 start = 0, qint64 length = 0) const;
    /// Whether someone else's lock keeps this from being locked exclusively.
    bool isLockedByOthers() const;

    std::optional<FileState> state() const;
    /// Whether this is still the file that `path` names.
    bool isStillAt(const QString& path) const;

private:
    int mFile = -1;
};

/// Renames over what is there, at once for every reader.
bool renameOver(const QString& from, const QString& to);
bool removeFile(const QString& path) noexcept;
/// Whether this user may write the file, or make files in the folder.
bool mayWrite(const QString& path, bool folder);
/// Bytes that this user may still write to the file system of `folder`.
std::optional<qint64> freeBytes(const QString& folder);

/// Login name of the user, or the number where there is none.
QString userName();
/// Whether texts of the environment's locale are UTF-8. Takes the locale over from the environment.
bool environmentIsUtf8();
/// Milliseconds since the kernel started this process (to 10 ms), so that loading of libraries counts; 0 = unknown.
double sinceProcessStartMs();

/// Has this process end with the one that started it.
void endWithParent();
/// Bounds what this process may take from now on; beyond them memory is refused, and time ends it. No core dump either.
void limitAddressSpace(quint64 bytes);
void limitProcessorTime(quint64 seconds);
/// The same for memory that holds this process's own data; what libraries map and share does not count.
void limitData(quint64 bytes);
/// Ends this process after so long, whatever it does.
void limitTime(unsigned seconds);
/// Whether the signal that ended a process (QProcess::exitCode() of a crash) is that of a limit of time.
bool isTimeLimit(int signal);
void forbidCoreDump();

/// While it lives, what C prints on this thread has decimal points, whatever the environment's locale says.
class PointLocale {
public:
    PointLocale();
    ~PointLocale();
    PointLocale(const PointLocale&) = delete;
    PointLocale& operator=(const PointLocale&) = delete;

private:
    void* mPoint;
    void* mBefore;
};

} // namespace corridor::posix
