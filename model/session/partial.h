// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/assessment.h"

#include <set>

namespace corridor {

/// In plans with fewer services than this, everything is computed at once.
inline constexpr std::size_t kPartialFromServices = 500;

/// The services that an edit touches: themselves changed, or led over a changed span or through a changed node by
/// `previous`.
std::set<EntityId> touchedServices(const Assessment& previous, const EntitySet& after);

/// The first answer to an edit of a large plan: the touched services routed anew, everything else as before. Null when
/// nothing is to be gained (few services, none touched, routes not stale) or when cancelled.
std::shared_ptr<const Assessment> assessTouched(const Plan& plan, const Assessment& previous, quint64 revision,
                                                const CancelToken& cancel);

} // namespace corridor
