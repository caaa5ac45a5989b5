// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvasfixture.h"

using namespace corridor;
using namespace corridor::test;

class TestToolZoomBox : public QObject {
    Q_OBJECT
    std::unique_ptr<CanvasFixture> f;

private Q_SLOTS:
    void init() {
        f = std::make_unique<CanvasFixture>();
        QVERIFY(f->isReady());
        QVERIFY(f->canvas.setTool(QStringLiteral("zoom-box")));
    }
    void cleanup() { f.reset(); }

    void theBoxFillsTheMap() {
        const LonLat corner = f->canvas.viewport().positionOf({300, 200});
        const LonLat opposite = f->canvas.viewport().positionOf({500, 320});
        const double scale = f->canvas.viewport().unitsPerPixel();
        f->drag({500, 320}, {300, 200});
        QCOMPARE(f->canvas.viewport().unitsPerPixel(), scale / 5); // 1000 × 600 over 200 × 120
        QVERIFY(QLineF(f->canvas.viewport().pixelOf(corner), QPointF(0, 0)).length() < 0.1);
        QVERIFY(QLineF(f->canvas.viewport().pixelOf(opposite), QPointF(1000, 600)).length() < 0.1);
        QCOMPARE(f->canvas.tool()->id(), QStringLiteral("zoom-box"));
        QVERIFY(!f->canvas.isBusy());
    }

    void aClickEnlargesAboutItsPlace() {
        const QPoint at(700, 250);
        const LonLat place = f->canvas.viewport().positionOf(at);
        const double scale = f->canvas.viewport().unitsPerPixel();
        f->click(at);
        QCOMPARE(f->canvas.viewport().unitsPerPixel(), scale / 2);
        QVERIFY(QLineF(f->canvas.viewport().pixelOf(place), at).length() < 0.1);
        f->click(at, Qt::ShiftModifier);
        QCOMPARE(f->canvas.viewport().unitsPerPixel(), scale);
    }

    void withShiftTheMapGoesIntoTheBox() {
        const LonLat middle = f->canvas.viewport().positionOf({500, 300});
        const double scale = f->canvas.viewport().unitsPerPixel();
        f->drag({100, 100}, {600, 400}, Qt::ShiftModifier);
        QCOMPARE(f->canvas.viewport().unitsPerPixel(), scale * 2);
        QVERIFY(QLineF(f->canvas.viewport().pixelOf(middle), QPointF(350, 250)).length() < 0.1);
    }

    void escapeDropsTheBox() {
        const Viewport before = f->canvas.viewport();
        f->press({300, 200});
        f->dragTo({300, 200}, {500, 320});
        QVERIFY(f->canvas.isBusy());
        f->key(Qt::Key_Escape);
        f->release({500, 320});
        QVERIFY(f->canvas.viewport() == before);
        QCOMPARE(f->canvas.tool()->id(), QStringLiteral("zoom-box"));
        f->key(Qt::Key_Escape);
        QCOMPARE(f->canvas.tool()->id(), QStringLiteral("select"));
    }

    void readOnlyPlansAreLookedAtToo() {
        f->document.setReadOnly(true);
        QCOMPARE(f->canvas.tool()->id(), QStringLiteral("zoom-box"));
        const double scale = f->canvas.viewport().unitsPerPixel();
        f->click({500, 300});
        QVERIFY(f->canvas.viewport().unitsPerPixel() < scale);
        QCOMPARE(f->steps(), 0);
    }
};

QTEST_MAIN(TestToolZoomBox)
#include "test_tool_zoombox.moc"
