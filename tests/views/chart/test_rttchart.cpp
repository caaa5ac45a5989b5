// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chart/rttchart.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QtTest>

using namespace corridor;

namespace {

RttBar bar(quint64 service, bool backup, double total, std::optional<double> limit) {
    RttBar made;
    made.service = EntityId{service};
    made.backup = backup;
    made.name = QStringLiteral("Service %1").arg(service);
    made.role = backup ? QStringLiteral("Backup") : QStringLiteral("Primary");
    made.floorMs = total * 0.75;
    made.detourMs = total * 0.15;
    made.layMs = total * 0.04;
    made.equipmentMs = total - made.floorMs - made.detourMs - made.layMs;
    made.limitMs = limit;
    if (limit)
        made.verdict = total > *limit ? Verdict::Broken : Verdict::Met;
    made.value = QString::number(total, 'f', 2);
    return made;
}

/// Five services: two of 5 ms (the second is over with its backup), one of 3 ms, one of 1 ms, one without a limit.
std::vector<RttBar> someBars() {
    return {bar(1, false, 3.82, 5),  bar(1, true, 4.35, 5),  bar(2, false, 4.94, 5), bar(2, true, 5.14, 5),
            bar(3, false, 6.00, {}), bar(4, false, 0.77, 1), bar(5, false, 2.31, 3)};
}

std::vector<RttBar> manyBars() {
    std::vector<RttBar> bars;
    for (quint64 service = 1; service <= 30; ++service)
        bars.push_back(bar(service, false, 1 + 0.1 * static_cast<double>(service), 5));
    return bars;
}

std::vector<quint64> servicesOf(const std::vector<RttBar>& bars) {
    std::vector<quint64> ids;
    for (const RttBar& each : bars)
        ids.push_back(static_cast<quint64>(each.service.value));
    return ids;
}

int pixelsOf(const QImage& image, const QRect& place, const QColor& color) {
    int count = 0;
    for (int y = place.top(); y <= place.bottom(); ++y)
        for (int x = place.left(); x <= place.right(); ++x)
            count += image.pixelColor(x, y) == color ? 1 : 0;
    return count;
}

QImage imageOf(RttChart& chart) {
    chart.ensurePolished();
    return chart.grab().toImage();
}

int xOf(const RttChart& chart, double ms) {
    return qRound(chart.xAxis->coordToPixel(ms));
}

} // namespace

class TestRttChart : public QObject {
    Q_OBJECT
private slots:
    void sortsIntoBands() {
        std::vector<RttBar> bars = someBars();
        sortIntoBands(bars);
        QCOMPARE(servicesOf(bars), (std::vector<quint64>{2, 2, 1, 1, 5, 4, 3}));
        QVERIFY(!bars[0].backup && bars[1].backup);
        QCOMPARE(bandsOf(bars), (std::vector<int>{0, 0, 0, 0, 1, 2, 3}));
        QVERIFY(bandsOf({}).empty());
    }

    void putsABrokenBandFirst() {
        std::vector<RttBar> bars = {bar(1, false, 4, 5), bar(2, false, 1.2, 1), bar(3, false, 2, 3)};
        sortIntoBands(bars);
        QCOMPARE(servicesOf(bars), (std::vector<quint64>{2, 1, 3}));
    }

    void movesNoRowWhileDragging() {
        std::vector<RttBar> still = someBars(), dragged = someBars();
        dragged[0] = bar(1, false, 5.6, 5);
        dragged[0].beforeMs = still[0].totalMs();
        sortIntoBands(still);
        sortIntoBands(dragged);
        QCOMPARE(servicesOf(dragged), servicesOf(still));
        for (RttBar& each : dragged)
            each.beforeMs.reset();
        sortIntoBands(dragged);
        QCOMPARE(servicesOf(dragged).front(), quint64(1));
    }

    void countsNoRoundingAsOver() {
        QVERIFY(!bar(1, false, 5, 5).isOver());
        QVERIFY(!bar(1, false, 5 + 1e-12, 5).isOver());
        QVERIFY(bar(1, false, 5.000001, 5).isOver());
        QVERIFY(!bar(1, false, 9, {}).isOver());
    }

    void stacksPartsUpToTheTotal() {
        RttChart chart;
        chart.resize(672, 260);
        chart.setBars(someBars(), false);
        const std::vector<double> totals = {4.94, 5.14, 3.82, 4.35, 2.31, 0.77, 6.00};
        for (int row = 0; row < 7; ++row) {
            double sum = 0;
            for (int part = 0; part < 4; ++part) {
                QCOMPARE(chart.part(part)->data()->size(), 7);
                const auto found = chart.part(part)->data()->findBegin(-row, false);
                QCOMPARE(found->key, double(-row));
                sum += found->value;
                if (part > 0)
                    QCOMPARE(chart.part(part)->barBelow(), const_cast<QCPBars*>(chart.part(part - 1)));
            }
            QVERIFY2(qAbs(sum - totals[static_cast<std::size_t>(row)]) < 1e-9, qPrintable(QString::number(sum)));
        }
        QVERIFY(chart.xAxis->range().upper > 6.0);
        QCOMPARE(chart.xAxis->range().lower, 0.0);
    }

    void drawsBarsHatchAndLimit() {
        RttChart chart;
        chart.resize(672, 260);
        chart.setBars(someBars(), false);
        const QImage image = imageOf(chart);
        const QRect kept = chart.rowRect(0).toRect(), over = chart.rowRect(1).toRect();
        const auto at = [&](const QRect& row, double ms) { return image.pixelColor(xOf(chart, ms), row.center().y()); };
        QCOMPARE(at(kept, 1.0), tokenColor(Token::RttFloor, Theme::Light));
        QCOMPARE(at(kept, 4.0), tokenColor(Token::RttDetour, Theme::Light));
        const QColor hatched = tokenColor(Token::BrokenSoft, Theme::Light);
        const auto beyond = [&](const QRect& row) {
            return QRect(QPoint(xOf(chart, 5.0) + 1, row.top() + 2), QPoint(xOf(chart, 5.14), row.bottom() - 2));
        };
        QVERIFY(pixelsOf(image, beyond(over), hatched) > 10);
        QCOMPARE(pixelsOf(image, beyond(kept), hatched), 0);
        // the limit crosses its row from edge to edge, and no row that has none
        const QRect line(xOf(chart, 5.0) - 1, kept.top(), 3, kept.height());
        QVERIFY(pixelsOf(image, line, tokenColor(Token::Text, Theme::Light)) >= kept.height() - 1);
        const QRect free(QPoint(xOf(chart, 5.0) - 1, chart.rowRect(6).toRect().top()), line.size());
        QCOMPARE(pixelsOf(image, free, tokenColor(Token::Text, Theme::Light)), 0);
    }

    void bandsRowsByLimit() {
        RttChart chart;
        chart.resize(672, 260);
        chart.setBars(someBars(), false);
        const QImage image = imageOf(chart);
        const auto ground = [&](int row) { return image.pixelColor(3, chart.rowRect(row).toRect().center().y()); };
        QCOMPARE(ground(0), tokenColor(Token::Base, Theme::Light));
        QCOMPARE(ground(3), tokenColor(Token::Base, Theme::Light));
        QCOMPARE(ground(4), tokenColor(Token::AltRow, Theme::Light));
        QCOMPARE(ground(5), tokenColor(Token::Base, Theme::Light));
    }

    void followsTheTheme() {
        RttChart chart;
        chart.resize(672, 260);
        chart.setBars(someBars(), false);
        chart.setTheme(Theme::Dark);
        const QImage image = imageOf(chart);
        QCOMPARE(image.pixelColor(2, 2), tokenColor(Token::Base, Theme::Dark));
        QCOMPARE(image.pixelColor(xOf(chart, 1.0), chart.rowRect(0).toRect().center().y()),
                 tokenColor(Token::RttFloor, Theme::Dark));
        QCOMPARE(chart.xAxis->tickLabelColor(), tokenColor(Token::Text2, Theme::Dark));
    }

    void fadesStaleResults() {
        RttChart chart;
        chart.setBars(someBars(), true);
        QCOMPARE(chart.part(0)->brush().color(), tokenColor(Token::RttFloor, Theme::Light, 0.5));
        chart.setBars(someBars(), false);
        QCOMPARE(chart.part(0)->brush().color(), tokenColor(Token::RttFloor, Theme::Light));
    }

    void drawsAGhostOfTheValueBefore() {
        RttChart chart;
        chart.resize(672, 260);
        chart.setBars(someBars(), false);
        std::vector<RttBar> bars = someBars();
        bars[2].beforeMs = 5.40;
        const auto ghosts = [&] {
            const QImage image = imageOf(chart); // first: it lays out
            const QRect row = chart.rowRect(0).toRect();
            return pixelsOf(image, QRect(QPoint(xOf(chart, 5.1), row.top()), QPoint(xOf(chart, 5.45), row.bottom())),
                            tokenColor(Token::Base, Theme::Light));
        };
        const int without = ghosts();
        chart.setBars(bars, false);
        QVERIFY(without > 0);
        QVERIFY(ghosts() < without - 10);
    }

    void saysWhichServiceIsClicked() {
        RttChart chart;
        chart.resize(672, 260);
        chart.setBars(someBars(), false);
        QSignalSpy spy(&chart, &RttChart::serviceClicked);
        QTest::mouseClick(&chart, Qt::LeftButton, {}, chart.rowRect(4).center().toPoint());
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy.at(0).at(0).value<EntityId>(), EntityId{5});
        QTest::mouseClick(&chart, Qt::RightButton, {}, chart.rowRect(4).center().toPoint());
        QTest::mouseClick(&chart, Qt::LeftButton, {}, QPoint(100, 10));
        QTest::mouseClick(&chart, Qt::LeftButton, {}, QPoint(100, 255));
        QCOMPARE(spy.count(), 1);
    }

    void marksTheSelectedService() {
        RttChart chart;
        chart.resize(672, 260);
        chart.setBars(someBars(), false);
        chart.setSelectedService(EntityId{1});
        const QImage image = imageOf(chart);
        for (int row = 0; row < 7; ++row)
            QCOMPARE(image.pixelColor(3, chart.rowRect(row).toRect().center().y()) ==
                         tokenColor(Token::AccentSoft, Theme::Light),
                     row == 2 || row == 3);
    }

    void scrollsWholeRows() {
        RttChart chart;
        chart.resize(672, 244);
        chart.setBars(manyBars(), false);
        chart.show();
        auto* scroll = chart.findChild<QScrollBar*>();
        QVERIFY(!scroll->isHidden());
        QCOMPARE(scroll->pageStep(), 10);
        QCOMPARE(scroll->maximum(), 20);
        QCOMPARE(chart.bars().front().service, EntityId{30}); // the least margin
        QVERIFY(chart.rowRect(10).isEmpty());
        chart.setSelectedService(EntityId{1});
        QCOMPARE(scroll->value(), 20);
        QVERIFY(!chart.rowRect(29).isEmpty());
        QCOMPARE(chart.rowAt(chart.rowRect(29).center()), 29);
        QVERIFY(qAbs(chart.yAxis->coordToPixel(-29) - chart.rowRect(29).center().y()) <= 1);
        QWheelEvent wheel({300, 100}, {300, 100}, {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&chart, &wheel);
        QCOMPARE(scroll->value(), 17);
        chart.setBars(someBars(), false);
        QVERIFY(scroll->isHidden());
        QCOMPARE(chart.rowAt(chart.rowRect(0).center()), 0);
    }

    void saysWhatIsMissing() {
        RttChart chart;
        chart.resize(672, 260);
        chart.setBars(someBars(), false);
        chart.setBars({}, false);
        const QImage image = imageOf(chart);
        QVERIFY(pixelsOf(image, QRect(100, 80, 472, 120), tokenColor(Token::Text, Theme::Light)) > 10);
        QCOMPARE(pixelsOf(image, image.rect().adjusted(0, 30, 0, 0), tokenColor(Token::RttFloor, Theme::Light)), 0);
        QCOMPARE(chart.rowAt(QPointF(100, 60)), -1);
        QVERIFY(!chart.xAxis->visible());
    }
};

QTEST_MAIN(TestRttChart)
#include "test_rttchart.moc"
