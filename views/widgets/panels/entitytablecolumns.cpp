// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/entitytablecolumns.h"

#include "model/plan/unittext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace corridor {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("EntityTable", text);
}

struct FigureName {
    const char* key;
    TableFigure figure;
};
constexpr FigureName figureNames[] = {
    {"icon", TableFigure::Icon},        {"title", TableFigure::Title},      {"other_name", TableFigure::OtherName},
    {"route_km", TableFigure::RouteKm}, {"fibre_km", TableFigure::FibreKm}, {"rtt_ms", TableFigure::RttMs}};

constexpr const char* siteColumns[] = {"icon",
                                       "code",
                                       "title",
                                       "province",
                                       "city",
                                       "kind",
                                       "status",
                                       "key",
                                       "it_power_mw",
                                       "compute_pflops",
                                       "precision",
                                       "pue_annual",
                                       "green_share_pct",
                                       "in_date",
                                       "out_date"};
constexpr const char* spanColumns[] = {"icon",      "code",       "title",    "status", "fibre",
                                       "terrain",   "route_km",   "fibre_km", "rtt_ms", "capacity_gbps",
                                       "pairs_lit", "pairs_dark", "in_date"};
constexpr const char* otherColumns[] = {"icon", "code", "title"};

std::span<const char* const> firstColumns(Kind kind) {
    if (kind == Kind::Site)
        return siteColumns;
    if (kind == Kind::Span)
        return spanColumns;
    return otherColumns;
}

TableColumn columnOf(const EntitySchema& schema, const char* key, bool shown) {
    TableColumn column;
    column.key = QString::fromLatin1(key);
    column.shown = shown;
    for (const FigureName& name : figureNames)
        if (column.key == QLatin1String(name.key))
            column.figure = name.figure;
    if (column.figure == TableFigure::None)
        column.field = schema.field(column.key);
    return column;
}

// Lines, outlines and lists do not fit a cell; the names stand in columns of their own.
bool fitsCell(const Field& field) {
    const QLatin1String name(field.name);
    if (name == QLatin1String("name") || name == QLatin1String("name_en"))
        return false;
    switch (field.type) {
    case FieldType::Line:
    case FieldType::Polygon:
    case FieldType::References:
    case FieldType::YearReals:
    case FieldType::Reals:
        return false;
    default:
        return true;
    }
}

std::vector<TableColumn> makeColumns(Kind kind) {
    const EntitySchema& schema = schemaOf(kind);
    std::vector<TableColumn> columns;
    for (const char* key : firstColumns(kind))
        columns.push_back(columnOf(schema, key, true));
    columns.push_back(columnOf(schema, "other_name", false));
    for (const Field& field : schema.fields) {
        const bool there = std::any_of(columns.begin(), columns.end(),
                                       [&](const TableColumn& column) { return column.field == &field; });
        if (!there && fitsCell(field))
            columns.push_back(columnOf(schema, field.name, kind != Kind::Site && kind != Kind::Span));
    }
    return columns;
}

} // namespace

bool TableColumn::isNumber() const {
    switch (figure) {
    case TableFigure::RouteKm:
    case TableFigure::FibreKm:
    case TableFigure::RttMs:
        return true;
    case TableFigure::None:
        return field &&
               (field->type == FieldType::Real || field->type == FieldType::Integer || field->type == FieldType::Date);
    default:
        return false;
    }
}

QString TableColumn::unit() const {
    switch (figure) {
    case TableFigure::RouteKm:
    case TableFigure::FibreKm:
        return QStringLiteral("km");
    case TableFigure::RttMs:
        return QStringLiteral("ms");
    default:
        return field ? QString::fromUtf8(field->unit) : QString();
    }
}

const std::vector<TableColumn>& tableColumns(Kind kind) {
    static std::array<std::optional<std::vector<TableColumn>>, kKindCount> made;
    auto& columns = made[static_cast<std::size_t>(kind)];
    if (!columns)
        columns = makeColumns(kind);
    return *columns;
}

const Field* fieldOfColumn(Kind kind, const TableColumn& column, bool english) {
    const bool title = column.figure == TableFigure::Title;
    if (title || column.figure == TableFigure::OtherName)
        return schemaOf(kind).field(title == english ? u"name_en" : u"name");
    return column.field;
}

QString columnLabel(Kind kind, const TableColumn& column, bool english) {
    QString label;
    switch (column.figure) {
    case TableFigure::Icon:
        return {};
    case TableFigure::Title:
        label = schemaOf(kind).field(u"name")->labelText();
        break;
    case TableFigure::OtherName:
        label = english ? tr("Chinese name") : schemaOf(kind).field(u"name_en")->labelText();
        break;
    case TableFigure::RouteKm:
        label = tr("Route length");
        break;
    case TableFigure::FibreKm:
        label = tr("Fibre length");
        break;
    case TableFigure::RttMs:
        label = tr("RTT contribution");
        break;
    case TableFigure::None:
        label = column.field->labelText();
        break;
    }
    return withUnit(label, column.unit());
}

} // namespace corridor
