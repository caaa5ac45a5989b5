// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>

namespace corridor {

/// Every kind of object a plan holds; the order is the order of tables in the file and of the content hash.
enum class Kind {
    Scenario,
    Setting,
    RulePack,
    FibreType,
    EquipmentType,
    Site,
    Junction,
    Span,
    RiskGroup,
    Service,
    Lightpath,
    Demand,
    Area,
    PowerContract,
    Series,
    Register,
    Measurement,
    Declaration,
    Acknowledgement,
    Annotation,
    Provenance
};

inline constexpr std::size_t kKindCount = 21;

/// All kinds in order, for loops.
constexpr std::array<Kind, kKindCount> allKinds() {
    std::array<Kind, kKindCount> kinds{};
    for (std::size_t i = 0; i < kKindCount; ++i)
        kinds[i] = static_cast<Kind>(i);
    return kinds;
}

} // namespace corridor
