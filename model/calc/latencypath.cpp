// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/calc/latencypath.h"

#include "model/geo/geodesic.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace corridor {

namespace {

using EquipmentCounts = std::array<int, kEquipmentItems>;

int& countOf(EquipmentCounts& counts, EquipmentItem item) {
    return counts[static_cast<std::size_t>(item)];
}

void countItemised(const LatencyInput& input, std::span<const NodeIndex> nodes, std::span<const LinkIndex> links,
                   int hops, EquipmentCounts& counts) {
    countOf(counts, EquipmentItem::TransponderPair) += hops;
    countOf(counts, EquipmentItem::Switch) += 2;
    for (const LinkIndex link : links)
        countOf(counts, EquipmentItem::Amplifier) += input.spans[link].amplifiers;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const JunctionRole role = input.roles[nodes[i]];
        const bool end = i == 0 || i + 1 == nodes.size();
        if (end || role != JunctionRole::Waypoint)
            ++countOf(counts, EquipmentItem::Patch);
        if (end)
            continue;
        if (role == JunctionRole::Amplifier)
            ++countOf(counts, EquipmentItem::Amplifier);
        else if (role == JunctionRole::Roadm)
            ++countOf(counts, EquipmentItem::Roadm);
        else if (endsHop(role))
            ++countOf(counts, role == JunctionRole::Otn ? EquipmentItem::Otn : EquipmentItem::Router);
    }
}

EquipmentCounts equipmentOn(const LatencyInput& input, std::span<const NodeIndex> nodes,
                            std::span<const LinkIndex> links, int hops) {
    EquipmentCounts counts{};
    if (input.settings.rttLayer == RttLayer::Fibre)
        return counts;
    if (input.settings.equipmentMode == EquipmentMode::Lump)
        countOf(counts, EquipmentItem::Lump) = hops;
    else
        countItemised(input, nodes, links, hops, counts);
    if (input.settings.rttLayer == RttLayer::Ip)
        countOf(counts, EquipmentItem::Router) += 2;
    return counts;
}

// Round trip, µs, of everything counted; names what has no figure.
Range equipmentRtt(const LatencyInput& input, const EquipmentCounts& counts, std::vector<EquipmentUse>* uses,
                   std::vector<QString>* missing) {
    Range sum;
    for (std::size_t i = 0; i < kEquipmentItems; ++i) {
        if (counts[i] == 0)
            continue;
        const auto item = static_cast<EquipmentItem>(i);
        const DelayFigure& figure = input.equipment[i];
        sum = sum + counts[i] * (figure.roundTrip ? 1.0 : 2.0) * figure.us;
        if (uses)
            uses->push_back({item, counts[i], figure});
        if (missing && !figure.known)
            missing->push_back(equipmentCode(item));
    }
    return sum;
}

int hopsOf(const LatencyInput& input, std::span<const NodeIndex> nodes) {
    int hops = 1;
    for (std::size_t i = 1; i + 1 < nodes.size(); ++i)
        hops += endsHop(input.roles[nodes[i]]) ? 1 : 0;
    return hops;
}

double geodesicKmBetween(const LatencyInput& input, NodeIndex a, NodeIndex b) {
    // From the lower index, so that both directions give the same bits.
    return Geodesic::cgcs2000().distance(input.positions[std::min(a, b)], input.positions[std::max(a, b)]) / 1000.0;
}

// What the spans of a path add up to, summed in order of their index so that both directions give the same bits.
struct FibreSums {
    double routeKm = 0, fibreKm = 0, routeUs = 0;
    Range us;
};

FibreSums sumOf(const LatencyInput& input, std::span<const LinkIndex> links) {
    std::vector<LinkIndex> sorted(links.begin(), links.end());
    std::sort(sorted.begin(), sorted.end());
    FibreSums sums;
    for (const LinkIndex link : sorted) {
        const SpanLatency& span = input.spans[link];
        sums.routeKm += span.routeKm;
        sums.fibreKm += span.fibreKm;
        sums.routeUs += span.routeKm * span.usPerKm;
        sums.us = sums.us + Range{span.delayUs, span.lowUs, span.highUs};
    }
    return sums;
}

RttParts partsOf(double geodesicKm, double usPerKm, const FibreSums& sums, const Range& equipmentUs) {
    RttParts parts;
    parts.floorMs = 2.0 * geodesicKm * usPerKm / 1000.0;
    parts.detourMs = 2.0 * sums.routeUs / 1000.0 - parts.floorMs;
    parts.layMs = 2.0 * (sums.us.value - sums.routeUs) / 1000.0;
    parts.equipmentMs = equipmentUs.value / 1000.0;
    parts.totalMs = parts.floorMs + parts.detourMs + parts.layMs + parts.equipmentMs;
    parts.lowMs = std::min(parts.totalMs, (2.0 * sums.us.low + equipmentUs.low) / 1000.0);
    parts.highMs = std::max(parts.totalMs, (2.0 * sums.us.high + equipmentUs.high) / 1000.0);
    return parts;
}

RoutedPath failed(PathProblem problem, EntityId at) {
    RoutedPath path;
    path.problem = problem;
    path.problemAt = at;
    return path;
}

bool isUnknownSpan(const LatencyInput& input, EntityId span) {
    return std::any_of(input.unknown.begin(), input.unknown.end(),
                       [&](const UnknownSpan& row) { return row.span == span; });
}

} // namespace

RoutedPath describePath(const LatencyInput& input, std::span<const NodeIndex> nodes, std::span<const LinkIndex> links) {
    RoutedPath path;
    path.exists = true;
    path.problem = PathProblem::None;
    for (const NodeIndex node : nodes)
        path.nodes.push_back(input.nodes[node]);
    for (const LinkIndex link : links)
        path.spans.push_back(input.spans[link].span);
    const FibreSums sums = sumOf(input, links);
    path.routeKm = sums.routeKm;
    path.fibreKm = sums.fibreKm;
    path.usPerKm = sums.fibreKm > 0 ? sums.us.value / sums.fibreKm : 0.0;
    path.geodesicKm = geodesicKmBetween(input, nodes.front(), nodes.back());
    path.hops = hopsOf(input, nodes);
    const EquipmentCounts counts = equipmentOn(input, nodes, links, path.hops);
    const Range equipmentUs = equipmentRtt(input, counts, &path.equipment, &path.missingEquipment);
    path.rtt = partsOf(path.geodesicKm, path.usPerKm, sums, equipmentUs);
    path.rtt.complete = path.missingEquipment.empty();
    return path;
}

RoutedPath describePath(const LatencyInput& input, const GraphPath& path) {
    return describePath(input, path.nodes, path.links);
}

double roundTripMs(const LatencyInput& input, double costUs) {
    EquipmentCounts ends{};
    if (input.settings.rttLayer != RttLayer::Fibre) {
        if (input.settings.equipmentMode == EquipmentMode::Lump) {
            countOf(ends, EquipmentItem::Lump) = 1;
        } else {
            countOf(ends, EquipmentItem::TransponderPair) = 1;
            countOf(ends, EquipmentItem::Switch) = 2;
            countOf(ends, EquipmentItem::Patch) = 2;
        }
        if (input.settings.rttLayer == RttLayer::Ip)
            countOf(ends, EquipmentItem::Router) = 2;
    }
    return (2.0 * costUs + equipmentRtt(input, ends, nullptr, nullptr).value) / 1000.0;
}

RoutedPath measurePath(const LatencyInput& input, EntityId from, EntityId to, std::span<const EntityId> spans) {
    const int start = input.nodeIndex(from), end = input.nodeIndex(to);
    if (start < 0 || end < 0)
        return failed(PathProblem::EndNotInService, start < 0 ? from : to);
    std::vector<NodeIndex> nodes{static_cast<NodeIndex>(start)};
    std::vector<LinkIndex> links;
    for (const EntityId span : spans) {
        const int index = input.spanIndex(span);
        if (index < 0)
            return failed(isUnknownSpan(input, span) ? PathProblem::SpanUnknown : PathProblem::SpanNotInService, span);
        const GraphLink& link = input.graph.link(static_cast<LinkIndex>(index));
        if (link.from != nodes.back() && link.to != nodes.back())
            return failed(PathProblem::ChainBroken, span);
        nodes.push_back(link.from == nodes.back() ? link.to : link.from);
        links.push_back(static_cast<LinkIndex>(index));
    }
    if (links.empty() || nodes.back() != static_cast<NodeIndex>(end))
        return failed(PathProblem::ChainBroken, to);
    return describePath(input, nodes, links);
}

double marginKm(double marginMs, double usPerKm) {
    return marginMs * 1000.0 / (2.0 * usPerKm);
}

double fibreBudgetKm(double limitMs, double equipmentMs, double usPerKm) {
    return marginKm(limitMs - equipmentMs, usPerKm);
}

} // namespace corridor
