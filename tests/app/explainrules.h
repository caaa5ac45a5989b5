// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/explanation.h"

#include <QtTest>

#include <map>
#include <set>

namespace corridor::test {

// Where the explanation of a printed figure holds it. A place is "section/row", with ".value" for one that is not
// called "value", ":low" or ":high" for a bound, and "-" before it where the label says the sign; "|" parts places of
// which one holds it. A row that begins with "@" is that of the object in that column.

/// A cell of a printed row: what it is called, and what stands there.
using Cells = std::map<QString, Value>;

inline std::optional<double> numberAt(const Explanation& explanation, QString place, const Cells& cells) {
    const double sign = place.startsWith(u'-') ? -1 : 1;
    if (sign < 0)
        place.remove(0, 1);
    const QString bound = place.section(u':', 1);
    const QString row = place.section(u':', 0, 0).section(u'/', 1);
    const ExplanationSection* section = explanation.section(place.section(u'/', 0, 0));
    const QString key = row.section(u'.', 0, 0),
                  name = row.contains(u'.') ? row.section(u'.', 1) : QStringLiteral("value");
    const ExplanationRow* line = nullptr;
    if (section && key.startsWith(u'@')) {
        const auto object = cells.find(key.sliced(1));
        for (const ExplanationRow& each : section->rows)
            if (object != cells.end() && each.object == std::get<EntityId>(object->second))
                line = &each;
    } else if (section) {
        line = section->row(key);
    }
    const ExplainedValue* value = line ? line->value(name) : nullptr;
    if (!value || !value->number)
        return std::nullopt;
    const std::optional<double> number = bound == u"low" ? value->low : bound == u"high" ? value->high : value->number;
    return sign * number.value_or(*value->number); // no range: exact
}

/// What the explanation says of a figure; nothing where none of the places holds it.
inline std::optional<double> explained(const Explanation& explanation, const QString& places, const Cells& cells = {}) {
    QString filled = places;
    if (const auto role = cells.find(QStringLiteral("role")); role != cells.end())
        filled.replace(QStringLiteral("{role}"), std::get<QString>(role->second));
    for (const QString& place : filled.split(u'|'))
        if (const auto number = numberAt(explanation, place, cells))
            return number;
    return std::nullopt;
}

/// What a numeric column is: the place of its explanation, or why it is no figure that one could ask about.
struct ColumnRule {
    QString place, notAFigure;
};

using ColumnRules = std::map<QString, std::map<QString, ColumnRule>>;

/// Of every table of results. A column or table that is not here has no explanation: tests fail then.
inline const ColumnRules& tableRules() {
    static const ColumnRules rules{
        {"service_latency",
         {{"rtt_ms", {"{role}/rtt", {}}},
          {"floor_ms", {"{role}/floor", {}}},
          {"detour_ms", {"{role}/detour", {}}},
          {"lay_ms", {"{role}/lay", {}}},
          {"equipment_ms", {"{role}/equipment", {}}},
          {"low_ms", {"{role}/rtt:low", {}}},
          {"high_ms", {"{role}/rtt:high", {}}},
          {"limit_ms", {"{role}/limit", {}}},
          {"margin_ms", {"{role}/to_spare|-{role}/over_by", {}}},
          {"margin_km", {"{role}/to_spare.fibre|-{role}/over_by.fibre", {}}},
          {"hops", {"{role}/hops", {}}},
          {"geodesic_km", {"{role}/geodesic", {}}},
          {"route_km", {"{role}/route", {}}},
          {"fibre_km", {"{role}/fibre", {}}}}},
        {"path_span",
         {{"seq", {{}, "the order of the spans along the path, in which the explanation lists them"}},
          {"fibre_km", {"{role}_spans/@span.fibre", {}}},
          {"delay_us", {"{role}_spans/@span.one_way", {}}}}},
        {"span_load",
         {{"capacity_gbps", {"load/capacity_shared|load/capacity", {}}},
          {"direction_gbps", {"load/capacity", {}}},
          {"primary_gbps", {"load/load_primary", {}}},
          {"backup_gbps", {"load/load_backup", {}}},
          {"load_gbps", {"load/load", {}}},
          {"headroom_gbps", {"load/headroom|-load/too_much", {}}},
          {"utilisation_pct", {"load/used", {}}},
          {"paths", {"load/paths", {}}}}},
        {"site_energy",
         {{"it_mw", {"energy_inputs/it_power", {}}},
          {"pue", {"energy_inputs/pue", {}}},
          {"it_mwh", {"energy/it_energy", {}}},
          {"energy_mwh", {"energy/energy", {}}},
          {"energy_low_mwh", {"energy/energy:low", {}}},
          {"energy_high_mwh", {"energy/energy:high", {}}},
          {"tce_primary_t", {"energy/tce_primary", {}}},
          {"tce_calorific_t", {"energy/tce_calorific", {}}},
          {"co2_t", {"energy/co2", {}}},
          {"green_share_pct", {"energy_inputs/green_share", {}}},
          {"co2_market_t", {"energy/co2_market", {}}},
          {"grid_factor_year", {{}, "names the factor that is used; the label of that input says it"}}}},
        {"province_energy",
         {{"sites", {"totals/sites", {}}},
          {"sites_known", {"totals/sites_known", {}}},
          {"it_mwh", {"totals/it_energy", {}}},
          {"energy_mwh", {"totals/energy", {}}},
          {"pue", {"totals/pue", {}}},
          {"tce_primary_t", {"totals/tce_primary", {}}},
          {"tce_calorific_t", {"totals/tce_calorific", {}}},
          {"co2_t", {"totals/co2", {}}}}},
        {"clause_verdict",
         {{"met", {"verdict/met", {}}},
          {"near", {"verdict/near", {}}},
          {"broken", {"verdict/broken", {}}},
          {"unknown", {"verdict/unknown", {}}},
          {"not_applicable", {"verdict/not_applicable", {}}}}},
        {"finding",
         {{"value", {"verdict/value", {}}},
          {"value_low", {"verdict/value:low", {}}},
          {"value_high", {"verdict/value:high", {}}},
          {"limit_value", {"verdict/limit", {}}},
          {"margin", {"verdict/to_spare|-verdict/over_by|-verdict/short_by", {}}},
          {"margin_km", {"verdict/to_spare.fibre|-verdict/over_by.fibre|-verdict/short_by.fibre", {}}}}}};
    return rules;
}

inline const Finding* findingNamed(const Assessment& assessment, const QString& key) {
    for (const Finding& finding : assessment.findings)
        if (finding.key == key)
            return &finding;
    return nullptr;
}

/// What explains a row of a table of results.
inline Explanation explanationOfRow(const Assessment& assessment, const QString& table, const Cells& cells) {
    const auto text = [&cells](const char* column) {
        const auto* value = std::get_if<QString>(&cells.at(QString::fromLatin1(column)));
        return value ? *value : QString();
    };
    const auto id = [&cells](const char* column) { return std::get<EntityId>(cells.at(QString::fromLatin1(column))); };
    if (table == u"service_latency" || table == u"path_span")
        return explainService(assessment, id("service"));
    if (table == u"span_load")
        return explainSpan(assessment, id("span"));
    if (table == u"site_energy")
        return explainSite(assessment, id("site"));
    if (table == u"province_energy")
        return text("province") == u"*" ? explainPlan(assessment) : explainProvince(assessment, text("province"));
    if (table == u"clause_verdict")
        return explainClause(assessment, text("clause"));
    const Finding* finding = table == u"finding" ? findingNamed(assessment, text("finding_key")) : nullptr;
    return finding ? explainFinding(assessment, *finding) : Explanation();
}

/// Why a row is not explained to the last bit; empty when it is.
inline QString unexplained(const Assessment& assessment, const QString& table, const Cells& cells) {
    const auto rules = tableRules().find(table);
    if (rules == tableRules().end())
        return table + QStringLiteral(" is explained nowhere");
    const Explanation out = explanationOfRow(assessment, table, cells);
    if (out.isEmpty())
        return table + QStringLiteral(": a row without an explanation");
    for (const auto& [column, cell] : cells) {
        std::optional<double> shown;
        if (const auto* real = std::get_if<double>(&cell))
            shown = *real;
        else if (const auto* integer = std::get_if<qint64>(&cell))
            shown = static_cast<double>(*integer);
        if (!shown)
            continue;
        const auto rule = rules->second.find(column);
        if (rule == rules->second.end())
            return QStringLiteral("%1.%2 is explained nowhere").arg(table, column);
        if (!rule->second.notAFigure.isEmpty())
            continue;
        const auto said = explained(out, rule->second.place, cells);
        // Of verdicts only those are listed that there are.
        if (said ? *said != *shown : !(table == u"clause_verdict" && *shown == 0))
            return QStringLiteral("%1.%2 of %3: %4 shown, %5 explained")
                .arg(table, column, out.title)
                .arg(*shown, 0, 'g', 17)
                .arg(said ? QString::number(*said, 'g', 17) : QStringLiteral("nothing"));
    }
    return {};
}

} // namespace corridor::test
