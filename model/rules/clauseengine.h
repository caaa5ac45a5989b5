// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/rules/rulepack.h"

namespace corridor {

/// The calculation that answers a clause, by the pack's key "engine".
enum class ClauseEngine {
    None,               ///< nothing computes it: empty, or a name that this version does not know
    KeySitesInProvince, ///< "rtt_between_key_sites_in_beijing", ms
    OneHop,             ///< "one_hop_to_hub", hops
    KeySitesInRing,     ///< "rtt_between_key_sites_in_ring", ms
    WesternNodes        ///< "rtt_beijing_to_western_nodes", ms
};

ClauseEngine engineOf(const Clause& clause);

/// Whether the engine of a clause can hold its figure against the clause: each answers in one unit, round-trip times
/// "at most" and "below" only, hops also "equal". True for ClauseEngine::None. A pack for which it is false is refused
/// when read.
bool engineAnswers(const Clause& clause);

} // namespace corridor
