// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chart/rttbar.h"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

namespace corridor {

namespace {

constexpr double noLimit = -1;

/// What places a service: the limit whose band it stands in, and its least margin as a share of a limit.
struct Place {
    double limit = noLimit;
    double margin = std::numeric_limits<double>::infinity();
    std::size_t position = std::numeric_limits<std::size_t>::max(); ///< as given
};

std::map<EntityId, Place> placesOf(const std::vector<RttBar>& bars) {
    std::map<EntityId, Place> places;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const RttBar& bar = bars[i];
        Place& place = places.try_emplace(bar.service).first->second;
        place.position = std::min(place.position, i);
        if (!bar.limitMs)
            continue;
        if (place.limit == noLimit || !bar.backup) // the primary's limit names the band
            place.limit = *bar.limitMs;
        place.margin = std::min(place.margin,
                                (*bar.limitMs - bar.beforeMs.value_or(bar.totalMs())) / std::max(*bar.limitMs, 1e-9));
    }
    return places;
}

} // namespace

void sortIntoBands(std::vector<RttBar>& bars) {
    const std::map<EntityId, Place> places = placesOf(bars);
    std::map<double, bool> kept; // by limit: whether every service of the band keeps it
    for (const auto& [service, place] : places) {
        bool& all = kept.try_emplace(place.limit, true).first->second;
        all = all && place.margin >= 0;
    }
    const auto key = [&](const RttBar& bar) {
        const Place& place = places.at(bar.service);
        return std::tuple(kept.at(place.limit), -place.limit, place.margin, place.position, bar.backup);
    };
    std::stable_sort(bars.begin(), bars.end(), [&](const RttBar& a, const RttBar& b) { return key(a) < key(b); });
}

std::vector<int> bandsOf(const std::vector<RttBar>& bars) {
    const std::map<EntityId, Place> places = placesOf(bars);
    std::vector<int> bands;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const bool next = i > 0 && places.at(bars[i].service).limit != places.at(bars[i - 1].service).limit;
        bands.push_back(i == 0 ? 0 : bands.back() + (next ? 1 : 0));
    }
    return bands;
}

} // namespace corridor
