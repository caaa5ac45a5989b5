// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/entityset.h"

#include <QIcon>

namespace corridor {

/// The sign of an object as the map draws it: kind, status, size and fibre; follows a change of theme. For kinds that
/// the map does not draw, their line icon.
QIcon objectIcon(const EntityRef& object);
/// The sign of a whole kind, for legends and layer trees.
QIcon kindIcon(Kind kind);

} // namespace corridor
