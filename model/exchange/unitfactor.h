// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <optional>

namespace corridor {

/// A number in one unit, in another: `times` or `over` is 1, so that 700 kW are exactly 0.7 MW.
struct UnitFactor {
    double times = 1, over = 1;

    double of(double value) const { return value * times / over; }
    bool isOne() const { return times == over; }
    friend bool operator==(const UnitFactor&, const UnitFactor&) = default;
};

/// From a unit that people write ("kW", "万千瓦", "万元", "Gbps") to that of a field ("MW", "M CNY", "Gbit/s"). Nothing
/// when they measure different things or one is not known. Case counts where it changes the meaning (mW is none).
std::optional<UnitFactor> unitFactor(QStringView from, QStringView to);

} // namespace corridor
