// SPDX-License-Identifier: GPL-3.0-or-later
#include "corridorplan.h"
#include "model/calc/latency.h"

#include <QtTest>

using namespace corridor;
using corridor::test::PlanMaker;

namespace {

constexpr int kYear = 2027;

constexpr std::initializer_list<const char*> kRouteA = {
    "BJ-TAM", "WP-NK",    "WP-BDL",  "WP-DHY",  "ZJK-HL",  "ZJK-XHY",  "ZJK-XH", "ZJK",     "ZJK-WQ",
    "ZJK-HA", "WLCB-XHX", "WLCB-QQ", "WLCB-DC", "WLCB-ZZ", "WLCB-QXY", "HHHT-E", "HLGR-NEW"};
constexpr std::initializer_list<const char*> kRouteA2 = {"BJ-TAM",  "WP-NK",   "WP-BDL",   "WP-DHY",  "ZJK-HL",
                                                         "ZJK-XHY", "ZJK-XH",  "ZJK-WQ",   "ZJK-HA",  "WLCB-XHX",
                                                         "WLCB-QQ", "WLCB-ZZ", "WLCB-QXY", "HLGR-NEW"};
constexpr std::initializer_list<const char*> kRouteA3 = {"BJ-TAM",  "WP-NK",   "WP-BDL",  "WP-DHY", "ZJK-HL",
                                                         "ZJK-XHY", "ZJK-XH",  "ZJK-WQ",  "ZJK-HA", "WLCB-XHX",
                                                         "WLCB-QQ", "WLCB-LC", "HLGR-NEW"};
constexpr std::initializer_list<const char*> kRouteS2 = {"BJ-TAM", "WP-NK", "WP-BDL", "WP-DHY", "ZJK-HL", "ZJK-ZL",
                                                         "ZJK-YY", "DT",    "DT-ZY",  "SZ-YY",  "HLGR",   "HLGR-NEW"};
constexpr std::initializer_list<const char*> kRouteC2 = {"BJ-TAM",  "WP-NK",  "WP-BDL", "WP-DHY", "ZJK-HL",
                                                         "ZJK-XHY", "ZJK-XH", "ZJK",    "ZJK-ZB"};

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
            QTest::newRow(qPrintable(QStringLiteral("%1 at 1.00").arg(QLatin1String(names[route]))))
                << route << 1.00 << expected[route][0];
            QTest::newRow(qPrintable(QStringLiteral("%1 at 1.10").arg(QLatin1String(names[route]))))
                << route << 1.10 << expected[route][1];
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

    void reversingAServiceGivesTheSameBits() {
        PlanMaker make;
        make.corridorPlaces();
        make.chain("A", kRouteA, 1.07);
        make.chain("S2", kRouteS2, 1.03);
        make.service("there", "BJ-TAM", "HLGR-NEW", Protection::LinkDisjoint);
        make.service("back", "HLGR-NEW", "BJ-TAM", Protection::LinkDisjoint);
        const Plan plan = make.plan();
        const LatencyInput input = latencyInput(plan.base(), kYear);
        ServiceRoute there = routeService(input, *plan.base().find<Service>(PlanMaker::id("there")));
        ServiceRoute back = routeService(input, *plan.base().find<Service>(PlanMaker::id("back")));
        for (const bool backup : {false, true}) {
            const RoutedPath& a = there.path(backup);
            RoutedPath b = back.path(backup);
            std::reverse(b.spans.begin(), b.spans.end());
            QVERIFY(a.exists);
            QVERIFY(a.spans == b.spans);
            QCOMPARE(a.rtt.totalMs, b.rtt.totalMs);
            QCOMPARE(a.rtt.floorMs, b.rtt.floorMs);
            QCOMPARE(a.rtt.lowMs, b.rtt.lowMs);
        }
    }

    // Domain facts 4.3: what 5 ms leaves for fibre and detour from Tian'anmen to Horinger New Area, lump of 0.1 ms.
    void budgetOfFiveMilliseconds() {
        const double usPerKm = 1.4682 / 299792.458 * 1e6;
        const double fibreKm = fibreBudgetKm(5.0, 0.1, usPerKm);
        QVERIFY2(std::abs(fibreKm - 500.3) < 0.05, qPrintable(QString::number(fibreKm, 'f', 3)));
        PlanMaker make;
        make.corridorPlaces();
        make.span("direct", "BJ-TAM", "HLGR-NEW");
        make.service("S", "BJ-TAM", "HLGR-NEW");
        const RoutedPath path = only(make.plan(), "S");
        const double detour = fibreKm / 1.025 / path.geodesicKm;
        QVERIFY2(std::abs(detour - 1.227) < 0.0006, qPrintable(QString::number(detour, 'f', 5)));
        QVERIFY(std::abs(path.rtt.floorMs - 3.895) < 0.001);
        QVERIFY(std::abs(path.rtt.detourMs) < 1e-12);
        QVERIFY(std::abs(marginKm(0.1, usPerKm) - 10.21) < 0.01);
    }

    // Beijing–Zhangbei over Zhangjiakou (215.7 km of way-points): the length by hand, without the program's geodesics.
    void zhangbeiByLength() {
        PlanMaker make;
        make.corridorPlaces();
        make.chain("C2", kRouteC2, 1.10);
        make.service("S", "BJ-TAM", "ZJK-ZB");
        const RoutedPath path = only(make.plan(), "S");
        QVERIFY(std::abs(path.routeKm / 1.10 - 215.7) < 0.1);
        QVERIFY(std::abs(path.rtt.totalMs - (2 * 215.7 * 1.10 * 1.025 * 4.89739e-3 + 0.1)) < 0.001);
        QVERIFY(std::abs(path.geodesicKm - 198.5) < 0.05);
    }

    void measuredLengthReplacesGeometry() {
        PlanMaker make;
        make.corridorPlaces();
        Span span = make.spanRow("R", "BJ-TAM", "ZJK", 1.10);
        span.measuredFibreKm = 200.0;
        make.put(span);
        make.service("S", "BJ-TAM", "ZJK");
        const RoutedPath path = only(make.plan(), "S");
        QCOMPARE(path.fibreKm, 200.0);
        QVERIFY(std::abs(path.routeKm - 200.0 / 1.025) < 1e-9);
        QVERIFY(std::abs(path.rtt.totalMs - (2 * 200.0 * 1.4682 / 299.792458 + 0.1)) < 1e-9);
    }

    void surveyedSpansHaveNoSinuosity() {
        PlanMaker make;
        make.corridorPlaces();
        Span span = make.spanRow("R", "BJ-TAM", "ZJK", 1.10);
        span.schematic = false;
        make.put(span);
        make.service("S", "BJ-TAM", "ZJK");
        const RoutedPath path = only(make.plan(), "S");
        QVERIFY(std::abs(path.routeKm - path.geodesicKm) < 1e-9);
        QVERIFY(std::abs(path.rtt.detourMs) < 1e-9);
    }

    void defaultsByTerrain() {
        PlanMaker make;
        make.corridorPlaces();
        make.setting("sinuosity_mountain", QStringLiteral("1.2"));
        make.setting("lay_factor", QStringLiteral("1.01"));
        Span span = make.spanRow("R", "BJ-TAM", "ZJK");
        span.sinuosity.reset();
        span.terrain = Terrain::Mountain;
        make.put(span);
        make.service("S", "BJ-TAM", "ZJK");
        const RoutedPath path = only(make.plan(), "S");
        QVERIFY(std::abs(path.fibreKm - path.geodesicKm * 1.2 * 1.01) < 1e-9);
    }

    void betterFibreNeverRaisesRtt() {
        double last = 1e9;
        for (const double index : {1.4682, 1.464, 1.003}) {
            PlanMaker make;
            make.corridorPlaces();
            make.fibre("F", index);
            make.chain("A2", kRouteA2, 1.10);
            Span span = make.spanRow("A2-5", "ZJK-HL", "ZJK-XHY", 1.10);
            span.fibre = QStringLiteral("F");
            make.put(span);
            make.service("S", "BJ-TAM", "HLGR-NEW");
            const double now = only(make.plan(), "S").rtt.totalMs;
            QVERIFY(now <= last);
            last = now;
        }
    }

    void rangesAreAllLowAndAllHigh() {
        PlanMaker make;
        make.corridorPlaces();
        const EntityId span = make.span("R", "BJ-TAM", "ZJK", 1.10);
        make.service("S", "BJ-TAM", "ZJK");
        make.range(span, "sinuosity", 1.05, 1.15);
        make.range(PlanMaker::id("G.652.D"), "group_index", 1.4674, 1.469);
        make.range(PlanMaker::id("lump_one_hop"), "round_trip_delay_us", 30, 400);
        make.setting("lay_factor", QStringLiteral("1.025"));
        make.range(stableEntityId(u"setting/lay_factor"), "value", 1.01, 1.05);
        const RoutedPath path = only(make.plan(), "S");
        const double low = 2 * path.geodesicKm * 1.05 * 1.01 * 1.4674 / 299.792458 + 0.03;
        const double high = 2 * path.geodesicKm * 1.15 * 1.05 * 1.469 / 299.792458 + 0.4;
        QVERIFY2(std::abs(path.rtt.lowMs - low) < 1e-9, qPrintable(QString::number(path.rtt.lowMs - low)));
        QVERIFY(std::abs(path.rtt.highMs - high) < 1e-9);
        QVERIFY(path.rtt.lowMs < path.rtt.totalMs && path.rtt.totalMs < path.rtt.highMs);
    }

    // A value edited past its recorded bounds widens them instead of lying outside.
    void rangeHoldsTheValue() {
        PlanMaker make;
        make.corridorPlaces();
        const EntityId span = make.span("R", "BJ-TAM", "ZJK", 1.30);
        make.range(span, "sinuosity", 1.05, 1.15);
        make.service("S", "BJ-TAM", "ZJK");
        const RoutedPath path = only(make.plan(), "S");
        QCOMPARE(path.rtt.highMs, path.rtt.totalMs);
        QVERIFY(path.rtt.lowMs < path.rtt.totalMs);
    }

    void electricalNodesEndHops() {
        for (const auto& [role, hops] : {std::pair(JunctionRole::Otn, 2),
                                         {JunctionRole::Router, 2},
                                         {JunctionRole::Roadm, 1},
                                         {JunctionRole::Amplifier, 1}}) {
            PlanMaker make;
            make.junction("a", 116.0, 40.0, JunctionRole::Otn);
            make.junction("m", 115.5, 40.0, role);
            make.junction("b", 115.0, 40.0, JunctionRole::Otn);
            make.span("am", "a", "m");
            make.span("mb", "m", "b");
            make.service("S", "a", "b");
            const RoutedPath path = only(make.plan(), "S");
            QCOMPARE(path.hops, hops);
            QCOMPARE(path.rtt.equipmentMs, 0.1 * hops);
        }
    }

    void itemisedElements() {
        PlanMaker make;
        for (const auto& [code, us] : {std::pair("transponder_pair", 20.0),
                                       {"switch", 1.0},
                                       {"edfa", 0.15},
                                       {"roadm", 0.1},
                                       {"patch", 0.3},
                                       {"otn", 15.0},
                                       {"router", 10.0}})
            make.equipment(code, us);
        make.setting("equipment_mode", QStringLiteral("itemised"));
        make.junction("a", 116.0, 40.0, JunctionRole::Exchange);
        make.junction("w", 115.8, 40.0, JunctionRole::Waypoint);
        make.junction("r", 115.5, 40.0, JunctionRole::Roadm);
        make.junction("amp", 115.0, 40.0, JunctionRole::Amplifier);
        make.junction("x", 114.6, 40.0, JunctionRole::Otn);
        make.junction("b", 111.0, 40.0, JunctionRole::Exchange);
        make.span("1", "a", "w");
        make.span("2", "w", "r");
        make.span("3", "r", "amp");
        make.span("4", "amp", "x");
        make.span("5", "x", "b"); // 307.5 km geodesic, 315.2 km of fibre: three amplifiers at 80 km
        make.service("S", "a", "b");
        const RoutedPath path = only(make.plan(), "S");
        const double patch = 5 * 0.3, edfa = (3 + 1) * 0.15, oneWay = 2 * 20 + 2 * 1 + patch + edfa + 0.1 + 15;
        QVERIFY2(std::abs(path.rtt.equipmentMs - 2 * oneWay / 1000) < 1e-12,
                 qPrintable(QString::number(path.rtt.equipmentMs, 'f', 6)));
        QCOMPARE(path.hops, 2);
        make.setting("rtt_layer", QStringLiteral("ip"));
        QVERIFY(std::abs(only(make.plan(), "S").rtt.equipmentMs - 2 * (oneWay + 20) / 1000) < 1e-12);
        make.setting("rtt_layer", QStringLiteral("fibre"));
        const RoutedPath fibreOnly = only(make.plan(), "S");
        QCOMPARE(fibreOnly.rtt.equipmentMs, 0.0);
        QVERIFY(fibreOnly.rtt.complete);
    }

    // The graph's cost and the account of the path must agree, else the route would not be the best one.
    void searchAndAccountAgree() {
        for (const char* mode : {"lump", "itemised"}) {
            PlanMaker make;
            for (const auto& [code, us] : {std::pair("transponder_pair", 20.0),
                                           {"switch", 1.0},
                                           {"edfa", 0.15},
                                           {"roadm", 0.1},
                                           {"patch", 0.3},
                                           {"otn", 15.0},
                                           {"router", 10.0}})
                make.equipment(code, us);
            make.setting("equipment_mode", QLatin1String(mode));
            int n = 0;
            for (const auto& place : test::kPlaces)
                make.junction(place.key, place.lon, place.lat, static_cast<JunctionRole>(n++ % 7));
            make.chain("A", kRouteA, 1.07);
            make.chain("S2", kRouteS2, 1.03);
            const Plan plan = make.plan();
            const LatencyInput input = latencyInput(plan.base(), kYear);
            double last = 0;
            for (const RoutedPath& path :
                 shortestRoutes(input, PlanMaker::id("BJ-TAM"), PlanMaker::id("HLGR-NEW"), 6)) {
                QVERIFY(path.rtt.totalMs >= last - 1e-12);
                last = path.rtt.totalMs;
                QCOMPARE(measurePath(input, path.nodes.front(), path.nodes.back(), path.spans).rtt.totalMs,
                         path.rtt.totalMs);
            }
            QVERIFY(last > 0);
        }
    }

    void missingEquipmentIsUnknownNotZero() {
        PlanMaker make;
        make.corridorPlaces();
        make.chain("A", kRouteA, 1.0);
        make.service("S", "BJ-TAM", "HLGR-NEW");
        make.setting("equipment_mode", QStringLiteral("itemised"));
        const RoutedPath path = only(make.plan(), "S");
        QVERIFY(path.exists);
        QVERIFY(!path.rtt.complete);
        QVERIFY(path.missingEquipment == std::vector<QString>({QStringLiteral("transponder_pair"),
                                                               QStringLiteral("switch"), QStringLiteral("patch")}));
        make.setting("equipment_mode", QStringLiteral("lump"));
        QVERIFY(only(make.plan(), "S").rtt.complete);
    }

    void yearsDecideWhatStands() {
        PlanMaker make;
        make.corridorPlaces();
        make.chain("A2", kRouteA2, 1.0);
        Span cut = make.spanRow("new", "WLCB-QQ", "WLCB-LC");
        cut.status = SpanStatus::Planned;
        make.put(cut);
        make.span("lc", "WLCB-LC", "HLGR-NEW");
        make.service("S", "BJ-TAM", "HLGR-NEW");
        const double before = only(make.plan(), "S").rtt.totalMs;
        cut.inDate = {2027, 6, 0};
        make.put(cut);
        const double after = only(make.plan(), "S").rtt.totalMs;
        QVERIFY2(before - after > 0.1, "a planned span counts from its year on, and not without a date");
        cut.inDate = {2028, 0, 0};
        make.put(cut);
        QCOMPARE(only(make.plan(), "S").rtt.totalMs, before);
        cut.inDate = {2020, 0, 0};
        cut.outDate = {2027, 0, 0};
        make.put(cut);
        QCOMPARE(only(make.plan(), "S").rtt.totalMs, before);
        cut.status = SpanStatus::Removed;
        cut.inDate = {};
        cut.outDate = {2028, 0, 0};
        make.put(cut);
        QCOMPARE(only(make.plan(), "S").rtt.totalMs, after);
    }

    void unknownFibreIsNamedWhereItMatters() {
        PlanMaker make;
        make.corridorPlaces();
        make.chain("A", kRouteA, 1.0);
        Span direct = make.spanRow("dark", "BJ-TAM", "HLGR-NEW");
        direct.fibre.clear();
        make.put(direct);
        make.service("S", "BJ-TAM", "HLGR-NEW");
        const Plan plan = make.plan();
        const RoutedPath path = only(plan, "S");
        QVERIFY(path.exists);
        QVERIFY(path.missing == std::vector<EntityId>{PlanMaker::id("dark")});
        QVERIFY(*path.possibleMs < path.rtt.totalMs);
        // A useless one is not named.
        PlanMaker other;
        other.corridorPlaces();
        other.chain("A", kRouteA, 1.0);
        Span away = other.spanRow("away", "ZJK", "ZJK-ZB");
        away.fibre = QStringLiteral("no such type");
        other.put(away);
        other.service("S", "BJ-TAM", "HLGR-NEW");
        QVERIFY(only(other.plan(), "S").missing.empty());
    }

    void noRouteAndAbsentEnds() {
        PlanMaker make;
        make.corridorPlaces();
        make.span("x", "BJ-TAM", "ZJK");
        make.service("none", "BJ-TAM", "HLGR-NEW");
        make.service("gone", "BJ-TAM", "nowhere");
        const Plan plan = make.plan();
        QVERIFY(only(plan, "none").problem == PathProblem::NoRoute);
        const RoutedPath gone = only(plan, "gone");
        QVERIFY(gone.problem == PathProblem::EndNotInService);
        QVERIFY(gone.problemAt == PlanMaker::id("nowhere"));
    }

    void pinnedChains() {
        PlanMaker make;
        make.corridorPlaces();
        make.chain("A", {"BJ-TAM", "WP-NK", "WP-BDL", "WP-DHY"}, 1.0);
        make.span("short", "BJ-TAM", "WP-DHY");
        Service pinned;
        PlanMaker::name(pinned, "S");
        pinned.from = PlanMaker::id("BJ-TAM");
        pinned.to = PlanMaker::id("WP-DHY");
        pinned.routing = Routing::Pinned;
        pinned.pinnedPrimary = {PlanMaker::id("A-1"), PlanMaker::id("A-2"), PlanMaker::id("A-3")};
        make.put(pinned);
        RoutedPath path = only(make.plan(), "S");
        QVERIFY(path.exists);
        QCOMPARE(path.spans.size(), std::size_t(3));
        pinned.pinnedPrimary = {PlanMaker::id("A-1"), PlanMaker::id("A-3")};
        make.put(pinned);
        path = only(make.plan(), "S");
        QVERIFY(path.problem == PathProblem::ChainBroken);
        QVERIFY(path.problemAt == PlanMaker::id("A-3"));
        pinned.pinnedPrimary = {PlanMaker::id("A-1"), PlanMaker::id("A-2")};
        make.put(pinned);
        path = only(make.plan(), "S");
        QVERIFY(path.problem == PathProblem::ChainBroken);
        QVERIFY(path.problemAt == PlanMaker::id("WP-DHY"));
        pinned.pinnedPrimary = {PlanMaker::id("gone")};
        make.put(pinned);
        QVERIFY(only(make.plan(), "S").problem == PathProblem::SpanNotInService);
    }

    void previousInputOnlySavesWork() {
        PlanMaker make;
        make.corridorPlaces();
        make.chain("A", kRouteA, 1.07);
        make.chain("S2", kRouteS2, 1.03);
        const Plan before = make.plan();
        const LatencyInput old = latencyInput(before.base(), kYear);
        Span moved = *before.base().find<Span>(PlanMaker::id("A-3"));
        moved.line.insert(moved.line.begin() + 1, LonLat{115.9, 40.5});
        make.put(moved);
        make.range(PlanMaker::id("A-7"), "sinuosity", 1.0, 1.2);
        const Plan after = make.plan();
        const LatencyInput fresh = latencyInput(after.base(), kYear), reused = latencyInput(after.base(), kYear, &old);
        QCOMPARE(fresh.spans.size(), reused.spans.size());
        for (std::size_t i = 0; i < fresh.spans.size(); ++i) {
            QCOMPARE(fresh.spans[i].delayUs, reused.spans[i].delayUs);
            QCOMPARE(fresh.spans[i].highUs, reused.spans[i].highUs);
        }
        LatencyInput patched = old;
        QVERIFY(refreshSpan(patched, moved));
        QCOMPARE(patched.graph.link(static_cast<LinkIndex>(patched.spanIndex(moved.id))).weight,
                 fresh.graph.link(static_cast<LinkIndex>(fresh.spanIndex(moved.id))).weight);
    }

    void threadsDoNotChangeResults() {
        PlanMaker make;
        make.corridorPlaces();
        make.chain("A", kRouteA, 1.07);
        make.chain("S2", kRouteS2, 1.03);
        int n = 0;
        for (const auto& a : test::kPlaces)
            for (const auto& b : test::kPlaces)
                if (&a < &b) {
                    ++n;
                    make.service(QStringLiteral("S%1").arg(n).toStdString(), a.key, b.key,
                                 static_cast<Protection>(n % 4));
                }
        const LatencyInput input = latencyInput(make.plan().base(), kYear);
        const std::vector<ServiceRoute> one = routeServices(input, {}, 1);
        QCOMPARE(one.size(), std::size_t(n));
        for (const unsigned threads : {2u, 5u}) {
            const std::vector<ServiceRoute> many = routeServices(input, {}, threads);
            QCOMPARE(many.size(), one.size());
            for (std::size_t i = 0; i < one.size(); ++i) {
                QVERIFY(many[i].primary.spans == one[i].primary.spans);
                QVERIFY(many[i].backup.spans == one[i].backup.spans);
                QCOMPARE(many[i].primary.rtt.totalMs, one[i].primary.rtt.totalMs);
                QVERIFY(many[i].achieved == one[i].achieved);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestLatency)
#include "test_latency.moc"
