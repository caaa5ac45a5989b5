// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <functional>

namespace corridor {

/// The time of day as an argument, so that tests fix it. Always UTC.
using Clock = std::function<QDateTime()>;

/// The system's clock.
Clock systemClock();

} // namespace corridor
