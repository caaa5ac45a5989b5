// SPDX-License-Identifier: GPL-3.0-or-later
#include "corridorplan.h"
#include "model/calc/latency.h"

#include <QtTest>

using namespace corridor;
using corridor::test::PlanMaker;

namespace {

// Nodes on a grid of 0.1°, so that lengths follow from the drawing; every span straight.
//
//   s --- a --- t      the short way
//   s --- b --- t      a second way
//   s --- c --- d --- t  a third way
struct Grid : PlanMaker {
    Grid() {
        junction("s", 115.0, 40.0);
        junction("a", 115.5, 40.0);
        junction("t", 116.0, 40.0);
        junction("b", 115.5, 40.2);
        junction("c", 115.3, 39.6);
        junction("d", 115.7, 39.6);
        span("sa", "s", "a");
        span("at", "a", "t");
        span("sb", "s", "b");
        span("bt", "b", "t");
        span("sc", "s", "c");
        span("cd", "c", "d");
        span("dt", "d", "t");
    }
    ServiceRoute route(Protection protection) {
        service("S", "s", "t", protection);
        const Plan made = plan();
        return routeService(latencyInput(made.base(), 2027), *made.base().find<Service>(id("S")));
    }
};

std::vector<EntityId> ids(std::initializer_list<const char*> codes) {
    std::vector<EntityId> out;
    for (const char* code : codes)
        out.push_back(PlanMaker::id(code));
    return out;
}

} // namespace

class TestLatencyBackup : public QObject {
    Q_OBJECT
private slots:
    void noneWantedNoneGiven() {
        const ServiceRoute route = Grid().route(Protection::None);
        QVERIFY(route.primary.spans == ids({"sa", "at"}));
        QVERIFY(!route.backup.exists);
        QVERIFY(route.backup.problem == PathProblem::NotWanted);
    }

    void nextBestDisjoint() {
        const ServiceRoute route = Grid().route(Protection::NodeDisjoint);
        QVERIFY(route.primary.spans == ids({"sa", "at"}));
        QVERIFY(route.backup.spans == ids({"sb", "bt"}));
        QVERIFY(route.achieved == Protection::RiskDisjoint);
        QVERIFY(route.sharedRisks.empty());
        QVERIFY(route.backup.rtt.totalMs > route.primary.rtt.totalMs);
    }

    void riskGroupPushesTheBackupAway() {
        Grid grid;
        grid.risk("duct", {"at", "bt"});
        const ServiceRoute node = grid.route(Protection::NodeDisjoint);
        QVERIFY(node.backup.spans == ids({"sb", "bt"}));
        QVERIFY(node.achieved == Protection::NodeDisjoint);
        QVERIFY(node.sharedRisks.empty());
        const ServiceRoute risk = grid.route(Protection::RiskDisjoint);
        QVERIFY(risk.backup.spans == ids({"sc", "cd", "dt"}));
        QVERIFY(risk.achieved == Protection::RiskDisjoint);
    }

    void riskThroughANode() {
        Grid grid;
        grid.risk("building", {"a", "b"});
        QVERIFY(grid.route(Protection::RiskDisjoint).backup.spans == ids({"sc", "cd", "dt"}));
    }

    void sharesLeastAndSaysWhat() {
        Grid grid;
        grid.risk("left", {"sa", "sb"});
        grid.risk("right", {"at", "dt"});
        grid.risk("low", {"sb", "cd"});
        grid.risk("far", {"bt", "dt"});
        grid.risk("west", {"sa", "sc"});
        const ServiceRoute route = grid.route(Protection::RiskDisjoint);
        QVERIFY(route.primary.exists && route.backup.exists);
        QVERIFY(route.achieved == Protection::NodeDisjoint);
        QCOMPARE(route.sharedRisks.size(), std::size_t(1));
        QVERIFY(route.primary.spans == ids({"sa", "at"}));
        QVERIFY(route.backup.spans == ids({"sb", "bt"}));
        QVERIFY(route.sharedRisks == ids({"left"}));
    }

    // The trap: the shortest way s-a-b-t uses what both disjoint ways need.
    void trapMovesThePrimary() {
        PlanMaker make;
        make.junction("s", 115.0, 40.0);
        make.junction("a", 115.4, 40.1);
        make.junction("b", 115.6, 39.9);
        make.junction("t", 116.0, 40.0);
        make.span("sa", "s", "a");
        make.span("bt", "b", "t");
        make.span("ab", "a", "b");
        Span longer = make.spanRow("at", "a", "t");
        longer.measuredFibreKm = 90;
        make.put(longer);
        longer = make.spanRow("sb", "s", "b");
        longer.measuredFibreKm = 90;
        make.put(longer);
        make.service("free", "s", "t");
        make.service("S", "s", "t", Protection::LinkDisjoint);
        const Plan plan = make.plan();
        const LatencyInput input = latencyInput(plan.base(), 2027);
        const RoutedPath best = routeService(input, *plan.base().find<Service>(PlanMaker::id("free"))).primary;
        QVERIFY(best.spans == ids({"sa", "ab", "bt"}));
        const ServiceRoute route = routeService(input, *plan.base().find<Service>(PlanMaker::id("S")));
        QVERIFY(route.achieved == Protection::RiskDisjoint);
        QVERIFY(route.primary.spans.size() == 2 && route.backup.spans.size() == 2);
        QVERIFY(route.primary.rtt.totalMs > best.rtt.totalMs);
        QVERIFY(route.primary.rtt.totalMs <= route.backup.rtt.totalMs);
    }

    // A stub that both ways must share does not drive the primary off the shortest way.
    void sharedStubKeepsThePrimary() {
        Grid grid;
        grid.junction("x", 116.2, 40.0);
        grid.span("tx", "t", "x");
        grid.service("S", "s", "x", Protection::RiskDisjoint);
        const Plan plan = grid.plan();
        const ServiceRoute route =
            routeService(latencyInput(plan.base(), 2027), *plan.base().find<Service>(PlanMaker::id("S")));
        QVERIFY(route.primary.spans == ids({"sa", "at", "tx"}));
        QVERIFY(route.backup.spans == ids({"sb", "bt", "tx"}));
        QVERIFY(route.achieved == Protection::None);
        QVERIFY(route.sharedRisks == ids({"tx", "t"}));
    }

    void oneWayOnlyHasNoBackup() {
        PlanMaker make;
        make.junction("s", 115.0, 40.0);
        make.junction("t", 116.0, 40.0);
        make.span("st", "s", "t");
        make.service("S", "s", "t", Protection::LinkDisjoint);
        const Plan plan = make.plan();
        const ServiceRoute route =
            routeService(latencyInput(plan.base(), 2027), *plan.base().find<Service>(PlanMaker::id("S")));
        QVERIFY(route.primary.exists);
        QVERIFY(!route.backup.exists);
        QVERIFY(route.backup.problem == PathProblem::NoRoute);
    }

    void secondEndsTakeTheBackup() {
        Grid grid;
        Service service;
        PlanMaker::name(service, "S");
        service.from = PlanMaker::id("s");
        service.to = PlanMaker::id("t");
        service.secondFrom = PlanMaker::id("c");
        service.protection = Protection::NodeDisjoint;
        grid.put(service);
        const Plan plan = grid.plan();
        const ServiceRoute route = routeService(latencyInput(plan.base(), 2027), service);
        QVERIFY(route.primary.spans == ids({"sa", "at"}));
        QVERIFY(route.backup.spans == ids({"cd", "dt"}));
        QVERIFY(route.achieved == Protection::RiskDisjoint);
    }

    void pinnedPrimaryStays() {
        Grid grid;
        Service service;
        PlanMaker::name(service, "S");
        service.from = PlanMaker::id("s");
        service.to = PlanMaker::id("t");
        service.routing = Routing::Pinned;
        service.protection = Protection::LinkDisjoint;
        service.pinnedPrimary = ids({"sb", "bt"});
        grid.put(service);
        const Plan plan = grid.plan();
        const LatencyInput input = latencyInput(plan.base(), 2027);
        ServiceRoute route = routeService(input, service);
        QVERIFY(route.primary.spans == ids({"sb", "bt"}));
        QVERIFY(route.backup.spans == ids({"sa", "at"}));
        service.pinnedBackup = ids({"sb", "bt"});
        route = routeService(input, service);
        QVERIFY(route.achieved == Protection::None);
        QVERIFY(route.sharedRisks == ids({"bt", "sb"}) || route.sharedRisks == ids({"sb", "bt"}));
    }
};

QTEST_GUILESS_MAIN(TestLatencyBackup)
#include "test_latencybackup.moc"
