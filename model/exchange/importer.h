// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exchange/mapping.h"
#include "model/geo/datumshift.h"
#include "model/plan/plan.h"

#include <QByteArray>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace corridor {

struct ImportOptions {
    Datum datum = Datum::Wgs84; ///< of the positions in the files; they are shifted to CGCS2000
    QByteArray encoding;        ///< of text files; empty = found out
    ColumnChoices columns;      ///< what the user says a column means
    std::optional<Kind> kind;   ///< of every table; nothing = by the name of the file or layer, else by its columns
    bool skipBadRows = false;   ///< leave bad rows out with a warning instead of refusing everything
    double snapM = 100;         ///< a line's end this near to a node belongs to it, metres
};

/// Something to tell the user about a foreign file.
struct ImportNote {
    QString file;
    int line = 0;   ///< from 1; of formats without lines the number of the feature; 0 = the whole file
    QString column; ///< as named in the file; empty = the whole row
    Message text;

    /// "sites.csv, line 12, column “lon”: …"
    Message sentence() const;
};

/// An object as it is to stand in the plan, and where it came from.
struct ImportedObject {
    Kind kind = Kind::Site;
    std::shared_ptr<const Entity> entity;
    bool isNew = false;
    QString file; ///< empty: changed only because another object was (a span whose end moved)
    int line = 0;
};

struct ImportCount {
    int added = 0, changed = 0, unchanged = 0;
};

/// What reading gave. Nothing is in the plan yet: see importStep().
struct ImportResult {
    std::vector<ImportedObject> objects; ///< added and changed ones, in order of kind and file
    std::vector<ImportNote> warnings;
    std::vector<ImportNote> badRows; ///< not empty = nothing may be applied
    std::array<ImportCount, kKindCount> counts{};

    const ImportCount& count(Kind kind) const { return counts[static_cast<std::size_t>(kind)]; }
};

/// Reads files (CSV, GeoJSON) and folders of them as objects for the scenario that `target` resolves. One table is one
/// kind of object; a folder may also hold the detail tables `risk_members`, `service_gbps` and `service_route` (see
/// resources/sample/README.md).
/// - A row is the object of its id, else of its code; without either it is new. Fields without a column keep their
/// value.
/// - New objects get the id of the file, else one made from kind and code, so that the same files always give the same
/// plan.
/// - References are codes, names or ids, over all files and `target`. A span without a line is straight; one without
/// ends takes the nodes
///   near its line's ends, or new junctions.
/// - An empty cell is unknown. Columns that mean nothing, and choices taken for the user, are named in `warnings`.
/// Throws Error for what cannot be read at all; a row that is wrong goes into `badRows`.
ImportResult importSources(const QStringList& sources, const EntitySet& target, const ImportOptions& options = {});

/// The step that puts an import into a scenario of a plan; empty when everything is there already. Throws Error
/// (FileContent) with the first bad row's sentence when there is one.
ChangeSet importStep(const Plan& plan, EntityId scenario, const ImportResult& result);

} // namespace corridor
