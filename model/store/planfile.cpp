// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/planfile.h"

#include "model/store/contenthash.h"
#include "model/store/savejob.h"

#include <QFileInfo>
#include <QUuid>

namespace corridor {

struct PlanFile::Private {
    QString path;
    PlanState state;
    FileFingerprint fingerprint;
    PlanLock lock;
    bool readOnly = false;
    Message readOnlyReason;

    void lockForEditing(const OpenOptions& options, FileOps& files);
    void requireWritable() const;
    /// The state of the file on disk: ours when nobody wrote to it, else read anew. Throws when planning rows differ
    /// from ours.
    PlanState stateOnDisk(FileOps& files, bool acceptForeign) const;
    void finish(SaveJob& job, PlanState saved);
    void writeAs(const QString& target, const Plan& newPlan, const std::vector<Run>& runs, const Clock& clock,
                 FileOps& files, PlanLock& newLock, bool anew);
};

namespace {

FileOps& filesOf(FileOps* files) {
    return files ? *files : FileOps::system();
}

// Behind a link: a rename would put the new file in the place of the link and leave the plan itself as it was.
QString absolute(const QString& path) {
    const QFileInfo info(path);
    return info.isSymLink() && info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
}

/// The state after a save, given what was saved.
PlanState savedState(const PlanState& before, const Plan& plan, std::vector<Run> runs, const QString& saveId) {
    PlanState state;
    state.plan = plan;
    state.runs = std::move(runs);
    state.planId = before.planId;
    state.saveId = saveId;
    state.report.formatVersion = before.report.formatVersion;
    state.report.writtenBy = QStringLiteral(CORRIDOR_VERSION);
    return state;
}

Message heldBySentence(const QString& path, const LockHolder& holder) {
    return message(CORRIDOR_MSG("“%1” is being edited by %2 on %3 since %4; it was opened read-only."), path,
                   holder.user, holder.host,
                   holder.sinceUtc.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")));
}

} // namespace

PlanFile::PlanFile()
    : d(std::make_unique<Private>()) {}
PlanFile::~PlanFile() = default;

void PlanFile::Private::lockForEditing(const OpenOptions& options, FileOps& files) {
    readOnly = true;
    if (options.readOnly) {
        readOnlyReason = message(CORRIDOR_MSG("“%1” was opened read-only."), path);
    } else if (!files.isWritable(QFileInfo(path).absolutePath()) || !files.isWritable(path)) {
        readOnlyReason = message(CORRIDOR_MSG("“%1” cannot be written where it is; it was opened read-only."), path);
    } else {
        lock = PlanLock::acquire(path, options.clock, options.takeOverLock);
        readOnly = !lock.isHeld();
        if (lock.holder())
            readOnlyReason = heldBySentence(path, *lock.holder());
        else if (readOnly)
            readOnlyReason =
                message(CORRIDOR_MSG("“%1” cannot be written where it is; it was opened read-only."), path);
    }
}

void PlanFile::Private::requireWritable() const {
    if (readOnly)
        throw Error(Blame::Usage, message(CORRIDOR_MSG("“%1” is open read-only; save under another name."), path),
                    readOnlyReason.english());
}

PlanState PlanFile::Private::stateOnDisk(FileOps& files, bool acceptForeign) const {
    const FileFingerprint now = files.fingerprint(path);
    if (now == fingerprint && sideFilesWithContent(path).isEmpty())
        return state;
    if (now.size < 0 && !acceptForeign)
        throw ChangedByOthersError(
            Blame::Environment,
            message(CORRIDOR_MSG(
                        "“%1” was moved or deleted since it was opened; save it there again or under another name."),
                    path));
    if (now.size < 0)
        return state;
    PlanState read = SourceFile::read(path, files).state;
    if (!acceptForeign && contentHash(read.plan) != contentHash(state.plan))
        throw ChangedByOthersError(Blame::Environment,
                                   message(CORRIDOR_MSG("“%1” was changed by another program since it was opened; "
                                                        "compare, save under another name, or overwrite it."),
                                           path));
    return read;
}

void PlanFile::Private::finish(SaveJob& job, PlanState saved) {
    const auto adopt = [&] {
        state = std::move(saved);
        fingerprint = job.fingerprint();
    };
    try {
        job.commit();
    } catch (...) {
        if (job.isInPlace()) // only syncing the folder failed: the file on disk is the new one
            adopt();
        throw;
    }
    adopt();
}

void PlanFile::Private::writeAs(const QString& target, const Plan& newPlan, const std::vector<Run>& runs,
                                const Clock& clock, FileOps& files, PlanLock& newLock, bool anew) {
    SaveJob job(target, files, clock);
    job.guardTarget();
    const FileFingerprint source = anew ? FileFingerprint{} : files.fingerprint(path);
    job.checkSpace(qMax<qint64>(source.size, 0), anew ? fullStep(newPlan) : Plan::diff(state.plan, newPlan));
    anew ? job.startEmpty(state.planId) : job.startFromCopy(path);
    const bool known = anew || (source == fingerprint && sideFilesWithContent(path).isEmpty());
    const PlanState before = known ? state : job.readCopy();
    const QString saveId = job.writePlan(before, newPlan, anew ? fullStep(newPlan) : Plan::diff(before.plan, newPlan));
    std::vector<Run> stored = job.writeResults(anew ? std::vector<Run>{} : before.runs, runs, OtherRuns::MakeStale);
    const auto becomeTarget = [&] {
        path = target;
        lock = std::move(newLock);
        readOnly = false;
        readOnlyReason = {};
    };
    try {
        finish(job, savedState(before, newPlan, std::move(stored), saveId));
    } catch (...) {
        if (job.isInPlace())
            becomeTarget();
        throw;
    }
    becomeTarget();
}

std::unique_ptr<PlanFile> PlanFile::open(const QString& path, const OpenOptions& options) {
    std::unique_ptr<PlanFile> file(new PlanFile);
    FileOps& files = filesOf(options.files);
    file->d->path = absolute(path);
    if (QFileInfo::exists(file->d->path))
        file->d->lockForEditing(options, files);
    SourceFile source = SourceFile::read(file->d->path, files);
    file->d->state = std::move(source.state);
    file->d->fingerprint = source.fingerprint;
    return file;
}

std::unique_ptr<PlanFile> PlanFile::create(const QString& path, const Plan& plan, const std::vector<Run>& runs,
                                           const SaveOptions& options) {
    std::unique_ptr<PlanFile> file(new PlanFile);
    file->d->path.clear();
    file->d->state.planId = options.planId.isEmpty() ? QString::fromLatin1(QUuid::createUuid().toRfc4122().toHex())
                                                     : QString::fromLatin1(options.planId);
    file->saveAs(path, plan, runs, options);
    return file;
}

const QString& PlanFile::path() const {
    return d->path;
}
const Plan& PlanFile::plan() const {
    return d->state.plan;
}
const std::vector<Run>& PlanFile::runs() const {
    return d->state.runs;
}
const OpenReport& PlanFile::report() const {
    return d->state.report;
}
bool PlanFile::isReadOnly() const {
    return d->readOnly;
}
const Message& PlanFile::readOnlyReason() const {
    return d->readOnlyReason;
}
const std::optional<LockHolder>& PlanFile::lockHolder() const {
    return d->lock.holder();
}

bool PlanFile::changedByOthers(const OpenOptions& options) const {
    try {
        d->stateOnDisk(filesOf(options.files), false);
        return false;
    } catch (const ChangedByOthersError&) {
        return true;
    }
}

bool PlanFile::save(const Plan& plan, const std::vector<Run>& runs, const SaveOptions& options) {
    d->requireWritable();
    FileOps& files = filesOf(options.files);
    const bool nothingToWrite = Plan::sameContent(d->state.plan, plan) && !d->state.needsRepair();
    if (nothingToWrite &&
        files.fingerprint(d->path).size >= 0) // a file that is gone is said, also where nothing changed
        return false;
    withSentence(d->path, true, [&] {
        SaveJob job(d->path, files, options.clock);
        job.guardTarget();
        const PlanState before = d->stateOnDisk(files, options.overwriteForeignChanges);
        const FileFingerprint now = files.fingerprint(d->path);
        const bool anew = now.size < 0;
        const ChangeSet step = anew ? fullStep(plan) : Plan::diff(before.plan, plan);
        job.checkSpace(qMax<qint64>(now.size, 0), step);
        anew ? job.startEmpty(before.planId) : job.startFromCopy(d->path);
        const QString saveId = job.writePlan(before, plan, step);
        std::vector<Run> stored = job.writeResults(anew ? std::vector<Run>{} : before.runs, runs, OtherRuns::MakeStale);
        d->finish(job, savedState(before, plan, std::move(stored), saveId));
    });
    return true;
}

void PlanFile::saveAs(const QString& path, const Plan& plan, const std::vector<Run>& runs, const SaveOptions& options) {
    const QString target = absolute(path);
    if (target == d->path && !d->readOnly) {
        SaveOptions overwrite = options;
        overwrite.overwriteForeignChanges = true;
        save(plan, runs, overwrite);
        return;
    }
    FileOps& files = filesOf(options.files);
    if (!files.isWritable(QFileInfo(target).absolutePath()))
        throw Error(Blame::Environment,
                    message(CORRIDOR_MSG("“%1” cannot be written; choose a folder you may write to."), target));
    PlanLock lock = PlanLock::acquire(target, options.clock);
    if (!lock.isHeld())
        throw Error(Blame::Environment,
                    lock.holder()
                        ? message(CORRIDOR_MSG("“%1” is being edited by %2 on %3; choose another name."), target,
                                  lock.holder()->user, lock.holder()->host)
                        : message(CORRIDOR_MSG("“%1” cannot be written; choose a folder you may write to."), target));
    const auto attempt = [&](bool anew) {
        withSentence(target, true, [&] { d->writeAs(target, plan, runs, options.clock, files, lock, anew); });
    };
    const bool hasSource = !d->path.isEmpty() && QFileInfo::exists(d->path);
    try {
        attempt(!hasSource);
    } catch (const Error& error) {
        if (!hasSource || error.blame() != Blame::FileContent || d->path == target)
            throw;
        attempt(true); // the old file is damaged; the plan in memory is not
    }
}

void PlanFile::saveResults(const std::vector<Run>& runs, const SaveOptions& options) {
    d->requireWritable();
    if (areStored(d->state.runs, runs))
        return;
    FileOps& files = filesOf(options.files);
    withSentence(d->path, true, [&] {
        SaveJob job(d->path, files, options.clock);
        job.guardTarget();
        PlanState before = d->stateOnDisk(files, false);
        job.checkSpace(files.fingerprint(d->path).size, {});
        job.startFromCopy(d->path);
        before.runs = job.writeResults(before.runs, runs, OtherRuns::Keep);
        d->finish(job, std::move(before));
    });
}

} // namespace corridor
