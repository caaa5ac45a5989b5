// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/translation.h"

#include <QCoreApplication>
#include <QTest>

using namespace corridor;

class TestTranslation : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asksTheEnvironment_data() {
        QTest::addColumn<QByteArray>("all");
        QTest::addColumn<QByteArray>("messages");
        QTest::addColumn<QByteArray>("lang");
        QTest::addColumn<QString>("language");
        QTest::newRow("nothing set") << QByteArray() << QByteArray() << QByteArray() << "zh";
        QTest::newRow("Chinese") << QByteArray() << QByteArray() << QByteArray("zh_CN.UTF-8") << "zh";
        QTest::newRow("English") << QByteArray() << QByteArray() << QByteArray("en_GB.UTF-8") << "en";
        QTest::newRow("German") << QByteArray() << QByteArray() << QByteArray("de_DE") << "en";
        QTest::newRow("only an encoding") << QByteArray() << QByteArray() << QByteArray("C.UTF-8") << "zh";
        QTest::newRow("a script's C") << QByteArray("C") << QByteArray() << QByteArray("zh_CN.UTF-8") << "en";
        QTest::newRow("LC_ALL first") << QByteArray("zh_CN.UTF-8") << QByteArray("en_US.UTF-8")
                                      << QByteArray("en_US.UTF-8") << "zh";
        QTest::newRow("LC_MESSAGES before LANG")
            << QByteArray() << QByteArray("en_US.UTF-8") << QByteArray("zh_CN.UTF-8") << "en";
    }
    void asksTheEnvironment() {
        const std::pair<const char*, const char*> variables[] = {
            {"LC_ALL", "all"}, {"LC_MESSAGES", "messages"}, {"LANG", "lang"}};
        for (const auto& [name, column] : variables) {
            const QByteArray value = *static_cast<QByteArray*>(QTest::qData(column, qMetaTypeId<QByteArray>()));
            value.isEmpty() ? qunsetenv(name) : qputenv(name, value);
        }
        QTEST(languageFromEnvironment(), "language");
    }
    void knowsItsLanguages() {
        QVERIFY(isLanguage(QStringLiteral("zh")));
        QVERIFY(isLanguage(QStringLiteral("en")));
        QVERIFY(!isLanguage(QStringLiteral("de")));
    }
    void englishNeedsNoFileAndMissingOnesAreSaid() {
        QVERIFY(installTranslators(*QCoreApplication::instance(), QStringLiteral("en"), QStringLiteral("/nowhere")));
        QVERIFY(!installTranslators(*QCoreApplication::instance(), QStringLiteral("zh"), QStringLiteral("/nowhere")));
    }
};

QTEST_GUILESS_MAIN(TestTranslation)
#include "test_translation.moc"
