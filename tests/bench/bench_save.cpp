// SPDX-License-Identifier: GPL-3.0-or-later
// Save after one edit of a national plan. usage: bench_save [FOLDER]; prints rows for run.sh: the median of nine saves,
// and what it took to get there. Exit 1 above the target.
#include "model/store/contenthash.h"
#include "model/store/planfile.h"
#include "tests/bench/nationalplan.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace corridor;

namespace {

constexpr double kTargetMs = 300;

// One vertex of one span moves.
Plan edited(const Plan& plan, EntityId id, int step) {
    Span span = *plan.base().find<Span>(id);
    span.line[1].lat += 1e-4 * (step + 1);
    ChangeBuilder builder(plan, Plan::baseScenario());
    builder.put(span);
    return plan.with(builder.take());
}

} // namespace

int main(int argc, char** argv) {
    const QTemporaryDir scratch(QString::fromLocal8Bit(argc > 1 ? argv[1] : ".") +
                                QStringLiteral("/bench-save-XXXXXX"));
    const QString path = scratch.filePath(QStringLiteral("national.gpkg"));
    Plan plan = NationalPlan().make();
    std::unique_ptr<PlanFile> file;
    const double created = millisecondsOf([&] { file = PlanFile::create(path, plan, {}); });
    file.reset();
    const double opened = millisecondsOf([&] { file = PlanFile::open(path); });
    const double hashed = millisecondsOf([&] { contentHash(file->plan()); });
    plan = file->plan();
    std::vector<double> times;
    for (int i = 0; i < 9; ++i) {
        plan = edited(plan, NationalPlan::spanId(i * 1000), i);
        times.push_back(millisecondsOf([&] { file->save(plan, {}); }));
    }
    const double median = medianOf(times);
    std::printf("Save after one edit, %zu objects, %.0f MB\t%.0f ms\t-\t<= %.0f ms\n", plan.objectCount(),
                static_cast<double>(QFileInfo(path).size()) / 1e6, median, kTargetMs);
    std::printf("  slowest of nine\t%.0f ms\t-\t-\n", *std::max_element(times.begin(), times.end()));
    std::printf("  first Save of the whole plan\t%.0f ms\t-\t-\n", created);
    std::printf("  open\t%.0f ms\t-\t-\n", opened);
    std::printf("  content hash\t%.0f ms\t-\t-\n", hashed);
    return median <= kTargetMs ? 0 : 1;
}
