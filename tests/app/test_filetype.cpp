// SPDX-License-Identifier: GPL-3.0-or-later
#include "clifixture.h"

#include <QMimeDatabase>
#include <QSettings>

using namespace corridor::test;

namespace {

const QString kPlan = QStringLiteral("application/x-corridor-plan");
const QString kGeoPackage = QStringLiteral("application/geopackage+sqlite3");

} // namespace

// What a desktop takes a file for, from the description that is installed with the program. (GIO, which looks no
// further than the first 4096 bytes, is asked by installer/try_package.sh.)
class TestFileType : public QObject, protected CliFolder {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { QVERIFY(make()); }
    void typeOfFiles_data();
    void typeOfFiles();
    void plansAreGeoPackages();
    void everySaveLeavesAPlan();
    void doubleClickOpensPlans();

private:
    QString typeOf(const QString& name, const QByteArray& bytes) const {
        return QMimeDatabase().mimeTypeForFile(write(name, bytes)).name();
    }
    QTemporaryDir mShare;
};

void TestFileType::initTestCase() {
    QVERIFY(QDir(mShare.path()).mkpath(QStringLiteral("mime/packages")));
    QVERIFY(QFile::copy(QStringLiteral(CORRIDOR_SOURCE_DIR "/installer/corridor-planner.xml"),
                        mShare.filePath(QStringLiteral("mime/packages/corridor-planner.xml"))));
    qputenv("XDG_DATA_HOME", mShare.path().toUtf8());
    qputenv("XDG_DATA_DIRS", mShare.filePath(QStringLiteral("nothing")).toUtf8());
}

void TestFileType::typeOfFiles_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("type");
    const QByteArray plan = contentOf(QStringLiteral(CORRIDOR_SAMPLE));
    QByteArray foreign = plan, database = plan;
    foreign.replace(48, 4, QByteArray(4, '\0'));  // as GDAL and QGIS leave it
    database.replace(68, 4, QByteArray(4, '\0')); // no GeoPackage at all
    QTest::newRow("plan") << "规划 a.gpkg" << plan << kPlan;
    QTest::newRow("plan without extension") << "plan" << plan << kPlan;
    QTest::newRow("another GeoPackage") << "a.gpkg" << foreign << kGeoPackage;
    QTest::newRow("text of that name") << "a.gpkg" << QByteArray("code,name\n") << kGeoPackage;
    QTest::newRow("a plan's head alone") << "a.gpkg" << plan.left(100) << kPlan;
}

void TestFileType::typeOfFiles() {
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QTEST(typeOf(name, bytes), "type");
    QVERIFY(typeOf(QStringLiteral("b"), QByteArray("SQLite format 3\0", 16)) != kPlan);
}

void TestFileType::plansAreGeoPackages() {
    const QMimeType plan = QMimeDatabase().mimeTypeForName(kPlan);
    QVERIFY(plan.isValid());
    QVERIFY(plan.inherits(kGeoPackage)); // so that QGIS is offered too
    QVERIFY(plan.suffixes().contains(QStringLiteral("gpkg")));
}

// Made, imported into, results stored: each way to write one.
void TestFileType::everySaveLeavesAPlan() {
    const QString plan = file(QStringLiteral("new.gpkg"));
    const auto typeNow = [&] { return QMimeDatabase().mimeTypeForFile(plan).name(); };
    QCOMPARE(run({"new", plan}).code, 0);
    QCOMPARE(typeNow(), kPlan);
    QByteArray older = contentOf(plan);
    older.replace(48, 4, QByteArray(4, '\0'));
    write(QStringLiteral("new.gpkg"), older);
    QCOMPARE(typeNow(), kGeoPackage);
    const QString table = write(QStringLiteral("junctions.csv"), "code,name,geometry_wkt\nJ1,Hut,POINT (113 41)\n");
    const Finished imported = run({"import", plan, table, "--kind", "junction"});
    QVERIFY2(imported.code == 0, imported.err);
    QCOMPARE(typeNow(), kPlan);
}

void TestFileType::doubleClickOpensPlans() {
    const QSettings desktop(QStringLiteral(CORRIDOR_SOURCE_DIR "/installer/corridor-planner.desktop"),
                            QSettings::IniFormat);
    const auto value = [&](const char* key) {
        return desktop.value(QStringLiteral("Desktop Entry/") + QLatin1String(key)).toString();
    };
    QCOMPARE(contentOf(desktop.fileName()).count("MimeType=" + kPlan.toUtf8() + ";\n"), 1);
    QCOMPARE(value("Exec"), QStringLiteral("corridor-planner %f"));
}

QTEST_GUILESS_MAIN(TestFileType)
#include "test_filetype.moc"
