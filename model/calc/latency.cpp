// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/calc/latency.h"

#include "model/calc/inputyear.h"
#include "model/calc/kshortest.h"
#include "model/calc/latencybackup.h"
#include "model/calc/latencypath.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace corridor {

namespace {

RoutedPath noPath(PathProblem problem, EntityId at = {}) {
    RoutedPath path;
    path.problem = problem;
    path.problemAt = at;
    return path;
}

GraphPath reversedPath(GraphPath path) {
    std::reverse(path.nodes.begin(), path.nodes.end());
    std::reverse(path.links.begin(), path.links.end());
    return path;
}

GraphPath graphPathOf(const LatencyInput& input, const RoutedPath& path) {
    GraphPath out;
    for (const EntityId node : path.nodes)
        out.nodes.push_back(static_cast<NodeIndex>(input.nodeIndex(node)));
    for (const EntityId span : path.spans)
        out.links.push_back(static_cast<LinkIndex>(input.spanIndex(span)));
    out.cost = pathCost(input.graph, out.nodes, out.links);
    return out;
}

// Routes services one after the other; one of these per thread.
class Router {
public:
    Router(const LatencyInput& input, const CancelToken& cancel)
        : mInput(input)
        , mCancel(cancel)
        , mSearch(input.graph) {
        if (!input.unknown.empty())
            mOptimistic.emplace(input.optimistic);
    }

    ServiceRoute route(const Service& service) {
        ServiceRoute out;
        out.service = service.id;
        out.wanted = service.protection;
        std::optional<GraphPath> primary = routePrimary(service, out.primary);
        if (service.routing == Routing::Pinned && !service.pinnedBackup.empty())
            pinBackup(service, primary, out);
        else if (service.protection != Protection::None && primary)
            routeBackup(service, *primary, out);
        else if (service.protection != Protection::None)
            out.backup = noPath(out.primary.problem, out.primary.problemAt);
        return out;
    }

    // Searches from the lower id, so that both directions of a service take the same way.
    std::optional<GraphPath> shortest(NodeIndex from, NodeIndex to) {
        SearchOptions options;
        options.target = std::max(from, to);
        options.cancel = mCancel.flag();
        if (!mSearch.run(std::min(from, to), options))
            return std::nullopt;
        std::optional<GraphPath> path = mSearch.pathTo(options.target);
        return path && from > to ? reversedPath(std::move(*path)) : path;
    }

    // Says which unknown spans might beat `costUs` between two nodes, keeping off what `mask` excludes.
    void nameMissing(NodeIndex from, NodeIndex to, double costUs, const GraphMask* mask, RoutedPath& path) {
        if (!mOptimistic)
            return;
        SearchOptions options;
        options.target = to;
        options.mask = mask;
        options.cancel = mCancel.flag();
        if (!mOptimistic->run(from, options) || !(mOptimistic->distance(to) < costUs))
            return;
        const std::optional<GraphPath> best = mOptimistic->pathTo(to);
        if (!best)
            return;
        for (const LinkIndex link : best->links)
            if (link >= mInput.spans.size())
                path.missing.push_back(mInput.unknown[link - mInput.spans.size()].span);
        if (!path.missing.empty())
            path.possibleMs = roundTripMs(mInput, best->cost);
    }

private:
    std::optional<GraphPath> routePrimary(const Service& service, RoutedPath& out) {
        if (service.routing == Routing::Pinned) {
            out = measurePath(mInput, service.from, service.to, service.pinnedPrimary);
            return out.exists ? std::optional(graphPathOf(mInput, out)) : std::nullopt;
        }
        const int from = mInput.nodeIndex(service.from), to = mInput.nodeIndex(service.to);
        if (from < 0 || to < 0) {
            out = noPath(PathProblem::EndNotInService, from < 0 ? service.from : service.to);
            return std::nullopt;
        }
        const auto a = static_cast<NodeIndex>(from), b = static_cast<NodeIndex>(to);
        std::optional<GraphPath> path = a == b ? std::nullopt : shortest(a, b);
        out = path ? describePath(mInput, *path) : noPath(PathProblem::NoRoute);
        nameMissing(a, b, path ? path->cost : unreachable, nullptr, out);
        return path;
    }

    void pinBackup(const Service& service, const std::optional<GraphPath>& primary, ServiceRoute& out) {
        const EntityId from = service.secondFrom ? service.secondFrom : service.from;
        const EntityId to = service.secondTo ? service.secondTo : service.to;
        out.backup = measurePath(mInput, from, to, service.pinnedBackup);
        if (primary && out.backup.exists)
            judgeSharing(*primary, graphPathOf(mInput, out.backup), out);
    }

    void routeBackup(const Service& service, const GraphPath& primary, ServiceRoute& out) {
        const EntityId from = service.secondFrom ? service.secondFrom : service.from;
        const EntityId to = service.secondTo ? service.secondTo : service.to;
        const int a = mInput.nodeIndex(from), b = mInput.nodeIndex(to);
        if (a < 0 || b < 0 || a == b) {
            out.backup =
                noPath(a < 0 || b < 0 ? PathProblem::EndNotInService : PathProblem::NoRoute, a < 0 ? from : to);
            return;
        }
        BackupWish wish{static_cast<NodeIndex>(a), static_cast<NodeIndex>(b), service.protection,
                        service.routing == Routing::Pinned};
        BackupChoice choice = chooseFromLower(primary, wish);
        out.optimal = choice.optimal;
        if (choice.primary.links != primary.links) {
            out.primary = describePath(mInput, choice.primary);
            nameMissing(choice.primary.nodes.front(), choice.primary.nodes.back(), choice.primary.cost, nullptr,
                        out.primary);
        }
        out.backup = choice.backup ? describePath(mInput, *choice.backup) : noPath(PathProblem::NoRoute);
        if (choice.backup)
            judgeSharing(choice.primary, *choice.backup, out);
        if (mOptimistic) {
            const GraphMask mask = backupMask(mInput, mInput.optimistic, choice.primary, wish);
            // A backup that shares what it should not is beaten by any way that does not, however long.
            const bool keepsApart = choice.backup && out.sharedRisks.empty();
            nameMissing(wish.from, wish.to, keepsApart ? choice.backup->cost : unreachable, &mask, out.backup);
        }
    }

    BackupChoice chooseFromLower(const GraphPath& primary, BackupWish wish) {
        if (wish.from < wish.to)
            return chooseBackup(mInput, mSearch, primary, wish, mCancel);
        std::swap(wish.from, wish.to);
        BackupChoice choice = chooseBackup(mInput, mSearch, reversedPath(primary), wish, mCancel);
        choice.primary = reversedPath(std::move(choice.primary));
        if (choice.backup)
            choice.backup = reversedPath(std::move(*choice.backup));
        return choice;
    }

    void judgeSharing(const GraphPath& primary, const GraphPath& backup, ServiceRoute& out) {
        const SharedRisks shared = sharedRisks(mInput, primary, backup);
        out.achieved = shared.achieved();
        out.sharedRisks = shared.against(out.wanted);
    }

    const LatencyInput& mInput;
    CancelToken mCancel;
    ShortestPathSearch mSearch;
    std::optional<ShortestPathSearch> mOptimistic;
};

unsigned threadsFor(unsigned wanted, std::size_t jobs) {
    const unsigned available = wanted ? wanted : std::max(1u, std::thread::hardware_concurrency());
    // A thread is not worth starting for a few services.
    return wanted ? std::min<unsigned>(available, static_cast<unsigned>(std::max<std::size_t>(1, jobs)))
                  : std::min<unsigned>(available, static_cast<unsigned>(jobs / 64 + 1));
}

} // namespace

ServiceRoute routeService(const LatencyInput& input, const Service& service, const CancelToken& cancel) {
    return Router(input, cancel).route(service);
}

std::vector<ServiceRoute> routeServices(const LatencyInput& input, std::span<const Service* const> services,
                                        const CancelToken& cancel, unsigned threads) {
    std::vector<ServiceRoute> routes(services.size());
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        Router router(input, cancel);
        for (std::size_t i = next.fetch_add(1); i < services.size() && !cancel.isCancelled(); i = next.fetch_add(1))
            routes[i] = router.route(*services[i]);
    };
    std::vector<std::jthread> pool;
    for (unsigned t = 1; t < threadsFor(threads, services.size()); ++t)
        pool.emplace_back(work);
    work();
    pool.clear(); // joins
    return routes;
}

std::vector<ServiceRoute> routeServices(const LatencyInput& input, const CancelToken& cancel, unsigned threads) {
    std::vector<const Service*> wanted;
    input.entities.table<Service>().forEach([&](const std::shared_ptr<const Service>& service) {
        if (wantedInYear(*service, input.year))
            wanted.push_back(service.get());
    });
    return routeServices(input, wanted, cancel, threads);
}

ServiceRoute remeasured(const LatencyInput& input, const ServiceRoute& route) {
    ServiceRoute out = route;
    for (RoutedPath* path : {&out.primary, &out.backup}) {
        if (!path->exists)
            continue;
        RoutedPath now = measurePath(input, path->nodes.front(), path->nodes.back(), path->spans);
        now.missing = path->missing;
        now.possibleMs = path->possibleMs;
        *path = std::move(now);
    }
    return out;
}

std::vector<RoutedPath> leastRttPaths(const LatencyInput& input, EntityId from, std::span<const EntityId> to) {
    std::vector<RoutedPath> out;
    const int start = input.nodeIndex(from);
    Router router(input, {});
    ShortestPathSearch search(input.graph);
    if (start >= 0)
        search.run(static_cast<NodeIndex>(start));
    for (const EntityId target : to) {
        const int end = input.nodeIndex(target);
        if (start < 0 || end < 0) {
            out.push_back(noPath(PathProblem::EndNotInService, start < 0 ? from : target));
            continue;
        }
        const auto a = static_cast<NodeIndex>(start), b = static_cast<NodeIndex>(end);
        const std::optional<GraphPath> path = a == b ? std::nullopt : search.pathTo(b);
        out.push_back(path ? describePath(input, *path) : noPath(PathProblem::NoRoute));
        router.nameMissing(a, b, path ? path->cost : unreachable, nullptr, out.back());
    }
    return out;
}

RoutedPath leastRttPath(const LatencyInput& input, EntityId from, EntityId to) {
    Service service;
    service.from = from;
    service.to = to;
    return routeService(input, service).primary;
}

std::vector<RoutedPath> shortestRoutes(const LatencyInput& input, EntityId from, EntityId to, int k,
                                       const CancelToken& cancel) {
    std::vector<RoutedPath> out;
    const int a = input.nodeIndex(from), b = input.nodeIndex(to);
    if (a < 0 || b < 0 || a == b || k < 1)
        return out;
    const KShortestResult found = kShortestPaths(input.graph, static_cast<NodeIndex>(a), static_cast<NodeIndex>(b),
                                                 static_cast<std::size_t>(k), {}, cancel);
    for (const GraphPath& path : found.paths)
        out.push_back(describePath(input, path));
    return out;
}

} // namespace corridor
