// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/calc/disjoint.h"
#include "model/calc/graph.h"
#include "model/plan/settings.h"

#include <span>
#include <vector>

namespace corridor {

/// The parts of a round-trip time, ms. They add up to `totalMs` exactly as summed in this order.
struct RttParts {
    double floorMs = 0;     ///< 2 · geodesic between the ends · τ of the path's fibre mix (weighted by length)
    double detourMs = 0;    ///< the route's geodesic × sinuosity beyond the floor
    double layMs = 0;       ///< sag, reserves, stranding: the lay factor's share
    double equipmentMs = 0; ///< lump (a round-trip figure) or 2 · Σ tₖ
    double totalMs = 0;     ///< 2·(Σ Lᵢ·τᵢ + Σ tₖ)
    double lowMs = 0, highMs = 0; ///< the range from the inputs' ranges, ends taken all together
};

/// One equipment element on a path, for "怎样算出？".
struct EquipmentUse {
    QString code; ///< of the EquipmentType
    int count = 0; ///< passes, one direction
    double delayUs = 0; ///< of one pass
};

/// One span as latency sees it in one year.
struct SpanLatency {
    EntityId span;
    double geodesicKm = 0; ///< of the drawn line
    double routeKm = 0;    ///< × sinuosity (schematic spans only)
    double fibreKm = 0;    ///< × lay factor, or as measured
    double delayUs = 0;    ///< one way
    double lowUs = 0, highUs = 0;
    bool known = true;     ///< false: fibre type unknown; the span is then not routed over and is named as a missing input
};

/// Everything latency reads from one scenario in one year, as flat arrays: nodes and spans by dense index, a graph with weights in µs.
/// Immutable once made; safe to share between threads.
struct LatencyInput {
    int year = 0;
    PlanSettings settings;
    std::vector<EntityId> nodes;      ///< dense node → site or junction, ascending id
    std::vector<LonLat> positions;    ///< by dense node
    std::vector<SpanLatency> spans;   ///< dense link → span, ascending id; in service in `year` and known
    std::vector<EntityId> unusable;   ///< spans in service whose delay is unknown
    Graph graph;                      ///< weights: one-way µs of fibre; node costs: equipment per pass (itemised mode)
    std::vector<RiskGroupMembers> risks; ///< by dense index; see disjoint.h
    std::vector<EntityId> riskIds;

    int nodeIndex(EntityId node) const; ///< −1 = not there in this year
    int spanIndex(EntityId span) const;
};

/// Reads a resolved scenario. Never fails: what is missing is named in the result.
LatencyInput latencyInput(const EntitySet& entities, int year);

/// A path with its round-trip time and everything needed to explain it.
struct RoutedPath {
    bool exists = false;
    std::vector<EntityId> nodes, spans; ///< in order from the service's `from`
    RttParts rtt;
    double geodesicKm = 0, routeKm = 0, fibreKm = 0;
    int hops = 0; ///< electrical/IP hops: 1 + regenerations and routers passed through; optical pass-through does not count
    std::vector<EquipmentUse> equipment;
    std::vector<EntityId> missing; ///< spans (or fibre types) whose unknown values leave the figure open
};

/// What one service gets.
struct ServiceRoute {
    EntityId service;
    RoutedPath primary, backup;
    Protection wanted = Protection::None, achieved = Protection::None;
    std::vector<EntityId> sharedRisks; ///< risk groups, nodes or spans that both paths share although they should not
    bool optimal = true;               ///< false: the disjoint search stopped at its limit
    std::vector<EntityId> missing;     ///< ends not in service, unknown spans that might have offered a way
};

/// Routes every service of the scenario. Primary: the path of least RTT (or as pinned). Backup: the path of least RTT disjoint from it
/// at the wanted level; where the primary leaves none, the disjoint pair of least total RTT; where no disjoint pair exists at all, the
/// pair that shares least, with what is shared. Deterministic; cancellable (then the result is incomplete and must be dropped).
std::vector<ServiceRoute> routeServices(const LatencyInput& input, const EntitySet& entities, const CancelToken& cancel = {});
/// One service, as above.
ServiceRoute routeService(const LatencyInput& input, const Service& service, const CancelToken& cancel = {});

/// The RTT of a given chain of spans between two nodes (pinned routes, k-shortest lists, previews).
RoutedPath measurePath(const LatencyInput& input, EntityId from, EntityId to, std::span<const EntityId> spans);
/// The k paths of least RTT between two nodes, loopless, best first.
std::vector<RoutedPath> shortestRoutes(const LatencyInput& input, EntityId from, EntityId to, int k, const CancelToken& cancel = {});

/// One-way kilometres of fibre that `marginMs` of round-trip time is worth at τ = `usPerKm`.
double marginKm(double marginMs, double usPerKm);

} // namespace corridor
