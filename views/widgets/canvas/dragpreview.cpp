// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/canvas/dragpreview.h"

#include "model/base/physics.h"
#include "model/geo/polyline.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace corridor {

namespace {

std::set<EntityId> touchedBy(const ChangeSet& step) {
    std::set<EntityId> ids;
    for (const Change& change : step.changes)
        ids.insert(change.id);
    return ids;
}

bool runsOver(const RoutedPath& path, const std::set<EntityId>& ids) {
    const auto isTouched = [&ids](EntityId id) { return ids.contains(id); };
    return std::any_of(path.spans.begin(), path.spans.end(), isTouched) ||
           std::any_of(path.nodes.begin(), path.nodes.end(), isTouched);
}

/// The limit that decides: of the findings on this path's round trip the one with the least margin.
void applyLimit(PathChange& change, const std::vector<Finding>& findings) {
    const QLatin1String part(change.backup ? "/backup" : "/primary");
    for (const Finding& finding : findings) {
        const bool isIts = finding.subject == change.service && finding.unit == u"ms" && finding.limit;
        if (!isIts || !finding.key.endsWith(part))
            continue;
        if (change.limitMs && *change.limitMs <= *finding.limit)
            continue;
        change.limitMs = finding.limit;
        change.marginMs = finding.margin;
        change.marginKm = finding.marginKm;
        change.verdict = finding.verdict;
        change.severity = finding.severity;
        change.clause = finding.check == u"rtt-limit" ? QString() : finding.check;
    }
}

int badness(const PathChange& change) {
    switch (change.verdict) {
    case Verdict::Broken:
        return 0;
    case Verdict::Near:
        return 1;
    case Verdict::Unknown:
        return 2;
    case Verdict::Met:
        return 3;
    case Verdict::NotApplicable:
        break;
    }
    return 4;
}

/// Margin as a share of the limit, so that a 1 ms and a 5 ms limit compare.
double relativeMargin(const PathChange& change) {
    return change.marginMs && change.limitMs && *change.limitMs > 0 ? *change.marginMs / *change.limitMs : INFINITY;
}

bool isWorse(const PathChange& a, const PathChange& b) {
    if (badness(a) != badness(b))
        return badness(a) < badness(b);
    if (relativeMargin(a) != relativeMargin(b))
        return relativeMargin(a) < relativeMargin(b);
    return std::pair(a.service, a.backup) < std::pair(b.service, b.backup);
}

class Collector {
public:
    Collector(const DragPreview& preview, const EntitySet& entities, const Assessment* before, bool english)
        : mPreview(preview)
        , mEntities(entities)
        , mBefore(before)
        , mEnglish(english)
        , mTouched(touchedBy(preview.step)) {}

    std::vector<PathChange> paths() {
        std::vector<PathChange> out;
        for (const ServiceRoute& route : mPreview.result.routes)
            for (const bool backup : {false, true})
                add(route, backup, out);
        return out;
    }

private:
    void add(const ServiceRoute& route, bool backup, std::vector<PathChange>& out) const {
        const RoutedPath& now = route.path(backup);
        const ServiceRoute* old = mBefore ? mBefore->route(route.service) : nullptr;
        const RoutedPath* was = old && old->path(backup).exists ? &old->path(backup) : nullptr;
        if (!now.exists && !was)
            return;
        const bool differs = now.exists != (was != nullptr) || (was && was->rtt.totalMs != now.rtt.totalMs);
        if (!differs && !runsOver(now, mTouched) && !(was && runsOver(*was, mTouched)))
            return;
        PathChange change;
        change.service = route.service;
        change.backup = backup;
        if (const Service* service = mEntities.find<Service>(route.service))
            change.serviceName = displayName(*service, mEnglish);
        change.path = now;
        if (was)
            change.beforeMs = was->rtt.totalMs;
        applyLimit(change, mPreview.result.findings);
        out.push_back(std::move(change));
    }

    const DragPreview& mPreview;
    const EntitySet& mEntities;
    const Assessment* mBefore;
    bool mEnglish;
    std::set<EntityId> mTouched;
};

/// The service for the cursor card: the preferred one if concerned, else the one whose primary is worst.
EntityId mainService(const std::vector<PathChange>& sorted, EntityId preferred) {
    for (const PathChange& change : sorted)
        if (change.service == preferred)
            return preferred;
    for (const PathChange& change : sorted)
        if (!change.backup)
            return change.service;
    return sorted.empty() ? EntityId{} : sorted.front().service;
}

void sortPaths(std::vector<PathChange>& paths, EntityId preferred) {
    std::sort(paths.begin(), paths.end(), isWorse);
    const EntityId first = mainService(paths, preferred);
    const auto others = std::stable_partition(paths.begin(), paths.end(),
                                              [first](const PathChange& change) { return change.service == first; });
    std::stable_partition(paths.begin(), others, [](const PathChange& change) { return !change.backup; });
}

/// The span or node the gesture is about: a span if the step has but one, else the node that moved.
void findSubject(DragPreview& preview, const EntitySet& entities, const EntitySet& now) {
    std::vector<EntityId> spans, nodes;
    for (const Change& change : preview.step.changes) {
        if (change.kind == Kind::Span && change.after.isPresent())
            spans.push_back(change.id);
        else if ((change.kind == Kind::Site || change.kind == Kind::Junction) && change.before.isPresent())
            nodes.push_back(change.id);
    }
    if (nodes.empty() && spans.size() == 1) {
        preview.subject = spans.front();
        if (const Span* span = entities.find<Span>(preview.subject))
            preview.subjectFibreKm = fibreKmOf(entities, *span);
    } else if (!nodes.empty()) {
        preview.subject = nodes.front();
        const auto from = nodePosition(now, preview.subject);
        const auto to = nodePosition(entities, preview.subject);
        if (from && to)
            preview.movedKm = Geodesic::cgcs2000().distance(*from, *to) / 1000;
    }
}

double sinuosityOf(const PlanSettings& settings, const Span& span) {
    return span.schematic ? span.sinuosity.value_or(settings.sinuosityFor(span.terrain)) : 1.0;
}

} // namespace

DragPreview makeDragPreview(ChangeSet step, Session::Preview result, const EntitySet& now, EntityId scenario,
                            std::shared_ptr<const Assessment> before, EntityId preferred, bool english) {
    DragPreview preview;
    preview.step = std::move(step);
    preview.result = std::move(result);
    preview.preferred = preferred;
    preview.before = std::move(before);
    const EntitySet& entities = preview.result.plan.entities(scenario);
    preview.paths = Collector(preview, entities, preview.before.get(), english).paths();
    sortPaths(preview.paths, preferred);
    findSubject(preview, entities, now);
    return preview;
}

std::shared_ptr<const Prospect> DragPreview::prospect() const {
    if (!mProspect)
        mProspect = prospectOf(result, step, before);
    return mProspect;
}

double fibreKmOf(const EntitySet& entities, const Span& span) {
    if (span.measuredFibreKm)
        return *span.measuredFibreKm;
    const PlanSettings settings = settingsOf(entities);
    return polylineLength(span.line) / 1000 * sinuosityOf(settings, span) * span.layFactor.value_or(settings.layFactor);
}

std::optional<double> usPerGeodesicKm(const EntitySet& entities, const Span& span) {
    if (span.measuredFibreKm)
        return std::nullopt;
    const PlanSettings settings = settingsOf(entities);
    std::optional<double> perKm;
    entities.table<FibreType>().forEach([&](const auto& type) {
        if (type->code == span.fibre)
            perKm = fibreDelayUsPerKm(type->groupIndex);
    });
    if (!perKm)
        return std::nullopt;
    return *perKm * sinuosityOf(settings, span) * span.layFactor.value_or(settings.layFactor);
}

} // namespace corridor
