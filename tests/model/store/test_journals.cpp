// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/fileops.h"
#include "safetyfixture.h"

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

} // namespace

/// Journals and transactions of other programs: their rows are read, never overwritten, and Save waits for them.
class TestJournals : public SafetyFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { makePlans(); }

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
};

QTEST_GUILESS_MAIN(TestJournals)
#include "test_journals.moc"
