// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/database.h"

#include <QUrl>

#include <sqlite3.h>

namespace corridor {

namespace {

[[noreturn]] void fail(sqlite3* database, int code) {
    const int extended = database ? sqlite3_extended_errcode(database) : code;
    throw SqliteFailure(extended ? extended : code, database ? sqlite3_errmsg(database) : sqlite3_errstr(code));
}

QByteArray uri(const QString& path, Database::Mode mode) {
    if (path == QLatin1String(":memory:"))
        return path.toLatin1();
    QByteArray out = "file:" + QUrl::toPercentEncoding(path, "/");
    switch (mode) {
    case Database::Mode::ReadOnly:
        return out + "?mode=ro";
    case Database::Mode::Immutable:
        return out + "?mode=ro&immutable=1";
    case Database::Mode::ReadWrite:
        return out + "?mode=rw";
    case Database::Mode::Create:
        return out + "?mode=rwc";
    }
    return out;
}

} // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Statement::Statement(sqlite3* database, const QByteArray& sql) {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(database, sql.constData(), static_cast<int>(sql.size()) + 1,
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    mStatement.reset(statement);
    if (code != SQLITE_OK)
        fail(database, code);
}

void Statement::check(int code) const {
    if (code != SQLITE_OK)
        fail(sqlite3_db_handle(mStatement.get()), code);
}

Statement& Statement::bind(int parameter, qint64 value) {
    check(sqlite3_bind_int64(mStatement.get(), parameter, value));
    return *this;
}

Statement& Statement::bind(int parameter, double value) {
    check(sqlite3_bind_double(mStatement.get(), parameter, value));
    return *this;
}

Statement& Statement::bind(int parameter, const QString& text) {
    const QByteArray utf8 = text.toUtf8();
    check(sqlite3_bind_text64(mStatement.get(), parameter, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()),
                              SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bindBlob(int parameter, const QByteArray& bytes) {
    if (bytes.isNull())
        return bindNull(parameter);
    check(sqlite3_bind_blob64(mStatement.get(), parameter, bytes.constData(), static_cast<sqlite3_uint64>(bytes.size()),
                              SQLITE_TRANSIENT));
    return *this;
}

Statement& Statement::bindNull(int parameter) {
    check(sqlite3_bind_null(mStatement.get(), parameter));
    return *this;
}

bool Statement::step() {
    const int code = sqlite3_step(mStatement.get());
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE) {
        sqlite3* const database = sqlite3_db_handle(mStatement.get());
        const SqliteFailure failure(sqlite3_extended_errcode(database), sqlite3_errmsg(database));
        sqlite3_reset(mStatement.get());
        throw failure;
    }
    return false;
}

void Statement::run() {
    while (step()) {
    }
    reset();
}

void Statement::reset() {
    sqlite3_reset(mStatement.get());
    sqlite3_clear_bindings(mStatement.get());
}

int Statement::columnCount() const {
    return sqlite3_column_count(mStatement.get());
}

bool Statement::isNull(int column) const {
    return type(column) == SQLITE_NULL;
}

int Statement::type(int column) const {
    return sqlite3_column_type(mStatement.get(), column);
}

qint64 Statement::integer(int column) const {
    return sqlite3_column_int64(mStatement.get(), column);
}

double Statement::real(int column) const {
    return sqlite3_column_double(mStatement.get(), column);
}

QString Statement::text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(mStatement.get(), column));
    return QString::fromUtf8(bytes, sqlite3_column_bytes(mStatement.get(), column));
}

QByteArrayView Statement::blobView(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(mStatement.get(), column));
    return {bytes, sqlite3_column_bytes(mStatement.get(), column)};
}

QByteArray Statement::blob(int column) const {
    return isNull(column) ? QByteArray() : QByteArray(blobView(column).data(), blobView(column).size());
}

void Database::Close::operator()(sqlite3* database) const {
    sqlite3_close_v2(database);
}

Database::Database(const QString& path, Mode mode, const char* vfs) {
    const bool writable = mode == Mode::ReadWrite || mode == Mode::Create;
    const int flags =
        SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
        (writable ? SQLITE_OPEN_READWRITE | (mode == Mode::Create ? SQLITE_OPEN_CREATE : 0) : SQLITE_OPEN_READONLY);
    sqlite3* database = nullptr;
    const int code = sqlite3_open_v2(uri(path, mode).constData(), &database, flags, vfs);
    mDatabase.reset(database);
    if (code != SQLITE_OK)
        fail(database, code);
    harden();
}

void Database::harden() {
    sqlite3* const database = mDatabase.get();
    sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    // Else a column that a file lacks would read as its own name.
    sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_busy_timeout(database, 2000);
    exec("PRAGMA cell_size_check=ON");
    exec("PRAGMA mmap_size=0");
    exec("PRAGMA temp_store=MEMORY");
}

void Database::exec(const QByteArray& sql) {
    const int code = sqlite3_exec(mDatabase.get(), sql.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        fail(mDatabase.get(), code);
}

std::optional<QString> Database::scalar(const QByteArray& sql) {
    Statement statement = prepare(sql);
    return statement.step() ? std::optional<QString>(statement.text(0)) : std::nullopt;
}

qint64 Database::lastRowId() const {
    return sqlite3_last_insert_rowid(mDatabase.get());
}

int Database::changes() const {
    return sqlite3_changes(mDatabase.get());
}

bool Database::hasTable(const QString& name) {
    Statement statement = prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?1");
    return statement.bind(1, name).step();
}

Database Database::copyToMemory() {
    Database memory(QStringLiteral(":memory:"), Mode::Create);
    sqlite3_backup* backup = sqlite3_backup_init(memory.mDatabase.get(), "main", mDatabase.get(), "main");
    if (backup)
        sqlite3_backup_step(backup, -1);
    const int code = backup ? sqlite3_backup_finish(backup) : sqlite3_errcode(memory.mDatabase.get());
    if (code != SQLITE_OK)
        fail(memory.mDatabase.get(), code);
    return memory;
}

void Database::close() {
    sqlite3* const database = mDatabase.get();
    const int code = sqlite3_close(database);
    if (code != SQLITE_OK)
        fail(database, code);
    mDatabase.release();
}

QByteArray quoted(const QString& name) {
    QByteArray out = name.toUtf8();
    out.replace("\"", "\"\"");
    return '"' + out + '"';
}

} // namespace corridor
