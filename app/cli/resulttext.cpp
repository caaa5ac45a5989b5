// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/resulttext.h"

#include "app/cli/context.h"
#include "model/plan/unittext.h"

#include <QJsonArray>

#include <cmath>
#include <limits>

namespace corridor {

namespace {

QJsonValue toJson(const Value& value) {
    if (const auto* real = std::get_if<double>(&value))
        return *real;
    if (const auto* integer = std::get_if<qint64>(&value))
        return *integer;
    if (const auto* boolean = std::get_if<bool>(&value))
        return *boolean;
    if (const auto* id = std::get_if<EntityId>(&value))
        return qint64(id->value);
    if (const auto* text = std::get_if<QString>(&value))
        return *text;
    return {};
}

double differenceOf(const Value& a, const Value& b) {
    const auto* x = std::get_if<double>(&a);
    const auto* y = std::get_if<double>(&b);
    if (!x || !y)
        return a == b ? 0 : std::numeric_limits<double>::infinity();
    return std::abs(*x - *y) / std::max({1.0, std::abs(*x), std::abs(*y)});
}

double differenceOf(const ResultTable& a, const ResultTable& b) {
    if (a.name != b.name || a.columns != b.columns || a.rows.size() != b.rows.size())
        return std::numeric_limits<double>::infinity();
    double most = 0;
    for (std::size_t r = 0; r < a.rows.size(); ++r)
        for (std::size_t c = 0; c < a.columns.size(); ++c)
            most = std::max(most, differenceOf(a.rows[r][c], b.rows[r][c]));
    return most;
}

} // namespace

QJsonObject toJson(const ResultTable& table) {
    QJsonArray rows;
    for (const auto& row : table.rows) {
        QJsonObject object;
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            object.insert(table.columns[i].name, toJson(row[i]));
        rows.append(object);
    }
    return {{QStringLiteral("name"), table.name}, {QStringLiteral("rows"), rows}};
}

QJsonObject headOf(const Run& run) {
    return {{QStringLiteral("engine"), run.engine},
            {QStringLiteral("engine_version"), run.engineVersion},
            {QStringLiteral("input_hash"), QString::fromLatin1(run.inputHash.toHex())},
            {QStringLiteral("year"), run.year},
            {QStringLiteral("stale"), run.stale},
            {QStringLiteral("started_utc"), run.startedUtc.toUTC().toString(Qt::ISODate)},
            {QStringLiteral("duration_ms"), run.durationMs}};
}

double largestDifference(const Run& a, const Run& b) {
    if (a.tables.size() != b.tables.size())
        return std::numeric_limits<double>::infinity();
    double most = 0;
    for (std::size_t i = 0; i < a.tables.size(); ++i)
        most = std::max(most, differenceOf(a.tables[i], b.tables[i]));
    return most;
}

QString keyWithUnit(const QString& key, const QString& unit) {
    if (unit == u"%")
        return key + QStringLiteral("_pct");
    QString suffix;
    for (const QChar c : unit.toLower()) {
        if (c == u'/')
            suffix += QStringLiteral("_per_");
        else
            suffix += c == u'µ' ? QChar(u'u') : c.isLetterOrNumber() && c.unicode() < 128 ? c : QChar(u'_');
    }
    return suffix.isEmpty() ? key : key + u'_' + suffix;
}

QString quantity(std::optional<double> value, const QString& unit) {
    if (!value)
        return QStringLiteral("–");
    const bool whole = *value == std::floor(*value) && unit != u"ms";
    return withUnit(decimal(value, whole ? 0 : 3), unit);
}

} // namespace corridor
