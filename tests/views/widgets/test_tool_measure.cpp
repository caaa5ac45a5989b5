// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvasfixture.h"
#include "views/widgets/tools/measuretool.h"

#include <QClipboard>

using namespace corridor;
using namespace corridor::test;

/// The figures were computed by Vincenty's formulae on CGCS2000, the area in an equal-area projection, the round trip
/// as 2 · length · 1.025 · 1.4682 / c.
class TestToolMeasure : public QObject {
    Q_OBJECT
    std::unique_ptr<CanvasFixture> f;

    const MeasureTool& tool() const { return *static_cast<const MeasureTool*>(f->canvas.tool()); }
    QStringList report() const { return tool().report(); }
    QPoint away() const { return f->pixel({114.2, 40.0}); }

private Q_SLOTS:
    void init() {
        f = std::make_unique<CanvasFixture>();
        QVERIFY(f->isReady());
        QVERIFY(f->canvas.setTool(QStringLiteral("measure")));
    }
    void cleanup() { f.reset(); }

    void oneLegIsGeodesic() {
        f->click(f->pixelOf("WEST"));
        QVERIFY(report().isEmpty());
        f->click(f->pixelOf("FREE"));
        f->key(Qt::Key_Return);
        QCOMPARE(report(), QStringList({QStringLiteral("116.2 km"), QStringLiteral("Azimuth 118.1°"),
                                        QStringLiteral("RTT 1.17 ms if it were G.652.D: lay 1.025, no equipment")}));
        QVERIFY(!f->canvas.isBusy());
        QCOMPARE(f->steps(), 0);
        QVERIFY(!f->document.isModified());
    }

    void theSumAndTheLastLeg() {
        f->click(f->pixelOf("WEST"));
        f->click(f->pixelOf("FREE"));
        f->doubleClick(f->pixelOf("MID"));
        QCOMPARE(report().at(0), QStringLiteral("187.6 km"));
        QCOMPARE(report().at(1), QStringLiteral("Last leg 71.3 km · azimuth 20.9°"));
        QCOMPARE(report().at(2), QStringLiteral("RTT 1.88 ms if it were G.652.D: lay 1.025, no equipment"));
        QCOMPARE(report().size(), 3); // not closed: no area
    }

    void closedItHasAnArea() {
        f->click(f->pixelOf("WEST"));
        f->click(f->pixelOf("FREE"));
        f->click(f->pixelOf("MID"));
        f->click(f->pixelOf("WEST") + QPoint(3, 2));
        QVERIFY(!f->canvas.isBusy());
        QCOMPARE(report().at(0), QStringLiteral("315.1 km"));
        QCOMPARE(report().at(1), QStringLiteral("Last leg 127.5 km · azimuth 265.5°"));
        QCOMPARE(report().at(2), QStringLiteral("Area 4\u2009104 km²"));
    }

    void backspaceTakesBackAndEscapeClears() {
        f->click(f->pixelOf("WEST"));
        f->click(f->pixelOf("FREE"));
        f->click(f->pixelOf("MID"));
        f->key(Qt::Key_Backspace);
        f->key(Qt::Key_Return);
        QCOMPARE(report().at(0), QStringLiteral("116.2 km"));
        f->key(Qt::Key_Escape);
        QVERIFY(report().isEmpty());
        QCOMPARE(f->canvas.tool()->id(), QStringLiteral("measure"));
        f->key(Qt::Key_Escape);
        QCOMPARE(f->canvas.tool()->id(), QStringLiteral("select"));
    }

    void backspaceGoesOnAfterTheEnd() {
        f->click(f->pixelOf("WEST"));
        f->click(f->pixelOf("FREE"));
        f->doubleClick(f->pixelOf("MID"));
        f->key(Qt::Key_Backspace);
        QVERIFY(f->canvas.isBusy());
        f->doubleClick(f->pixelOf("MID"));
        QCOMPARE(report().at(0), QStringLiteral("187.6 km"));
    }

    void theNextClickStartsAnew() {
        f->click(f->pixelOf("WEST"));
        f->doubleClick(f->pixelOf("FREE"));
        f->click(f->pixelOf("MID"));
        QVERIFY(report().isEmpty());
        QVERIFY(f->canvas.isBusy());
    }

    void controlCCopies() {
        QGuiApplication::clipboard()->setText(QStringLiteral("before"));
        QTest::keyClick(&f->canvas, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before")); // nothing measured
        f->click(f->pixelOf("WEST"));
        f->doubleClick(f->pixelOf("FREE"));
        QSignalSpy notices(&f->canvas, &MapCanvas::notified);
        QTest::keyClick(&f->canvas, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), report().join(u'\n'));
        QCOMPARE(notices.count(), 1);
        f->key(Qt::Key_C); // alone it is not for measuring
        QCOMPARE(notices.count(), 1);
    }

    void withoutTheFibreThereIsNoRoundTrip() {
        QCOMPARE(roundTripOver(EntitySet(), 1000, QStringLiteral("G.652.D")), std::nullopt);
        const auto ms = roundTripOver(f->document.entities(), 100000, QStringLiteral("G.652.D"));
        QVERIFY(ms && std::abs(*ms - 1.0039645) < 1e-6);
    }

    void readOnlyPlansAreMeasuredToo() {
        f->document.setReadOnly(true);
        QCOMPARE(f->canvas.tool()->id(), QStringLiteral("measure"));
        f->click(f->pixelOf("WEST"));
        f->doubleClick(f->pixelOf("FREE"));
        QCOMPARE(report().at(0), QStringLiteral("116.2 km"));
    }
};

QTEST_MAIN(TestToolMeasure)
#include "test_tool_measure.moc"
