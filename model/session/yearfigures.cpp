// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/yearfigures.h"

#include "model/calc/inputyear.h"

namespace corridor {

QString unitOf(YearFigure figure) {
    return figure == YearFigure::AiCompute ? QStringLiteral("eflops")
           : figure == YearFigure::Energy  ? QStringLiteral("GWh")
                                           : QStringLiteral("kt");
}

std::shared_ptr<const EnergyResult> energyIn(const Assessment& assessment, int year) {
    if (year == assessment.year)
        return assessment.energy;
    return std::make_shared<const EnergyResult>(
        annualEnergy(assessment.input->entities, year, *assessment.input->ranges));
}

std::vector<SiteShare> siteShares(const Assessment& assessment, YearFigure figure, int year) {
    std::vector<SiteShare> out;
    if (figure == YearFigure::AiCompute) {
        assessment.input->entities.table<Site>().forEach([&](const std::shared_ptr<const Site>& site) {
            if (site->kind == SiteKind::Intelligent && site->computePflops && standsInYear(*site, year))
                out.push_back({site->id, site->province, *site->computePflops / 1000.0});
        });
        return out;
    }
    const auto energy = energyIn(assessment, year);
    for (const SiteEnergy& site : energy->sites) {
        const std::optional<Range>& known = figure == YearFigure::Energy ? site.mwh : site.co2T;
        if (known)
            out.push_back({site.site, site.province, known->value / 1000.0});
    }
    return out;
}

} // namespace corridor
