// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/mapping.h"

#include "model/base/error.h"
#include "model/exchange/unitfactor.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <tuple>

namespace corridor {

namespace {

using Part = ColumnTarget::Part;

// Names that other tables use for our fields; the kind is -1 where any kind with that field is meant.
struct Alias {
    const char* name;
    int kind;
    const char* field;
};
constexpr Alias kAliases[] = {
    {"key", static_cast<int>(Kind::Setting), "code"},
    {"description", static_cast<int>(Kind::RiskGroup), "note"},
    {"entity_code", -1, "subject_id"},
    {"geometry_wkt", -1, "geom"},
    {"wkt", -1, "geom"},
    {"geometry", -1, "geom"},
    {"编号", -1, "code"},
    {"代码", -1, "code"},
    {"备注", -1, "note"},
    {"说明", -1, "note"},
    {"投产日期", -1, "in_date"},
    {"投产时间", -1, "in_date"},
    {"起点", static_cast<int>(Kind::Span), "from_id"},
    {"终点", static_cast<int>(Kind::Span), "to_id"},
};

#define LABEL(text) QT_TRANSLATE_NOOP("Field", text)
constexpr const char* kLongitudeNames[] = {"lon", "lng", "long", "longitude", "x"};
constexpr const char* kLatitudeNames[] = {"lat", "latitude", "y"};
constexpr const char* kLongitudeLabel = LABEL("Longitude");
constexpr const char* kLatitudeLabel = LABEL("Latitude");

bool isReference(const Field& field) {
    return field.type == FieldType::Reference;
}

QString codeColumn(const Field& field) {
    const QString name = QString::fromLatin1(field.name);
    return name.endsWith(QStringLiteral("_id")) ? name.chopped(3) + QStringLiteral("_code")
                                                : name + QStringLiteral("_code");
}

// "lon" for the position itself, "centre_lon" for other points.
QString pointPrefix(const Field& field) {
    return qstrcmp(field.name, "geom") == 0 ? QString() : QString::fromLatin1(field.name) + u'_';
}

bool isOneOf(const QString& name, const QString& prefix, std::span<const char* const> words, const char* label) {
    for (const char* word : words)
        if (name == prefix + QLatin1String(word))
            return true;
    return prefix.isEmpty() && (name.compare(QLatin1String(label), Qt::CaseInsensitive) == 0 ||
                                name == QCoreApplication::translate("Field", label).toLower());
}

std::optional<ColumnTarget> pointTarget(const EntitySchema& schema, const QString& name) {
    for (std::size_t i = 0; i < schema.fields.size(); ++i) {
        if (schema.fields[i].type != FieldType::Point)
            continue;
        const QString prefix = pointPrefix(schema.fields[i]);
        if (isOneOf(name, prefix, kLongitudeNames, kLongitudeLabel))
            return ColumnTarget{Part::Longitude, static_cast<int>(i)};
        if (isOneOf(name, prefix, kLatitudeNames, kLatitudeLabel))
            return ColumnTarget{Part::Latitude, static_cast<int>(i)};
    }
    return std::nullopt;
}

std::optional<ColumnTarget> byName(const EntitySchema& schema, const QString& name) {
    if (name == u"id")
        return ColumnTarget{Part::Id, -1};
    if (const int index = schema.fieldIndex(name); index >= 0)
        return ColumnTarget{Part::Value, index};
    for (std::size_t i = 0; i < schema.fields.size(); ++i)
        if (isReference(schema.fields[i]) && name == codeColumn(schema.fields[i]))
            return ColumnTarget{Part::Value, static_cast<int>(i)};
    return std::nullopt;
}

std::optional<ColumnTarget> byAlias(const EntitySchema& schema, const QString& name) {
    for (const Alias& alias : kAliases)
        if (name == QString::fromUtf8(alias.name) && (alias.kind < 0 || alias.kind == static_cast<int>(schema.kind)))
            if (const int index = schema.fieldIndex(QString::fromLatin1(alias.field)); index >= 0)
                return ColumnTarget{Part::Value, index};
    return pointTarget(schema, name);
}

// Blanks between letters and characters are set differently by everyone: "IT 功率" and "IT功率".
QString withoutBlanks(const QString& text) {
    return QString(text).remove(u' ').toLower();
}

std::optional<ColumnTarget> byLabel(const EntitySchema& schema, const QString& name) {
    const QString packed = withoutBlanks(name);
    for (std::size_t i = 0; i < schema.fields.size(); ++i)
        if (packed == withoutBlanks(QString::fromLatin1(schema.fields[i].label)) ||
            packed == withoutBlanks(schema.fields[i].labelText()))
            return ColumnTarget{Part::Value, static_cast<int>(i)};
    return std::nullopt;
}

std::optional<ColumnTarget> byWholeName(const EntitySchema& schema, const QString& column) {
    const QString name = column.trimmed().toLower();
    if (const auto found = byName(schema, name))
        return found;
    if (const auto found = byAlias(schema, name))
        return found;
    return byLabel(schema, name);
}

// "IT power (kW)": the field, and the unit that its numbers are in.
std::optional<ColumnTarget> targetOf(const EntitySchema& schema, const QString& column) {
    if (const auto whole = byWholeName(schema, column))
        return whole;
    static const QRegularExpression withUnit(QStringLiteral("^(.+?)\\s*[(\\[（]([^()\\[\\]（）]+)[)\\]）]$"));
    const QRegularExpressionMatch found = withUnit.match(column.trimmed());
    auto target = found.hasMatch() ? byWholeName(schema, found.captured(1)) : std::nullopt;
    if (!target || target->part != Part::Value)
        return std::nullopt;
    const Field& field = schema.fields[static_cast<std::size_t>(target->field)];
    const QString unit = found.captured(2).trimmed();
    const auto factor = field.type == FieldType::Real ? unitFactor(unit, QString::fromUtf8(field.unit)) : std::nullopt;
    if (!factor)
        return std::nullopt;
    if (!factor->isOne())
        target->unit = unit;
    return target;
}

ColumnTarget chosenTarget(const EntitySchema& schema, const QString& column, const QString& field) {
    if (field.isEmpty())
        return ColumnTarget{Part::Nothing, -1, true};
    const auto target = targetOf(schema, field);
    if (!target)
        throw Error(Blame::Usage,
                    message(CORRIDOR_MSG("Column “%1” cannot become “%2”: objects of kind “%3” have no such field."),
                            column, field, QString::fromLatin1(schema.table)));
    return *target;
}

} // namespace

std::vector<ColumnTarget> mapColumns(const EntitySchema& schema, const QStringList& columns,
                                     const ColumnChoices& choices) {
    std::vector<ColumnTarget> targets;
    QSet<std::pair<int, int>> taken;
    for (const QString& column : columns) {
        const auto choice = choices.constFind(column);
        ColumnTarget target = choice != choices.constEnd() ? chosenTarget(schema, column, *choice)
                                                           : targetOf(schema, column).value_or(ColumnTarget{});
        const std::pair<int, int> place(static_cast<int>(target.part), target.field);
        if (target.part != Part::Nothing && taken.contains(place))
            target = ColumnTarget{Part::Nothing, -1, false, true};
        taken.insert(place);
        targets.push_back(target);
    }
    return targets;
}

QString fieldNameOf(const EntitySchema& schema, const ColumnTarget& target) {
    if (target.part == Part::Id)
        return QStringLiteral("id");
    if (target.part == Part::Nothing || target.field < 0)
        return {};
    const Field& field = schema.fields[static_cast<std::size_t>(target.field)];
    if (target.part == Part::Value)
        return (isReference(field) ? codeColumn(field) : QString::fromLatin1(field.name)) +
               (target.unit.isEmpty() ? QString() : QStringLiteral(" [%1]").arg(target.unit));
    return pointPrefix(field) + (target.part == Part::Longitude ? QStringLiteral("lon") : QStringLiteral("lat"));
}

std::vector<ExportColumn> exportColumns(const EntitySchema& schema) {
    std::vector<ExportColumn> columns{{QStringLiteral("id"), {Part::Id, -1}}}, geometry;
    for (std::size_t i = 0; i < schema.fields.size(); ++i) {
        const Field& field = schema.fields[i];
        const int index = static_cast<int>(i);
        if (field.type == FieldType::Point) {
            columns.push_back({pointPrefix(field) + QStringLiteral("lon"), {Part::Longitude, index}});
            columns.push_back({pointPrefix(field) + QStringLiteral("lat"), {Part::Latitude, index}});
        } else if (field.type == FieldType::Line || field.type == FieldType::Polygon) {
            geometry.push_back({QStringLiteral("geometry_wkt"), {Part::Value, index}});
        } else {
            columns.push_back(
                {isReference(field) ? codeColumn(field) : QString::fromLatin1(field.name), {Part::Value, index}});
        }
    }
    columns.insert(columns.end(), geometry.begin(), geometry.end());
    return columns;
}

QString fileNameOfKind(Kind kind) {
    const QString table = QString::fromLatin1(schemaOf(kind).table);
    return kind == Kind::Series || kind == Kind::Provenance ? table : table + u's';
}

std::optional<Kind> kindOfTableName(const QString& name) {
    const QString lower = name.trimmed().toLower();
    for (const Kind kind : allKinds())
        if (lower == QLatin1String(schemaOf(kind).table) || lower == fileNameOfKind(kind))
            return kind;
    return std::nullopt;
}

std::optional<Kind> guessKind(const QStringList& columns, std::optional<FieldType> geometry) {
    // Only spans have lines and only areas outlines; points may be anything.
    if (geometry == FieldType::Line || geometry == FieldType::Polygon)
        return geometry == FieldType::Line ? Kind::Span : Kind::Area;
    std::optional<Kind> best;
    int most = 1;
    for (const Kind kind : allKinds()) {
        const EntitySchema& schema = schemaOf(kind);
        if (kind == Kind::Scenario || (geometry && schema.geometry != *geometry))
            continue;
        int known = 0;
        for (const ColumnTarget& target : mapColumns(schema, columns))
            known += target.part != Part::Nothing;
        if (known == most)
            best.reset();
        if (known > most) {
            most = known;
            best = kind;
        }
    }
    return best;
}

} // namespace corridor
