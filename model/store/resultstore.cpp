// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/resultstore.h"

#include "model/store/database.h"
#include "model/store/ddl.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <sqlite3.h>

#include <set>

namespace corridor {

namespace {

using Type = ResultColumn::Type;

constexpr std::pair<Type, const char*> kTypeWords[] = {{Type::Text, "text"},
                                                       {Type::Real, "real"},
                                                       {Type::Integer, "integer"},
                                                       {Type::Boolean, "boolean"},
                                                       {Type::Reference, "reference"}};

QString typeWord(Type type) {
    return QString::fromLatin1(kTypeWords[static_cast<std::size_t>(type)].second);
}

std::optional<Type> typeFromWord(const QString& word) {
    for (const auto& [type, text] : kTypeWords)
        if (word == QLatin1String(text))
            return type;
    return std::nullopt;
}

QByteArray sqlType(Type type) {
    switch (type) {
    case Type::Text:
        return "TEXT";
    case Type::Real:
        return "REAL";
    case Type::Integer:
    case Type::Reference:
        return "INTEGER";
    case Type::Boolean:
        return "BOOLEAN";
    }
    return "TEXT";
}

QString storedName(const QString& table) {
    return QStringLiteral("result_") + table;
}

// Names come from engines, and back from files of unknown origin: letters, digits and underscores only.
bool isLegalName(const QString& name) {
    return !name.isEmpty() && name.size() <= 60 && std::all_of(name.begin(), name.end(), [](QChar c) {
        return c == u'_' || (c.unicode() < 128 && c.isLetterOrNumber());
    });
}

QByteArray tablesToJson(const std::vector<ResultTable>& tables) {
    QJsonArray out;
    for (const ResultTable& table : tables) {
        QJsonArray columns;
        for (const ResultColumn& column : table.columns)
            columns.append(QJsonObject{{QStringLiteral("name"), column.name},
                                       {QStringLiteral("type"), typeWord(column.type)},
                                       {QStringLiteral("unit"), column.unit}});
        out.append(QJsonObject{{QStringLiteral("name"), table.name}, {QStringLiteral("columns"), columns}});
    }
    return QJsonDocument(out).toJson(QJsonDocument::Compact);
}

std::optional<std::vector<ResultTable>> tablesFromJson(const QString& text) {
    std::vector<ResultTable> out;
    const QJsonArray tables = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue& each : tables) {
        ResultTable& table = out.emplace_back();
        table.name = each[QStringLiteral("name")].toString();
        if (!isLegalName(table.name))
            return std::nullopt;
        const QJsonArray columns = each[QStringLiteral("columns")].toArray();
        for (const QJsonValue& column : columns) {
            const auto type = typeFromWord(column[QStringLiteral("type")].toString());
            const QString name = column[QStringLiteral("name")].toString();
            if (!type || !isLegalName(name))
                return std::nullopt;
            table.columns.push_back({name, *type, column[QStringLiteral("unit")].toString()});
        }
    }
    return out;
}

Value cell(const Statement& statement, int column, Type type) {
    if (statement.isNull(column))
        return {};
    switch (type) {
    case Type::Text:
        return statement.text(column);
    case Type::Real:
        return statement.real(column);
    case Type::Integer:
        return statement.integer(column);
    case Type::Boolean:
        return statement.integer(column) != 0;
    case Type::Reference:
        return EntityId{static_cast<quint64>(statement.integer(column))};
    }
    return {};
}

void bindCell(Statement& statement, int parameter, const Value& value) {
    if (const auto* real = std::get_if<double>(&value))
        statement.bind(parameter, *real);
    else if (const auto* whole = std::get_if<qint64>(&value))
        statement.bind(parameter, *whole);
    else if (const auto* flag = std::get_if<bool>(&value))
        statement.bind(parameter, qint64(*flag ? 1 : 0));
    else if (const auto* id = std::get_if<EntityId>(&value))
        statement.bind(parameter, static_cast<qint64>(id->value));
    else if (isUnknown(value))
        statement.bindNull(parameter);
    else
        statement.bind(parameter, valueToText(value));
}

QByteArray columnList(const ResultTable& table) {
    QByteArray out;
    for (const ResultColumn& column : table.columns)
        out += ", " + quoted(column.name);
    return out;
}

void readRows(Database& database, RunId run, ResultTable& table) {
    Statement statement = database.prepare("SELECT fid" + columnList(table) + " FROM " +
                                           quoted(storedName(table.name)) + " WHERE run_id = ?1 ORDER BY fid");
    statement.bind(1, static_cast<qint64>(run.value));
    while (statement.step()) {
        std::vector<Value>& row = table.rows.emplace_back();
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            row.push_back(cell(statement, static_cast<int>(i) + 1, table.columns[i].type));
    }
}

Run readRun(const Statement& statement) {
    Run run;
    run.id = RunId{static_cast<quint64>(statement.integer(0))};
    run.engine = statement.text(1);
    run.engineVersion = statement.text(2);
    run.inputHash = statement.text(3).toLatin1();
    run.revision = static_cast<quint64>(statement.integer(4));
    run.scenario = EntityId{static_cast<quint64>(statement.integer(5))};
    run.year = static_cast<int>(statement.integer(6));
    run.startedUtc = QDateTime::fromString(statement.text(7), Qt::ISODateWithMs);
    run.durationMs = statement.real(8);
    run.parameters = statement.text(9);
    run.stale = statement.integer(10) != 0;
    return run;
}

/// Makes the table, or adds the columns it lacks (an engine that learned something since).
void prepareTable(Database& database, const ResultTable& table, const QString& utc) {
    const QString name = storedName(table.name);
    if (!database.hasTable(name)) {
        QByteArray sql = "CREATE TABLE " + quoted(name) + " (fid INTEGER PRIMARY KEY NOT NULL, run_id INTEGER NOT NULL";
        for (const ResultColumn& column : table.columns)
            sql += ", " + quoted(column.name) + ' ' + sqlType(column.type);
        database.exec(sql + ')');
        database.exec("CREATE INDEX " + quoted(name + QStringLiteral("_run")) + " ON " + quoted(name) + "(run_id)");
        registerTable(database, name, QStringLiteral("attributes"), name, utc);
        return;
    }
    std::set<QString> have;
    Statement info = database.prepare("PRAGMA table_info(" + quoted(name) + ')');
    while (info.step())
        have.insert(info.text(1).toLower());
    for (const ResultColumn& column : table.columns)
        if (!have.contains(column.name.toLower()))
            database.exec("ALTER TABLE " + quoted(name) + " ADD COLUMN " + quoted(column.name) + ' ' +
                          sqlType(column.type));
}

void writeRows(Database& database, RunId run, const ResultTable& table) {
    QByteArray values = "?1";
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        values += ", ?" + QByteArray::number(static_cast<int>(i) + 2);
    Statement insert = database.prepare("INSERT INTO " + quoted(storedName(table.name)) + " (run_id" +
                                        columnList(table) + ") VALUES (" + values + ')');
    for (const std::vector<Value>& row : table.rows) {
        insert.bind(1, static_cast<qint64>(run.value));
        for (std::size_t i = 0; i < row.size(); ++i)
            bindCell(insert, static_cast<int>(i) + 2, row[i]);
        insert.run();
    }
}

void removeRows(Database& database, const Run& run) {
    for (const ResultTable& table : run.tables)
        if (database.hasTable(storedName(table.name)))
            database.prepare("DELETE FROM " + quoted(storedName(table.name)) + " WHERE run_id = ?1")
                .bind(1, static_cast<qint64>(run.id.value))
                .run();
}

void writeRun(Database& database, const Run& run, const QString& utc) {
    for (const ResultTable& table : run.tables)
        if (!isLegalName(table.name) || !std::all_of(table.columns.begin(), table.columns.end(),
                                                     [](const ResultColumn& c) { return isLegalName(c.name); }))
            throw Error(
                Blame::Bug,
                message(CORRIDOR_MSG("The result table “%1” cannot be stored under that name; please report this."),
                        table.name));
    Statement insert = database.prepare(
        "INSERT INTO run (id, engine, engine_version, input_hash, revision, scenario_id, year, started_utc, "
        "duration_ms, parameters, stale, tables) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12)");
    insert.bind(1, static_cast<qint64>(run.id.value))
        .bind(2, run.engine)
        .bind(3, run.engineVersion)
        .bind(4, QString::fromLatin1(run.inputHash));
    insert.bind(5, static_cast<qint64>(run.revision))
        .bind(6, static_cast<qint64>(run.scenario.value))
        .bind(7, qint64(run.year));
    insert.bind(8, run.startedUtc.toUTC().toString(Qt::ISODateWithMs)).bind(9, run.durationMs).bind(10, run.parameters);
    insert.bind(11, qint64(run.stale ? 1 : 0)).bind(12, QString::fromUtf8(tablesToJson(run.tables))).run();
    for (const ResultTable& table : run.tables) {
        prepareTable(database, table, utc);
        writeRows(database, run.id, table);
    }
}

bool sameSubject(const Run& a, const Run& b) {
    return a.id == b.id || (a.engine == b.engine && a.scenario == b.scenario && a.year == b.year);
}

// A stored run needs an id of its own; one without gets it from what it was made from.
Run withId(Run run) {
    if (run.id.isNull())
        run.id = RunId{stableEntityId(QStringLiteral("run/%1/%2/%3/%4")
                                          .arg(run.engine, QString::fromLatin1(run.inputHash), run.scenario.toString())
                                          .arg(run.year))
                           .value};
    if (run.stale)
        for (ResultTable& table : run.tables)
            table.rows.clear();
    return run;
}

} // namespace

std::vector<Run> readRuns(Database& database, OpenReport& report) {
    std::vector<Run> runs;
    Statement statement =
        database.prepare("SELECT id, engine, engine_version, input_hash, revision, scenario_id, year, started_utc, "
                         "duration_ms, parameters, stale, tables FROM run ORDER BY fid");
    while (statement.step()) {
        Run run = readRun(statement);
        auto tables = tablesFromJson(statement.text(11));
        try {
            for (std::size_t i = 0; tables && i < tables->size(); ++i)
                readRows(database, run.id, (*tables)[i]);
        } catch (const SqliteFailure& failure) {
            if (failure.primaryCode() != SQLITE_ERROR) // a broken file is another matter
                throw;
            tables.reset();
        }
        if (tables) {
            run.tables = std::move(*tables);
            runs.push_back(std::move(run));
        } else {
            report.notes.push_back(
                {OpenNote::What::BadValue,
                 Kind::Scenario,
                 {},
                 message(CORRIDOR_MSG("The stored results of “%1” cannot be read; compute them again."), run.engine)});
        }
    }
    return runs;
}

bool areStored(const std::vector<Run>& stored, const std::vector<Run>& runs) {
    return std::all_of(runs.begin(), runs.end(), [&](const Run& run) {
        return std::any_of(stored.begin(), stored.end(), [&](const Run& other) {
            return sameSubject(run, other) && run.engineVersion == other.engineVersion &&
                   run.inputHash == other.inputHash && run.stale == other.stale &&
                   (run.stale || run.tables == other.tables);
        });
    });
}

std::vector<Run> writeRuns(Database& database, const std::vector<Run>& stored, const std::vector<Run>& runs,
                           OtherRuns others, const QString& utc) {
    std::vector<Run> out;
    for (const Run& old : stored) {
        const bool replaced =
            std::any_of(runs.begin(), runs.end(), [&](const Run& run) { return sameSubject(withId(run), old); });
        const bool emptied = replaced || (others == OtherRuns::MakeStale && !old.stale);
        if (emptied)
            removeRows(database, old);
        if (replaced) {
            database.prepare("DELETE FROM run WHERE id = ?1").bind(1, static_cast<qint64>(old.id.value)).run();
            continue;
        }
        out.push_back(old);
        if (emptied) {
            database.prepare("UPDATE run SET stale = 1 WHERE id = ?1").bind(1, static_cast<qint64>(old.id.value)).run();
            out.back().stale = true;
            for (ResultTable& table : out.back().tables)
                table.rows.clear();
        }
    }
    for (auto run = runs.begin(); run != runs.end(); ++run) {
        if (std::any_of(run + 1, runs.end(),
                        [&](const Run& later) { return sameSubject(withId(later), withId(*run)); }))
            continue; // the later one is the newer
        out.push_back(withId(*run));
        writeRun(database, out.back(), utc);
    }
    database
        .prepare("UPDATE gpkg_contents SET last_change = ?1 WHERE table_name = 'run' OR table_name LIKE 'result\\_%' "
                 "ESCAPE '\\'")
        .bind(1, utc)
        .run();
    return out;
}

} // namespace corridor
