// SPDX-License-Identifier: GPL-3.0-or-later
// What a snapshot and an edit of a national plan cost, beside a plan that is copied whole. Prints rows for run.sh; exit
// 1 above the target.
#include "tests/bench/nationalplan.h"

#include <cstdio>
#include <deque>

using namespace corridor;

namespace {

constexpr double kTargetMs = 0.1;
constexpr int kRounds = 3000;
constexpr std::size_t kUndoSteps = 200;

/// Every object of the base once more, as a plan without sharing would have to.
std::size_t copyWhole(const Plan& plan) {
    std::vector<std::shared_ptr<const void>> copies;
    copies.reserve(plan.objectCount());
    const auto copyTable = [&]<class T>(const Table<T>& table) {
        table.forEach([&](const std::shared_ptr<const T>& row) { copies.push_back(std::make_shared<const T>(*row)); });
    };
    copyTable(plan.base().table<Site>());
    copyTable(plan.base().table<Span>());
    copyTable(plan.base().table<Service>());
    return copies.size();
}

/// One field of one object of each kind in turn.
ChangeSet stepOf(const Plan& plan, int round) {
    ChangeBuilder builder(plan, Plan::baseScenario());
    const auto change = [&]<class T>(EntityId id, T) {
        T object = *plan.base().find<T>(id);
        object.name = QStringLiteral("改%1").arg(round);
        builder.put(std::move(object));
    };
    switch (round % 3) {
    case 0:
        change(NationalPlan::siteId(round * 7 % NationalPlan::kSites), Site());
        break;
    case 1:
        change(NationalPlan::spanId(round * 7 % NationalPlan::kSpans), Span());
        break;
    default:
        change(NationalPlan::serviceId(round * 7 % NationalPlan::kServices), Service());
    }
    return builder.take();
}

struct Times {
    std::vector<double> snapshot, edit, snapshotAndEdit;
};

Times measure(Plan plan) {
    Times times;
    std::deque<Plan> history; // as long as an undo stack holds them, chunks cannot be reused
    for (int round = 0; round < kRounds; ++round) {
        const ChangeSet step = stepOf(plan, round);
        double snapshot = 0, edit = 0;
        std::unique_ptr<Plan> copy;
        snapshot = millisecondsOf([&] { copy = std::make_unique<Plan>(plan); });
        edit = millisecondsOf([&] { plan = plan.with(step); });
        times.snapshot.push_back(snapshot);
        times.edit.push_back(edit);
        times.snapshotAndEdit.push_back(snapshot + edit);
        history.push_back(std::move(*copy));
        if (history.size() > kUndoSteps)
            history.pop_front();
    }
    return times;
}

double percentile(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

} // namespace

int main() {
    const Plan plan = NationalPlan().make();
    std::size_t copied = 0;
    std::vector<double> wholes;
    for (int i = 0; i < 7; ++i)
        wholes.push_back(millisecondsOf([&] { copied += copyWhole(plan); }));
    if (copied / 7 + 1 != plan.objectCount()) { // all but the base scenario
        std::fprintf(stderr, "bench_plan: the whole copy has not all objects\n");
        return 2;
    }
    const double whole = medianOf(wholes);
    const Times times = measure(plan);
    const double both = medianOf(times.snapshotAndEdit);
    std::printf("snapshot and one edit, %zu objects\t%.4f ms\t%.0fx\t<= %.1f ms\n", plan.objectCount(), both,
                whole / both, kTargetMs);
    std::printf("  snapshot alone\t%.5f ms\t-\t-\n", medianOf(times.snapshot));
    std::printf("  99th percentile of both\t%.4f ms\t-\t-\n", percentile(times.snapshotAndEdit, 0.99));
    std::printf("  peer: copy of every object\t%.1f ms\t-\t-\n", whole);
    return both <= kTargetMs ? 0 : 1;
}
