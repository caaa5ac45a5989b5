// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/layout.h"
#include "model/store/planstate.h"

#include <unordered_map>
#include <vector>

namespace corridor {

/// One row of an entity table as read. `entity->id` is null until it is known to be the row's own.
struct ReadRow {
    qint64 fid = 0;
    EntityId storedId; ///< as in the file; null when missing or no legal id
    std::shared_ptr<Entity> entity;
};

/// Reads the rows of one kind in order of fid, with their detail rows. Values that cannot stand are left unknown and
/// noted.
class TableReader {
public:
    TableReader(Database& database, Kind kind, PlanState& state)
        : mDatabase(database)
        , mLayout(layoutOf(kind))
        , mState(state) {}

    std::vector<ReadRow> read();

private:
    void readRow(const class Statement& statement, ReadRow& row);
    void readDetails(const FieldPlace& place);
    void noteBadValue(const ReadRow& row, const Message& problem);

    Database& mDatabase;
    const TableLayout& mLayout;
    PlanState& mState;
    std::vector<ReadRow> mRows;
    std::unordered_map<EntityId, ReadRow*> mById; // the row with the lowest fid
};

/// "Span “GD-0047”" for sentences.
QString nameForNotes(Kind kind, const Entity& entity);

} // namespace corridor
