// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/cancel.h"

#include <QString>

#include <functional>

namespace corridor {

/// How far the reading or writing of foreign files is.
struct ExchangeProgress {
    QString file;         ///< as named in messages
    double fraction = -1; ///< of this file, 0–1; negative = not known
    qint64 rows = 0;      ///< read so far from this file
};

/// How a long import or export is watched and stopped. Stopped work ends with Error (Cancelled) within 0.2 s and has
/// changed nothing.
struct ExchangeWatch {
    CancelToken cancel;
    std::function<void(const ExchangeProgress&)> progress; ///< called on the thread that works; may be empty
};

} // namespace corridor
