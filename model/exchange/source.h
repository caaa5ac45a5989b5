// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/schema.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace corridor {

/// One record of a foreign file before it means anything: cells as text, and its geometry if the format has one.
struct SourceRow {
    int line = 0; ///< of the file, from 1; for formats without lines the number of the feature
    QStringList cells;
    Value geometry;
    Message problem; ///< why the geometry could not be taken; empty = all is well
};

/// One table or layer of a foreign file.
struct SourceTable {
    QString file; ///< as named in messages
    QString name; ///< of the layer, or the file's name without extension: "sites"
    QStringList columns;
    std::vector<SourceRow> rows;
    std::optional<FieldType> geometry; ///< Point, Line or Polygon; nothing for tables without
    bool guardsFormulas = false;       ///< text may carry the apostrophe of csv.h
};

/// Reads a CSV file. Throws Error (Environment when it cannot be read, FileContent for what is in it).
SourceTable readCsvFile(const QString& path, const QByteArray& encoding);

/// Writes bytes to a file as a whole; throws Error (Environment) with the reason.
void writeWhole(const QString& path, const QByteArray& bytes);

} // namespace corridor
