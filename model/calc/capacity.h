// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/calc/latency.h"
#include "model/plan/energysettings.h"

namespace corridor {

/// Where the capacity of a span comes from.
enum class CapacitySource {
    Unknown,  ///< neither a figure nor lit pairs on record (or the plan has no channel plan)
    Recorded, ///< the span's own figure
    Pairs     ///< lit fibre pairs × channels of a pair × rate of a channel
};

/// The capacity of one span, Gbit/s.
struct SpanCapacity {
    CapacitySource source = CapacitySource::Unknown;
    CapacitySharing sharing = CapacitySharing::PerDirection;
    double gbps = 0; ///< as stated: of each direction, or of both together; 0 and Unknown when not on record

    bool isKnown() const { return source != CapacitySource::Unknown; }
    /// What one direction can carry when both carry the same: half of a shared capacity.
    double perDirectionGbps() const { return sharing == CapacitySharing::Shared ? gbps / 2 : gbps; }
};

SpanCapacity capacityOf(const Span& span, const EnergySettings& settings);

/// What one span carries in a year. Bandwidths are those of one direction; services want the same both ways.
struct SpanLoad {
    EntityId span;
    SpanCapacity capacity;
    double primaryGbps = 0; ///< of the services whose primary leads over it
    double backupGbps = 0;  ///< reserved for those whose backup does (0 where backups hold nothing)
    int services = 0;       ///< paths counted in either
    bool complete = true;   ///< false: the bandwidth of a service over it is not on record; the load is a lower bound

    double loadGbps() const { return primaryGbps + backupGbps; }
    /// Of one direction; negative = too much. Empty when the capacity is not known.
    std::optional<double> headroomGbps() const;
    /// loadGbps ÷ capacity of one direction; empty when that is not known, or 0.
    std::optional<double> utilisation() const;
};

struct CapacityResult {
    int year = 0;
    EnergySettings settings;
    std::vector<SpanLoad> spans;         ///< standing in the year with a known delay, ascending id
    std::vector<EntityId> withoutDemand; ///< services whose bandwidth is not on record in the year, ascending id

    const SpanLoad* span(EntityId id) const; ///< null = not among `spans`
    /// The span with the highest utilisation (the lower id of equals); null when no capacity is known.
    const SpanLoad* bottleneck() const;
};

/// Adds up the services of `routes` (as routeServices() gives them for the same input) over the spans of their paths.
/// Services follow the path of least RTT whatever is free on it: too much load is a finding, not a detour. Sums run
/// over services by ascending id, so equal input gives equal bits.
CapacityResult spanLoads(const LatencyInput& input, std::span<const ServiceRoute> routes);

/// spanLoads() of several years, each routed anew; for tables and charts by year. Cancelled: incomplete.
std::vector<CapacityResult> spanLoadsByYear(const EntitySet& entities, int firstYear, int lastYear,
                                            const CancelToken& cancel = {});

/// The least capacity of one direction along a path, with the span that sets it; `unknown` names spans without one.
struct PathCapacity {
    std::optional<double> gbps; ///< of the spans whose capacity is known; empty when none is
    EntityId span;
    std::vector<EntityId> unknown;
};
PathCapacity pathCapacity(const EntitySet& entities, const EnergySettings& settings, const RoutedPath& path);

} // namespace corridor
