// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/sourcefile.h"

#include "model/store/ddl.h"
#include "model/store/migrations.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>

#include <sqlite3.h>

#include <array>
#include <cerrno>

namespace corridor {

namespace {

constexpr int kLockWaitMs = 2000;
constexpr int kCopyAttempts = 4;
constexpr int kCopyPauseMs = 60;

QByteArray readHeader(const QString& path) {
    QFile file(path);
    if (!QFileInfo(path).exists())
        throw Error(Blame::Environment, message(CORRIDOR_MSG("“%1” does not exist; choose another plan."), path));
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly))
        throw Error(Blame::Environment,
                    message(CORRIDOR_MSG("“%1” cannot be read; check that it is a file you may open."), path));
    const QByteArray header = file.read(100);
    if (header.isEmpty())
        throw Error(Blame::FileContent, message(CORRIDOR_MSG("“%1” is empty; open a backup of it."), path));
    if (header.size() < 100 || !header.startsWith(QByteArray("SQLite format 3\0", 16)))
        throw Error(Blame::FileContent,
                    message(CORRIDOR_MSG("“%1” is no plan of Corridor Planner; choose a plan file (.gpkg)."), path));
    return header;
}

bool hasWalHeader(const QByteArray& header) {
    return header[18] == 2 || header[19] == 2;
}

PlanState readCurrent(Database& database, const QString& shownPath) {
    database.exec("BEGIN"); // one state, however long reading takes
    const int version = checkFormat(database, shownPath);
    if (version == kFormatVersion)
        return readState(database);
    Database memory = database.copyToMemory();
    migrate(memory, version, kFormatVersion, allMigrations());
    PlanState state = readState(memory);
    state.report.formatVersion = version;
    return state;
}

PlanState readPrivateCopy(const QString& path, FileOps& files) {
    const QTemporaryDir folder;
    if (!folder.isValid())
        throw Error(Blame::Environment, message(CORRIDOR_MSG("“%1” must be copied to be read, but the folder for "
                                                             "temporary files cannot be written; free some space."),
                                                path));
    const QString copy = folder.filePath(QStringLiteral("plan.gpkg"));
    copyConsistently(path, copy, files);
    Database database(copy, Database::Mode::ReadWrite);
    PlanState state = readCurrent(database, path);
    state.report.notes.push_back({OpenNote::What::Recovered,
                                  Kind::Scenario,
                                  {},
                                  message(CORRIDOR_MSG("Another program has unfinished changes beside “%1”; they were "
                                                       "read along, and Save waits until that program is closed."),
                                          path)});
    return state;
}

std::optional<PlanState> readInPlace(const QString& path, FileOps& files, const FileFingerprint& before,
                                     bool immutable) {
    try {
        Database database(path, immutable ? Database::Mode::Immutable : Database::Mode::ReadOnly);
        PlanState state = readCurrent(database, path);
        // Nothing kept a writer away from an immutable read: look whether one came.
        const bool quiet = !immutable || (files.fingerprint(path) == before && sideFilesWithContent(path).isEmpty());
        return quiet ? std::optional<PlanState>(std::move(state)) : std::nullopt;
    } catch (const SqliteFailure& failure) {
        const bool journalAppeared = failure.code() == SQLITE_READONLY_ROLLBACK ||
                                     failure.code() == SQLITE_READONLY_RECOVERY ||
                                     failure.code() == SQLITE_READONLY_CANTINIT || failure.code() == SQLITE_CANTOPEN;
        if (!journalAppeared || sideFilesWithContent(path).isEmpty())
            throw;
        return std::nullopt;
    }
}

} // namespace

QStringList sideFilesWithContent(const QString& path) {
    QStringList out;
    const QString wal = path + QStringLiteral("-wal"), journal = path + QStringLiteral("-journal");
    if (QFileInfo(wal).size() > 0)
        out += wal;
    QFile file(journal);
    char first = 1;
    if (QFileInfo(journal).size() > 0 && (!file.open(QIODevice::ReadOnly) || file.read(&first, 1) != 1 || first != 0))
        out += journal;
    return out;
}

SourceFile SourceFile::read(const QString& path, FileOps& files) {
    return withSentence(path, false, [&] {
        const bool wal = hasWalHeader(readHeader(path));
        SourceFile out;
        out.fingerprint = files.fingerprint(path);
        if (sideFilesWithContent(path).isEmpty())
            if (auto state = readInPlace(path, files, out.fingerprint, wal)) {
                out.state = std::move(*state);
                return out;
            }
        out.state = readPrivateCopy(path, files);
        return out;
    });
}

void copyConsistently(const QString& from, const QString& to, FileOps& files) {
    const QStringList suffixes{QString(), QStringLiteral("-wal"), QStringLiteral("-journal")};
    const auto prints = [&] {
        std::array<FileFingerprint, 3> out;
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] = files.fingerprint(from + suffixes[static_cast<qsizetype>(i)]);
        return out;
    };
    for (int attempt = 0; attempt < kCopyAttempts; ++attempt) {
        const auto guard =
            files.lockShared(from, kLockWaitMs); // keeps writers of a rollback journal out; WAL ones show in the prints
        const auto before = prints();
        for (const QString& suffix : suffixes) {
            files.removeQuietly(to + suffix);
            if (QFileInfo::exists(from + suffix) &&
                (suffix.isEmpty() || sideFilesWithContent(from).contains(from + suffix)))
                files.copy(from + suffix, to + suffix);
        }
        if (guard && prints() == before) {
            Database merged(to, Database::Mode::ReadWrite, files.sqliteVfs());
            merged.exec("PRAGMA journal_mode=DELETE"); // rolls back or checkpoints what lies beside the copy
            merged.exec("SELECT count(*) FROM sqlite_master");
            return;
        }
        QThread::msleep(kCopyPauseMs);
    }
    throw Error(Blame::Environment,
                message(CORRIDOR_MSG("“%1” is being written by another program; try again in a moment."), from));
}

namespace {

[[noreturn]] void throwNoRoom(const QString& path, const QString& detail) {
    throw Error(
        Blame::Environment,
        message(CORRIDOR_MSG(
                    "There is no room to save “%1”; free some space or choose another disk. The file is as it was."),
                path),
        detail);
}

[[noreturn]] void throwDiskRefused(const QString& path, bool writing, const QString& detail) {
    throw Error(
        Blame::Environment,
        writing
            ? message(CORRIDOR_MSG("“%1” could not be saved because the disk refused; check it or save under another "
                                   "name. The file is as it was."),
                      path)
            : message(CORRIDOR_MSG("“%1” cannot be read because the disk refused; check it or open a backup."), path),
        detail);
}

} // namespace

void rethrowAsError(const FileFailure& failure, const QString& path, bool writing) {
    const QString detail = QString::fromUtf8(failure.what());
    if (writing && (failure.code() == ENOSPC || failure.code() == EDQUOT))
        throwNoRoom(path, detail);
    const bool denied = failure.code() == EACCES || failure.code() == EPERM || failure.code() == EROFS;
    if (denied)
        throw Error(
            Blame::Environment,
            writing
                ? message(CORRIDOR_MSG("“%1” may not be written by you where it is; save under another name."), path)
                : message(CORRIDOR_MSG("“%1” cannot be read; check that it is a file you may open."), path),
            detail);
    throwDiskRefused(path, writing, detail);
}

void rethrowAsError(const SqliteFailure& failure, const QString& path, bool writing) {
    const QString detail = QStringLiteral("SQLite %1: %2").arg(failure.code()).arg(QString::fromUtf8(failure.what()));
    switch (failure.primaryCode()) {
    case SQLITE_FULL:
        throwNoRoom(path, detail);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        throw Error(Blame::Environment,
                    message(CORRIDOR_MSG("“%1” is being written by another program; try again in a moment."), path),
                    detail);
    case SQLITE_NOMEM:
        throw Error(Blame::Environment,
                    message(CORRIDOR_MSG("There is not enough memory for “%1”; close other programs."), path), detail);
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
        throwDiskRefused(path, writing, detail);
    default:
        break;
    }
    if (writing && failure.primaryCode() != SQLITE_CORRUPT && failure.primaryCode() != SQLITE_NOTADB)
        throw Error(Blame::Bug,
                    message(CORRIDOR_MSG("“%1” could not be saved because of a fault of this program; save under "
                                         "another name and report it. The file is as it was."),
                            path),
                    detail);
    throw Error(
        Blame::FileContent,
        message(CORRIDOR_MSG("“%1” is damaged or was altered so that it is no plan any more; open a backup of it."),
                path),
        detail);
}

} // namespace corridor
