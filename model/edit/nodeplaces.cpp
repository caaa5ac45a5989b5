// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/nodeplaces.h"

#include "model/edit/checks.h"
#include "model/plan/schema.h"

#include <map>

namespace corridor {

namespace {

constexpr const char* placeFields[] = {"province", "city"};

using Row = std::shared_ptr<const Provenance>;

bool isFromMap(const Row& row) {
    return row && row->source == kBaseMapSource;
}

// The rows about where these nodes lie.
std::map<std::pair<EntityId, QString>, Row> sourcesOf(const ChangeBuilder& changes, const std::set<EntityId>& nodes) {
    std::map<std::pair<EntityId, QString>, Row> rows;
    changes.forEachCurrent(Kind::Provenance, [&](const EntityRef& object) {
        const auto row = std::static_pointer_cast<const Provenance>(object.ptr);
        const bool place = row->field == QLatin1String(placeFields[0]) || row->field == QLatin1String(placeFields[1]);
        if (place && nodes.contains(row->subject))
            rows[{row->subject, row->field}] = row;
    });
    return rows;
}

// One node while its words are looked at.
class Placing {
public:
    Placing(ChangeBuilder& changes, const EntityRef& node, Date today)
        : mChanges(changes)
        , mSchema(schemaOf(node.kind))
        , mNode(mSchema.copy(*node))
        , mToday(today) {}

    QString word(const char* field) const { return valueToText(fieldOf(field).get(*mNode)); }
    /// Whether the word is the base map's to say.
    bool mayWrite(const char* field, const Row& row) const { return row ? isFromMap(row) : word(field).isEmpty(); }

    void write(const char* field, const QString& word, const Row& row) {
        fieldOf(field).set(*mNode, Value(word));
        if (word.isEmpty() && row)
            mChanges.remove(Kind::Provenance, row->id);
        else if (!word.isEmpty() && !row)
            addRow(field);
    }

    void put() { mChanges.put(mSchema.kind, mNode); }

private:
    const Field& fieldOf(const char* field) const { return *mSchema.field(QString::fromLatin1(field)); }

    void addRow(const char* field) {
        Provenance row;
        row.id = freshId(mChanges);
        row.subject = mNode->id;
        row.field = QString::fromLatin1(field);
        row.source = kBaseMapSource;
        row.date = mToday;
        row.confidence = Confidence::Estimated;
        mChanges.put(std::move(row));
    }

    ChangeBuilder& mChanges;
    const EntitySchema& mSchema;
    std::shared_ptr<Entity> mNode;
    Date mToday;
};

} // namespace

void placeNodes(ChangeBuilder& changes, const std::set<EntityId>& nodes, const UnitLookup& unitAt, Date today) {
    if (!unitAt || nodes.empty())
        return;
    const auto sources = sourcesOf(changes, nodes);
    const auto sourceOf = [&](EntityId node, const char* field) {
        const auto row = sources.find({node, QString::fromLatin1(field)});
        return row == sources.end() ? Row() : row->second;
    };
    for (const EntityId id : nodes) {
        const EntityRef node = changes.current(id);
        const std::optional<LonLat> position = BuilderLookup(changes).positionOf(id);
        if (!node || !position)
            continue;
        const AdminUnit unit = unitAt(*position).value_or(AdminUnit());
        Placing placing(changes, node, today);
        const Row province = sourceOf(id, placeFields[0]), city = sourceOf(id, placeFields[1]);
        if (placing.mayWrite(placeFields[0], province))
            placing.write(placeFields[0], unit.province, province);
        const bool agrees = placing.word(placeFields[0]) == unit.province;
        if (placing.mayWrite(placeFields[1], city))
            placing.write(placeFields[1], agrees ? unit.city : QString(), city);
        placing.put();
    }
}

} // namespace corridor
