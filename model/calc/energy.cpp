// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/calc/energy.h"

#include "model/calc/inputyear.h"

#include <algorithm>

namespace corridor {

namespace {

class SiteCalculation {
public:
    SiteCalculation(const Site& site, const EnergySettings& settings, const RangeIndex& ranges, int year)
        : mSite(site)
        , mSettings(settings)
        , mRanges(ranges)
        , mYear(year) {}

    SiteEnergy run() {
        mOut.site = mSite.id;
        mOut.province = mSite.province;
        mOut.itMw = mSite.itPowerMw;
        if (mSite.greenSharePct)
            mOut.greenShare = *mSite.greenSharePct / 100.0;
        readPue();
        computeItEnergy();
        if (mOut.itMwh && mOut.pue)
            mOut.mwh = *mOut.itMwh * *mOut.pue;
        computeCoal();
        computeCarbon();
        return std::move(mOut);
    }

private:
    Range figure(const PlanFigure& figure) const { return mRanges.of(figure.row, u"value", figure.value); }
    void lack(EnergyGap gap) { mOut.missing.push_back(gap); }

    void readPue() {
        if (mSite.pueAnnual) {
            mOut.pue = mRanges.of(mSite.id, u"pue_annual", *mSite.pueAnnual);
            mOut.pueSource = PueSource::Recorded;
        } else if (const auto model = mSettings.pueModels.find(mSite.pueModel); model != mSettings.pueModels.end()) {
            mOut.pue = figure(model->second);
            mOut.pueSource = PueSource::Model;
        }
    }

    void computeItEnergy() {
        if (!mOut.itMw)
            lack(EnergyGap::ItPower);
        if (!mSettings.loadFactor)
            lack(EnergyGap::LoadFactor);
        if (!mOut.pue)
            lack(EnergyGap::Pue);
        if (mOut.itMw && mSettings.loadFactor)
            mOut.itMwh =
                kHoursPerYear * (mRanges.of(mSite.id, u"it_power_mw", *mOut.itMw) * figure(*mSettings.loadFactor));
    }

    void computeCoal() {
        if (!mSettings.tceFactor())
            lack(EnergyGap::TceFactor);
        if (!mOut.mwh)
            return;
        if (mSettings.tcePrimary)
            mOut.tce[static_cast<std::size_t>(TceBasis::Primary)] = *mOut.mwh * figure(*mSettings.tcePrimary);
        if (mSettings.tceCalorific)
            mOut.tce[static_cast<std::size_t>(TceBasis::Calorific)] = *mOut.mwh * figure(*mSettings.tceCalorific);
    }

    void computeCarbon() {
        if (mSite.province.isEmpty()) {
            lack(EnergyGap::Province);
            return;
        }
        const auto* factor = mSettings.gridFactor(mSite.province, mYear);
        if (!factor) {
            lack(EnergyGap::GridFactor);
            return;
        }
        mOut.factorYear = factor->first;
        if (!mOut.mwh)
            return;
        mOut.co2T = *mOut.mwh * figure(factor->second);
        if (mOut.greenShare)
            mOut.co2MarketT = mOut.co2T->value * (1.0 - *mOut.greenShare);
    }

    const Site& mSite;
    const EnergySettings& mSettings;
    const RangeIndex& mRanges;
    int mYear;
    SiteEnergy mOut;
};

void addTo(EnergySum& sum, const SiteEnergy& site) {
    ++sum.sites;
    if (!site.mwh)
        return;
    ++sum.known;
    sum.itMwh += site.itMwh->value;
    sum.mwh += site.mwh->value;
    if (site.co2T)
        sum.co2T += site.co2T->value;
    for (std::size_t basis = 0; basis < site.tce.size(); ++basis)
        if (site.tce[basis])
            sum.tce[basis] += site.tce[basis]->value;
}

void finish(EnergySum& sum) {
    if (sum.itMwh > 0)
        sum.pue = sum.mwh / sum.itMwh;
}

} // namespace

bool SiteEnergy::lacks(EnergyGap gap) const {
    return std::find(missing.begin(), missing.end(), gap) != missing.end();
}

const SiteEnergy* EnergyResult::site(EntityId id) const {
    const auto found = std::lower_bound(sites.begin(), sites.end(), id,
                                        [](const SiteEnergy& row, EntityId wanted) { return row.site < wanted; });
    return found != sites.end() && found->site == id ? &*found : nullptr;
}

EnergyResult annualEnergy(const EntitySet& entities, int year, const RangeIndex& ranges) {
    EnergyResult out;
    out.year = year;
    out.settings = energySettingsOf(entities);
    entities.table<Site>().forEach([&](const std::shared_ptr<const Site>& site) {
        if (standsInYear(*site, year))
            out.sites.push_back(SiteCalculation(*site, out.settings, ranges, year).run());
    });
    std::map<QString, EnergySum> provinces;
    for (const SiteEnergy& site : out.sites) {
        addTo(out.total, site);
        EnergySum& sum = provinces[site.province];
        sum.province = site.province;
        addTo(sum, site);
    }
    finish(out.total);
    for (auto& [name, sum] : provinces) {
        finish(sum);
        out.provinces.push_back(std::move(sum));
    }
    return out;
}

} // namespace corridor
