// SPDX-License-Identifier: GPL-3.0-or-later
#include "corridorplan.h"
#include "model/calc/capacity.h"

#include <QtTest>

using namespace corridor;
using namespace corridor::test;

namespace {

// The three-span chain of METHODS.md: a –(p)– b –(q)– c –(r)– d.
struct Chain {
    PlanMaker make;

    Chain() {
        const double lon[] = {116.0, 116.2, 116.4, 116.6};
        for (int i = 0; i < 4; ++i)
            make.junction(std::string(1, char('a' + i)), lon[i], 40.0);
        setSpan("p", "a", "b", [](Span& span) { span.capacityGbps = 1600; });
        setSpan("q", "b", "c", [](Span& span) {
            span.capacityGbps = 1600;
            span.capacitySharing = CapacitySharing::Shared;
        });
        setSpan("r", "c", "d", [](Span& span) { span.pairsLit = 1; });
        make.setting("channels_per_pair", QStringLiteral("80"));
        make.setting("channel_gbps", QStringLiteral("400"));
        service("S1", "a", "d", 400);
        service("S2", "b", "d", 500);
    }
    template <class Change>
    void setSpan(const char* code, const char* from, const char* to, Change&& change) {
        Span span = make.spanRow(code, from, to);
        change(span);
        make.put(span);
    }
    Service service(const char* code, const char* from, const char* to, std::optional<double> gbps) {
        Service row;
        PlanMaker::name(row, code);
        row.from = PlanMaker::id(from);
        row.to = PlanMaker::id(to);
        if (gbps)
            row.gbps = {{2026, *gbps}};
        make.put(row);
        return row;
    }
    CapacityResult result(int year = 2027) {
        const Plan plan = make.plan();
        const LatencyInput input = latencyInput(plan.base(), year);
        return spanLoads(input, routeServices(input));
    }
};

} // namespace

class TestCapacity : public QObject {
    Q_OBJECT
private slots:
    void threeSpansByHand() {
        Chain chain;
        const CapacityResult result = chain.result();
        const SpanLoad &p = *result.span(PlanMaker::id("p")), &q = *result.span(PlanMaker::id("q")),
                       &r = *result.span(PlanMaker::id("r"));
        QCOMPARE(p.loadGbps(), 400.0);
        QCOMPARE(*p.headroomGbps(), 1200.0);
        QCOMPARE(*p.utilisation(), 0.25);
        QCOMPARE(q.loadGbps(), 900.0);
        QCOMPARE(q.capacity.perDirectionGbps(), 800.0); // shared by both ways
        QCOMPARE(*q.headroomGbps(), -100.0);
        QCOMPARE(*q.utilisation(), 1.125);
        QVERIFY(r.capacity.source == CapacitySource::Pairs);
        QCOMPARE(r.capacity.gbps, 32000.0);
        QCOMPARE(*r.headroomGbps(), 31100.0);
        QVERIFY(result.bottleneck()->span == PlanMaker::id("q"));
        QCOMPARE(q.services, 2);
        QVERIFY(result.withoutDemand.empty());
    }

    void whatIsNotOnRecordIsUnknown() {
        Chain chain;
        chain.setSpan("p", "a", "b", [](Span&) {});
        chain.service("S3", "a", "b", {});
        const CapacityResult result = chain.result();
        const SpanLoad& p = *result.span(PlanMaker::id("p"));
        QVERIFY(!p.capacity.isKnown() && !p.headroomGbps() && !p.utilisation());
        QCOMPARE(p.loadGbps(), 400.0);
        QVERIFY2(!p.complete, "a service without bandwidth runs over it");
        QVERIFY(result.span(PlanMaker::id("r"))->complete);
        QCOMPARE(result.withoutDemand, std::vector<EntityId>{PlanMaker::id("S3")});
    }

    void aCapacityOfNothingIsFull() {
        Chain chain;
        chain.setSpan("p", "a", "b", [](Span& span) { span.capacityGbps = 0; });
        const CapacityResult result = chain.result();
        QCOMPARE(*result.span(PlanMaker::id("p"))->headroomGbps(), -400.0);
        QVERIFY(!result.span(PlanMaker::id("p"))->utilisation());
    }

    void demandFollowsTheYear() {
        Chain chain;
        Service service = chain.service("S1", "a", "d", 400);
        service.gbps = {{2026, 400}, {2028, 1000}};
        chain.make.put(service);
        QCOMPARE(chain.result(2025).span(PlanMaker::id("p"))->loadGbps(), 0.0);
        QCOMPARE(chain.result(2027).span(PlanMaker::id("p"))->loadGbps(), 400.0);
        QCOMPARE(chain.result(2030).span(PlanMaker::id("p"))->loadGbps(), 1000.0);
        const auto years = spanLoadsByYear(chain.make.plan().base(), 2027, 2029);
        QCOMPARE(years.size(), std::size_t(3));
        QCOMPARE(years[1].year, 2028);
        QCOMPARE(years[1].span(PlanMaker::id("p"))->loadGbps(), 1000.0);
    }

    void backupsHoldBandwidthWhereThePlanSaysSo() {
        Chain chain;
        chain.setSpan("p2", "a", "b", [](Span& span) { span.capacityGbps = 100; });
        Service service;
        PlanMaker::name(service, "S4");
        service.from = PlanMaker::id("a");
        service.to = PlanMaker::id("b");
        service.gbps = {{2026, 300}};
        service.protection = Protection::LinkDisjoint;
        chain.make.put(service);
        const auto sum = [](const CapacityResult& result) {
            double backup = 0;
            for (const SpanLoad& load : result.spans)
                backup += load.backupGbps;
            return backup;
        };
        QCOMPARE(sum(chain.result()), 300.0);
        chain.make.setting("backup_reserves", QStringLiteral("0"));
        QCOMPARE(sum(chain.result()), 0.0);
    }

    // What goes in at the ends of a service is on every span of its path: nothing is lost or made on the way.
    void flowIsConserved() {
        Chain chain;
        const Plan plan = chain.make.plan();
        const LatencyInput input = latencyInput(plan.base(), 2027);
        const std::vector<ServiceRoute> routes = routeServices(input);
        double carried = 0, wanted = 0;
        for (const SpanLoad& load : spanLoads(input, routes).spans)
            carried += load.loadGbps();
        for (const ServiceRoute& route : routes)
            wanted += static_cast<double>(route.primary.spans.size()) *
                      valueInYear(plan.base().find<Service>(route.service)->gbps, 2027).value_or(0);
        QCOMPARE(carried, wanted);
    }
};

QTEST_APPLESS_MAIN(TestCapacity)
#include "test_capacity.moc"
