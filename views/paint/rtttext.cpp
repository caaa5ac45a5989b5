// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/rtttext.h"

#include "views/paint/numbertext.h"

#include <cmath>

namespace corridor {

namespace {

constexpr int mostDecimals = 6;

/// Whether the rounded value tells on which side of the limit the value is.
bool tellsSide(double ms, double limitMs, int decimals) {
    const double shown = QString::number(ms, 'f', decimals).toDouble();
    return ms < limitMs ? shown < limitMs : ms > limitMs ? shown > limitMs : true;
}

} // namespace

QString plainText(double value) {
    const QString digits = QString::number(std::abs(value), 'g', 6);
    return value < 0 ? QChar(0x2212) + digits : digits;
}

QString msText(double ms, std::optional<double> limitMs) {
    int decimals = 2;
    if (limitMs)
        while (decimals < mostDecimals && !tellsSide(ms, *limitMs, decimals))
            ++decimals;
    return fixedText(ms, decimals);
}

} // namespace corridor
