// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/assessment.h"

#include "model/plan/integrity.h"
#include "model/session/dependencies.h"
#include "model/session/judging.h"
#include "model/session/resulttables.h"

#include <QElapsedTimer>

#include <algorithm>
#include <array>
#include <future>

namespace corridor {

namespace {

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
    // A third of the time of all engines together, and it needs nothing of theirs.
    auto hash =
        std::async(std::launch::async, [&entities, year] { return inputHash(entities, year, engineVersions()); });
    std::array<double, 5> at{}; // ms after the start: before and after each run, in the order of runsOf()
    const auto now = [&timer] { return static_cast<double>(timer.nsecsElapsed()) / 1e6; };
    computeRoutes(*out, entities, options);
    if (options.cancel.isCancelled())
        return nullptr;
    at[1] = now();
    out->capacity = std::make_shared<const CapacityResult>(spanLoads(*out->input, out->routes));
    at[2] = now();
    out->energy = std::make_shared<const EnergyResult>(annualEnergy(entities, year, *out->input->ranges));
    at[3] = now();
    judgeAll(*out, options);
    at[4] = now();
    out->runs = runsOf(*out, hash.get());
    for (Finding& finding : checkIntegrity(plan, scenario))
        out->findings.push_back(std::move(finding));
    sortFindings(*out);
    if (options.cancel.isCancelled())
        return nullptr;
    out->durationMs = now();
    for (std::size_t i = 0; i < out->runs.size(); ++i) {
        out->runs[i].startedUtc = started;
        out->runs[i].durationMs = at.at(i + 1) - at[i];
    }
    return out;
}

} // namespace corridor
