// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/recoverylog.h"

#include "model/store/changecodec.h"
#include "model/store/contenthash.h"
#include "model/store/logfile.h"
#include "model/store/savejob.h"

#include <QCborMap>
#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace corridor {

namespace {

using SteadyClock = std::chrono::steady_clock;
constexpr int kForgetEmptyLogsDays = 1;

QString logPattern() {
    return QStringLiteral("*.corridor-log");
}

QStringList logsIn(const QString& folder) {
    QStringList out;
    for (const QFileInfo& info : QDir(folder).entryInfoList({logPattern()}, QDir::Files, QDir::Name))
        out += info.absoluteFilePath();
    return out;
}

QByteArray headerPayload(const QString& planPath, qint64 utcMs) {
    return QCborValue(QCborMap{{QStringLiteral("plan"), planPath},
                               {QStringLiteral("started_utc_ms"), utcMs},
                               {QStringLiteral("program"), QStringLiteral(CORRIDOR_VERSION)}})
        .toCbor();
}

std::optional<PendingRecovery> describe(const QString& path) {
    const auto content = readLog(path);
    if (!content || content->records.empty() || content->records.front().type != LogRecord::Type::Header)
        return std::nullopt;
    PendingRecovery out;
    out.logPath = path;
    out.torn = content->torn;
    const LogRecord& header = content->records.front();
    out.planPath = QCborValue::fromCbor(header.payload).toMap().value(QStringLiteral("plan")).toString();
    out.startedUtc = QDateTime::fromMSecsSinceEpoch(header.utcMs, Qt::UTC);
    for (const LogRecord& record : content->records) {
        out.lastUtc = QDateTime::fromMSecsSinceEpoch(record.utcMs, Qt::UTC);
        if (record.type == LogRecord::Type::Hash)
            out.baseHash = record.payload;
        out.steps += record.type == LogRecord::Type::Step ? 1 : 0;
    }
    return out;
}

// Logs of dead processes in which nothing was ever edited.
void forgetEmptyLogs(const QString& folder) {
    const QDateTime limit = QDateTime::currentDateTimeUtc().addDays(-kForgetEmptyLogsDays);
    for (const QString& path : logsIn(folder)) {
        const auto log =
            LogFile::isInUse(path) || QFileInfo(path).lastModified() > limit ? std::nullopt : describe(path);
        if (log && log->steps == 0)
            QFile::remove(path);
    }
}

} // namespace

/// The thread behind a log. `mMutex` guards the queue and the error; the file and the buffer belong to the thread.
class RecoveryLog::Writer {
public:
    explicit Writer(const Options& options)
        : mOptions(options)
        , mFolder(options.folder.isEmpty() ? defaultFolder() : options.folder)
        , mThread([this] { run(); }) {}

    ~Writer() {
        stopHashing();
        {
            const std::lock_guard lock(mMutex);
            mStop = true;
        }
        mWake.notify_all();
        mThread.join();
    }

    void begin(const Plan& base, const QString& planPath) {
        stopHashing();
        Task task{Task::What::Begin, {}, {}, 0};
        task.planPath = planPath;
        if (planPath.isEmpty())
            task.step = fullStep(base);
        post(std::move(task));
        if (!planPath.isEmpty()) {
            mCancelHash = CancelToken();
            mHashThread = std::thread([this, base, cancel = mCancelHash] {
                const QByteArray hash = contentHash(base, cancel);
                if (!hash.isEmpty())
                    post({Task::What::Hash, {}, hash, 0});
            });
        }
    }
    void append(const ChangeSet& step) {
        if (!step.isEmpty())
            post({Task::What::Append, step, {}, 0});
    }
    void discard() {
        stopHashing();
        post({Task::What::Discard, {}, {}, 0});
        flush();
    }
    bool flush() {
        std::unique_lock lock(mMutex);
        const quint64 wanted = mPosted;
        mFlushTo = qMax(mFlushTo, wanted);
        mWake.notify_all();
        mDone.wait(lock, [&] { return mSynced >= wanted || mFailedAt >= wanted; });
        return mSynced >= wanted;
    }
    Message error() const {
        const std::lock_guard lock(mMutex);
        return mError;
    }

private:
    struct Task {
        enum class What { Begin, Append, Hash, Discard };
        What what;
        ChangeSet step;
        QByteArray hash;
        qint64 utcMs;
        QString planPath = {};
    };

    void post(Task task) {
        task.utcMs = mOptions.clock().toMSecsSinceEpoch();
        {
            const std::lock_guard lock(mMutex);
            mQueue.push_back(std::move(task));
            ++mPosted;
        }
        mWake.notify_all();
    }
    void stopHashing() {
        mCancelHash.cancel();
        if (mHashThread.joinable())
            mHashThread.join();
    }

    void run() {
        forgetEmptyLogs(mFolder);
        std::unique_lock lock(mMutex);
        for (;;) {
            const auto due = mLastSync + std::chrono::milliseconds(mOptions.syncMs);
            const auto wanted = [this] { return mStop || !mQueue.empty() || mFlushTo > qMax(mSynced, mFailedAt); };
            mUnsynced ? (void)mWake.wait_until(lock, due, wanted) : mWake.wait(lock, wanted);
            std::deque<Task> tasks;
            tasks.swap(mQueue);
            const quint64 upTo = mPosted;
            const bool now = mStop || mFlushTo > mSynced;
            const bool last = mStop;
            lock.unlock();
            for (const Task& task : tasks)
                take(task);
            const bool ok = write(now);
            lock.lock();
            settle(ok, upTo);
            if (last && mQueue.empty())
                return;
        }
    }

    // Notes how far the log on disk reaches. With the mutex held.
    void settle(bool ok, quint64 upTo) {
        if (ok && !mUnsynced)
            mSynced = upTo;
        if (!ok)
            mFailedAt = upTo;
        mError =
            ok ? Message{}
               : message(CORRIDOR_MSG("Edits cannot be kept for recovery in “%1”; check the disk, and save the plan."),
                         mFolder);
        mDone.notify_all();
    }

    void take(const Task& task) {
        switch (task.what) {
        case Task::What::Begin:
            if (mFile.isOpen())
                mOld.push_back(std::move(mFile));
            mBuffer = encodeRecord({LogRecord::Type::Header, task.utcMs, headerPayload(task.planPath, task.utcMs)});
            if (task.planPath.isEmpty())
                mBuffer += encodeRecord({LogRecord::Type::Base, task.utcMs, encodeStep(task.step)});
            mWanted = true;
            break;
        case Task::What::Append:
            mBuffer += encodeRecord({LogRecord::Type::Step, task.utcMs, encodeStep(task.step)});
            break;
        case Task::What::Hash:
            mBuffer += encodeRecord({LogRecord::Type::Hash, task.utcMs, task.hash});
            break;
        case Task::What::Discard:
            mBuffer.clear();
            mWanted = false;
            mUnsynced = false;
            mFile.remove();
            removeOld();
            break;
        }
    }

    // Brings the buffer into the file, and onto the disk when `syncNow` or when the last time is long ago. What fails
    // stays in the buffer for the next attempt.
    bool write(bool syncNow) {
        if (!mWanted)
            return true;
        if (!mFile.isOpen())
            mFile = newFile();
        if (!mFile.isOpen())
            return retryLater();
        if (!mBuffer.isEmpty()) {
            if (!mFile.write(mBuffer))
                return retryLater();
            mBuffer.clear();
            mUnsynced = true;
        }
        if (mUnsynced && (syncNow || SteadyClock::now() - mLastSync >= std::chrono::milliseconds(mOptions.syncMs))) {
            mLastSync = SteadyClock::now();
            if (!mFile.sync())
                return false;
            mUnsynced = false;
            removeOld(); // only now that the new log is on the disk
        }
        return true;
    }
    void removeOld() {
        for (LogFile& old : mOld)
            old.remove();
        mOld.clear();
    }
    bool retryLater() {
        mUnsynced = true;
        mLastSync = SteadyClock::now();
        return false;
    }
    LogFile newFile() {
        QDir().mkpath(mFolder);
        const QString stem = mOptions.clock().toUTC().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
        for (int i = 0; i < 1000; ++i) {
            const QString path = QStringLiteral("%1/%2-%3-%4.corridor-log")
                                     .arg(mFolder, stem)
                                     .arg(QCoreApplication::applicationPid())
                                     .arg(i);
            if (QFileInfo::exists(path))
                continue;
            return LogFile::create(path);
        }
        return {};
    }

    const Options mOptions;
    const QString mFolder;

    mutable std::mutex mMutex;
    std::condition_variable mWake, mDone;
    std::deque<Task> mQueue;
    quint64 mPosted = 0, mSynced = 0, mFailedAt = 0, mFlushTo = 0; // counts of tasks
    bool mStop = false;
    Message mError;

    LogFile mFile;
    std::vector<LogFile> mOld; // of before the last begins; several when they came faster than the disk
    QByteArray mBuffer;        // encoded, not yet in the file
    bool mWanted = false;      // between begin and discard
    bool mUnsynced = false;    // in the file or the buffer, not yet on the disk
    SteadyClock::time_point mLastSync = {};

    CancelToken mCancelHash;
    std::thread mHashThread;
    std::thread mThread; // last: starts when all else is there
};

RecoveryLog::RecoveryLog()
    : RecoveryLog(Options()) {}
RecoveryLog::RecoveryLog(const Options& options)
    : mWriter(std::make_unique<Writer>(options)) {}
RecoveryLog::~RecoveryLog() = default;

void RecoveryLog::begin(const Plan& base, const QString& planPath) {
    mWriter->begin(base, planPath);
}
void RecoveryLog::append(const ChangeSet& step) {
    mWriter->append(step);
}
bool RecoveryLog::flush() {
    return mWriter->flush();
}
void RecoveryLog::discard() {
    mWriter->discard();
}
Message RecoveryLog::lastError() const {
    return mWriter->error();
}

QString RecoveryLog::defaultFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/recovery");
}

std::vector<PendingRecovery> RecoveryLog::pending(const QString& folder) {
    std::vector<PendingRecovery> out;
    for (const QString& path : logsIn(folder.isEmpty() ? defaultFolder() : folder)) {
        if (LogFile::isInUse(path))
            continue;
        auto log = describe(path);
        if (log && log->steps > 0)
            out.push_back(std::move(*log));
        else if (log)
            QFile::remove(path);
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const PendingRecovery& a, const PendingRecovery& b) { return a.lastUtc > b.lastUtc; });
    return out;
}

RecoveredPlan RecoveryLog::replay(const PendingRecovery& log, const Plan& base) {
    const auto content = readLog(log.logPath);
    if (!content)
        throw Error(Blame::Environment,
                    message(CORRIDOR_MSG("The recovery log “%1” cannot be read; the plan is as it was last saved."),
                            log.logPath));
    RecoveredPlan out{log.planPath.isEmpty() ? Plan() : base};
    out.baseMatches = log.planPath.isEmpty() || (!log.baseHash.isEmpty() && log.baseHash == contentHash(base));
    for (const LogRecord& record : content->records) {
        const bool isBase = record.type == LogRecord::Type::Base;
        if (!isBase && record.type != LogRecord::Type::Step)
            continue;
        const auto step = decodeStep(record.payload, out.plan);
        if (!step)
            break; // what follows was made on top of it
        out.plan = out.plan.with(*step);
        out.applied += isBase ? 0 : 1;
    }
    return out;
}

void RecoveryLog::remove(const PendingRecovery& log) {
    QFile::remove(log.logPath);
}

} // namespace corridor
