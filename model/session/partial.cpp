// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/partial.h"

#include "model/calc/inputyear.h"
#include "model/session/dependencies.h"

#include <algorithm>

namespace corridor {

namespace {

bool leadsOver(const RoutedPath& path, const std::set<EntityId>& objects) {
    const auto touched = [&](EntityId id) { return objects.contains(id); };
    return std::any_of(path.spans.begin(), path.spans.end(), touched) ||
           std::any_of(path.nodes.begin(), path.nodes.end(), touched);
}

} // namespace

std::set<EntityId> touchedServices(const Assessment& previous, const EntitySet& after) {
    std::set<EntityId> objects, services;
    EntitySet::diff(previous.input->entities, after, [&](Kind kind, EntityId id, const auto&, const auto&) {
        if (kind == Kind::Service)
            services.insert(id);
        else if (kind == Kind::Span || kind == Kind::Site || kind == Kind::Junction)
            objects.insert(id);
    });
    for (const ServiceRoute& route : previous.routes)
        if (leadsOver(route.primary, objects) || leadsOver(route.backup, objects))
            services.insert(route.service);
    return services;
}

std::shared_ptr<const Assessment> assessTouched(const Plan& plan, const Assessment& previous, quint64 revision,
                                                const CancelToken& cancel) {
    if (previous.routes.size() < kPartialFromServices || previous.partial)
        return nullptr;
    const EntitySet& entities = plan.entities(previous.scenario);
    if (!(staleBetween(previous.input->entities, entities) & kRoutes))
        return nullptr;
    const std::set<EntityId> touched = touchedServices(previous, entities);
    std::vector<const Service*> services;
    for (const EntityId id : touched)
        if (const Service* service = entities.find<Service>(id); service && wantedInYear(*service, previous.year))
            services.push_back(service);
    if (services.empty() || services.size() * 2 > previous.routes.size())
        return nullptr;
    auto out = std::make_shared<Assessment>(previous);
    out->revision = revision;
    out->partial = true;
    out->runs.clear();
    out->input = std::make_shared<const LatencyInput>(latencyInput(entities, previous.year, previous.input.get()));
    const std::vector<ServiceRoute> routes = routeServices(*out->input, services, cancel);
    if (cancel.isCancelled())
        return nullptr;
    std::erase_if(out->routes, [&](const ServiceRoute& route) { return touched.contains(route.service); });
    out->routes.insert(out->routes.end(), routes.begin(), routes.end());
    std::sort(out->routes.begin(), out->routes.end(),
              [](const ServiceRoute& a, const ServiceRoute& b) { return a.service < b.service; });
    // Verdicts by clause wait for the whole answer: their places in the list of findings no longer hold.
    out->clauses.clear();
    std::erase_if(out->findings, [&](const Finding& finding) { return touched.contains(finding.subject); });
    for (const ServiceRoute& route : routes)
        for (Finding& finding : serviceFindings(*out->input, route, out->rulePack.get(), out->english))
            out->findings.push_back(std::move(finding));
    std::stable_sort(out->findings.begin(), out->findings.end(), isWorse);
    return out;
}

} // namespace corridor
