// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/calc/inputrange.h"

#include <algorithm>

namespace corridor {

RangeIndex::RangeIndex(const EntitySet& entities) {
    entities.table<Provenance>().forEach([&](const std::shared_ptr<const Provenance>& row) {
        if (row->low || row->high)
            mRows[row->subject].push_back({row->field, row->low, row->high});
    });
}

Range RangeIndex::of(EntityId subject, QStringView field, double value) const {
    Range range = Range::exact(value);
    const auto it = mRows.find(subject);
    if (it == mRows.end())
        return range;
    for (const Row& row : it->second) {
        if (row.field != field)
            continue;
        range.low = std::min(value, row.low.value_or(value));
        range.high = std::max(value, row.high.value_or(value));
        break;
    }
    return range;
}

} // namespace corridor
