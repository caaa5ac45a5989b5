// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/geo/lonlat.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace corridor {

/// Boxes in degrees with 64-bit ids, found by place (an R-tree). A value type: copying is O(1) and shares until one
/// copy is changed, so a snapshot can be handed to another thread while this one is edited. Const functions may run in
/// several threads; changing one object needs it alone. Results are in a fixed order, independent of the history.
class SpatialIndex {
public:
    struct Entry {
        std::uint64_t id;
        Box box;
    };

    SpatialIndex();
    /// Bulk load (packed, O(n log n)). Of equal ids the last counts; entries with an empty box are left out.
    explicit SpatialIndex(std::span<const Entry> entries);

    std::size_t size() const;
    bool isEmpty() const { return size() == 0; }

    /// Adds an object or moves it to a new box. An empty box removes it.
    void insert(std::uint64_t id, const Box& box);
    /// The same as insert(), for readers of the calling code.
    void update(std::uint64_t id, const Box& box) { insert(id, box); }
    /// False when there is no such id.
    bool remove(std::uint64_t id);

    std::optional<Box> box(std::uint64_t id) const;
    /// The box around everything; empty when there is nothing.
    Box bounds() const;

    /// Ids of all boxes that share a point with @p window (touching counts), ascending.
    std::vector<std::uint64_t> query(const Box& window) const;

    struct Neighbour {
        std::uint64_t id;
        double distanceM;
    };
    /// The @p count boxes nearest to @p position and not farther than @p maxDistanceM, nearest first, ties by id.
    /// Metric: geodesic distance on CGCS2000 to the point of the box with the nearest longitude and latitude (0
    /// inside), the short way round the antimeridian. Exact for point-like boxes; for long boxes compare true shapes
    /// afterwards.
    std::vector<Neighbour> nearest(const LonLat& position, std::size_t count,
                                   double maxDistanceM = std::numeric_limits<double>::infinity()) const;

private:
    struct Data;
    Data& detach();

    std::shared_ptr<Data> mData;
};

} // namespace corridor
