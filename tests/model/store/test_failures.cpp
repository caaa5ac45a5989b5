// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults.h"
#include "safetyfixture.h"

#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace corridor;

namespace {

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

} // namespace

/// Whatever fails while saving, the old file or the new one is whole, and the trouble is one sentence.
class TestFailures : public SafetyFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { makePlans(); }

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

private:
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
};

QTEST_GUILESS_MAIN(TestFailures)
#include "test_failures.moc"
