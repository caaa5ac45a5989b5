// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/contenthash.h"
#include "model/store/database.h"
#include "model/store/ddl.h"
#include "model/store/geometryblob.h"
#include "model/store/planstate.h"
#include "model/store/resultstore.h"
#include "model/store/rowcodec.h"
#include "model/store/tablereader.h"

#include <QJsonDocument>

#include <sqlite3.h>

#include <unordered_set>

namespace corridor {

namespace {

struct PlanRow {
    EntityId id;
    QByteArray kind, digest;
};

/// Reads all objects of the base and the overlays, gives ids where they are missing, and compares with `plan_row`.
class PlanReader {
public:
    PlanReader(Database& database, PlanState& state)
        : mDatabase(database)
        , mState(state) {}

    void read() {
        readPlanRows();
        for (const Kind kind : allKinds())
            keep(kind, TableReader(mDatabase, kind, mState).read());
        for (auto& [kind, row] : mWithoutId)
            giveId(kind, row);
        noteRemoved();
        readOverlay();
        mState.plan = Plan().with(mStep);
        noteDangling();
        noteLostScenarios();
    }

private:
    void note(OpenNote::What what, Kind kind, EntityId id, Message text) {
        mState.report.notes.push_back({what, kind, id, std::move(text)});
    }

    void readPlanRows() {
        Statement statement = mDatabase.prepare("SELECT id, kind, digest FROM plan_row ORDER BY id");
        while (statement.step())
            mPlanRows.push_back(
                {EntityId{static_cast<quint64>(statement.integer(0))}, statement.text(1).toUtf8(), statement.blob(2)});
    }

    const PlanRow* planRow(EntityId id) const {
        const auto it = std::lower_bound(mPlanRows.begin(), mPlanRows.end(), id,
                                         [](const PlanRow& row, EntityId wanted) { return row.id < wanted; });
        return it != mPlanRows.end() && it->id == id ? &*it : nullptr;
    }

    void keep(Kind kind, std::vector<ReadRow> rows) {
        for (ReadRow& row : rows) {
            if (!row.storedId || !mIds.insert(row.storedId).second) {
                mWithoutId.emplace_back(kind, std::move(row));
                continue;
            }
            row.entity->id = row.storedId;
            compare(kind, *row.entity);
            add(Plan::baseScenario(), kind, row.storedId, Slot::present(std::move(row.entity)));
        }
    }

    void compare(Kind kind, const Entity& entity) {
        const PlanRow* known = planRow(entity.id);
        if (known && known->kind == schemaOf(kind).table && known->digest == rowDigest(kind, entity))
            return;
        mState.foreign.emplace_back(kind, entity.id);
        if (known)
            note(OpenNote::What::RowChanged, kind, entity.id,
                 message(CORRIDOR_MSG("%1 was changed by another program."), nameForNotes(kind, entity)));
        else
            note(OpenNote::What::RowAdded, kind, entity.id,
                 message(CORRIDOR_MSG("%1 was added by another program."), nameForNotes(kind, entity)));
    }

    // The same file gives the same id each time it is opened; another file with another row gives another.
    void giveId(Kind kind, ReadRow& row) {
        const QString name = QStringLiteral("%1/%2/%3/%4")
                                 .arg(mState.planId, QLatin1String(schemaOf(kind).table))
                                 .arg(row.fid)
                                 .arg(QString::fromLatin1(rowDigest(kind, *row.entity).toHex()));
        EntityId id = stableEntityId(name);
        for (int i = 1; planRow(id) || !mIds.insert(id).second; ++i)
            id = stableEntityId(name + u'/' + QString::number(i));
        row.entity->id = id;
        mState.newIds.push_back({kind, row.fid, id});
        mState.foreign.emplace_back(kind, id);
        const QString shown = nameForNotes(kind, *row.entity);
        if (row.storedId)
            note(OpenNote::What::DuplicateId, kind, id,
                 message(CORRIDOR_MSG("%1 (row %2) had the id of another row and got its own."), shown,
                         QString::number(row.fid)));
        note(OpenNote::What::RowAdded, kind, id, message(CORRIDOR_MSG("%1 was added by another program."), shown));
        add(Plan::baseScenario(), kind, id, Slot::present(std::move(row.entity)));
    }

    void noteRemoved() {
        for (const PlanRow& row : mPlanRows) {
            const EntitySchema* schema = schemaOfTable(QString::fromUtf8(row.kind));
            if (mIds.contains(row.id) || !schema)
                continue;
            mState.foreign.emplace_back(schema->kind, row.id);
            note(
                OpenNote::What::RowRemoved, schema->kind, row.id,
                message(CORRIDOR_MSG("%1 %2 was removed by another program."), schema->labelText(), row.id.toString()));
        }
    }

    void readOverlay() {
        Statement statement = mDatabase.prepare(
            "SELECT fid, scenario_id, kind, id, state, payload, geom, digest FROM overlay ORDER BY fid");
        qsizetype orphans = 0;
        while (statement.step())
            orphans += readOverlayRow(statement) ? 0 : 1;
        if (orphans == 0)
            return;
        mState.hasOrphans = true;
        note(OpenNote::What::Orphan, Kind::Scenario, {},
             message(CORRIDOR_MSG("Table %1: rows that belong to no object: %2; the next Save drops them."),
                     QStringLiteral("overlay"), QString::number(orphans)));
    }

    bool readOverlayRow(const Statement& statement) {
        const EntityId scenario{static_cast<quint64>(statement.integer(1))},
            id{static_cast<quint64>(statement.integer(3))};
        const EntitySchema* schema = schemaOfTable(statement.text(2));
        if (!mScenarios.contains(scenario) || scenario == Plan::baseScenario() || !schema || !schema->overlaid ||
            id.isNull() || id.value > kMaxEntityId)
            return false;
        if (statement.text(4) == u"removed") {
            add(scenario, schema->kind, id, Slot::removed());
            return true;
        }
        std::shared_ptr<Entity> entity = schema->make();
        entity->id = id;
        readPayload(statement, layoutOf(schema->kind), *entity);
        if (statement.blob(7) != rowDigest(schema->kind, *entity)) {
            mState.foreignOverlay.emplace_back(scenario, id);
            note(OpenNote::What::RowChanged, schema->kind, id,
                 message(CORRIDOR_MSG("%1 was changed by another program."), nameForNotes(schema->kind, *entity)));
        }
        add(scenario, schema->kind, id, Slot::present(std::move(entity)));
        return true;
    }

    void readPayload(const Statement& statement, const TableLayout& layout, Entity& entity) {
        const QJsonDocument document = QJsonDocument::fromJson(statement.text(5).toUtf8());
        if (!document.isObject())
            note(OpenNote::What::BadValue, layout.schema->kind, entity.id,
                 message(CORRIDOR_MSG("%1 (row %2): its payload is no JSON object, so everything in it was read as "
                                      "unknown; restore it from a backup."),
                         nameForNotes(layout.schema->kind, entity), QString::number(statement.integer(0))));
        const QJsonObject payload = document.object();
        for (const FieldPlace& place : layout.places) {
            CellResult cell;
            if (place.isGeometry())
                cell = readField(statement, 6, place);
            else
                cell = fieldFromJson(*place.field, payload.value(QLatin1String(place.field->name)));
            if (cell.problem)
                note(OpenNote::What::BadValue, layout.schema->kind, entity.id,
                     message(CORRIDOR_MSG("%1 (row %2): %3 It was read as unknown."),
                             nameForNotes(layout.schema->kind, entity), QString::number(statement.integer(0)),
                             cell.problem->text()));
            else if (!isUnknown(cell.value))
                place.field->set(entity, cell.value);
        }
    }

    void add(EntityId scenario, Kind kind, EntityId id, Slot slot) {
        if (kind == Kind::Scenario)
            mScenarios.insert(id);
        mStep.changes.push_back({scenario, kind, id, Slot::absent(), std::move(slot)});
    }

    void noteLostScenarios() {
        mState.plan.base().table<Scenario>().forEach([&](const std::shared_ptr<const Scenario>& row) {
            if (!mState.plan.hasScenario(row->id))
                note(OpenNote::What::Dangling, Kind::Scenario, row->id,
                     message(CORRIDOR_MSG("The parents of scenario %1 do not lead to the base, so it cannot be shown; "
                                          "give it another parent."),
                             nameForNotes(Kind::Scenario, *row)));
        });
    }
    void noteDangling() {
        for (const Change& change : mStep.changes)
            if (change.after.isPresent())
                for (const Field& field : schemaOf(change.kind).fields)
                    if (field.type == FieldType::Reference || field.type == FieldType::References)
                        noteDangling(change, field, field.get(*change.after.entity));
    }
    void noteDangling(const Change& change, const Field& field, const Value& value) {
        const auto check = [&](EntityId id) {
            if (id.isNull() || mIds.contains(id) || plainlyThere(change.scenario, id))
                return;
            note(OpenNote::What::Dangling, change.kind, change.id,
                 message(CORRIDOR_MSG("%1: “%2” refers to %3, which is not in the plan."),
                         nameForNotes(change.kind, *change.after.entity), field.labelText(), id.toString()));
        };
        if (const auto* id = std::get_if<EntityId>(&value))
            check(*id);
        else if (const auto* ids = std::get_if<RefList>(&value))
            std::for_each(ids->begin(), ids->end(), check);
    }
    // An object that only this scenario has.
    bool plainlyThere(EntityId scenario, EntityId id) const {
        return scenario != Plan::baseScenario() && mState.plan.entities(scenario).find(id);
    }

    Database& mDatabase;
    PlanState& mState;
    std::vector<PlanRow> mPlanRows;
    std::unordered_set<EntityId> mIds, mScenarios;
    std::vector<std::pair<Kind, ReadRow>> mWithoutId;
    ChangeSet mStep;
};

QString metaValue(Database& database, const char* key) {
    Statement statement = database.prepare("SELECT value FROM plan_meta WHERE key = ?1");
    return statement.bind(1, QString::fromLatin1(key)).step() ? statement.text(0) : QString();
}

} // namespace

int checkFormat(Database& database, const QString& shownPath) {
    if (!database.hasTable(QStringLiteral("plan_meta"))) {
        if (database.hasTable(QStringLiteral("gpkg_contents")))
            throw Error(
                Blame::FileContent,
                message(CORRIDOR_MSG("“%1” is a GeoPackage but no plan; import its layers into a plan instead."),
                        shownPath));
        throw Error(
            Blame::FileContent,
            message(CORRIDOR_MSG("“%1” is no plan of Corridor Planner; choose a plan file (.gpkg)."), shownPath));
    }
    bool ok = false;
    const int version = metaValue(database, "format_version").toInt(&ok);
    if (!ok || version < 1)
        throw Error(Blame::FileContent,
                    message(CORRIDOR_MSG("“%1” does not say which format it has; open a backup of it."), shownPath));
    if (version > kFormatVersion)
        throw Error(
            Blame::FileContent,
            message(
                CORRIDOR_MSG("“%1” was saved by a newer program; Corridor Planner %2 or later is needed to open it."),
                shownPath, metaValue(database, "needs_program")));
    return version;
}

PlanState readState(Database& database) {
    PlanState state;
    state.planId = metaValue(database, "plan_id");
    state.saveId = metaValue(database, "save_id");
    state.report.writtenBy = metaValue(database, "program");
    state.report.formatVersion = metaValue(database, "format_version").toInt();
    PlanReader(database, state).read();
    state.runs = readRuns(database, state.report);
    return state;
}

int OpenReport::count(OpenNote::What what) const {
    return static_cast<int>(
        std::count_if(notes.begin(), notes.end(), [what](const OpenNote& note) { return note.what == what; }));
}

} // namespace corridor
