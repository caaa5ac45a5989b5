// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exchange/importer.h"

namespace corridor {

/// One field that an import would change.
struct FieldDifference {
    const Field* field = nullptr;
    QString before, after; ///< as shown: codes for references, "line of 12 points, 34.5 km"; "—" for unknown
};

/// One object that an import would add or change.
struct ObjectDifference {
    Kind kind = Kind::Site;
    EntityId id;
    QString code, name;
    bool isNew = false;
    QString file; ///< where it came from; empty = it follows another object
    int line = 0;
    std::vector<FieldDifference> fields; ///< of changed objects, in file order; empty for new ones
};

/// What an import would do to the plan it was made for, object by object, in the order of `result.objects`.
std::vector<ObjectDifference> differencesOf(const EntitySet& target, const ImportResult& result);

} // namespace corridor
