// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/ddl.h"

#include "model/store/database.h"
#include "model/store/geometryblob.h"

namespace corridor {

namespace {

constexpr const char* kGeoPackageTables = R"sql(
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
  scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
CREATE TABLE gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT,
  mime_type TEXT, constraint_name TEXT, CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
  CONSTRAINT gdc_tn UNIQUE (table_name, name));
CREATE TABLE gpkg_data_column_constraints (constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC,
  min_is_inclusive BOOLEAN, max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,
  CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value));
CREATE TABLE gpkg_ogr_contents (table_name TEXT NOT NULL PRIMARY KEY, feature_count INTEGER DEFAULT NULL);
INSERT INTO gpkg_extensions VALUES
  ('gpkg_data_columns', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec130/#extension_schema', 'read-write'),
  ('gpkg_data_column_constraints', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec130/#extension_schema', 'read-write');
)sql";

// Definitions of the coordinate reference systems as the EPSG register states them (WKT 1).
constexpr const char* kReferenceSystems = R"sql(
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]', 'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid'),
  ('China Geodetic Coordinate System 2000', 4490, 'EPSG', 4490, 'GEOGCS["China Geodetic Coordinate System 2000",DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101,AUTHORITY["EPSG","1024"]],AUTHORITY["EPSG","1043"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4490"]]', 'longitude/latitude coordinates in decimal degrees on the CGCS2000 spheroid');
)sql";

constexpr const char* kOwnTables = R"sql(
CREATE TABLE plan_meta (key TEXT NOT NULL PRIMARY KEY, value TEXT);
CREATE TABLE plan_row (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, digest BLOB NOT NULL);
CREATE TABLE overlay (fid INTEGER PRIMARY KEY, scenario_id INTEGER NOT NULL, kind TEXT NOT NULL, id INTEGER NOT NULL,
  state TEXT NOT NULL, payload TEXT, geom BLOB, digest BLOB, UNIQUE (scenario_id, id));
CREATE TABLE scenario_view (view_name TEXT NOT NULL PRIMARY KEY, scenario_id INTEGER NOT NULL, kind TEXT NOT NULL);
CREATE TABLE lineage (seq INTEGER PRIMARY KEY, plan_id TEXT NOT NULL, save_id TEXT NOT NULL, parent_save_id TEXT,
  saved_utc TEXT NOT NULL, program TEXT NOT NULL);
CREATE TABLE lineage_row (seq INTEGER NOT NULL, scenario_id INTEGER NOT NULL, kind TEXT NOT NULL, id INTEGER NOT NULL, digest BLOB,
  PRIMARY KEY (seq, scenario_id, id)) WITHOUT ROWID;
CREATE TABLE change_log (seq INTEGER PRIMARY KEY, saved_utc TEXT NOT NULL, save_id TEXT NOT NULL, scenario_id INTEGER NOT NULL,
  kind TEXT NOT NULL, id INTEGER NOT NULL, action TEXT NOT NULL, fields TEXT);
CREATE TABLE run (fid INTEGER PRIMARY KEY, id INTEGER NOT NULL UNIQUE, engine TEXT NOT NULL, engine_version TEXT NOT NULL,
  input_hash TEXT NOT NULL, revision INTEGER NOT NULL, scenario_id INTEGER NOT NULL, year INTEGER NOT NULL, started_utc TEXT,
  duration_ms REAL, parameters TEXT, stale BOOLEAN NOT NULL, tables TEXT NOT NULL);
)sql";

QByteArray literal(const QByteArray& text) {
    QByteArray out = text;
    out.replace("'", "''");
    return '\'' + out + '\'';
}

// The value a new object has, so that a row that another program adds without it means the same.
QByteArray defaultClause(const EntitySchema& schema, const Field& field) {
    if (field.type != FieldType::Enumeration && field.type != FieldType::Boolean)
        return {};
    const Value value = field.get(*schema.make());
    return " DEFAULT " +
           (field.type == FieldType::Boolean ? valueToText(value).toUtf8() : literal(valueToText(value).toUtf8()));
}

void createEntityTable(Database& database, const TableLayout& layout) {
    QByteArray sql = "CREATE TABLE " + layout.table() + " (fid INTEGER PRIMARY KEY NOT NULL, id INTEGER";
    for (const FieldPlace& place : layout.places)
        for (const QByteArray& column : place.columns)
            sql += ", " + quoted(QString::fromLatin1(column)) + ' ' + place.sqlType +
                   defaultClause(*layout.schema, *place.field);
    database.exec(sql + ')');
    // Not unique: a row copied in another program must not be refused; reading gives the copy its own id.
    database.exec("CREATE INDEX " + layout.table() + "_id ON " + layout.table() + "(id)");
}

void createDetailTable(Database& database, const FieldPlace& place) {
    const QByteArray type = place.field->type == FieldType::References ? "INTEGER" : "REAL";
    database.exec("CREATE TABLE " + place.detailTable + " (fid INTEGER PRIMARY KEY NOT NULL, owner_id INTEGER, " +
                  place.detailKey() + " INTEGER, " + quoted(QString::fromLatin1(place.detailColumn())) + ' ' + type +
                  ')');
    database.exec("CREATE INDEX " + place.detailTable + "_owner ON " + place.detailTable + "(owner_id)");
}

void createGeometry(Database& database, const TableLayout& layout) {
    Statement column = database.prepare("INSERT INTO gpkg_geometry_columns VALUES (?1, 'geom', ?2, ?3, 0, 0)");
    const QString table = QString::fromLatin1(layout.table());
    column.bind(1, table).bind(2,
                               QString::fromLatin1(layout.places[static_cast<std::size_t>(layout.geometry)].sqlType));
    column.bind(3, qint64(kPlanSrs)).run();
    database.exec("CREATE VIRTUAL TABLE " + layout.rtree() + " USING rtree(id, minx, maxx, miny, maxy)");
    Statement extension = database.prepare("INSERT INTO gpkg_extensions VALUES (?1, 'geom', 'gpkg_rtree_index', "
                                           "'http://www.geopackage.org/spec130/#extension_rtree', 'write-only')");
    extension.bind(1, table).run();
    database.prepare("INSERT INTO gpkg_ogr_contents VALUES (?1, 0)").bind(1, table).run();
    for (const OwnTrigger& trigger : ownTriggers(layout))
        database.exec(trigger.sql);
}

// Titles and units for the attribute names, and the legal words of enumerations.
void describeColumns(Database& database, const TableLayout& layout) {
    Statement column =
        database.prepare("INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description, "
                         "constraint_name) VALUES (?1, ?2, ?2, ?3, ?4, ?5)");
    Statement word = database.prepare(
        "INSERT INTO gpkg_data_column_constraints (constraint_name, constraint_type, value, description) "
        "VALUES (?1, 'enum', ?2, ?3)");
    for (const FieldPlace& place : layout.places) {
        const QString constraint =
            QStringLiteral("%1_%2").arg(QLatin1String(layout.schema->table), QLatin1String(place.field->name));
        for (const QByteArray& name : place.columns) {
            const QString unit = QString::fromUtf8(place.field->unit);
            column.bind(1, QString::fromLatin1(layout.table())).bind(2, QString::fromLatin1(name));
            column.bind(3, QString::fromUtf8(place.field->label)).bind(4, unit);
            place.field->words.empty() ? column.bindNull(5) : column.bind(5, constraint);
            column.run();
        }
        for (const EnumWord& each : place.field->words)
            word.bind(1, constraint)
                .bind(2, QString::fromLatin1(each.word))
                .bind(3, QString::fromUtf8(each.label))
                .run();
    }
}

void createKind(Database& database, Kind kind, const QString& utc) {
    const TableLayout& layout = layoutOf(kind);
    const QString table = QString::fromLatin1(layout.table());
    createEntityTable(database, layout);
    registerTable(database, table, layout.hasGeometry() ? QStringLiteral("features") : QStringLiteral("attributes"),
                  table, utc);
    if (layout.hasGeometry())
        createGeometry(database, layout);
    describeColumns(database, layout);
    for (const FieldPlace& place : layout.places) {
        if (!place.isDetail())
            continue;
        createDetailTable(database, place);
        const QString detail = QString::fromLatin1(place.detailTable);
        registerTable(database, detail, QStringLiteral("attributes"), detail, utc);
    }
}

// Readers that do not know these tables may ignore them; writers that do may keep them in step.
void registerExtension(Database& database) {
    Statement statement = database.prepare("INSERT INTO gpkg_extensions VALUES (?1, NULL, 'corridor_plan', 'Extension "
                                           "Title: Corridor Planner plan tables, see FORMAT.md "
                                           "of the program', 'read-write')");
    for (const char* table :
         {"plan_meta", "plan_row", "overlay", "scenario_view", "lineage", "lineage_row", "change_log"})
        statement.bind(1, QString::fromLatin1(table)).run();
}

} // namespace

std::vector<Kind> featureKinds() {
    std::vector<Kind> kinds;
    for (const Kind kind : allKinds())
        if (layoutOf(kind).hasGeometry())
            kinds.push_back(kind);
    return kinds;
}

void registerTable(Database& database, const QString& table, const QString& dataType, const QString& identifier,
                   const QString& utc) {
    Statement statement =
        database.prepare("INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, "
                         "srs_id) VALUES (?1, ?2, ?3, '', ?4, ?5)");
    statement.bind(1, table).bind(2, dataType).bind(3, identifier).bind(4, utc);
    dataType == QLatin1String("features") ? statement.bind(5, qint64(kPlanSrs)) : statement.bindNull(5);
    statement.run();
}

void markAsPlan(Database& database) {
    const QByteArray pages = QByteArray::number(kPlanCachePages);
    if (database.scalar("PRAGMA default_cache_size") == QString::fromLatin1(pages))
        return;
    const QString cache = database.scalar("PRAGMA cache_size").value_or(QString()); // of this connection: it stays
    database.exec("PRAGMA default_cache_size=" + pages);
    database.exec("PRAGMA cache_size=" + cache.toLatin1());
}

void createTables(Database& database, const QString& utc) {
    database.exec("PRAGMA application_id = 0x47504B47"); // "GPKG"
    database.exec("PRAGMA user_version = 10300");
    database.exec(kGeoPackageTables);
    database.exec(kReferenceSystems);
    database.exec(kOwnTables);
    for (const Kind kind : allKinds())
        createKind(database, kind, utc);
    registerTable(database, QStringLiteral("run"), QStringLiteral("attributes"), QStringLiteral("run"), utc);
    registerExtension(database);
}

} // namespace corridor
