// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/rules/clauseengine.h"

#include <initializer_list>

namespace corridor {

namespace {

struct EngineRow {
    const char* name;
    ClauseEngine engine;
    const char* unit;
    std::initializer_list<Comparator> comparators;
};
using enum Comparator;
const EngineRow kEngines[] = {
    {"rtt_between_key_sites_in_beijing", ClauseEngine::KeySitesInProvince, "ms", {AtMost, Below}},
    {"one_hop_to_hub", ClauseEngine::OneHop, "hop", {AtMost, Below, Equal}},
    {"rtt_between_key_sites_in_ring", ClauseEngine::KeySitesInRing, "ms", {AtMost, Below}},
    {"rtt_beijing_to_western_nodes", ClauseEngine::WesternNodes, "ms", {AtMost, Below}},
    {"capacity_between_key_sites_in_beijing", ClauseEngine::PairCapacity, "gbps", {AtLeast, Above}},
    {"ai_capacity_in_province", ClauseEngine::AiCapacity, "eflops", {AtLeast, Above}},
    {"ai_capacity_in_areas", ClauseEngine::AreaAiCapacity, "eflops", {AtLeast, Above}},
    {"pue_of_new_ai_sites", ClauseEngine::NewAiPue, "pue", {AtMost, Below}},
    {"pue_of_large_ai_sites", ClauseEngine::LargeAiPue, "pue", {AtMost, Below}},
    {"pue_of_existing_sites", ClauseEngine::ExistingPue, "pue", {AtMost, Below}},
    {"new_general_compute", ClauseEngine::NewGeneralCompute, "pflops", {Equal, AtMost}},
    {"disjoint_routes_of_key_services", ClauseEngine::DisjointRoutes, "routes", {AtLeast}},
};

const EngineRow* rowOf(const Clause& clause) {
    for (const EngineRow& row : kEngines)
        if (clause.engine == QLatin1String(row.name))
            return &row;
    return nullptr;
}

} // namespace

ClauseEngine engineOf(const Clause& clause) {
    const EngineRow* row = rowOf(clause);
    return row ? row->engine : ClauseEngine::None;
}

bool judgesPaths(ClauseEngine engine) {
    switch (engine) {
    case ClauseEngine::KeySitesInProvince:
    case ClauseEngine::OneHop:
    case ClauseEngine::KeySitesInRing:
    case ClauseEngine::WesternNodes:
    case ClauseEngine::PairCapacity:
        return true;
    default:
        return false;
    }
}

bool engineAnswers(const Clause& clause) {
    const EngineRow* row = rowOf(clause);
    if (!row)
        return true;
    const bool suits =
        std::find(row->comparators.begin(), row->comparators.end(), clause.comparator) != row->comparators.end();
    return suits && clause.threshold && clause.unit == QLatin1String(row->unit);
}

} // namespace corridor
