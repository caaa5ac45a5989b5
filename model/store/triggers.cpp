// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/database.h"
#include "model/store/ddl.h"

// The triggers in the file are for QGIS and other programs. Our own connection runs none: R-tree and feature counts are
// written directly.

namespace corridor {

namespace {

/// `$T` = table, `$R` = R-tree, `$N` = trigger name.
QByteArray filled(QByteArray pattern, const TableLayout& layout, const QByteArray& name) {
    return pattern.replace("$T", layout.table()).replace("$R", layout.rtree()).replace("$N", name);
}

constexpr const char* kUpsert =
    "INSERT OR REPLACE INTO \"$R\" VALUES (NEW.\"fid\", ST_MinX(NEW.\"geom\"), ST_MaxX(NEW.\"geom\"), "
    "ST_MinY(NEW.\"geom\"), ST_MaxY(NEW.\"geom\"));";
constexpr const char* kPresent = "(NEW.\"geom\" NOTNULL AND NOT ST_IsEmpty(NEW.\"geom\"))";
constexpr const char* kAbsent = "(NEW.\"geom\" ISNULL OR ST_IsEmpty(NEW.\"geom\"))";

} // namespace

std::vector<OwnTrigger> ownTriggers(const TableLayout& layout) {
    std::vector<OwnTrigger> out;
    const auto add = [&](const QByteArray& name, const QByteArray& pattern) {
        out.push_back({name, filled("CREATE TRIGGER \"$N\" " + pattern, layout, name)});
    };
    const QByteArray rtree = layout.rtree(), upsert = kUpsert, present = kPresent, absent = kAbsent;
    const QByteArray forget = "DELETE FROM \"$R\" WHERE id = OLD.\"fid\";";
    add(rtree + "_insert", "AFTER INSERT ON \"$T\" WHEN " + present + " BEGIN " + upsert + " END");
    add(rtree + "_update1", "AFTER UPDATE OF \"geom\" ON \"$T\" WHEN OLD.\"fid\" = NEW.\"fid\" AND " + present +
                                " BEGIN " + upsert + " END");
    add(rtree + "_update2", "AFTER UPDATE OF \"geom\" ON \"$T\" WHEN OLD.\"fid\" = NEW.\"fid\" AND " + absent +
                                " BEGIN " + forget + " END");
    add(rtree + "_update3", "AFTER UPDATE ON \"$T\" WHEN OLD.\"fid\" != NEW.\"fid\" AND " + present + " BEGIN " +
                                forget + ' ' + upsert + " END");
    add(rtree + "_update4", "AFTER UPDATE ON \"$T\" WHEN OLD.\"fid\" != NEW.\"fid\" AND " + absent +
                                " BEGIN DELETE FROM \"$R\" WHERE id IN (OLD.\"fid\", NEW.\"fid\"); END");
    add(rtree + "_delete", "AFTER DELETE ON \"$T\" WHEN OLD.\"geom\" NOTNULL BEGIN " + forget + " END");
    const QByteArray count = "UPDATE gpkg_ogr_contents SET feature_count = feature_count ";
    add("trigger_insert_feature_count_" + layout.table(),
        "AFTER INSERT ON \"$T\" BEGIN " + count + "+ 1 WHERE lower(table_name) = lower('$T'); END");
    add("trigger_delete_feature_count_" + layout.table(),
        "AFTER DELETE ON \"$T\" BEGIN " + count + "- 1 WHERE lower(table_name) = lower('$T'); END");
    return out;
}

void repairTriggers(Database& database) {
    Statement find = database.prepare("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?1");
    for (const Kind kind : featureKinds()) {
        const TableLayout& layout = layoutOf(kind);
        if (!database.hasTable(QString::fromLatin1(layout.rtree())))
            continue; // someone dropped the spatial index; its triggers would fail
        for (const OwnTrigger& trigger : ownTriggers(layout)) {
            const bool exists = find.bind(1, QString::fromLatin1(trigger.name)).step();
            const bool same = exists && find.text(0).toUtf8() == trigger.sql;
            find.reset();
            if (same)
                continue;
            if (exists)
                database.exec("DROP TRIGGER " + quoted(QString::fromLatin1(trigger.name)));
            database.exec(trigger.sql);
        }
    }
}

} // namespace corridor
