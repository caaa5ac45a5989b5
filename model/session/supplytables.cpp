// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/supplytables.h"

namespace corridor {

namespace {

using Type = ResultColumn::Type;

Value real(const std::optional<double>& value) {
    return value ? Value(*value) : Value();
}
Value middle(const std::optional<Range>& range) {
    return range ? Value(range->value) : Value();
}
Value low(const std::optional<Range>& range) {
    return range ? Value(range->low) : Value();
}
Value high(const std::optional<Range>& range) {
    return range ? Value(range->high) : Value();
}
Value word(const char* text) {
    return QString::fromLatin1(text);
}
Value text(const QString& value) {
    return value.isEmpty() ? Value() : Value(value);
}
Value codeOf(const EntitySet& entities, EntityId id) {
    const EntityRef found = entities.find(id);
    return found ? text(found->code) : Value();
}

const char* sourceWord(CapacitySource source) {
    switch (source) {
    case CapacitySource::Recorded:
        return "recorded";
    case CapacitySource::Pairs:
        return "pairs";
    case CapacitySource::Unknown:
        break;
    }
    return "unknown";
}

const char* sourceWord(PueSource source) {
    switch (source) {
    case PueSource::Recorded:
        return "recorded";
    case PueSource::Model:
        return "model";
    case PueSource::None:
        break;
    }
    return "none";
}

QString missingWords(const SiteEnergy& site) {
    static constexpr const char* kWords[kEnergyGaps] = {"it_power",   "load_factor", "pue",
                                                        "tce_factor", "province",    "grid_factor"};
    QStringList out;
    for (const EnergyGap gap : site.missing)
        out += QLatin1String(kWords[static_cast<std::size_t>(gap)]);
    return out.join(u' ');
}

// Sums of what is known; empty where nothing is, for that is not nothing used.
std::vector<Value> sumRow(const EnergySum& sum, const Value& name) {
    const auto known = [&sum](double value) { return sum.known > 0 ? Value(value) : Value(); };
    return {name,
            Value(qint64(sum.sites)),
            Value(qint64(sum.known)),
            known(sum.itMwh),
            known(sum.mwh),
            real(sum.pue),
            known(sum.tce[static_cast<std::size_t>(TceBasis::Primary)]),
            known(sum.tce[static_cast<std::size_t>(TceBasis::Calorific)]),
            known(sum.co2T)};
}

} // namespace

ResultTable spanLoadTable(const Assessment& assessment) {
    ResultTable table;
    table.name = QStringLiteral("span_load");
    table.columns = {{"span", Type::Reference, {}},
                     {"span_code", Type::Text, {}},
                     {"source", Type::Text, {}},
                     {"sharing", Type::Text, {}},
                     {"capacity_gbps", Type::Real, "Gbit/s"},
                     {"direction_gbps", Type::Real, "Gbit/s"},
                     {"primary_gbps", Type::Real, "Gbit/s"},
                     {"backup_gbps", Type::Real, "Gbit/s"},
                     {"load_gbps", Type::Real, "Gbit/s"},
                     {"headroom_gbps", Type::Real, "Gbit/s"},
                     {"utilisation_pct", Type::Real, "%"},
                     {"paths", Type::Integer, {}},
                     {"complete", Type::Boolean, {}}};
    for (const SpanLoad& load : assessment.capacity->spans) {
        const bool known = load.capacity.isKnown();
        const std::optional<double> used = load.utilisation();
        table.rows.push_back(
            {Value(load.span), codeOf(assessment.input->entities, load.span), word(sourceWord(load.capacity.source)),
             word(load.capacity.sharing == CapacitySharing::Shared ? "shared" : "per_direction"),
             known ? Value(load.capacity.gbps) : Value(), known ? Value(load.capacity.perDirectionGbps()) : Value(),
             Value(load.primaryGbps), Value(load.backupGbps), Value(load.loadGbps()), real(load.headroomGbps()),
             used ? Value(*used * 100.0) : Value(), Value(qint64(load.services)), Value(load.complete)});
    }
    return table;
}

ResultTable siteEnergyTable(const Assessment& assessment) {
    ResultTable table;
    table.name = QStringLiteral("site_energy");
    table.columns = {{"site", Type::Reference, {}},
                     {"site_code", Type::Text, {}},
                     {"province", Type::Text, {}},
                     {"it_mw", Type::Real, "MW"},
                     {"pue", Type::Real, {}},
                     {"pue_source", Type::Text, {}},
                     {"it_mwh", Type::Real, "MWh"},
                     {"energy_mwh", Type::Real, "MWh"},
                     {"energy_low_mwh", Type::Real, "MWh"},
                     {"energy_high_mwh", Type::Real, "MWh"},
                     {"tce_primary_t", Type::Real, "t"},
                     {"tce_calorific_t", Type::Real, "t"},
                     {"co2_t", Type::Real, "t"},
                     {"green_share_pct", Type::Real, "%"},
                     {"co2_market_t", Type::Real, "t"},
                     {"grid_factor_year", Type::Integer, {}},
                     {"missing", Type::Text, {}}};
    for (const SiteEnergy& site : assessment.energy->sites)
        table.rows.push_back({Value(site.site), codeOf(assessment.input->entities, site.site), text(site.province),
                              real(site.itMw), middle(site.pue), word(sourceWord(site.pueSource)), middle(site.itMwh),
                              middle(site.mwh), low(site.mwh), high(site.mwh),
                              middle(site.tce[static_cast<std::size_t>(TceBasis::Primary)]),
                              middle(site.tce[static_cast<std::size_t>(TceBasis::Calorific)]), middle(site.co2T),
                              site.greenShare ? Value(*site.greenShare * 100.0) : Value(), real(site.co2MarketT),
                              site.factorYear ? Value(qint64(site.factorYear)) : Value(), text(missingWords(site))});
    return table;
}

ResultTable provinceEnergyTable(const Assessment& assessment) {
    ResultTable table;
    table.name = QStringLiteral("province_energy");
    table.columns = {
        {"province", Type::Text, {}},       {"sites", Type::Integer, {}},         {"sites_known", Type::Integer, {}},
        {"it_mwh", Type::Real, "MWh"},      {"energy_mwh", Type::Real, "MWh"},    {"pue", Type::Real, {}},
        {"tce_primary_t", Type::Real, "t"}, {"tce_calorific_t", Type::Real, "t"}, {"co2_t", Type::Real, "t"}};
    for (const EnergySum& sum : assessment.energy->provinces)
        table.rows.push_back(sumRow(sum, text(sum.province)));
    table.rows.push_back(sumRow(assessment.energy->total, Value(QStringLiteral("*"))));
    return table;
}

} // namespace corridor
