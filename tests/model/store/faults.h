// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/fileops.h"

#include <QFile>

#include <sqlite3.h>

#include <cerrno>

// One operation of a Save fails, whichever the test asks for: those of SQLite through a VFS around the system's, the
// others through FileOps.

namespace corridor {

struct Fault {
    static inline int failAt = 0; ///< the operation that fails, counted from 1; 0 = none
    static inline int count = 0;
    static inline bool full = false; ///< fail as a full disk does
    static inline QByteArray last;   ///< what failed

    static void disarm() { failAt = 0; }
    static void arm(int operation, bool asFull = false) {
        failAt = operation;
        count = 0;
        full = asFull;
        last.clear();
    }
    static bool strikes(const char* operation) {
        if (++count != failAt)
            return false;
        last = operation;
        return true;
    }
};

/// The VFS "corridor-faults".
class FaultVfs {
public:
    static const char* name() {
        static const bool registered = install();
        return registered ? "corridor-faults" : nullptr;
    }

private:
    struct File {
        sqlite3_file base;
        sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
    };
    static sqlite3_vfs* system() { return sqlite3_vfs_find(nullptr); }
    static File* of(sqlite3_file* file) { return reinterpret_cast<File*>(file); }
    static sqlite3_file* real(sqlite3_file* file) { return of(file)->real(); }

    static int close(sqlite3_file* f) { return real(f)->pMethods->xClose(real(f)); }
    static int read(sqlite3_file* f, void* to, int n, sqlite3_int64 at) {
        return real(f)->pMethods->xRead(real(f), to, n, at);
    }
    static int write(sqlite3_file* f, const void* from, int n, sqlite3_int64 at) {
        if (Fault::strikes("write"))
            return Fault::full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
        return real(f)->pMethods->xWrite(real(f), from, n, at);
    }
    static int truncate(sqlite3_file* f, sqlite3_int64 size) {
        return Fault::strikes("truncate") ? SQLITE_IOERR_TRUNCATE : real(f)->pMethods->xTruncate(real(f), size);
    }
    static int sync(sqlite3_file* f, int flags) {
        return Fault::strikes("sync") ? SQLITE_IOERR_FSYNC : real(f)->pMethods->xSync(real(f), flags);
    }
    static int fileSize(sqlite3_file* f, sqlite3_int64* size) { return real(f)->pMethods->xFileSize(real(f), size); }
    static int lock(sqlite3_file* f, int level) { return real(f)->pMethods->xLock(real(f), level); }
    static int unlock(sqlite3_file* f, int level) { return real(f)->pMethods->xUnlock(real(f), level); }
    static int checkReserved(sqlite3_file* f, int* out) { return real(f)->pMethods->xCheckReservedLock(real(f), out); }
    static int control(sqlite3_file* f, int op, void* arg) { return real(f)->pMethods->xFileControl(real(f), op, arg); }
    static int sectorSize(sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); }
    static int characteristics(sqlite3_file* f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); }

    static int open(sqlite3_vfs*, const char* path, sqlite3_file* file, int flags, int* outFlags) {
        static const sqlite3_io_methods methods = {
            1,       close,         read,    write,      truncate,        sync,    fileSize, lock,
            unlock,  checkReserved, control, sectorSize, characteristics, nullptr, nullptr,  nullptr,
            nullptr, nullptr,       nullptr};
        of(file)->base.pMethods = nullptr;
        if (Fault::strikes("open"))
            return SQLITE_CANTOPEN;
        const int code = system()->xOpen(system(), path, real(file), flags, outFlags);
        if (code == SQLITE_OK || real(file)->pMethods)
            of(file)->base.pMethods = &methods;
        return code;
    }
    static int remove(sqlite3_vfs*, const char* path, int syncFolder) {
        return system()->xDelete(system(), path, syncFolder);
    }

    static bool install() {
        static sqlite3_vfs vfs = *system();
        vfs.zName = "corridor-faults";
        vfs.szOsFile = static_cast<int>(sizeof(File)) + system()->szOsFile;
        vfs.pNext = nullptr;
        vfs.xOpen = open;
        vfs.xDelete = remove;
        return sqlite3_vfs_register(&vfs, 0) == SQLITE_OK;
    }
};

/// The file operations around SQLite, one of which fails.
class FaultyFiles : public FileOps {
public:
    std::unique_ptr<Guard> lockAgainstWriters(const QString& path, int waitMs) override {
        strike("lock", path);
        return FileOps::lockAgainstWriters(path, waitMs);
    }
    void copy(const QString& from, const QString& to) override {
        if (Fault::strikes("copy")) { // half a copy
            QFile half(to);
            if (half.open(QIODevice::WriteOnly))
                half.write("SQLite format 3");
            fail(to);
        }
        FileOps::copy(from, to);
    }
    void syncFile(const QString& path) override {
        strike("syncFile", path);
        FileOps::syncFile(path);
    }
    void rename(const QString& from, const QString& to) override {
        strike("rename", to);
        FileOps::rename(from, to);
    }
    void syncFolder(const QString& folder) override {
        strike("syncFolder", folder);
        FileOps::syncFolder(folder);
    }
    const char* sqliteVfs() const override { return FaultVfs::name(); }

private:
    [[noreturn]] static void fail(const QString& path) { throw FileFailure(Fault::full ? ENOSPC : EIO, path); }
    static void strike(const char* operation, const QString& path) {
        if (Fault::strikes(operation))
            fail(path);
    }
};

} // namespace corridor
