// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults.h"
#include "model/store/database.h"
#include "model/store/migrations.h"
#include "storefixture.h"

#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace corridor;

namespace {

/// The sqlite3 command line as another program that keeps the file open.
class OtherProgram {
public:
    explicit OtherProgram(const QString& path) { mProcess.start(QStringLiteral("sqlite3"), {path}); }
    ~OtherProgram() {
        mProcess.closeWriteChannel();
        if (!mProcess.waitForFinished(5000))
            mProcess.kill();
        mProcess.waitForFinished(5000);
    }
    /// Runs SQL there and waits until it is done.
    bool run(const QString& sql) {
        mProcess.write((sql + QStringLiteral("\n.print ready\n")).toUtf8());
        QByteArray seen;
        while (!seen.contains("ready") && mProcess.waitForReadyRead(5000))
            seen += mProcess.readAll();
        return seen.contains("ready");
    }
    void killNow() {
        mProcess.kill();
        mProcess.waitForFinished(5000);
    }

private:
    QProcess mProcess;
};

/// A small file system of its own while it lives; only root can make one.
class SmallDisk {
public:
    SmallDisk(const QString& folder, const char* options)
        : mFolder(QFile::encodeName(folder)) {
        mMounted = ::mount("tmpfs", mFolder.constData(), "tmpfs", 0, options) == 0;
    }
    ~SmallDisk() {
        if (mMounted)
            ::umount2(mFolder.constData(), MNT_DETACH);
    }
    bool isMounted() const { return mMounted; }
    bool makeReadOnly() { return ::mount(nullptr, mFolder.constData(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0; }

private:
    QByteArray mFolder;
    bool mMounted = false;
};

class NoFreeSpaceKnown : public FileOps {
    std::optional<qint64> freeSpace(const QString&) override { return std::nullopt; }
};
class LittleFreeSpace : public FileOps {
    std::optional<qint64> freeSpace(const QString&) override { return 1000; }
};
class ReadOnlyMedium : public FileOps {
    bool isWritable(const QString&) override { return false; }
};

QStringList namesIn(const QString& folder) {
    return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

} // namespace

/// The old file stays whole whatever happens, opening writes nothing, and each trouble is one sentence.
class TestSafety : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        mFolder = std::make_unique<QTemporaryDir>();
        mPath = mFolder->filePath(QStringLiteral("计划 plan.gpkg"));
        PlanFile::create(mPath, mSmall.plan, {}, options());
        mEdited =
            withField(mSmall.plan, Kind::Span, mSmall.span1, "geom", Line{{111.8, 40.4}, {112.5, 39.0}, {114.9, 40.8}});
        mEdited = withField(mEdited, Kind::Service, mSmall.service, "gbps", YearReals{{2028, 100}});
    }

    void walHeader() {
        QVERIFY(runSql(mPath, QStringLiteral("PRAGMA journal_mode=WAL;")));
        const QByteArray before = bytesOf(mPath);
        QCOMPARE(before[18], char(2));
        auto file = PlanFile::open(mPath);
        QCOMPARE(contentHash(file->plan()), contentHash(mSmall.plan));
        QCOMPARE(namesIn(mFolder->path()),
                 (QStringList{QStringLiteral(".计划 plan.gpkg.lock"), QStringLiteral("计划 plan.gpkg")}));
        QCOMPARE(bytesOf(mPath), before);
        QVERIFY(file->save(mEdited, {}, options()));
        QCOMPARE(bytesOf(mPath)[18], char(1));
        expectPlan(mEdited);
    }

    void walWithForeignRows() {
        OtherProgram qgis(mPath);
        QVERIFY(qgis.run(QStringLiteral("PRAGMA journal_mode=WAL; INSERT INTO service (code) VALUES ('YW-9');")));
        const QByteArray before = bytesOf(mPath), wal = bytesOf(mPath + QStringLiteral("-wal"));
        QVERIFY(!wal.isEmpty());
        auto file = PlanFile::open(mPath);
        QCOMPARE(file->plan().base().count(Kind::Service), std::size_t(2));
        QCOMPARE(file->report().count(OpenNote::What::RowAdded), 1);
        QCOMPARE(file->report().count(OpenNote::What::Recovered), 1);
        const Plan plan = withField(file->plan(), Kind::Site, mSmall.siteA, "note", QStringLiteral("x"));
        expectRefusal([&] { file->save(plan, {}, options()); }, Blame::Environment);
        QCOMPARE(bytesOf(mPath), before);
        QCOMPARE(bytesOf(mPath + QStringLiteral("-wal")), wal);
        QVERIFY(!file->changedByOthers());

        // The other program goes on: its new row is not ours to overwrite.
        QVERIFY(qgis.run(QStringLiteral("INSERT INTO service (code) VALUES ('YW-10');")));
        QVERIFY(file->changedByOthers());
    }

    void walOfADeadProgram() {
        {
            OtherProgram qgis(mPath);
            QVERIFY(qgis.run(QStringLiteral("PRAGMA journal_mode=WAL; UPDATE service SET note='wal';")));
            qgis.killNow();
        }
        auto file = PlanFile::open(mPath);
        QCOMPARE(file->plan().base().find<Service>(mSmall.service)->note, QStringLiteral("wal"));
        expectRefusal([&] { file->save(mEdited, {}, options()); }, Blame::Environment);
        // Another name keeps both: what lay in the WAL and the edit.
        const QString other = mFolder->filePath(QStringLiteral("other.gpkg"));
        file->saveAs(other, withField(file->plan(), Kind::Site, mSmall.siteA, "note", QStringLiteral("mine")), {},
                     options());
        const auto again = PlanFile::open(other, {.readOnly = true});
        QCOMPARE(again->plan().base().find<Service>(mSmall.service)->note, QStringLiteral("wal"));
        QCOMPARE(again->plan().base().find<Site>(mSmall.siteA)->note, QStringLiteral("mine"));
        QVERIFY(again->report().notes.empty());
    }

    void walOpenedByAnIdleProgram() {
        QVERIFY(runSql(mPath, QStringLiteral("PRAGMA journal_mode=WAL;")));
        OtherProgram qgis(mPath);
        QVERIFY(
            qgis.run(QStringLiteral("SELECT count(*) FROM site;"))); // an empty -wal, but it could write at any moment
        auto file = PlanFile::open(mPath);
        const QByteArray before = bytesOf(mPath);
        expectRefusal([&] { file->save(mEdited, {}, options()); }, Blame::Environment);
        QCOMPARE(bytesOf(mPath), before);
    }

    void hotJournal() {
        {
            OtherProgram other(mPath);
            QVERIFY(other.run(
                QStringLiteral("PRAGMA cache_size=2; PRAGMA cache_spill=1; BEGIN; UPDATE service SET note='half';"
                               "CREATE TABLE big AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE "
                               "i<3000) SELECT i, randomblob(400) AS b FROM n;")));
            other.killNow();
        }
        const QByteArray before = bytesOf(mPath), journal = bytesOf(mPath + QStringLiteral("-journal"));
        QVERIFY(!journal.isEmpty());
        auto file = PlanFile::open(mPath);
        QCOMPARE(contentHash(file->plan()), contentHash(mSmall.plan)); // as before the transaction that never ended
        expectRefusal([&] { file->save(mEdited, {}, options()); }, Blame::Environment);
        QCOMPARE(bytesOf(mPath), before);
        QCOMPARE(bytesOf(mPath + QStringLiteral("-journal")), journal);
    }

    void saveDuringAForeignTransaction() {
        auto file = PlanFile::open(mPath);
        const QByteArray before = bytesOf(mPath);
        {
            OtherProgram other(mPath);
            QVERIFY(other.run(QStringLiteral("BEGIN IMMEDIATE; SELECT count(*) FROM site;")));
            expectRefusal([&] { file->save(mEdited, {}, options()); }, Blame::Environment);
            QCOMPARE(bytesOf(mPath), before);
            QVERIFY(other.run(
                QStringLiteral("ROLLBACK; BEGIN; SELECT count(*) FROM site;"))); // even a reader is in the way
            expectRefusal([&] { file->save(mEdited, {}, options()); }, Blame::Environment);
        }
        QVERIFY(file->save(mEdited, {}, options()));
        expectPlan(mEdited);
    }

    // While Save works nobody can begin to write, so no journal of theirs can end up beside our new file.
    void nobodyWritesDuringSave() {
        const auto guard = FileOps::system().lockAgainstWriters(mPath, 0);
        QVERIFY(guard);
        QVERIFY(!runSql(mPath, QStringLiteral("UPDATE service SET note='late'")));
        QVERIFY(!QFile::exists(mPath + QStringLiteral("-journal")));
        QVERIFY(runSql(mPath, QStringLiteral("SELECT count(*) FROM site")));
    }

    void everyOperationFailsOnce() {
        const QByteArray before = bytesOf(mPath);
        FaultyFiles faulty;
        SaveOptions failing = options();
        failing.files = &faulty;
        QSet<QByteArray> seen;
        int operation = 1;
        for (bool failed = true; failed; ++operation) {
            QVERIFY(QFile::remove(mPath));
            writeFile(mPath, before);
            auto file = PlanFile::open(mPath);
            Fault::arm(operation, operation % 2);
            failed = throwsError([&] { file->save(mEdited, {someRun("latency")}, failing); });
            Fault::disarm();
            if (!failed)
                break;
            seen += Fault::last;
            expectOldOrNew(before);
            file->save(mEdited, {someRun("latency")}, options()); // the next attempt succeeds
            file.reset();
            expectPlan(mEdited);
        }
        expectPlan(mEdited);
        QVERIFY2(operation > 20, qPrintable(QString::number(operation)));
        QVERIFY(seen.contains("write") && seen.contains("copy") && seen.contains("syncFile") &&
                seen.contains("rename") && seen.contains("syncFolder") && seen.contains("lock") &&
                seen.contains("open"));
    }

    void everyOperationFailsOnceInANewFile() {
        const QString path = mFolder->filePath(QStringLiteral("new.gpkg"));
        FaultyFiles faulty;
        SaveOptions failing = options();
        failing.files = &faulty;
        int operation = 1;
        for (;; operation += 1) {
            Fault::arm(operation);
            const bool failed = throwsError([&] { PlanFile::create(path, mEdited, {}, failing); });
            const bool afterRename = Fault::last == "syncFolder";
            Fault::disarm();
            QCOMPARE(QFile::exists(path), !failed || afterRename);
            QCOMPARE(namesIn(mFolder->path()).filter(QStringLiteral("new")),
                     failed && !afterRename ? QStringList() : QStringList{QStringLiteral("new.gpkg")});
            if (!failed)
                break;
            QFile::remove(path);
        }
        QVERIFY(operation > 20);
        expectPlan(mEdited, path);
    }

    void noRoomIsSaidBeforehand() {
        auto file = PlanFile::open(mPath);
        const QByteArray before = bytesOf(mPath);
        LittleFreeSpace files;
        SaveOptions full = options();
        full.files = &files;
        expectRefusal([&] { file->save(mEdited, {}, full); }, Blame::Environment);
        QCOMPARE(bytesOf(mPath), before);
        QVERIFY(namesIn(mFolder->path()).filter(QStringLiteral("saving")).isEmpty());
    }

    void diskFull() {
        const QString folder = mFolder->filePath(QStringLiteral("disk"));
        QVERIFY(QDir().mkpath(folder));
        SmallDisk disk(folder, "size=900k");
        if (!disk.isMounted())
            QSKIP("only root can mount a small disk; the VFS shim covers the same in everyOperationFailsOnce");
        const QString path = folder + QStringLiteral("/plan.gpkg");
        QVERIFY(QFile::copy(mPath, path));
        const QByteArray before = bytesOf(path);
        auto file = PlanFile::open(path);
        NoFreeSpaceKnown files; // a disk that does not say how full it is
        SaveOptions unknowing = options();
        unknowing.files = &files;
        expectRefusal([&] { file->save(mEdited, {}, unknowing); }, Blame::Environment, path);
        expectRefusal([&] { file->save(mEdited, {}, options()); }, Blame::Environment, path);
        QCOMPARE(bytesOf(path), before);
        QCOMPARE(namesIn(folder), (QStringList{QStringLiteral(".plan.gpkg.lock"), QStringLiteral("plan.gpkg")}));
        file->saveAs(mFolder->filePath(QStringLiteral("elsewhere.gpkg")), mEdited, {}, options());
        expectPlan(mEdited, mFolder->filePath(QStringLiteral("elsewhere.gpkg")));
    }

    void readOnlyMedium() {
        ReadOnlyMedium files;
        const auto file = PlanFile::open(mPath, {.files = &files});
        expectReadOnly(*file, mFolder->path());
        const QString folder = mFolder->filePath(QStringLiteral("disk"));
        QVERIFY(QDir().mkpath(folder));
        SmallDisk disk(folder, "size=4m");
        if (!disk.isMounted() && ::geteuid() == 0)
            QSKIP("no mounts here; the shim above covers the same");
        const QString path = folder + QStringLiteral("/plan.gpkg");
        QVERIFY(QFile::copy(mPath, path));
        if (disk.isMounted())
            QVERIFY(disk.makeReadOnly());
        else
            QCOMPARE(::chmod(QFile::encodeName(folder).constData(), 0555), 0);
        const auto real = PlanFile::open(path);
        expectReadOnly(*real, folder);
        real->saveAs(mFolder->filePath(QStringLiteral("away.gpkg")), mEdited, {}, options());
        QVERIFY(!real->isReadOnly());
        ::chmod(QFile::encodeName(folder).constData(), 0755);
    }

    void secondOpener() {
        auto first = PlanFile::open(mPath);
        QVERIFY(!first->isReadOnly());
        auto second = PlanFile::open(mPath);
        QVERIFY(second->isReadOnly());
        QVERIFY(second->lockHolder());
        QCOMPARE(second->lockHolder()->pid, qint64(QCoreApplication::applicationPid()));
        QVERIFY(second->readOnlyReason().english().contains(second->lockHolder()->host));
        expectRefusal([&] { second->save(mEdited, {}, options()); }, Blame::Usage);
        expectRefusal([&] { PlanFile::create(mPath, mEdited, {}, options()); }, Blame::Environment);
        first.reset();
        QVERIFY(!PlanLock::holderOf(mPath));
        second = PlanFile::open(mPath);
        QVERIFY(!second->isReadOnly());
    }

    void staleLock() {
        // Of a process of this machine that is gone: nobody holds the kernel's lock on it.
        writeFile(PlanLock::lockPath(mPath), R"({"user":"li","host":")" + QSysInfo::machineHostName().toUtf8() +
                                                 R"(","pid":1,"since_utc":"2026-01-01T00:00:00Z"})");
        QVERIFY(!PlanLock::holderOf(mPath));
        QVERIFY(!PlanFile::open(mPath)->isReadOnly());
        QVERIFY(!QFile::exists(PlanLock::lockPath(mPath)));
        // Of another machine: counts as live until the user says otherwise.
        writeFile(PlanLock::lockPath(mPath),
                  R"({"user":"li","host":"other-machine","pid":1,"since_utc":"2026-01-01T00:00:00Z"})");
        const auto file = PlanFile::open(mPath);
        QVERIFY(file->isReadOnly());
        QCOMPARE(file->lockHolder()->user, QStringLiteral("li"));
        QVERIFY(!PlanFile::open(mPath, {.takeOverLock = true})->isReadOnly());
    }

    void lockDiesWithItsProcess() {
        const QString python = QStringLiteral("import "
                                              "fcntl,struct,sys,time\nf=open(sys.argv[1],'w+')\nf.write('{\"user\":"
                                              "\"wang\",\"host\":\"%1\",\"pid\":5}')\nf.flush()\n"
                                              "fcntl.lockf(f,fcntl.LOCK_EX)\nprint('ready',flush=True)\ntime.sleep(60)")
                                   .arg(QSysInfo::machineHostName());
        QProcess other;
        other.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral("-c"), python, PlanLock::lockPath(mPath)});
        QVERIFY(other.waitForReadyRead(5000));
        const auto locked = PlanFile::open(mPath);
        QVERIFY(locked->isReadOnly());
        QCOMPARE(locked->lockHolder()->user, QStringLiteral("wang"));
        other.kill();
        QVERIFY(other.waitForFinished(5000));
        QVERIFY(!PlanFile::open(mPath)->isReadOnly());
    }

    void changedByOthers() {
        auto file = PlanFile::open(mPath);
        QVERIFY(runSql(mPath, QStringLiteral("UPDATE service SET note='theirs'")));
        QVERIFY(file->changedByOthers());
        const QByteArray theirs = bytesOf(mPath);
        bool distinct = false;
        try {
            file->save(mEdited, {}, options());
        } catch (const ChangedByOthersError& error) {
            distinct = error.sentence().english().contains(mPath);
        }
        QVERIFY(distinct);
        QCOMPARE(bytesOf(mPath), theirs);
        SaveOptions overwrite = options();
        overwrite.overwriteForeignChanges = true;
        QVERIFY(file->save(mEdited, {}, overwrite));
        expectPlan(mEdited);
        QVERIFY(PlanFile::open(mPath, {.readOnly = true})->report().notes.empty());
    }

    // A style or an extra layer is no change of the plan, and Save keeps it.
    void foreignTablesAreNoChange() {
        auto file = PlanFile::open(mPath);
        QVERIFY(runSql(
            mPath, QStringLiteral("CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, styleQML TEXT); INSERT INTO "
                                  "layer_styles VALUES (1, '<qgis/>');"
                                  "ALTER TABLE service ADD COLUMN remark TEXT; UPDATE service SET remark='seen';")));
        QVERIFY(!file->changedByOthers());
        QVERIFY(file->save(mEdited, {}, options()));
        expectPlan(mEdited);
        QCOMPARE(runProgram(QStringLiteral("sqlite3"),
                            {mPath, QStringLiteral("SELECT styleQML || remark FROM layer_styles, service")})
                     .value()
                     .trimmed(),
                 QStringLiteral("<qgis/>seen"));
    }

    void deletedMeanwhile() {
        auto file = PlanFile::open(mPath);
        QVERIFY(QFile::remove(mPath));
        QVERIFY(file->changedByOthers());
        expectRefusal([&] { file->save(mEdited, {}, options()); }, Blame::Environment);
        expectRefusal([&] { file->save(mSmall.plan, {}, options()); },
                      Blame::Environment); // nothing changed, but nothing is there either
        SaveOptions overwrite = options();
        overwrite.overwriteForeignChanges = true;
        QVERIFY(file->save(mEdited, {}, overwrite));
        expectPlan(mEdited);
    }

    // A link stays a link; what it points to is the plan, for the lock too.
    void savingThroughALink() {
        const QString link = mFolder->filePath(QStringLiteral("link.gpkg"));
        QVERIFY(QFile::link(mPath, link));
        auto file = PlanFile::open(link);
        QVERIFY(!file->isReadOnly());
        QVERIFY(PlanFile::open(mPath)->isReadOnly());
        QVERIFY(file->save(mEdited, {}, options()));
        QVERIFY(QFileInfo(link).isSymLink());
        expectPlan(mEdited);
    }

    void saveAsFromADamagedFile() {
        auto file = PlanFile::open(mPath);
        QFile damaged(mPath);
        QVERIFY(damaged.open(QIODevice::ReadWrite) && damaged.seek(8192));
        damaged.write(QByteArray(60000, '\xff'));
        damaged.close();
        const QString other = mFolder->filePath(QStringLiteral("rescued.gpkg"));
        file->saveAs(other, mEdited, {}, options());
        expectPlan(mEdited, other);
    }

    void badInputs_data() {
        QTest::addColumn<QString>("spoil");
        QTest::addColumn<QString>("said");
        QTest::newRow("newer") << "UPDATE plan_meta SET value='999' WHERE key='format_version'; UPDATE plan_meta SET "
                                  "value='7.1.0' WHERE key='needs_program'"
                               << "7.1.0 or later";
        QTest::newRow("no version") << "DELETE FROM plan_meta"
                                    << "which format";
        QTest::newRow("geopackage") << "DROP TABLE plan_meta"
                                    << "is a GeoPackage but no plan";
        QTest::newRow("view for table") << "DROP TABLE service; CREATE VIEW service AS SELECT 1 AS fid, 1 AS id"
                                        << "damaged or was altered";
        QTest::newRow("column gone") << "CREATE TABLE s2 AS SELECT fid, id, code FROM service; DROP TABLE service; "
                                        "ALTER TABLE s2 RENAME TO service"
                                     << "damaged or was altered";
        QTest::newRow("table gone") << "DROP TABLE overlay"
                                    << "damaged or was altered";
        QTest::newRow("empty") << "!empty"
                               << "is empty";
        QTest::newRow("text") << "!text"
                              << "is no plan";
        QTest::newRow("half") << "!half"
                              << "damaged";
        QTest::newRow("garbage") << "!garbage"
                                 << "damaged";
        QTest::newRow("missing") << "!missing"
                                 << "does not exist";
        QTest::newRow("folder") << "!folder"
                                << "cannot be read";
    }
    void badInputs() {
        QFETCH(QString, spoil);
        QFETCH(QString, said);
        const QString path = mFolder->filePath(QStringLiteral("bad.gpkg"));
        const QByteArray whole = bytesOf(mPath);
        if (spoil == u"!folder")
            QVERIFY(QDir().mkpath(path));
        else if (spoil == u"!text")
            writeFile(path, "name,lon,lat\n北京,116,39\n");
        else if (spoil == u"!half")
            writeFile(path, whole.first(whole.size() / 2));
        else if (spoil == u"!garbage")
            writeFile(path,
                      QByteArray(whole).replace(12288, whole.size() - 12288, QByteArray(whole.size() - 12288, '\x5a')));
        else if (spoil != u"!missing")
            writeFile(path, spoil == u"!empty" ? QByteArray() : whole);
        if (!spoil.startsWith(u'!'))
            QVERIFY(
                runProgram(QStringLiteral("sqlite3"), {path, QStringLiteral("PRAGMA legacy_alter_table=ON;") + spoil}));
        const QByteArray before = bytesOf(path);
        const auto spoken = refusal([&] { PlanFile::open(path); });
        QVERIFY(spoken);
        QVERIFY2(spoken->contains(said) && spoken->contains(path), qPrintable(*spoken));
        QCOMPARE(bytesOf(path), before);
        QVERIFY(!QFile::exists(PlanLock::lockPath(path)));
    }

    void hostileTriggersAndViews() {
        QVERIFY(runSql(
            mPath,
            QStringLiteral(
                "CREATE TABLE victim (x); INSERT INTO victim VALUES ('whole');"
                "CREATE TRIGGER evil1 AFTER UPDATE ON span BEGIN DELETE FROM victim; DELETE FROM site; END;"
                "CREATE TRIGGER evil2 AFTER INSERT ON lineage BEGIN DELETE FROM victim; END;"
                "CREATE TRIGGER evil3 AFTER DELETE ON service_gbps BEGIN INSERT INTO victim VALUES ('evil'); END;"
                "DROP TRIGGER rtree_span_geom_insert; CREATE TRIGGER rtree_span_geom_insert AFTER INSERT ON span BEGIN "
                "DELETE FROM victim; END;"
                "CREATE VIEW spy AS SELECT load_extension('/tmp/evil.so');")));
        auto file = PlanFile::open(mPath);
        QVERIFY(file->save(mEdited, {}, options()));
        expectPlan(mEdited);
        QCOMPARE(runProgram(QStringLiteral("sqlite3"), {mPath, QStringLiteral("SELECT group_concat(x) FROM victim")})
                     .value()
                     .trimmed(),
                 QStringLiteral("whole"));
        // The trigger that carries our name has our text again; those of others are theirs.
        const QString sql =
            runProgram(QStringLiteral("sqlite3"),
                       {mPath, QStringLiteral("SELECT sql FROM sqlite_master WHERE name='rtree_span_geom_insert'")})
                .value();
        QVERIFY(sql.contains(QStringLiteral("ST_MinX")) && !sql.contains(QStringLiteral("victim")));
        QCOMPARE(runProgram(QStringLiteral("sqlite3"),
                            {mPath, QStringLiteral("SELECT count(*) FROM sqlite_master WHERE name LIKE 'evil%'")})
                     .value()
                     .trimmed(),
                 QStringLiteral("3"));
    }

    void migrationsRunInOrderOnACopy() {
        static QStringList done;
        const Migration steps[] = {{1,
                                    [](Database& database) {
                                        done += QStringLiteral("1");
                                        database.exec("CREATE TABLE added (x)");
                                    }},
                                   {2, [](Database&) { done += QStringLiteral("2"); }}};
        const QByteArray before = bytesOf(mPath);
        Database database(mPath, Database::Mode::ReadOnly);
        Database memory = database.copyToMemory();
        migrate(memory, 1, 3, steps);
        QCOMPARE(done, (QStringList{QStringLiteral("1"), QStringLiteral("2")}));
        QVERIFY(memory.hasTable(QStringLiteral("added")) && !database.hasTable(QStringLiteral("added")));
        QCOMPARE(memory.scalar("SELECT value FROM plan_meta WHERE key='format_version'").value(), QStringLiteral("3"));
        QCOMPARE(bytesOf(mPath), before);
        QVERIFY(throwsError([&] { migrate(memory, 3, 5, steps); }));
        QVERIFY(allMigrations().empty()); // version 1 is the first
    }

private:
    static SaveOptions options() {
        SaveOptions out;
        out.clock = fixedClock();
        return out;
    }
    static void writeFile(const QString& path, const QByteArray& bytes) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    template <class Work>
    static std::optional<QString> refusal(Work work, Blame* blame = nullptr) {
        try {
            work();
            return std::nullopt;
        } catch (const Error& error) {
            if (blame)
                *blame = error.blame();
            return error.sentence().english();
        }
    }
    template <class Work>
    static bool throwsError(Work work) {
        const auto sentence = refusal(work);
        if (sentence && sentence->isEmpty())
            qFatal("an error without a sentence");
        return sentence.has_value();
    }
    template <class Work>
    void expectRefusal(Work work, Blame blame, const QString& path = {}) {
        Blame actual = Blame::Bug;
        const auto sentence = refusal(work, &actual);
        QVERIFY(sentence);
        QVERIFY2(sentence->contains(path.isEmpty() ? mPath : path), qPrintable(*sentence));
        QCOMPARE(actual, blame);
    }
    void expectPlan(const Plan& plan, const QString& path = {}) {
        const auto file = PlanFile::open(path.isEmpty() ? mPath : path, {.readOnly = true});
        QCOMPARE(contentHash(file->plan()), contentHash(plan));
        QCOMPARE(runProgram(QStringLiteral("sqlite3"),
                            {path.isEmpty() ? mPath : path, QStringLiteral("PRAGMA integrity_check")})
                     .value()
                     .trimmed(),
                 QStringLiteral("ok"));
    }
    void expectOldOrNew(const QByteArray& old) {
        if (Fault::last == "syncFolder")
            expectPlan(mEdited);
        else
            QCOMPARE(bytesOf(mPath), old);
        QVERIFY(namesIn(mFolder->path()).filter(QStringLiteral("saving")).isEmpty());
    }
    void expectReadOnly(PlanFile& file, const QString& folder) {
        QVERIFY(file.isReadOnly());
        QVERIFY(!file.readOnlyReason().isEmpty());
        QCOMPARE(contentHash(file.plan()), contentHash(mSmall.plan));
        QVERIFY(namesIn(folder).filter(QStringLiteral("lock")).isEmpty());
        QVERIFY(throwsError([&] { file.save(mEdited, {}, options()); }));
    }

    const SmallPlan mSmall;
    Plan mEdited;
    std::unique_ptr<QTemporaryDir> mFolder;
    QString mPath;
};

QTEST_GUILESS_MAIN(TestSafety)
#include "test_safety.moc"
