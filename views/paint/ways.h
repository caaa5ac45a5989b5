// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paint/clip.h"
#include "views/paint/tokens.h"

#include <QPainter>

#include <span>

namespace corridor {

/// Roads and railways as the base map draws them, from pieces of lines in pixels. A piece's startsAt keeps dashes and
/// ticks at their places while the map moves. @p scale multiplies widths, dashes and ticks (print).

/// A fill of 1.5 px in a casing of 2.6; where two roads meet, their fills join.
void paintExpressways(QPainter& painter, std::span<const LinePiece> pieces, Theme theme, qreal scale = 1);
/// 2.2 px with land-coloured dashes of 6-6 px inside.
void paintHighSpeedRailways(QPainter& painter, std::span<const LinePiece> pieces, Theme theme, qreal scale = 1);
/// 1 px with ticks of 3.4 px every 9.
void paintRailways(QPainter& painter, std::span<const LinePiece> pieces, Theme theme, qreal scale = 1);

} // namespace corridor
