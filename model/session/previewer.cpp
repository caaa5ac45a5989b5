// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/previewer.h"

#include "model/rules/compliance.h"

#include <algorithm>
#include <set>

namespace corridor {

namespace {

bool sameFigures(const RoutedPath& a, const RoutedPath& b) {
    return a.exists == b.exists && a.problem == b.problem && a.spans == b.spans && a.rtt.totalMs == b.rtt.totalMs &&
           a.rtt.lowMs == b.rtt.lowMs && a.rtt.highMs == b.rtt.highMs;
}

bool uses(const ServiceRoute& route, const std::set<EntityId>& objects) {
    for (const RoutedPath* path : {&route.primary, &route.backup})
        for (const std::vector<EntityId>* list : {&path->spans, &path->nodes})
            for (const EntityId id : *list)
                if (objects.contains(id))
                    return true;
    return false;
}

} // namespace

Session::Preview Session::Previewer::preview(const Plan& before, const ChangeSet& step, EntityId scenario, int year,
                                             bool english, std::shared_ptr<const Assessment> base) {
    Preview out;
    out.plan = before.with(step);
    if (base && (base->scenario != scenario || base->year != year))
        base.reset();
    const EntitySet& entities = out.plan.entities(scenario);
    const bool small = entities.table<Service>().size() <= kLiveServices && entities.table<Span>().size() <= kLiveSpans;
    out.pathsHeld = !small;
    if (small)
        routeLive(entities, step, year, english, base.get(), out);
    else if (base)
        remeasure(entities, step, english, base, out);
    std::stable_sort(out.findings.begin(), out.findings.end(), isWorse);
    return out;
}

void Session::Previewer::routeLive(const EntitySet& entities, const ChangeSet& step, int year, bool english,
                                   const Assessment* base, Preview& out) {
    const LatencyInput input = latencyInput(entities, year, base ? base->input.get() : nullptr);
    std::set<EntityId> touched;
    for (const Change& change : step.changes)
        touched.insert(change.id);
    const RulePack* pack = base ? base->rulePack.get() : nullptr;
    for (ServiceRoute& route : routeServices(input, {}, 1)) {
        const ServiceRoute* old = base ? base->route(route.service) : nullptr;
        const bool changed =
            !old || !sameFigures(old->primary, route.primary) || !sameFigures(old->backup, route.backup);
        if (!changed && !touched.contains(route.service) && !uses(route, touched))
            continue;
        for (Finding& finding : serviceFindings(input, route, pack, english))
            out.findings.push_back(std::move(finding));
        out.routes.push_back(std::move(route));
    }
}

void Session::Previewer::startScratch(const std::shared_ptr<const Assessment>& base) {
    if (mBase == base)
        return;
    mBase = base;
    mScratch = *base->input;
    mPatchedSpans.clear();
    mPatchedNodes.clear();
    mRoutesOver.clear();
    for (std::size_t i = 0; i < base->routes.size(); ++i)
        for (const RoutedPath* path : {&base->routes[i].primary, &base->routes[i].backup})
            for (const EntityId span : path->spans)
                mRoutesOver[span].push_back(i);
}

void Session::Previewer::restoreScratch() {
    for (const LinkIndex link : mPatchedSpans) {
        mScratch.spans[link] = mBase->input->spans[link];
        mScratch.graph.setLinkWeight(link, mBase->input->graph.link(link).weight);
        if (!mScratch.unknown.empty())
            mScratch.optimistic.setLinkWeight(link, mBase->input->graph.link(link).weight);
    }
    for (const NodeIndex node : mPatchedNodes)
        mScratch.positions[node] = mBase->input->positions[node];
    mPatchedSpans.clear();
    mPatchedNodes.clear();
}

void Session::Previewer::patchNode(EntityId node, const EntitySet& entities) {
    const int index = mScratch.nodeIndex(node);
    const std::optional<LonLat> position = nodePosition(entities, node);
    if (index < 0 || !position)
        return;
    mScratch.positions[static_cast<std::size_t>(index)] = *position;
    mPatchedNodes.push_back(static_cast<NodeIndex>(index));
}

void Session::Previewer::patchSpan(const Span& span) {
    if (refreshSpan(mScratch, span))
        mPatchedSpans.push_back(static_cast<LinkIndex>(mScratch.spanIndex(span.id)));
}

void Session::Previewer::remeasure(const EntitySet& entities, const ChangeSet& step, bool english,
                                   const std::shared_ptr<const Assessment>& base, Preview& out) {
    startScratch(base);
    restoreScratch();
    std::set<std::size_t> affected;
    for (const Change& change : step.changes) {
        if (change.kind == Kind::Site || change.kind == Kind::Junction)
            patchNode(change.id, entities);
        if (const Span* span = entities.find<Span>(change.id))
            patchSpan(*span);
        if (const auto over = mRoutesOver.find(change.id); over != mRoutesOver.end())
            affected.insert(over->second.begin(), over->second.end());
    }
    for (const std::size_t index : affected) {
        ServiceRoute route = remeasured(mScratch, base->routes[index]);
        for (Finding& finding : serviceFindings(mScratch, route, base->rulePack.get(), english))
            out.findings.push_back(std::move(finding));
        out.routes.push_back(std::move(route));
    }
}

} // namespace corridor
