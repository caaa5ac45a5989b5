// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/translation.h"
#include "model/base/message.h"
#include "texts.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace corridor;

namespace {

const QString kFolder = QStringLiteral(CORRIDOR_SOURCE_DIR "/resources/i18n/");
const QString kChinese = QStringLiteral("corridor_zh_CN");
const QString kEnglish = QStringLiteral("corridor_en");

// All complaints, each on its own line: whoever adds ten texts wants to hear of ten, and QVERIFY2 cuts long texts off.
void verifyNone(const QStringList& faults) {
    for (const QString& fault : faults)
        qWarning("%s", qUtf8Printable(fault));
    QVERIFY2(faults.isEmpty(), "see the lines above; ./dev i18n brings the .ts files up to date");
}

TextEntry entry(const QString& source, const QStringList& forms) {
    return {QStringLiteral("Planted"), source, {}, forms, forms.size() > 1, true};
}

} // namespace

/// The committed .ts files against the sources as they are now, and the compiled files against both.
class TestTranslations : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyTextIsThere_data() { languages(); }
    void everyTextIsThere();
    void everyTextIsTranslated_data() { languages(); }
    void everyTextIsTranslated();
    void chineseReadsAsAgreed();
    void findsWhatIsWrong_data();
    void findsWhatIsWrong();
    void findsWhatIsNotChinese_data();
    void findsWhatIsNotChinese();
    void compiledFilesAreInUse();

private:
    void languages();
    QString inSources(const QString& language) const { return mScratch.filePath(language + QStringLiteral(".ts")); }

    QTemporaryDir mScratch;
};

void TestTranslations::initTestCase() {
    QProcess cmake;
    cmake.setProcessChannelMode(QProcess::MergedChannels);
    cmake.start(QStringLiteral(CORRIDOR_CMAKE),
                {QStringLiteral("-DROOT=" CORRIDOR_SOURCE_DIR),
                 QStringLiteral("-DSCRATCH=") + mScratch.filePath(QStringLiteral("sources")),
                 QStringLiteral("-DLUPDATE=" CORRIDOR_LUPDATE), QStringLiteral("-DZH=") + inSources(kChinese),
                 QStringLiteral("-DEN=") + inSources(kEnglish), QStringLiteral("-P"),
                 kFolder + QStringLiteral("extract.cmake")});
    QVERIFY(cmake.waitForFinished(120000));
    QVERIFY2(cmake.exitStatus() == QProcess::NormalExit && cmake.exitCode() == 0, cmake.readAll());
}

void TestTranslations::languages() {
    QTest::addColumn<QString>("language");
    QTest::newRow("Chinese") << kChinese;
    QTest::newRow("English plurals") << kEnglish;
}

void TestTranslations::everyTextIsThere() {
    QFETCH(QString, language);
    std::set<QString> known;
    for (const TextEntry& text : readTexts(kFolder + language + QStringLiteral(".ts")))
        known.insert(text.key());
    QStringList missing;
    const std::vector<TextEntry> wanted = readTexts(inSources(language));
    for (const TextEntry& text : wanted)
        if (!known.contains(text.key()))
            missing += text.label() + QStringLiteral(": not in the .ts file");
    verifyNone(missing);
    QVERIFY(wanted.size() > (language == kChinese ? 600 : 3)); // else the sources were not read
}

void TestTranslations::everyTextIsTranslated() {
    QFETCH(QString, language);
    QStringList faults;
    for (const TextEntry& text : readTexts(kFolder + language + QStringLiteral(".ts")))
        faults += faultsOf(text);
    verifyNone(faults);
}

void TestTranslations::chineseReadsAsAgreed() {
    QStringList faults;
    for (const TextEntry& text : readTexts(kFolder + kChinese + QStringLiteral(".ts")))
        faults += faultsOfChinese(text);
    verifyNone(faults);
}

void TestTranslations::findsWhatIsWrong_data() {
    QTest::addColumn<QString>("source");
    QTest::addColumn<QStringList>("forms");
    QTest::addColumn<qsizetype>("faults");
    QTest::newRow("right") << "%1 of %n" << QStringList{"%n 之 %1"} << qsizetype(0);
    QTest::newRow("says a placeholder twice") << "%1" << QStringList{"%1 和 %1"} << qsizetype(0);
    QTest::newRow("nothing") << "Open" << QStringList{""} << qsizetype(1);
    QTest::newRow("no form") << "Open" << QStringList() << qsizetype(1);
    QTest::newRow("placeholder lost") << "%1 of %2" << QStringList{"%1"} << qsizetype(1);
    QTest::newRow("placeholder invented") << "All" << QStringList{"全部 %1"} << qsizetype(1);
    QTest::newRow("count lost in one form") << "%n spans" << QStringList{"a span", "%n spans"} << qsizetype(1);
    QTest::newRow("line break lost") << "done\n" << QStringList{"完成"} << qsizetype(1);
    QTest::newRow("mnemonic lost") << "&File" << QStringList{"文件"} << qsizetype(1);
    QTest::newRow("mnemonic kept") << "&File" << QStringList{"文件(&F)"} << qsizetype(0);
    QTest::newRow("ellipsis lost") << "Rename…" << QStringList{"重命名"} << qsizetype(1);
}

void TestTranslations::findsWhatIsWrong() {
    QFETCH(QString, source);
    QFETCH(QStringList, forms);
    QTEST(faultsOf(entry(source, forms)).size(), "faults");
    TextEntry unsettled = entry(source, forms);
    unsettled.settled = false;
    QCOMPARE(faultsOf(unsettled).size(), 1);
}

void TestTranslations::findsWhatIsNotChinese_data() {
    QTest::addColumn<QString>("form");
    QTest::addColumn<qsizetype>("faults");
    QTest::newRow("as agreed") << "余 6.1 km 光纤；选择“%1”的 IT 功率（3 个）。" << qsizetype(0);
    QTest::newRow("a name put in") << "移动%1 %2" << qsizetype(0);
    QTest::newRow("a key") << "放大 (+)" << qsizetype(0);
    QTest::newRow("please") << "请选择" << qsizetype(1);
    QTest::newRow("hurrah") << "保存成功！" << qsizetype(1);
    QTest::newRow("half-width comma") << "检查,再保存" << qsizetype(1);
    QTest::newRow("Latin without space") << "导出GeoJSON 文件" << qsizetype(1);
    QTest::newRow("number without space") << "共 3个" << qsizetype(1);
    QTest::newRow("space after a comma") << "检查， 再保存" << qsizetype(1);
}

void TestTranslations::findsWhatIsNotChinese() {
    QFETCH(QString, form);
    QTEST(faultsOfChinese(entry(QStringLiteral("Text"), {form})).size(), "faults");
}

void TestTranslations::compiledFilesAreInUse() {
    const QString folder = QStringLiteral(CORRIDOR_BINARY_DIR "/share/corridor-planner/i18n");
    const Message sentence = message(CORRIDOR_MSG("“%1” is empty; open a backup of it."), QStringLiteral("plan.gpkg"));
    const auto moved = [](int n) {
        return QCoreApplication::translate("corridor::Editor", "Move %n nodes", nullptr, n);
    };
    QVERIFY(installTranslators(*QCoreApplication::instance(), QStringLiteral("zh"), folder));
    QCOMPARE(sentence.text(), QStringLiteral("“plan.gpkg”是空文件；打开其备份。"));
    QCOMPARE(QCoreApplication::translate("Kind", "Span"), QStringLiteral("光缆段"));
    QCOMPARE(moved(1), QStringLiteral("移动 1 个节点"));

    QVERIFY(installTranslators(*QCoreApplication::instance(), QStringLiteral("en"), folder));
    QCOMPARE(sentence.text(), sentence.english());
    QCOMPARE(moved(1), QStringLiteral("Move 1 node"));
    QCOMPARE(moved(2), QStringLiteral("Move 2 nodes"));
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "test_translations.moc"
