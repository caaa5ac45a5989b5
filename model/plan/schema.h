// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/message.h"
#include "model/plan/entities.h"

#include <limits>
#include <memory>
#include <optional>
#include <span>

namespace corridor {

/// What a field holds; decides its column type in the file and its editor in the inspector.
enum class FieldType {
    Text,
    Real,
    Integer,
    Boolean,
    Date,
    Enumeration,
    Reference,
    Point,
    Line,
    Polygon,
    References,
    YearReals,
    Reals
};

/// One word of an enumeration: as stored in files (`word`) and as shown (`label`, English source in the context
/// "Word").
struct EnumWord {
    const char* word;
    const char* label;
};

/// One field of one kind of object: the single description that the file, exchange, inspector, hash and recovery log
/// are made from.
struct Field {
    const char* name;  ///< column name, unit included: "it_power_mw"
    const char* label; ///< English label, context "Field"
    FieldType type;
    const char* unit = ""; ///< as shown behind the value; empty = none
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    bool required = false; ///< unknown is refused
    std::span<const EnumWord> words = {};
    Value (*get)(const Entity&) = nullptr;        ///< enumerations come as their word (QString)
    void (*set)(Entity&, const Value&) = nullptr; ///< precondition: check() accepted the value

    /// Whether `value` may be stored here; otherwise the sentence that says why not (names the field and the legal
    /// range or words).
    std::optional<Message> check(const Value& value) const;
    /// The label in the language of the installed translators.
    QString labelText() const;
};

/// One kind of object.
struct EntitySchema {
    Kind kind;
    const char* table;             ///< table name in the file: "span"
    const char* label;             ///< English singular, context "Kind"
    const char* codePrefix;        ///< of codes handed out: "GD"
    bool overlaid;                 ///< may differ between scenarios
    FieldType geometry;            ///< Point, Line, Polygon; Text = a table without geometry
    std::span<const Field> fields; ///< in file order; the first four are code, name, name_en, note. At most 64
    std::shared_ptr<Entity> (*make)();
    std::shared_ptr<Entity> (*copy)(const Entity&);
    bool (*equal)(const Entity&, const Entity&);

    const Field* field(QStringView name) const;
    int fieldIndex(QStringView name) const; ///< −1 = none
    QString labelText() const;
};

const EntitySchema& schemaOf(Kind kind);
/// Nothing when no kind has that table name.
const EntitySchema* schemaOfTable(QStringView table);

/// The shown text of an enumeration's word, in the language of the installed translators; the word itself when it is
/// unknown.
QString wordLabel(const Field& field, QStringView word);

/// A mask with bit i set where field i differs between two objects of this kind; all bits when either is null.
quint64 changedFields(const EntitySchema& schema, const Entity* before, const Entity* after);

/// The text form used in CSV, hash and messages: shortest decimals, ISO dates, decimal ids, WKT geometry,
/// "2027=400;2030=800" for values by year, ids separated by spaces. Empty for unknown.
QString valueToText(const Value& value);
/// Reads what valueToText writes for a field of this type; an Error (FileContent) sentence otherwise.
Value valueFromText(const Field& field, const QString& text);

} // namespace corridor
