// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/prospect.h"

#include "model/plan/integrity.h"
#include "model/session/judging.h"

#include <algorithm>
#include <unordered_map>

namespace corridor {

namespace {

bool looksSame(const Finding& a, const Finding& b) {
    return a.verdict == b.verdict && a.value == b.value && a.limit == b.limit && a.margin == b.margin &&
           a.marginKm == b.marginKm && a.valueLow == b.valueLow && a.valueHigh == b.valueHigh &&
           a.decides == b.decides && a.severity == b.severity && a.missing == b.missing && a.title == b.title;
}

const ServiceRoute* routeIn(const std::vector<ServiceRoute>& routes, EntityId service) {
    const auto it = std::lower_bound(routes.begin(), routes.end(), service,
                                     [](const ServiceRoute& row, EntityId id) { return row.service < id; });
    return it != routes.end() && it->service == service ? &*it : nullptr;
}

bool touchesSites(const ChangeSet& step) {
    return std::any_of(step.changes.begin(), step.changes.end(),
                       [](const Change& change) { return change.kind == Kind::Site; });
}

// What the step creates has no code and no name until it is written; integrity would complain of that alone.
std::vector<Finding> integrityOf(const Plan& plan, EntityId scenario, const ChangeSet& step) {
    std::set<EntityId> made;
    for (const Change& change : step.changes)
        if (!change.before.isPresent())
            made.insert(change.id);
    std::vector<Finding> findings = checkIntegrity(plan, scenario);
    std::erase_if(findings, [&](const Finding& finding) { return made.contains(finding.subject); });
    return findings;
}

std::shared_ptr<const Assessment> assessStep(const Session::Preview& preview, const ChangeSet& step,
                                             const Prospect& prospect) {
    const Assessment& before = *prospect.before;
    auto out = std::make_shared<Assessment>();
    out->revision = before.revision;
    out->scenario = before.scenario;
    out->year = before.year;
    out->english = before.english;
    const EntitySet& entities = preview.plan.entities(before.scenario);
    out->input = std::make_shared<const LatencyInput>(latencyInput(entities, before.year, before.input.get()));
    out->routes = before.routes;
    for (ServiceRoute& route : out->routes)
        if (const ServiceRoute* now = routeIn(prospect.routes, route.service))
            route = *now;
    out->capacity = std::make_shared<const CapacityResult>(spanLoads(*out->input, out->routes));
    out->energy = touchesSites(step)
                      ? std::make_shared<const EnergyResult>(annualEnergy(entities, before.year, *out->input->ranges))
                      : before.energy;
    AssessOptions options;
    options.english = before.english;
    options.previous = &before;
    judgeAll(*out, options);
    for (Finding& finding : integrityOf(preview.plan, before.scenario, step))
        out->findings.push_back(std::move(finding));
    sortFindings(*out);
    return out;
}

void compare(const std::vector<Finding>& before, const std::vector<Finding>& after, Prospect& out) {
    std::unordered_map<QString, const Finding*> old;
    for (const Finding& finding : before)
        old.emplace(finding.key, &finding);
    for (const Finding& finding : after) {
        const auto it = old.find(finding.key);
        if (it == old.end()) {
            out.added.push_back(finding);
            continue;
        }
        if (!looksSame(*it->second, finding))
            out.changed.emplace(finding.key, finding);
        old.erase(it);
    }
    for (const auto& [key, finding] : old)
        out.gone.insert(key);
}

// With held paths a step moves what is said of the services it touches, and nothing else.
void compareServices(const Session::Preview& preview, Prospect& out) {
    const Assessment& before = *out.before;
    std::vector<Finding> was;
    for (const ServiceRoute& route : out.routes)
        if (const ServiceRoute* old = before.route(route.service))
            for (Finding& finding : serviceFindings(*before.input, *old, before.rulePack.get(), before.english))
                was.push_back(std::move(finding));
    compare(was, preview.findings, out);
    out.counts = before.verdictCounts();
    const auto count = [&](const Finding& finding, int by) {
        if (finding.decides)
            out.counts[static_cast<std::size_t>(finding.verdict)] += by;
    };
    for (const Finding& finding : was)
        count(finding, -1);
    for (const Finding& finding : preview.findings)
        count(finding, 1);
}

} // namespace

const ServiceRoute* Prospect::route(EntityId service) const {
    const ServiceRoute* now = routeIn(routes, service);
    return now ? now : before->route(service);
}

const Finding* Prospect::now(const Finding& finding) const {
    if (const auto it = changed.find(finding.key); it != changed.end())
        return &it->second;
    return gone.contains(finding.key) ? nullptr : &finding;
}

std::shared_ptr<const Prospect> prospectOf(const Session::Preview& preview, const ChangeSet& step,
                                           std::shared_ptr<const Assessment> before) {
    if (!before || !before->input || !before->capacity || !before->energy)
        return nullptr;
    auto out = std::make_shared<Prospect>();
    out->before = std::move(before);
    out->routes = preview.routes;
    if (preview.pathsHeld) {
        compareServices(preview, *out);
        return out;
    }
    out->after = assessStep(preview, step, *out);
    out->counts = out->after->verdictCounts();
    compare(out->before->findings, out->after->findings, *out);
    return out;
}

} // namespace corridor
