// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/schema.h"

#include <QString>

#include <vector>

namespace corridor {

/// What a column of an object table shows that is not simply one field.
enum class TableFigure {
    None,      ///< a field of the schema
    Icon,      ///< the sign of the object
    Title,     ///< the name in the language shown; of a nameless span its ends
    OtherName, ///< the name in the other language
    RouteKm,
    FibreKm,
    RttMs ///< both directions
};

/// One column of the table of a kind of object.
struct TableColumn {
    QString key;                  ///< of settings and tests: the field's name, or "icon", "title", "route_km" …
    const Field* field = nullptr; ///< null = computed; Title and OtherName: see nameField()
    TableFigure figure = TableFigure::None;
    bool shown = true; ///< until the user says otherwise

    /// Right-aligned and never cut: numbers and dates.
    bool isNumber() const;
    /// Unit as fields write it ("MW"); empty = none.
    QString unit() const;
};

/// The columns of a kind: first those shown from the start, in the order in which they are read, then all further
/// fields that fit a cell.
const std::vector<TableColumn>& tableColumns(Kind kind);

/// The field that a column edits and shows in the language of names; null for computed columns.
const Field* fieldOfColumn(Kind kind, const TableColumn& column, bool english);
/// "IT power MW": the header, with the unit in the language of the installed translators.
QString columnLabel(Kind kind, const TableColumn& column, bool english);

} // namespace corridor
