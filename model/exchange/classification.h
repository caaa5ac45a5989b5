// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exchange/importer.h"

namespace corridor {

/// What a foreign table is thought to be.
struct Classification {
    std::optional<Kind> kind; ///< nothing: see below
    bool isDetail = false;    ///< lists of other objects, "service_gbps"
    bool leftOutByChoice = false;
    std::optional<Message> problem; ///< why it is none of these
};

/// By the user's choice for the table, else for all tables (as far as its geometry can be of that kind), else by its
/// name, else by its columns and geometry. Empty columns of details and scenarios are never objects to import.
Classification classify(const SourceTable& table, const ImportOptions& options);

/// The choices that hold for one table: those of the mapping, then those for every table.
ColumnChoices columnChoicesFor(const SourceTable& table, const ImportOptions& options);
std::optional<SourceSystem> systemChoiceFor(const SourceTable& table, const ImportOptions& options);

} // namespace corridor
