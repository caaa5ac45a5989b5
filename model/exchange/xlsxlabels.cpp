// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/xlsxlabels.h"

#include "model/plan/unittext.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace corridor {

namespace {

struct Label {
    const char* name;
    const char* text; ///< context "Result"
};

#define LABEL(text) QT_TRANSLATE_NOOP("Result", text)

constexpr Label kTables[] = {{"service_latency", LABEL("Round trips")},
                             {"path_span", LABEL("Spans of paths")},
                             {"span_load", LABEL("Load of spans")},
                             {"site_energy", LABEL("Energy of sites")},
                             {"province_energy", LABEL("Energy of provinces")},
                             {"clause_verdict", LABEL("Verdicts on clauses")},
                             {"finding", LABEL("Findings")}};

constexpr Label kColumns[] = {{"scenario", LABEL("Scenario")},
                              {"year", LABEL("Year")},
                              {"service", LABEL("Service")},
                              {"service_code", LABEL("Code of the service")},
                              {"role", LABEL("Path")},
                              {"problem", LABEL("Problem")},
                              {"rtt_ms", LABEL("Round trip")},
                              {"floor_ms", LABEL("Straight-line floor")},
                              {"detour_ms", LABEL("Detour")},
                              {"lay_ms", LABEL("Lay")},
                              {"equipment_ms", LABEL("Equipment")},
                              {"low_ms", LABEL("Round trip, low")},
                              {"high_ms", LABEL("Round trip, high")},
                              {"complete", LABEL("All on record")},
                              {"limit_ms", LABEL("Limit")},
                              {"margin_ms", LABEL("Margin")},
                              {"margin_km", LABEL("Margin as fibre")},
                              {"hops", LABEL("Electrical hops")},
                              {"geodesic_km", LABEL("Straight line")},
                              {"route_km", LABEL("Route")},
                              {"fibre_km", LABEL("Fibre")},
                              {"wanted", LABEL("Protection wanted")},
                              {"achieved", LABEL("Protection achieved")},
                              {"seq", LABEL("Number along the path")},
                              {"span", LABEL("Span")},
                              {"span_code", LABEL("Code of the span")},
                              {"delay_us", LABEL("Delay of one way")},
                              {"clause", LABEL("Clause")},
                              {"severity", LABEL("Weight")},
                              {"verdict", LABEL("Verdict")},
                              {"met", LABEL("Met")},
                              {"near", LABEL("Near")},
                              {"broken", LABEL("Broken")},
                              {"unknown", LABEL("Unknown")},
                              {"not_applicable", LABEL("Not applicable")},
                              {"finding_key", LABEL("Key of the finding")},
                              {"check_code", LABEL("Clause or check")},
                              {"decides", LABEL("Decides")},
                              {"declared", LABEL("Declared by hand")},
                              {"subject", LABEL("Object")},
                              {"subject_code", LABEL("Code of the object")},
                              {"title", LABEL("Requirement")},
                              {"value", LABEL("Value")},
                              {"value_low", LABEL("Value, low")},
                              {"value_high", LABEL("Value, high")},
                              {"limit_value", LABEL("Limit")},
                              {"margin", LABEL("Margin")},
                              {"unit", LABEL("Unit")},
                              {"source", LABEL("Capacity known from")},
                              {"sharing", LABEL("Capacity is")},
                              {"capacity_gbps", LABEL("Capacity")},
                              {"direction_gbps", LABEL("Capacity of one direction")},
                              {"primary_gbps", LABEL("Load of primary paths")},
                              {"backup_gbps", LABEL("Load of backup paths")},
                              {"load_gbps", LABEL("Load")},
                              {"headroom_gbps", LABEL("Headroom")},
                              {"utilisation_pct", LABEL("Used")},
                              {"paths", LABEL("Paths over it")},
                              {"site", LABEL("Site")},
                              {"site_code", LABEL("Code of the site")},
                              {"province", LABEL("Province")},
                              {"it_mw", LABEL("IT power in use")},
                              {"pue", LABEL("PUE")},
                              {"pue_source", LABEL("PUE known from")},
                              {"it_mwh", LABEL("IT energy of a year")},
                              {"energy_mwh", LABEL("Energy of a year")},
                              {"energy_low_mwh", LABEL("Energy of a year, low")},
                              {"energy_high_mwh", LABEL("Energy of a year, high")},
                              {"tce_primary_t", LABEL("Standard coal, primary")},
                              {"tce_calorific_t", LABEL("Standard coal, calorific")},
                              {"co2_t", LABEL("CO₂, location-based")},
                              {"green_share_pct", LABEL("Green share")},
                              {"co2_market_t", LABEL("CO₂, market-based")},
                              {"grid_factor_year", LABEL("Year of the grid factor")},
                              {"missing", LABEL("Missing")},
                              {"sites", LABEL("Sites")},
                              {"sites_known", LABEL("Sites with figures")},
                              {"engine", LABEL("Calculation")},
                              {"engine_version", LABEL("Version of the method")},
                              {"revision", LABEL("Revision")},
                              {"started_utc", LABEL("Started (UTC)")},
                              {"rows", LABEL("Rows of results")},
                              {"state", LABEL("State")},
                              {"input_hash", LABEL("Hash of the input")},
                              {"parameters", LABEL("Choices in force")}};

constexpr const char* kWordColumns[] = {"role",   "problem", "wanted",     "achieved", "severity", "verdict",
                                        "source", "sharing", "pue_source", "missing",  "state"};

constexpr Label kWords[] = {{"primary", LABEL("primary")},
                            {"backup", LABEL("backup")},
                            {"none", LABEL("none")},
                            {"not_wanted", LABEL("not wanted")},
                            {"no_route", LABEL("no route")},
                            {"end_not_in_service", LABEL("an end is not in service")},
                            {"chain_broken", LABEL("the pinned spans do not join")},
                            {"span_not_in_service", LABEL("a pinned span is not in service")},
                            {"span_unknown", LABEL("a pinned span is not in the plan")},
                            {"link_disjoint", LABEL("no span in common")},
                            {"node_disjoint", LABEL("no node in common")},
                            {"risk_disjoint", LABEL("no risk in common")},
                            {"binding", LABEL("binding")},
                            {"guiding", LABEL("guiding")},
                            {"met", LABEL("met")},
                            {"near", LABEL("near")},
                            {"broken", LABEL("broken")},
                            {"unknown", LABEL("unknown")},
                            {"not_applicable", LABEL("not applicable")},
                            {"recorded", LABEL("the record")},
                            {"pairs", LABEL("fibre pairs")},
                            {"model", LABEL("a model")},
                            {"shared", LABEL("shared by both directions")},
                            {"per_direction", LABEL("for each direction")},
                            {"it_power", LABEL("IT power")},
                            {"load_factor", LABEL("load factor")},
                            {"pue", LABEL("PUE")},
                            {"tce_factor", LABEL("factor of standard coal")},
                            {"province", LABEL("province")},
                            {"grid_factor", LABEL("grid factor")},
                            {"current", LABEL("of the plan as exported")},
                            {"stored", LABEL("stored in the file")},
                            {"stale", LABEL("out of date, without rows")}};

constexpr Label kEngines[] = {
    {"latency", LABEL("Round trips")},    {"capacity", LABEL("Capacity")},        {"resilience", LABEL("Resilience")},
    {"compute", LABEL("Compute supply")}, {"energy", LABEL("Energy and carbon")}, {"cost", LABEL("Cost")},
    {"optics", LABEL("Optics")},          {"clauses", LABEL("Clause checks")}};

QString labelIn(std::span<const Label> labels, const QString& name) {
    for (const Label& label : labels)
        if (name == QLatin1String(label.name))
            return QCoreApplication::translate("Result", label.text);
    return name;
}

// Whether so many decimals show on which side of the limit a value lies.
bool tellsSide(double value, double limit, int decimals) {
    const double shown = QString::number(value, 'f', decimals).toDouble();
    return value == limit || (value < limit ? shown < limit : shown > limit);
}

int usualDecimals(double value, const QString& unit) {
    if (unit == u"ms")
        return 2;
    if (unit == u"km")
        return 1;
    if (unit.isEmpty()) {
        const QString text = shortestDecimal(value);
        const qsizetype point = text.indexOf(u'.');
        return text.contains(u'e') ? -1 : point < 0 ? 0 : static_cast<int>(text.size() - point - 1);
    }
    if (value == 0)
        return 0;
    return std::clamp(2 - static_cast<int>(std::floor(std::log10(std::abs(value)))), 0, 6);
}

} // namespace

QString resultTableLabel(const QString& table) {
    return labelIn(kTables, table);
}

QString resultColumnLabel(const QString& column) {
    return labelIn(kColumns, column);
}

bool holdsResultWords(const QString& column) {
    return std::any_of(std::begin(kWordColumns), std::end(kWordColumns),
                       [&](const char* name) { return column == QLatin1String(name); });
}

QString resultWordsLabel(const QString& words) {
    QStringList out;
    for (const QString& word : words.split(u' ', Qt::SkipEmptyParts))
        out += labelIn(kWords, word);
    return out.join(Workbook::tr(", "));
}

QString engineLabel(const QString& engine) {
    return labelIn(kEngines, engine);
}

QString withUnitLabel(const QString& label, const QString& unit) {
    const QString text = unitText(unit);
    return text.isEmpty() ? label : Workbook::tr("%1 (%2)").arg(label, text);
}

int shownDecimals(double value, const QString& unit, std::optional<double> limit) {
    constexpr int most = 6;
    int decimals = usualDecimals(value, unit);
    if (decimals < 0 || unit.isEmpty())
        return decimals;
    while (decimals < most && value != 0 && QString::number(value, 'f', decimals).toDouble() == 0)
        ++decimals;
    while (limit && decimals < most && !tellsSide(value, *limit, decimals))
        ++decimals;
    return decimals;
}

} // namespace corridor
