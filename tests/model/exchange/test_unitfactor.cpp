// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/mapping.h"
#include "model/exchange/unitfactor.h"

#include <QTest>

using namespace corridor;

class TestUnitFactor : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void convertsWhatPeopleWrite_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<double>("result");
        QTest::newRow("kW") << 700. << "kW"
                            << "MW" << 0.7;
        QTest::newRow("万千瓦") << 1.2 << "万千瓦"
                                << "MW" << 12.;
        QTest::newRow("万元") << 3500. << "万元"
                              << "M CNY" << 35.;
        QTest::newRow("亿元") << 1.5 << "亿元"
                              << "M CNY" << 150.;
        QTest::newRow("EFLOPS") << 2. << "EFLOPS"
                                << "PFLOPS" << 2000.;
        QTest::newRow("m") << 1250. << "m"
                           << "km" << 1.25;
        QTest::newRow("Tbps") << 0.4 << "Tbps"
                              << "Gbit/s" << 400.;
        QTest::newRow("itself") << 3. << "dB/km"
                                << "dB/km" << 3.;
    }
    void convertsWhatPeopleWrite() {
        QFETCH(double, value);
        QFETCH(QString, from);
        QFETCH(QString, to);
        const auto factor = unitFactor(from, to);
        QVERIFY(factor);
        QTEST(factor->of(value), "result");
    }
    void otherMeasuresAreNone() {
        QVERIFY(!unitFactor(u"kW", u"km"));
        QVERIFY(!unitFactor(u"mW", u"MW"));
        QVERIFY(!unitFactor(u"", u"MW"));
        QVERIFY(!unitFactor(u"furlong", u"km"));
    }
    // "IT power (kW)" is the field with another unit; of a unit that does not fit, the column means nothing.
    void headingsSayTheirUnit() {
        const EntitySchema& schema = schemaOf(Kind::Site);
        const auto targets = mapColumns(schema, {"IT power (kW)", "it_power_mw[MW]", "it_power_mw（km）", "name (kW)"});
        QCOMPARE(targets[0].field, schema.fieldIndex(u"it_power_mw"));
        QCOMPARE(targets[0].unit, QStringLiteral("kW"));
        QVERIFY(targets[1].again);
        QVERIFY(targets[2].part == ColumnTarget::Part::Nothing && targets[3].part == ColumnTarget::Part::Nothing);
        QCOMPARE(fieldNameOf(schema, targets[0]), QStringLiteral("it_power_mw [kW]"));
        const auto chosen = mapColumns(schema, {"负荷"}, {{"负荷", "it_power_mw [万千瓦]"}});
        QCOMPARE(chosen[0].unit, QStringLiteral("万千瓦"));
    }
};

QTEST_GUILESS_MAIN(TestUnitFactor)
#include "test_unitfactor.moc"
