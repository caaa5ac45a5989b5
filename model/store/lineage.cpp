// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/ddl.h"
#include "model/store/planwriter.h"

#include <QCryptographicHash>

namespace corridor {

namespace {

QString saveIdFor(const PlanState& state, const std::vector<WrittenRow>& rows, const QString& utc) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData((state.planId + u'/' + state.saveId + u'/' + utc).toUtf8());
    for (const WrittenRow& row : rows) {
        hash.addData((row.scenario.toString() + u'/' + row.id.toString() + u'/' + row.action).toUtf8());
        hash.addData(row.digest);
    }
    return QString::fromLatin1(hash.result().toHex().first(32));
}

qint64 nextSeq(Database& database, const char* table) {
    return database.scalar(QByteArray("SELECT coalesce(max(seq), 0) + 1 FROM ") + table)->toLongLong();
}

void writeLineage(Database& database, const PlanState& state, const QString& saveId,
                  const std::vector<WrittenRow>& rows, const QString& utc) {
    const qint64 seq = nextSeq(database, "lineage");
    Statement save = database.prepare("INSERT INTO lineage VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    save.bind(1, seq).bind(2, state.planId).bind(3, saveId).bind(5, utc).bind(6, QStringLiteral(CORRIDOR_VERSION));
    if (!state.saveId.isEmpty())
        save.bind(4, state.saveId);
    save.run();
    Statement insert = database.prepare("INSERT OR REPLACE INTO lineage_row VALUES (?1, ?2, ?3, ?4, ?5)");
    for (const WrittenRow& row : rows) {
        insert.bind(1, seq)
            .bind(2, static_cast<qint64>(row.scenario.value))
            .bind(3, QString::fromLatin1(schemaOf(row.kind).table));
        insert.bind(4, static_cast<qint64>(row.id.value)).bindBlob(5, row.digest).run();
    }
    for (const char* table : {"lineage", "lineage_row"})
        database.prepare(QByteArray("DELETE FROM ") + table + " WHERE seq <= ?1").bind(1, seq - kLineageSaves).run();
}

void writeChangeLog(Database& database, const QString& saveId, const std::vector<WrittenRow>& rows,
                    const QString& utc) {
    qint64 seq = nextSeq(database, "change_log");
    Statement insert = database.prepare("INSERT INTO change_log VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    const std::size_t first = rows.size() > kChangeLogRows ? rows.size() - kChangeLogRows : 0;
    for (std::size_t i = first; i < rows.size(); ++i) {
        const WrittenRow& row = rows[i];
        insert.bind(1, seq++).bind(2, utc).bind(3, saveId).bind(4, static_cast<qint64>(row.scenario.value));
        insert.bind(5, QString::fromLatin1(schemaOf(row.kind).table))
            .bind(6, static_cast<qint64>(row.id.value))
            .bind(7, row.action);
        row.fields.isEmpty() ? insert.bindNull(8) : insert.bind(8, row.fields);
        insert.run();
    }
    database.prepare("DELETE FROM change_log WHERE seq < ?1").bind(1, seq - kChangeLogRows).run();
}

} // namespace

QString recordSave(Database& database, const PlanState& state, const std::vector<WrittenRow>& rows,
                   const QString& utc) {
    static const std::vector<WrittenRow> none;
    const QString saveId = saveIdFor(state, rows, utc);
    const std::vector<WrittenRow>& listed = state.saveId.isEmpty() ? none : rows;
    writeLineage(database, state, saveId, listed, utc);
    writeChangeLog(database, saveId, listed, utc);
    setMeta(database, "save_id", saveId);
    setMeta(database, "last_change", utc);
    setMeta(database, "program", QStringLiteral(CORRIDOR_VERSION));
    return saveId;
}

void setMeta(Database& database, const char* key, const QString& value) {
    database.prepare("INSERT OR REPLACE INTO plan_meta (key, value) VALUES (?1, ?2)")
        .bind(1, QString::fromLatin1(key))
        .bind(2, value)
        .run();
}

QString utcText(const QDateTime& time) {
    return time.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzzZ"));
}

} // namespace corridor
