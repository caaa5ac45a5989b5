// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <exception>
#include <memory>
#include <optional>

struct sqlite3;
struct sqlite3_stmt;

namespace corridor {

/// SQLite refused something. Stays inside the store room: PlanFile turns it into an Error that names the file.
class SqliteFailure : public std::exception {
public:
    SqliteFailure(int code, QByteArray text)
        : mCode(code)
        , mText(std::move(text)) {}
    int code() const { return mCode; } ///< extended result code
    int primaryCode() const { return mCode & 0xff; }
    const char* what() const noexcept override { return mText.constData(); }

private:
    int mCode;
    QByteArray mText;
};

/// One prepared statement. Parameters count from 1, columns from 0, as SQLite counts them.
class Statement {
public:
    Statement() = default;
    Statement(sqlite3* database, const QByteArray& sql);

    Statement& bind(int parameter, qint64 value);
    Statement& bind(int parameter, double value);
    Statement& bind(int parameter, const QString& text);
    Statement& bindBlob(int parameter, const QByteArray& bytes); ///< a null QByteArray binds NULL
    Statement& bindNull(int parameter);

    /// True while there is a row.
    bool step();
    /// Steps to the end and makes ready for the next use.
    void run();
    void reset();

    int columnCount() const;
    bool isNull(int column) const;
    int type(int column) const; ///< SQLITE_INTEGER, …
    qint64 integer(int column) const;
    double real(int column) const;
    QString text(int column) const;
    QByteArray blob(int column) const;
    /// The bytes of a blob while the row lasts; not copied.
    QByteArrayView blobView(int column) const;

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    void check(int code) const;
    std::unique_ptr<sqlite3_stmt, Finalize> mStatement;
};

/// One SQLite connection under the settings every file of unknown origin needs: triggers and views disabled, schema not
/// trusted, defensive, no extensions, cell sizes checked.
class Database {
public:
    enum class Mode {
        ReadOnly,  ///< takes SQLite's shared lock while reading
        Immutable, ///< takes no lock and looks for no side files: for a WAL header without side files
        ReadWrite, ///< of a private file: recovers a journal beside it
        Create     ///< a new private file
    };
    Database(const QString& path, Mode mode, const char* vfs = nullptr);

    void exec(const QByteArray& sql);
    Statement prepare(const QByteArray& sql) { return Statement(mDatabase.get(), sql); }
    /// The first column of the first row; nothing when there is no row.
    std::optional<QString> scalar(const QByteArray& sql);
    qint64 lastRowId() const;
    int changes() const;
    bool hasTable(const QString& name);
    /// A copy of everything in memory, under the same settings: for migrations of a file that must not change.
    Database copyToMemory();
    /// Closes and reports what closing reports; the destructor closes too, silently.
    void close();

private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    void harden();
    std::unique_ptr<sqlite3, Close> mDatabase;
};

/// A name as SQL wants it, quotes doubled.
QByteArray quoted(const QString& name);

} // namespace corridor
