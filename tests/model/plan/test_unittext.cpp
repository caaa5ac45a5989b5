// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/schema.h"
#include "model/plan/unittext.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace corridor;

namespace {

// Every "unit" of a JSON document, however deep.
void collectUnits(const QJsonValue& value, QStringList& out) {
    if (value.isArray())
        for (const QJsonValue& item : value.toArray())
            collectUnits(item, out);
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == QStringLiteral("unit"))
            out += it->toString();
        collectUnits(*it, out);
    }
}

} // namespace

class TestUnitText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsAsPeopleWriteIt() {
        QCOMPARE(unitText(QStringLiteral("percent")), QStringLiteral("%"));
        QCOMPARE(unitText(QStringLiteral("gbps")), QStringLiteral("Gbit/s"));
        QCOMPARE(unitText(QStringLiteral("ms")), QStringLiteral("ms"));
        QCOMPARE(unitText(QStringLiteral("furlong")), QStringLiteral("furlong"));
        QCOMPARE(withUnit(QStringLiteral("80"), QStringLiteral("percent")), QStringLiteral("80 %"));
        QCOMPARE(withUnit(QStringLiteral("1.25"), QStringLiteral("pue")), QStringLiteral("1.25"));
        QCOMPARE(withUnit(QStringLiteral("3"), QString()), QStringLiteral("3"));
    }
    // The plural is the translation's business; here that the number stays as it was written.
    void countsKeepTheNumberAsWritten() {
        QCOMPARE(withUnit(QStringLiteral("2"), QStringLiteral("routes")), QStringLiteral("2 routes"));
        const QString thousands = QStringLiteral("1\u2009500"), below = QStringLiteral("\u22121");
        QCOMPARE(withUnit(thousands, QStringLiteral("racks")), thousands + QStringLiteral(" racks"));
        QCOMPARE(withUnit(below, QStringLiteral("hop")), below + QStringLiteral(" hops"));
        QCOMPARE(withUnit(QStringLiteral("1.5"), QStringLiteral("routes")), QStringLiteral("1.5 routes"));
        QCOMPARE(withUnit(QStringLiteral("\u2014"), QStringLiteral("routes")), QStringLiteral("\u2014 routes"));
    }
    // A machine's word would stand in the list of findings.
    void noRulePackShowsKeyNames() {
        const QDir folder(QStringLiteral(CORRIDOR_SOURCE_DIR "/resources/rulepacks"));
        QStringList units;
        for (const QString& name : folder.entryList({QStringLiteral("*.json")})) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            collectUnits(QJsonDocument::fromJson(file.readAll()).object(), units);
        }
        QVERIFY(units.size() > 20);
        const QStringList keyNames{QStringLiteral("eflops"),  QStringLiteral("pflops"), QStringLiteral("gbps"),
                                   QStringLiteral("percent"), QStringLiteral("pue"),    QStringLiteral("ratio")};
        for (const QString& unit : units)
            QVERIFY2(!unitText(unit).contains(u'_') && !keyNames.contains(unitText(unit)), qPrintable(unit));
    }
};

QTEST_GUILESS_MAIN(TestUnitText)
#include "test_unittext.moc"
