// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/date.h"

#include <QtTest>

namespace corridor {

class DateTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsAndWritesReducedPrecision_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"1900", "2026", "2200", "2026-01", "2026-12", "2026-09-30", "2024-02-29"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void readsAndWritesReducedPrecision() {
        QFETCH(QString, text);
        const auto date = Date::fromString(text);
        QVERIFY(date);
        QCOMPARE(date->toString(), text);
        QVERIFY(!date->isNull());
    }

    void refusesWhatIsNoDate_data() {
        QTest::addColumn<QString>("text");
        // "2026-+1" and "2026- 1": toInt() takes a sign and blanks (found 2026-11-22).
        for (const char* text :
             {"",        " ",          "26",         "1899",       "2201",       "2026-0",       "2026-00",  "2026-13",
              "2026-1",  "2026-02-30", "2023-02-29", "2026-09-00", "2026-9-30",  "2026-09-30-1", "2026-09-", "-2026",
              "2026-+1", "2026- 1",    "+202",       "2026/09",    "2026-09-3x", "MMXXVI"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void refusesWhatIsNoDate() {
        QFETCH(QString, text);
        QVERIFY(!Date::fromString(text));
    }

    void noDateHasNoText() {
        QVERIFY(Date().isNull());
        QCOMPARE(Date().toString(), QString());
        QCOMPARE((Date{2026, 0, 5}).toString(), QStringLiteral("2026")); // a day without a month says nothing
    }

    void ordersAsWritten() {
        const QStringList ascending{"2025-12-31", "2026", "2026-01", "2026-01-01", "2026-01-02", "2026-02", "2027"};
        for (qsizetype i = 1; i < ascending.size(); ++i)
            QVERIFY2(*Date::fromString(ascending[i - 1]) < *Date::fromString(ascending[i]), qPrintable(ascending[i]));
    }

    void inServiceCountsWholeYears() {
        const Date none, in{2026, 9, 0}, out{2030, 1, 1};
        QVERIFY(!inServiceInYear(in, out, 2025, true));
        QVERIFY(inServiceInYear(in, out, 2026, false));
        QVERIFY(inServiceInYear(in, out, 2029, false));
        QVERIFY(!inServiceInYear(in, out, 2030, true));
        QVERIFY(inServiceInYear(in, none, 2200, false));
        QVERIFY(inServiceInYear(none, none, 2026, true));
        QVERIFY(!inServiceInYear(none, none, 2026, false));
        QVERIFY(inServiceInYear(none, out, 2029, true));
        QVERIFY(!inServiceInYear(none, out, 2030, true));
        QVERIFY(!inServiceInYear(in, Date{2026, 12, 0}, 2026, true));
    }
};

} // namespace corridor

QTEST_GUILESS_MAIN(corridor::DateTest)
#include "test_date.moc"
