// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/error.h"
#include "model/geo/coordinatetext.h"
#include "model/plan/references.h"
#include "model/plan/settings.h"
#include "model/rules/judge.h"
#include "views/widgets/canvas/dragtext.h"
#include "views/widgets/panels/fieldeditor.h"

#include <QCoreApplication>
#include <QLocale>

namespace corridor {

namespace {

QString tr(const char* text, const char* comment = nullptr, int n = -1) {
    return QCoreApplication::translate("FieldEditor", text, comment, n);
}

QString namesOf(const RefList& ids, const EntitySet& entities, bool english) {
    QStringList names;
    for (const EntityId id : ids)
        names += nameOf(entities, id, english);
    return names.join(QStringLiteral(", "));
}

std::optional<Value> referenceFrom(const Field& field, Kind kind, const QString& text, const EntitySet& entities,
                                   QString* why) {
    std::span<const Kind> kinds;
    for (const ReferenceRule& rule : referenceRules(kind))
        if (QLatin1String(rule.field->name) == QLatin1String(field.name))
            kinds = rule.targets;
    if (const EntityRef found = findByName(entities, kinds, text))
        return Value(found->id);
    *why = tr("No single object is called “%1”; choose one of the list.").arg(text);
    return std::nullopt;
}

std::optional<Value> numberValue(const Field& field, const QString& text, QString* why) {
    const std::optional<double> number = numberFromText(text);
    if (!number || (field.type == FieldType::Integer && *number != static_cast<double>(static_cast<qint64>(*number)))) {
        *why = (field.type == FieldType::Integer ? tr("“%1” is not a whole number.") : tr("“%1” is not a number."))
                   .arg(text);
        return std::nullopt;
    }
    return field.type == FieldType::Integer ? Value(static_cast<qint64>(*number)) : Value(*number);
}

std::optional<Value> placeValue(const QString& text, QString* why) {
    if (const std::optional<LonLat> place = parseLonLat(text.toStdString()))
        return Value(*place);
    *why = tr("“%1” is no position; write for example 112.4941, 40.5303.").arg(text);
    return std::nullopt;
}

} // namespace

QString severalText() {
    return tr("Several values");
}

std::optional<double> numberFromText(const QString& text) {
    QString plain = text;
    plain.replace(QChar(0x2212), u'-');
    for (const char16_t space : {u' ', u'\u2009', u'\u00a0', u'\u202f'})
        plain.remove(QChar(space));
    bool ok = false;
    const double number = QLocale::c().toDouble(plain, &ok);
    return ok ? std::optional(number) : std::nullopt;
}

QString fieldText(const Field& field, const Value& value, const EntitySet& entities, bool english) {
    switch (field.type) {
    case FieldType::Reference:
        if (const auto* id = std::get_if<EntityId>(&value); id && !id->isNull())
            return nameOf(entities, *id, english);
        return {};
    case FieldType::References:
        if (const auto* ids = std::get_if<RefList>(&value))
            return namesOf(*ids, entities, english);
        return {};
    case FieldType::Line:
        if (const auto* line = std::get_if<Line>(&value))
            return tr("%n points", nullptr, int(line->size()));
        return {};
    case FieldType::Polygon:
        if (const auto* polygon = std::get_if<Polygon>(&value))
            return tr("%n rings", nullptr, int(polygon->rings.size()));
        return {};
    case FieldType::Reals:
        if (const auto* reals = std::get_if<RealList>(&value))
            return tr("%n values", nullptr, int(reals->size()));
        return {};
    case FieldType::Point:
        if (const auto* place = std::get_if<LonLat>(&value))
            return QString::fromStdString(formatLonLat(*place, AngleStyle::Decimal, 5));
        return {};
    case FieldType::Enumeration:
        if (const auto* word = std::get_if<QString>(&value))
            return wordLabel(field, *word);
        return {};
    default:
        return valueToText(value);
    }
}

std::optional<Value> fieldValue(const Field& field, Kind kind, const QString& text, const EntitySet& entities,
                                QString* why) {
    const QString trimmed = text.trimmed();
    if (field.type == FieldType::Text)
        return Value(text);
    if (trimmed.isEmpty())
        return Value();
    switch (field.type) {
    case FieldType::Real:
    case FieldType::Integer:
        return numberValue(field, trimmed, why);
    case FieldType::Reference:
        return referenceFrom(field, kind, trimmed, entities, why);
    case FieldType::Point:
        return placeValue(trimmed, why);
    case FieldType::Date:
        if (const std::optional<Date> date = Date::fromString(trimmed))
            return Value(*date);
        *why = tr("“%1” is no date; write 2027, 2027-09 or 2027-09-30.").arg(trimmed);
        return std::nullopt;
    default:
        break;
    }
    try {
        return valueFromText(field, trimmed);
    } catch (const Error& error) {
        *why = error.sentence().text();
        return std::nullopt;
    }
}

} // namespace corridor
