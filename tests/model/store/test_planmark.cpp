// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/settings.h"
#include "model/store/ddl.h"
#include "storefixture.h"

#include <QtEndian>

using namespace corridor;

// What says in the first bytes of a file that it is a plan.
class TestPlanMark : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everySaveSeesToIt();
    void readingAndSavingNothingLeaveTheFile();
    void outlivesVacuum();
    void theDescriptionOfTheTypeAgrees();

private:
    static quint32 markIn(const QString& path) { return qFromBigEndian<quint32>(bytesOf(path).constData() + 48); }
    // As a version before the mark left it.
    static void unmark(const QString& path) {
        QByteArray bytes = bytesOf(path);
        bytes.replace(48, 4, QByteArray(4, '\0'));
        writeFile(path, bytes);
    }
    static Plan withTitle(const Plan& plan, const char* title) {
        ChangeBuilder builder(plan, Plan::baseScenario());
        builder.put(settingRow(plan.base(), QStringLiteral("title"), QString::fromLatin1(title)));
        return plan.with(builder.take());
    }
    QTemporaryDir mFolder;
};

void TestPlanMark::everySaveSeesToIt() {
    const QString path = mFolder.filePath(QStringLiteral("a.gpkg")), copy = mFolder.filePath(QStringLiteral("b.gpkg"));
    PlanFile::create(path, Plan(), {}, options());
    QCOMPARE(markIn(path), quint32(kPlanCachePages));
    unmark(path);
    const auto file = PlanFile::open(path);
    file->save(withTitle(file->plan(), "One"), {}, options());
    QCOMPARE(markIn(path), quint32(kPlanCachePages));
    file->saveAs(copy, withTitle(file->plan(), "Two"), {}, options());
    QCOMPARE(markIn(copy), quint32(kPlanCachePages));
}

void TestPlanMark::readingAndSavingNothingLeaveTheFile() {
    const QString path = mFolder.filePath(QStringLiteral("c.gpkg"));
    PlanFile::create(path, Plan(), {}, options());
    unmark(path);
    const QByteArray before = bytesOf(path);
    const auto file = PlanFile::open(path);
    file->save(file->plan(), {}, options());
    QCOMPARE(bytesOf(path), before);
}

void TestPlanMark::outlivesVacuum() {
    const QString path = mFolder.filePath(QStringLiteral("d.gpkg"));
    PlanFile::create(path, Plan(), {}, options());
    QProcess sqlite;
    sqlite.start(QStringLiteral("sqlite3"), {path, QStringLiteral("VACUUM")});
    if (!sqlite.waitForStarted())
        QSKIP("sqlite3 is not installed");
    QVERIFY(sqlite.waitForFinished() && sqlite.exitCode() == 0);
    QCOMPARE(markIn(path), quint32(kPlanCachePages));
}

void TestPlanMark::theDescriptionOfTheTypeAgrees() {
    const QByteArray description = bytesOf(QStringLiteral(CORRIDOR_SOURCE_DIR "/installer/corridor-planner.xml"));
    QVERIFY(description.contains("type=\"big32\" value=\"" + QByteArray::number(kPlanCachePages) + "\" offset=\"48\""));
}

QTEST_GUILESS_MAIN(TestPlanMark)
#include "test_planmark.moc"
