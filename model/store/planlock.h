// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "model/base/posix.h"

#include <QString>

#include <optional>

namespace corridor {

/// Who has a plan open for editing.
struct LockHolder {
    QString user, host;
    qint64 pid = 0;
    QDateTime sinceUtc;

    friend bool operator==(const LockHolder&, const LockHolder&) = default;
};

/// The lock file beside a plan ("plan.gpkg" → ".plan.gpkg.lock"): says who edits it, and dies with its process. A lock
/// of this machine whose process is gone is stale and taken over silently; one of another machine counts as live,
/// because nobody can tell from here.
class PlanLock {
public:
    PlanLock() = default;
    PlanLock(PlanLock&& other) noexcept;
    PlanLock& operator=(PlanLock&& other) noexcept;
    ~PlanLock();

    /// Tries to take the lock. `takeOver` replaces a live lock of *another* machine (never one of this machine). The
    /// result holds the lock, or says who does (`holder()`), or neither: nothing can be written beside the plan
    /// (read-only medium), and nothing was.
    static PlanLock acquire(const QString& planPath, const Clock& clock, bool takeOver = false);
    /// Who holds the lock now; nothing when it is free or stale. Changes nothing.
    static std::optional<LockHolder> holderOf(const QString& planPath);
    static QString lockPath(const QString& planPath);

    bool isHeld() const { return mFile.isOpen(); }
    const std::optional<LockHolder>& holder() const { return mHolder; }
    void release();

private:
    posix::File mFile;
    QString mPath;
    std::optional<LockHolder> mHolder;
};

} // namespace corridor
