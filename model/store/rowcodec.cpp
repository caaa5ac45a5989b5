// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/rowcodec.h"

#include "model/store/database.h"
#include "model/store/geometryblob.h"

#include <QJsonArray>
#include <QtEndian>

#include <sqlite3.h>

#include <cmath>
#include <cstring>

namespace corridor {

namespace {

CellResult broken(const Field& field, const QString& shown) {
    return {{}, message(CORRIDOR_MSG("“%1” cannot hold “%2”."), field.labelText(), shown.left(60))};
}

std::optional<EntityId> idFrom(qint64 number) {
    if (number <= 0 || static_cast<quint64>(number) > kMaxEntityId)
        return std::nullopt;
    return EntityId{static_cast<quint64>(number)};
}

std::optional<qint64> wholeNumber(double real) {
    if (!(std::fabs(real) <= 9007199254740992.0) || real != std::trunc(real))
        return std::nullopt;
    return static_cast<qint64>(real);
}

std::optional<Value> numberFor(FieldType type, double real, std::optional<qint64> whole) {
    if (!whole)
        whole = wholeNumber(real);
    switch (type) {
    case FieldType::Real:
        return Value(real);
    case FieldType::Integer:
        return whole ? std::optional<Value>(*whole) : std::nullopt;
    case FieldType::Boolean:
        return whole && (*whole == 0 || *whole == 1) ? std::optional<Value>(*whole == 1) : std::nullopt;
    case FieldType::Reference: {
        if (whole && *whole == 0)
            return Value();
        const auto id = whole ? idFrom(*whole) : std::nullopt;
        return id ? std::optional<Value>(*id) : std::nullopt;
    }
    default:
        return std::nullopt;
    }
}

std::optional<Value> textFor(FieldType type, const QString& text) {
    if (type == FieldType::Text || type == FieldType::Enumeration)
        return text.isEmpty() ? Value() : Value(text);
    if (type != FieldType::Date)
        return std::nullopt;
    if (text.isEmpty())
        return Value();
    const auto date = Date::fromString(text.trimmed());
    return date ? std::optional<Value>(*date) : std::nullopt;
}

std::optional<Value> cellFor(const Statement& statement, int column, FieldType type) {
    const bool wantsText = type == FieldType::Text || type == FieldType::Enumeration || type == FieldType::Date;
    switch (statement.type(column)) {
    case SQLITE_INTEGER:
        if (!wantsText)
            return numberFor(type, static_cast<double>(statement.integer(column)), statement.integer(column));
        return textFor(type, statement.text(column));
    case SQLITE_FLOAT:
        if (!wantsText)
            return numberFor(type, statement.real(column), std::nullopt);
        return textFor(type, statement.text(column));
    case SQLITE_TEXT:
        return wantsText ? textFor(type, statement.text(column)) : std::nullopt;
    case SQLITE_BLOB:
        if (type == FieldType::Point || type == FieldType::Line || type == FieldType::Polygon)
            return geometryFromBlob(statement.blobView(column), type);
        if (type == FieldType::Reals)
            if (auto reals = realsFromBlob(statement.blobView(column)))
                return Value(std::move(*reals));
        return std::nullopt;
    default:
        return Value();
    }
}

CellResult readPosition(const Statement& statement, int column, const Field& field) {
    if (statement.isNull(column) && statement.isNull(column + 1))
        return {};
    const auto lon = cellFor(statement, column, FieldType::Real), lat = cellFor(statement, column + 1, FieldType::Real);
    if (!lon || !lat || isUnknown(*lon) || isUnknown(*lat))
        return broken(field, statement.text(column) + u' ' + statement.text(column + 1));
    return checked(field, LonLat{std::get<double>(*lon), std::get<double>(*lat)});
}

struct JsonOf {
    QJsonValue operator()(std::monostate) const { return {}; }
    QJsonValue operator()(bool value) const { return value; }
    QJsonValue operator()(qint64 value) const { return value; }
    QJsonValue operator()(double value) const { return value; }
    QJsonValue operator()(const QString& value) const { return value; }
    QJsonValue operator()(const Date& value) const { return value.toString(); }
    QJsonValue operator()(const EntityId& value) const { return static_cast<qint64>(value.value); }
    QJsonValue operator()(const LonLat& value) const {
        return value.isValid() ? QJsonValue(QJsonArray{value.lon, value.lat}) : QJsonValue();
    }
    QJsonValue operator()(const Line&) const { return {}; }
    QJsonValue operator()(const Polygon&) const { return {}; }
    QJsonValue operator()(const RefList& value) const {
        QJsonArray out;
        for (const EntityId id : value)
            out.append(static_cast<qint64>(id.value));
        return out;
    }
    QJsonValue operator()(const YearReals& value) const {
        QJsonObject out;
        for (const auto& [year, amount] : value)
            out.insert(QString::number(year), amount);
        return out;
    }
    QJsonValue operator()(const RealList& value) const {
        QJsonArray out;
        for (const double each : value)
            out.append(each);
        return out;
    }
};

std::optional<Value> listFromJson(FieldType type, const QJsonValue& json) {
    const QJsonArray array = json.toArray();
    if (type == FieldType::YearReals && json.isObject()) {
        YearReals years; // QJsonObject sorts its keys, and all years have four digits
        const QJsonObject object = json.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (!it.value().isDouble())
                return std::nullopt;
            years.emplace_back(it.key().toInt(), it.value().toDouble());
        }
        return years;
    }
    if (!json.isArray())
        return std::nullopt;
    if (type == FieldType::Point)
        return array.size() == 2 ? std::optional<Value>(LonLat{array[0].toDouble(999), array[1].toDouble(999)})
                                 : std::nullopt;
    RealList reals;
    RefList ids;
    for (const QJsonValue& each : array) {
        const auto id = idFrom(each.toInteger());
        if (!each.isDouble() || (type == FieldType::References && !id))
            return std::nullopt;
        type == FieldType::References ? ids.push_back(*id) : reals.push_back(each.toDouble());
    }
    return type == FieldType::References ? Value(std::move(ids)) : Value(std::move(reals));
}

} // namespace

void bindField(Statement& statement, int parameter, const FieldPlace& place, const Value& value) {
    if (place.columns.size() == 2) {
        const auto* point = std::get_if<LonLat>(&value);
        const bool known = point && point->isValid();
        known ? statement.bind(parameter, point->lon).bind(parameter + 1, point->lat)
              : statement.bindNull(parameter).bindNull(parameter + 1);
    } else if (place.isGeometry()) {
        statement.bindBlob(parameter, geometryToBlob(value));
    } else if (const auto* real = std::get_if<double>(&value)) {
        statement.bind(parameter, *real);
    } else if (const auto* whole = std::get_if<qint64>(&value)) {
        statement.bind(parameter, *whole);
    } else if (const auto* flag = std::get_if<bool>(&value)) {
        statement.bind(parameter, qint64(*flag ? 1 : 0));
    } else if (const auto* id = std::get_if<EntityId>(&value)) {
        statement.bind(parameter, static_cast<qint64>(id->value));
    } else if (const auto* reals = std::get_if<RealList>(&value)) {
        reals->empty() ? statement.bindNull(parameter) : statement.bindBlob(parameter, realsToBlob(*reals));
    } else if (isUnknown(value)) {
        statement.bindNull(parameter);
    } else {
        statement.bind(parameter, valueToText(value));
    }
}

CellResult checked(const Field& field, Value value) {
    if (isUnknown(value))
        return {};
    if (auto problem = field.check(value))
        return {{}, std::move(problem)};
    return {std::move(value), std::nullopt};
}

CellResult readField(const Statement& statement, int column, const FieldPlace& place) {
    if (place.columns.size() == 2)
        return readPosition(statement, column, *place.field);
    auto value = cellFor(statement, column, place.field->type);
    if (!value)
        return broken(*place.field,
                      statement.type(column) == SQLITE_BLOB ? QStringLiteral("BLOB") : statement.text(column));
    return checked(*place.field, std::move(*value));
}

QJsonObject payloadOf(const TableLayout& layout, const Entity& entity) {
    QJsonObject out;
    for (const FieldPlace& place : layout.places) {
        if (place.isGeometry())
            continue;
        const QJsonValue json = std::visit(JsonOf{}, place.field->get(entity));
        if (!json.isNull())
            out.insert(QLatin1String(place.field->name), json);
    }
    return out;
}

CellResult fieldFromJson(const Field& field, const QJsonValue& json) {
    if (json.isUndefined() || json.isNull())
        return {};
    std::optional<Value> value;
    if (json.isBool())
        value = field.type == FieldType::Boolean ? std::optional<Value>(json.toBool()) : std::nullopt;
    else if (json.isString())
        value = textFor(field.type, json.toString());
    else if (json.isDouble())
        value = numberFor(field.type, json.toDouble(), std::nullopt);
    else
        value = listFromJson(field.type, json);
    return value ? checked(field, std::move(*value)) : broken(field, json.toVariant().toString());
}

QByteArray realsToBlob(const RealList& values) {
    QByteArray out(static_cast<qsizetype>(values.size() * 8), Qt::Uninitialized);
    for (std::size_t i = 0; i < values.size(); ++i) {
        quint64 bits;
        std::memcpy(&bits, &values[i], 8);
        qToLittleEndian(bits, out.data() + i * 8);
    }
    return out;
}

std::optional<RealList> realsFromBlob(QByteArrayView blob) {
    if (blob.size() % 8 != 0)
        return std::nullopt;
    RealList out(static_cast<std::size_t>(blob.size() / 8));
    for (std::size_t i = 0; i < out.size(); ++i) {
        const quint64 bits = qFromLittleEndian<quint64>(blob.data() + i * 8);
        std::memcpy(&out[i], &bits, 8);
        if (!std::isfinite(out[i]))
            return std::nullopt;
    }
    return out;
}

} // namespace corridor
