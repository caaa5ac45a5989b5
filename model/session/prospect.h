// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/session.h"

#include <map>
#include <set>

namespace corridor {

/// What a step under the mouse would make of all results, told as the difference to those of the plan as it is: lists,
/// counts and charts show it while the gesture lasts. Immutable once made.
struct Prospect {
    std::shared_ptr<const Assessment> before; ///< never null
    /// Everything with the step, without runs. Null in plans so large that paths are held: there `routes` and the
    /// findings of their services are all that moves, and loads stay.
    std::shared_ptr<const Assessment> after;
    std::vector<ServiceRoute> routes;   ///< of the services the step can affect, ascending id
    std::map<QString, Finding> changed; ///< by key: findings of `before` that come out differently
    std::set<QString> gone;             ///< keys of findings of `before` that are none any more
    std::vector<Finding> added;         ///< that `before` has not; worst first
    std::array<int, 5> counts{};        ///< how many findings that decide have each verdict, indexed by Verdict

    /// The route of a service with the step; null = it has none in this year.
    const ServiceRoute* route(EntityId service) const;
    /// A finding of `before` as the step leaves it: itself, the changed one, or null when it is gone.
    const Finding* now(const Finding& finding) const;
};

/// Puts a preview into the whole. @p step is what it was made of, @p before the assessment of the plan without it, of
/// the same scenario and year. The same figures as assess() would give after the step, apart from names of what the
/// step creates. Null without `before`.
std::shared_ptr<const Prospect> prospectOf(const Session::Preview& preview, const ChangeSet& step,
                                           std::shared_ptr<const Assessment> before);

} // namespace corridor
