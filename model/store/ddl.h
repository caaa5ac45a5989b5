// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/layout.h"

#include <QStringList>

namespace corridor {

class Database;

/// The format this program writes, and the first program version that reads it.
inline constexpr int kFormatVersion = 1;
inline constexpr const char* kFormatNeedsProgram = "0.1.0";

/// Detail rows per bound: what the change log and the lineage keep.
inline constexpr int kChangeLogRows = 10000;
inline constexpr int kLineageSaves = 20;

/// Makes every table of an empty plan file. `utc` goes into gpkg_contents ("2026-01-31T08:00:00.000Z").
void createTables(Database& database, const QString& utc);

/// Registers a table in gpkg_contents. `dataType` "features" or "attributes".
void registerTable(Database& database, const QString& table, const QString& dataType, const QString& identifier,
                   const QString& utc);

/// A trigger for other programs (we never run any): the R-tree triggers of GeoPackage 1.3 annex F.3 and the feature
/// counts of gpkg_ogr_contents.
struct OwnTrigger {
    QByteArray name, sql;
};
std::vector<OwnTrigger> ownTriggers(const TableLayout& layout);
/// Puts our own text back where a trigger of ours is missing or was altered.
void repairTriggers(Database& database);

/// Says in the head of the file that it is a plan: in the suggested cache size (pages), which desktops see that read
/// the first kilobytes of a file alone. See FORMAT.md and installer/corridor-planner.xml.
inline constexpr int kPlanCachePages = 2027;
void markAsPlan(Database& database);

/// The kinds with a map layer, in file order.
std::vector<Kind> featureKinds();

} // namespace corridor
