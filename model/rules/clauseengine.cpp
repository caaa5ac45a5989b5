// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/rules/clauseengine.h"

namespace corridor {

namespace {

struct EngineRow {
    const char* name;
    ClauseEngine engine;
    const char* unit;
};
constexpr EngineRow kEngines[] = {
    {"rtt_between_key_sites_in_beijing", ClauseEngine::KeySitesInProvince, "ms"},
    {"one_hop_to_hub", ClauseEngine::OneHop, "hop"},
    {"rtt_between_key_sites_in_ring", ClauseEngine::KeySitesInRing, "ms"},
    {"rtt_beijing_to_western_nodes", ClauseEngine::WesternNodes, "ms"},
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

bool engineAnswers(const Clause& clause) {
    const EngineRow* row = rowOf(clause);
    if (!row)
        return true;
    const bool limits = clause.comparator == Comparator::AtMost || clause.comparator == Comparator::Below ||
                        (clause.comparator == Comparator::Equal && row->engine == ClauseEngine::OneHop);
    return limits && clause.threshold && clause.unit == QLatin1String(row->unit);
}

} // namespace corridor
