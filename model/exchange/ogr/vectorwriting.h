// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exchange/vectorfile.h"

namespace corridor {

/// What toVectorFile() promises, done here and now: with GDAL in this process. For corridor-worker alone.
std::vector<OutputPart> ogrToVectorFile(const VectorOutput& output);

} // namespace corridor
