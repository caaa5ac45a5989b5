// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/finding.h"

#include <QString>

#include <optional>
#include <vector>

namespace corridor {

/// One bar of the chart of round trips: a path of a service. Times in milliseconds.
struct RttBar {
    EntityId service;
    bool backup = false;
    QString name;                                                 ///< of the service; shown once for its two paths
    QString role;                                                 ///< "Primary", "Backup"
    double floorMs = 0, detourMs = 0, layMs = 0, equipmentMs = 0; ///< parts, they sum to the round trip
    std::optional<double> limitMs;
    std::optional<Verdict> verdict; ///< none = nothing limits it
    Severity severity = Severity::Guiding;
    QString value;                  ///< text of the round trip, ms
    std::optional<double> beforeMs; ///< while a gesture is under way: what it was, as a dashed ghost

    double totalMs() const { return floorMs + detourMs + layMs + equipmentMs; }
    /// Whether the round trip is beyond its limit by more than the rounding of the sum.
    bool isOver() const { return limitMs && totalMs() - *limitMs > 1e-9; }
    bool operator==(const RttBar&) const = default;
};

/// Puts the bars into bands of one limit: bands with something over the limit first, then the longer limits first, what
/// has no limit last. In a band the services with the least margin (as a share of the limit) come first, each with its
/// primary before its backup. A gesture moves no row: where `beforeMs` is set it decides instead of the sum.
void sortIntoBands(std::vector<RttBar>& bars);

/// The band of each of these sorted bars, counted from 0.
std::vector<int> bandsOf(const std::vector<RttBar>& bars);

} // namespace corridor
