// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exchange/source.h"

#include <optional>

namespace corridor {

/// What a column of our workbooks is called whatever its language: the second line of its heading,
/// "site.it_power_mw"; "span.geometry_wkt.2" goes on where a cell of the first had no more room.
struct StableName {
    QString table, column;
    int part = 1;

    QString toString() const;
    friend bool operator==(const StableName&, const StableName&) = default;
};

/// The stable name at the end of a heading; nothing when it has none.
std::optional<StableName> stableNameOf(const QString& heading);

/// Stands for every table, or every column, in the sheet of words.
inline constexpr char kAnyName[] = "*";
/// The table name of the sheet of words, and its columns: table, column, word as stored, word as shown.
inline constexpr char kWordTable[] = "words";

/// Makes of the sheets of one file what importing expects, if they are those of a workbook of ours: tables get the name
/// of their kind, columns their plain names, shown words become stored ones, cells that were continued are whole again,
/// guards are taken away, dates are ISO dates. Sheets of results, charts and words are dropped, and so is the first one
/// if it has no stable names. Sheets that others added stay as they are. Files that are none of ours stay as they are;
/// returns whether it was one.
bool adoptWorkbook(std::vector<SourceTable>& sheets);

} // namespace corridor
