// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exchange/importmapping.h"
#include "model/plan/plan.h"

#include <QByteArray>

#include <array>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <tuple>
#include <vector>

namespace corridor {

/// One end of the line in a row of a foreign file.
struct LineEnd {
    QString file; ///< as named in messages
    int line = 0; ///< of the row
    bool atStart = false;

    friend bool operator<(const LineEnd& a, const LineEnd& b) {
        return std::tie(a.file, a.line, a.atStart) < std::tie(b.file, b.line, b.atStart);
    }
};

struct ImportOptions {
    std::optional<SourceSystem> system; ///< of all positions; nothing = as the files declare, else found by size
    QByteArray encoding;                ///< of texts; empty = as the files say, else found out
    ColumnChoices columns;              ///< what the user says a column means, in every table
    std::optional<Kind> kind; ///< of every table; nothing = by the name of the file or layer, else by its columns
    ImportMapping mapping;    ///< the same table by table; `columns` come before it, `kind` and `system` after
    bool skipBadRows = false; ///< leave bad rows out with a warning instead of refusing everything
    double snapM = 100;       ///< a line's end this near to a node belongs to it, metres
    double nearMissM = 1000;  ///< an end this near but not nearer is told as a near miss, metres
    std::set<LineEnd> joined; ///< near misses that the user wants to belong to their node
    ExchangeWatch watch;      ///< of reading and of working through

    const QByteArray& textEncoding() const { return encoding.isEmpty() ? mapping.encoding : encoding; }
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
    int leftOut = 0; ///< rows that are wrong, or that need one that is

    int total() const { return added + changed + unchanged + leftOut; }
};

/// A line that ends near a node, but not near enough to belong to it; a junction was added at its end.
struct NearMiss {
    LineEnd end;
    EntityId span, node; ///< the span, and the site or junction that may have been meant
    LonLat position;     ///< of the end
    double metres = 0;   ///< between the two
};

/// What reading gave. Nothing is in the plan yet: see importStep().
struct ImportResult {
    std::vector<ImportedObject> objects; ///< added and changed ones, in order of kind and file
    std::vector<ImportNote> warnings;
    std::vector<ImportNote> badRows; ///< not empty = nothing may be applied
    std::vector<NearMiss> nearMisses;
    std::array<ImportCount, kKindCount> counts{};

    const ImportCount& count(Kind kind) const { return counts[static_cast<std::size_t>(kind)]; }
};

/// Takes the tables of files (every format of format.h that reads) as objects for the scenario that `target` resolves.
/// One table is one kind of object; a folder may also hold the detail tables `risk_members`, `service_gbps` and
/// `service_route` (see resources/sample/README.md).
/// - A row is the object of its id, else of its code (else of its name, where a TableChoice says so); without these it
/// is new. Fields without a column keep their value.
/// - New objects get the id of the file, else one made from kind and code, so that the same files always give the same
/// plan.
/// - References are codes, names or ids, over all files and `target`. A span without a line is straight; one without
/// ends takes the nodes
///   near its line's ends, or new junctions; ends that just miss a node are named in `nearMisses` and `warnings`.
/// - Positions are read by sourcesystem.h; what was guessed is in `warnings`.
/// - An empty cell is unknown. Columns that mean nothing, and choices taken for the user, are named in `warnings`.
/// Throws Error for what cannot be read at all, or Cancelled; a row that is wrong goes into `badRows`.
ImportResult importTables(std::vector<SourceTable> tables, const EntitySet& target, const ImportOptions& options = {});

/// The same from files and folders.
ImportResult importSources(const QStringList& sources, const EntitySet& target, const ImportOptions& options = {});

/// What these tables would be taken for, as choices that can be changed and saved: kind, system and field of every
/// column that was recognised, an empty field for those that were not. Tables of no kind are left out. Throws Error
/// (Usage) as mapColumns() does.
ImportMapping proposedMapping(std::span<const SourceTable> tables, const ImportOptions& options);

/// The step that puts an import into a scenario of a plan; empty when everything is there already. Throws Error
/// (FileContent) with the first bad row's sentence when there is one.
ChangeSet importStep(const Plan& plan, EntityId scenario, const ImportResult& result);

} // namespace corridor
