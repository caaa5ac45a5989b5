// SPDX-License-Identifier: GPL-3.0-or-later
// The figures that stand in the window outside its lists: status line and charts lead to the evidence that explains
// them.
#include "app/statusrow.h"
#include "explainrules.h"
#include "views/chart/rttchart.h"
#include "views/widgets/canvas/dragtext.h"
#include "views/widgets/panels/rttpanel.h"
#include "views/widgets/panels/supplycharts.h"
#include "windowfixture.h"

#include <QLabel>
#include <QListWidget>

using namespace corridor;
using namespace corridor::test;

class TestExplainWindow : public QObject {
    Q_OBJECT
    std::unique_ptr<WindowFixture> f;

    std::shared_ptr<const Assessment> assessment() const { return f->w().session().assessment(); }
    QString evidence() const { return f->w().evidence().text(); }
    void show(const char* action) const {
        f->w().actions()[QString::fromLatin1(action)]->trigger();
        QCoreApplication::processEvents();
    }
    QLabel* cellWith(const QString& text) const {
        for (QLabel* cell : f->w().status().findChildren<QLabel*>())
            if (cell->isVisible() && cell->text().contains(text))
                return cell;
        return nullptr;
    }

private slots:
    void initTestCase() {
        f = std::make_unique<WindowFixture>(QSize(1920, 1080));
        QVERIFY2(f->open(), qPrintable(f->presenter.errors.join(u'\n')));
        QVERIFY(f->settle());
    }
    void cleanupTestCase() {
        f->w().files().leave();
        f.reset();
    }

    void theRoundTripOfTheStatusLine() {
        const EntityId service = f->id("YW-1301");
        f->w().selection().set({service});
        f->w().selection().setShownService(service);
        QVERIFY(f->settle());
        f->w().evidence().showObject({}, {});
        const Explanation out = explainService(*assessment(), service);
        const Finding* finding = limitFinding(*assessment(), service, false);
        const QString shown = msText(*explained(out, QStringLiteral("primary/rtt")), finding->limit);
        QLabel* cell = cellWith(shown);
        QVERIFY2(cell, qPrintable(shown));
        const double km = *explained(out, QStringLiteral("primary/to_spare.fibre|primary/over_by.fibre"));
        QVERIFY2(cell->text().contains(fixedText(km, 1)), qPrintable(cell->text()));
        QTest::mouseClick(cell, Qt::LeftButton);
        QVERIFY(f->w().evidence().isVisible());
        QVERIFY2(evidence().contains(out.title), qPrintable(evidence()));
        QVERIFY2(evidence().contains(fixedText(*explained(out, QStringLiteral("primary/rtt")), 3)),
                 qPrintable(evidence()));
    }

    void theTotalsOfTheStatusLine() {
        const Explanation out = explainVerdicts(*assessment());
        const auto counts = assessment()->verdictCounts();
        for (const Verdict verdict : {Verdict::Met, Verdict::Near, Verdict::Broken, Verdict::Unknown})
            QCOMPARE(*explained(out, QStringLiteral("counts/total.") + verdictWord(verdict)),
                     double(counts[static_cast<std::size_t>(verdict)]));
        Q_EMIT f->w().status().totalsClicked();
        QVERIFY(f->w().evidence().isVisible());
        QVERIFY2(evidence().contains(out.title), qPrintable(evidence()));
        // What adds up to the totals: the rows above them.
        for (const Verdict verdict : {Verdict::Met, Verdict::Near, Verdict::Broken, Verdict::Unknown}) {
            double sum = 0;
            for (const ExplanationRow& row : out.section(u"counts")->rows)
                if (row.key != u"total")
                    sum += *row.value(verdictWord(verdict))->number;
            QCOMPARE(sum, double(counts[static_cast<std::size_t>(verdict)]));
        }
        f->w().evidence().showObject({}, {});
        QLabel* revision = cellWith(QStringLiteral("Revision"));
        QVERIFY(revision);
        QTest::mouseClick(revision, Qt::LeftButton);
        QVERIFY(evidence().contains(QStringLiteral("Revision %1").arg(assessment()->revision)));
    }

    void everyBarOfTheRoundTrips() {
        show("show-chart");
        RttChart* chart = f->w().chart().chart();
        QVERIFY(chart && chart->bars().size() > 20);
        for (const RttBar& bar : chart->bars()) {
            const Explanation out = explainService(*assessment(), bar.service);
            const QString path = bar.backup ? QStringLiteral("backup/") : QStringLiteral("primary/");
            const std::pair<const char*, double> parts[] = {
                {"floor", bar.floorMs}, {"detour", bar.detourMs}, {"lay", bar.layMs}, {"equipment", bar.equipmentMs}};
            for (const auto& [key, shown] : parts)
                QCOMPARE(*explained(out, path + QLatin1String(key)), shown);
            QCOMPARE(msText(*explained(out, path + QStringLiteral("rtt")), bar.limitMs), bar.value);
            if (bar.limitMs)
                QCOMPARE(*explained(out, path + QStringLiteral("limit")), *bar.limitMs);
        }
        f->w().selection().clear();
        const RttBar first = chart->bars().front();
        QTest::mouseClick(chart, Qt::LeftButton, {}, chart->rowRect(0).center().toPoint());
        QCOMPARE(f->w().selection().single(), first.service);
        QVERIFY2(evidence().contains(first.name), qPrintable(evidence()));
    }

    void everyBarOfTheLoads() {
        show("show-capacity");
        StackChart* chart = f->w().capacityChart().chart();
        const StackData& data = chart->data();
        for (std::size_t i = 0; i < data.rows.size(); ++i) {
            const StackRow& row = data.rows[i];
            const Explanation out = explainSpan(*assessment(), row.object);
            QCOMPARE(fixedText(*explained(out, QStringLiteral("load/load")), 0),
                     row.value.section(QStringLiteral(" · "), -1)); // "150 % · 2 400", or the load alone
            QCOMPARE(*explained(out, QStringLiteral("load/load_primary")),
                     data.series[0].values[static_cast<qsizetype>(i)]);
            QCOMPARE(*explained(out, QStringLiteral("load/load_backup")),
                     data.series[1].values[static_cast<qsizetype>(i)]);
            if (!row.limit)
                continue;
            QCOMPARE(*explained(out, QStringLiteral("load/capacity")), *row.limit);
            const QString used = fixedText(*explained(out, QStringLiteral("load/used")), 1);
            QVERIFY2(row.tip.contains(used + QStringLiteral(" %")), qPrintable(row.tip));
        }
        Q_EMIT chart->objectClicked(data.rows.front().object);
        // Rich text keeps figures together by a space of its own.
        const QString load = data.rows.front().value.section(QStringLiteral(" · "), -1);
        QVERIFY2(evidence().simplified().contains(load.simplified() + QStringLiteral(" Gbit/s")),
                 qPrintable(evidence()));
    }

    void everyYear_data() {
        QTest::addColumn<int>("which");
        QTest::newRow("compute") << static_cast<int>(YearFigure::AiCompute);
        QTest::newRow("energy") << static_cast<int>(YearFigure::Energy);
        QTest::newRow("carbon") << static_cast<int>(YearFigure::Carbon);
    }
    void everyYear() {
        QFETCH(int, which);
        const auto figure = static_cast<YearFigure>(which);
        StackPage& page = figure == YearFigure::AiCompute ? static_cast<StackPage&>(f->w().computeChart())
                          : figure == YearFigure::Energy  ? f->w().energyChart()
                                                          : f->w().carbonChart();
        show(figure == YearFigure::AiCompute ? "show-compute"
             : figure == YearFigure::Energy  ? "show-energy"
                                             : "show-carbon");
        const StackData data = page.chart()->data();
        const int decimals = figure == YearFigure::AiCompute ? 1 : 0;
        QVERIFY(!data.rows.empty());
        for (std::size_t i = 0; i < data.rows.size(); ++i) {
            const int year = kFirstChartYear + static_cast<int>(i);
            const Explanation out = explainYear(*assessment(), figure, year);
            if (data.rows[i].value.isEmpty()) {
                QVERIFY(out.isEmpty());
                continue;
            }
            QCOMPARE(fixedText(*explained(out, QStringLiteral("sum/total")), decimals), data.rows[i].value);
            double shares = 0;
            for (const ExplanationRow& row : out.section(u"sum")->rows) {
                if (row.key == u"total")
                    continue;
                const QString line = QStringLiteral("%1 %2").arg(row.label, fixedText(*row.values[0].number, decimals));
                if (data.series.size() < 6)
                    QVERIFY2(data.rows[i].tip.contains(row.key.isEmpty() ? line.section(u' ', -1) : line),
                             qPrintable(data.rows[i].tip + u'\n' + line));
                shares += *row.values[0].number;
            }
            double sites = 0;
            for (const ExplanationRow& row : out.section(u"sites")->rows)
                sites += *row.values.back().number;
            QVERIFY(std::abs(shares - sites) < 1e-9 * std::max(1.0, sites));
        }
        f->w().selection().clear();
        f->w().evidence().showObject({}, {});
        const QPointF place(page.chart()->width() - 40, page.chart()->height() - 60);
        const int row = page.chart()->rowAt(place);
        QVERIFY(row >= 0);
        QTest::mouseClick(page.chart(), Qt::LeftButton, {}, place.toPoint());
        QVERIFY(f->w().evidence().isVisible());
        QVERIFY2(evidence().contains(QString::number(kFirstChartYear + row)), qPrintable(evidence()));
    }

    // The list of sources is as high as its rows: what is left is the explanation's.
    void sourcesLeaveNoBlank() {
        const EntityId site = f->id("SL-QH");
        f->w().selection().set({site});
        f->w().evidence().showObject(site, QString());
        QVERIFY(f->settle());
        QListWidget& list = f->w().evidence().sources();
        QVERIFY(list.count() > 0);
        const QRect last = list.visualItemRect(list.item(std::min(list.count(), 6) - 1));
        QVERIFY2(std::abs(list.viewport()->height() - last.bottom() - 1) <= 1,
                 qPrintable(QStringLiteral("%1 %2").arg(list.viewport()->height()).arg(last.bottom())));
    }

    // The plan keeps the sources of the sample in Chinese; the English window shows them in English.
    void sourcesFollowTheLanguage() {
        f->w().evidence().showObject(f->id("SL-QH"), QString());
        QVERIFY(f->w().document().entities().find<Site>(f->id("SL-QH")));
        const QListWidget& list = f->w().evidence().sources();
        QVERIFY(list.count() > 3);
        for (int i = 0; i < list.count(); ++i)
            for (const QChar c : list.item(i)->text())
                QVERIFY2(c.script() != QChar::Script_Han, qPrintable(list.item(i)->text()));
        QVERIFY2(evidence().contains(QStringLiteral("press reports")), qPrintable(evidence()));
    }
};

CORRIDOR_WINDOW_TEST(TestExplainWindow)
#include "test_explain_window.moc"
