// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QVector>

/// Reading of the published answers. Each returns nothing when the file is absent, and the test skips.
namespace georeference {

inline QString path(const char* name) {
    return QStringLiteral(CORRIDOR_REFERENCE_DIR "/") + QString::fromLatin1(name);
}

inline QStringList lines(const char* name) {
    QFile file(path(name));
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return {};
    return QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

/// Rows of a comma-separated file without quotes, by column name.
inline QVector<QHash<QString, QString>> rows(const char* name) {
    QVector<QHash<QString, QString>> result;
    const QStringList all = lines(name);
    if (all.isEmpty())
        return result;
    const QStringList columns = all.first().split(QLatin1Char(','));
    for (qsizetype i = 1; i < all.size(); ++i) {
        const QStringList cells = all[i].split(QLatin1Char(','));
        QHash<QString, QString> row;
        for (qsizetype k = 0; k < columns.size() && k < cells.size(); ++k)
            row.insert(columns[k], cells[k]);
        result.push_back(row);
    }
    return result;
}

inline QJsonObject json(const char* name) {
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

} // namespace georeference

/// Both arguments are evaluated once; a NaN fails.
#define COMPARE_WITHIN(actual, expected, tolerance)                                                                    \
    do {                                                                                                               \
        const double actualValue = (actual);                                                                           \
        const double expectedValue = (expected);                                                                       \
        QVERIFY2(std::abs(actualValue - expectedValue) <= (tolerance),                                                 \
                 qPrintable(QStringLiteral("%1 is not %2 within %3 (" #actual ")")                                     \
                                .arg(actualValue, 0, 'g', 17)                                                          \
                                .arg(expectedValue, 0, 'g', 17)                                                        \
                                .arg(double(tolerance))));                                                             \
    } while (false)
