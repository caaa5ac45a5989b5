// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/prospect.h"

#include <array>
#include <unordered_map>

namespace corridor {

/// The findings that decide about the round trips of all services, found at once: as limitFinding(), which looks
/// through all findings for one of them.
class PathLimits {
public:
    /// @p prospect: as a step under the mouse leaves them; may be null. Both must outlive this.
    explicit PathLimits(const Assessment& assessment, const Prospect* prospect = nullptr);

    /// Of the primary or the backup path of a service; null when nothing limits it.
    const Finding* of(EntityId service, bool backup) const;

private:
    void take(const Finding& finding);

    std::unordered_map<EntityId, std::array<const Finding*, 2>> mLimits; ///< primary, backup
};

} // namespace corridor
