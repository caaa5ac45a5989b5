// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/circuitlayer.h"

#include <algorithm>

namespace corridor {

namespace {

/// The circuit whose ways get flags: the shown one, or the only one selected.
EntityId flaggedService(const MapScene& scene) {
    if (scene.shownService)
        return scene.shownService;
    EntityId only;
    for (EntityId id : scene.selected) {
        if (!scene.entities.find<Service>(id))
            continue;
        if (only)
            return {};
        only = id;
    }
    return only;
}

/// Takes the worst verdict that findings state on the round-trip time of a way.
void judge(CircuitPath& circuit, const std::vector<Finding>& findings) {
    const QLatin1String part(circuit.backup ? "/backup" : "/primary");
    for (const Finding& finding : findings) {
        if (finding.subject != circuit.service || finding.unit != QLatin1String("ms") || !finding.key.endsWith(part) ||
            finding.verdict == Verdict::NotApplicable)
            continue;
        if (circuit.verdict && worse(*circuit.verdict, finding.verdict) == *circuit.verdict)
            continue;
        circuit.verdict = finding.verdict;
        circuit.severity = finding.severity;
        circuit.limitMs = finding.limit;
    }
}

} // namespace

std::vector<CircuitPath> circuitPaths(const MapScene& scene) {
    std::vector<CircuitPath> paths;
    if (!scene.assessment || !scene.layers.services)
        return paths;
    std::set<EntityId> services = scene.selected;
    if (scene.shownService)
        services.insert(scene.shownService);
    const EntityId flagged = flaggedService(scene);
    for (bool backup : {false, true}) {
        for (EntityId id : services) {
            const ServiceRoute* route = scene.assessment->route(id);
            if (!route || !route->path(backup).exists)
                continue;
            CircuitPath circuit;
            circuit.service = id;
            circuit.backup = backup;
            circuit.path = &route->path(backup);
            circuit.shown = id == flagged;
            judge(circuit, scene.assessment->findings);
            paths.push_back(std::move(circuit));
        }
    }
    return paths;
}

} // namespace corridor
