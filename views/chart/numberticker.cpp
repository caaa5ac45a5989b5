// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chart/numberticker.h"

#include "views/paint/numbertext.h"

#include <algorithm>
#include <cmath>

namespace corridor {

namespace {

constexpr int mostDecimals = 6;

int decimalsOf(double value, double finest) {
    int decimals = 0;
    for (double scaled = value; decimals < mostDecimals && std::abs(scaled - std::round(scaled)) > finest; ++decimals) {
        scaled *= 10;
        finest *= 10;
    }
    return decimals;
}

} // namespace

QVector<QString> NumberTicker::createLabelVector(const QVector<double>& ticks, const QLocale&, QChar, int) {
    double largest = 0;
    for (const double tick : ticks)
        largest = std::max(largest, std::abs(tick));
    const double rounding = largest * 1e-9; // ticks are sums of steps: 0.30000000000000004
    int decimals = 0;
    for (const double tick : ticks)
        decimals = std::max(decimals, decimalsOf(tick, rounding));
    QVector<QString> labels;
    labels.reserve(ticks.size());
    for (const double tick : ticks)
        labels += fixedText(tick, decimals);
    return labels;
}

} // namespace corridor
