// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/plangeometry.h"

#include "model/geo/geodesic.h"

#include <algorithm>
#include <map>
#include <optional>
#include <thread>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace corridor {

namespace {

constexpr int ringPoints = 180;
constexpr std::size_t cancelEvery = 256;
constexpr std::size_t spansPerThread = 1000;
constexpr std::size_t mostThreads = 4;

/// Walks the rows of a table beside the items made from its earlier state and takes over those whose row is the same.
/// `rowOf(item)` gives an item's row, `make(row)` a new item. Nothing when cancelled.
template <class Item, class Row, class RowOf, class Make>
std::optional<std::vector<Item>> followed(const std::vector<Item>& old, const Table<Row>& table,
                                          const CancelToken& cancel, RowOf&& rowOf, Make&& make) {
    std::vector<Item> items;
    items.reserve(table.size());
    auto known = old.begin();
    bool stopped = false;
    table.forEach([&](const std::shared_ptr<const Row>& row) {
        if (stopped)
            return;
        while (known != old.end() && rowOf(*known)->id < row->id)
            ++known;
        const bool had = known != old.end() && rowOf(*known)->id == row->id;
        items.push_back(had && rowOf(*known) == row ? *known : make(row, had ? &*known : nullptr));
        stopped = items.size() % cancelEvery == 0 && cancel.isCancelled();
    });
    if (stopped)
        return std::nullopt;
    return items;
}

QPointF onPlane(const LonLat& position, const Projection& projection) {
    const Point p = projection.forward(position);
    return {p.x, p.y};
}

/// The rings of an area, closed; a ring given by centre and radius is drawn as a geodesic circle.
std::vector<std::shared_ptr<const LodLine>> ringsOf(const Area& area, const Projection& projection) {
    std::vector<std::vector<LonLat>> rings = area.polygon.rings;
    if (rings.empty() && area.centre && area.radiusKm)
        rings.push_back(Geodesic::cgcs2000().circle(*area.centre, *area.radiusKm * 1000, ringPoints));
    std::vector<std::shared_ptr<const LodLine>> lines;
    for (std::vector<LonLat>& ring : rings) {
        if (ring.size() < 3)
            continue;
        if (!(ring.front() == ring.back()))
            ring.push_back(ring.front());
        lines.push_back(std::make_shared<const LodLine>(ring, projection));
    }
    return lines;
}

/// Gives every cable without a line its line; on several threads where there are many (a whole national plan).
bool projectLines(std::vector<PlanGeometry::SpanItem>& items, const Projection& projection, const CancelToken& cancel) {
    std::vector<PlanGeometry::SpanItem*> open;
    for (PlanGeometry::SpanItem& item : items) {
        if (!item.line)
            open.push_back(&item);
    }
    const auto project = [&](std::size_t first, std::size_t last, const Projection& own) {
        for (std::size_t i = first; i < last; ++i) {
            if (i % cancelEvery == 0 && cancel.isCancelled())
                return;
            open[i]->line = std::make_shared<const LodLine>(open[i]->span->line, own);
        }
    };
    const std::size_t threads = std::clamp<std::size_t>(
        std::min<std::size_t>(std::thread::hardware_concurrency(), open.size() / spansPerThread), 1, mostThreads);
    std::vector<std::thread> helpers;
    for (std::size_t t = 1; t < threads; ++t)
        helpers.emplace_back([&, t, own = projection.clone()] {
            project(open.size() * t / threads, open.size() * (t + 1) / threads, own);
        });
    project(0, open.size() / threads, projection);
    for (std::thread& helper : helpers)
        helper.join();
    return !cancel.isCancelled();
}

struct EndsHash {
    std::size_t operator()(const std::pair<EntityId, EntityId>& ends) const {
        return std::hash<EntityId>()(ends.first) * 31 + std::hash<EntityId>()(ends.second);
    }
};

} // namespace

bool PlanGeometry::fits(const EntitySet& entities, const Projection& projection) const {
    const auto same = [&]<class... T>() { return (entities.table<T>().sharesAllWith(mEntities.table<T>()) && ...); };
    return mWhole && projection.definition() == mDefinition && same.template operator()<Site, Junction, Span, Area>();
}

bool PlanGeometry::update(const EntitySet& entities, const Projection& projection, const CancelToken& cancel) {
    if (projection.definition() != mDefinition) {
        *this = PlanGeometry(); // other plane, other points
        mDefinition = projection.definition();
    }
    // What a cancelled update left may be of either state.
    const bool all = !std::exchange(mWhole, false);
    const auto changed = [&]<class T>(const Table<T>& table) {
        return all || !table.sharesAllWith(mEntities.table<T>());
    };
    const bool otherJunctions = changed(entities.table<Junction>());
    const bool otherSpans = changed(entities.table<Span>());
    if ((changed(entities.table<Site>()) && !updateSites(entities, projection, cancel)) ||
        (otherJunctions && !updateJunctions(entities, projection, cancel)) ||
        (otherSpans && !updateSpans(entities, projection, cancel)) ||
        (changed(entities.table<Area>()) && !updateAreas(entities, projection, cancel)))
        return false;
    if (otherSpans || otherJunctions)
        markMetro(entities);
    mEntities = entities;
    mWhole = true;
    return true;
}

bool PlanGeometry::updateSites(const EntitySet& entities, const Projection& projection, const CancelToken& cancel) {
    auto sites = followed(
        mSites, entities.table<Site>(), cancel, [](const SiteItem& item) { return item.site; },
        [&](const std::shared_ptr<const Site>& site, const SiteItem*) {
            return SiteItem{site, onPlane(site->position, projection)};
        });
    if (!sites)
        return false;
    mSites = std::move(*sites);
    groupCities();
    return true;
}

bool PlanGeometry::updateJunctions(const EntitySet& entities, const Projection& projection, const CancelToken& cancel) {
    auto junctions = followed(
        mJunctions, entities.table<Junction>(), cancel, [](const JunctionItem& item) { return item.junction; },
        [&](const std::shared_ptr<const Junction>& junction, const JunctionItem*) {
            return JunctionItem{junction, onPlane(junction->position, projection)};
        });
    if (!junctions)
        return false;
    mJunctions = std::move(*junctions);
    return true;
}

bool PlanGeometry::updateSpans(const EntitySet& entities, const Projection& projection, const CancelToken& cancel) {
    const auto make = [&](const std::shared_ptr<const Span>& span, const SpanItem* old) {
        // Most edits leave the line alone.
        return SpanItem{span, old && old->span->line == span->line ? old->line : nullptr};
    };
    auto spans = followed(
        mSpans, entities.table<Span>(), cancel, [](const SpanItem& item) { return item.span; }, make);
    if (!spans)
        return false;
    const bool whole = projectLines(*spans, projection, cancel);
    if (!whole) // keep what was done: the next try goes on from there
        std::erase_if(*spans, [](const SpanItem& item) { return !item.line; });
    mSpans = std::move(*spans);
    if (!whole)
        return false;
    assignLanes();
    return true;
}

bool PlanGeometry::updateAreas(const EntitySet& entities, const Projection& projection, const CancelToken& cancel) {
    auto areas = followed(
        mAreas, entities.table<Area>(), cancel, [](const AreaItem& item) { return item.area; },
        [&](const std::shared_ptr<const Area>& area, const AreaItem*) {
            return AreaItem{area, ringsOf(*area, projection)};
        });
    if (!areas)
        return false;
    mAreas = std::move(*areas);
    return true;
}

void PlanGeometry::groupCities() {
    mCities.clear();
    std::map<std::pair<QString, QString>, std::vector<std::uint32_t>> named;
    for (std::uint32_t i = 0; i < mSites.size(); ++i) {
        const Site& site = *mSites[i].site;
        if (site.city.isEmpty())
            mCities.push_back({i});
        else
            named[{site.province, site.city}].push_back(i);
    }
    const auto size = [this](std::uint32_t i) {
        const Site& site = *mSites[i].site;
        return std::tuple(-site.computePflops.value_or(0), -site.itPowerMw.value_or(0), !site.key, site.id);
    };
    for (auto& [city, sites] : named) {
        std::sort(sites.begin(), sites.end(), [&](std::uint32_t a, std::uint32_t b) { return size(a) < size(b); });
        mCities.push_back(std::move(sites));
    }
}

void PlanGeometry::assignLanes() {
    std::unordered_map<std::pair<EntityId, EntityId>, std::vector<std::size_t>, EndsHash> cables;
    for (std::size_t i = 0; i < mSpans.size(); ++i) {
        const Span& span = *mSpans[i].span;
        mSpans[i].lane = 0;
        cables[std::minmax(span.from, span.to)].push_back(i);
    }
    for (const auto& [ends, members] : cables) {
        const float middle = float(members.size() - 1) / 2;
        for (std::size_t k = 0; k < members.size(); ++k) {
            SpanItem& item = mSpans[members[k]];
            // Sides are those of the way from the smaller id, so that a cable drawn the other way keeps its side.
            const float side = item.span->from == ends.first ? 1.f : -1.f;
            item.lane = side * (float(k) - middle);
        }
    }
}

void PlanGeometry::markMetro(const EntitySet& entities) {
    std::unordered_map<EntityId, int> urban;
    for (const SpanItem& item : mSpans) {
        const Span& span = *item.span;
        if (span.terrain != Terrain::Urban || !entities.find<Junction>(span.from) || !entities.find<Junction>(span.to))
            continue;
        ++urban[span.from];
        ++urban[span.to];
    }
    for (JunctionItem& item : mJunctions) {
        const auto found = urban.find(item.junction->id);
        item.metro = found != urban.end() && found->second >= 2;
    }
}

} // namespace corridor
