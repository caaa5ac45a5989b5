// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/calc/latencyinput.h"
#include "model/plan/finding.h"

namespace corridor {

/// Spans in service whose recorded fibre length is shorter than their drawn line ("length-below-line"; a tolerance of 1
/// % for drawing errors): a line that was drawn anew, or a node that moved, after the fibre was measured. Round-trip
/// times follow the recorded length, so they would be too good. Guiding; ascending span id.
std::vector<Finding> lengthProblems(const LatencyInput& input);

} // namespace corridor
