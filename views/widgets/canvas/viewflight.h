// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paint/viewport.h"

namespace corridor {

/// The view at a part (0 to 1) of the way between two views of the same projection and size: the scale changes evenly
/// by factors, and the picture zooms about the one place that stands still. 0 and 1 give the views themselves.
Viewport viewBetween(const Viewport& from, const Viewport& to, double part);

} // namespace corridor
