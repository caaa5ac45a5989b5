// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/entityset.h"
#include "views/paint/tokens.h"

#include <QHash>

namespace corridor {

/// Where an object stands in time, seen from a year.
enum class Presence { Standing, NotYet, Gone };
Presence presenceOf(const Site& site, int year);
Presence presenceOf(const Junction& junction, int year);
Presence presenceOf(const Span& span, int year);

/// The kinds of fibre that the map tells apart.
enum class FibreClass { G652, G654, HollowCore, Unknown };
/// Fibre classes of a plan by the code of the type. Hollow core is recognised by its group index (below 1.2), G.654 by
/// its name; any other glass counts as G.652.
QHash<QString, FibreClass> fibreClasses(const EntitySet& entities);

/// The colour of a fibre on the map.
Token fibreToken(FibreClass fibre);

/// How a cable is drawn; pixels at scale 1.
struct SpanLook {
    SpanStatus pattern; ///< status, but "removed" for what is gone and "planned" for what will be
    QColor color;
    QColor core; ///< between the two lines of hollow core
    qreal width; ///< of the whole stroke, without casing
    bool dashed;
    bool doubleLine; ///< hollow core
    bool faint;      ///< does not stand in the year
};
/// Pattern says status, colour and structure say fibre; what does not stand in @p year is faint. @p fade: all at 50 %.
SpanLook spanLook(const Span& span, FibreClass fibre, int year, Theme theme, bool fade);
/// Larger is painted later: removed, not standing, existing, planned, building.
int paintRank(const SpanLook& look);
/// The casing is this much wider than the line.
constexpr qreal casingExtraPx = 1.8;

/// What symbol a site gets: its status, but "planned" for what is not there yet in the year and "retired" for what is
/// gone.
SiteStatus siteAppearance(const Site& site, int year);
/// Opacity of symbols of what does not stand in the year.
constexpr qreal faintOpacity = 0.45;

} // namespace corridor
