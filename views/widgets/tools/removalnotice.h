// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/message.h"
#include "model/plan/entityset.h"

#include <vector>

namespace corridor {

/// What a removal took, kind by kind: "Deleted: 1 site; with it 2 services, 3 spans; 1 risk group lost members".
/// Services come first: a lost circuit is what people must not miss. Notes that go with their object (sources,
/// acknowledgements) are not counted.
/// @param before   the objects before the removal
/// @param asked    what was to be removed
/// @param removed  all that went, `asked` among it
Message removalNotice(const EntitySet& before, const std::vector<EntityId>& asked,
                      const std::vector<EntityId>& removed);

} // namespace corridor
