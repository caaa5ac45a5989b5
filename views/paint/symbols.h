// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/entities.h"
#include "model/plan/finding.h"
#include "views/paint/tokens.h"

#include <QPainter>
#include <QPainterPath>
#include <QPointF>
#include <QRectF>

#include <optional>

namespace corridor {

// The signs of the program, drawn as geometry: sharp at every size and device pixel ratio. `scale` 1 gives the sizes of
// the screen at 100 %. All functions leave the painter as they found it.

// -- Sites --------------------------------------------------------------------------------------------------------

/// Size and tint of a site: 0 below 1 EFLOPS or unknown, 1 below 10, 2 below 100, 3 from 100.
int siteClass(std::optional<double> computePflops);
/// Distance from the middle to the corners, pixels at scale 1.
qreal siteRadius(int siteClass);
Token siteToken(int siteClass);
/// The outline of a site of a kind about the origin, for hit tests too.
QPainterPath siteShape(SiteKind kind, qreal radius);
void paintSite(QPainter& painter, QPointF at, SiteKind kind, SiteStatus status, int siteClass, Theme theme,
               qreal scale = 1);

// -- Junctions ----------------------------------------------------------------------------------------------------

constexpr qreal junctionRadius = 3.1;
void paintJunction(QPainter& painter, QPointF at, JunctionRole role, Theme theme, qreal scale = 1);

// -- Verdicts -----------------------------------------------------------------------------------------------------

/// Filled = binding clause, counts, pins and review; outlined = guiding clause.
enum class MarkFill { Filled, Outlined };
/// Usual mark sizes in pixels are 14, 17 and 22.
void paintVerdictMark(QPainter& painter, QPointF center, qreal size, Verdict verdict, MarkFill fill, Theme theme);
/// The pen beside the mark of a declared clause; @p center is its own.
void paintDeclaredPen(QPainter& painter, QPointF center, qreal size, Theme theme);
/// An area filled by verdict: met solid, near dots, broken hatched at 45°, others outlined.
void paintVerdictArea(QPainter& painter, const QRectF& area, Verdict verdict, Theme theme);
/// A filled mark of 15 px on a disc: the pin of a near or broken span.
void paintVerdictPin(QPainter& painter, QPointF center, Verdict verdict, Theme theme, qreal scale = 1);
/// Foreground colour of a verdict's mark, halo and line.
Token verdictToken(Verdict verdict);
/// Colour of a text or number that carries a verdict.
Token verdictTextToken(Verdict verdict);

// -- Interaction --------------------------------------------------------------------------------------------------

enum class SnapKind { End, Midpoint, Vertex, Crossing, AlongLine, Foot, Grid };
/// "End", "Midpoint", ... in the language of the program.
QString snapKindName(SnapKind kind);
void paintSnapMark(QPainter& painter, QPointF center, SnapKind kind, Theme theme, qreal scale = 1);
/// 7 px white handle on a vertex; @p active is the one under the pointer.
void paintHandle(QPainter& painter, QPointF center, Theme theme, bool active = false, qreal scale = 1);
/// The ring of a selected site or junction whose symbol has the given radius.
void paintSelectionRing(QPainter& painter, QPointF center, qreal symbolRadius, Theme theme, qreal scale = 1);
/// The × of a cut (32 px) or of a cable to be removed (small).
void paintCross(QPainter& painter, QPointF center, qreal size, const QColor& color, qreal penWidth);
/// The round mark of a cable that is cut in a what-if.
void paintCutMark(QPainter& painter, QPointF center, Theme theme, qreal scale = 1);

// -- Provenance ---------------------------------------------------------------------------------------------------

/// Where a shown value comes from: the confidence of an entered one, or computed.
enum class ValueOrigin { Measured, Official, Estimated, Assumed, Computed };
ValueOrigin valueOrigin(Confidence confidence);
/// 9 px dot; colour-free, the filling tells.
void paintProvenanceDot(QPainter& painter, QPointF center, ValueOrigin origin, const QColor& color, qreal scale = 1);

} // namespace corridor
