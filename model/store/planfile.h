// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "model/base/error.h"
#include "model/plan/plan.h"
#include "model/plan/result.h"
#include "model/store/planlock.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace corridor {

class FileOps;

/// Save found that another program or person changed planning rows of the file since it was opened or saved here. The
/// window offers: compare, save under another name, or overwrite (SaveOptions::overwriteForeignChanges).
class ChangedByOthersError : public Error {
public:
    using Error::Error;
};

/// One thing found while opening that the user should know; nothing of it stops the plan from opening, and nothing is
/// written.
struct OpenNote {
    enum class What {
        RowAdded,    ///< by another program since our last Save
        RowChanged,  ///< by another program since our last Save
        RowRemoved,  ///< by another program since our last Save
        DuplicateId, ///< the row with the higher fid got a fresh id
        BadValue, ///< a value of the wrong type or out of range was read as unknown; the cell stays as it is until that
                  ///< field is edited
        Dangling, ///< a reference leads nowhere
        Orphan,   ///< a detail row (member, bandwidth, overlay) whose owner is gone; dropped at the next Save
        Recovered ///< the file lay beside a journal of another program; a private copy was read
    };
    What what;
    Kind kind = Kind::Site;
    EntityId id; ///< null when no object is concerned
    Message text;
};

struct OpenReport {
    std::vector<OpenNote> notes;
    int formatVersion = 0; ///< of the file; older ones were migrated in memory
    QString writtenBy;     ///< program version of the last Save
    int count(OpenNote::What what) const;
};

struct OpenOptions {
    bool readOnly = false;     ///< take no lock; save() refuses
    bool takeOverLock = false; ///< replace a lock of another machine that the user says is dead
    Clock clock = systemClock();
    FileOps* files = nullptr; ///< null = the system's
};

struct SaveOptions {
    bool overwriteForeignChanges = false;
    Clock clock = systemClock();
    FileOps* files = nullptr; ///< null = the system's
    QByteArray planId;        ///< of a new file; empty = random (32 hex digits)
};

/// One plan file: what was read from it, and how to write it again. Writes happen in save(), saveAs(), saveResults()
/// and create() only, each as a whole: copy, one transaction on the copy, check, sync, rename, sync the folder. Between
/// calls the file is not held open; the lock beside it is held until destruction. Not thread-safe; use it from one
/// thread at a time (Plan and Run may come from any).
///
/// Every function that touches the disk throws Error with one sentence that names the file; after it the old file is
/// whole.
class PlanFile {
public:
    /// Reads a plan. Never writes, except the lock beside it. A second opener, a read-only medium or folder gives a
    /// read-only PlanFile.
    static std::unique_ptr<PlanFile> open(const QString& path, const OpenOptions& options = {});
    /// Writes a plan as a new file (over an existing one only when nobody holds its lock) and keeps it open.
    static std::unique_ptr<PlanFile> create(const QString& path, const Plan& plan, const std::vector<Run>& runs,
                                            const SaveOptions& options = {});

    ~PlanFile();
    PlanFile(const PlanFile&) = delete;
    PlanFile& operator=(const PlanFile&) = delete;

    /// The absolute path; of what it points to when a symbolic link was opened.
    const QString& path() const;
    /// The plan as last read or saved.
    const Plan& plan() const;
    /// The stored results as last read or saved.
    const std::vector<Run>& runs() const;
    const OpenReport& report() const;
    bool isReadOnly() const;
    /// Why it is read-only, as one sentence; empty when it is not.
    const Message& readOnlyReason() const;
    /// The other user, when that is why this is read-only.
    const std::optional<LockHolder>& lockHolder() const;
    /// Whether planning rows of the file on disk differ from what was read or saved here. Reads the file when its
    /// fingerprint changed.
    bool changedByOthers(const OpenOptions& options = {}) const;

    /// Saves in place. With no net change of the plan (and nothing of another program's to put right) nothing is
    /// written: same bytes (but a file that is gone is said). Otherwise `runs` are stored, and stored runs that are not
    /// among them become stale and lose their rows. Returns whether the file was written. Throws ChangedByOthersError,
    /// or Error.
    bool save(const Plan& plan, const std::vector<Run>& runs, const SaveOptions& options = {});
    /// Saves under another name, tables of others and lineage included; from now on this is the file. Releases the old
    /// lock.
    void saveAs(const QString& path, const Plan& plan, const std::vector<Run>& runs, const SaveOptions& options = {});
    /// Stores results alone; planning rows, lineage and content hash stay as they are. A run replaces the stored one of
    /// the same engine, scenario and year.
    void saveResults(const std::vector<Run>& runs, const SaveOptions& options = {});

private:
    PlanFile();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace corridor
