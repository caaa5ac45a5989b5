// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/message.h"
#include "model/plan/entityset.h"

#include <QByteArray>
#include <QDateTime>
#include <QStringList>

#include <optional>
#include <set>
#include <vector>

namespace corridor {

struct WorkbookContent;

/// One kind of object as CSV: UTF-8 with a byte order mark, RFC 4180, C-locale numbers, rows by code then id, unknown =
/// empty. References are codes, ids "#…"; text that a spreadsheet would run is guarded (csv.h). importSources() reads
/// it back equal. `only` = these objects alone; null = all.
QByteArray exportCsv(const EntitySet& entities, Kind kind, const std::set<EntityId>* only = nullptr);

/// One kind of object as a GeoJSON layer (RFC 7946); throws Error (Usage) for kinds without a geometry.
QByteArray exportGeoJson(const EntitySet& entities, Kind kind, const std::set<EntityId>* only = nullptr);

struct ExportOptions {
    std::vector<Kind> kinds;    ///< empty = every kind that has objects (and a geometry, for formats of places alone)
    std::set<EntityId> objects; ///< these alone, of the kinds; empty = all
    QString format;             ///< name of a Format; empty = by the extension of the target, else "csv"
    bool overwrite = false;     ///< replace files that are there
    std::optional<int> zone;    ///< of a drawing: see drawingPlane() in exportlayers.h; nothing = that in the middle
    QByteArray encoding = "UTF-8";             ///< of a shapefile's texts: "UTF-8" or "GBK"
    QDateTime created;                         ///< what files say of when they were made, where they do; invalid = now
    const WorkbookContent* workbook = nullptr; ///< what an Excel workbook tells beside the objects; null = nothing
};

/// Writes one file (target with an extension; for formats of one kind a file, exactly one kind) or a folder with one
/// file a kind ("spans.csv"), which is made if it is not there. Returns the files written. Nothing is written when one
/// of them exists and may not be replaced, and nothing when nothing is to be written. What the
/// files could not take goes into `losses`, beside what Format::loses says of all of them. Throws Error.
QStringList exportTo(const QString& target, const EntitySet& entities, const ExportOptions& options,
                     std::vector<Message>* losses = nullptr);

} // namespace corridor
