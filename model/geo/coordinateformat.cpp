// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/geo/coordinatetext.h"

#include <algorithm>
#include <cmath>

namespace corridor {
namespace {

std::string padded(long long value, int width) {
    std::string digits = std::to_string(value);
    return std::string(std::max<std::size_t>(digits.size(), static_cast<std::size_t>(width)) - digits.size(), '0') +
           digits;
}

/// @p units of 10^-decimals as a decimal number whose whole part has at least @p width digits.
std::string decimalText(long long units, int decimals, int width) {
    long long scale = 1;
    for (int i = 0; i < decimals; ++i)
        scale *= 10;
    const std::string whole = padded(units / scale, width);
    return decimals == 0 ? whole : whole + "." + padded(units % scale, decimals);
}

constexpr const char* degreeSign = "\u00b0";
constexpr const char* minuteSign = "\u2032";
constexpr const char* secondSign = "\u2033";

} // namespace

std::string formatAngle(double degrees, Axis axis, AngleStyle style, int decimals) {
    const bool isLongitude = axis == Axis::Longitude;
    if (!(std::abs(degrees) <= (isLongitude ? 180.0 : 90.0)))
        return {};
    const bool isDecimal = style == AngleStyle::Decimal;
    const bool isMinute = style == AngleStyle::DegreeMinute;
    const int places = decimals < 0 ? (isDecimal ? 4 : isMinute ? 3 : 1) : std::min(decimals, 9);
    // Rounded once, in units of the last decimal, so that 59.96 seconds carry into the minutes.
    const long long unitsPerPart = std::llround(std::pow(10.0, places));
    const long long partsPerDegree = isDecimal ? 1 : isMinute ? 60 : 3600;
    const long long units =
        std::llround(std::abs(degrees) * static_cast<double>(partsPerDegree) * static_cast<double>(unitsPerPart));
    const long long unitsPerDegree = partsPerDegree * unitsPerPart;
    const bool isNegative = degrees < 0.0 && units != 0;
    std::string text = isLongitude ? (isNegative ? "W " : "E ") : (isNegative ? "S " : "N ");
    if (isDecimal)
        return text + decimalText(units, places, 1) + degreeSign;
    text += std::to_string(units / unitsPerDegree) + degreeSign;
    const long long rest = units % unitsPerDegree;
    if (isMinute)
        return text + decimalText(rest, places, 2) + minuteSign;
    text += padded(rest / (60 * unitsPerPart), 2) + minuteSign;
    return text + decimalText(rest % (60 * unitsPerPart), places, 2) + secondSign;
}

std::string formatLonLat(const LonLat& position, AngleStyle style, int decimals) {
    if (!position.isValid())
        return {};
    return formatAngle(position.lon, Axis::Longitude, style, decimals) + " " +
           formatAngle(position.lat, Axis::Latitude, style, decimals);
}

} // namespace corridor
