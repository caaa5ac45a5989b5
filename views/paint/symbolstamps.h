// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paint/symbols.h"

namespace corridor {

/// As paintSite() and paintJunction() at scale 1, but where the painter draws upright pixels from a picture that is
/// kept (per thread): a national plan has thousands of symbols and few kinds of them. A symbol then stands within an
/// eighth of a device pixel of its place.
void stampSite(QPainter& painter, QPointF at, SiteKind kind, SiteStatus status, int siteClass, Theme theme);
void stampJunction(QPainter& painter, QPointF at, JunctionRole role, Theme theme);

} // namespace corridor
