// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/posix.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <memory>
#include <new>
#include <vector>

using namespace corridor;
using posix::File;

// The one file that speaks with the system. What Save, locks and recovery make of it is tested in model/store.
class TestPosix : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { mFolder = std::make_unique<QTemporaryDir>(); }
    void opensAsAsked();
    void readsAndWrites();
    void locksBelongToTheObject();
    void knowsItsFile();
    void copiesWithPermissions();
    void renamesAndRemoves();
    void limitsTheProcess_data();
    void limitsTheProcess();

private:
    QString path(const char* name = "走廊 file") const { return mFolder->filePath(QString::fromUtf8(name)); }
    void write(const QString& name, const QByteArray& bytes) const {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    QByteArray read(const QString& name) const {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
    }
    std::unique_ptr<QTemporaryDir> mFolder;
};

void TestPosix::opensAsAsked() {
    for (const auto mode : {File::Mode::Read, File::Mode::ReadWrite, File::Mode::Folder}) {
        QVERIFY(!File(path(), mode).isOpen());
        QCOMPARE(errno, ENOENT);
        QVERIFY(!QFile::exists(path()));
    }
    QVERIFY(File(path(), File::Mode::CreateNew).isOpen());
    QCOMPARE(QFile::permissions(path()) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
    QVERIFY(!File(path(), File::Mode::CreateNew).isOpen());
    QCOMPARE(errno, EEXIST);
    write(path(), "text");
    QVERIFY(File(path(), File::Mode::ReadWriteOrCreate).isOpen());
    QCOMPARE(read(path()), QByteArray("text"));
    QVERIFY(File(path(), File::Mode::Overwrite).isOpen());
    QCOMPARE(read(path()), QByteArray());
    QVERIFY(File(mFolder->path(), File::Mode::Folder).sync());
    QVERIFY(!File(path(), File::Mode::Folder).isOpen());
}

void TestPosix::readsAndWrites() {
    const File file(path(), File::Mode::Overwrite);
    QVERIFY(file.append("one ") && file.append("two"));
    QCOMPARE(read(path()), QByteArray("one two"));
    char buffer[8] = {};
    QCOMPARE(file.readAt(4, buffer, sizeof buffer), 3);
    QCOMPARE(QByteArray(buffer), QByteArray("two"));
    QVERIFY(file.replaceContent("3") && file.sync() && file.syncContent());
    QCOMPARE(read(path()), QByteArray("3"));
    const File full(QStringLiteral("/dev/full"), File::Mode::ReadWrite);
    QVERIFY(!full.append("x"));
    QCOMPARE(errno, ENOSPC);
    QVERIFY(!File(path(), File::Mode::Read).append("x"));
    QCOMPARE(read(path()), QByteArray("3"));
}

void TestPosix::locksBelongToTheObject() {
    const File first(path(), File::Mode::ReadWriteOrCreate);
    const File second(path(), File::Mode::ReadWrite);
    QVERIFY(first.setLock(File::Lock::Exclusive));
    QVERIFY(second.isLockedByOthers() && !first.isLockedByOthers());
    QVERIFY(!second.setLock(File::Lock::Shared, 100, 1));
    File(path(), File::Mode::Read).close(); // which would drop a lock of the process
    QVERIFY(second.isLockedByOthers());
    QVERIFY(first.setLock(File::Lock::Shared));
    QVERIFY(second.setLock(File::Lock::Shared) && !second.setLock(File::Lock::Exclusive));
    QVERIFY(first.setLock(File::Lock::None, 0, 10));
    QVERIFY(second.setLock(File::Lock::Exclusive, 0, 10) && !second.setLock(File::Lock::Exclusive, 5, 10));
    File moved = File(path(), File::Mode::ReadWrite);
    moved.close();
    QVERIFY(!moved.isOpen());
}

void TestPosix::knowsItsFile() {
    const File file(path(), File::Mode::Overwrite);
    QVERIFY(file.append("four"));
    const auto state = file.state();
    QVERIFY(state);
    QCOMPARE(state->size, 4);
    QCOMPARE(state->modifiedNs / 1000000, QFileInfo(path()).lastModified().toMSecsSinceEpoch());
    QVERIFY(file.isStillAt(path()));
    QVERIFY(posix::removeFile(path()));
    QVERIFY(!file.isStillAt(path()));
    write(path(), "another");
    QVERIFY(!file.isStillAt(path()));
    QVERIFY(!File().state());
}

void TestPosix::copiesWithPermissions() {
    const QByteArray bytes(3 << 20, 'c');
    write(path("from"), bytes);
    QFile::setPermissions(path("from"), QFile::ReadOwner | QFile::ReadGroup);
    const File from(path("from"), File::Mode::Read);
    const File to(path("to"), File::Mode::Overwrite);
    QVERIFY(from.copyTo(to));
    QCOMPARE(read(path("to")), bytes);
    const auto others = QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFile::permissions(path("to")) & (QFile::WriteOwner | QFile::ReadGroup | others),
             QFile::WriteOwner | QFile::ReadGroup);
}

void TestPosix::renamesAndRemoves() {
    write(path("new"), "new");
    write(path("old"), "old");
    QVERIFY(posix::renameOver(path("new"), path("old")));
    QCOMPARE(read(path("old")), QByteArray("new"));
    QVERIFY(!posix::renameOver(path("new"), path("old")));
    QVERIFY(!posix::removeFile(path("new")));
    QVERIFY(posix::mayWrite(path("old"), false) && posix::mayWrite(mFolder->path(), true));
    QVERIFY(!posix::mayWrite(path("nowhere"), false));
    QVERIFY(posix::freeBytes(mFolder->path()).value_or(0) > 0);
    QVERIFY(!posix::freeBytes(path("nowhere")));
    QVERIFY(!posix::userName().isEmpty());
    QVERIFY(posix::sinceProcessStartMs() > 0 && posix::sinceProcessStartMs() < 300000);
}

// In a process of its own, this test program again: limits cannot be taken back.
void TestPosix::limitsTheProcess_data() {
    QTest::addColumn<QString>("what");
    QTest::addColumn<bool>("crashes");
    QTest::newRow("address space") << "memory" << false;
    QTest::newRow("processor time") << "time" << true;
}

void TestPosix::limitsTheProcess() {
    QFETCH(QString, what);
    QFETCH(bool, crashes);
#ifdef __SANITIZE_ADDRESS__
    QSKIP("the sanitizer reserves terabytes of addresses");
#endif
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--limited"), what});
    QVERIFY(child.waitForFinished(30000));
    QCOMPARE(child.exitStatus() == QProcess::CrashExit, crashes);
    if (!crashes)
        QCOMPARE(child.exitCode(), 7);
}

namespace {

int limitedChild(const char* what) {
    posix::forbidCoreDump();
    posix::endWithParent();
    if (qstrcmp(what, "time") == 0) {
        posix::limitProcessorTime(1);
        const volatile bool running = true;
        while (running) {
        }
    }
    posix::limitAddressSpace(quint64(512) << 20);
    try {
        const std::vector<char> tooMuch(std::size_t(1) << 30);
        return tooMuch.front();
    } catch (const std::bad_alloc&) {
        return 7;
    }
}

} // namespace

int main(int argc, char** argv) {
    if (argc == 3 && qstrcmp(argv[1], "--limited") == 0)
        return limitedChild(argv[2]);
    QCoreApplication application(argc, argv);
    TestPosix test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_posix.moc"
