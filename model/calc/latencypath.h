// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/calc/latency.h"

namespace corridor {

// Shared by the latency sources only.

/// The full account of a path of the graph (or of `optimistic`, as long as it uses known spans only).
RoutedPath describePath(const LatencyInput& input, std::span<const NodeIndex> nodes, std::span<const LinkIndex> links);
RoutedPath describePath(const LatencyInput& input, const GraphPath& path);

/// The round-trip time, ms, of a path whose one-way cost by the graph's weights is `costUs`: with the equipment at the
/// two ends.
double roundTripMs(const LatencyInput& input, double costUs);

} // namespace corridor
