// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

#include <span>
#include <vector>

namespace corridor {

/// A symbol that wants to stand at a place. Pixels.
struct FanItem {
    QPointF place;
    qreal radius;
};

/// Where symbols stand so that each can be told from the others: at their places; but where one would hide another,
/// they and whatever their circle would reach stand around their common middle, side by side, each in the direction of
/// its place as far as that goes. One answer for each item. The same input gives the same answer; the order of the
/// items decides only between symbols at the very same place, the first stands at the top.
std::vector<QPointF> fannedOut(std::span<const FanItem> items);

/// Symbols whose places are nearer than this part of the radius of the larger hide each other.
inline constexpr qreal hidingShare = 0.9;
/// How far from its place a symbol is moved at most, as a rule: what is further away need not be looked at.
inline constexpr qreal farthestFanPx = 150;

} // namespace corridor
