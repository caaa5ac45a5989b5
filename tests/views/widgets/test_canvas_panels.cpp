// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvasfixture.h"
#include "views/widgets/canvas/budgetbar.h"
#include "views/widgets/canvas/dragcard.h"
#include "views/widgets/canvas/dragtext.h"

using namespace corridor;
using namespace corridor::test;

class TestCanvasPanels : public QObject {
    Q_OBJECT

    static PathChange change(double totalMs, double limitMs) {
        PathChange out;
        out.service = PlanMaker::id("S");
        out.serviceName = QStringLiteral("A - B");
        out.path.exists = true;
        out.path.rtt = {3.0, totalMs - 3.3, 0.2, 0.1, totalMs, totalMs, totalMs, true};
        out.limitMs = limitMs;
        out.marginMs = limitMs - totalMs;
        out.marginKm = (limitMs - totalMs) * 100;
        out.verdict = totalMs <= limitMs ? Verdict::Met : Verdict::Broken;
        out.clause = QStringLiteral("Q13");
        return out;
    }
    static DragPreview previewOf(std::vector<PathChange> paths) {
        DragPreview out;
        out.paths = std::move(paths);
        return out;
    }
    /// How many pixels of a column of the picture have a colour, counted over all rows.
    static int columnsWith(const QImage& image, const QColor& color, int y) {
        int count = 0;
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == color;
        return count;
    }
    static QImage painted(const DragPreview& preview, const QRectF& rect) {
        QImage image(int(rect.width()), int(rect.height()), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.translate(-rect.topLeft());
        BudgetBar(preview, Theme::Light).paint(painter, rect);
        return image;
    }

private Q_SLOTS:
    void roundingNeverHidesTheVerdict() {
        QCOMPARE(msText(4.94, 5.0), QStringLiteral("4.94"));
        QCOMPARE(msText(4.997, 5.0), QStringLiteral("4.997"));
        QCOMPARE(msText(5.0004, 5.0), QStringLiteral("5.0004"));
        QCOMPARE(msText(5.0, 5.0), QStringLiteral("5.00"));
        QCOMPARE(msText(5.0 + 1e-9, 5.0), QStringLiteral("5.000000")); // beyond six decimals nothing is measured
    }

    void numbersAreWrittenAsTheLookSays() {
        QCOMPARE(fixedText(1538.24, 1), QStringLiteral("1\u2009538.2"));
        QCOMPARE(fixedText(-1234567, 0), QStringLiteral("\u22121\u2009234\u2009567"));
        QCOMPARE(fixedText(-0.004, 2), QStringLiteral("0.00")); // no minus before nothing
        QCOMPARE(plainText(5), QStringLiteral("5"));
        QCOMPARE(plainText(0.5), QStringLiteral("0.5"));
    }

    void theCardSaysLimitAndMargin() {
        QCOMPARE(cardLine(previewOf({change(4.94, 5)})), QStringLiteral("Limit 5 ms, 6.0 km of fibre to spare"));
        QCOMPARE(cardLine(previewOf({change(5.14, 5)})), QStringLiteral("Limit 5 ms, 14.0 km of fibre over"));
        QCOMPARE(limitTag(change(4.94, 5)), QStringLiteral("Q13 \u2264 5 ms"));
        QCOMPARE(cardLine(previewOf({})), QStringLiteral("No service runs here"));
        PathChange cut = change(4.94, 5);
        cut.path.exists = false;
        QCOMPARE(cardLine(previewOf({cut})), QStringLiteral("No route left for A - B"));
    }

    void theCardStaysInsideTheMapAndOffThePointer() {
        const DragPreview preview = previewOf({change(4.94, 5)});
        const DragCard card(preview, Theme::Light);
        const QRectF view(0, 0, 1000, 600);
        const QRectF usual = card.placedAt({300, 200}, view);
        QCOMPARE(usual.topLeft(), QPointF(316, 230));
        QCOMPARE(usual.height(), 52.0);
        for (const QPointF pointer : {QPointF(990, 300), QPointF(500, 590), QPointF(995, 595), QPointF(3, 597)}) {
            const QRectF rect = card.placedAt(pointer, view);
            QVERIFY(view.contains(rect));
            QVERIFY(!rect.contains(pointer));
        }
    }

    void theBarHasARowForEachLimitedPathAndNoMoreThanFour() {
        const QRectF view(0, 0, 1300, 700);
        PathChange free = change(4, 5);
        free.limitMs.reset();
        QVERIFY(BudgetBar(previewOf({free}), Theme::Light).isEmpty());
        const auto height = [&](std::size_t rows) {
            const DragPreview preview = previewOf(std::vector<PathChange>(rows, change(4.9, 5)));
            return BudgetBar(preview, Theme::Light).placedIn(view, {}).height();
        };
        QVERIFY(height(2) > height(1));
        QCOMPARE(height(7), height(4));
    }

    void theBarGivesWayToThePointer() {
        const DragPreview preview = previewOf({change(4.9, 5)});
        const BudgetBar bar(preview, Theme::Light);
        const QRectF view(0, 0, 1300, 700);
        const QRectF usual = bar.placedIn(view, {100, 100});
        QCOMPARE(usual.width(), 640.0);
        QCOMPARE(qRound(usual.center().x()), 650);
        QVERIFY(usual.bottom() <= 700 - 13);
        QVERIFY(!bar.placedIn(view, usual.center()).contains(usual.center()));
        QVERIFY(bar.placedIn({0, 0, 400, 300}, {}).width() < 400);
    }

    void whatIsLeftIsOutlinedAndWhatIsOverHatched() {
        const QRectF rect(0, 0, 640, 98);
        const int row = 32 + 20 + 13; // the middle of the first bar
        const QColor met = tokenColor(Token::MetSoft, Theme::Light);
        const QColor over = tokenColor(Token::BrokenSoft, Theme::Light);
        const QColor detour = tokenColor(Token::RttDetour, Theme::Light);
        const QImage kept = painted(previewOf({change(4.5, 5)}), rect);
        const QImage broken = painted(previewOf({change(5.2, 5)}), rect);
        QVERIFY(columnsWith(kept, met, row) > 20);
        QCOMPARE(columnsWith(broken, met, row), 0);
        QVERIFY(columnsWith(kept, over, row) > columnsWith(broken, over, row));     // part of it is hatched now
        QVERIFY(columnsWith(broken, detour, row) > columnsWith(kept, detour, row)); // a longer way, a longer bar
    }

    void theMainServiceComesFirstAndPrimaryBeforeBackup() {
        CanvasFixture f;
        QVERIFY(f.isReady());
        f.press(f.pixelOf("MID"));
        f.dragTo(f.pixelOf("MID"), f.pixelOf("MID") + QPoint(10, -80));
        const auto preview = f.canvas.preview();
        QVERIFY(preview);
        QCOMPARE(preview->paths.size(), std::size_t(1)); // no backup is wanted, no other service runs there
        QVERIFY(!preview->paths[0].backup);
        QCOMPARE(preview->paths[0].limitMs, std::optional(2.9));
        QVERIFY(std::abs(*preview->paths[0].marginMs - (2.9 - preview->paths[0].path.rtt.totalMs)) < 1e-12);
        QVERIFY(preview->movedKm > 10);
        f.key(Qt::Key_Escape);
    }
};

QTEST_MAIN(TestCanvasPanels)
#include "test_canvas_panels.moc"
