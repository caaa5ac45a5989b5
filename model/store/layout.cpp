// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/layout.h"

#include <array>

namespace corridor {

namespace {

QByteArray sqlTypeOf(FieldType type) {
    switch (type) {
    case FieldType::Text:
    case FieldType::Enumeration:
    case FieldType::Date:
        return "TEXT"; // dates may be a year or month only, which the DATE of GeoPackage cannot say
    case FieldType::Real:
        return "REAL";
    case FieldType::Integer:
    case FieldType::Reference:
        return "INTEGER";
    case FieldType::Boolean:
        return "BOOLEAN";
    case FieldType::Point:
        return "POINT";
    case FieldType::Line:
        return "LINESTRING";
    case FieldType::Polygon:
        return "POLYGON";
    case FieldType::Reals:
        return "BLOB";
    case FieldType::References:
    case FieldType::YearReals:
        return {};
    }
    return {};
}

FieldPlace placeOf(const EntitySchema& schema, int index) {
    FieldPlace place;
    place.field = &schema.fields[static_cast<std::size_t>(index)];
    place.index = index;
    place.sqlType = sqlTypeOf(place.field->type);
    const QByteArray name = place.field->name;
    if (place.sqlType.isEmpty()) {
        place.detailTable = QByteArray(schema.table) + '_' + name;
    } else if (place.field->type == FieldType::Point && name != "geom") {
        place.columns = {name + "_lon", name + "_lat"};
        place.sqlType = "REAL";
    } else {
        place.columns = {name};
    }
    return place;
}

TableLayout makeLayout(Kind kind) {
    TableLayout layout;
    layout.schema = &schemaOf(kind);
    for (int i = 0; i < static_cast<int>(layout.schema->fields.size()); ++i) {
        layout.places.push_back(placeOf(*layout.schema, i));
        if (layout.places.back().isGeometry())
            layout.geometry = i;
    }
    return layout;
}

} // namespace

const TableLayout& layoutOf(Kind kind) {
    static const auto layouts = [] {
        std::array<TableLayout, kKindCount> all;
        for (const Kind each : allKinds())
            all[static_cast<std::size_t>(each)] = makeLayout(each);
        return all;
    }();
    return layouts[static_cast<std::size_t>(kind)];
}

} // namespace corridor
