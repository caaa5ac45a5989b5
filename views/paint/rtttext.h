// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace corridor {

/// As few digits as the value has: "5", "0.5".
QString plainText(double value);
/// Milliseconds with two decimals, or as many (up to six) as it takes to see on which side of the limit they are
/// (4.997, not 5.00).
QString msText(double ms, std::optional<double> limitMs = std::nullopt);

} // namespace corridor
