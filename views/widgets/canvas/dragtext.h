// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paint/numbertext.h"
#include "views/paint/rtttext.h"
#include "views/widgets/canvas/dragpreview.h"

namespace corridor {

// Numbers and sentences of a gesture, the same at the cursor, in the budget bar and in the status line.

/// "Q13 ≤ 5 ms", or "≤ 5 ms" without a clause.
QString limitTag(const PathChange& change);
/// "6.1 km of fibre to spare", "14.3 km of fibre over"; in ms where kilometres are unknown; empty without a limit.
QString marginText(const PathChange& change);
/// The same, short enough for a column: "6.1 km to spare", "14.3 km over".
QString marginShort(const PathChange& change);
/// Second line of the cursor card: limit and margin, or what stands in their place.
QString cardLine(const DragPreview& preview);

} // namespace corridor
