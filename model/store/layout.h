// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/schema.h"

#include <QByteArray>

#include <vector>

namespace corridor {

/// Where one field of a kind is kept in the file: in one column, in two (a second position: `<name>_lon`,
/// `<name>_lat`), or in a detail table `<table>_<name>` (lists of references, values by year).
struct FieldPlace {
    const Field* field = nullptr;
    int index = 0;                   ///< of the field in the schema
    std::vector<QByteArray> columns; ///< empty for a detail table
    QByteArray sqlType;              ///< of each column
    QByteArray detailTable;          ///< empty unless the field has one

    bool isDetail() const { return !detailTable.isEmpty(); }
    bool isGeometry() const { return sqlType == "POINT" || sqlType == "LINESTRING" || sqlType == "POLYGON"; }
    /// The column of a detail table that holds the value: "ref_id", or the field's name for values by year.
    QByteArray detailColumn() const {
        return field->type == FieldType::References ? QByteArray("ref_id") : QByteArray(field->name);
    }
    /// "seq" for lists of references, "year" for values by year.
    QByteArray detailKey() const { return field->type == FieldType::References ? "seq" : "year"; }
};

/// The places of all fields of a kind in file order, made once from the schema.
struct TableLayout {
    const EntitySchema* schema = nullptr;
    std::vector<FieldPlace> places;
    int geometry = -1; ///< index in `places` of the geometry column "geom"; −1 = none

    bool hasGeometry() const { return geometry >= 0; }
    QByteArray table() const { return schema->table; }
    QByteArray rtree() const { return "rtree_" + table() + "_geom"; }
};

const TableLayout& layoutOf(Kind kind);

} // namespace corridor
