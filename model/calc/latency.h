// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/calc/latencyinput.h"

#include <optional>
#include <span>
#include <vector>

namespace corridor {

/// The parts of a round-trip time, ms. They add up to `totalMs` exactly as summed in this order.
struct RttParts {
    double floorMs = 0;           ///< 2 · geodesic between the ends · τ of the path's fibre mix (weighted by length)
    double detourMs = 0;          ///< the route's geodesic × sinuosity beyond the floor
    double layMs = 0;             ///< sag, reserves, stranding: the lay factor's share
    double equipmentMs = 0;       ///< lump (a round-trip figure) or 2 · Σ tₖ
    double totalMs = 0;           ///< 2·(Σ Lᵢ·τᵢ + Σ tₖ)
    double lowMs = 0, highMs = 0; ///< the range from the inputs' ranges: all of them low, all of them high
    bool complete =
        true; ///< false: a delay is not on record (RoutedPath::missingEquipment); all figures are then lower bounds
};

/// One equipment element on a path, for "怎样算出？".
struct EquipmentUse {
    EquipmentItem item = EquipmentItem::Lump;
    int count = 0;     ///< passes, one direction; hops for the lump
    DelayFigure delay; ///< of one pass in one direction, or of the lump's round trip (`delay.roundTrip`)
};

/// Why there is no path, or why a pinned one cannot be followed.
enum class PathProblem {
    None,
    NotWanted,        ///< no backup is asked for
    NoRoute,          ///< the ends are not connected by usable spans in this year
    EndNotInService,  ///< `problemAt` = the end that does not stand in this year (or does not exist)
    ChainBroken,      ///< pinned: `problemAt` = the span that does not join on (or the end that is not reached)
    SpanNotInService, ///< pinned: `problemAt` = the span
    SpanUnknown,      ///< pinned: `problemAt` = the span whose delay is unknown (its fibre type)
};

/// A path with its round-trip time and everything needed to explain it.
struct RoutedPath {
    bool exists = false;
    PathProblem problem = PathProblem::NotWanted; ///< None when it exists
    EntityId problemAt;
    std::vector<EntityId> nodes, spans; ///< in order from the service's `from`; spans.size() + 1 nodes
    RttParts rtt;
    double geodesicKm = 0; ///< between the ends
    double routeKm = 0, fibreKm = 0;
    double usPerKm = 0; ///< mean one-way delay of the path's fibre, weighted by length
    int hops = 0; ///< electrical/IP hops: 1 + OTN cross-connects and routers passed through; optical pass-through does
                  ///< not count
    std::vector<EquipmentUse> equipment;
    std::vector<QString>
        missingEquipment; ///< codes of equipment types that the figure needs and the plan does not hold
    /// Spans whose unknown delay may hide a better (or the only) way, with the round-trip time that could not be beaten
    /// even if they were straight and as fast as light in vacuum. Empty when the path is the best whatever they are. A
    /// backup that shares what it should not is beaten by any way that shares nothing, however long.
    std::vector<EntityId> missing;
    std::optional<double> possibleMs;
};

/// What one service gets.
struct ServiceRoute {
    EntityId service;
    RoutedPath primary, backup;
    Protection wanted = Protection::None, achieved = Protection::None;
    std::vector<EntityId> sharedRisks; ///< risk groups, nodes or spans that both paths share although they should not
    bool optimal = true;               ///< false: a better backup is not excluded (search limit, second ends)

    const RoutedPath& path(bool backupPath) const { return backupPath ? backup : primary; }
};

/// Routes every service wanted in the input's year, by ascending id. Primary: the path of least RTT (or as pinned).
/// Backup: the path of least RTT disjoint from it at the wanted level; where the primary leaves none, the disjoint pair
/// of least total RTT; where no disjoint pair exists at all, what shares least (with the primary unchanged if that
/// costs no further sharing). RiskDisjoint includes NodeDisjoint, which includes LinkDisjoint. Deterministic whatever
/// the number of threads (0 = as many as the machine has); cancellable (then the result is incomplete and must be
/// dropped).
std::vector<ServiceRoute> routeServices(const LatencyInput& input, const CancelToken& cancel = {},
                                        unsigned threads = 0);
/// The same for chosen services, in the order given.
std::vector<ServiceRoute> routeServices(const LatencyInput& input, std::span<const Service* const> services,
                                        const CancelToken& cancel = {}, unsigned threads = 0);
/// One service, as above.
ServiceRoute routeService(const LatencyInput& input, const Service& service, const CancelToken& cancel = {});
/// The same service over the spans it had: only their delays are read again. For previews in plans too large to route
/// live.
ServiceRoute remeasured(const LatencyInput& input, const ServiceRoute& route);

/// The RTT of a given chain of spans between two nodes (pinned routes, lists, previews); a chain that cannot be
/// followed says where.
RoutedPath measurePath(const LatencyInput& input, EntityId from, EntityId to, std::span<const EntityId> spans);
/// The path of least RTT between two nodes; never fails, see RoutedPath::problem.
RoutedPath leastRttPath(const LatencyInput& input, EntityId from, EntityId to);
/// The paths of least RTT from one node to each of others, in their order: one search for all.
std::vector<RoutedPath> leastRttPaths(const LatencyInput& input, EntityId from, std::span<const EntityId> to);
/// The k paths of least RTT between two nodes, loopless, best first.
std::vector<RoutedPath> shortestRoutes(const LatencyInput& input, EntityId from, EntityId to, int k,
                                       const CancelToken& cancel = {});

/// One-way kilometres of fibre that `marginMs` of round-trip time is worth at τ = `usPerKm` (> 0).
double marginKm(double marginMs, double usPerKm);
/// The most kilometres of fibre between two ends that keep `limitMs`, given `equipmentMs` of round-trip equipment
/// delay.
double fibreBudgetKm(double limitMs, double equipmentMs, double usPerKm);

} // namespace corridor
