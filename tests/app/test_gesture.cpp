// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/statusrow.h"
#include "app/verdicttotals.h"
#include "views/chart/rttchart.h"
#include "views/widgets/canvas/dragtext.h"
#include "views/widgets/canvas/previewrelay.h"
#include "views/widgets/controls/badgechip.h"
#include "views/widgets/controls/verdictdelegate.h"
#include "views/widgets/panels/rttpanel.h"
#include "views/widgets/panels/supplycharts.h"
#include "views/widgets/panels/verdictlist.h"
#include "windowfixture.h"

#include <QComboBox>
#include <QTableView>

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

    /// What every part of the window says of Beijing–Horinger's primary and of the plan as a whole.
    struct Shown {
        QString finding, oldFinding, margin, services, inspector, chart;
        int findingVerdict = -1, servicesVerdict = -1, inspectorVerdict = -1, chartVerdict = -1;
        double chartMs = 0;
        std::array<int, 5> chips{}, totals{};

        bool operator==(const Shown&) const = default;
    };

    Shown shown() {
        MainWindow& w = f->w();
        Shown out;
        const EntityId service = f->id("YW-1301");
        FindingsModel& findings = w.findings().model();
        const int row = findings.rowOfKey(f->horinger()->key);
        const auto finding = [&](int column, int role = Qt::DisplayRole) {
            return findings.index(row, column).data(role);
        };
        out.finding = finding(FindingsModel::ValueColumn).toString();
        out.oldFinding = finding(FindingsModel::ValueColumn, FindingsModel::OldValueRole).toString();
        out.margin = finding(FindingsModel::MarginColumn).toString();
        out.findingVerdict = finding(FindingsModel::MarkColumn, VerdictRole).toInt();
        ServicesModel& services = w.services().model();
        const int at = services.rowOf(service);
        out.services = services.index(at, ServicesModel::PrimaryColumn).data().toString();
        out.servicesVerdict = services.index(at, ServicesModel::MarkColumn).data(VerdictRole).toInt();
        for (VerdictList* list : w.inspector().findChildren<VerdictList*>())
            for (const VerdictList::Row& each : list->rows())
                if (each.object == service && out.inspector.isEmpty()) {
                    out.inspector = each.value;
                    out.inspectorVerdict = static_cast<int>(each.verdict);
                }
        for (const RttBar& bar : w.chart().chart()->bars())
            if (bar.service == service && !bar.backup) {
                out.chart = bar.value;
                out.chartMs = bar.totalMs();
                out.chartVerdict = bar.verdict ? static_cast<int>(*bar.verdict) : -1;
            }
        constexpr Verdict chips[] = {Verdict::Broken, Verdict::Near, Verdict::Met, Verdict::Unknown};
        for (std::size_t i = 0; i < 4; ++i)
            out.chips[static_cast<std::size_t>(chips[i])] = w.findings().chip(i + 1).count();
        out.totals = w.status().totals().counts().value_or(std::array<int, 5>{});
        return out;
    }

    /// The pointer at Horinger, the last click at Liangcheng: nothing is written.
    void hoverTheShortCut() {
        MainWindow& w = f->w();
        w.selection().setShownService(f->id("YW-1301"));
        w.actions()[QStringLiteral("tool-draw-span")]->trigger();
        chooseWord("terrain", "mountain");
        type("sinuosity", "1.10");
        for (const char* node : {"WLCB-QQ", "WLCB-LC"})
            QTest::mouseClick(&w.canvas(), Qt::LeftButton, Qt::NoModifier, f->pixelOf(node));
        QTest::qWait(2 * PreviewRelay::kPauseMs);
        moveTo(f->pixelOf("HLGR-NEW"));
        QVERIFY(w.canvas().preview() && w.canvas().preview()->main());
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

    // Card, bar, status line, inspector, findings, chips, services, totals and charts tell one result at one moment;
    // the same that stands there after the drop. Escape, and undo after the drop, bring back what was.
    void everyPanelTellsTheSame() {
        MainWindow& w = f->w();
        w.actions()[QStringLiteral("show-chart")]->trigger();
        w.selection().setShownService(f->id("YW-1301"));
        QVERIFY(f->settle());
        const Shown before = shown();
        QVERIFY(before.finding.startsWith(QStringLiteral("5.09")));
        hoverTheShortCut();
        const PathChange main = *w.canvas().preview()->main();
        QCOMPARE(main.service, f->id("YW-1301"));
        QVERIFY(std::abs(main.path.rtt.totalMs - afterMs) <= toleranceMs);
        const QString text = msText(main.path.rtt.totalMs, main.limitMs);
        const int verdict = static_cast<int>(main.verdict);
        const Shown now = shown();
        QCOMPARE(main.verdict, Verdict::Met);
        QCOMPARE(now.finding, text + QStringLiteral(" ms"));
        QCOMPARE(now.findingVerdict, verdict);
        QTableView& table = w.findings().table();
        const QModelIndex row =
            w.findings().model().index(w.findings().model().rowOfKey(f->horinger()->key), FindingsModel::ValueColumn);
        QVERIFY2(table.viewport()->rect().contains(table.visualRect(row).center()), "the row is in view");
        QVERIFY(before.finding.startsWith(now.oldFinding) && !now.oldFinding.isEmpty());
        QCOMPARE(now.services, text);
        QCOMPARE(now.inspector, text);
        QCOMPARE(now.inspectorVerdict, verdict);
        QCOMPARE(now.chart, text);
        QCOMPARE(now.chartMs, main.path.rtt.totalMs);
        QCOMPARE(now.chartVerdict, verdict);
        QVERIFY2(w.status().rttText().contains(text), qPrintable(w.status().rttText()));
        QVERIFY(w.status().rttText().contains(marginShort(main)));
        QCOMPARE(now.chips[std::size_t(Verdict::Broken)], before.chips[std::size_t(Verdict::Broken)] - 1);
        QCOMPARE(now.chips[std::size_t(Verdict::Met)], before.chips[std::size_t(Verdict::Met)] + 1);
        for (const Verdict each : {Verdict::Broken, Verdict::Near, Verdict::Met})
            QCOMPARE(now.totals[std::size_t(each)], now.chips[std::size_t(each)]);

        w.actions()[QStringLiteral("tool-select")]->trigger(); // gives the drawing up, as Escape does
        Shown back = shown();
        back.inspector = before.inspector; // it shows the selection again, where it showed the next span
        back.inspectorVerdict = before.inspectorVerdict;
        QVERIFY(back == before);

        drawShortCut();
        const Shown written = shown();
        QCOMPARE(written.finding, now.finding);
        QCOMPARE(written.findingVerdict, now.findingVerdict);
        QCOMPARE(written.margin, now.margin);
        QCOMPARE(written.services, now.services);
        QCOMPARE(written.servicesVerdict, now.servicesVerdict);
        QCOMPARE(written.chart, now.chart);
        QVERIFY(written.chips == now.chips && written.totals == now.totals);
        w.document().undoStack()->undo();
        QVERIFY(f->settle());
        const Shown undone = shown();
        QCOMPARE(undone.finding, before.finding);
        QCOMPARE(undone.services, before.services);
        QCOMPARE(undone.chart, before.chart);
        QVERIFY(undone.chips == before.chips && undone.totals == before.totals);
    }

    void escapeInTheMiddleOfADragRestoresAll() {
        MainWindow& w = f->w();
        w.actions()[QStringLiteral("show-chart")]->trigger();
        w.selection().set({f->id("WLCB-ZZ")});
        w.selection().setShownService(f->id("YW-1301"));
        QVERIFY(f->settle());
        const Shown before = shown();
        const QPoint node = f->pixelOf("WLCB-ZZ");
        QTest::mousePress(&w.canvas(), Qt::LeftButton, {}, node);
        for (int i = 1; i <= 4; ++i) {
            QMouseEvent event(QEvent::MouseMove, node + QPoint(0, 20 * i), w.canvas().mapToGlobal(node), Qt::NoButton,
                              Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(&w.canvas(), &event);
        }
        QVERIFY(w.canvas().preview());
        // However fast the mouse was, the last preview is shown in the end.
        const double ms = w.canvas().preview()->main()->path.rtt.totalMs;
        QVERIFY(QTest::qWaitFor([&] { return shown().chartMs == ms; }, 2000));
        QVERIFY(!(shown() == before));
        QTest::keyClick(&w.canvas(), Qt::Key_Escape);
        QVERIFY(shown() == before);
        QTest::mouseRelease(&w.canvas(), Qt::LeftButton, {}, node);
        QCOMPARE(w.document().undoStack()->count(), 0);
    }

    // The chart of capacity: the services that take the new span leave the old one, whose bar stays where it is.
    void loadsFollowTheGesture() {
        MainWindow& w = f->w();
        w.actions()[QStringLiteral("show-capacity")]->trigger();
        QVERIFY(f->settle());
        const StackData before = w.capacityChart().chart()->data();
        hoverTheShortCut();
        const StackData now = w.capacityChart().chart()->data();
        QVERIFY2(now.rows.size() > before.rows.size(), "the span being drawn carries something");
        int moved = 0;
        for (std::size_t i = 0; i < before.rows.size(); ++i) {
            QCOMPARE(now.rows[i].object, before.rows[i].object);
            QVERIFY(now.rows[i].before);
            moved += now.rows[i].value != before.rows[i].value;
        }
        QVERIFY(moved > 0);
        w.actions()[QStringLiteral("tool-select")]->trigger();
        const StackData& after = w.capacityChart().chart()->data();
        QCOMPARE(after.rows.size(), before.rows.size());
        for (std::size_t i = 0; i < before.rows.size(); ++i)
            QCOMPARE(after.rows[i].value, before.rows[i].value);
    }

    // Once, for 400 ms, and not at all where motion is not wanted.
    void theFlippedRowFlashesOnce() {
        FindingsModel& model = f->w().findings().model();
        int lit = 0;
        const QString key = f->horinger()->key;
        connect(&model, &QAbstractItemModel::dataChanged, this,
                [&](const QModelIndex& from, const QModelIndex&, const QList<int>& roles) {
                    lit += roles.contains(Qt::BackgroundRole) && from.data(Qt::BackgroundRole).isValid() &&
                           model.finding(from.row())->key == key;
                });
        const auto isLit = [&] {
            return model.index(model.rowOfKey(key), FindingsModel::ValueColumn).data(Qt::BackgroundRole).isValid();
        };
        drawShortCut();
        QVERIFY(lit > 0);
        QVERIFY(QTest::qWaitFor([&] { return !isLit(); }, 2000));
        lit = 0;
        f->w().document().undoStack()->undo(); // no drag, no flash
        QVERIFY(f->settle());
        QCOMPARE(lit, 0);
        f->w().findings().setReducedMotion(true);
        drawShortCut();
        QCOMPARE(lit, 0);
        disconnect(&model, nullptr, this, nullptr);
    }

    void theAreaOfTheDrawingIsShown() {
        MainWindow& w = f->w();
        w.selection().setShownService(f->id("YW-1301"));
        w.actions()[QStringLiteral("tool-draw-span")]->trigger();
        chooseWord("terrain", "mountain");
        type("sinuosity", "1.10");
        QTest::mouseClick(&w.canvas(), Qt::LeftButton, Qt::NoModifier, f->pixelOf("WLCB-QQ"));
        moveTo(f->pixelOf("WLCB-LC"));
        QVERIFY(w.canvas().feasibleArea());
        const FeasibleArea area = *w.canvas().feasibleArea();
        QCOMPARE(area.limitMs, 5.0);
        QCOMPARE(area.focus1, *nodePosition(w.document().entities(), f->id("WLCB-QQ")));
        QCOMPARE(area.focus2, *nodePosition(w.document().entities(), f->id("HLGR-NEW")));
        QVERIFY(!area.outline.empty());
        QTest::keyClick(&w.canvas(), Qt::Key_Escape);
        QVERIFY(!w.canvas().feasibleArea());
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
        QVERIFY(QTest::qWaitFor(
            [&] { return shown(FindingsModel::ValueColumn).toString().startsWith(QStringLiteral("4.92")); }, 2000));
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
