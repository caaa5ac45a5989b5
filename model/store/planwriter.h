// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/database.h"
#include "model/store/layout.h"
#include "model/store/planstate.h"

#include <map>
#include <set>
#include <tuple>

namespace corridor {

/// One row that a save changed, for lineage and change log.
struct WrittenRow {
    EntityId scenario;
    Kind kind;
    EntityId id;
    QByteArray digest; ///< null = the row is gone
    QString action;    ///< added, changed, removed
    QString fields;    ///< names of changed fields, separated by spaces; empty when added or removed
};

/// Brings the planning tables of one open database from the state that was read to a new plan: only rows that differ,
/// of those only the fields that differ. Columns and tables of other programs are not touched. R-tree, counts, extents
/// and `plan_row` are kept in step.
class PlanWriter {
public:
    PlanWriter(Database& database, QString utc)
        : mDatabase(database)
        , mUtc(std::move(utc)) {}

    /// Gives rows the ids they got when they were read, and drops detail rows without owner.
    void repair(const PlanState& state);
    /// Writes a step (the difference between the plan in the file and the new one).
    void apply(const ChangeSet& step);
    /// After all: rows edited elsewhere become ours as they are in `plan`.
    void adopt(const PlanState& state, const Plan& plan);
    /// Extents, counts, last changes, views of the scenarios.
    void finish(const Plan& plan);

    const std::vector<WrittenRow>& written() const { return mWritten; }
    /// Tables that were written, for the check of their integrity.
    const std::set<QByteArray>& touchedTables() const { return mTouched; }

private:
    Statement& cached(const QByteArray& sql);
    void applyToBase(const Change& change);
    void insertRow(const TableLayout& layout, const Entity& entity);
    bool updateRow(const TableLayout& layout, const Entity& entity, quint64 fields);
    void removeRow(const TableLayout& layout, EntityId id);
    void writeDetails(const TableLayout& layout, const Entity& entity, quint64 fields);
    void writeExtent(const TableLayout& layout, qint64 fid, const Entity& entity);
    qint64 fidOf(const TableLayout& layout, EntityId id);
    void applyToOverlay(const Change& change);
    void acknowledgeOverlay(EntityId scenario, Kind kind, const Entity& entity);
    void keepForeign(QJsonObject& payload, const TableLayout& layout, qint64 scenario, qint64 id);
    void record(const Change& change);
    void writePlanRow(Kind kind, EntityId id, const QByteArray& digest);
    void touch(const QByteArray& table) { mTouched.insert(table); }
    bool hasRtree(const TableLayout& layout);

    Database& mDatabase;
    QString mUtc;
    std::map<QByteArray, Statement> mStatements;
    std::map<std::tuple<Kind, quint64>, QByteArray> mUpdateSql;
    std::map<Kind, QByteArray> mInsertSql;
    std::map<Kind, bool> mHasRtree;
    std::vector<WrittenRow> mWritten;
    std::set<QByteArray> mTouched;
    std::set<Kind> mTouchedKinds;
    bool mScenariosChanged = false;
};

/// Adds one save to lineage and change log, drops what is beyond their bounds, and returns the id of the save: the same
/// for the same parent, time and rows. A first save (no parent) lists no rows: all of them are new.
QString recordSave(Database& database, const PlanState& state, const std::vector<WrittenRow>& rows, const QString& utc);

/// Makes the SQL views of the child scenarios, one for each map layer, and registers them, so that QGIS shows variants
/// too. We never read them.
void rebuildScenarioViews(Database& database, const Plan& plan, const QString& utc);

void setMeta(Database& database, const char* key, const QString& value);

/// Now as GeoPackage writes it: "2026-01-31T08:00:00.000Z".
QString utcText(const QDateTime& time);

} // namespace corridor
