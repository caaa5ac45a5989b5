// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/controls/verdictdelegate.h"
#include "windowfixture.h"

#include <QComboBox>

using namespace corridor;
using namespace corridor::test;

/// The main job, with real mouse events: draw the Liangcheng short-cut, watch Beijing–Horinger leave "broken", undo,
/// redo, save, find it again. The numbers are those of resources/sample/README.md.
class TestGesture : public QObject {
    Q_OBJECT
    std::unique_ptr<WindowFixture> f;

    static constexpr double beforeMs = 5.087, afterMs = 4.924, backupMs = 5.262, toleranceMs = 0.001;

    bool isNear(const Finding* finding, double ms) const {
        return finding && finding->value && std::abs(*finding->value - ms) <= toleranceMs;
    }

    void chooseWord(const char* field, const char* word) {
        auto* box = qobject_cast<QComboBox*>(f->w().inspector().form()->editor(QString::fromLatin1(field))->widget());
        QVERIFY(box);
        box->setCurrentIndex(box->findData(QString::fromLatin1(word)));
        Q_EMIT box->activated(box->currentIndex());
    }

    void type(const char* field, const char* text) {
        auto* line = qobject_cast<QLineEdit*>(f->w().inspector().form()->editor(QString::fromLatin1(field))->widget());
        QVERIFY(line);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, QString::fromLatin1(text));
        QTest::keyClick(line, Qt::Key_Return);
    }

    void moveTo(const QPoint& pixel) {
        MapCanvas& canvas = f->w().canvas();
        QMouseEvent event(QEvent::MouseMove, pixel, canvas.mapToGlobal(pixel), Qt::NoButton, Qt::NoButton,
                          Qt::NoModifier);
        QApplication::sendEvent(&canvas, &event);
    }

    void drawShortCut() {
        MainWindow& w = f->w();
        w.actions()[QStringLiteral("tool-draw-span")]->trigger();
        QCOMPARE(w.canvas().tool()->id(), QStringLiteral("draw-span"));
        chooseWord("terrain", "mountain");
        type("sinuosity", "1.10");
        QCOMPARE(w.inspector().spanPrototype().sinuosity, std::optional(1.10));
        for (const char* node : {"WLCB-QQ", "WLCB-LC"}) {
            moveTo(f->pixelOf(node));
            QTest::mouseClick(&w.canvas(), Qt::LeftButton, Qt::NoModifier, f->pixelOf(node));
        }
        moveTo(f->pixelOf("HLGR-NEW"));
        QVERIFY(w.canvas().preview());
        const PathChange* main = w.canvas().preview()->main();
        QVERIFY(main && main->path.exists);
        const QPoint end = f->pixelOf("HLGR-NEW");
        QTest::mouseClick(&w.canvas(), Qt::LeftButton, Qt::NoModifier, end);
        QTest::mouseClick(&w.canvas(), Qt::LeftButton, Qt::NoModifier, end);
        QVERIFY(!w.canvas().isBusy());
        QVERIFY(f->settle());
    }

    /// Near enough that the nodes of the sites around do not hide the junctions under the pointer.
    void lookClosely() {
        Box box;
        for (const char* node : {"WLCB-QQ", "WLCB-LC", "HLGR-NEW"})
            box.include(*nodePosition(f->w().document().entities(), f->id(node)));
        f->w().canvas().setReducedMotion(true);
        f->w().canvas().zoomTo(box);
        QVERIFY(f->settle());
    }

private Q_SLOTS:
    void init() {
        f = std::make_unique<WindowFixture>();
        QVERIFY2(f->open(), qPrintable(f->presenter.errors.join(u'\n')));
        lookClosely();
    }
    void cleanup() { f.reset(); }

    void theShortCutMeetsTheClause() {
        QVERIFY(isNear(f->horinger(), beforeMs));
        QCOMPARE(f->horinger()->verdict, Verdict::Broken);
        const std::size_t spans = f->w().document().entities().count(Kind::Span);
        const std::size_t junctions = f->w().document().entities().count(Kind::Junction);

        drawShortCut();
        QCOMPARE(f->w().document().undoStack()->count(), 1);
        QCOMPARE(f->w().document().entities().count(Kind::Span), spans + 1);
        QCOMPARE(f->w().document().entities().count(Kind::Junction), junctions);
        QVERIFY2(isNear(f->horinger(), afterMs), qPrintable(QString::number(f->horinger()->value.value_or(0), 'f', 4)));
        QCOMPARE(f->horinger()->verdict, Verdict::Met);
        QVERIFY(isNear(f->horinger(true), backupMs));
        QCOMPARE(f->horinger(true)->verdict, Verdict::Broken);

        QUndoStack* stack = f->w().document().undoStack();
        stack->undo();
        QVERIFY(f->settle());
        QVERIFY(isNear(f->horinger(), beforeMs));
        QCOMPARE(f->horinger()->verdict, Verdict::Broken);
        QVERIFY(!f->w().document().isModified());
        stack->redo();
        QVERIFY(f->settle());
        QVERIFY(isNear(f->horinger(), afterMs));
        QCOMPARE(f->horinger()->verdict, Verdict::Met);
    }

    void whatWasDrawnIsFoundAgain() {
        drawShortCut();
        const QByteArray hash = contentHash(f->w().document().plan());
        const double value = *f->horinger()->value;
        QVERIFY(f->w().files().save());
        QVERIFY(!f->w().document().isModified());
        f->window.reset(); // lets go of the lock
        f->makeWindow({1600, 1000});
        QVERIFY(f->open());
        QCOMPARE(contentHash(f->w().document().plan()), hash);
        QCOMPARE(*f->horinger()->value, value);
        QCOMPARE(f->horinger()->verdict, Verdict::Met);
    }

    void undoToTheStartLeavesTheBytes() {
        const QByteArray bytes = bytesOf(f->plan);
        QVERIFY(!bytes.isEmpty());
        drawShortCut();
        f->w().document().undoStack()->setIndex(0);
        QVERIFY(f->settle());
        QVERIFY(f->w().files().save());
        QCOMPARE(bytesOf(f->plan), bytes);
    }

    void theFindingsRowShowsWhatTheDrawingLeadsTo() {
        FindingsModel& model = f->w().findings().model();
        const int row = model.rowOfKey(f->horinger()->key);
        QVERIFY(row >= 0);
        const auto shown = [&](int column, int role = Qt::DisplayRole) {
            return model.data(model.index(row, column), role);
        };
        const QString before = shown(FindingsModel::ValueColumn).toString();
        f->w().actions()[QStringLiteral("tool-draw-span")]->trigger();
        chooseWord("terrain", "mountain");
        type("sinuosity", "1.10");
        for (const char* node : {"WLCB-QQ", "WLCB-LC"})
            QTest::mouseClick(&f->w().canvas(), Qt::LeftButton, Qt::NoModifier, f->pixelOf(node));
        moveTo(f->pixelOf("HLGR-NEW"));
        QVERIFY(shown(FindingsModel::ValueColumn).toString().startsWith(QStringLiteral("4.92")));
        QVERIFY(before.startsWith(shown(FindingsModel::ValueColumn, FindingsModel::OldValueRole).toString()));
        QVERIFY(!shown(FindingsModel::ValueColumn, FindingsModel::OldValueRole).toString().isEmpty());
        QCOMPARE(shown(FindingsModel::MarkColumn, VerdictRole).toInt(), static_cast<int>(Verdict::Met));
        f->w().actions()[QStringLiteral("tool-select")]->trigger(); // gives the drawing up
        QCOMPARE(shown(FindingsModel::ValueColumn).toString(), before);
        QVERIFY(shown(FindingsModel::ValueColumn, FindingsModel::OldValueRole).toString().isEmpty());
        QCOMPARE(shown(FindingsModel::MarkColumn, VerdictRole).toInt(), static_cast<int>(Verdict::Broken));
    }

    void escapeCostsNothing() {
        const QByteArray hash = contentHash(f->w().document().plan());
        f->w().actions()[QStringLiteral("tool-draw-span")]->trigger();
        QTest::mouseClick(&f->w().canvas(), Qt::LeftButton, Qt::NoModifier, f->pixelOf("WLCB-QQ"));
        moveTo(f->pixelOf("WLCB-LC"));
        QTest::keyClick(&f->w().canvas(), Qt::Key_Escape);
        QVERIFY(!f->w().canvas().preview());
        QCOMPARE(f->w().document().undoStack()->count(), 0);
        QCOMPARE(contentHash(f->w().document().plan()), hash);
    }
};

CORRIDOR_WINDOW_TEST(TestGesture)
#include "test_gesture.moc"
