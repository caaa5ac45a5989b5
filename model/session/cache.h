// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/assessment.h"
#include "model/session/session.h"

#include <deque>

namespace corridor {

/// The newest whole assessments of a session: undo, redo and going back to a scenario or year find them again without
/// computing.
class Session::Cache {
public:
    /// Returns the one that had to go for it, if any.
    std::shared_ptr<const Assessment> add(std::shared_ptr<const Assessment> assessment);
    void clear() { mAssessments.clear(); }
    /// One whose inputs are those of this state, given the wanted revision; null when there is none.
    std::shared_ptr<const Assessment> find(const EntitySet& entities, EntityId scenario, int year, bool english,
                                           quint64 revision) const;

private:
    static constexpr std::size_t kMost = 12;
    std::deque<std::shared_ptr<const Assessment>> mAssessments; // newest first
};

} // namespace corridor
