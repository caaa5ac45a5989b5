// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/unitsformat.h"
#include "model/base/error.h"
#include "model/plan/adminunits.h"

#include <QDataStream>
#include <QTemporaryDir>
#include <QtTest>

namespace corridor {

/// Where a place lies: the units of the base map.
class AdminUnitsTest : public QObject {
    Q_OBJECT
    QTemporaryDir mFolder;

    static std::vector<LonLat> square(double west, double south, double size) {
        return {{west, south}, {west + size, south}, {west + size, south + size}, {west, south + size}, {west, south}};
    }
    static AdminUnits units() {
        const AdminUnit outer{QStringLiteral("河北省"), QStringLiteral("廊坊市")};
        const AdminUnit inner{QStringLiteral("北京市"), QStringLiteral("北京市")};
        return AdminUnits({{outer, {{square(116, 39, 4), square(117, 40, 1)}}}, {inner, {{square(117, 40, 1)}}}});
    }
    static void writeText(QDataStream& out, const QString& text) {
        const QByteArray bytes = text.toUtf8();
        out << quint16(bytes.size());
        out.writeRawData(bytes.constData(), int(bytes.size()));
    }
    static QByteArray packed() {
        QByteArray bytes;
        QDataStream out(&bytes, QIODevice::WriteOnly);
        out.setByteOrder(QDataStream::LittleEndian);
        out.writeRawData(unitsMagic, sizeof unitsMagic - 1);
        out << quint32(1);
        writeText(out, QStringLiteral("山西省"));
        writeText(out, QStringLiteral("大同市"));
        out << quint16(1) << quint32(4);
        for (const LonLat& p : std::vector<LonLat>{{113, 40}, {114, 40}, {114, 41}, {113, 40}})
            out << qint32(p.lon * unitsPerDegree) << qint32(p.lat * unitsPerDegree);
        return bytes;
    }
    QString fileWith(const QByteArray& bytes) {
        const QString path = mFolder.filePath(QStringLiteral("units.bin"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return path;
    }

private Q_SLOTS:
    void aPlaceLiesInTheUnitAroundIt() {
        QCOMPARE(units().at({116.5, 39.5})->city, QStringLiteral("廊坊市"));
        QCOMPARE(units().at({117.5, 40.5})->province, QStringLiteral("北京市")); // an enclave is not its surroundings
        QVERIFY(!units().at({115.9, 39.5}));
        QVERIFY(!units().at({}));
        QVERIFY(!AdminUnits().at({116.5, 39.5}));
    }

    void aPlaceOnABorderHasOneUnit() {
        QCOMPARE(units().at({117.0, 40.5})->city, QStringLiteral("廊坊市")); // the first of the file
    }

    void aFileIsRead() {
        const AdminUnits read = AdminUnits::load(fileWith(packed()));
        QCOMPARE(read.parts().size(), std::size_t(1));
        QCOMPARE(read.at({113.7, 40.3})->city, QStringLiteral("大同市"));
        QCOMPARE(read.at({113.7, 40.3})->province, QStringLiteral("山西省"));
        QVERIFY(!read.at({113.2, 40.8}));
    }

    void aDamagedFileIsRefusedAtAnyLength() {
        const QByteArray whole = packed();
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY_EXCEPTION_THROWN(AdminUnits::load(fileWith(whole.left(size))), Error);
        QVERIFY_EXCEPTION_THROWN(AdminUnits::load(fileWith(whole + 'x')), Error);
        QByteArray other = whole;
        other[7] = '9';
        QVERIFY_EXCEPTION_THROWN(AdminUnits::load(fileWith(other)), Error);
    }

    void aLookupReadsOnceAndKnowsNothingWithoutItsFile() {
        const QString path = fileWith(packed());
        const UnitLookup lookup = unitLookupIn(path);
        QVERIFY(lookup({113.7, 40.3}));
        QVERIFY(QFile::remove(path));
        QVERIFY(lookup({113.7, 40.3}));
        QVERIFY(!unitLookupIn(path)({113.7, 40.3}));
    }
};

} // namespace corridor

QTEST_GUILESS_MAIN(corridor::AdminUnitsTest)
#include "test_adminunits.moc"
