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
    WesternNodes,       ///< "rtt_beijing_to_western_nodes", ms
    PairCapacity,       ///< "capacity_between_key_sites_in_beijing", Gbit/s of one direction
    AiCapacity,         ///< "ai_capacity_in_province", EFLOPS at the deadline
    AreaAiCapacity,     ///< "ai_capacity_in_areas", EFLOPS
    NewAiPue,           ///< "pue_of_new_ai_sites"
    LargeAiPue,         ///< "pue_of_large_ai_sites"
    ExistingPue,        ///< "pue_of_existing_sites"
    NewGeneralCompute,  ///< "new_general_compute", PFLOPS
    DisjointRoutes      ///< "disjoint_routes_of_key_services", routes
};

ClauseEngine engineOf(const Clause& clause);

/// Whether a service that declares the clause is judged by its own paths.
bool judgesPaths(ClauseEngine engine);

/// Whether the engine of a clause can hold its figure against the clause: each answers in one unit and with the
/// comparators that make sense of what it finds (the least round-trip time, the largest sum). True for
/// ClauseEngine::None. A pack for which it is false is refused when read.
bool engineAnswers(const Clause& clause);

} // namespace corridor
