// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chart/numberticker.h"

#include <QtTest>

using namespace corridor;

class TestNumberTicker : public QObject {
    Q_OBJECT

    static QStringList labelsOf(double from, double to) {
        NumberTicker ticker;
        QVector<double> ticks;
        QVector<QString> labels;
        ticker.generate(QCPRange(from, to), QLocale::c(), u'g', 6, ticks, nullptr, &labels);
        return QStringList(labels.begin(), labels.end());
    }

private slots:
    void thousandsArePartedByThinSpaces() {
        const QStringList labels = labelsOf(0, 6000);
        QVERIFY2(labels.contains(QStringLiteral("2\u2009000")), qPrintable(labels.join(u' ')));
        QVERIFY(labels.contains(QStringLiteral("0")));
    }
    void belowZeroStandsATrueMinus() {
        const QStringList labels = labelsOf(-2500, 2500);
        QVERIFY2(labels.contains(QStringLiteral("\u22121\u2009000")), qPrintable(labels.join(u' ')));
    }
    void allTicksHaveTheSameDecimals() {
        const QStringList labels = labelsOf(0, 1.2);
        QVERIFY2(labels.contains(QStringLiteral("0.25")) && labels.contains(QStringLiteral("1.00")),
                 qPrintable(labels.join(u' ')));
    }
};

QTEST_GUILESS_MAIN(TestNumberTicker)
#include "test_numberticker.moc"
