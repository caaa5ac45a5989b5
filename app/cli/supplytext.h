// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"

namespace corridor {

/// What the spans carry, as a table for people: worst used first. @p all: also spans that carry nothing.
QString capacityText(const Assessment& assessment, const EntitySet& entities, bool all);
/// Load against capacity by year: the busiest span of each, and how many carry too much.
QString capacityByYearText(const std::vector<CapacityResult>& years, const EntitySet& entities);
/// Annual energy, standard coal and carbon of the sites, the provinces and the plan. @p all: also sites of which
/// nothing is known.
QString energyText(const Assessment& assessment, const EntitySet& entities, bool all, bool english);

} // namespace corridor
