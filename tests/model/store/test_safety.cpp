// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/database.h"
#include "model/store/migrations.h"
#include "safetyfixture.h"

using namespace corridor;

/// Locks, files that others change or spoil: the old file stays whole, opening writes nothing, each trouble is one
/// sentence.
class TestSafety : public SafetyFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { makePlans(); }

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
};

QTEST_GUILESS_MAIN(TestSafety)
#include "test_safety.moc"
