// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/error.h"
#include "views/chart/stackchart.h"

#include <QFile>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QWheelEvent>
#include <QtTest>

using namespace corridor;

namespace {

StackData years() {
    StackData data;
    data.title = QStringLiteral("Energy");
    data.unit = QStringLiteral("GWh");
    data.series = {{QStringLiteral("A"), Token::Series1, {10, 20, 0}},
                   {QStringLiteral("B"), Token::Series2, {5, 5, 0}}};
    data.rows = {{QStringLiteral("2026"), QStringLiteral("15"), {}, {}, {}, QStringLiteral("tip")},
                 {QStringLiteral("2027"), QStringLiteral("25"), 20.0, {}, {}, {}},
                 {QStringLiteral("2028"), {}, {}, {}, {}, {}}};
    data.limitName = QStringLiteral("Limit");
    return data;
}

StackData spans(int count) {
    StackData data;
    data.title = QStringLiteral("Load");
    data.unit = QStringLiteral("Gbit/s");
    data.lying = true;
    data.series = {{QStringLiteral("Primary"), Token::Series1, {}}};
    for (int i = 0; i < count; ++i) {
        data.series[0].values += 100 - i;
        data.rows.push_back({QStringLiteral("Span %1").arg(i),
                             QString::number(100 - i),
                             1000.0 * i + 100,
                             Verdict::Met,
                             EntityId{quint64(i + 1)},
                             {}});
    }
    return data;
}

QImage imageOf(StackChart& chart) {
    chart.ensurePolished();
    return chart.grab().toImage();
}

bool hasColor(const QImage& image, const QColor& color) {
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y) == color)
                return true;
    return false;
}

} // namespace

class TestStackChart : public QObject {
    Q_OBJECT
private slots:
    void stacksByYear() {
        StackChart chart;
        chart.resize(600, 260);
        chart.setData(years(), false);
        QCOMPARE(chart.plottableCount(), 2);
        QCOMPARE(chart.bars(0)->data()->size(), 3);
        QVERIFY(chart.yAxis->range().upper > 25 && chart.yAxis->range().upper < 35);
        const QImage image = imageOf(chart);
        QVERIFY(hasColor(image, tokenColor(Token::Series1, Theme::Light)));
        QVERIFY(hasColor(image, tokenColor(Token::Series2, Theme::Light)));
        chart.setTheme(Theme::Dark);
        QVERIFY(hasColor(imageOf(chart), tokenColor(Token::Base, Theme::Dark)));
    }

    void rowsAreFoundAndChosen() {
        StackChart chart;
        chart.resize(600, 300);
        chart.setData(spans(5), false);
        imageOf(chart);
        QSignalSpy clicked(&chart, &StackChart::objectClicked);
        QCOMPARE(chart.rowAt({50, 30 + 18 * 2 + 9}), 2);
        QCOMPARE(chart.rowAt({50, 5}), -1);
        QTest::mouseClick(&chart, Qt::LeftButton, {}, QPoint(50, 30 + 18 * 2 + 9));
        QCOMPARE(clicked.count(), 1);
        QVERIFY(clicked.front().front().value<EntityId>() == EntityId{3});
    }

    // What finds no room scrolls, does not set the scale of what is in view, and is exported all the same.
    void manyRowsScroll() {
        QTemporaryDir folder;
        StackChart chart;
        chart.resize(600, 200);
        chart.setData(spans(40), false);
        imageOf(chart);
        auto* bar = chart.findChild<QScrollBar*>();
        QVERIFY(bar && !bar->isHidden());
        const int shown = chart.shownRows();
        QVERIFY(shown >= 5 && shown < 40);
        QVERIFY(chart.xAxis->range().upper < 1000.0 * shown + 200);
        QVERIFY(chart.rowRect(shown).isEmpty());
        QWheelEvent down(QPointF(50, 90), chart.mapToGlobal(QPointF(50, 90)), {}, {0, -120}, Qt::NoButton,
                         Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&chart, &down);
        QCOMPARE(chart.firstRow(), 3);
        QCOMPARE(chart.rowAt({50, 30 + 9}), 3);
        QCOMPARE(chart.rowRect(3).top(), 30.0);
        QVERIFY(chart.yAxis->range().contains(-3) && !chart.yAxis->range().contains(-2));
        bar->setValue(bar->maximum());
        QCOMPARE(chart.rowAt({50, 30.0 + 18 * (shown - 1) + 9}), 39);
        QCOMPARE(chart.figures().size(), std::size_t(41));
        exportChart(chart, chart, Theme::Light, {}, folder.filePath(QStringLiteral("all.png")))();
        QVERIFY(QImage(folder.filePath(QStringLiteral("all.png"))).height() > 2 * 40 * 18);
        QCOMPARE(chart.height(), 200); // and the screen as it was
        QCOMPARE(chart.shownRows(), shown);
    }

    void theSelectedRowComesIntoView() {
        StackChart chart;
        chart.resize(600, 200);
        chart.setData(spans(40), false);
        imageOf(chart);
        chart.setSelected({EntityId{31}, EntityId{33}});
        QVERIFY(!chart.rowRect(30).isEmpty());
        chart.setSelected({EntityId{2}});
        QVERIFY(!chart.rowRect(1).isEmpty());
        const int first = chart.firstRow();
        chart.setSelected({EntityId{1000}}); // has no row
        QCOMPARE(chart.firstRow(), first);
    }

    void whatAGestureMovesLeavesAGhost() {
        StackChart chart;
        chart.resize(600, 300);
        StackData data = spans(3);
        chart.setData(data, false);
        const QColor ghost = tokenColor(Token::Ghost, Theme::Light);
        QVERIFY(!hasColor(imageOf(chart), ghost));
        data.rows[1].before = 900.0;
        chart.setData(data, false);
        QVERIFY(hasColor(imageOf(chart), ghost));
    }

    void emptyChartsSaySo() {
        StackData data;
        data.title = QStringLiteral("Energy");
        data.empty = QStringLiteral("Nothing");
        StackChart chart;
        chart.resize(400, 200);
        chart.setData(data, false);
        QVERIFY(!chart.xAxis->visible() && !imageOf(chart).isNull());
    }

    void figuresArePlain() {
        StackChart chart;
        chart.setData(years(), false);
        const std::vector<QStringList> rows = chart.figures();
        QCOMPARE(rows[0], (QStringList{QStringLiteral("Energy"), QStringLiteral("A (GWh)"), QStringLiteral("B (GWh)"),
                                       QStringLiteral("Limit (GWh)")}));
        QCOMPARE(rows[2], (QStringList{QStringLiteral("2027"), QStringLiteral("20"), QStringLiteral("5"),
                                       QStringLiteral("20")}));
        QCOMPARE(rows[3][1], QString()); // unknown, not 0
    }

    void goesToFiles() {
        QTemporaryDir folder;
        StackChart chart;
        chart.resize(600, 260);
        chart.setTheme(Theme::Dark);
        chart.setData(years(), false);
        for (const char* ending : {"png", "svg", "pdf"}) {
            const QString path = folder.filePath(QStringLiteral("chart.") + QLatin1String(ending));
            exportChart(chart, chart, Theme::Dark, QStringLiteral("Year 2027"), path)();
            QVERIFY(QFileInfo(path).size() > 1000);
        }
        const QImage png(folder.filePath(QStringLiteral("chart.png")));
        QCOMPARE(png.width(), 1200);
        QVERIFY2(hasColor(png, tokenColor(Token::Series1, Theme::Light)), "exports are in light colours");
        QVERIFY(QSvgRenderer(folder.filePath(QStringLiteral("chart.svg"))).isValid());
        QVERIFY(hasColor(imageOf(chart), tokenColor(Token::Base, Theme::Dark))); // and the screen as it was
        const QString csv = folder.filePath(QStringLiteral("chart.csv"));
        exportFigures(chart, csv)();
        QFile file(csv);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY2(text.startsWith("\xEF\xBB\xBF"
                                 "Energy,A (GWh),B (GWh),Limit (GWh)\r\n2026,10,5,\r\n"),
                 text.constData());
        try {
            exportChart(chart, chart, Theme::Dark, {}, folder.filePath(QStringLiteral("chart.xyz")))();
            QFAIL("an unknown ending was taken");
        } catch (const Error& error) {
            QVERIFY(error.blame() == Blame::Usage);
        }
    }
};

QTEST_MAIN(TestStackChart)
#include "test_stackchart.moc"
