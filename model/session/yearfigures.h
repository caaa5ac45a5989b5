// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/assessment.h"

namespace corridor {

/// What charts by year show of the sites.
enum class YearFigure {
    AiCompute, ///< of the AI sites standing in the year, EFLOPS, as recorded
    Energy,    ///< annual, GWh
    Carbon     ///< of their electricity, location-based, kt CO2
};

/// The share of one site.
struct SiteShare {
    EntityId site;
    QString province; ///< empty = not on record
    double value = 0; ///< in the figure's unit
};

/// The unit of a figure, as unitText() takes it.
QString unitOf(YearFigure figure);
/// Energy and carbon of any year: that of the assessment where it is its year.
std::shared_ptr<const EnergyResult> energyIn(const Assessment& assessment, int year);
/// What each site contributes in a year, ascending id; sites without a figure are left out. Sums of it, taken in this
/// order, are what the charts show.
std::vector<SiteShare> siteShares(const Assessment& assessment, YearFigure figure, int year);

} // namespace corridor
