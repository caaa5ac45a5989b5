// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/cache.h"

#include "model/session/dependencies.h"

namespace corridor {

namespace {

std::shared_ptr<const Assessment> atRevision(const std::shared_ptr<const Assessment>& found, quint64 revision) {
    if (found->revision == revision)
        return found;
    auto copy = std::make_shared<Assessment>(*found);
    copy->revision = revision;
    for (Run& run : copy->runs)
        run.revision = revision;
    return copy;
}

} // namespace

std::shared_ptr<const Assessment> Session::Cache::add(std::shared_ptr<const Assessment> assessment) {
    mAssessments.push_front(std::move(assessment));
    if (mAssessments.size() <= kMost)
        return nullptr;
    std::shared_ptr<const Assessment> oldest = std::move(mAssessments.back());
    mAssessments.pop_back();
    return oldest;
}

std::shared_ptr<const Assessment> Session::Cache::find(const EntitySet& entities, EntityId scenario, int year,
                                                       bool english, quint64 revision) const {
    for (const auto& candidate : mAssessments) {
        if (candidate->scenario != scenario || candidate->year != year || candidate->english != english)
            continue;
        if (staleBetween(candidate->input->entities, entities) == kNoResults)
            return atRevision(candidate, revision);
    }
    return nullptr;
}

} // namespace corridor
