// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/rules/keysites.h"

#include "model/calc/inputyear.h"
#include "model/geo/geodesic.h"

namespace corridor {

namespace {

template <class Fits>
std::vector<EntityId> keySites(const LatencyInput& input, Fits&& fits) {
    std::vector<EntityId> out;
    input.entities.table<Site>().forEach([&](const std::shared_ptr<const Site>& site) {
        if (site->key && standsInYear(*site, input.year) && fits(*site))
            out.push_back(site->id);
    });
    return out;
}

} // namespace

std::vector<EntityId> keySitesInProvinces(const LatencyInput& input, const QStringList& provinces) {
    return keySites(input, [&](const Site& site) { return provinces.contains(site.province); });
}

std::vector<EntityId> keySitesInRing(const LatencyInput& input, const LonLat& centre) {
    const double radiusM = input.settings.ringRadiusKm * 1000.0;
    return keySites(input,
                    [&](const Site& site) { return Geodesic::cgcs2000().distance(centre, site.position) <= radiusM; });
}

} // namespace corridor
