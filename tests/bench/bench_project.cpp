// SPDX-License-Identifier: GPL-3.0-or-later
// Projecting the 1.5 million vertices of a national plan onto the map's plane, and what the map makes of them before it
// can paint: lines with their levels of detail, on all cores. Prints rows for run.sh; there is no target yet.
#include "model/geo/projection.h"
#include "tests/bench/nationalplan.h"
#include "views/paint/plangeometry.h"

#include <cmath>
#include <cstdio>

using namespace corridor;

namespace {

constexpr double kCentralMeridianDeg = 110;
constexpr int kRounds = 7;

std::vector<LonLat> verticesOf(const Plan& plan) {
    std::vector<LonLat> vertices;
    plan.base().table<Span>().forEach([&](const std::shared_ptr<const Span>& span) {
        vertices.insert(vertices.end(), span->line.begin(), span->line.end());
    });
    return vertices;
}

void print(const char* name, double value) {
    std::printf("%s\t%.0f ms\t-\t-\n", name, value);
}

} // namespace

int main() {
    const Plan plan = NationalPlan().make();
    const std::vector<LonLat> vertices = verticesOf(plan);
    std::vector<Point> points(vertices.size());
    std::vector<double> bare, whole, again;
    const Projection albers = Projection::mapAlbers(kCentralMeridianDeg);
    Span moved = *plan.base().find<Span>(NationalPlan::spanId(0));
    moved.line[1].lat += 1e-4;
    ChangeBuilder builder(plan, Plan::baseScenario());
    builder.put(moved);
    const Plan edited = plan.with(builder.take());
    for (int round = 0; round < kRounds; ++round) {
        bare.push_back(millisecondsOf([&] { albers.forward(vertices, points); }));
        PlanGeometry geometry;
        whole.push_back(millisecondsOf([&] { geometry.update(plan.base(), albers, {}); }));
        again.push_back(millisecondsOf([&] { geometry.update(edited.base(), albers, {}); }));
    }
    const auto isProjected = [](const Point& p) { return std::isfinite(p.x) && std::isfinite(p.y); };
    if (!std::all_of(points.begin(), points.end(), isProjected)) {
        std::fprintf(stderr, "bench_project: a vertex has no place on the plane\n");
        return 2;
    }
    print("project 1.5 M vertices, one thread", medianOf(bare));
    print("  with levels of detail, all cores", medianOf(whole));
    print("  again after one edit", medianOf(again));
    return 0;
}
