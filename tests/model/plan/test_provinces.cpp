// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/provinces.h"

#include <QTest>

using namespace corridor;

class TestProvinces : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void knownOnesHaveTheirEnglishName() {
        QCOMPARE(englishProvince(QStringLiteral("内蒙古自治区")), QStringLiteral("Inner Mongolia"));
        QCOMPARE(englishProvince(QStringLiteral("陕西省")), QStringLiteral("Shaanxi"));
        QCOMPARE(englishProvince(QStringLiteral("山西省")), QStringLiteral("Shanxi"));
    }
    void othersStayAsTheyAre() {
        QCOMPARE(englishProvince(QStringLiteral("Elsewhere")), QStringLiteral("Elsewhere"));
        QVERIFY(englishProvince(QString()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestProvinces)
#include "test_provinces.moc"
