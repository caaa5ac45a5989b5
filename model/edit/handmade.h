// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/plan.h"

#include <vector>

namespace corridor {

/// A value that somebody sets by hand no longer comes from where its source says: that row would vouch for a number
/// that stands nowhere in it. Puts into `changes`, for the objects whose `field` has a recorded source (a row of its
/// own, or "*"), a row of the field's own: assumed, `source`, `today`, without range. Fields that name an object (code,
/// name, note) have no source of their own and keep "*".
void markHandMade(ChangeBuilder& changes, const std::vector<EntityId>& subjects, Kind kind, QStringView field,
                  const QString& source, Date today);

} // namespace corridor
