// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "model/base/message.h"
#include "model/plan/plan.h"

#include <QString>

#include <memory>
#include <vector>

namespace corridor {

/// A log left behind by a process that is gone.
struct PendingRecovery {
    QString logPath;
    QString planPath; ///< empty for an untitled plan
    QByteArray
        baseHash; ///< contentHash of the plan the log starts from; empty when the process died before it was known
    QDateTime startedUtc, lastUtc; ///< of the log, of its last whole record
    int steps = 0;                 ///< whole change sets in it
    bool torn = false;             ///< the end was cut off and is ignored
};

/// What replaying a log gives.
struct RecoveredPlan {
    Plan plan;
    int applied = 0; ///< change sets
    bool baseMatches =
        true; ///< false: the plan the log was replayed on is not the one it started from; compare with care
};

/// The side log of one open plan, outside the plan file: every committed edit is in it within a second, whatever
/// happens to the process. Own thread; append() costs a queue entry. Not a Save: nothing in the plan file changes. The
/// file of a living process is locked, so that pending() lists those of dead ones only.
class RecoveryLog {
public:
    struct Options {
        QString folder; ///< empty = AppLocalData/recovery
        Clock clock = systemClock();
        int syncMs = 1000; ///< at most this long between two fsyncs while there is something to sync
    };

    RecoveryLog();
    explicit RecoveryLog(const Options& options);
    /// Writes and syncs what is queued, then closes. The log stays unless discard() was called.
    ~RecoveryLog();
    RecoveryLog(const RecoveryLog&) = delete;
    RecoveryLog& operator=(const RecoveryLog&) = delete;

    /// Starts afresh from `base` (after open, new, and each Save): earlier records are gone. `planPath` empty =
    /// untitled: then the log holds the base itself too.
    void begin(const Plan& base, const QString& planPath);
    /// One committed step (also those of undo and redo).
    void append(const ChangeSet& step);
    /// Blocks until all is written and synced. False when the disk refused; `lastError()` says why.
    bool flush();
    /// The plan was closed in order: the log is deleted.
    void discard();
    /// Empty while all is well; else the sentence to show (once): edits are not being logged.
    Message lastError() const;

    static QString defaultFolder();
    /// Logs of dead processes with at least one change set, newest first. Those that hold none are removed: there is
    /// nothing in them to bring back.
    static std::vector<PendingRecovery> pending(const QString& folder = {});
    /// Applies a log to the plan it started from (ignored for an untitled plan, whose log holds its own base). Torn
    /// ends are left out.
    static RecoveredPlan replay(const PendingRecovery& log, const Plan& base);
    /// The user chose not to recover, or has: the log goes.
    static void remove(const PendingRecovery& log);

private:
    class Writer;
    std::unique_ptr<Writer> mWriter;
};

} // namespace corridor
