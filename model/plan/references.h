// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/schema.h"

#include <span>

namespace corridor {

/// What becomes of an object when something it refers to goes.
enum class OnLoss {
    RemoveOwner, ///< it cannot stand without: a span without its end
    Clear        ///< it stands: the reference becomes null, a list loses the member
};

/// Where one field of type Reference or References may point.
struct ReferenceRule {
    const Field* field;
    std::span<const Kind> targets; ///< legal kinds; empty = any
    bool required;                 ///< null is refused
    OnLoss onLoss;
};

/// The rules of all reference fields of a kind, in order of the schema; empty for kinds that refer to nothing.
std::span<const ReferenceRule> referenceRules(Kind owner);

} // namespace corridor
