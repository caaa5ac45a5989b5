// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/changecodec.h"

#include "model/plan/schema.h"
#include "model/store/rowcodec.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

namespace corridor {

namespace {

// Positions in the array of one change.
enum Part { kScenarioPart, kKindPart, kIdPart, kStatePart, kPatchPart, kFieldsPart, kPartCount };

QByteArray pointBytes(std::span<const LonLat> points) {
    RealList reals;
    reals.reserve(points.size() * 2);
    for (const LonLat& point : points) {
        reals.push_back(point.lon);
        reals.push_back(point.lat);
    }
    return realsToBlob(reals);
}

std::optional<std::vector<LonLat>> pointsFrom(const QByteArray& bytes) {
    const auto reals = realsFromBlob(bytes);
    if (!reals || reals->size() % 2 != 0)
        return std::nullopt;
    std::vector<LonLat> out;
    for (std::size_t i = 0; i < reals->size(); i += 2)
        out.push_back({(*reals)[i], (*reals)[i + 1]});
    return out;
}

struct CborOf {
    QCborValue operator()(std::monostate) const { return QCborValue(QCborValue::Null); }
    QCborValue operator()(bool value) const { return value; }
    QCborValue operator()(qint64 value) const { return value; }
    QCborValue operator()(double value) const { return value; }
    QCborValue operator()(const QString& value) const { return value; }
    QCborValue operator()(const Date& value) const { return value.toString(); }
    QCborValue operator()(const EntityId& value) const { return static_cast<qint64>(value.value); }
    QCborValue operator()(const LonLat& value) const {
        return value.isValid() ? QCborValue(pointBytes({&value, 1})) : QCborValue(QCborValue::Null);
    }
    QCborValue operator()(const Line& value) const { return pointBytes(value); }
    QCborValue operator()(const Polygon& value) const {
        QCborArray rings;
        for (const auto& ring : value.rings)
            rings.append(pointBytes(ring));
        return rings;
    }
    QCborValue operator()(const RefList& value) const {
        QCborArray ids;
        for (const EntityId id : value)
            ids.append(static_cast<qint64>(id.value));
        return ids;
    }
    QCborValue operator()(const YearReals& value) const {
        QCborArray pairs;
        for (const auto& [year, amount] : value) {
            pairs.append(year);
            pairs.append(amount);
        }
        return pairs;
    }
    QCborValue operator()(const RealList& value) const { return realsToBlob(value); }
};

template <class T>
std::optional<Value> wrapped(std::optional<T> value) {
    return value ? std::optional<Value>(std::move(*value)) : std::nullopt;
}

std::optional<Value> geometryFrom(FieldType type, const QCborValue& cbor) {
    if (type == FieldType::Line)
        return wrapped(pointsFrom(cbor.toByteArray()));
    if (type == FieldType::Point) {
        const auto points = pointsFrom(cbor.toByteArray());
        return points && points->size() == 1 ? std::optional<Value>(points->front()) : std::nullopt;
    }
    Polygon polygon;
    const QCborArray rings = cbor.toArray();
    for (const QCborValue& ring : rings) {
        auto points = pointsFrom(ring.toByteArray());
        if (!points)
            return std::nullopt;
        polygon.rings.push_back(std::move(*points));
    }
    return polygon;
}

Value listFrom(FieldType type, const QCborArray& array) {
    if (type == FieldType::References) {
        RefList ids;
        for (const QCborValue& each : array)
            ids.push_back(EntityId{static_cast<quint64>(each.toInteger())});
        return ids;
    }
    YearReals years;
    for (qsizetype i = 0; i + 1 < array.size(); i += 2)
        years.emplace_back(static_cast<int>(array[i].toInteger()), array[i + 1].toDouble());
    return years;
}

std::optional<Value> valueFrom(const Field& field, const QCborValue& cbor) {
    if (cbor.isNull())
        return Value();
    switch (field.type) {
    case FieldType::Text:
    case FieldType::Enumeration:
        return cbor.isString() ? std::optional<Value>(cbor.toString()) : std::nullopt;
    case FieldType::Real:
        return cbor.isDouble() || cbor.isInteger() ? std::optional<Value>(cbor.toDouble()) : std::nullopt;
    case FieldType::Integer:
        return cbor.isInteger() ? std::optional<Value>(qint64(cbor.toInteger())) : std::nullopt;
    case FieldType::Boolean:
        return cbor.isBool() ? std::optional<Value>(cbor.toBool()) : std::nullopt;
    case FieldType::Date:
        return wrapped(Date::fromString(cbor.toString()));
    case FieldType::Reference:
        return Value(EntityId{static_cast<quint64>(cbor.toInteger())});
    case FieldType::Point:
    case FieldType::Line:
    case FieldType::Polygon:
        return geometryFrom(field.type, cbor);
    case FieldType::References:
    case FieldType::YearReals:
        return listFrom(field.type, cbor.toArray());
    case FieldType::Reals:
        return wrapped(realsFromBlob(cbor.toByteArray()));
    }
    return std::nullopt;
}

QCborArray encodeChange(const Change& change) {
    QCborMap fields;
    const EntitySchema& schema = schemaOf(change.kind);
    const bool patch = change.before.isPresent() && change.after.isPresent();
    for (std::size_t i = 0; change.after.isPresent() && i < schema.fields.size(); ++i) {
        const Value value = schema.fields[i].get(*change.after.entity);
        const bool wanted = patch ? (change.fields >> i) & 1 : !isUnknown(value);
        if (wanted)
            fields.insert(QLatin1String(schema.fields[i].name), std::visit(CborOf{}, value));
    }
    QCborArray out;
    out.append(static_cast<qint64>(change.scenario.value));
    out.append(QLatin1String(schema.table));
    out.append(static_cast<qint64>(change.id.value));
    out.append(static_cast<int>(change.after.state));
    out.append(patch);
    out.append(fields);
    return out;
}

bool applyFields(const QCborMap& fields, const EntitySchema& schema, Entity& entity) {
    for (const auto& [name, cbor] : fields) {
        const Field* field = schema.field(name.toString());
        if (!field)
            continue; // a field of another version
        const auto value = valueFrom(*field, cbor);
        if (!value)
            return false;
        field->set(entity, *value);
    }
    return true;
}

std::optional<Change> decodeChange(const QCborArray& parts, const Plan& plan) {
    const EntitySchema* schema = parts.size() == kPartCount ? schemaOfTable(parts[kKindPart].toString()) : nullptr;
    const qint64 state = parts[kStatePart].toInteger(-1);
    if (!schema || state < 0 || state > static_cast<qint64>(Slot::State::Present))
        return std::nullopt;
    Change change{EntityId{static_cast<quint64>(parts[kScenarioPart].toInteger())},
                  schema->kind,
                  EntityId{static_cast<quint64>(parts[kIdPart].toInteger())},
                  {},
                  {}};
    change.before = plan.slot(change.scenario, change.kind, change.id);
    change.after.state = static_cast<Slot::State>(state);
    if (!change.after.isPresent())
        return change;
    const bool patch = parts[kPatchPart].toBool();
    if (patch && !change.before.isPresent()) { // a few fields alone would make an object that nobody made
        change.after = change.before;
        return change;
    }
    auto entity = patch ? schema->copy(*change.before.entity) : schema->make();
    entity->id = change.id;
    if (!applyFields(parts[kFieldsPart].toMap(), *schema, *entity))
        return std::nullopt;
    change.after.entity = std::move(entity);
    change.fields = changedFields(*schema, change.before.entity.get(), change.after.entity.get());
    return change;
}

} // namespace

QByteArray encodeStep(const ChangeSet& step) {
    QCborArray out;
    for (const Change& change : step.changes)
        out.append(encodeChange(change));
    return QCborValue(out).toCbor();
}

std::optional<ChangeSet> decodeStep(const QByteArray& bytes, const Plan& plan) {
    QCborParserError error;
    const QCborValue cbor = QCborValue::fromCbor(bytes, &error);
    if (error.error != QCborError::NoError || !cbor.isArray())
        return std::nullopt;
    ChangeSet step;
    const QCborArray changes = cbor.toArray();
    for (const QCborValue& each : changes) {
        auto change = decodeChange(each.toArray(), plan);
        if (!change)
            return std::nullopt;
        if (!change->after.entity && change->after.state == change->before.state)
            continue;
        for (const Slot* slot : {&change->before, &change->after})
            if (slot->entity)
                step.dirty = step.dirty.united(extentOf(change->kind, *slot->entity));
        step.changes.push_back(std::move(*change));
    }
    return step;
}

} // namespace corridor
