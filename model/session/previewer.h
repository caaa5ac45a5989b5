// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/session.h"

#include <unordered_map>

namespace corridor {

/// Up to these sizes previews route all services anew; beyond them paths are held.
inline constexpr std::size_t kLiveServices = 300;
inline constexpr std::size_t kLiveSpans = 3000;

/// Answers "what if this step" while the mouse is down.
class Session::Previewer {
public:
    /// `base`: the newest assessment, may be null or of an earlier revision.
    Preview preview(const Plan& before, const ChangeSet& step, EntityId scenario, int year, bool english,
                    std::shared_ptr<const Assessment> base);

private:
    void routeLive(const EntitySet& entities, const ChangeSet& step, int year, bool english, const Assessment* base,
                   Preview& out);
    void remeasure(const EntitySet& entities, const ChangeSet& step, bool english,
                   const std::shared_ptr<const Assessment>& base, Preview& out);
    void startScratch(const std::shared_ptr<const Assessment>& base);
    void restoreScratch();
    void patchNode(EntityId node, const EntitySet& entities);
    void patchSpan(const Span& span);

    // For held paths: the base's input with the step's spans patched in, and what to restore before the next step.
    std::shared_ptr<const Assessment> mBase;
    LatencyInput mScratch;
    std::vector<LinkIndex> mPatchedSpans;
    std::vector<NodeIndex> mPatchedNodes;
    std::unordered_map<EntityId, std::vector<std::size_t>> mRoutesOver; // span → indices in the base's routes
};

} // namespace corridor
