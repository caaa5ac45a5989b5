// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/calc/capacity.h"

#include <algorithm>

namespace corridor {

namespace {

std::optional<double> wantedGbps(const LatencyInput& input, EntityId service) {
    const Service* row = input.entities.find<Service>(service);
    return row ? valueInYear(row->gbps, input.year) : std::nullopt;
}

void addPath(const LatencyInput& input, const RoutedPath& path, const std::optional<double>& gbps, bool backup,
             CapacityResult& out) {
    for (const EntityId id : path.spans) {
        const int index = input.spanIndex(id);
        if (index < 0)
            continue;
        SpanLoad& load = out.spans[static_cast<std::size_t>(index)];
        ++load.services;
        load.complete &= gbps.has_value();
        (backup ? load.backupGbps : load.primaryGbps) += gbps.value_or(0.0);
    }
}

} // namespace

SpanCapacity capacityOf(const Span& span, const EnergySettings& settings) {
    SpanCapacity out;
    out.sharing = span.capacitySharing;
    if (span.capacityGbps) {
        out.source = CapacitySource::Recorded;
        out.gbps = *span.capacityGbps;
    } else if (span.pairsLit && settings.channelsPerPair && settings.channelGbps) {
        // A pair is one fibre for each way: its channels are there in both directions.
        out.source = CapacitySource::Pairs;
        out.sharing = CapacitySharing::PerDirection;
        out.gbps = static_cast<double>(*span.pairsLit) * settings.channelsPerPair->value * settings.channelGbps->value;
    }
    return out;
}

std::optional<double> SpanLoad::headroomGbps() const {
    return capacity.isKnown() ? std::optional(capacity.perDirectionGbps() - loadGbps()) : std::nullopt;
}

std::optional<double> SpanLoad::utilisation() const {
    return capacity.isKnown() && capacity.gbps > 0 ? std::optional(loadGbps() / capacity.perDirectionGbps())
                                                   : std::nullopt;
}

const SpanLoad* CapacityResult::span(EntityId id) const {
    const auto found = std::lower_bound(spans.begin(), spans.end(), id,
                                        [](const SpanLoad& row, EntityId wanted) { return row.span < wanted; });
    return found != spans.end() && found->span == id ? &*found : nullptr;
}

const SpanLoad* CapacityResult::bottleneck() const {
    const SpanLoad* worst = nullptr;
    for (const SpanLoad& load : spans)
        if (const auto used = load.utilisation(); used && (!worst || *used > *worst->utilisation()))
            worst = &load;
    return worst;
}

CapacityResult spanLoads(const LatencyInput& input, std::span<const ServiceRoute> routes) {
    CapacityResult out;
    out.year = input.year;
    out.settings = energySettingsOf(input.entities);
    out.spans.resize(input.spans.size());
    for (std::size_t i = 0; i < input.spans.size(); ++i) {
        out.spans[i].span = input.spans[i].span;
        if (const Span* span = input.entities.find<Span>(input.spans[i].span))
            out.spans[i].capacity = capacityOf(*span, out.settings);
    }
    for (const ServiceRoute& route : routes) {
        const std::optional<double> gbps = wantedGbps(input, route.service);
        if (!gbps)
            out.withoutDemand.push_back(route.service);
        addPath(input, route.primary, gbps, false, out);
        if (out.settings.backupReserves)
            addPath(input, route.backup, gbps, true, out);
    }
    return out;
}

std::vector<CapacityResult> spanLoadsByYear(const EntitySet& entities, int firstYear, int lastYear,
                                            const CancelToken& cancel) {
    std::vector<CapacityResult> out;
    std::optional<LatencyInput> previous;
    for (int year = firstYear; year <= lastYear && !cancel.isCancelled(); ++year) {
        LatencyInput input = latencyInput(entities, year, previous ? &*previous : nullptr);
        out.push_back(spanLoads(input, routeServices(input, cancel)));
        previous = std::move(input);
    }
    return out;
}

PathCapacity pathCapacity(const EntitySet& entities, const EnergySettings& settings, const RoutedPath& path) {
    PathCapacity out;
    for (const EntityId id : path.spans) {
        const Span* span = entities.find<Span>(id);
        const SpanCapacity capacity = span ? capacityOf(*span, settings) : SpanCapacity();
        if (!capacity.isKnown()) {
            out.unknown.push_back(id);
        } else if (!out.gbps || capacity.perDirectionGbps() < *out.gbps) {
            out.gbps = capacity.perDirectionGbps();
            out.span = id;
        }
    }
    return out;
}

} // namespace corridor
