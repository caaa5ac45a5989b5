// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/id.h"

#include <QObject>

#include <unordered_set>
#include <vector>

namespace corridor {

/// What is selected and what is under the pointer, shared by map, tree, inspector and tables. Not undoable, does not
/// modify.
class Selection : public QObject {
    Q_OBJECT
public:
    explicit Selection(QObject* parent = nullptr);

    /// In the order of selecting; each id once.
    const std::vector<EntityId>& ids() const { return mIds; }
    bool contains(EntityId id) const;
    bool isEmpty() const { return mIds.empty(); }
    /// The only selected object, or null.
    EntityId single() const { return mIds.size() == 1 ? mIds.front() : EntityId{}; }

    void set(std::vector<EntityId> ids);
    void toggle(EntityId id);
    void clear() { set({}); }

    EntityId hovered() const { return mHovered; }
    void setHovered(EntityId id);

    /// The service whose primary and backup are shown on the map; null = none. Follows the selection of a service or
    /// finding.
    EntityId shownService() const { return mShownService; }
    void setShownService(EntityId service);

Q_SIGNALS:
    void changed();
    void hoveredChanged();
    void shownServiceChanged();
    /// Somebody asks the map to bring these objects into view (a click in a list).
    void zoomRequested(const std::vector<corridor::EntityId>& ids);

private:
    std::vector<EntityId> mIds;
    std::unordered_set<EntityId> mMembers; ///< the same, to look up
    EntityId mHovered;
    EntityId mShownService;
};

} // namespace corridor
