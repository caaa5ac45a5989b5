// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/remarks.h"

#include <QTest>

using namespace corridor;

class TestRemarks : public QObject {
    Q_OBJECT

private slots:
    void saysWhatThePictureIsGoodFor_data() {
        QTest::addColumn<double>("scale");
        QTest::addColumn<bool>("cables");
        QTest::addColumn<bool>("ways");
        QTest::addColumn<QStringList>("expected");
        const QString ends = QStringLiteral("Base map ends at 1:250 000");
        QTest::newRow("nothing to say") << 2e6 << false << false << QStringList();
        QTest::newRow("just within") << 250'001.0 << false << false << QStringList();
        QTest::newRow("beyond the base map") << 249'999.0 << false << false << QStringList{ends};
        QTest::newRow("cables") << 2e6 << true << false << QStringList{QStringLiteral("Cable routes are schematic")};
        QTest::newRow("ways") << 2e6 << false << true << QStringList{QStringLiteral("Roads, railways: schematic")};
        QTest::newRow("both") << 2e6 << true << true
                              << QStringList{QStringLiteral("Cables, roads, railways: schematic")};
        QTest::newRow("all") << 1e5 << true << false << QStringList{ends, QStringLiteral("Cable routes are schematic")};
    }
    void saysWhatThePictureIsGoodFor() {
        QFETCH(double, scale);
        QFETCH(bool, cables);
        QFETCH(bool, ways);
        QFETCH(QStringList, expected);
        const std::vector<QString> remarks = mapRemarks({scale, cables, ways});
        QCOMPARE(QStringList(remarks.begin(), remarks.end()), expected);
    }
};

QTEST_GUILESS_MAIN(TestRemarks)
#include "test_remarks.moc"
