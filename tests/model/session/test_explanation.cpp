// SPDX-License-Identifier: GPL-3.0-or-later
#include "corridorplan.h"
#include "model/session/explanation.h"
#include "model/session/resources.h"

#include <QtTest>

#include <cmath>
#include <functional>

using namespace corridor;
using corridor::test::PlanMaker;

namespace {

constexpr int kYear = 2027;

void source(PlanMaker& make, EntityId subject, const char* field, const QString& text, Confidence confidence) {
    Provenance row;
    row.id = stableEntityId(subject.toString() + QLatin1String("/source/") + QLatin1String(field));
    row.subject = subject;
    row.field = QLatin1String(field);
    row.source = text;
    row.date = {2026, 6, 0};
    row.confidence = confidence;
    make.put(row);
}

void setting(PlanMaker& make, const char* key, const QString& value) {
    make.setting(key, value);
    source(make, settingRow(EntitySet(), QString::fromUtf8(key), {}).id, "value",
           QStringLiteral("book of ") + QString::fromUtf8(key), Confidence::Official);
}

void energySite(PlanMaker& make) {
    Site site;
    PlanMaker::name(site, "SITE");
    site.province = QStringLiteral("河北省");
    site.position = {115.5, 40.4};
    site.status = SiteStatus::Existing;
    site.itPowerMw = 10;
    site.pueAnnual = 1.25;
    make.put(site);
    source(make, site.id, "it_power_mw", QStringLiteral("operator"), Confidence::Measured);
    source(make, site.id, "*", QStringLiteral("survey"), Confidence::Estimated);
}

// One service of 400 Gbit/s over five spans; its backup over a sixth; a site of which everything is known.
Plan samplePlan(const std::function<void(PlanMaker&)>& more) {
    PlanMaker make;
    make.corridorPlaces();
    make.chain("A", {"BJ-TAM", "WP-NK", "WP-BDL", "WP-DHY", "ZJK-HL"}, 1.05);
    make.span("direct", "BJ-TAM", "ZJK-HL", 1.3);
    Service service;
    PlanMaker::name(service, "S1");
    service.from = PlanMaker::id("BJ-TAM");
    service.to = PlanMaker::id("ZJK-HL");
    service.protection = Protection::NodeDisjoint;
    service.gbps = {{2025, 400}};
    service.rttLimitMs = 0.5; // broken: the way is over 100 km long
    service.clauses = QStringLiteral("Q13");
    make.put(service);
    Span direct = make.spanRow("direct", "BJ-TAM", "ZJK-HL", 1.3);
    direct.capacityGbps = 300;
    direct.capacitySharing = CapacitySharing::Shared;
    make.put(direct);
    source(make, direct.id, "capacity_gbps", QStringLiteral("letter of the operator"), Confidence::Official);
    energySite(make);
    setting(make, "it_load_factor", QStringLiteral("0.5"));
    setting(make, "tce_primary_kgce_per_kwh", QStringLiteral("0.3"));
    setting(make, "tce_calorific_kgce_per_kwh", QStringLiteral("0.1229"));
    setting(make, "grid_factor/河北省/2022", QStringLiteral("0.7"));
    make.put(rulePackRow(readResource(QStringLiteral("rulepacks/beijing-2024-2027.json")), QStringLiteral("pack")));
    more(make);
    return make.plan();
}

std::shared_ptr<const Assessment> madeWith(const std::function<void(PlanMaker&)>& more) {
    AssessOptions options;
    options.english = true;
    return assess(samplePlan(more), Plan::baseScenario(), kYear, 3, options);
}

std::shared_ptr<const Assessment> made() {
    return madeWith([](PlanMaker&) {});
}

const Finding* findingOf(const Assessment& assessment, const QString& key) {
    for (const Finding& finding : assessment.findings)
        if (finding.key == key)
            return &finding;
    return nullptr;
}

double number(const Explanation& explanation, const char* section, const char* row, const char* name = "value") {
    const ExplanationSection* in = explanation.section(QString::fromLatin1(section));
    const ExplanationRow* line = in ? in->row(QString::fromLatin1(row)) : nullptr;
    const ExplainedValue* value = line ? line->value(QString::fromLatin1(name)) : nullptr;
    return value && value->number ? *value->number : std::nan("");
}

QString primaryKey() {
    return QStringLiteral("Q13/%1/primary").arg(PlanMaker::id("S1").toString());
}

} // namespace

class TestExplanation : public QObject {
    Q_OBJECT
private slots:
    void init() { mAssessment = made(); }

    void partsAddUpToTheRoundTrip() {
        const Explanation service = explainService(*mAssessment, PlanMaker::id("S1"));
        for (const char* path : {"primary", "backup"}) {
            double sum = 0;
            for (const char* part : {"floor", "detour", "lay", "equipment"})
                sum += number(service, path, part);
            QVERIFY(std::abs(sum - number(service, path, "rtt")) < 1e-12);
        }
        const ServiceRoute* route = mAssessment->route(PlanMaker::id("S1"));
        QCOMPARE(number(service, "primary", "rtt"), route->primary.rtt.totalMs);
        QCOMPARE(number(service, "backup", "rtt"), route->backup.rtt.totalMs);
    }

    void spansAddUpToThePath() {
        const Explanation service = explainService(*mAssessment, PlanMaker::id("S1"));
        const ExplanationSection* spans = service.section(u"primary_spans");
        QCOMPARE(spans->rows.size(), std::size_t(5)); // four spans and their sum
        double km = 0, us = 0;
        for (const ExplanationRow& row : spans->rows)
            if (row.object) {
                QVERIFY(mAssessment->input->entities.find<Span>(row.object));
                km += *row.value(u"fibre")->number;
                us += *row.value(u"one_way")->number;
            }
        QVERIFY(std::abs(km - number(service, "primary_spans", "total", "fibre")) < 1e-9);
        QVERIFY(std::abs(us - number(service, "primary_spans", "total", "one_way")) < 1e-9);
        // RTT = 2 · Σ L·τ + a lump of 100 µs that is not doubled.
        QVERIFY(std::abs(2 * us / 1000 + 0.1 - number(service, "primary", "rtt")) < 1e-12);
        const ExplanationRow* lump = service.section(u"primary_equipment")->row(u"lump_one_hop");
        QCOMPARE(*lump->value(u"delay")->number, 100.0);
        QCOMPARE(*lump->value(u"count")->number, 1.0);
    }

    void aFindingNamesValueLimitAndClause() {
        const Finding* finding = findingOf(*mAssessment, primaryKey());
        QVERIFY(finding);
        const Explanation out = explainFinding(*mAssessment, *finding);
        QCOMPARE(out.object, PlanMaker::id("S1"));
        QCOMPARE(number(out, "verdict", "value"), *finding->value);
        QCOMPARE(number(out, "verdict", "limit"), 5.0);
        QCOMPARE(out.section(u"verdict")->row(u"limit")->values.front().sign, QStringLiteral("\u2264"));
        QCOMPARE(number(out, "verdict", "to_spare"), 5.0 - *finding->value);
        QCOMPARE(out.section(u"clause")->quote, mAssessment->rulePack->clause(u"Q13")->text);
        QVERIFY(out.section(u"primary"));
        QVERIFY(!out.section(u"backup")); // the finding is about the other path
        QVERIFY(out.section(u"run"));
        QVERIFY(!out.section(u"run")->rows.empty());
    }

    void theLabelOfAMarginSaysToWhichSide() {
        const Finding* finding =
            findingOf(*mAssessment, QStringLiteral("rtt-limit/%1/primary").arg(PlanMaker::id("S1").toString()));
        QVERIFY(finding && finding->verdict == Verdict::Broken);
        const Explanation out = explainFinding(*mAssessment, *finding);
        QCOMPARE(number(out, "verdict", "over_by"), *finding->value - 0.5);
        QVERIFY(!out.section(u"clause")); // the service's own limit
    }

    void ambiguitiesNameTheSettingThatDecides() {
        const Explanation out = explainClause(*mAssessment, u"Q13");
        const ExplanationSection* open = out.section(u"ambiguities");
        QVERIFY(open);
        const ExplanationRow* layer = open->row(u"A2");
        QVERIFY(layer);
        QCOMPARE(layer->value(u"setting")->text, QStringLiteral("transponders and switches"));
        QVERIFY(layer->note.contains(settingLabel(QStringLiteral("rtt_layer"))));
        const ExplanationSection* findings = out.section(u"findings");
        QCOMPARE(findings->rows.size(), mAssessment->clause(u"Q13")->findings.size());
        QVERIFY(findings->row(primaryKey()));
        QVERIFY(explainClause(*mAssessment, u"Q99").isEmpty());
    }

    void everyInputOfASiteHasItsSource() {
        const Explanation out = explainSite(*mAssessment, PlanMaker::id("SITE"));
        const ExplanationSection* inputs = out.section(u"energy_inputs");
        QVERIFY(inputs);
        const std::pair<const char*, QString> wanted[] = {
            {"it_power", QStringLiteral("operator")},
            {"load_factor", QStringLiteral("book of it_load_factor")},
            {"pue", QStringLiteral("survey")}, // of "*": the field has no row of its own
            {"grid_factor", QStringLiteral("book of grid_factor/河北省/2022")},
            {"tce_primary", QStringLiteral("book of tce_primary_kgce_per_kwh")},
            {"tce_calorific", QStringLiteral("book of tce_calorific_kgce_per_kwh")}};
        QCOMPARE(inputs->rows.size(), std::size(wanted));
        for (const auto& [key, text] : wanted) {
            const ExplanationRow* row = inputs->row(QString::fromLatin1(key));
            QVERIFY2(row && row->source, key);
            QCOMPARE(row->source->source, text);
            QCOMPARE(row->source->date.year, 2026);
            QVERIFY(row->subject && !row->field.isEmpty());
        }
        QVERIFY(inputs->row(u"it_power")->source->confidence == Confidence::Measured);
    }

    void theEnergyFollowsFromItsInputs() {
        const Explanation out = explainSite(*mAssessment, PlanMaker::id("SITE"));
        // 10 MW × 0.5 × 8760 h × 1.25; 0.3 kgce/kWh; 0.7 kg/kWh.
        QVERIFY(std::abs(number(out, "energy", "energy") - 54750) < 1e-6);
        QVERIFY(std::abs(number(out, "energy", "tce_primary") - 16425) < 1e-6);
        QVERIFY(std::abs(number(out, "energy", "co2") - 38325) < 1e-6);
        QCOMPARE(number(out, "energy_inputs", "load_factor"), 0.5);
    }

    void servicesAddUpToTheLoad() {
        const Explanation out = explainSpan(*mAssessment, PlanMaker::id("direct"));
        const ExplanationSection* load = out.section(u"load");
        QVERIFY(load);
        QCOMPARE(number(out, "load", "backup"), 400.0); // the backup holds its bandwidth
        QCOMPARE(number(out, "load", "load"), 400.0);
        QCOMPARE(number(out, "load", "capacity"), 150.0); // half of what both directions share
        QCOMPARE(number(out, "load", "too_much"), 250.0);
        QCOMPARE(load->row(u"capacity_shared")->source->source, QStringLiteral("letter of the operator"));
    }

    void aDelayIsTheProductOfItsInputs() {
        const Explanation out = explainSpan(*mAssessment, PlanMaker::id("direct"));
        const double fibre = number(out, "delay_inputs", "line") * number(out, "delay_inputs", "sinuosity") *
                             number(out, "delay_inputs", "lay_factor");
        QVERIFY(std::abs(fibre - number(out, "delay", "fibre")) < 1e-9);
        const double us = fibre * number(out, "delay_inputs", "group_index") / 0.299792458;
        QVERIFY(std::abs(us - number(out, "delay", "one_way")) < 1e-6);
        // Nobody says where the lay factor comes from: the plan has no such setting.
        QVERIFY(!out.section(u"delay_inputs")->row(u"lay_factor")->note.isEmpty());
    }

    void sumsAddUp() {
        const Explanation province = explainProvince(*mAssessment, QStringLiteral("河北省"));
        QCOMPARE(number(province, "sum", "total", "energy"), number(province, "totals", "energy"));
        const Explanation plan = explainPlan(*mAssessment);
        QCOMPARE(number(plan, "totals", "energy"), mAssessment->energy->total.mwh);
        QVERIFY(explainProvince(*mAssessment, QStringLiteral("海南省")).isEmpty());
    }

    void aServiceShowsItsEndsAndHowItStandsToItsLimit() {
        const Explanation out = explainService(*mAssessment, PlanMaker::id("S1"));
        QCOMPARE(out.title, QStringLiteral("S1 (BJ-TAM\u2014ZJK-HL)")); // its name alone tells neither
        QCOMPARE(out.section(u"primary")->row(u"ends")->values.front().text, QStringLiteral("BJ-TAM\u2014ZJK-HL"));
        // Its own limit of 0.5 ms is stricter than the 5 ms of the clause.
        QCOMPARE(number(out, "primary", "limit"), 0.5);
        QCOMPARE(number(out, "primary", "over_by"), number(out, "primary", "rtt") - 0.5);
        const double km = number(out, "primary", "over_by", "fibre");
        QVERIFY(std::abs(km * 1.4682 / 299.792458 * 2 - number(out, "primary", "over_by")) < 1e-9);
    }

    void twoRoutesAreExplainedByWhatTheyShare() {
        const QString key = QStringLiteral("Q18/%1/routes").arg(PlanMaker::id("S2").toString());
        const auto assessment = madeWith([](PlanMaker& make) {
            Service second;
            PlanMaker::name(second, "S2");
            second.from = PlanMaker::id("BJ-TAM");
            second.to = PlanMaker::id("ZJK-HL");
            second.clauses = QStringLiteral("Q18");
            make.put(second);
            make.risk("PASS", {"A-1", "direct"});
        });
        const Finding* finding = findingOf(*assessment, key);
        QVERIFY(finding && finding->value);
        const Explanation out = explainFinding(*assessment, *finding);
        QCOMPARE(number(out, "routes", "routes"), *finding->value);
        QVERIFY2(!out.section(u"primary") && !out.section(u"primary_equipment"), "a round trip decides nothing here");
        const ExplanationSection* shared = out.section(u"shared");
        QVERIFY(shared);
        QCOMPARE(shared->rows.size(), std::size_t(1)); // the two spans out of the city lie in one group
        QCOMPARE(shared->rows.front().object, PlanMaker::id("PASS"));
        QCOMPARE(shared->rows.front().value(u"primary")->text + shared->rows.front().value(u"backup")->text,
                 QStringLiteral("A-1direct"));
        QCOMPARE(number(out, "routes", "routes"), 1.0);
        QCOMPARE(out.section(u"primary_route")->rows.front().value(u"risk_groups")->text, QStringLiteral("PASS"));
        QVERIFY(out.section(u"backup_route"));
    }

    void singlePointsOfFailureAreBridgesAndNodes() {
        const auto assessment = madeWith([](PlanMaker& make) {
            make.site("K1", 116.4, 39.9);
            make.site("K2", 115.5, 40.4);
            make.span("to-K1", "K1", "BJ-TAM");
            make.span("to-K2", "K2", "ZJK-HL");
        });
        const Finding* finding = findingOf(*assessment, QStringLiteral("Q18/plan/weak-points"));
        QVERIFY(finding);
        const Explanation out = explainFinding(*assessment, *finding);
        QCOMPARE(number(out, "weak_points", "bridges"), 2.0);
        QCOMPARE(number(out, "weak_points", "articulation"), 2.0);
        for (const auto& [section, ids] : {std::pair("bridges", std::pair("to-K1", "to-K2")),
                                           std::pair("articulation", std::pair("BJ-TAM", "ZJK-HL"))})
            for (const char* id : {ids.first, ids.second}) {
                const ExplanationRow* row =
                    out.section(QString::fromLatin1(section))->row(PlanMaker::id(id).toString());
                QVERIFY2(row, id);
                QCOMPARE(*row->value(u"cut_off")->number, 1.0); // one of the two is left alone
                QVERIFY(row->note == u"K1" || row->note == u"K2");
            }
    }

    // A list of findings on a site names the other end of a pair, on both of its sites.
    void pairsNameTheOtherEnd() {
        const auto assessment = madeWith([](PlanMaker& make) {
            for (const auto& [code, at] : {std::pair("K1", "BJ-TAM"), std::pair("K2", "ZJK-HL")}) {
                Site site;
                PlanMaker::name(site, code);
                site.position = {116.0, 40.0};
                site.status = SiteStatus::Existing;
                site.key = true;
                site.province = QStringLiteral("北京市");
                make.put(site);
                make.span(std::string("to-") + code, code, at);
            }
        });
        for (const auto& [own, other] : {std::pair("K1", "K2"), std::pair("K2", "K1")}) {
            const ExplanationSection* list = explainSite(*assessment, PlanMaker::id(own)).section(u"findings");
            QVERIFY(list);
            const auto named = std::count_if(list->rows.begin(), list->rows.end(), [&](const ExplanationRow& row) {
                return row.label == QStringLiteral("Q10 to ") + QLatin1String(other);
            });
            QCOMPARE(named, 1);
        }
    }

    void totalsAreTheSumOfTheirRows() {
        const Explanation out = explainVerdicts(*mAssessment);
        const auto counts = mAssessment->verdictCounts();
        for (const Verdict verdict : {Verdict::Broken, Verdict::Met, Verdict::Unknown}) {
            double sum = 0;
            for (const ExplanationRow& row : out.section(u"counts")->rows)
                sum += row.key == u"total" ? 0 : *row.value(verdictWord(verdict))->number;
            QCOMPARE(sum, double(counts[static_cast<std::size_t>(verdict)]));
            QCOMPARE(number(out, "counts", "total", qPrintable(verdictWord(verdict))), sum);
        }
    }

    void aYearIsTheSumOfItsSites() {
        const Explanation out = explainYear(*mAssessment, YearFigure::Energy, kYear);
        QCOMPARE(number(out, "sum", "total", "value"), 54.75); // GWh
        QCOMPARE(out.section(u"sites")->rows.size(), std::size_t(1));
        QCOMPARE(*out.section(u"sites")->rows.front().value(u"pue")->number, 1.25);
        QVERIFY(out.section(u"run")->rows.size() == mAssessment->runs.size());
        // Of another year nothing is stored.
        QVERIFY(explainYear(*mAssessment, YearFigure::Carbon, kYear + 1).section(u"run")->rows.empty());
        QVERIFY(explainYear(*mAssessment, YearFigure::AiCompute, kYear).isEmpty());
    }

    void anyPathCanBeExplained() {
        const auto& input = *mAssessment->input;
        const RoutedPath path = leastRttPath(input, PlanMaker::id("WP-NK"), PlanMaker::id("ZJK-HL"));
        QVERIFY(path.exists);
        const Explanation out = explainPath(*mAssessment, path);
        QCOMPARE(out.title, QStringLiteral("WP-NK\u2014ZJK-HL"));
        QCOMPARE(number(out, "path", "rtt"), path.rtt.totalMs);
        QVERIFY(explainPath(*mAssessment, RoutedPath()).isEmpty());
    }

    void whatIsNotComputedIsRecorded() {
        const Explanation junction = explainObject(*mAssessment, PlanMaker::id("WP-NK"));
        QVERIFY(junction.section(u"recorded"));
        QCOMPARE(junction.section(u"recorded")->row(u"code")->values.front().text, QStringLiteral("WP-NK"));
        QVERIFY(explainObject(*mAssessment, PlanMaker::id("nothing")).isEmpty());
        QVERIFY(explainObject(*mAssessment, {}).isEmpty());
    }

    void formulasReadPlainly() {
        QCOMPARE(formulaText(QStringLiteral("MW_{IT} · L_i")), QStringLiteral("MW_IT · L_i"));
    }

private:
    std::shared_ptr<const Assessment> mAssessment;
};

QTEST_GUILESS_MAIN(TestExplanation)
#include "test_explanation.moc"
