// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/entityset.h"

namespace corridor {

EntityRef EntitySet::find(Kind kind, EntityId id) const {
    EntityRef found{kind, nullptr};
    eachType(EntityTypes{}, [&]<class T>(T*) {
        if (T::kKind == kind)
            found.ptr = table<T>().find(id);
    });
    return found;
}

EntityRef EntitySet::find(EntityId id) const {
    EntityRef found;
    eachType(EntityTypes{}, [&]<class T>(T*) {
        if (found.ptr)
            return;
        if (const auto& row = table<T>().find(id))
            found = EntityRef{T::kKind, row};
    });
    return found;
}

std::size_t EntitySet::count(Kind kind) const {
    std::size_t n = 0;
    eachType(EntityTypes{}, [&]<class T>(T*) {
        if (T::kKind == kind)
            n = table<T>().size();
    });
    return n;
}

std::size_t EntitySet::count() const {
    std::size_t n = 0;
    eachType(EntityTypes{}, [&]<class T>(T*) { n += table<T>().size(); });
    return n;
}

EntitySet EntitySet::with(std::vector<Update> updates) const {
    std::sort(updates.begin(), updates.end(), [](const Update& a, const Update& b) { return a.id < b.id; });
    EntitySet out = *this;
    eachType(EntityTypes{}, [&]<class T>(T*) {
        std::vector<typename Table<T>::Update> mine;
        for (const Update& update : updates)
            if (update.kind == T::kKind)
                mine.push_back({update.id, std::static_pointer_cast<const T>(update.entity)});
        if (!mine.empty())
            std::get<Table<T>>(out.mTables) = table<T>().with(mine);
    });
    return out;
}

bool EntitySet::sameContent(const EntitySet& a, const EntitySet& b) {
    bool same = true;
    eachType(EntityTypes{}, [&]<class T>(T*) {
        if (!same)
            return;
        Table<T>::diff(a.table<T>(), b.table<T>(),
                       [&](EntityId, const std::shared_ptr<const T>& x, const std::shared_ptr<const T>& y) {
                           same = x && y && *x == *y;
                           return same;
                       });
    });
    return same;
}

} // namespace corridor
