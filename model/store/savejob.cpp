// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/savejob.h"

#include "model/store/ddl.h"
#include "model/store/migrations.h"

#include <QFileInfo>

namespace corridor {

namespace {

constexpr int kLockWaitMs = 1500;
constexpr qint64 kSpareBytes = 4 << 20;
constexpr qint64 kBytesPerChange = 2048;

QString shownSize(qint64 bytes) {
    return QStringLiteral("%1 MB").arg((bytes + 999999) / 1000000);
}

qint64 sizeOf(const ChangeSet& step) {
    qint64 bytes = static_cast<qint64>(step.changes.size()) * kBytesPerChange;
    for (const Change& change : step.changes)
        if (change.after.isPresent() && change.kind == Kind::Span)
            bytes += static_cast<qint64>(static_cast<const Span&>(*change.after.entity).line.size()) * 32;
    return bytes;
}

} // namespace

ChangeSet fullStep(const Plan& plan) {
    ChangeSet step = Plan::diff(Plan(), plan);
    const EntityId base = Plan::baseScenario();
    const bool hasBase = std::any_of(step.changes.begin(), step.changes.end(), [&](const Change& change) {
        return change.kind == Kind::Scenario && change.id == base;
    });
    if (!hasBase)
        step.changes.insert(step.changes.begin(),
                            {base, Kind::Scenario, base, Slot::absent(), plan.slot(base, Kind::Scenario, base)});
    return step;
}

SaveJob::SaveJob(QString target, FileOps& files, const Clock& clock)
    : mTarget(std::move(target))
    , mFiles(files)
    , mUtc(utcText(clock())) {
    const QFileInfo info(mTarget);
    mCopy = info.absolutePath() + QStringLiteral("/.") + info.fileName() + QStringLiteral(".saving");
}

SaveJob::~SaveJob() {
    mDatabase.reset();
    if (mInPlace)
        return;
    for (const char* suffix : {"", "-wal", "-shm", "-journal"})
        mFiles.removeQuietly(mCopy + QLatin1String(suffix));
}

void SaveJob::guardTarget() {
    if (!QFileInfo::exists(mTarget))
        return;
    const auto refuseSideFiles = [&] {
        const QStringList beside = sideFilesWithContent(mTarget);
        if (!beside.isEmpty())
            throw Error(
                Blame::Environment,
                message(CORRIDOR_MSG("“%1” has unfinished changes of another program beside it (%2); close that "
                                     "program (QGIS, for example) and save again, or save under another name."),
                        mTarget, QFileInfo(beside.front()).fileName()));
    };
    refuseSideFiles();
    mGuard = mFiles.lockAgainstWriters(mTarget, kLockWaitMs);
    if (!mGuard)
        throw Error(Blame::Environment,
                    message(CORRIDOR_MSG("“%1” is in use by another program; close it there (QGIS, for example) and "
                                         "save again, or save under another name."),
                            mTarget));
    refuseSideFiles(); // one may have come while we waited
}

void SaveJob::checkSpace(qint64 sourceBytes, const ChangeSet& step) {
    const QString folder = QFileInfo(mTarget).absolutePath();
    const auto free = mFiles.freeSpace(folder);
    const qint64 needed = sourceBytes + sizeOf(step) + kSpareBytes;
    if (free && *free < needed)
        throw Error(Blame::Environment,
                    message(CORRIDOR_MSG("There is no room to save “%1”: %2 are needed in its folder and %3 are free; "
                                         "free some space or choose another disk."),
                            mTarget, shownSize(needed), shownSize(*free)));
}

void SaveJob::openCopy(Database::Mode mode) {
    mDatabase = std::make_unique<Database>(mCopy, mode, mFiles.sqliteVfs());
    mDatabase->exec("PRAGMA journal_mode=DELETE"); // out of WAL, should the file be in it
    // Nobody else sees the copy, and it is synced as a whole before it takes the place of the plan: a journal on disk
    // would guard nothing.
    mDatabase->exec("PRAGMA journal_mode=MEMORY");
    mDatabase->exec("PRAGMA synchronous=OFF");
    mDatabase->exec("PRAGMA cache_size=-65536");
}

void SaveJob::begin() {
    mDatabase->exec("BEGIN IMMEDIATE");
}

void SaveJob::startFromCopy(const QString& source) {
    if (source == mTarget) // guarded already
        mFiles.copy(source, mCopy);
    else
        copyConsistently(source, mCopy, mFiles);
    openCopy(Database::Mode::ReadWrite);
    const int version = checkFormat(*mDatabase, source);
    begin();
    migrate(*mDatabase, version, kFormatVersion, allMigrations());
    mCheckAll = source != mTarget || version < kFormatVersion;
}

void SaveJob::startEmpty(const QString& planId) {
    mFiles.removeQuietly(mCopy);
    openCopy(Database::Mode::Create);
    begin();
    createTables(*mDatabase, mUtc);
    setMeta(*mDatabase, "format_version", QString::number(kFormatVersion));
    setMeta(*mDatabase, "needs_program", QString::fromLatin1(kFormatNeedsProgram));
    setMeta(*mDatabase, "plan_id", planId);
    setMeta(*mDatabase, "created_utc", mUtc);
    mCheckAll = true;
}

PlanState SaveJob::readCopy() {
    return readState(*mDatabase);
}

QString SaveJob::writePlan(const PlanState& from, const Plan& plan, const ChangeSet& step) {
    PlanWriter writer(*mDatabase, mUtc);
    markAsPlan(*mDatabase);
    repairTriggers(*mDatabase);
    writer.repair(from);
    writer.apply(step);
    writer.adopt(from, plan);
    writer.finish(plan);
    mTouched.insert(writer.touchedTables().begin(), writer.touchedTables().end());
    return recordSave(*mDatabase, from, writer.written(), mUtc);
}

std::vector<Run> SaveJob::writeResults(const std::vector<Run>& stored, const std::vector<Run>& runs, OtherRuns others) {
    std::vector<Run> now = writeRuns(*mDatabase, stored, runs, others, mUtc);
    for (const Run& run : now)
        for (const ResultTable& table : run.tables)
            mTouched.insert("result_" + table.name.toLatin1());
    return now;
}

// A new file, a copy under another name and a migrated one are checked as a whole. In place, the tables that were
// written are, with their indexes; the others are byte for byte what they were. (All of a national plan would cost
// another 0.1 s of the 0.3 s a Save may take.)
void SaveJob::checkCopy() {
    const auto refuse = [&](const QString& what) {
        throw FailedCheckError(Blame::FileContent,
                               message(CORRIDOR_MSG("“%1” was not saved because the new copy failed its check; save "
                                                    "under another name. The file is as it was."),
                                       mTarget),
                               what);
    };
    Statement keys = mDatabase->prepare("PRAGMA foreign_key_check");
    while (keys.step()) {
        const QString table = keys.text(0); // tables of others are theirs to keep in order
        if (table.startsWith(QLatin1String("gpkg_")) || schemaOfTable(table))
            refuse(QStringLiteral("foreign key: ") + table);
    }
    const auto check = [&](const QByteArray& pragma) {
        const auto answer = mDatabase->scalar(pragma);
        if (answer != QStringLiteral("ok"))
            refuse(answer.value_or(QString()));
    };
    if (mCheckAll) {
        check("PRAGMA integrity_check(1)");
        return;
    }
    for (const char* table : {"sqlite_schema", "gpkg_contents", "gpkg_geometry_columns", "gpkg_ogr_contents",
                              "plan_meta", "lineage", "lineage_row", "change_log", "run"})
        mTouched.insert(table);
    for (const Kind kind : featureKinds())
        if (mTouched.contains(schemaOf(kind).table))
            for (const char* part : {"_node", "_rowid", "_parent"})
                mTouched.insert(layoutOf(kind).rtree() + part);
    for (const QByteArray& table : mTouched)
        if (table == "sqlite_schema" || mDatabase->hasTable(QString::fromLatin1(table)))
            check("PRAGMA integrity_check(" + quoted(QString::fromLatin1(table)) + ')');
}

void SaveJob::commit() {
    checkCopy();
    mDatabase->exec("COMMIT");
    mDatabase->close();
    mDatabase.reset();
    mFiles.syncFile(mCopy);
    mFingerprint = mFiles.fingerprint(mCopy);
    mFiles.rename(mCopy, mTarget);
    mInPlace = true;
    try {
        mFiles.syncFolder(QFileInfo(mTarget).absolutePath());
    } catch (const FileFailure& failure) {
        throw Error(Blame::Environment,
                    message(CORRIDOR_MSG("“%1” was saved, but the disk did not confirm it; check the disk, and save "
                                         "under another name too."),
                            mTarget),
                    QString::fromUtf8(failure.what()));
    }
}

} // namespace corridor
