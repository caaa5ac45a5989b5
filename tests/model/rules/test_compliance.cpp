// SPDX-License-Identifier: GPL-3.0-or-later
#include "corridorplan.h"
#include "model/rules/clausewords.h"
#include "model/rules/compliance.h"
#include "model/rules/judge.h"
#include "model/rules/routechecks.h"

#include <QFile>
#include <QtTest>

using namespace corridor;
using corridor::test::PlanMaker;

namespace {

const RulePack& beijing() {
    static const RulePack pack = [] {
        QFile file(QStringLiteral(CORRIDOR_SOURCE_DIR "/resources/rulepacks/beijing-2024-2027.json"));
        return file.open(QIODevice::ReadOnly) ? parseRulePack(file.readAll(), QStringLiteral("pack")) : RulePack();
    }();
    return pack;
}

struct Checked {
    LatencyInput input;
    std::vector<ServiceRoute> routes;
    Compliance result;

    const ClauseVerdict& clause(const char* id) const {
        for (const ClauseVerdict& verdict : result.clauses)
            if (verdict.clause == QLatin1String(id))
                return verdict;
        qFatal("no such clause");
    }
    std::vector<Finding> findings(const char* id) const {
        std::vector<Finding> out;
        for (const std::size_t index : clause(id).findings)
            out.push_back(result.findings[index]);
        return out;
    }
};

Checked check(PlanMaker& make, int year = 2027) {
    Checked out;
    const Plan plan = make.plan();
    out.input = latencyInput(plan.base(), year);
    out.routes = routeServices(out.input);
    const EnergyResult energy = annualEnergy(plan.base(), year, *out.input.ranges);
    out.result = checkClauses(out.input, out.routes, energy, beijing(), false);
    return out;
}

void addService(PlanMaker& make, const char* code, const char* from, const char* to, const char* clauses,
                Protection protection = Protection::None) {
    Service service;
    PlanMaker::name(service, code);
    service.from = PlanMaker::id(from);
    service.to = PlanMaker::id(to);
    service.clauses = QString::fromLatin1(clauses);
    service.protection = protection;
    make.put(service);
}

void addSite(PlanMaker& make, const char* code, double lon, double lat, const char* province) {
    Site site;
    PlanMaker::name(site, code);
    site.position = {lon, lat};
    site.status = SiteStatus::Existing;
    site.key = true;
    site.province = QString::fromUtf8(province);
    make.put(site);
}

// Two ends and one span between them with a given length of fibre.
void line(PlanMaker& make, double fibreKm) {
    make.junction("a", 116.3913, 39.9055);
    make.junction("b", 116.5, 40.0);
    Span span = make.spanRow("ab", "a", "b");
    span.measuredFibreKm = fibreKm;
    make.put(span);
}

} // namespace

class TestCompliance : public QObject {
    Q_OBJECT
private slots:
    void judgement() {
        const std::optional<double> band = 1.0;
        QVERIFY(judge(Comparator::AtMost, 5, band, 4.94) == Verdict::Met);
        QVERIFY(judge(Comparator::AtMost, 5, band, 4.951) == Verdict::Near);
        QVERIFY(judge(Comparator::AtMost, 5, band, 5.0) == Verdict::Near);
        QVERIFY(judge(Comparator::AtMost, 5, {}, 5.0) == Verdict::Met);
        QVERIFY(judge(Comparator::AtMost, 5, band, 5.0000001) == Verdict::Broken);
        QVERIFY(judge(Comparator::AtLeast, 400, band, 400) == Verdict::Near);
        QVERIFY(judge(Comparator::AtLeast, 400, band, 399) == Verdict::Broken);
        QVERIFY(judge(Comparator::Above, 200, {}, 200) == Verdict::Broken);
        QVERIFY(judge(Comparator::Below, 1.5, {}, 1.49) == Verdict::Met);
        QVERIFY(judge(Comparator::Equal, 1, {}, 1) == Verdict::Met);
        QVERIFY(judge(Comparator::Equal, 1, {}, 2) == Verdict::Broken);
        QCOMPARE(marginOf(Comparator::AtMost, 5, 4.5), 0.5);
        QCOMPARE(marginOf(Comparator::AtLeast, 400, 300), -100.0);
    }

    void westernNodeMetNearBroken_data() {
        QTest::addColumn<double>("fibreKm");
        QTest::addColumn<Verdict>("verdict");
        QTest::newRow("met") << 480.0 << Verdict::Met;
        QTest::newRow("near") << 499.0 << Verdict::Near;
        QTest::newRow("broken") << 501.0 << Verdict::Broken;
    }
    void westernNodeMetNearBroken() {
        QFETCH(double, fibreKm);
        QFETCH(Verdict, verdict);
        PlanMaker make;
        line(make, fibreKm);
        addService(make, "S", "a", "b", "Q09 Q13");
        const Checked checked = check(make);
        QVERIFY(checked.clause("Q13").verdict == verdict);
        const std::vector<Finding> findings = checked.findings("Q13");
        QCOMPARE(findings.size(), std::size_t(1));
        const Finding& finding = findings.front();
        QVERIFY(finding.subject == PlanMaker::id("S"));
        QVERIFY(std::abs(*finding.value - (2 * fibreKm * 1.4682 / 299.792458 + 0.1)) < 1e-9);
        QCOMPARE(*finding.margin, 5.0 - *finding.value);
        QVERIFY(std::abs(*finding.marginKm - (4.9 * 299.792458 / (2 * 1.4682) - fibreKm)) < 1e-9);
        QVERIFY(finding.evidence == std::vector<EntityId>{PlanMaker::id("ab")});
        QVERIFY(!finding.place.isEmpty());
        QVERIFY(finding.key.startsWith(QStringLiteral("Q13/")) && finding.key.endsWith(QStringLiteral("/primary")));
    }

    void belowIsNotAtMost() {
        LatencyInput input;
        RoutedPath path;
        path.exists = true;
        path.rtt.totalMs = path.rtt.lowMs = path.rtt.highMs = 5.0;
        Finding atMost, below;
        judgeRtt(input, path, {Comparator::AtMost, 5.0, {}}, false, atMost);
        judgeRtt(input, path, {Comparator::Below, 5.0, {}}, false, below);
        QVERIFY(atMost.verdict == Verdict::Met);
        QVERIFY(below.verdict == Verdict::Broken);
    }

    void aClauseThatNoPackHasIsSaid() {
        PlanMaker make;
        line(make, 480);
        addService(make, "S", "a", "b", "q13, Q99;Z1");
        const Plan plan = make.plan();
        const std::vector<Finding> found = clauseWordProblems(plan.base(), &beijing());
        QCOMPARE(found.size(), std::size_t(2));
        QVERIFY(found[0].subject == PlanMaker::id("S") && found[0].verdict == Verdict::Broken);
        QVERIFY(found[0].title.text().contains(QStringLiteral("Q99")));
        QVERIFY(found[1].title.text().contains(QStringLiteral("Z1")));
        QVERIFY(found[0].key != found[1].key);
        QVERIFY(clauseWordProblems(plan.base(), nullptr).empty());
    }

    void aClauseOfAnotherPackOfThePlanIsKnown() {
        PlanMaker make;
        line(make, 480);
        addService(make, "S", "a", "b", "Q13 X1");
        QFile file(QStringLiteral(CORRIDOR_SOURCE_DIR "/resources/rulepacks/beijing-2024-2027.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        make.put(rulePackRow(file.readAll().replace("\"Q19\"", "\"X1\"").replace("beijing-2024-2027", "other"),
                             QStringLiteral("other.json")));
        QVERIFY(clauseWordProblems(make.plan().base(), &beijing()).empty());
    }

    void theRangeIsSaid() {
        PlanMaker make;
        line(make, 495.0);
        make.range(PlanMaker::id("lump_one_hop"), "round_trip_delay_us", 30, 400);
        addService(make, "S", "a", "b", "Q13");
        const Finding met = check(make).findings("Q13").front();
        QVERIFY(met.verdict == Verdict::Met);
        QVERIFY(met.missing.english().contains(QStringLiteral("open on the range")));
        Span longer = make.spanRow("ab", "a", "b");
        longer.measuredFibreKm = 503;
        make.put(longer);
        const Finding broken = check(make).findings("Q13").front();
        QVERIFY(broken.verdict == Verdict::Broken);
        QVERIFY(broken.missing.english().contains(QStringLiteral("open on the range")));
    }

    void backupsDecideOnlyWhereThePlanSaysSo() {
        PlanMaker make;
        line(make, 480.0);
        Span second = make.spanRow("ab2", "a", "b");
        second.measuredFibreKm = 600;
        make.put(second);
        addService(make, "S", "a", "b", "Q13", Protection::LinkDisjoint);
        const Checked shown = check(make);
        QVERIFY(shown.clause("Q13").verdict == Verdict::Met);
        const std::vector<Finding> findings = shown.findings("Q13");
        QCOMPARE(findings.size(), std::size_t(2));
        QVERIFY(findings[0].decides && findings[0].verdict == Verdict::Met);
        QVERIFY(!findings[1].decides && findings[1].verdict == Verdict::Broken);
        QCOMPARE(shown.clause("Q13").counts[static_cast<int>(Verdict::Broken)], 0);
        make.setting("backup_decides", QStringLiteral("1"));
        const Checked decided = check(make);
        QVERIFY(decided.clause("Q13").verdict == Verdict::Broken);
        QCOMPARE(decided.clause("Q13").counts[static_cast<int>(Verdict::Broken)], 1);
    }

    void noRouteIsBrokenWithoutValueUnlessUnknown() {
        PlanMaker make;
        make.junction("a", 116.0, 40.0);
        make.junction("b", 115.0, 40.0);
        addService(make, "S", "a", "b", "Q13");
        Checked checked = check(make);
        Finding finding = checked.findings("Q13").front();
        QVERIFY(finding.verdict == Verdict::Broken);
        QVERIFY(!finding.value);
        QVERIFY(!finding.place.isEmpty());
        std::vector<Finding> problems = routeProblems(checked.input, checked.routes.front(), nullptr, false);
        QCOMPARE(problems.size(), std::size_t(1));
        QCOMPARE(problems.front().check, QStringLiteral("no-route"));
        Span dark = make.spanRow("dark", "a", "b");
        dark.fibre.clear();
        make.put(dark);
        checked = check(make);
        finding = checked.findings("Q13").front();
        QVERIFY(finding.verdict == Verdict::Unknown);
        QVERIFY(finding.missing.english().contains(QStringLiteral("dark")));
        QVERIFY(routeProblems(checked.input, checked.routes.front(), nullptr, false).front().verdict ==
                Verdict::Unknown);
    }

    void anUnknownShortcutKeepsTheVerdictOpen() {
        PlanMaker make;
        line(make, 600.0);
        Span dark = make.spanRow("dark", "a", "b");
        dark.fibre.clear();
        make.put(dark);
        addService(make, "S", "a", "b", "Q13");
        QVERIFY(check(make).clause("Q13").verdict == Verdict::Unknown);
    }

    // What an unknown fibre may still change is never broken: not by hops, not where equipment is missing as well, not
    // by sharing.
    void anUnknownWayKeepsHopsOpen() {
        PlanMaker make;
        make.junction("a", 116.0, 40.0);
        make.junction("m", 115.5, 40.3, JunctionRole::Otn);
        make.junction("b", 115.0, 40.0);
        make.span("am", "a", "m");
        make.span("mb", "m", "b");
        Span dark = make.spanRow("dark", "a", "b");
        dark.fibre.clear();
        make.put(dark);
        addService(make, "S", "a", "b", "Q11");
        const Finding finding = check(make).findings("Q11").front();
        QVERIFY(finding.verdict == Verdict::Unknown);
        QVERIFY(finding.missing.english().contains(QStringLiteral("dark")));
    }

    void anUnknownShortcutBesideMissingEquipment() {
        PlanMaker make;
        line(make, 600.0);
        make.setting("equipment_mode", QStringLiteral("itemised"));
        Span dark = make.spanRow("dark", "a", "b");
        dark.fibre.clear();
        make.put(dark);
        addService(make, "S", "a", "b", "Q13");
        QVERIFY(check(make).clause("Q13").verdict == Verdict::Unknown);
    }

    void anUnknownWayMayBeDisjoint() {
        PlanMaker make;
        line(make, 100.0);
        make.span("ab2", "a", "b");
        make.risk("duct", {"ab", "ab2"});
        make.junction("m", 116.4, 40.5);
        make.span("am", "a", "m");
        Span dark = make.spanRow("dark", "m", "b"); // the way over it is longer than the second cable, but in no duct
        dark.fibre.clear();
        make.put(dark);
        make.service("S", "a", "b", Protection::RiskDisjoint);
        const Checked checked = check(make);
        const std::vector<Finding> problems = routeProblems(checked.input, checked.routes.front(), nullptr, false);
        QCOMPARE(problems.size(), std::size_t(1));
        QCOMPARE(problems.front().check, QStringLiteral("not-disjoint"));
        QVERIFY(problems.front().verdict == Verdict::Unknown);
        QVERIFY(problems.front().missing.english().contains(QStringLiteral("dark")));
    }

    // A backup that cannot be followed guides, like one that is not there.
    void aBrokenPinnedBackupGuides() {
        PlanMaker make;
        line(make, 100.0);
        make.junction("m", 116.4, 40.5);
        make.span("am", "a", "m");
        Service service;
        PlanMaker::name(service, "S");
        service.from = PlanMaker::id("a");
        service.to = PlanMaker::id("b");
        service.routing = Routing::Pinned;
        service.pinnedPrimary = {PlanMaker::id("ab")};
        service.pinnedBackup = {PlanMaker::id("am")};
        make.put(service);
        const Checked checked = check(make);
        const std::vector<Finding> problems = routeProblems(checked.input, checked.routes.front(), nullptr, false);
        QCOMPARE(problems.size(), std::size_t(1));
        QCOMPARE(problems.front().check, QStringLiteral("pinned-route"));
        QVERIFY(problems.front().severity == Severity::Guiding);
        service.pinnedPrimary = {PlanMaker::id("am")};
        make.put(service);
        const Checked both = check(make);
        QVERIFY(routeProblems(both.input, both.routes.front(), nullptr, false).front().severity == Severity::Binding);
    }

    void missingEquipmentIsUnknownUnlessBrokenAnyway() {
        PlanMaker make;
        line(make, 480.0);
        make.setting("equipment_mode", QStringLiteral("itemised"));
        addService(make, "S", "a", "b", "Q13");
        const Finding open = check(make).findings("Q13").front();
        QVERIFY(open.verdict == Verdict::Unknown);
        QVERIFY(open.missing.english().contains(QStringLiteral("transponder_pair")));
        Span longer = make.spanRow("ab", "a", "b");
        longer.measuredFibreKm = 600;
        make.put(longer);
        QVERIFY(check(make).clause("Q13").verdict == Verdict::Broken);
    }

    void endsOutOfTheYear() {
        PlanMaker make;
        line(make, 100.0);
        Site later;
        PlanMaker::name(later, "later");
        later.position = {116.0, 39.0};
        later.status = SiteStatus::Planned;
        make.put(later);
        addService(make, "S", "a", "later", "Q13");
        QVERIFY2(check(make).clause("Q13").verdict == Verdict::Unknown, "no date: not known");
        later.inDate = {2030, 0, 0};
        make.put(later);
        QVERIFY2(check(make).clause("Q13").verdict == Verdict::NotApplicable,
                 "not there yet: does not concern this year");
    }

    // Q11: light may pass amplifiers and ROADMs, not cross-connects or routers.
    void oneHop() {
        for (const auto& [role, verdict] :
             {std::pair(JunctionRole::Roadm, Verdict::Met), {JunctionRole::Otn, Verdict::Broken}}) {
            PlanMaker make;
            make.junction("a", 116.0, 40.0);
            make.junction("m", 115.5, 40.0, role);
            make.junction("b", 115.0, 40.0, JunctionRole::Otn);
            make.span("am", "a", "m");
            make.span("mb", "m", "b");
            addService(make, "S", "a", "b", "Q11");
            const Finding finding = check(make).findings("Q11").front();
            QVERIFY(finding.verdict == verdict);
            QCOMPARE(*finding.value, verdict == Verdict::Met ? 1.0 : 2.0);
            QCOMPARE(finding.unit, QStringLiteral("hop"));
            QCOMPARE(finding.missing.english().contains(QLatin1Char('m')), verdict == Verdict::Broken);
        }
    }

    // Q10: a pair with a service is judged by the service, the others by the least RTT.
    void pairsInsideBeijing() {
        PlanMaker make;
        addSite(make, "x", 116.30, 39.95, "北京市");
        addSite(make, "y", 116.50, 39.80, "北京市");
        addSite(make, "z", 115.98, 40.46, "北京市");
        addSite(make, "out", 116.70, 39.60, "河北省");
        make.span("xy", "x", "y");
        Span far = make.spanRow("xz", "x", "z");
        far.measuredFibreKm = 95; // 0.930 ms + 0.1
        make.put(far);
        make.span("yo", "y", "out");
        addService(make, "S", "x", "y", "Q10");
        const Checked checked = check(make);
        const ClauseVerdict& verdict = checked.clause("Q10");
        QCOMPARE(verdict.findings.size(), std::size_t(3));
        QCOMPARE(verdict.counts[static_cast<int>(Verdict::Met)], 1);
        QCOMPARE(verdict.counts[static_cast<int>(Verdict::Broken)], 2);
        QVERIFY(verdict.verdict == Verdict::Broken);
        int pairs = 0;
        for (const Finding& finding : checked.findings("Q10"))
            pairs += finding.key.contains(QStringLiteral("/pair-")) ? 1 : 0;
        QCOMPARE(pairs, 2);
    }

    void ringEdgeAndOutside() {
        PlanMaker make;
        make.corridorPlaces();
        make.setting("reference_point", QStringLiteral("BJ-TAM"));
        addSite(make, "bj", 116.40, 39.91, "北京市");
        addSite(make, "zb", 114.7097, 41.1500, "河北省"); // 198.5 km
        make.span("bz", "bj", "zb", 1.05);
        addService(make, "out", "BJ-TAM", "HLGR-NEW", "Q12");
        const Checked checked = check(make);
        const std::vector<Finding> findings = checked.findings("Q12");
        QCOMPARE(findings.size(), std::size_t(2));
        QVERIFY(findings[0].verdict == Verdict::NotApplicable);
        QVERIFY2(findings[0].missing.english().contains(QStringLiteral("397.7")),
                 qPrintable(findings[0].missing.english()));
        QVERIFY(findings[1].verdict == Verdict::Met);
        QVERIFY2(findings[1].missing.english().contains(QStringLiteral("198.5")),
                 qPrintable(findings[1].missing.english()));
        make.setting("ring_radius_km", QStringLiteral("198"));
        QCOMPARE(check(make).findings("Q12").size(), std::size_t(1));
        make.setting("reference_point", QString());
        QVERIFY(check(make).clause("Q12").verdict == Verdict::Unknown);
    }

    void othersAreUnknownOrDeclared() {
        PlanMaker make;
        Declaration declared;
        PlanMaker::name(declared, "D");
        declared.clause = QStringLiteral("Q04");
        declared.state = DeclaredState::NotMet;
        declared.evidence = QStringLiteral("minutes of May");
        make.put(declared);
        const Checked checked = check(make);
        QCOMPARE(checked.result.clauses.size(), std::size_t(34));
        QVERIFY(checked.clause("Q04").verdict == Verdict::Broken);
        QVERIFY(checked.findings("Q04").front().declared);
        QVERIFY(checked.clause("Q02").verdict == Verdict::Unknown);
        QCOMPARE(checked.findings("Q02").front().missing.english(), QStringLiteral("Not computed yet."));
        QCOMPARE(checked.findings("I11").front().missing.english(), QStringLiteral("Not declared yet."));
        QVERIFY2(checked.clause("Q13").verdict == Verdict::Unknown, "no service declares it");
        QVERIFY2(checked.clause("Q10").verdict == Verdict::NotApplicable, "no pair of key sites");
    }

    void ownLimitsWhereNoClauseIsAsStrict() {
        PlanMaker make;
        line(make, 480.0);
        Service service;
        PlanMaker::name(service, "S");
        service.from = PlanMaker::id("a");
        service.to = PlanMaker::id("b");
        service.clauses = QStringLiteral("Q13");
        service.rttLimitMs = 5.0;
        make.put(service);
        Checked checked = check(make);
        QVERIFY(routeProblems(checked.input, checked.routes.front(), &beijing(), false).empty());
        service.rttLimitMs = 4.5;
        make.put(service);
        checked = check(make);
        const std::vector<Finding> problems = routeProblems(checked.input, checked.routes.front(), &beijing(), false);
        QCOMPARE(problems.size(), std::size_t(1));
        QCOMPARE(problems.front().check, QStringLiteral("rtt-limit"));
        QVERIFY(problems.front().verdict == Verdict::Broken);
        const std::vector<Finding> all = serviceFindings(checked.input, checked.routes.front(), &beijing(), false);
        QCOMPARE(all.size(), std::size_t(2));
    }

    void sharedRisksAreFound() {
        PlanMaker make;
        line(make, 100.0);
        make.span("ab2", "a", "b");
        make.risk("duct", {"ab", "ab2"});
        make.service("S", "a", "b", Protection::RiskDisjoint);
        const Checked checked = check(make);
        const std::vector<Finding> problems = routeProblems(checked.input, checked.routes.front(), nullptr, false);
        QCOMPARE(problems.size(), std::size_t(1));
        QCOMPARE(problems.front().check, QStringLiteral("not-disjoint"));
        QVERIFY(problems.front().evidence.front() == PlanMaker::id("duct"));
        QVERIFY(problems.front().title.english().contains(QStringLiteral("duct")));
    }

    void orderIsStable() {
        const auto keys = [] {
            PlanMaker make;
            make.corridorPlaces();
            make.chain("A", {"BJ-TAM", "WP-NK", "ZJK", "HLGR-NEW"}, 1.0);
            addService(make, "S1", "BJ-TAM", "ZJK", "Q11 Q13", Protection::NodeDisjoint);
            addService(make, "S2", "BJ-TAM", "HLGR-NEW", "Q13");
            QStringList out;
            for (const Finding& finding : check(make).result.findings)
                out += finding.key;
            return out;
        };
        const QStringList first = keys();
        QCOMPARE(first, keys());
        QCOMPARE(QSet<QString>(first.begin(), first.end()).size(), first.size());
    }
};

QTEST_GUILESS_MAIN(TestCompliance)
#include "test_compliance.moc"
