// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/changecodec.h"
#include "model/store/logfile.h"
#include "model/store/recoverylog.h"
#include "storefixture.h"

#include <QThread>

#include <chrono>
#include <csignal>
#include <cstdio>

using namespace corridor;

namespace {

constexpr int kKills = 20;
constexpr int kAtOnce = 4;
constexpr qint64 kPromiseMs = 1000;

qint64 nowMs() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// Step `i` of the storm that a seed stands for; the same in the process that dies and in the one that looks.
ChangeSet stormStep(const Plan& plan, quint32 seed, int i) {
    RandomValues random(seed * 100000 + static_cast<quint32>(i));
    const SmallPlan small;
    ChangeBuilder builder(plan, i % 3 == 2 ? childScenario() : Plan::baseScenario());
    if (i % 5 == 4)
        builder.put(Kind::Site, random.object(Kind::Site, random.freshId()));
    auto span = schemaOf(Kind::Span).copy(*builder.current(Kind::Span, small.span1).ptr);
    span->note = QStringLiteral("第%1步").arg(i);
    static_cast<Span&>(*span).line[1] = random.point();
    builder.put(Kind::Span, span);
    return builder.take();
}

Plan stormBase() {
    Plan plan = SmallPlan().plan;
    putScenario(plan, childScenario(), Plan::baseScenario(), "FA-0001");
    return plan;
}

/// Edits and logs until it is killed; says the number of each edit once it is committed, with the time.
int storm(const QString& folder, quint32 seed) {
    RecoveryLog log({.folder = folder});
    Plan plan = stormBase();
    log.begin(plan, seed % 2 ? QStringLiteral("/plans/计划.gpkg") : QString());
    RandomValues random(seed);
    for (int i = 0;; ++i) {
        const ChangeSet step = stormStep(plan, seed, i);
        plan = plan.with(step);
        log.append(step);
        std::printf("%d %lld\n", i, static_cast<long long>(nowMs()));
        std::fflush(stdout);
        if (random.below(4) == 0)
            QThread::usleep(static_cast<unsigned long>(random.below(4000)));
    }
}

struct Storm {
    quint32 seed = 0;
    std::unique_ptr<QTemporaryDir> folder = std::make_unique<QTemporaryDir>();
    std::unique_ptr<QProcess> process = std::make_unique<QProcess>();
    qint64 killAt = 0, killedAt = 0;
};

} // namespace

/// What was edited is not lost with the process.
class TestRecovery : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { mFolder = std::make_unique<QTemporaryDir>(); }

    void stepsSurviveTheCodec() {
        for (quint32 seed = 1; seed <= 8; ++seed) {
            const Plan from = randomPlan(seed), to = randomPlan(seed + 1);
            const auto step = decodeStep(encodeStep(Plan::diff(from, to)), from);
            QVERIFY(step);
            QCOMPARE(contentHash(from.with(*step)), contentHash(to));
            QVERIFY(!decodeStep(encodeStep(Plan::diff(from, to)).chopped(3), from));
        }
        QVERIFY(!decodeStep("nonsense", Plan()));
    }

    // A log over a file that was exchanged meanwhile: what it says of objects that the file lacks must not make them.
    void fieldsOfAnObjectThatIsGoneMakeNone() {
        const SmallPlan small;
        const Plan& full = small.plan;
        ChangeBuilder builder(full, Plan::baseScenario());
        auto span = schemaOf(Kind::Span).copy(*builder.current(Kind::Span, small.span1).ptr);
        span->note = QStringLiteral("moved");
        builder.put(Kind::Span, span);
        const QByteArray bytes = encodeStep(builder.take());
        QCOMPARE(decodeStep(bytes, full)->changes.size(), std::size_t(1));
        const auto orphan = decodeStep(bytes, Plan());
        QVERIFY(orphan && orphan->isEmpty());
        const auto removal = decodeStep(encodeStep(Plan::diff(full, Plan())), Plan());
        QVERIFY(removal && removal->isEmpty());
    }

    void editsComeBack() {
        const Plan base = stormBase();
        const QString path = QStringLiteral("/somewhere/计划.gpkg");
        Plan plan = base;
        {
            RecoveryLog log(options());
            log.begin(base, path);
            for (int i = 0; i < 30; ++i)
                plan = logged(log, plan, stormStep(plan, 9, i));
            QVERIFY(log.flush());
            QVERIFY(RecoveryLog::pending(mFolder->path()).empty()); // its process lives
        }
        const auto pending = RecoveryLog::pending(mFolder->path());
        QCOMPARE(pending.size(), std::size_t(1));
        QCOMPARE(pending[0].planPath, path);
        QCOMPARE(pending[0].steps, 30);
        QVERIFY(!pending[0].torn);
        const RecoveredPlan recovered = RecoveryLog::replay(pending[0], base);
        QCOMPARE(recovered.applied, 30);
        QCOMPARE(contentHash(recovered.plan), contentHash(plan));
        RecoveryLog::remove(pending[0]);
        QVERIFY(RecoveryLog::pending(mFolder->path()).empty());
    }

    void aLogWithoutEditsIsNotKept() {
        {
            RecoveryLog log(options());
            log.begin(stormBase(), QStringLiteral("/x.gpkg"));
            QVERIFY(log.flush());
            QCOMPARE(QDir(mFolder->path()).entryList(QDir::Files).isEmpty(), false);
        }
        QVERIFY(RecoveryLog::pending(mFolder->path()).empty());
        QVERIFY(QDir(mFolder->path()).entryList({QStringLiteral("*.corridor-log")}, QDir::Files).isEmpty());
    }

    void theBaseIsTold() {
        const Plan base = stormBase();
        {
            RecoveryLog log(options());
            log.begin(base, QStringLiteral("/x.gpkg"));
            logged(log, base, stormStep(base, 1, 0));
            QTRY_VERIFY(log.flush() && hasHash());
        }
        const auto pending = RecoveryLog::pending(mFolder->path());
        QCOMPARE(pending.at(0).baseHash, contentHash(base));
        QVERIFY(RecoveryLog::replay(pending[0], base).baseMatches);
        QVERIFY(!RecoveryLog::replay(pending[0],
                                     withField(base, Kind::Site, SmallPlan().siteA, "note", QStringLiteral("else")))
                     .baseMatches);
    }

    void untitledPlansToo() {
        const Plan base = randomPlan(3);
        {
            RecoveryLog log(options());
            log.begin(base, {});
            logged(log, base, Plan::diff(base, randomPlan(4)));
        }
        const auto pending = RecoveryLog::pending(mFolder->path());
        QCOMPARE(pending.size(), std::size_t(1));
        QVERIFY(pending[0].planPath.isEmpty());
        const RecoveredPlan recovered = RecoveryLog::replay(pending[0], Plan());
        QVERIFY(recovered.baseMatches);
        QCOMPARE(contentHash(recovered.plan), contentHash(randomPlan(4)));
    }

    void closingInOrderLeavesNothing() {
        {
            RecoveryLog log(options());
            log.begin(stormBase(), QStringLiteral("/x.gpkg"));
            logged(log, stormBase(), stormStep(stormBase(), 1, 0));
            log.discard();
        }
        QVERIFY(QDir(mFolder->path()).isEmpty());
    }

    void saveStartsAfresh() {
        {
            RecoveryLog log(options());
            log.begin(stormBase(), QStringLiteral("/x.gpkg"));
            const Plan saved = logged(log, stormBase(), stormStep(stormBase(), 1, 0));
            log.begin(saved, QStringLiteral("/x.gpkg"));
            QVERIFY(log.flush());
            QCOMPARE(QDir(mFolder->path()).entryList(QDir::Files).size(), 1);
        }
        QVERIFY(RecoveryLog::pending(mFolder->path()).empty()); // nothing was edited since
    }

    // Two Saves before the first new log reached the disk: nothing of the log before them stays.
    void twoSavesInASecondStartAfreshToo() {
        RecoveryLog::Options slow = options();
        slow.syncMs = 60000;
        {
            RecoveryLog log(slow);
            log.begin(stormBase(), QStringLiteral("/x.gpkg"));
            const Plan saved = logged(log, stormBase(), stormStep(stormBase(), 1, 0));
            QVERIFY(log.flush());
            log.begin(saved, QStringLiteral("/x.gpkg"));
            QTRY_COMPARE(QDir(mFolder->path()).entryList(QDir::Files).size(), 2);
            log.begin(saved, QStringLiteral("/x.gpkg"));
            QVERIFY(log.flush());
            QCOMPARE(QDir(mFolder->path()).entryList(QDir::Files).size(), 1);
        }
        QVERIFY(RecoveryLog::pending(mFolder->path()).empty());
    }

    void tornAndDamagedEnds() {
        const Plan base = stormBase();
        {
            RecoveryLog log(options());
            log.begin(base, QStringLiteral("/x.gpkg"));
            Plan plan = base;
            for (int i = 0; i < 10; ++i)
                plan = logged(log, plan, stormStep(plan, 2, i));
        }
        const QString path = RecoveryLog::pending(mFolder->path()).at(0).logPath;
        const QByteArray whole = bytesOf(path);
        for (qsizetype cut = whole.size() - 1; cut > whole.size() - 300; cut -= 37) {
            writeFile(path, whole.first(cut));
            const auto pending = RecoveryLog::pending(mFolder->path());
            QCOMPARE(pending.size(), std::size_t(1));
            QVERIFY(pending[0].torn);
            expectPrefix(pending[0], base, 2);
        }
        QByteArray flipped = whole;
        flipped[whole.size() * 3 / 4] = static_cast<char>(flipped[whole.size() * 3 / 4] ^ 1);
        writeFile(path, flipped);
        const auto pending = RecoveryLog::pending(mFolder->path());
        QVERIFY(pending.at(0).torn && pending[0].steps < 10);
        expectPrefix(pending[0], base, 2);
        writeFile(path, "something else");
        QVERIFY(RecoveryLog::pending(mFolder->path()).empty());
    }

    void aDiskThatRefusesIsSaid() {
        writeFile(mFolder->filePath(QStringLiteral("file")), "x");
        RecoveryLog log({.folder = mFolder->filePath(QStringLiteral("file/sub"))});
        log.begin(stormBase(), QStringLiteral("/x.gpkg"));
        log.append(stormStep(stormBase(), 1, 0));
        QVERIFY(!log.flush());
        QVERIFY(log.lastError().english().contains(QStringLiteral("file/sub")));
        // The disk comes back: what was held is written.
        QVERIFY(QFile::remove(mFolder->filePath(QStringLiteral("file"))));
        QTRY_VERIFY_WITH_TIMEOUT(log.flush() && log.lastError().isEmpty(), 5000);
    }

    void killedAtAnyMoment() {
        RandomValues moments(20260301);
        quint32 seed = 1;
        int lostNothing = 0;
        for (int done = 0; done < kKills; done += kAtOnce) {
            std::vector<Storm> storms(kAtOnce);
            for (Storm& each : storms) {
                each.seed = seed++;
                each.process->start(QCoreApplication::applicationFilePath(),
                                    {QStringLiteral("--storm"), each.folder->path(), QString::number(each.seed)});
                QVERIFY(each.process->waitForStarted());
                each.killAt = nowMs() + 100 + moments.below(2000);
            }
            std::sort(storms.begin(), storms.end(), [](const Storm& a, const Storm& b) { return a.killAt < b.killAt; });
            for (Storm& each : storms) {
                while (nowMs() < each.killAt)
                    QThread::msleep(2);
                each.killedAt = nowMs();
                ::kill(static_cast<pid_t>(each.process->processId()), SIGKILL);
                QVERIFY(each.process->waitForFinished(10000));
                lostNothing += judge(each);
                if (QTest::currentTestFailed())
                    return;
            }
        }
        QVERIFY2(lostNothing > 0, "no log held every edit that was reported");
    }

private:
    RecoveryLog::Options options() const { return {.folder = mFolder->path(), .clock = fixedClock()}; }
    static void writeFile(const QString& path, const QByteArray& bytes) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    static Plan logged(RecoveryLog& log, const Plan& plan, const ChangeSet& step) {
        log.append(step);
        return plan.with(step);
    }
    bool hasHash() const {
        const QStringList files = QDir(mFolder->path()).entryList(QDir::Files);
        const auto content = files.isEmpty() ? std::nullopt : readLog(mFolder->filePath(files.front()));
        return content && std::any_of(content->records.begin(), content->records.end(),
                                      [](const LogRecord& record) { return record.type == LogRecord::Type::Hash; });
    }
    // What was recovered is the storm up to some step: nothing left out in between, nothing half.
    static void expectPrefix(const PendingRecovery& pending, const Plan& base, quint32 seed) {
        const RecoveredPlan recovered = RecoveryLog::replay(pending, base);
        QCOMPARE(recovered.applied, pending.steps);
        Plan expected = base;
        for (int i = 0; i < recovered.applied; ++i)
            expected = expected.with(stormStep(expected, seed, i));
        QCOMPARE(contentHash(recovered.plan), contentHash(expected));
    }
    // 1 when nothing at all was lost.
    static int judge(Storm& storm) {
        int promised = 0, reported = 0; // edits that must be there; edits that were made
        const QList<QByteArray> lines = storm.process->readAllStandardOutput().split('\n');
        for (const QByteArray& line : lines) {
            const QList<QByteArray> parts = line.split(' ');
            if (parts.size() != 2 || parts[1].size() < 5)
                continue;
            reported = parts[0].toInt() + 1;
            if (parts[1].toLongLong() <= storm.killedAt - kPromiseMs)
                promised = reported;
        }
        const auto pending = RecoveryLog::pending(storm.folder->path());
        const int recovered = pending.empty() ? 0 : pending[0].steps;
        [&] {
            QVERIFY2(recovered >= promised, qPrintable(QStringLiteral("seed %1: %2 of %3 promised, %4 made")
                                                           .arg(storm.seed)
                                                           .arg(recovered)
                                                           .arg(promised)
                                                           .arg(reported)));
        }();
        if (!pending.empty())
            expectPrefix(pending[0], stormBase(), storm.seed);
        return recovered >= reported && reported > 0 ? 1 : 0;
    }

    std::unique_ptr<QTemporaryDir> mFolder;
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments[1] == u"--storm")
        return storm(arguments[2], arguments[3].toUInt());
    TestRecovery test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_recovery.moc"
