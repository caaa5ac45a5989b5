// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exchange/watch.h"
#include "model/exchange/wire.h"

namespace corridor {

/// Runs corridor-worker on one request and returns its answer, taken in as it comes. Blocks, so call it off the
/// window's thread; `watch` is told of progress and stops it: the worker is killed within 0.2 s and Error (Cancelled)
/// thrown. @p subject names what is read or written in messages. The worker is found beside the program, in the build's
/// bin, or where CORRIDOR_WORKER says. Throws Error: Environment when it cannot be started, FileContent when it breaks
/// down over the file or exceeds a limit (app/worker/limits.h), and what the job itself ended with.
AnswerReader askWorker(const WorkerRequest& request, const QString& subject, const ExchangeWatch& watch = {});

} // namespace corridor
