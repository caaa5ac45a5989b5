// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace corridor {

/// Runs corridor-worker on one request of wire.h and returns its whole answer. Blocks, so call it off the window's
/// thread. @p subject names what is read or written in messages. The worker is found beside the program, in the build's
/// bin, or where CORRIDOR_WORKER says. Throws Error: Environment when it cannot be started, FileContent when it breaks
/// down over the file or exceeds its limits of time and memory.
QByteArray askWorker(const QByteArray& request, const QString& subject);

} // namespace corridor
