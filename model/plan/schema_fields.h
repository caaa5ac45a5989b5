// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/schema.h"

namespace corridor {

// How a member of an entity struct becomes a Field: the conversions between C++ members and Value, chosen by the
// member's type.

template <class T>
struct ValueOf {
    static Value to(const T& member) { return Value(member); }
    static void from(T& member, const Value& value) {
        member = std::holds_alternative<T>(value) ? std::get<T>(value) : T{};
    }
};

template <>
struct ValueOf<double> {
    static Value to(double member) { return member; }
    static void from(double& member, const Value& value) {
        if (const auto* real = std::get_if<double>(&value))
            member = *real;
        else if (const auto* integer = std::get_if<qint64>(&value))
            member = static_cast<double>(*integer);
    }
};

template <>
struct ValueOf<std::optional<double>> {
    static Value to(const std::optional<double>& member) { return member ? Value(*member) : Value(); }
    static void from(std::optional<double>& member, const Value& value) {
        member.reset();
        double real = 0;
        if (!isUnknown(value)) {
            ValueOf<double>::from(real, value);
            member = real;
        }
    }
};

template <>
struct ValueOf<std::optional<qint64>> {
    static Value to(const std::optional<qint64>& member) { return member ? Value(*member) : Value(); }
    static void from(std::optional<qint64>& member, const Value& value) {
        const auto* integer = std::get_if<qint64>(&value);
        member = integer ? std::optional<qint64>(*integer) : std::nullopt;
    }
};

template <>
struct ValueOf<std::optional<LonLat>> {
    static Value to(const std::optional<LonLat>& member) { return member ? Value(*member) : Value(); }
    static void from(std::optional<LonLat>& member, const Value& value) {
        const auto* point = std::get_if<LonLat>(&value);
        member = point ? std::optional<LonLat>(*point) : std::nullopt;
    }
};

template <>
struct ValueOf<QString> {
    static Value to(const QString& member) { return member.isEmpty() ? Value() : Value(member); }
    static void from(QString& member, const Value& value) {
        const auto* text = std::get_if<QString>(&value);
        member = text ? *text : QString();
    }
};

template <>
struct ValueOf<Date> {
    static Value to(const Date& member) { return member.isNull() ? Value() : Value(member); }
    static void from(Date& member, const Value& value) {
        const auto* date = std::get_if<Date>(&value);
        member = date ? *date : Date{};
    }
};

template <>
struct ValueOf<EntityId> {
    static Value to(const EntityId& member) { return member.isNull() ? Value() : Value(member); }
    static void from(EntityId& member, const Value& value) {
        const auto* id = std::get_if<EntityId>(&value);
        member = id ? *id : EntityId{};
    }
};

template <class>
struct MemberOf;
template <class Owner, class Type>
struct MemberOf<Type Owner::*> {
    using OwnerType = Owner;
    using MemberType = Type;
};

template <class T>
constexpr FieldType fieldTypeOf() {
    if constexpr (std::is_same_v<T, QString>)
        return FieldType::Text;
    else if constexpr (std::is_same_v<T, double> || std::is_same_v<T, std::optional<double>>)
        return FieldType::Real;
    else if constexpr (std::is_same_v<T, std::optional<qint64>>)
        return FieldType::Integer;
    else if constexpr (std::is_same_v<T, bool>)
        return FieldType::Boolean;
    else if constexpr (std::is_same_v<T, Date>)
        return FieldType::Date;
    else if constexpr (std::is_same_v<T, EntityId>)
        return FieldType::Reference;
    else if constexpr (std::is_same_v<T, LonLat> || std::is_same_v<T, std::optional<LonLat>>)
        return FieldType::Point;
    else if constexpr (std::is_same_v<T, Line>)
        return FieldType::Line;
    else if constexpr (std::is_same_v<T, Polygon>)
        return FieldType::Polygon;
    else if constexpr (std::is_same_v<T, RefList>)
        return FieldType::References;
    else if constexpr (std::is_same_v<T, YearReals>)
        return FieldType::YearReals;
    else
        return FieldType::Reals;
}

/// A field whose member is not an enumeration.
template <auto Member>
constexpr Field field(const char* name, const char* label, const char* unit = "",
                      double low = -std::numeric_limits<double>::infinity(),
                      double high = std::numeric_limits<double>::infinity()) {
    using Info = MemberOf<decltype(Member)>;
    using Owner = typename Info::OwnerType;
    using Type = typename Info::MemberType;
    Field out{name, label, fieldTypeOf<Type>(), unit, low, high};
    out.required = std::is_same_v<Type, double> || std::is_same_v<Type, LonLat> || std::is_same_v<Type, bool>;
    out.get = [](const Entity& entity) { return ValueOf<Type>::to(static_cast<const Owner&>(entity).*Member); };
    out.set = [](Entity& entity, const Value& value) {
        ValueOf<Type>::from(static_cast<Owner&>(entity).*Member, value);
    };
    return out;
}

/// A field whose member is an enumeration; `Words[i]` belongs to the enumerator with value i.
template <auto Member, const auto& Words>
constexpr Field enumField(const char* name, const char* label) {
    using Info = MemberOf<decltype(Member)>;
    using Owner = typename Info::OwnerType;
    using Type = typename Info::MemberType;
    Field out{name, label, FieldType::Enumeration};
    out.required = true;
    out.words = std::span<const EnumWord>(Words);
    out.get = [](const Entity& entity) {
        return Value(
            QString::fromLatin1(Words[static_cast<std::size_t>(static_cast<const Owner&>(entity).*Member)].word));
    };
    out.set = [](Entity& entity, const Value& value) {
        const auto* word = std::get_if<QString>(&value);
        for (std::size_t i = 0; word && i < std::size(Words); ++i)
            if (*word == QLatin1String(Words[i].word))
                static_cast<Owner&>(entity).*Member = static_cast<Type>(i);
    };
    return out;
}

template <class T>
constexpr EntitySchema makeSchema(const char* table, const char* label, const char* prefix, bool overlaid,
                                  FieldType geometry, std::span<const Field> fields) {
    EntitySchema schema{T::kKind, table, label, prefix, overlaid, geometry, fields, nullptr, nullptr, nullptr};
    schema.make = []() -> std::shared_ptr<Entity> { return std::make_shared<T>(); };
    schema.copy = [](const Entity& entity) -> std::shared_ptr<Entity> {
        return std::make_shared<T>(static_cast<const T&>(entity));
    };
    schema.equal = [](const Entity& a, const Entity& b) {
        return static_cast<const T&>(a) == static_cast<const T&>(b);
    };
    return schema;
}

} // namespace corridor
