// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/entityset.h"

#include <QByteArray>
#include <QStringList>

#include <optional>
#include <vector>

namespace corridor {

/// One kind of object as CSV: UTF-8 with a byte order mark, RFC 4180, C-locale numbers, rows by code then id, unknown =
/// empty. References are codes, ids "#…"; text that a spreadsheet would run is guarded (csv.h). importSources() reads
/// it back equal.
QByteArray exportCsv(const EntitySet& entities, Kind kind);

/// One kind of object as a GeoJSON layer (RFC 7946); throws Error (Usage) for kinds without a geometry.
QByteArray exportGeoJson(const EntitySet& entities, Kind kind);

struct ExportOptions {
    std::vector<Kind> kinds; ///< empty = every kind that has objects (and a geometry, for GeoJSON)
    QString format;          ///< name of a Format; empty = by the extension of the target, else "csv"
    bool overwrite = false;  ///< replace files that are there
};

/// Writes one file (target with an extension; exactly one kind) or a folder with one file a kind ("spans.csv"), which
/// is made if it is not there. Returns the files written. Nothing is written when one of them exists and may not be
/// replaced. Throws Error.
QStringList exportTo(const QString& target, const EntitySet& entities, const ExportOptions& options);

} // namespace corridor
