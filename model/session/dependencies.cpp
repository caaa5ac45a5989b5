// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/dependencies.h"

#include "model/plan/energysettings.h"

#include <QCryptographicHash>

#include <array>
#include <initializer_list>

namespace corridor {

namespace {

struct Rule {
    Kind kind;
    unsigned results; // that the fields decide
    std::initializer_list<const char*> fields;
};

// What no line names decides sentences in findings at most.
const Rule kRules[] = {
    {Kind::FibreType, kRoutes, {"code", "group_index"}},
    {Kind::EquipmentType, kRoutes, {"code", "one_way_delay_us", "round_trip_delay_us"}},
    {Kind::Site, kRoutes, {"geom", "status", "in_date", "out_date"}},
    {Kind::Site,
     kClauses,
     {"code", "key", "province", "kind", "project_type", "it_power_mw", "compute_pflops", "precision", "sparsity",
      "pue_model", "pue_annual", "green_share_pct"}},
    {Kind::Area, kClauses, {"code", "name", "geom", "centre", "radius_km"}},
    {Kind::Span, kClauses, {"pairs_lit", "capacity_gbps", "capacity_sharing"}},
    {Kind::Junction, kRoutes, {"geom", "role", "in_date", "out_date"}},
    {Kind::Junction, kClauses, {"code"}}, // the reference point is chosen by code
    {Kind::Span,
     kRoutes,
     {"from_id", "to_id", "geom", "status", "in_date", "out_date", "terrain", "schematic", "sinuosity", "lay_factor",
      "measured_fibre_km", "fibre"}},
    {Kind::RiskGroup, kRoutes, {"members"}},
    {Kind::Service,
     kRoutes,
     {"from_id", "to_id", "second_from_id", "second_to_id", "protection", "routing", "pinned_primary", "pinned_backup",
      "in_date", "out_date"}},
    {Kind::Service, kClauses, {"code", "clauses", "rtt_limit_ms", "gbps"}},
    {Kind::Declaration, kClauses, {"clause", "subject_id", "state"}},
    {Kind::RulePack, kClauses, {"code", "json"}},
    {Kind::Provenance, kRoutes, {"subject_id", "field", "low", "high"}},
};

struct SettingRule {
    const char* key;
    unsigned results;
};
constexpr SettingRule kSettingRules[] = {
    {"equipment_mode", kRoutes},       {"rtt_layer", kRoutes},          {"lay_factor", kRoutes},
    {"sinuosity_plain", kRoutes},      {"sinuosity_mountain", kRoutes}, {"sinuosity_urban", kRoutes},
    {"amplifier_spacing_km", kRoutes}, {"reference_point", kClauses},   {"ring_radius_km", kClauses},
    {"backup_decides", kClauses},      {"rule_pack", kClauses}};

unsigned withDependants(unsigned results) {
    if (results & kRoutes)
        return kAllResults;
    return results & kClauses ? kClauses | kFindings : results;
}

unsigned resultsOfChange(Kind kind, const Entity* before, const Entity* after) {
    const EntitySchema& schema = schemaOf(kind);
    if (kind == Kind::Setting)
        return resultsOfSetting((after ? after : before)->code) |
               (before && after ? resultsOfSetting(before->code) : kNoResults);
    if (kind == Kind::Provenance) {
        const auto bounded = [](const Entity* row) {
            const auto* provenance = static_cast<const Provenance*>(row);
            return provenance && (provenance->low || provenance->high);
        };
        if (!bounded(before) && !bounded(after))
            return kFindings;
    }
    const quint64 changed = changedFields(schema, before, after);
    unsigned results = kNoResults;
    for (std::size_t i = 0; i < schema.fields.size(); ++i)
        if (changed & (quint64(1) << i))
            results |= resultsOfField(kind, QLatin1String(schema.fields[i].name));
    return results;
}

void hashText(QCryptographicHash& hash, const QString& text) {
    // Length first, so that values cannot run into each other.
    hash.addData(QByteArray::number(text.size()) + ':');
    hash.addData(text.toUtf8());
}

// Fields of a kind that routes or clauses read.
std::vector<const Field*> fieldsRead(Kind kind) {
    std::vector<const Field*> out;
    for (const Field& field : schemaOf(kind).fields)
        if (resultsOfField(kind, QLatin1String(field.name)) & (kRoutes | kClauses))
            out.push_back(&field);
    return out;
}

} // namespace

unsigned resultsOfField(Kind kind, QLatin1String field) {
    unsigned results = kFindings;
    for (const Rule& rule : kRules)
        if (rule.kind == kind)
            for (const char* name : rule.fields)
                if (field == QLatin1String(name))
                    results |= rule.results;
    return withDependants(results);
}

unsigned resultsOfSetting(QStringView key) {
    for (const SettingRule& rule : kSettingRules)
        if (key == QLatin1String(rule.key))
            return withDependants(rule.results);
    return isEnergySetting(key) ? withDependants(kClauses) : kFindings;
}

unsigned staleBetween(const EntitySet& before, const EntitySet& after) {
    unsigned results = kNoResults;
    EntitySet::diff(before, after, [&](Kind kind, EntityId, const auto& a, const auto& b) {
        if (results != kAllResults)
            results |= resultsOfChange(kind, a.get(), b.get());
    });
    return results;
}

QByteArray inputHash(const EntitySet& entities, int year, QByteArrayView engineVersion) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(engineVersion);
    hashText(hash, QString::number(year));
    for (const Kind kind : allKinds()) {
        const std::vector<const Field*> fields = fieldsRead(kind);
        hashText(hash, QLatin1String(schemaOf(kind).table));
        entities.forEach(kind, [&](const EntityRef& row) {
            if (const Provenance* provenance = row.as<Provenance>();
                provenance && !provenance->low && !provenance->high)
                return;
            if (const Setting* setting = row.as<Setting>()) {
                if (!(resultsOfSetting(setting->code) & kClauses))
                    return;
                hashText(hash, setting->code);
                hashText(hash, setting->value);
                return;
            }
            if (fields.empty())
                return;
            hashText(hash, row->id.toString());
            for (const Field* field : fields)
                hashText(hash, valueToText(field->get(*row)));
        });
    }
    return hash.result();
}

} // namespace corridor
