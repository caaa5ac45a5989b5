// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of capacity, compute, energy and carbon in the window, on the sample plan.
#include "views/chart/rttchart.h"
#include "views/widgets/panels/evidencepanel.h"
#include "views/widgets/panels/inspectorpanel.h"
#include "views/widgets/panels/objectform.h"
#include "views/widgets/panels/rttpanel.h"
#include "views/widgets/panels/supplycharts.h"
#include "views/widgets/panels/tablespanel.h"
#include "windowfixture.h"

#include <QContextMenuEvent>
#include <QImage>
#include <QLabel>
#include <QMenu>

using namespace corridor;
using namespace corridor::test;

class TestCharts : public QObject {
    Q_OBJECT
    std::unique_ptr<WindowFixture> f;

    // Brings a page to the front and answers its data.
    const StackData& shown(StackPage& page, const char* action) {
        f->w().actions()[QString::fromLatin1(action)]->trigger();
        QCoreApplication::processEvents();
        if (!page.chart())
            qFatal("the page made no chart");
        return page.chart()->data();
    }

    void bring(QWidget& page, const char* action) {
        f->w().actions()[QString::fromLatin1(action)]->trigger();
        QCoreApplication::processEvents();
        QVERIFY(page.isVisible());
    }

private slots:
    void init() {
        f = std::make_unique<WindowFixture>();
        QVERIFY2(f->open(), qPrintable(f->presenter.errors.join(u'\n')));
        f->w().resize(1920, 1080);
        QVERIFY(f->settle());
    }
    void cleanup() {
        f->w().files().leave();
        f.reset();
    }

    void loadsStandAgainstCapacities() {
        const StackData& data = shown(f->w().capacityChart(), "show-capacity");
        QVERIFY(data.rows.size() > 20);
        QVERIFY(data.rows.front().verdict == Verdict::Broken); // the fullest first
        const auto assessment = f->w().session().assessment();
        for (std::size_t i = 0; i < data.rows.size(); ++i) {
            const SpanLoad* load = assessment->capacity->span(data.rows[i].object);
            QVERIFY(load);
            QCOMPARE(data.series[0].values[static_cast<qsizetype>(i)], load->primaryGbps);
            QCOMPARE(data.series[1].values[static_cast<qsizetype>(i)], load->backupGbps);
        }
    }

    // Worst first, and nearly full is told from full by the band of the pack: 1 %, so 99 % and more, whatever the
    // rounding.
    void theFullestComeFirstAndNearlyFullIsSaid() {
        const StackData& data = shown(f->w().capacityChart(), "show-capacity");
        const auto assessment = f->w().session().assessment();
        double last = INFINITY;
        for (const StackRow& row : data.rows) {
            const std::optional<double> used = assessment->capacity->span(row.object)->utilisation();
            if (!used)
                continue;
            QVERIFY(*used <= last);
            last = *used;
            QCOMPARE(int(*row.verdict), int(*used > 1       ? Verdict::Broken
                                            : *used >= 0.99 ? Verdict::Near
                                                            : Verdict::Met));
            QVERIFY2(row.value.contains(QStringLiteral(" % ")), qPrintable(row.value));
        }
    }

    // A span picked in the chart, on the map or in the table is picked everywhere.
    void selectionIsLinkedBothWays() {
        MainWindow& w = f->w();
        shown(w.capacityChart(), "show-capacity");
        StackChart& chart = *w.capacityChart().chart();
        const StackData data = chart.data();
        w.actions()[QStringLiteral("show-spans")]->trigger();
        QCoreApplication::processEvents();
        QTest::mouseClick(&chart, Qt::LeftButton, {}, chart.rowRect(1).center().toPoint());
        QCOMPARE(w.selection().single(), data.rows[1].object);
        QCOMPARE(w.spans().selectedIds(), (std::vector<EntityId>{data.rows[1].object}));
        const EntityId last = data.rows.back().object;
        QVERIFY(chart.rowRect(static_cast<int>(data.rows.size()) - 1).isEmpty());
        w.selection().set({last}); // as a click on the map or in the table does
        QVERIFY(!chart.rowRect(static_cast<int>(data.rows.size()) - 1).isEmpty());
        bring(w.chart(), "show-chart");
        const EntityId service = f->id("YW-1301");
        w.selection().set({service});
        QCOMPARE(w.chart().chart()->selectedService(), service);
    }

    void yearsAddUpToTheResults() {
        const auto assessment = f->w().session().assessment();
        const StackData energy = shown(f->w().energyChart(), "show-energy");
        const auto index = static_cast<qsizetype>(assessment->year - kFirstChartYear);
        double sum = 0;
        for (const StackSeries& series : energy.series)
            sum += series.values[index];
        QVERIFY(std::abs(sum - assessment->energy->total.mwh / 1000) < 1e-6);
        const StackData carbon = shown(f->w().carbonChart(), "show-carbon");
        sum = 0;
        for (const StackSeries& series : carbon.series)
            sum += series.values[index];
        QVERIFY(std::abs(sum - assessment->energy->total.co2T / 1000) < 1e-6);
        const StackData compute = shown(f->w().computeChart(), "show-compute");
        QCOMPARE(compute.rows.size(), std::size_t(kLastChartYear - kFirstChartYear + 1));
        QVERIFY2(!compute.note.isEmpty(), "sites without a figure are counted");
    }

    void chartsFollowEdits() {
        const double before = [&] {
            const StackData& data = shown(f->w().energyChart(), "show-energy");
            return data.series.front().values[3];
        }();
        QVERIFY(f->w().editor().setField({f->id("SL-QH")}, u"it_power_mw", Value(1000.0)).ok());
        QVERIFY(f->settle());
        const StackData& after = f->w().energyChart().chart()->data();
        QVERIFY(after.series.front().values[3] > before);
        f->w().document().undoStack()->undo();
        QVERIFY(f->settle());
        QCOMPARE(f->w().energyChart().chart()->data().series.front().values[3], before);
    }

    // As the mouse does it: on the chart itself, not on the page around it.
    void aRightClickOffersTheExport() {
        QTemporaryDir folder;
        shown(f->w().energyChart(), "show-energy");
        f->w().actions()[QStringLiteral("show-chart")]->trigger();
        QCoreApplication::processEvents();
        int written = 0;
        for (QWidget* chart :
             {static_cast<QWidget*>(f->w().energyChart().chart()), static_cast<QWidget*>(f->w().chart().chart())}) {
            f->w().actions()[written == 0 ? QStringLiteral("show-energy") : QStringLiteral("show-chart")]->trigger();
            QCoreApplication::processEvents();
            f->presenter.fileName = folder.filePath(QStringLiteral("c%1.png").arg(written));
            const QPoint at(40, 40);
            QContextMenuEvent event(QContextMenuEvent::Mouse, at, chart->mapToGlobal(at));
            QCoreApplication::sendEvent(chart, &event);
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            QVERIFY2(menu && menu->actions().size() == 1, "no menu came up");
            menu->actions().front()->trigger();
            menu->close();
            QVERIFY(QFileInfo::exists(f->presenter.fileName));
            ++written;
        }
    }

    void exportsGoThroughOneDialog() {
        QTemporaryDir folder;
        shown(f->w().capacityChart(), "show-capacity");
        for (const char* ending : {"png", "svg", "pdf", "csv"}) {
            const QString target = folder.filePath(QStringLiteral("c.") + QLatin1String(ending));
            f->presenter.fileName = target;
            QVERIFY(f->w().files().exportChart(f->w().capacityChart()));
            QVERIFY(QFileInfo(target).size() > 500);
        }
        f->presenter.fileName = folder.filePath(QStringLiteral("no/such/folder/c.png"));
        QVERIFY(!f->w().files().exportChart(f->w().capacityChart()));
        QCOMPARE(f->presenter.errors.size(), 1);
        QCOMPARE(f->presenter.errors.front().count(QStringLiteral("c.png")), 1);
    }

    // What is shown of an object is that of the one selected; several have none in common.
    void figuresFollowTheSelection() {
        const auto plain = [this] { return f->w().evidence().text(); };
        f->w().selection().set({f->id("SL-GA")});
        QVERIFY(f->settle());
        f->w().evidence().showObject(f->id("SL-GA"), QString());
        QVERIFY(!plain().isEmpty());
        f->w().selection().set({f->id("GD-NK-BDL-1"), f->id("GD-NK-BDL-2")});
        QVERIFY(plain().isEmpty());
        ObjectForm* form = f->w().inspector().findChild<ObjectForm*>();
        for (ObjectForm* each : f->w().inspector().findChildren<ObjectForm*>())
            if (each->isVisibleTo(&f->w().inspector()))
                form = each;
        for (const char* key : {"route", "fibre", "rtt", "load"})
            QCOMPARE(form->computedLabel(QLatin1String(key))->text(), QStringLiteral("\u2014"));
        f->w().selection().set({f->id("GD-NK-BDL-1")});
        QVERIFY(form->computedLabel(QStringLiteral("route"))->text() != QStringLiteral("\u2014"));
    }

    void figuresCanBeExplained() {
        f->w().selection().set({f->id("SL-QH")});
        QVERIFY(f->settle());
        const auto assessment = f->w().session().assessment();
        const double mwh = assessment->energy->site(f->id("SL-QH"))->mwh->value;
        f->w().evidence().showObject(f->id("SL-QH"), QString());
        const QString text = f->w().evidence().text().remove(QChar(0x2009)).remove(QChar(0x202f)).remove(u' ');
        QVERIFY2(text.contains(QString::number(mwh, 'f', 0)), qPrintable(text));
        const EntityId span = f->id("GD-NK-BDL-1");
        f->w().evidence().showObject(span, QString());
        const QString load = f->w().evidence().text().remove(QChar(0x2009)).remove(QChar(0x202f)).remove(u' ');
        QVERIFY2(load.contains(QString::number(assessment->capacity->span(span)->loadGbps(), 'f', 0)),
                 qPrintable(load));
    }
};

CORRIDOR_WINDOW_TEST(TestCharts)
#include "test_charts.moc"
