// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exchange/mapping.h"
#include "model/exchange/source.h"

namespace corridor {

/// What the user says of one table of foreign files. What is not said is found out.
struct TableChoice {
    QString table;                     ///< name of the layer, sheet or file; any case; empty = every table
    std::optional<FieldType> geometry; ///< only tables of this geometry; nothing = any
    bool leaveOut = false;
    std::optional<Kind> kind;
    std::optional<SourceSystem> system;
    ColumnChoices columns;
    bool matchByName = false; ///< rows without a code are the object of their name, if there is exactly one

    bool fits(const SourceTable& of) const;
    friend bool operator==(const TableChoice&, const TableChoice&) = default;
};

/// Choices for the tables of files that come again and again: what the file for `corridor import --map` holds, and what
/// the window remembers.
struct ImportMapping {
    QByteArray encoding; ///< empty = found out
    std::optional<double> snapM;
    std::vector<TableChoice> tables; ///< the first that fits counts

    /// Null when none fits.
    const TableChoice* choiceFor(const SourceTable& of) const;
    friend bool operator==(const ImportMapping&, const ImportMapping&) = default;
};

/// JSON, UTF-8, keys in fixed order: the same mapping gives the same bytes.
QByteArray mappingToJson(const ImportMapping& mapping);
/// Reads it back; `file` is named in messages. Throws Error (FileContent) for what is no such file, names a kind or
/// system that there is not, or holds a key that this version does not know.
ImportMapping mappingFromJson(const QByteArray& json, const QString& file);

} // namespace corridor
