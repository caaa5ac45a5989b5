// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/texttable.h"

#include <QTest>

using namespace corridor;

class TestTextTable : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void widths_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("width");
        QTest::newRow("empty") << QString() << 0;
        QTest::newRow("Latin") << QStringLiteral("RTT ms") << 6;
        QTest::newRow("Chinese") << QString::fromUtf8("算力走廊") << 8;
        QTest::newRow("mixed") << QString::fromUtf8("北京—A（1）") << 2 + 2 + 1 + 1 + 2 + 1 + 2;
        QTest::newRow("beyond the BMP") << QString::fromUtf8("𠮷") << 2;
        QTest::newRow("combining") << QString::fromUtf8("e\xcc\x81") << 1;
        QTest::newRow("minus and dash") << QString::fromUtf8("−–→") << 3;
    }
    void widths() {
        QFETCH(QString, text);
        QTEST(displayWidth(text), "width");
    }
    void alignsColumns() {
        using enum TextTable::Align;
        TextTable table({QString::fromUtf8("条款"), QStringLiteral("ms")}, {Left, Right});
        table.addRow({QStringLiteral("Q13"), QStringLiteral("5.087")});
        table.addRow({QString::fromUtf8("北京以西")});
        QCOMPARE(table.toString(), QString::fromUtf8("条款         ms\n"
                                                     "--------  -----\n"
                                                     "Q13       5.087\n"
                                                     "北京以西\n"));
    }
    void needsNoHeader() {
        using enum TextTable::Align;
        TextTable table({}, {Left, Right, Left});
        table.addRow({QStringLiteral("floor"), QStringLiteral("3.896 ms")});
        table.addRow({QString::fromUtf8("往返"), QStringLiteral("5 ms"), QStringLiteral("4 – 6")});
        QCOMPARE(table.toString(), QString::fromUtf8("floor  3.896 ms\n"
                                                     "往返       5 ms  4 – 6\n"));
    }
};

QTEST_GUILESS_MAIN(TestTextTable)
#include "test_texttable.moc"
