// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/message.h"
#include "model/plan/entityset.h"

#include <map>
#include <optional>
#include <vector>

namespace corridor {

/// How electricity is turned into standard coal (domain ambiguity 1.3-6).
enum class TceBasis {
    Primary,  ///< 等价值: coal burnt in power stations for it (default)
    Calorific ///< 当量值: its heat
};

/// A dated figure of the plan's own library: the Setting row it stands in carries its provenance and range.
struct PlanFigure {
    double value = 0;
    EntityId row;
};

/// What energy and capacity read of a plan's settings. Every figure is data with a source; one that the plan does not
/// hold is missing, never assumed here.
struct EnergySettings {
    std::optional<PlanFigure> loadFactor;                     ///< "it_load_factor": mean IT power ÷ IT nameplate
    TceBasis tceBasis = TceBasis::Primary;                    ///< "tce_basis" primary | calorific
    std::optional<PlanFigure> tcePrimary;                     ///< "tce_primary_kgce_per_kwh"
    std::optional<PlanFigure> tceCalorific;                   ///< "tce_calorific_kgce_per_kwh"
    std::map<QString, std::map<int, PlanFigure>> gridFactors; ///< province → year → kg CO2 per kWh;
                                                              ///< "grid_factor/北京市/2022"
    std::map<QString, PlanFigure> pueModels;                  ///< code → annual PUE; "pue_model/air-beijing"
    std::optional<PlanFigure> channelsPerPair;                ///< "channels_per_pair": of the channel plan
    std::optional<PlanFigure> channelGbps;                    ///< "channel_gbps": of one channel
    bool backupReserves = true;                               ///< "backup_reserves" 0 | 1: backups hold bandwidth (1+1)

    const std::optional<PlanFigure>& tceFactor() const {
        return tceBasis == TceBasis::Primary ? tcePrimary : tceCalorific;
    }
    /// The factor of a province in force in `year`: the latest not after it, else the earliest; null when there is
    /// none.
    const std::pair<const int, PlanFigure>* gridFactor(const QString& province, int year) const;
};

EnergySettings energySettingsOf(const EntitySet& entities);

/// Whether energy or capacity reads the setting of that key.
bool isEnergySetting(QStringView key);

/// Why such a setting cannot take a value, as one sentence; nothing when it can, or the key is none of these. `label`
/// names it to the user.
std::optional<Message> checkEnergySetting(const QString& key, const QString& value, const QString& label);

} // namespace corridor
