// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/planfile.h"

namespace corridor {

class Database;

/// What was read from a plan file: the plan, and what the next Save has to put right in the file.
struct PlanState {
    Plan plan;
    std::vector<Run> runs;
    OpenReport report;
    QString planId, saveId; ///< 32 hex digits; `saveId` empty before the first save

    /// A row without an id, or with one that another row has, and the id it got.
    struct NewId {
        Kind kind;
        qint64 fid;
        EntityId id;
    };
    std::vector<NewId> newIds;
    /// Objects whose `plan_row` does not say what the table says: edited elsewhere since our Save.
    std::vector<std::pair<Kind, EntityId>> foreign;
    /// The same for rows of overlays: scenario and object.
    std::vector<std::pair<EntityId, EntityId>> foreignOverlay;
    bool hasOrphans = false;

    /// Whether the file differs from the plan although the user changed nothing.
    bool needsRepair() const { return !newIds.empty() || !foreign.empty() || !foreignOverlay.empty() || hasOrphans; }
};

/// Reads the format version; throws an Error that names the version needed when the file is newer than this program, or
/// says that it is no plan. `shownPath` goes into sentences.
int checkFormat(Database& database, const QString& shownPath);

/// Reads everything from a database of the current format.
PlanState readState(Database& database);

} // namespace corridor
