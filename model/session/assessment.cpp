// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/assessment.h"

#include "model/base/error.h"
#include "model/plan/integrity.h"
#include "model/rules/capacitychecks.h"
#include "model/rules/clausewords.h"
#include "model/rules/lengthchecks.h"
#include "model/rules/provincechecks.h"
#include "model/rules/routechecks.h"
#include "model/session/dependencies.h"
#include "model/session/resulttables.h"

#include <QElapsedTimer>

#include <algorithm>
#include <numeric>

namespace corridor {

namespace {

// Why no clause can be judged.
Finding noRulePack(Message why, EntityId row) {
    Finding finding;
    finding.check = QString::fromLatin1(kRulePackCheck);
    finding.severity = Severity::Binding;
    finding.verdict = Verdict::Unknown;
    finding.title = std::move(why);
    finding.subject = row;
    finding.key = finding.check + u'/' + (row ? row.toString() : QStringLiteral("plan"));
    return finding;
}

std::shared_ptr<const RulePack> rulePackOf(const EntitySet& entities, const PlanSettings& settings,
                                           const Assessment* previous, std::vector<Finding>& findings) {
    const RulePackRow* row = rulePackInForce(entities, settings);
    if (!row) {
        if (!settings.rulePack.isEmpty())
            findings.push_back(noRulePack(message(CORRIDOR_MSG("The rule pack “%1” that the settings name is not in "
                                                               "the plan; import it or choose one that is there."),
                                                  settings.rulePack),
                                          {}));
        return nullptr;
    }
    if (previous && previous->rulePack && previous->input &&
        rulePackInForce(previous->input->entities, previous->input->settings) == row)
        return previous->rulePack;
    try {
        return std::make_shared<const RulePack>(parseRulePack(row->json.toUtf8(), row->code));
    } catch (const Error& error) {
        findings.push_back(noRulePack(error.sentence(), row->id));
        return nullptr;
    }
}

// The input and routes of an earlier state where they still hold, else new ones.
void computeRoutes(Assessment& out, const EntitySet& entities, const AssessOptions& options) {
    const Assessment* previous = options.previous;
    const LatencyInput* before = previous && previous->input ? previous->input.get() : nullptr;
    const bool sameYear = before && before->year == out.year && !previous->partial;
    if (sameYear && !(staleBetween(before->entities, entities) & kRoutes)) {
        auto input = std::make_shared<LatencyInput>(*before);
        input->entities = entities;
        input->settings = settingsOf(entities);
        out.input = std::move(input);
        out.routes = previous->routes;
        return;
    }
    out.input = std::make_shared<const LatencyInput>(latencyInput(entities, out.year, before));
    out.routes = routeServices(*out.input, options.cancel);
}

void sortFindings(Assessment& out) {
    std::vector<std::size_t> order(out.findings.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return isWorse(out.findings[a], out.findings[b]); });
    std::vector<std::size_t> placeOf(order.size());
    std::vector<Finding> sorted(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        placeOf[order[i]] = i;
        sorted[i] = std::move(out.findings[order[i]]);
    }
    out.findings = std::move(sorted);
    for (ClauseVerdict& clause : out.clauses) {
        for (std::size_t& index : clause.findings)
            index = placeOf[index];
        std::sort(clause.findings.begin(), clause.findings.end());
    }
}

void computeFindings(Assessment& out, const AssessOptions& options) {
    std::vector<Finding> others;
    out.rulePack = rulePackOf(out.input->entities, out.input->settings, options.previous, others);
    if (out.rulePack) {
        Compliance compliance =
            checkClauses(*out.input, out.routes, *out.energy, *out.rulePack, out.english, options.cancel);
        out.findings = std::move(compliance.findings);
        out.clauses = std::move(compliance.clauses);
    }
    for (const ServiceRoute& route : out.routes)
        for (Finding& finding : routeProblems(*out.input, route, out.rulePack.get(), out.english))
            others.push_back(std::move(finding));
    for (Finding& finding : capacityProblems(*out.input, *out.capacity, out.english))
        others.push_back(std::move(finding));
    for (Finding& finding : provinceProblems(*out.input, out.english))
        others.push_back(std::move(finding));
    for (Finding& finding : lengthProblems(*out.input))
        others.push_back(std::move(finding));
    for (Finding& finding : clauseWordProblems(out.input->entities, out.rulePack.get()))
        others.push_back(std::move(finding));
    out.findings.insert(out.findings.end(), std::make_move_iterator(others.begin()),
                        std::make_move_iterator(others.end()));
}

int badness(const Finding& finding) {
    switch (finding.verdict) {
    case Verdict::Broken:
        return !finding.decides ? 2 : finding.severity == Severity::Binding ? 0 : 1;
    case Verdict::Near:
        return 3;
    case Verdict::Unknown:
        return 4;
    case Verdict::Met:
        return 5;
    case Verdict::NotApplicable:
        return 6;
    }
    return 6;
}

} // namespace

bool isWorse(const Finding& a, const Finding& b) {
    return badness(a) < badness(b);
}

const ServiceRoute* Assessment::route(EntityId service) const {
    const auto it = std::lower_bound(routes.begin(), routes.end(), service,
                                     [](const ServiceRoute& row, EntityId id) { return row.service < id; });
    return it != routes.end() && it->service == service ? &*it : nullptr;
}

const ClauseVerdict* Assessment::clause(QStringView id) const {
    for (const ClauseVerdict& verdict : clauses)
        if (verdict.clause == id)
            return &verdict;
    return nullptr;
}

std::array<int, 5> Assessment::verdictCounts() const {
    std::array<int, 5> counts{};
    for (const Finding& finding : findings)
        if (finding.decides)
            ++counts[static_cast<std::size_t>(finding.verdict)];
    return counts;
}

bool Assessment::fallsShort(bool strict) const {
    return std::any_of(findings.begin(), findings.end(), [strict](const Finding& finding) {
        if (!finding.decides)
            return false;
        if (finding.verdict == Verdict::Broken)
            return strict || finding.severity == Severity::Binding;
        return strict && finding.verdict == Verdict::Unknown;
    });
}

std::shared_ptr<const Assessment> assess(const Plan& plan, EntityId scenario, int year, quint64 revision,
                                         const AssessOptions& options) {
    QElapsedTimer timer;
    timer.start();
    const QDateTime started = QDateTime::currentDateTimeUtc();
    auto out = std::make_shared<Assessment>();
    out->revision = revision;
    out->scenario = scenario;
    out->year = year;
    out->english = options.english;
    const EntitySet& entities = plan.entities(scenario);
    computeRoutes(*out, entities, options);
    if (options.cancel.isCancelled())
        return nullptr;
    out->capacity = std::make_shared<const CapacityResult>(spanLoads(*out->input, out->routes));
    out->energy = std::make_shared<const EnergyResult>(annualEnergy(entities, year, *out->input->ranges));
    computeFindings(*out, options);
    out->runs = runsOf(*out, inputHash(entities, year, engineVersions()));
    for (Finding& finding : checkIntegrity(plan, scenario))
        out->findings.push_back(std::move(finding));
    sortFindings(*out);
    if (options.cancel.isCancelled())
        return nullptr;
    out->durationMs = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    for (Run& run : out->runs) {
        run.startedUtc = started;
        run.durationMs = out->durationMs;
    }
    return out;
}

} // namespace corridor
