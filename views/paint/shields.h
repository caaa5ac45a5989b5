// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paint/clip.h"
#include "views/paint/labels.h"

#include <QPainter>

#include <span>
#include <vector>

namespace corridor {

/// The pill that bears a road's number.

/// What it covers when its text starts at @p baseline.
QRectF shieldBox(const QString& ref, QPointF baseline, qreal scale = 1);
/// Where its text starts when it lies with its middle on a pixel.
QPointF shieldBaseline(const QString& ref, QPointF middle, qreal scale = 1);
void paintShield(QPainter& painter, const QString& ref, QPointF baseline, Theme theme, qreal scale = 1);

/// Where along a road its number may stand: many places, of which the label placer takes one every 250 px at most, and
/// only such as neither hide nor cross anything.
std::vector<LabelRequest> shieldRequests(const QString& ref, std::span<const LinePiece> pieces);

} // namespace corridor
