// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/geo/polyline.h"

#include <algorithm>
#include <cmath>

namespace corridor {
namespace {

using Indices = std::vector<std::uint32_t>;

double squaredDistanceToSegment(const Point& p, const Point& a, const Point& b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double squared = dx * dx + dy * dy;
    const double along = (p.x - a.x) * dx + (p.y - a.y) * dy;
    const double t = squared > 0.0 ? std::clamp(along / squared, 0.0, 1.0) : 0.0;
    const double ex = a.x + t * dx - p.x;
    const double ey = a.y + t * dy - p.y;
    return ex * ex + ey * ey;
}

struct Farthest {
    std::size_t place;
    double squared;
};

Farthest farthest(std::span<const Point> line, const Indices& indices, std::size_t from, std::size_t to) {
    Farthest result{from, -1.0};
    for (std::size_t i = from + 1; i < to; ++i) {
        const double squared = squaredDistanceToSegment(line[indices[i]], line[indices[from]], line[indices[to]]);
        if (squared > result.squared)
            result = {i, squared};
    }
    return result;
}

/// Marks what Douglas–Peucker keeps between two kept places. A stack of its own: recursion over a spiral of a million
/// vertices would overflow the program's.
void keepBetween(std::span<const Point> line, const Indices& indices, double squaredTolerance, std::size_t from,
                 std::size_t to, std::vector<bool>& kept) {
    std::vector<std::pair<std::size_t, std::size_t>> open{{from, to}};
    while (!open.empty()) {
        const auto [a, b] = open.back();
        open.pop_back();
        const Farthest far = farthest(line, indices, a, b);
        if (far.squared <= squaredTolerance)
            continue;
        kept[far.place] = true;
        open.emplace_back(a, far.place);
        open.emplace_back(far.place, b);
    }
}

} // namespace

std::vector<std::uint32_t> simplifiedIndices(std::span<const Point> line, double tolerance) {
    Indices indices;
    indices.reserve(line.size());
    for (std::uint32_t i = 0; i < line.size(); ++i)
        if (std::isfinite(line[i].x) && std::isfinite(line[i].y))
            indices.push_back(i);
    if (indices.size() < 3)
        return indices;
    const double squaredTolerance = tolerance > 0.0 ? tolerance * tolerance : 0.0;
    std::vector<bool> kept(indices.size(), false);
    const std::size_t last = indices.size() - 1;
    kept.front() = kept.back() = true;
    if (line[indices.front()] == line[indices.back()]) {
        // A ring: its far point and the point farthest from that chord stay, or the ring would collapse to a line.
        const Farthest across = farthest(line, indices, 0, last);
        const Farthest head = farthest(line, indices, 0, across.place);
        const Farthest tail = farthest(line, indices, across.place, last);
        const Farthest aside = head.squared >= tail.squared ? head : tail;
        kept[across.place] = true;
        if (aside.squared > 0.0)
            kept[aside.place] = true;
    }
    const std::vector<bool> anchors = kept;
    for (std::size_t from = 0, i = 1; i <= last; ++i) {
        if (!anchors[i])
            continue;
        keepBetween(line, indices, squaredTolerance, from, i, kept);
        from = i;
    }
    Indices result;
    for (std::size_t i = 0; i <= last; ++i)
        if (kept[i])
            result.push_back(indices[i]);
    return result;
}

} // namespace corridor
