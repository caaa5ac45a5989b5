// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/rules/networkclauses.h"

#include "model/calc/inputyear.h"
#include "model/calc/weakpoints.h"
#include "model/rules/compliance.h"
#include "model/rules/judge.h"

#include <algorithm>
#include <map>

namespace corridor {

namespace {

bool isKeySite(const EntitySet& entities, EntityId id) {
    const Site* site = entities.find<Site>(id);
    return site && site->key;
}

bool concerns(const LatencyInput& input, const Service& service, const Clause& clause) {
    return declaresClause(service, clause.id) ||
           (isKeySite(input.entities, service.from) && isKeySite(input.entities, service.to));
}

void judgePair(const LatencyInput& input, const ServiceRoute& pair, const Clause& clause, bool english,
               Finding& finding) {
    showPath(input, pair.primary, finding);
    if (pair.backup.exists)
        showPath(input, pair.backup, finding);
    const bool two = pair.backup.exists && pair.sharedRisks.empty();
    judgeFigure(clause, Range::exact(two ? 2 : 1), 0, finding);
    if (two)
        return;
    const std::vector<EntityId>& hidden = pair.backup.exists ? pair.backup.missing : pair.primary.missing;
    if (!hidden.empty()) {
        finding.verdict = Verdict::Unknown;
        finding.missing = message(CORRIDOR_MSG("A way over %1, whose fibre type is not recorded, may share nothing."),
                                  nameList(input.entities, hidden, english));
    } else if (!pair.sharedRisks.empty()) {
        finding.missing =
            message(CORRIDOR_MSG("Any two routes share %1."), nameList(input.entities, pair.sharedRisks, english));
        if (!pair.optimal) {
            finding.verdict = Verdict::Unknown;
            finding.missing =
                message(CORRIDOR_MSG("The search stopped at its limit; a better backup is not excluded."));
        }
    } else {
        finding.missing =
            message(CORRIDOR_MSG("There is no second way beside the primary in %1."), QString::number(input.year));
    }
    finding.evidence.insert(finding.evidence.begin(), pair.sharedRisks.begin(), pair.sharedRisks.end());
}

// Which component each node is in without one link or node; -1 for the node that is gone.
std::vector<int> componentsWithout(const Graph& graph, LinkIndex link, NodeIndex node) {
    std::vector<int> component(graph.nodeCount(), -1);
    std::vector<NodeIndex> stack;
    int next = 0;
    for (NodeIndex start = 0; start < graph.nodeCount(); ++start) {
        if (component[start] >= 0 || start == node)
            continue;
        component[start] = next;
        stack.push_back(start);
        while (!stack.empty()) {
            const NodeIndex at = stack.back();
            stack.pop_back();
            for (const GraphArc& arc : graph.arcsFrom(at))
                if (arc.link != link && arc.to != node && component[arc.to] < 0) {
                    component[arc.to] = next;
                    stack.push_back(arc.to);
                }
        }
        ++next;
    }
    return component;
}

// Whether key sites that were together are apart.
bool parts(const std::vector<int>& before, const std::vector<int>& after, const std::vector<NodeIndex>& keys) {
    for (std::size_t i = 0; i < keys.size(); ++i)
        for (std::size_t j = i + 1; j < keys.size(); ++j)
            if (before[keys[i]] == before[keys[j]] && after[keys[i]] >= 0 && after[keys[j]] >= 0 &&
                after[keys[i]] != after[keys[j]])
                return true;
    return false;
}

std::vector<NodeIndex> keyNodes(const LatencyInput& input) {
    std::vector<NodeIndex> keys;
    for (NodeIndex node = 0; node < input.nodes.size(); ++node)
        if (isKeySite(input.entities, input.nodes[node]))
            keys.push_back(node);
    return keys;
}

// With the spans of unknown delay, which hold as well.
const Graph& wholeGraph(const LatencyInput& input) {
    return input.optimistic.linkCount() > 0 ? input.optimistic : input.graph;
}

LinkIndex linkOf(const LatencyInput& input, EntityId span) {
    if (const int index = input.spanIndex(span); index >= 0)
        return static_cast<LinkIndex>(index);
    for (std::size_t i = 0; i < input.unknown.size(); ++i)
        if (input.unknown[i].span == span)
            return static_cast<LinkIndex>(input.spans.size() + i);
    return noLink;
}

Finding weakPointsFinding(const LatencyInput& input, const Clause& clause, bool english, const CancelToken& cancel) {
    Finding finding = startFinding(clause, {}, QStringLiteral("weak-points"), english);
    finding.object = message(CORRIDOR_MSG("Single points of failure between key sites"));
    finding.decides = false;
    finding.evidence = weakPointsOfKeySites(input, cancel);
    finding.limit.reset();
    for (const EntityId id : finding.evidence)
        showObject(input, id, finding);
    finding.verdict = finding.evidence.empty() ? Verdict::Met : Verdict::Broken;
    finding.missing =
        finding.evidence.empty()
            ? message(CORRIDOR_MSG("No single span or node parts key sites."))
            : message(CORRIDOR_MSG("Key sites are parted when one of these fails (%1): %2."),
                      QString::number(finding.evidence.size()), nameList(input.entities, finding.evidence, english));
    return finding;
}

} // namespace

ServiceRoute mostDisjointRoutes(const LatencyInput& input, const Service& service, const ServiceRoute& route,
                                const CancelToken& cancel) {
    if (service.protection == Protection::RiskDisjoint && service.routing == Routing::Computed)
        return route;
    Service asked = service;
    asked.protection = Protection::RiskDisjoint;
    asked.routing = Routing::Computed;
    return routeService(input, asked, cancel);
}

std::vector<EntityId> keySitesCutOff(const LatencyInput& input, EntityId spanOrNode) {
    const Graph& graph = wholeGraph(input);
    const int node = input.nodeIndex(spanOrNode);
    const std::vector<int> before = componentsWithout(graph, noLink, noNode);
    const std::vector<int> after = node >= 0 ? componentsWithout(graph, noLink, static_cast<NodeIndex>(node))
                                             : componentsWithout(graph, linkOf(input, spanOrNode), noNode);
    std::map<int, std::map<int, std::vector<EntityId>>> groups; // by what they were in, then by what they are in
    for (const NodeIndex key : keyNodes(input))
        if (after[key] >= 0)
            groups[before[key]][after[key]].push_back(input.nodes[key]);
    std::vector<EntityId> out;
    for (const auto& [whole, parts] : groups) {
        const auto largest = std::max_element(
            parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); });
        for (auto part = parts.begin(); part != parts.end(); ++part)
            if (part != largest)
                out.insert(out.end(), part->second.begin(), part->second.end());
    }
    std::sort(out.begin(), out.end());
    return out;
}

std::vector<EntityId> weakPointsOfKeySites(const LatencyInput& input, const CancelToken& cancel) {
    const Graph& graph = wholeGraph(input);
    const std::vector<NodeIndex> keys = keyNodes(input);
    std::vector<EntityId> spans, nodes;
    if (keys.size() < 2)
        return spans;
    const WeakPoints weak = weakPoints(graph);
    const std::vector<int> whole = componentsWithout(graph, noLink, noNode);
    for (const LinkIndex link : weak.bridges)
        if (!cancel.isCancelled() && parts(whole, componentsWithout(graph, link, noNode), keys))
            spans.push_back(link < input.spans.size() ? input.spans[link].span
                                                      : input.unknown[link - input.spans.size()].span);
    for (const NodeIndex node : weak.articulationNodes)
        if (!cancel.isCancelled() && parts(whole, componentsWithout(graph, noLink, node), keys))
            nodes.push_back(input.nodes[node]);
    std::sort(spans.begin(), spans.end());
    spans.insert(spans.end(), nodes.begin(), nodes.end());
    return spans;
}

std::vector<Finding> judgeDisjointRoutes(const LatencyInput& input, std::span<const ServiceRoute> routes,
                                         const Clause& clause, bool english, const CancelToken& cancel) {
    std::vector<Finding> out;
    for (const ServiceRoute& route : routes) {
        const Service* service = input.entities.find<Service>(route.service);
        if (!service || cancel.isCancelled() || !concerns(input, *service, clause))
            continue;
        Finding finding = startFinding(clause, service->id, QStringLiteral("routes"), english);
        finding.object = message("%1", serviceName(input.entities, *service, english));
        const ServiceRoute pair = mostDisjointRoutes(input, *service, route, cancel);
        if (pair.primary.exists)
            judgePair(input, pair, clause, english, finding);
        else
            finding.missing = message(CORRIDOR_MSG("There is no route in service in %1."), QString::number(input.year));
        out.push_back(std::move(finding));
    }
    if (out.empty()) {
        Finding finding = startFinding(clause, {}, QStringLiteral("services"), english);
        finding.verdict = Verdict::NotApplicable;
        finding.missing = message(CORRIDOR_MSG("No service in %1 joins two key sites or declares this clause."),
                                  QString::number(input.year));
        out.push_back(std::move(finding));
    }
    out.push_back(weakPointsFinding(input, clause, english, cancel));
    return out;
}

} // namespace corridor
