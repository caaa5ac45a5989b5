// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/layout.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace corridor {

class Statement;

/// Binds the columns of one field, `parameter` being the first of them.
void bindField(Statement& statement, int parameter, const FieldPlace& place, const Value& value);

/// A cell as read: the value, or what was wrong with it. NULL is unknown and never wrong.
struct CellResult {
    Value value;
    std::optional<Message> problem; ///< the value is unknown then
};

/// Reads the columns of one field, `column` being the first of them, and checks the value against the schema. Lenient
/// where other programs differ: whole numbers for decimals, decimals without a fraction for whole numbers, any SQLite
/// type for text.
CellResult readField(const Statement& statement, int column, const FieldPlace& place);

/// Checks a value read from anywhere against the schema; out of range or an unknown word becomes unknown with the
/// reason.
CellResult checked(const Field& field, Value value);

/// The known fields of an object as JSON, without the geometry "geom": numbers as numbers, second positions as [lon,
/// lat], values by year as
/// {"2027": 400}, ids as numbers. What `overlay.payload` holds.
QJsonObject payloadOf(const TableLayout& layout, const Entity& entity);
/// One field from a payload.
CellResult fieldFromJson(const Field& field, const QJsonValue& json);

/// Doubles as little-endian bytes and back; nothing when the length is no multiple of 8.
QByteArray realsToBlob(const RealList& values);
std::optional<RealList> realsFromBlob(QByteArrayView blob);

} // namespace corridor
