// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/calc/latency.h"

#include "corridorplan.h"

#include <QtTest>

using namespace corridor;
using corridor::test::PlanMaker;

namespace {

constexpr int kYear = 2027;

constexpr std::initializer_list<const char*> kRouteA = {"BJ-TAM", "WP-NK",    "WP-BDL",  "WP-DHY",  "ZJK-HL",  "ZJK-XHY",  "ZJK-XH", "ZJK",    "ZJK-WQ",
                                                        "ZJK-HA", "WLCB-XHX", "WLCB-QQ", "WLCB-DC", "WLCB-ZZ", "WLCB-QXY", "HHHT-E", "HLGR-NEW"};
constexpr std::initializer_list<const char*> kRouteA2 = {"BJ-TAM", "WP-NK",  "WP-BDL",   "WP-DHY",  "ZJK-HL",  "ZJK-XHY",  "ZJK-XH",
                                                         "ZJK-WQ", "ZJK-HA", "WLCB-XHX", "WLCB-QQ", "WLCB-ZZ", "WLCB-QXY", "HLGR-NEW"};
constexpr std::initializer_list<const char*> kRouteA3 = {"BJ-TAM", "WP-NK",  "WP-BDL", "WP-DHY",   "ZJK-HL",  "ZJK-XHY", "ZJK-XH",
                                                         "ZJK-WQ", "ZJK-HA", "WLCB-XHX", "WLCB-QQ", "WLCB-LC", "HLGR-NEW"};
constexpr std::initializer_list<const char*> kRouteS2 = {"BJ-TAM", "WP-NK", "WP-BDL", "WP-DHY", "ZJK-HL", "ZJK-ZL",
                                                         "ZJK-YY", "DT",    "DT-ZY",  "SZ-YY",  "HLGR",   "HLGR-NEW"};
constexpr std::initializer_list<const char*> kRouteC2 = {"BJ-TAM", "WP-NK", "WP-BDL", "WP-DHY", "ZJK-HL", "ZJK-XHY", "ZJK-XH", "ZJK", "ZJK-ZB"};

RoutedPath only(const Plan& plan, const char* service) {
    const LatencyInput input = latencyInput(plan.base(), kYear);
    return routeService(input, *plan.base().find<Service>(PlanMaker::id(service))).primary;
}

} // namespace

class TestLatency : public QObject {
    Q_OBJECT
private slots:
    void pinnedNumbers_data() {
        QTest::addColumn<int>("route");
        QTest::addColumn<double>("sinuosity");
        QTest::addColumn<double>("rttMs");
        const double expected[4][2] = {{5.173, 5.680}, {4.698, 5.158}, {4.550, 4.995}, {4.679, 5.136}};
        const char* names[] = {"A", "A2", "A3", "S2"};
        for (int route = 0; route < 4; ++route) {
            QTest::newRow(qPrintable(QStringLiteral("%1 at 1.00").arg(QLatin1String(names[route])))) << route << 1.00 << expected[route][0];
            QTest::newRow(qPrintable(QStringLiteral("%1 at 1.10").arg(QLatin1String(names[route])))) << route << 1.10 << expected[route][1];
        }
    }
    void pinnedNumbers() {
        QFETCH(int, route);
        QFETCH(double, sinuosity);
        QFETCH(double, rttMs);
        const std::initializer_list<const char*> stops[] = {kRouteA, kRouteA2, kRouteA3, kRouteS2};
        PlanMaker make;
        make.corridorPlaces();
        make.chain("R", stops[route], sinuosity);
        make.service("S", "BJ-TAM", "HLGR-NEW");
        const RoutedPath path = only(make.plan(), "S");
        QVERIFY(path.exists);
        QVERIFY2(std::abs(path.rtt.totalMs - rttMs) <= 0.001, qPrintable(QString::number(path.rtt.totalMs, 'f', 5)));
        QCOMPARE(path.hops, 1);
        QCOMPARE(path.rtt.equipmentMs, 0.1);
        QCOMPARE(path.rtt.floorMs + path.rtt.detourMs + path.rtt.layMs + path.rtt.equipmentMs, path.rtt.totalMs);
        QVERIFY(std::abs(path.geodesicKm - 397.7) < 0.05);
    }
};

QTEST_GUILESS_MAIN(TestLatency)
#include "test_latency.moc"
