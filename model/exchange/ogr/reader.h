// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exchange/wire.h"

namespace corridor {

/// What readForeign() of vector.h promises, done here and now: with GDAL in this process. For corridor-worker alone;
/// loading GDAL takes longer than a whole check of the sample plan, and it is not trusted with foreign files in a
/// process that holds edits. Tables go out as they are read; throws Error.
void ogrRead(const WorkerRequest& request, AnswerWriter& answer);

} // namespace corridor
