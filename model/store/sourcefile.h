// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/database.h"
#include "model/store/fileops.h"
#include "model/store/planstate.h"

#include <QTemporaryDir>

namespace corridor {

/// Journals of other programs that hold changes the plan file itself lacks: "plan.gpkg-wal", "plan.gpkg-journal". Empty
/// ones, and a journal whose header was zeroed, hold nothing.
QStringList sideFilesWithContent(const QString& path);

/// A plan as read from disk without writing anything beside it, and the state of the file it was read from.
struct SourceFile {
    PlanState state;
    FileFingerprint fingerprint;

    /// Takes the way to read that the header and the side files ask for: plain with SQLite's shared lock; immutable for
    /// a WAL header without side files; a private copy, with the journals applied there, when there are some.
    static SourceFile read(const QString& path, FileOps& files);
};

/// Copies a plan with what its side files hold into one file, in a state that no writer is in the middle of. Throws an
/// Error when another program keeps writing.
void copyConsistently(const QString& from, const QString& to, FileOps& files);

[[noreturn]] void rethrowAsError(const SqliteFailure& failure, const QString& path, bool writing);
[[noreturn]] void rethrowAsError(const FileFailure& failure, const QString& path, bool writing);

/// Runs `work`; what SQLite or the system refuses becomes an Error that names `path`. `writing` tells which sentence
/// fits.
template <class Work>
auto withSentence(const QString& path, bool writing, Work work) {
    try {
        return work();
    } catch (const SqliteFailure& failure) {
        rethrowAsError(failure, path, writing);
    } catch (const FileFailure& failure) {
        rethrowAsError(failure, path, writing);
    }
}

} // namespace corridor
