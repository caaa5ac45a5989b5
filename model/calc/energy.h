// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/calc/inputrange.h"
#include "model/plan/energysettings.h"

#include <array>
#include <vector>

namespace corridor {

/// Hours of a year, leap years too, as annual energy is stated.
inline constexpr double kHoursPerYear = 8760;

/// What an energy figure lacks.
enum class EnergyGap { ItPower, LoadFactor, Pue, TceFactor, Province, GridFactor };
inline constexpr std::size_t kEnergyGaps = 6;

enum class PueSource {
    None,     ///< not on record, and no model chosen
    Recorded, ///< the site's own annual figure
    Model     ///< of the model that the site names
};

/// The annual energy of one site at the load and PUE on record. What cannot be known is empty and named in `missing`.
struct SiteEnergy {
    EntityId site;
    QString province;
    std::optional<double> itMw; ///< nameplate
    std::optional<Range> pue;   ///< annual, total ÷ IT
    PueSource pueSource = PueSource::None;
    std::optional<Range> itMwh;              ///< IT nameplate × load factor × 8,760 h
    std::optional<Range> mwh;                ///< × PUE
    std::array<std::optional<Range>, 2> tce; ///< by TceBasis: mwh × kgce/kWh (t per MWh are kg per kWh)
    std::optional<Range> co2T;               ///< location-based: mwh × grid factor
    std::optional<double> greenShare;        ///< 0–1, as recorded
    std::optional<double> co2MarketT;        ///< co2T × (1 − green share); only where the share is on record
    int factorYear = 0;                      ///< of the grid factor used; 0 = none
    std::vector<EnergyGap> missing;          ///< in order of EnergyGap, each once

    bool lacks(EnergyGap gap) const;
};

/// Sums over a province or the plan.
struct EnergySum {
    QString province; ///< empty = the whole plan, or sites that name none
    int sites = 0;    ///< standing in the year
    int known = 0;    ///< of these with a whole annual energy
    double itMwh = 0, mwh = 0, co2T = 0;
    std::array<double, 2> tce{}; ///< by TceBasis
    std::optional<double> pue;   ///< Σ mwh ÷ Σ IT mwh: weighted by energy
};

struct EnergyResult {
    int year = 0;
    EnergySettings settings;
    std::vector<SiteEnergy> sites;    ///< standing in the year, ascending id
    std::vector<EnergySum> provinces; ///< by name
    EnergySum total;

    const SiteEnergy* site(EntityId id) const; ///< null = does not stand in the year
};

/// IT MW × load factor × PUE × hours, and what follows from it, for every site that stands in `year` for the whole of
/// it. Never fails: what is missing is named. Ranges are all inputs low, all inputs high. Deterministic.
EnergyResult annualEnergy(const EntitySet& entities, int year, const RangeIndex& ranges);

} // namespace corridor
