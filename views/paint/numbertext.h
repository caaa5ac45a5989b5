// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace corridor {

/// A number with fixed decimals (0 or more), a true minus and thin spaces between thousands: the way numbers are
/// written everywhere on screen and on paper.
QString fixedText(double value, int decimals);

} // namespace corridor
