// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/planwriter.h"
#include "model/store/resultstore.h"
#include "model/store/sourcefile.h"

namespace corridor {

/// One Save, from the first question to the rename: all work happens on ".plan.gpkg.saving" beside the target, which is
/// deleted if anything fails before the rename. The target is locked against writers from the first check to the end.
class SaveJob {
public:
    SaveJob(QString target, FileOps& files, const Clock& clock);
    ~SaveJob();
    SaveJob(const SaveJob&) = delete;
    SaveJob& operator=(const SaveJob&) = delete;

    /// Refuses with a sentence when journals with content lie beside the target or another program is at work in it.
    /// For a target that does not exist there is nothing to refuse.
    void guardTarget();
    /// Refuses when the disk has not room for a copy of `sourceBytes` and the change.
    void checkSpace(qint64 sourceBytes, const ChangeSet& step);

    /// The copy to work on: of a plan file (nobody writes to it meanwhile), …
    void startFromCopy(const QString& source);
    /// … or empty, with all tables.
    void startEmpty(const QString& planId);
    /// Reads the copy again: when it is not known to be what was opened.
    PlanState readCopy();

    /// Plan: rows, bookkeeping, lineage. Returns the id of the save.
    QString writePlan(const PlanState& from, const Plan& plan, const ChangeSet& step);
    std::vector<Run> writeResults(const std::vector<Run>& stored, const std::vector<Run>& runs, OtherRuns others);

    /// Checks the copy, commits, syncs, renames, syncs the folder.
    void commit();
    /// Whether the target is the new file by now: true even when commit() failed after the rename.
    bool isInPlace() const { return mInPlace; }
    const FileFingerprint& fingerprint() const { return mFingerprint; }

private:
    void openCopy(Database::Mode mode);
    void begin();
    void checkCopy();

    QString mTarget, mCopy;
    FileOps& mFiles;
    QString mUtc;
    std::unique_ptr<FileOps::Guard> mGuard;
    std::unique_ptr<Database> mDatabase;
    std::set<QByteArray> mTouched; // tables this job wrote
    bool mCheckAll = false;
    bool mInPlace = false;
    FileFingerprint mFingerprint;
};

/// The new copy is not sound: what it was copied from was not, or this program has a fault.
class FailedCheckError : public Error {
public:
    using Error::Error;
};

/// The difference that makes a plan out of an empty file.
ChangeSet fullStep(const Plan& plan);

} // namespace corridor
