// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exchange/codebook.h"
#include "model/exchange/mapping.h"

#include <set>
#include <span>
#include <vector>

namespace corridor {

/// What the columns of an exported table hold of objects of one kind: references as codes, halves of points as numbers,
/// everything else as it is. Internal to export.
class ColumnWriter {
public:
    /// Codes are made unambiguous among all of `entities`, whatever is written of them.
    ColumnWriter(const EntitySet& entities, Kind kind);

    /// The value of a column: text for ids and references, numbers for longitude and latitude.
    Value value(const Entity& entity, const ColumnTarget& target) const;
    /// Whether the column holds text that people wrote, which a spreadsheet might take for a formula.
    bool isText(const ColumnTarget& target) const;
    /// The field behind a column; not of the id.
    const Field& field(const ColumnTarget& target) const {
        return schema.fields[static_cast<std::size_t>(target.field)];
    }

    const EntitySchema& schema;
    const std::vector<ExportColumn> columns;

private:
    std::span<const Kind> targetsOf(const Field& field) const;

    CodeBook mBook;
};

/// The objects of a kind in the order of exports: by code, then id. `only` = these alone; null = all.
std::vector<EntityRef> exportRows(const EntitySet& entities, Kind kind, const std::set<EntityId>* only = nullptr);

} // namespace corridor
