// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/assessment.h"

namespace corridor {

// The result tables of capacity and energy, as resulttables.h describes them. Internal to model/session.

ResultTable spanLoadTable(const Assessment& assessment);
ResultTable siteEnergyTable(const Assessment& assessment);
ResultTable provinceEnergyTable(const Assessment& assessment);

} // namespace corridor
