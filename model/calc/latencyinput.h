// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/calc/disjoint.h"
#include "model/calc/graph.h"
#include "model/calc/inputrange.h"
#include "model/plan/settings.h"

#include <array>
#include <memory>
#include <vector>

namespace corridor {

/// One span as latency sees it.
struct SpanLatency {
    EntityId span;
    double geodesicKm = 0; ///< of the drawn line
    double routeKm = 0;    ///< × sinuosity (schematic spans only); measured spans: fibre length ÷ lay factor
    double fibreKm = 0;    ///< × lay factor, or as measured
    double usPerKm = 0;    ///< τ of its fibre, one way
    double delayUs = 0;    ///< one way
    double lowUs = 0, highUs = 0;
    int amplifiers = 0; ///< in-line amplifiers between its ends: ⌈fibre length ÷ spacing⌉ − 1
};

/// A span that stands in the year but whose delay is not known (fibre type not given, or not in the plan's library).
struct UnknownSpan {
    EntityId span;
    NodeIndex from = noNode, to = noNode;
    double leastUs = 0; ///< one way, no fibre could be faster: geodesic at the speed of light in vacuum
};

/// The elements that add delay, by the code of their EquipmentType.
enum class EquipmentItem {
    Lump,            ///< "lump_one_hop": a round-trip figure for a whole hop
    TransponderPair, ///< "transponder_pair": transmitter and receiver of one hop
    Switch,          ///< "switch": at each end
    Amplifier,       ///< "edfa"
    Roadm,           ///< "roadm": pass-through
    Patch,           ///< "patch": at each station
    Otn,             ///< "otn": electrical cross-connect
    Router           ///< "router"
};
inline constexpr std::size_t kEquipmentItems = 8;
QString equipmentCode(EquipmentItem item);

/// The delay of one element, µs.
struct DelayFigure {
    bool known = false;     ///< false: the plan holds no such type or no figure for it; the others are then 0
    bool roundTrip = false; ///< already both directions: never doubled
    Range us;
    EntityId type; ///< the EquipmentType row
};

/// Everything latency reads from one scenario in one year, as flat arrays: nodes and spans by dense index, a graph with
/// weights in µs. Immutable once made; safe to share between threads.
struct LatencyInput {
    int year = 0;
    PlanSettings settings;
    EntitySet entities;              ///< what it was made from (shared, not copied)
    std::vector<EntityId> nodes;     ///< dense node → site or junction that stands in `year`, ascending id
    std::vector<LonLat> positions;   ///< by dense node
    std::vector<JunctionRole> roles; ///< by dense node; sites count as Exchange
    std::vector<SpanLatency>
        spans; ///< dense link → span, ascending id; stands in `year` between standing ends, delay known
    std::vector<UnknownSpan> unknown; ///< ascending id
    Graph graph;      ///< one way, µs. Links: fibre (and in-line amplifiers); node costs: equipment passed
    Graph optimistic; ///< `graph` plus one link for each of `unknown` at its least delay; empty when there are none
    std::vector<RiskGroupMembers> risks; ///< by dense index; see disjoint.h
    std::vector<EntityId> riskIds;
    std::array<DelayFigure, kEquipmentItems> equipment;
    std::shared_ptr<const RangeIndex> ranges;

    int nodeIndex(EntityId node) const; ///< −1 = not there in this year
    int spanIndex(EntityId span) const; ///< −1 = not there in this year, or unknown
    const DelayFigure& figure(EquipmentItem item) const { return equipment[static_cast<std::size_t>(item)]; }
};

/// Reads a resolved scenario. Never fails: what is missing is named in the result. `previous` (of any year, of the same
/// plan some edits ago) only saves work: spans that did not change since are not measured again. The result is the same
/// with and without it.
LatencyInput latencyInput(const EntitySet& entities, int year, const LatencyInput* previous = nullptr);

/// Reads the delay of one span again after an edit that changed nothing else, in place. False when the span cannot be
/// refreshed alone (it is not among `spans`, or came, went, moved its ends or lost its fibre): make a new input then.
bool refreshSpan(LatencyInput& input, const Span& span);

/// Whether light stops here on its way: an electrical node, where one hop ends and the next begins.
constexpr bool endsHop(JunctionRole role) {
    return role == JunctionRole::Otn || role == JunctionRole::Router;
}

} // namespace corridor
