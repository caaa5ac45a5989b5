// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/id.h"
#include "model/plan/value.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <vector>

namespace corridor {

/// One column of a result table. The name carries the unit ("rtt_ms"); `unit` repeats it for display ("ms").
struct ResultColumn {
    enum class Type { Text, Real, Integer, Boolean, Reference };
    QString name;
    Type type = Type::Text;
    QString unit;

    friend bool operator==(const ResultColumn&, const ResultColumn&) = default;
};

/// Rows that an engine made, without saying which: how results travel to the file, to exchange and to the window.
struct ResultTable {
    QString name; ///< table name without the prefix: "service_latency" is stored as result_service_latency
    std::vector<ResultColumn> columns;
    std::vector<std::vector<Value>> rows; ///< each as long as `columns`; unknown = monostate

    friend bool operator==(const ResultTable&, const ResultTable&) = default;
};

/// 计算: one calculation with what it was made from. Equal `inputHash` = equal rows, bit for bit.
struct Run {
    RunId id;
    QString engine;        ///< "latency"
    QString engineVersion; ///< changes when results may change
    QByteArray inputHash;  ///< SHA-256 of everything the engine read
    quint64 revision = 0;  ///< of the document, at the start
    EntityId scenario;
    int year = 0;
    QDateTime startedUtc;
    double durationMs = 0;
    QString parameters; ///< JSON: the choices in force, units in key names
    bool stale = false; ///< stored without rows because the plan had moved on
    std::vector<ResultTable> tables;
};

} // namespace corridor
