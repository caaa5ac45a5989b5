// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/schema.h"

#include <QMap>
#include <QStringList>

#include <optional>
#include <vector>

namespace corridor {

/// Choices of the user over what a column means: column name → field name, with a unit in brackets where the numbers
/// are in another ("it_power_mw [kW]"); an empty field name leaves the column out.
using ColumnChoices = QMap<QString, QString>;

/// What one column of a foreign table is to one kind of object.
struct ColumnTarget {
    enum class Part {
        Nothing,   ///< unknown, or left out by choice
        Id,        ///< the id of the object
        Value,     ///< the field as text; codes for references
        Longitude, ///< half of a field of type Point
        Latitude
    };
    Part part = Part::Nothing;
    int field = -1;      ///< index in the schema
    bool chosen = false; ///< Nothing on purpose: not worth a warning
    bool again = false;  ///< Nothing because a column before it says the same
    QString unit = {};   ///< of the column's numbers where it is not the field's: "kW" (unitfactor.h)
};

/// The meaning of each column, by (in this order): `choices`, the field's name, the name with _id replaced by _code,
/// known aliases ("lon", "geometry_wkt", "entity_code"), the label in English or in the language shown. Case and
/// surrounding blanks do not count; a unit in brackets behind it ("IT power (kW)") must be one that the field's can be
/// made from, else the column is Nothing. Two columns for the same thing: the first counts, the other is Nothing.
/// Throws Error (Usage) when a choice names a field that there is not.
std::vector<ColumnTarget> mapColumns(const EntitySchema& schema, const QStringList& columns,
                                     const ColumnChoices& choices = {});

/// What a ColumnChoices value says of that target: "it_power_mw", "from_code", "lon", "id"; empty for Nothing.
QString fieldNameOf(const EntitySchema& schema, const ColumnTarget& target);

/// The columns that an export of this kind writes, ready for mapColumns: "id", then the fields, geometry last.
struct ExportColumn {
    QString name;
    ColumnTarget target;
};
std::vector<ExportColumn> exportColumns(const EntitySchema& schema);

/// The kind a table or file name stands for: its table name or the plural of it ("span", "spans"); any case.
std::optional<Kind> kindOfTableName(const QString& name);
/// Whether plan files hold the list of some field in a table of this name: "service_gbps".
bool isPlanListName(const QString& table);
/// The file name of a kind in a folder of CSV files, without extension: "spans".
QString fileNameOfKind(Kind kind);

/// The kind whose fields fit the columns best among those with that geometry (nothing = all kinds); nothing when no
/// kind fits (fewer than two columns known) or two fit equally well. Lines are spans and polygons are areas whatever
/// their columns.
std::optional<Kind> guessKind(const QStringList& columns, std::optional<FieldType> geometry);

} // namespace corridor
