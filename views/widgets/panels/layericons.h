// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace corridor {

/// What of the base map can be switched on and off.
enum class BaseLayer { PlaceNames, Railways, Expressways, Borders, Water };

/// A swatch of a layer as the map draws it, for layer trees: wider than high. Follows a change of theme.
QIcon baseLayerIcon(BaseLayer layer);

} // namespace corridor
