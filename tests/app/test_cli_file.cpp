// SPDX-License-Identifier: GPL-3.0-or-later
#include "clifixture.h"
#include "model/store/planlock.h"

using namespace corridor::test;

// What happens to the plan file: info, hash, scenario, locks.
class TestCliFile : public QObject, protected CliFolder {
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(make()); }
    void scenariosFromTheCommandLine();
    void aLostScenarioIsNotSound();
    void readingWritesNothing();
    void lockedPlanIsReadableNotWritable();
    void hashIsStable();
};

void TestCliFile::scenariosFromTheCommandLine() {
    const QString path = sample();
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    const auto names = [&] {
        QStringList out;
        for (const QJsonValue& entry : run({"scenario", path, "--json"}).json()["scenarios"].toArray())
            out += entry.toObject()["name"].toString();
        return out;
    };
    const qsizetype before = names().size();
    QCOMPARE(run({"scenario", path, "--add", "北线"}).code, 0);
    QCOMPARE(run({"scenario", path, "--add", "北线二", "--scenario", "北线", "--name-en", "North 2"}).code, 0);
    QCOMPARE(names().size(), before + 2);
    QCOMPARE(run({"check", path, "--scenario", "North 2"}).code, run({"check", path}).code);
    QCOMPARE(run({"scenario", path, "--remove", "--scenario", "北线"}).code, 2); // it has a child
    QCOMPARE(run({"scenario", path, "--rename", "南线", "--scenario", "北线二"}).code, 0);
    QVERIFY(names().contains(QString::fromUtf8("南线")));
    QCOMPARE(run({"scenario", path, "--remove", "--scenario", "南线"}).code, 0);
    QCOMPARE(run({"scenario", path, "--remove", "--scenario", "北线"}).code, 0);
    QCOMPARE(names().size(), before);
    QCOMPARE(run({"scenario", path, "--remove"}).code, 2); // the base
    QCOMPARE(run({"scenario", path, "--add", " "}).code, 2);
}

void TestCliFile::aLostScenarioIsNotSound() {
    const QString path = sample();
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    QCOMPARE(run({"scenario", path, "--add", "A"}).code, 0);
    QCOMPARE(run({"verify", path}).code, 0);
    QCOMPARE(QProcess::execute("sqlite3", {path, "UPDATE scenario SET parent_id = id WHERE name = 'A'"}), 0);
    const Finished done = run({"verify", path});
    QCOMPARE(done.code, 1);
    QVERIFY2(done.out.contains("do not lead to the base"), done.out.constData());
    const Finished check = run({"check", path, "--scenario", "A"});
    QCOMPARE(check.code, 2);
    QVERIFY2(check.err.contains("do not lead to the base"), check.err.constData());
}

void TestCliFile::readingWritesNothing() {
    const QString path = sample();
    const QByteArray before = contentOf(path);
    for (const QStringList& arguments : {QStringList{"info", path},
                                         {"check", path},
                                         {"verify", path},
                                         {"hash", path},
                                         {"calc", "all", path},
                                         {"path", path, "BJ-TAM", "ZJK"},
                                         {"export", path, file("out")}})
        QVERIFY(run(arguments).code < 2);
    QCOMPARE(contentOf(path), before);
    QStringList left = QDir(mFolder).entryList(QDir::Files | QDir::Hidden);
    QCOMPARE(left, QStringList{QString::fromUtf8("示例 plan.gpkg")});
}

void TestCliFile::lockedPlanIsReadableNotWritable() {
    const QString path = sample();
    const QByteArray before = contentOf(path);
    const corridor::PlanLock lock = corridor::PlanLock::acquire(path, corridor::systemClock());
    QVERIFY(lock.isHeld());
    QCOMPARE(run({"hash", path}).code, 0);
    QVERIFY(run({"info", path, "--json"}).json().contains(QStringLiteral("edited_by")));
    write("junctions.csv", "code,name\nBJ-TAM,renamed\n");
    for (const QStringList& arguments :
         {QStringList{"calc", "latency", path, "--save"}, {"import", path, file("junctions.csv")}}) {
        const Finished refused = run(arguments);
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.errIsOneSentence(), refused.err);
    }
    QCOMPARE(contentOf(path), before);
}

void TestCliFile::hashIsStable() {
    const QByteArray text = run({"hash", CORRIDOR_SAMPLE}).out;
    QCOMPARE(text.trimmed().size(), 64);
    QCOMPARE(run({"hash", CORRIDOR_SAMPLE, "--json"}).json()["content_hash"].toString(),
             QString::fromLatin1(text.trimmed()));
}

QTEST_GUILESS_MAIN(TestCliFile)
#include "test_cli_file.moc"
