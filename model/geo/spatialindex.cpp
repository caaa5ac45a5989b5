// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/geo/spatialindex.h"

#include "model/geo/geodesic.h"

#include <algorithm>
#include <atomic>
#include <boost/geometry.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <cmath>
#include <iterator>
#include <unordered_map>
#include <utility>

namespace corridor {
namespace {

namespace bg = boost::geometry;
using TreePoint = bg::model::point<double, 2, bg::cs::cartesian>;
using TreeBox = bg::model::box<TreePoint>;
using TreeValue = std::pair<TreeBox, std::uint64_t>;
using Tree = bg::index::rtree<TreeValue, bg::index::rstar<16>>;

TreeBox treeBox(const Box& box) {
    return {{box.lonMin, box.latMin}, {box.lonMax, box.latMax}};
}

Box plainBox(const TreeBox& box) {
    return {box.min_corner().get<0>(), box.min_corner().get<1>(), box.max_corner().get<0>(), box.max_corner().get<1>()};
}

bool isFinite(const Box& box) {
    return std::isfinite(box.lonMin) && std::isfinite(box.latMin) && std::isfinite(box.lonMax) &&
           std::isfinite(box.latMax);
}

/// The metric of SpatialIndex::nearest().
double distanceToBox(const LonLat& p, const Box& box) {
    double lon = std::clamp(p.lon, box.lonMin, box.lonMax);
    for (const double turned : {p.lon - 360.0, p.lon + 360.0}) {
        const double other = std::clamp(turned, box.lonMin, box.lonMax);
        if (std::abs(std::remainder(other - p.lon, 360.0)) < std::abs(std::remainder(lon - p.lon, 360.0)))
            lon = other;
    }
    return Geodesic::cgcs2000().distance(p, {lon, std::clamp(p.lat, box.latMin, box.latMax)});
}

/// Windows in degrees that hold everything within a radius, split where they leave [-180, 180].
std::vector<Box> windowsAround(const LonLat& p, double radiusM) {
    constexpr double metresPerDegree = 110'000.0; // a little less than the shortest degree of a meridian, 110,574 m
    const double dLat = radiusM / metresPerDegree;
    const double latTop = std::abs(p.lat) + dLat;
    if (latTop >= 89.0)
        return {{-180.0, p.lat - dLat, 180.0, p.lat + dLat}};
    const double dLon = dLat / std::cos(latTop * 0.017453292519943295);
    if (dLon >= 180.0)
        return {{-180.0, p.lat - dLat, 180.0, p.lat + dLat}};
    std::vector<Box> windows{{p.lon - dLon, p.lat - dLat, p.lon + dLon, p.lat + dLat}};
    if (p.lon - dLon < -180.0)
        windows.push_back({p.lon - dLon + 360.0, p.lat - dLat, 180.0, p.lat + dLat});
    if (p.lon + dLon > 180.0)
        windows.push_back({-180.0, p.lat - dLat, p.lon + dLon - 360.0, p.lat + dLat});
    return windows;
}

} // namespace

struct SpatialIndex::Data {
    Tree tree;
    std::unordered_map<std::uint64_t, Box> boxes;
};

SpatialIndex::SpatialIndex()
    : mData(std::make_shared<Data>()) {}

SpatialIndex::SpatialIndex(std::span<const Entry> entries)
    : mData(std::make_shared<Data>()) {
    mData->boxes.reserve(entries.size());
    for (const Entry& entry : entries) {
        if (entry.box.isEmpty() || !isFinite(entry.box))
            mData->boxes.erase(entry.id);
        else
            mData->boxes.insert_or_assign(entry.id, entry.box);
    }
    std::vector<TreeValue> values;
    values.reserve(mData->boxes.size());
    for (const auto& [id, box] : mData->boxes)
        values.emplace_back(treeBox(box), id);
    mData->tree = Tree(values.begin(), values.end());
}

SpatialIndex::Data& SpatialIndex::detach() {
    if (mData.use_count() != 1)
        mData = std::make_shared<Data>(*mData);
    else // another thread may just have dropped its copy: see its last reads before we write
        std::atomic_thread_fence(std::memory_order_acquire);
    return *mData;
}

std::size_t SpatialIndex::size() const {
    return mData->boxes.size();
}

void SpatialIndex::insert(std::uint64_t id, const Box& box) {
    const auto known = mData->boxes.find(id);
    if (known != mData->boxes.end() && known->second == box)
        return;
    remove(id);
    if (box.isEmpty() || !isFinite(box))
        return;
    Data& data = detach();
    data.tree.insert({treeBox(box), id});
    data.boxes.emplace(id, box);
}

bool SpatialIndex::remove(std::uint64_t id) {
    if (!mData->boxes.contains(id))
        return false;
    Data& data = detach();
    const auto known = data.boxes.find(id);
    data.tree.remove({treeBox(known->second), id});
    data.boxes.erase(known);
    return true;
}

std::optional<Box> SpatialIndex::box(std::uint64_t id) const {
    const auto known = mData->boxes.find(id);
    return known == mData->boxes.end() ? std::nullopt : std::optional(known->second);
}

Box SpatialIndex::bounds() const {
    return isEmpty() ? Box{} : plainBox(mData->tree.bounds());
}

std::vector<std::uint64_t> SpatialIndex::query(const Box& window) const {
    std::vector<std::uint64_t> ids;
    if (window.isEmpty())
        return ids;
    for (auto it = mData->tree.qbegin(bg::index::intersects(treeBox(window))); it != mData->tree.qend(); ++it)
        ids.push_back(it->second);
    std::sort(ids.begin(), ids.end());
    return ids;
}

std::vector<SpatialIndex::Neighbour> SpatialIndex::nearest(const LonLat& position, std::size_t count,
                                                           double maxDistanceM) const {
    constexpr double halfEarthM = 20'100'000.0; // beyond the longest distance there is
    std::vector<Neighbour> found;
    if (!position.isValid() || count == 0 || isEmpty() || !(maxDistanceM >= 0.0))
        return found;
    const double limitM = std::min(maxDistanceM, halfEarthM);
    // Rings of growing radius: once enough boxes lie within the radius, nothing outside its window can be nearer.
    for (double radiusM = std::min(1'000.0, limitM);; radiusM = std::min(radiusM * 4.0, limitM)) {
        std::vector<std::uint64_t> candidates;
        for (const Box& window : windowsAround(position, radiusM)) {
            const std::vector<std::uint64_t> ids = query(window);
            candidates.insert(candidates.end(), ids.begin(), ids.end());
        }
        std::sort(candidates.begin(), candidates.end());
        candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
        found.clear();
        for (const std::uint64_t id : candidates)
            if (const double distanceM = distanceToBox(position, mData->boxes.at(id)); distanceM <= radiusM)
                found.push_back({id, distanceM});
        if (found.size() >= count || radiusM >= limitM)
            break;
    }
    std::sort(found.begin(), found.end(), [](const Neighbour& a, const Neighbour& b) {
        return std::pair(a.distanceM, a.id) < std::pair(b.distanceM, b.id);
    });
    found.resize(std::min(found.size(), count));
    return found;
}

} // namespace corridor
