// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/references.h"

#include <array>
#include <vector>

namespace corridor {

namespace {

constexpr Kind kNodes[] = {Kind::Site, Kind::Junction};
constexpr Kind kSites[] = {Kind::Site};
constexpr Kind kSpans[] = {Kind::Span};
constexpr Kind kPlant[] = {Kind::Span, Kind::Junction, Kind::Site};
constexpr Kind kServices[] = {Kind::Service};
constexpr Kind kSeries[] = {Kind::Series};
constexpr Kind kScenarios[] = {Kind::Scenario};
constexpr Kind kPlaces[] = {Kind::Site, Kind::Junction, Kind::Area};

struct Row {
    Kind owner;
    const char* field;
    std::span<const Kind> targets;
    bool required;
    OnLoss onLoss;
};

// A declaration without a subject would speak for the whole plan, so it goes with its subject; a note or a counted row
// still says what it says.
constexpr Row kRows[] = {
    {Kind::Scenario, "parent_id", kScenarios, false, OnLoss::RemoveOwner},
    {Kind::Span, "from_id", kNodes, true, OnLoss::RemoveOwner},
    {Kind::Span, "to_id", kNodes, true, OnLoss::RemoveOwner},
    {Kind::RiskGroup, "members", kPlant, false, OnLoss::Clear},
    {Kind::Service, "from_id", kNodes, true, OnLoss::RemoveOwner},
    {Kind::Service, "to_id", kNodes, true, OnLoss::RemoveOwner},
    {Kind::Service, "second_from_id", kNodes, false, OnLoss::Clear},
    {Kind::Service, "second_to_id", kNodes, false, OnLoss::Clear},
    {Kind::Service, "pinned_primary", kSpans, false, OnLoss::Clear},
    {Kind::Service, "pinned_backup", kSpans, false, OnLoss::Clear},
    {Kind::Lightpath, "service_id", kServices, true, OnLoss::RemoveOwner},
    {Kind::Lightpath, "spans", kSpans, false, OnLoss::RemoveOwner},
    {Kind::Lightpath, "regenerators", kNodes, false, OnLoss::Clear},
    {Kind::Demand, "place_id", kPlaces, true, OnLoss::RemoveOwner},
    {Kind::PowerContract, "site_id", kSites, true, OnLoss::RemoveOwner},
    {Kind::PowerContract, "series_id", kSeries, false, OnLoss::Clear},
    {Kind::Register, "subject_id", {}, false, OnLoss::Clear},
    {Kind::Measurement, "subject_id", {}, true, OnLoss::RemoveOwner},
    {Kind::Declaration, "subject_id", {}, false, OnLoss::RemoveOwner},
    {Kind::Annotation, "subject_id", {}, false, OnLoss::Clear},
    {Kind::Provenance, "subject_id", {}, true, OnLoss::RemoveOwner},
};

using Rules = std::array<std::vector<ReferenceRule>, kKindCount>;

Rules makeRules() {
    Rules rules;
    for (const Row& row : kRows)
        rules[static_cast<std::size_t>(row.owner)].push_back(
            {schemaOf(row.owner).field(QString::fromLatin1(row.field)), row.targets, row.required, row.onLoss});
    return rules;
}

} // namespace

std::span<const ReferenceRule> referenceRules(Kind owner) {
    static const Rules rules = makeRules();
    return rules[static_cast<std::size_t>(owner)];
}

} // namespace corridor
