// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/plan.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

#include <algorithm>
#include <memory>
#include <vector>

namespace corridor {

/// A made-up plan as large as a nation's: 10,000 sites, 30,000 spans with 1.5 million vertices, 90,000 services. Always
/// the same.
class NationalPlan {
public:
    static constexpr int kSites = 10000, kSpans = 30000, kServices = 90000, kVerticesPerSpan = 50;

    Plan make() {
        for (int i = 0; i < kSites; ++i)
            addSite(i);
        for (int i = 0; i < kSpans; ++i)
            addSpan(i);
        for (int i = 0; i < kServices; ++i)
            addService(i);
        return Plan().with(mStep);
    }
    static EntityId siteId(int i) { return stableEntityId(QStringLiteral("site/%1").arg(i)); }
    static EntityId spanId(int i) { return stableEntityId(QStringLiteral("span/%1").arg(i)); }
    static EntityId serviceId(int i) { return stableEntityId(QStringLiteral("service/%1").arg(i)); }

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
        site->id = siteId(i);
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
        const LonLat &a = from.position, &b = to.position;
        for (int v = 0; v < kVerticesPerSpan; ++v) {
            const double t = v / (kVerticesPerSpan - 1.0);
            const double off = v == 0 || v == kVerticesPerSpan - 1 ? 0 : between(-0.01, 0.01);
            span->line.push_back({a.lon + t * (b.lon - a.lon) + off, a.lat + t * (b.lat - a.lat) + off});
        }
        put(span);
    }
    void addService(int i) {
        auto service = std::make_shared<Service>();
        service->id = serviceId(i);
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

/// Wall time of one call.
double millisecondsOf(const auto& work) {
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// The middle one; of an even number the larger of the two.
inline double medianOf(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace corridor
