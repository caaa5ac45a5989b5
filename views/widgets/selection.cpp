// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/selection.h"

#include <algorithm>
#include <unordered_set>

namespace corridor {

Selection::Selection(QObject* parent)
    : QObject(parent) {}

bool Selection::contains(EntityId id) const {
    return mMembers.contains(id);
}

void Selection::set(std::vector<EntityId> ids) {
    std::vector<EntityId> unique;
    std::unordered_set<EntityId> seen; // a selection may be the whole plan
    for (const EntityId id : ids)
        if (!id.isNull() && seen.insert(id).second)
            unique.push_back(id);
    if (unique == mIds)
        return;
    mIds = std::move(unique);
    mMembers = std::move(seen);
    Q_EMIT changed();
}

void Selection::toggle(EntityId id) {
    std::vector<EntityId> ids = mIds;
    const auto it = std::find(ids.begin(), ids.end(), id);
    if (it != ids.end())
        ids.erase(it);
    else
        ids.push_back(id);
    set(std::move(ids));
}

void Selection::setHovered(EntityId id) {
    if (id == mHovered)
        return;
    mHovered = id;
    Q_EMIT hoveredChanged();
}

void Selection::setShownService(EntityId service) {
    if (service == mShownService)
        return;
    mShownService = service;
    Q_EMIT shownServiceChanged();
}

} // namespace corridor
