// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvasfixture.h"
#include "model/geo/geodesic.h"

using namespace corridor;
using namespace corridor::test;

class TestToolSplit : public QObject {
    Q_OBJECT
    std::unique_ptr<CanvasFixture> f;

    QPoint onFirst(double fraction) const { // of the first segment of S-WM
        const QPointF a = f->canvas.viewport().pixelOf({112.0, 40.5});
        const QPointF b = f->canvas.viewport().pixelOf({112.75, 40.70});
        return (a + (b - a) * fraction).toPoint();
    }
    LonLat cut() const { return f->get<Junction>(f->selection.single()).position; }

private Q_SLOTS:
    void init() {
        f = std::make_unique<CanvasFixture>();
        QVERIFY(f->isReady());
        QVERIFY(f->canvas.setTool(QStringLiteral("split")));
    }
    void cleanup() { f.reset(); }

    void cutsAtAVertexInOneStep() {
        const Plan before = f->document.plan();
        QSignalSpy notices(&f->canvas, &MapCanvas::notified);
        f->click(f->pixel({112.75, 40.70}) + QPoint(4, 3));
        QCOMPARE(f->steps(), 1);
        QCOMPARE(cut(), (LonLat{112.75, 40.70}));
        QCOMPARE(f->document.entities().count(Kind::Span), std::size_t(3));
        QCOMPARE(f->get<Span>("S-WM").line.size(), std::size_t(2));
        QCOMPARE(notices.count(), 1);
        QCOMPARE(notices.front().at(1).toBool(), true);
        QVERIFY(notices.front().at(0).value<Message>().text().contains(QStringLiteral("S-WM")));
        f->document.undoStack()->undo();
        QVERIFY(Plan::sameContent(before, f->document.plan()));
        QVERIFY(!f->document.isModified());
    }

    void cutsAtAMiddle() {
        f->click(onFirst(0.5) + QPoint(3, 4));
        QVERIFY(isNear(cut(), Geodesic::cgcs2000().interpolate({112.0, 40.5}, {112.75, 40.70}, 0.5), 1e-8));
    }

    void cutsAtTheNearestPlaceAlongTheLine() {
        f->click(onFirst(0.25) + QPoint(0, 4));
        const QPointF at = f->canvas.viewport().pixelOf(cut());
        QVERIFY(QLineF(at, onFirst(0.25)).length() < 3);
        QCOMPARE(f->get<Span>("S-WM").line.size(), std::size_t(2));
    }

    void controlCutsBesideTheMark() {
        f->click(onFirst(0.5) + QPoint(6, 0), Qt::ControlModifier);
        QVERIFY(!isNear(cut(), Geodesic::cgcs2000().interpolate({112.0, 40.5}, {112.75, 40.70}, 0.5), 1e-3));
        QCOMPARE(f->document.entities().count(Kind::Span), std::size_t(3));
    }

    void theServiceKeepsItsRoute() {
        f->session.waitForResults(5000);
        const double before = f->session.assessment()->route(f->id("YW-1"))->primary.rtt.totalMs;
        f->click(onFirst(0.5));
        f->session.waitForResults(5000);
        const auto route = f->session.assessment()->route(f->id("YW-1"));
        QCOMPARE(route->primary.spans.size(), std::size_t(3));
        QVERIFY(std::abs(route->primary.rtt.totalMs - before) < 1e-6);
    }

    void endsAndFreeGroundAreRefusedInOneSentence() {
        QSignalSpy notices(&f->canvas, &MapCanvas::notified);
        f->click(f->pixel({112.0, 40.5}) + QPoint(3, -1));
        f->click(f->pixel({113.0, 40.0}));
        QCOMPARE(notices.count(), 2);
        QVERIFY(notices[0].at(0).value<Message>() != notices[1].at(0).value<Message>());
        QCOMPARE(f->steps(), 0);
    }

    void showsWhereItWouldCut() {
        const QString off = f->canvas.tool()->hint();
        const QPoint at = onFirst(0.5);
        const QRect around(at - QPoint(10, 10), QSize(20, 20));
        f->moveTo(f->pixel({113.0, 39.9}));
        const QImage without = f->canvas.grab(around).toImage();
        f->moveTo(at);
        QVERIFY(f->canvas.tool()->hint() != off);
        QCOMPARE(f->canvas.cursor().shape(), Qt::CrossCursor);
        QVERIFY(f->canvas.grab(around).toImage() != without);
    }

    void escapeCostsNothing() {
        const quint64 revision = f->document.revision();
        f->moveTo(onFirst(0.5));
        f->key(Qt::Key_Escape);
        QCOMPARE(f->canvas.tool()->id(), QStringLiteral("select"));
        QCOMPARE(f->document.revision(), revision);
    }

    void readOnlyPlansRefuseTheTool() {
        f->document.setReadOnly(true);
        QCOMPARE(f->canvas.tool()->id(), QStringLiteral("select"));
        QVERIFY(!f->canvas.setTool(QStringLiteral("split")));
    }
};

QTEST_MAIN(TestToolSplit)
#include "test_tool_split.moc"
