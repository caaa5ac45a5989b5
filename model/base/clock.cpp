// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/clock.h"

namespace corridor {

Clock systemClock() {
    return [] { return QDateTime::currentDateTimeUtc(); };
}

} // namespace corridor
