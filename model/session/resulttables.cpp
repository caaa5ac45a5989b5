// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/resulttables.h"

#include "model/session/supplytables.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace corridor {

namespace {

using Type = ResultColumn::Type;

Value real(double value) {
    return value;
}
Value real(const std::optional<double>& value) {
    return value ? Value(*value) : Value();
}
Value word(const char* text) {
    return QString::fromLatin1(text);
}
Value reference(EntityId id) {
    return id ? Value(id) : Value();
}

const char* roleWord(bool backup) {
    return backup ? "backup" : "primary";
}

const char* problemWord(PathProblem problem) {
    switch (problem) {
    case PathProblem::None:
        return "none";
    case PathProblem::NotWanted:
        return "not_wanted";
    case PathProblem::NoRoute:
        return "no_route";
    case PathProblem::EndNotInService:
        return "end_not_in_service";
    case PathProblem::ChainBroken:
        return "chain_broken";
    case PathProblem::SpanNotInService:
        return "span_not_in_service";
    case PathProblem::SpanUnknown:
        return "span_unknown";
    }
    return "none";
}

const char* protectionWord(Protection protection) {
    switch (protection) {
    case Protection::None:
        return "none";
    case Protection::LinkDisjoint:
        return "link_disjoint";
    case Protection::NodeDisjoint:
        return "node_disjoint";
    case Protection::RiskDisjoint:
        return "risk_disjoint";
    }
    return "none";
}

const char* severityWord(Severity severity) {
    return severity == Severity::Binding ? "binding" : "guiding";
}

// Everything between the problem and the protection of a row; unknown where there is no path.
std::vector<Value> figuresOf(const RoutedPath& path, const std::optional<double>& limit) {
    constexpr std::size_t kFigures = 15;
    constexpr std::size_t kLimit = 8;
    std::vector<Value> row(kFigures);
    row[kLimit] = real(limit);
    if (!path.exists)
        return row;
    const RttParts& rtt = path.rtt;
    std::optional<double> margin, km;
    if (limit) {
        margin = *limit - rtt.totalMs;
        if (path.usPerKm > 0)
            km = marginKm(*margin, path.usPerKm);
    }
    return {real(rtt.totalMs),     real(rtt.floorMs),  real(rtt.detourMs), real(rtt.layMs),
            real(rtt.equipmentMs), real(rtt.lowMs),    real(rtt.highMs),   Value(rtt.complete),
            real(limit),           real(margin),       real(km),           Value(qint64(path.hops)),
            real(path.geodesicKm), real(path.routeKm), real(path.fibreKm)};
}

ResultTable latencyTable(const Assessment& assessment) {
    ResultTable table;
    table.name = QStringLiteral("service_latency");
    table.columns = {
        {"service", Type::Reference, {}}, {"service_code", Type::Text, {}},  {"role", Type::Text, {}},
        {"problem", Type::Text, {}},      {"rtt_ms", Type::Real, "ms"},      {"floor_ms", Type::Real, "ms"},
        {"detour_ms", Type::Real, "ms"},  {"lay_ms", Type::Real, "ms"},      {"equipment_ms", Type::Real, "ms"},
        {"low_ms", Type::Real, "ms"},     {"high_ms", Type::Real, "ms"},     {"complete", Type::Boolean, {}},
        {"limit_ms", Type::Real, "ms"},   {"margin_ms", Type::Real, "ms"},   {"margin_km", Type::Real, "km"},
        {"hops", Type::Integer, {}},      {"geodesic_km", Type::Real, "km"}, {"route_km", Type::Real, "km"},
        {"fibre_km", Type::Real, "km"},   {"wanted", Type::Text, {}},        {"achieved", Type::Text, {}}};
    for (const ServiceRoute& route : assessment.routes) {
        const Service* service = assessment.input->entities.find<Service>(route.service);
        if (!service)
            continue;
        const std::optional<RttLimit> strictest = strictestRttLimit(assessment, *service);
        const std::optional<double> limit = strictest ? std::optional(strictest->ms) : std::nullopt;
        for (const bool backup : {false, true}) {
            const RoutedPath& path = route.path(backup);
            if (path.problem == PathProblem::NotWanted)
                continue;
            std::vector<Value> row{reference(route.service), Value(service->code), word(roleWord(backup)),
                                   word(problemWord(path.problem))};
            const std::vector<Value> figures = figuresOf(path, limit);
            row.insert(row.end(), figures.begin(), figures.end());
            row.push_back(word(protectionWord(route.wanted)));
            row.push_back(word(protectionWord(route.achieved)));
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

ResultTable pathTable(const Assessment& assessment) {
    ResultTable table;
    table.name = QStringLiteral("path_span");
    table.columns = {{"service", Type::Reference, {}}, {"role", Type::Text, {}},       {"seq", Type::Integer, {}},
                     {"span", Type::Reference, {}},    {"fibre_km", Type::Real, "km"}, {"delay_us", Type::Real, "µs"}};
    const LatencyInput& input = *assessment.input;
    for (const ServiceRoute& route : assessment.routes)
        for (const bool backup : {false, true}) {
            qint64 seq = 0;
            for (const EntityId span : route.path(backup).spans) {
                const int index = input.spanIndex(span);
                if (index < 0)
                    continue;
                const SpanLatency& latency = input.spans[static_cast<std::size_t>(index)];
                table.rows.push_back({reference(route.service), word(roleWord(backup)), Value(++seq), reference(span),
                                      real(latency.fibreKm), real(latency.delayUs)});
            }
        }
    return table;
}

ResultTable clauseTable(const Assessment& assessment) {
    ResultTable table;
    table.name = QStringLiteral("clause_verdict");
    table.columns = {{"clause", Type::Text, {}},     {"severity", Type::Text, {}},
                     {"verdict", Type::Text, {}},    {"met", Type::Integer, {}},
                     {"near", Type::Integer, {}},    {"broken", Type::Integer, {}},
                     {"unknown", Type::Integer, {}}, {"not_applicable", Type::Integer, {}}};
    for (const ClauseVerdict& clause : assessment.clauses) {
        std::vector<Value> row{Value(clause.clause), word(severityWord(clause.severity)),
                               Value(verdictWord(clause.verdict))};
        for (const int count : clause.counts)
            row.push_back(Value(qint64(count)));
        table.rows.push_back(std::move(row));
    }
    return table;
}

ResultTable findingTable(const Assessment& assessment) {
    ResultTable table;
    table.name = QStringLiteral("finding");
    table.columns = {{"finding_key", Type::Text, {}},  {"check_code", Type::Text, {}},  {"severity", Type::Text, {}},
                     {"verdict", Type::Text, {}},      {"decides", Type::Boolean, {}},  {"declared", Type::Boolean, {}},
                     {"subject", Type::Reference, {}}, {"value", Type::Real, {}},       {"value_low", Type::Real, {}},
                     {"value_high", Type::Real, {}},   {"limit_value", Type::Real, {}}, {"margin", Type::Real, {}},
                     {"unit", Type::Text, {}},         {"margin_km", Type::Real, "km"}};
    for (const Finding& finding : assessment.findings)
        table.rows.push_back({Value(finding.key), Value(finding.check), word(severityWord(finding.severity)),
                              Value(verdictWord(finding.verdict)), Value(finding.decides), Value(finding.declared),
                              reference(finding.subject), real(finding.value), real(finding.valueLow),
                              real(finding.valueHigh), real(finding.limit), real(finding.margin),
                              finding.unit.isEmpty() ? Value() : Value(finding.unit), real(finding.marginKm)});
    return table;
}

QString parametersOf(const Assessment& assessment) {
    static constexpr const char* kLayers[] = {"fibre", "transport", "ip"};
    const PlanSettings& settings = assessment.input->settings;
    QJsonObject out;
    out.insert(QStringLiteral("year"), assessment.year);
    out.insert(QStringLiteral("rtt_layer"), QLatin1String(kLayers[static_cast<int>(settings.rttLayer)]));
    out.insert(QStringLiteral("equipment_mode"),
               QLatin1String(settings.equipmentMode == EquipmentMode::Lump ? "lump" : "itemised"));
    out.insert(QStringLiteral("lay_factor"), settings.layFactor);
    out.insert(QStringLiteral("ring_radius_km"), settings.ringRadiusKm);
    out.insert(QStringLiteral("amplifier_spacing_km"), settings.amplifierSpacingKm);
    out.insert(QStringLiteral("backup_decides"), settings.backupDecides);
    const EnergySettings& energy = assessment.energy->settings;
    out.insert(QStringLiteral("backup_reserves"), energy.backupReserves);
    out.insert(QStringLiteral("tce_basis"),
               QLatin1String(energy.tceBasis == TceBasis::Primary ? "primary" : "calorific"));
    const std::pair<const char*, const std::optional<PlanFigure>&> figures[] = {
        {"it_load_factor", energy.loadFactor},
        {"tce_primary_kgce_per_kwh", energy.tcePrimary},
        {"tce_calorific_kgce_per_kwh", energy.tceCalorific},
        {"channels_per_pair", energy.channelsPerPair},
        {"channel_gbps", energy.channelGbps}};
    for (const auto& [key, figure] : figures)
        if (figure)
            out.insert(QLatin1String(key), figure->value);
    out.insert(QStringLiteral("rule_pack"), assessment.rulePack ? assessment.rulePack->id : QString());
    return QString::fromUtf8(QJsonDocument(out).toJson(QJsonDocument::Compact));
}

Run runOf(const Assessment& assessment, const char* engine, const char* version, const QByteArray& inputHash) {
    Run run;
    run.engine = QLatin1String(engine);
    run.engineVersion = QLatin1String(version);
    run.inputHash = inputHash;
    // The same calculation on the same input in the same scenario is the same run.
    run.id = RunId{
        stableEntityId(QStringLiteral("run/%1/%2/%3")
                           .arg(run.engine, assessment.scenario.toString(), QString::fromLatin1(inputHash.toHex())))
            .value};
    run.revision = assessment.revision;
    run.scenario = assessment.scenario;
    run.year = assessment.year;
    run.parameters = parametersOf(assessment);
    return run;
}

} // namespace

QByteArray engineVersions() {
    return QByteArray(kLatencyEngineVersion) + kCapacityEngineVersion + kEnergyEngineVersion + kClausesEngineVersion;
}

std::optional<RttLimit> strictestRttLimit(const Assessment& assessment, const Service& service) {
    std::optional<RttLimit> limit;
    if (service.rttLimitMs)
        limit = RttLimit{*service.rttLimitMs, {}, Comparator::AtMost};
    if (assessment.rulePack)
        for (const Clause& clause : assessment.rulePack->clauses)
            if (clause.unit == u"ms" && clause.threshold && declaresClause(service, clause.id) &&
                (!limit || *clause.threshold < limit->ms))
                limit = RttLimit{*clause.threshold, clause.id, clause.comparator};
    return limit;
}

std::vector<Run> runsOf(const Assessment& assessment, const QByteArray& inputHash) {
    Run latency = runOf(assessment, "latency", kLatencyEngineVersion, inputHash);
    latency.tables = {latencyTable(assessment), pathTable(assessment)};
    Run capacity = runOf(assessment, "capacity", kCapacityEngineVersion, inputHash);
    capacity.tables = {spanLoadTable(assessment)};
    Run energy = runOf(assessment, "energy", kEnergyEngineVersion, inputHash);
    energy.tables = {siteEnergyTable(assessment), provinceEnergyTable(assessment)};
    Run clauses = runOf(assessment, "clauses", kClausesEngineVersion, inputHash);
    clauses.tables = {clauseTable(assessment), findingTable(assessment)};
    return {std::move(latency), std::move(capacity), std::move(energy), std::move(clauses)};
}

} // namespace corridor
