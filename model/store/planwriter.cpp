// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/planwriter.h"

#include "model/store/contenthash.h"
#include "model/store/geometryblob.h"
#include "model/store/rowcodec.h"

#include <QJsonDocument>

namespace corridor {

namespace {

QByteArray parameter(int number) {
    return '?' + QByteArray::number(number);
}

bool isSet(quint64 fields, const FieldPlace& place) {
    return (fields >> place.index) & 1;
}

constexpr quint64 kAllFields = ~quint64(0);

QString fieldNames(const EntitySchema& schema, quint64 fields) {
    QStringList names;
    for (std::size_t i = 0; i < schema.fields.size(); ++i)
        if ((fields >> i) & 1)
            names += QString::fromLatin1(schema.fields[i].name);
    return names.join(u' ');
}

QByteArray insertSql(const TableLayout& layout) {
    QByteArray columns = "id", values = "?1";
    int next = 2;
    for (const FieldPlace& place : layout.places)
        for (const QByteArray& column : place.columns) {
            columns += ", " + quoted(QString::fromLatin1(column));
            values += ", " + parameter(next++);
        }
    return "INSERT INTO " + layout.table() + " (" + columns + ") VALUES (" + values + ')';
}

// Empty when no column of the table itself is concerned.
QByteArray updateSql(const TableLayout& layout, quint64 fields) {
    QByteArray assignments;
    int next = 2;
    for (const FieldPlace& place : layout.places)
        for (const QByteArray& column : place.columns)
            if (isSet(fields, place))
                assignments += (assignments.isEmpty() ? "" : ", ") + quoted(QString::fromLatin1(column)) + " = " +
                               parameter(next++);
    return assignments.isEmpty() ? QByteArray() : "UPDATE " + layout.table() + " SET " + assignments + " WHERE id = ?1";
}

void bindRow(Statement& statement, const TableLayout& layout, const Entity& entity, quint64 fields) {
    statement.bind(1, static_cast<qint64>(entity.id.value));
    int next = 2;
    for (const FieldPlace& place : layout.places)
        if (!place.isDetail() && isSet(fields, place)) {
            bindField(statement, next, place, place.field->get(entity));
            next += static_cast<int>(place.columns.size());
        }
}

template <class T, class Visit>
void visitVertices(const T& object, Visit visit) {
    if constexpr (requires { object.line; })
        std::for_each(object.line.begin(), object.line.end(), visit);
    else if constexpr (requires { object.polygon; })
        for (const auto& ring : object.polygon.rings)
            std::for_each(ring.begin(), ring.end(), visit);
    else if constexpr (requires { object.position; })
        visit(object.position);
}

template <class T>
void includeAll(const EntitySet& entities, Kind kind, Box& box) {
    if (T::kKind == kind)
        entities.table<T>().forEach(
            [&](const auto& row) { visitVertices(*row, [&](const LonLat& point) { box.include(point); }); });
}

// Straight over the structs: through Field::get every line would be copied, and there are 1.5 million vertices.
template <class... T>
Box extentOfKind(const EntitySet& entities, Kind kind, TypeList<T...>) {
    Box box;
    (includeAll<T>(entities, kind, box), ...);
    return box;
}

void writeExtentOfLayer(Database& database, const EntitySet& entities, Kind kind) {
    const Box box = extentOfKind(entities, kind, EntityTypes{});
    Statement statement = database.prepare(
        "UPDATE gpkg_contents SET min_x = ?2, min_y = ?3, max_x = ?4, max_y = ?5 WHERE table_name = ?1");
    statement.bind(1, QString::fromLatin1(schemaOf(kind).table));
    if (!box.isEmpty())
        statement.bind(2, box.lonMin).bind(3, box.latMin).bind(4, box.lonMax).bind(5, box.latMax);
    statement.run();
}

} // namespace

Statement& PlanWriter::cached(const QByteArray& sql) {
    const auto it = mStatements.find(sql);
    return it != mStatements.end() ? it->second : mStatements.emplace(sql, mDatabase.prepare(sql)).first->second;
}

bool PlanWriter::hasRtree(const TableLayout& layout) {
    const auto it = mHasRtree.find(layout.schema->kind);
    if (it != mHasRtree.end())
        return it->second;
    const auto sql =
        mDatabase.scalar("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = '" + layout.rtree() + '\'');
    return mHasRtree[layout.schema->kind] = sql && sql->contains(QLatin1String("rtree"), Qt::CaseInsensitive) &&
                                            sql->startsWith(QLatin1String("CREATE VIRTUAL"), Qt::CaseInsensitive);
}

qint64 PlanWriter::fidOf(const TableLayout& layout, EntityId id) {
    Statement& find = cached("SELECT fid FROM " + layout.table() + " WHERE id = ?1 ORDER BY fid");
    const qint64 fid = find.bind(1, static_cast<qint64>(id.value)).step() ? find.integer(0) : 0;
    find.reset();
    return fid;
}

void PlanWriter::writeExtent(const TableLayout& layout, qint64 fid, const Entity& entity) {
    if (!hasRtree(layout))
        return;
    const FieldPlace& place = layout.places[static_cast<std::size_t>(layout.geometry)];
    const Value geometry = place.field->get(entity);
    const Box box = extentOfValue(geometry);
    const auto* point = std::get_if<LonLat>(&geometry);
    if (box.isEmpty() || (point && !point->isValid())) {
        cached("DELETE FROM " + layout.rtree() + " WHERE id = ?1").bind(1, fid).run();
        return;
    }
    Statement& put = cached("INSERT OR REPLACE INTO " + layout.rtree() + " VALUES (?1, ?2, ?3, ?4, ?5)");
    put.bind(1, fid).bind(2, box.lonMin).bind(3, box.lonMax).bind(4, box.latMin).bind(5, box.latMax).run();
}

void PlanWriter::writeDetails(const TableLayout& layout, const Entity& entity, quint64 fields) {
    for (const FieldPlace& place : layout.places) {
        if (!place.isDetail() || !isSet(fields, place))
            continue;
        touch(place.detailTable);
        const qint64 owner = static_cast<qint64>(entity.id.value);
        cached("DELETE FROM " + place.detailTable + " WHERE owner_id = ?1").bind(1, owner).run();
        Statement& insert = cached("INSERT INTO " + place.detailTable + " (owner_id, " + place.detailKey() + ", " +
                                   quoted(QString::fromLatin1(place.detailColumn())) + ") VALUES (?1, ?2, ?3)");
        const Value value = place.field->get(entity);
        qint64 seq = 0;
        if (const auto* refs = std::get_if<RefList>(&value))
            for (const EntityId ref : *refs)
                insert.bind(1, owner).bind(2, seq++).bind(3, static_cast<qint64>(ref.value)).run();
        else if (const auto* years = std::get_if<YearReals>(&value))
            for (const auto& [year, amount] : *years)
                insert.bind(1, owner).bind(2, qint64(year)).bind(3, amount).run();
    }
}

void PlanWriter::insertRow(const TableLayout& layout, const Entity& entity) {
    QByteArray& sql = mInsertSql[layout.schema->kind];
    if (sql.isEmpty())
        sql = insertSql(layout);
    Statement& insert = cached(sql);
    bindRow(insert, layout, entity, kAllFields);
    insert.run();
    if (layout.hasGeometry())
        writeExtent(layout, mDatabase.lastRowId(), entity);
    writeDetails(layout, entity, kAllFields);
}

bool PlanWriter::updateRow(const TableLayout& layout, const Entity& entity, quint64 fields) {
    const auto key = std::tuple(layout.schema->kind, fields);
    auto sql = mUpdateSql.find(key);
    if (sql == mUpdateSql.end())
        sql = mUpdateSql.emplace(key, updateSql(layout, fields)).first;
    const qint64 fid = fidOf(layout, entity.id);
    if (fid == 0)
        return false;
    if (!sql->second.isEmpty()) {
        Statement& update = cached(sql->second);
        bindRow(update, layout, entity, fields);
        update.run();
    }
    if (layout.hasGeometry() && isSet(fields, layout.places[static_cast<std::size_t>(layout.geometry)]))
        writeExtent(layout, fid, entity);
    writeDetails(layout, entity, fields);
    return true;
}

void PlanWriter::removeRow(const TableLayout& layout, EntityId id) {
    const qint64 number = static_cast<qint64>(id.value);
    if (layout.hasGeometry() && hasRtree(layout))
        cached("DELETE FROM " + layout.rtree() + " WHERE id = ?1").bind(1, fidOf(layout, id)).run();
    for (const FieldPlace& place : layout.places)
        if (place.isDetail()) {
            touch(place.detailTable);
            cached("DELETE FROM " + place.detailTable + " WHERE owner_id = ?1").bind(1, number).run();
        }
    cached("DELETE FROM " + layout.table() + " WHERE id = ?1").bind(1, number).run();
}

void PlanWriter::applyToBase(const Change& change) {
    const TableLayout& layout = layoutOf(change.kind);
    touch(layout.table());
    mTouchedKinds.insert(change.kind);
    if (!change.after.isPresent()) {
        removeRow(layout, change.id);
        writePlanRow(change.kind, change.id, {});
        return;
    }
    // What is not in the file, although the plan that was read had it (the base scenario of a new file), is added.
    if (!change.before.isPresent() || !updateRow(layout, *change.after.entity, change.fields))
        insertRow(layout, *change.after.entity);
}

// What another program wrote into a row and we could not read stays until a legal value takes its place.
void PlanWriter::keepForeign(QJsonObject& payload, const TableLayout& layout, qint64 scenario, qint64 id) {
    Statement& get = cached("SELECT payload FROM overlay WHERE scenario_id = ?1 AND id = ?2");
    get.bind(1, scenario).bind(2, id);
    const QJsonObject old = get.step() ? QJsonDocument::fromJson(get.text(0).toUtf8()).object() : QJsonObject();
    get.reset();
    for (auto cell = old.begin(); cell != old.end(); ++cell) {
        if (payload.contains(cell.key()))
            continue;
        const Field* field = layout.schema->field(cell.key());
        if (!field || fieldFromJson(*field, cell.value()).problem)
            payload.insert(cell.key(), cell.value());
    }
}

// A row that another program wrote: its digest becomes ours, its cells stay as they are.
void PlanWriter::acknowledgeOverlay(EntityId scenario, Kind kind, const Entity& entity) {
    touch("overlay");
    cached("UPDATE overlay SET digest = ?3 WHERE scenario_id = ?1 AND id = ?2")
        .bind(1, static_cast<qint64>(scenario.value))
        .bind(2, static_cast<qint64>(entity.id.value))
        .bindBlob(3, rowDigest(kind, entity))
        .run();
}

void PlanWriter::applyToOverlay(const Change& change) {
    touch("overlay");
    mTouchedKinds.insert(change.kind);
    const qint64 scenario = static_cast<qint64>(change.scenario.value), id = static_cast<qint64>(change.id.value);
    if (change.after.state == Slot::State::Absent) {
        cached("DELETE FROM overlay WHERE scenario_id = ?1 AND id = ?2").bind(1, scenario).bind(2, id).run();
        return;
    }
    Statement& put = cached(
        "INSERT INTO overlay (scenario_id, kind, id, state, payload, geom, digest) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) "
        "ON CONFLICT (scenario_id, id) DO UPDATE SET kind = ?2, state = ?4, payload = ?5, geom = ?6, digest = ?7");
    put.bind(1, scenario).bind(2, QString::fromLatin1(schemaOf(change.kind).table)).bind(3, id);
    put.bind(4, change.after.isPresent() ? QStringLiteral("present") : QStringLiteral("removed"));
    if (change.after.isPresent()) {
        const TableLayout& layout = layoutOf(change.kind);
        const Entity& entity = *change.after.entity;
        QJsonObject payload = payloadOf(layout, entity);
        keepForeign(payload, layout, scenario, id);
        put.bind(5, QString::fromUtf8(QJsonDocument(payload).toJson(QJsonDocument::Compact)));
        if (layout.hasGeometry())
            put.bindBlob(6,
                         geometryToBlob(layout.places[static_cast<std::size_t>(layout.geometry)].field->get(entity)));
        put.bindBlob(7, rowDigest(change.kind, entity));
    }
    put.run();
}

void PlanWriter::writePlanRow(Kind kind, EntityId id, const QByteArray& digest) {
    touch("plan_row");
    if (digest.isNull()) {
        cached("DELETE FROM plan_row WHERE id = ?1").bind(1, static_cast<qint64>(id.value)).run();
        return;
    }
    Statement& put = cached("INSERT OR REPLACE INTO plan_row (id, kind, digest) VALUES (?1, ?2, ?3)");
    put.bind(1, static_cast<qint64>(id.value))
        .bind(2, QString::fromLatin1(schemaOf(kind).table))
        .bindBlob(3, digest)
        .run();
}

void PlanWriter::record(const Change& change) {
    WrittenRow row{change.scenario, change.kind, change.id, {}, {}, {}};
    const bool was = change.before.state != Slot::State::Absent;
    row.action = change.after.state == Slot::State::Absent ? QStringLiteral("removed")
                 : was                                     ? QStringLiteral("changed")
                                                           : QStringLiteral("added");
    if (change.before.isPresent() && change.after.isPresent())
        row.fields = fieldNames(schemaOf(change.kind), change.fields);
    if (change.after.isPresent())
        row.digest = rowDigest(change.kind, *change.after.entity);
    else if (change.after.state == Slot::State::Removed)
        row.digest = QByteArray(""); // hidden here: not the same as gone
    mWritten.push_back(std::move(row));
}

void PlanWriter::repair(const PlanState& state) {
    for (const PlanState::NewId& row : state.newIds) {
        const TableLayout& layout = layoutOf(row.kind);
        touch(layout.table());
        cached("UPDATE " + layout.table() + " SET id = ?2 WHERE fid = ?1")
            .bind(1, row.fid)
            .bind(2, static_cast<qint64>(row.id.value))
            .run();
    }
    if (!state.hasOrphans)
        return;
    for (const Kind kind : allKinds())
        for (const FieldPlace& place : layoutOf(kind).places)
            if (place.isDetail()) {
                touch(place.detailTable);
                mDatabase.exec("DELETE FROM " + place.detailTable +
                               " WHERE owner_id IS NULL OR owner_id NOT IN (SELECT id FROM " + layoutOf(kind).table() +
                               " WHERE id IS NOT NULL)");
            }
    touch("overlay");
    mDatabase.exec("DELETE FROM overlay WHERE scenario_id NOT IN (SELECT id FROM scenario WHERE id IS NOT NULL)");
}

void PlanWriter::apply(const ChangeSet& step) {
    for (const Change& change : step.changes) {
        change.scenario == Plan::baseScenario() ? applyToBase(change) : applyToOverlay(change);
        mScenariosChanged |= change.kind == Kind::Scenario;
        record(change);
        if (change.scenario == Plan::baseScenario() && change.after.isPresent())
            writePlanRow(change.kind, change.id, mWritten.back().digest);
    }
}

void PlanWriter::adopt(const PlanState& state, const Plan& plan) {
    std::set<EntityId> written;
    for (const WrittenRow& row : mWritten)
        if (row.scenario == Plan::baseScenario())
            written.insert(row.id);
    for (const auto& [kind, id] : state.foreign) {
        mTouchedKinds.insert(kind);
        mScenariosChanged |= kind == Kind::Scenario;
        if (written.contains(id))
            continue;
        const EntityRef object = plan.base().find(kind, id);
        record({Plan::baseScenario(), kind, id, Slot::absent(), object ? Slot::present(object.ptr) : Slot::absent()});
        writePlanRow(kind, id, mWritten.back().digest);
    }
    for (const auto& [scenario, id] : state.foreignOverlay)
        plan.forEachOverlayRow(scenario,
                               [&, &scenario = scenario, &id = id](Kind kind, EntityId row, const Slot& slot) {
                                   if (row == id && slot.isPresent())
                                       acknowledgeOverlay(scenario, kind, *slot.entity);
                               });
}

void PlanWriter::finish(const Plan& plan) {
    Statement changed = mDatabase.prepare("UPDATE gpkg_contents SET last_change = ?2 WHERE table_name = ?1");
    for (const QByteArray& table : mTouched)
        changed.bind(1, QString::fromLatin1(table)).bind(2, mUtc).run();
    Statement count = mDatabase.prepare("UPDATE gpkg_ogr_contents SET feature_count = ?2 WHERE table_name = ?1");
    for (const Kind kind : mTouchedKinds) {
        if (!layoutOf(kind).hasGeometry())
            continue;
        writeExtentOfLayer(mDatabase, plan.base(), kind);
        count.bind(1, QString::fromLatin1(schemaOf(kind).table))
            .bind(2, static_cast<qint64>(plan.base().count(kind)))
            .run();
    }
    if (mScenariosChanged)
        rebuildScenarioViews(mDatabase, plan, mUtc);
}

} // namespace corridor
