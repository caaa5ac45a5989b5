// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paint/tokens.h"

#include <QPainter>
#include <QRectF>

namespace corridor {

/// Signs of the base map for legends and layer trees, across a rectangle at its middle.

/// A provincial border as the map draws it: band and dashes.
void paintBorderSign(QPainter& painter, const QRectF& rect, Theme theme);
void paintWaterSign(QPainter& painter, const QRectF& rect, Theme theme);

} // namespace corridor
