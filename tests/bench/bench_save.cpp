// SPDX-License-Identifier: GPL-3.0-or-later
// Save after one edit of a national plan: 10,000 sites, 30,000 spans with 1.5 million vertices, 90,000 services.
// usage: bench_save [FOLDER]; prints rows for run.sh: the median of nine saves, and what it took to get there. Exit 1 above the target.
#include "model/store/contenthash.h"
#include "model/store/planfile.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace corridor;

namespace {

constexpr int kSites = 10000, kSpans = 30000, kServices = 90000, kVerticesPerSpan = 50;
constexpr double kTargetMs = 300;

class NationalPlan {
public:
    Plan make() {
        for (int i = 0; i < kSites; ++i)
            addSite(i);
        for (int i = 0; i < kSpans; ++i)
            addSpan(i);
        for (int i = 0; i < kServices; ++i)
            addService(i);
        return Plan().with(mStep);
    }
    EntityId spanId(int i) const { return stableEntityId(QStringLiteral("span/%1").arg(i)); }

private:
    double between(double low, double high) { return low + (high - low) * mRandom.generateDouble(); }
    const Site& anySite() { return *mSites[mRandom.bounded(kSites)]; }
    template <class T>
    void put(std::shared_ptr<T> object) {
        const EntityId id = object->id;
        mStep.changes.push_back({Plan::baseScenario(), T::kKind, id, Slot::absent(), Slot::present(std::move(object))});
    }
    void addSite(int i) {
        auto site = std::make_shared<Site>();
        site->id = stableEntityId(QStringLiteral("site/%1").arg(i));
        site->code = QStringLiteral("SL-%1").arg(i, 5, 10, QLatin1Char('0'));
        site->name = QStringLiteral("节点%1").arg(i);
        site->position = {between(75, 130), between(20, 50)};
        site->itPowerMw = between(1, 300);
        mSites.push_back(site);
        put(site);
    }
    void addSpan(int i) {
        const Site &from = anySite(), &to = anySite();
        auto span = std::make_shared<Span>();
        span->id = spanId(i);
        span->code = QStringLiteral("GD-%1").arg(i, 5, 10, QLatin1Char('0'));
        span->from = from.id;
        span->to = to.id;
        for (int v = 0; v < kVerticesPerSpan; ++v) {
            const double t = v / (kVerticesPerSpan - 1.0), off = v == 0 || v == kVerticesPerSpan - 1 ? 0 : between(-0.01, 0.01);
            span->line.push_back({from.position.lon + t * (to.position.lon - from.position.lon) + off, from.position.lat + t * (to.position.lat - from.position.lat) + off});
        }
        put(span);
    }
    void addService(int i) {
        auto service = std::make_shared<Service>();
        service->id = stableEntityId(QStringLiteral("service/%1").arg(i));
        service->code = QStringLiteral("YW-%1").arg(i, 6, 10, QLatin1Char('0'));
        service->from = anySite().id;
        service->to = anySite().id;
        service->gbps = {{2027, between(10, 400)}, {2030, between(400, 800)}};
        put(service);
    }

    QRandomGenerator mRandom{2027};
    std::vector<std::shared_ptr<Site>> mSites;
    ChangeSet mStep;
};

double millisecondsOf(const auto& work) {
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

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
    const QTemporaryDir scratch(QString::fromLocal8Bit(argc > 1 ? argv[1] : ".") + QStringLiteral("/bench-save-XXXXXX"));
    const QString path = scratch.filePath(QStringLiteral("national.gpkg"));
    NationalPlan maker;
    Plan plan = maker.make();
    std::unique_ptr<PlanFile> file;
    const double created = millisecondsOf([&] { file = PlanFile::create(path, plan, {}); });
    file.reset();
    const double opened = millisecondsOf([&] { file = PlanFile::open(path); });
    const double hashed = millisecondsOf([&] { contentHash(file->plan()); });
    plan = file->plan();
    std::vector<double> times;
    for (int i = 0; i < 9; ++i) {
        plan = edited(plan, maker.spanId(i * 1000), i);
        times.push_back(millisecondsOf([&] { file->save(plan, {}); }));
    }
    std::sort(times.begin(), times.end());
    const double median = times[times.size() / 2];
    std::printf("Save after one edit, %zu objects, %.0f MB\t%.0f ms\t-\t<= %.0f ms\n", plan.objectCount(), static_cast<double>(QFileInfo(path).size()) / 1e6, median, kTargetMs);
    std::printf("  slowest of nine\t%.0f ms\t-\t-\n", times.back());
    std::printf("  first Save of the whole plan\t%.0f ms\t-\t-\n", created);
    std::printf("  open\t%.0f ms\t-\t-\n", opened);
    std::printf("  content hash\t%.0f ms\t-\t-\n", hashed);
    return median <= kTargetMs ? 0 : 1;
}
