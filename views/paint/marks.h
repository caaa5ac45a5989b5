// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/finding.h"
#include "views/paint/tokens.h"

#include <QRectF>

class QPainter;

namespace corridor {

/// Filled = binding clause, and wherever marks are counted or pinned to the map; Outlined = guiding clause.
enum class MarkStyle { Filled, Outlined };

/// How sure a shown value is; the first four as `Confidence`, Computed for values that the program worked out.
enum class ProvenanceMark { Measured, Official, Estimated, Assumed, Computed };

/// The style of a clause's mark.
MarkStyle markStyle(Severity severity);

/// Draws the mark of a verdict into the largest square centred in `box` (14, 17 or 22 device-independent px are the
/// usual sides). Shape and glyph differ for each verdict, so that colour is never alone; NotApplicable is a bare dash.
void drawVerdictMark(QPainter& painter, const QRectF& box, Verdict verdict, MarkStyle style, Theme theme);

/// Draws the 9 px provenance dot around a centre: full, half, ring, dashed ring or a sum sign, without colour.
void drawProvenanceMark(QPainter& painter, const QPointF& centre, ProvenanceMark mark, Theme theme);

} // namespace corridor
