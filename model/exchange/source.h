// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exchange/sourcesystem.h"
#include "model/exchange/watch.h"
#include "model/plan/schema.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace corridor {

/// One record of a foreign file before it means anything: cells as text, and its geometry if the format has one.
struct SourceRow {
    int line = 0; ///< of the file, from 1; for formats without lines the number of the feature
    QStringList cells;
    Value geometry;  ///< LonLat hold the number pairs of the file, x (or longitude) first, in the table's system
    Message problem; ///< why the geometry could not be taken; empty = all is well
};

/// One table or layer of a foreign file. A layer that mixes geometries is one table for each of them, with one name.
struct SourceTable {
    QString file; ///< as named in messages: see sourceLabel()
    QString name; ///< of the layer or sheet, or the file's name without extension: "sites"
    QStringList columns;
    std::vector<SourceRow> rows;
    std::optional<FieldType> geometry;      ///< Point, Line or Polygon; nothing for tables without
    bool guardsFormulas = false;            ///< text may carry the apostrophe of csv.h
    std::optional<FoundSystem> system = {}; ///< that the file declares; nothing = it does not say
    std::vector<Message> notes = {};        ///< what was left out or assumed while reading
    bool oneOfMany = false; ///< came with others, in a file or folder: what is no kind of object is left out
};

/// How a table of a file is named in messages: the path; with the name of the layer or sheet where the file has others
/// ("plan.xlsx [站点]").
QString sourceLabel(const QString& path, const QString& table);
/// The path in such a name.
QString pathOfLabel(const QString& label);

/// Reads a CSV file. Throws Error (Environment when it cannot be read, FileContent for what is in it, Cancelled).
SourceTable readCsvFile(const QString& path, const QByteArray& encoding, const ExchangeWatch& watch = {});

/// Reads every table of a file in any format that can be imported (format.h), foreign ones through corridor-worker.
/// `encoding` of texts; empty = as the file says, else found out (UTF-8, GB18030). Throws Error: Usage for a format
/// that cannot be read, Environment, FileContent with one sentence that names the file, Cancelled.
std::vector<SourceTable> readSourceFile(const QString& path, const QByteArray& encoding,
                                        const ExchangeWatch& watch = {});

/// The tables of files and folders (of these every importable file, not what lies below; in order of their names).
/// Throws as above, and Error for a path where there is nothing to read.
std::vector<SourceTable> readSources(const QStringList& paths, const QByteArray& encoding,
                                     const ExchangeWatch& watch = {});

/// Writes bytes to a file as a whole; throws Error (Environment) with the reason.
void writeWhole(const QString& path, const QByteArray& bytes);

} // namespace corridor
