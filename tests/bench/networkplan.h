// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/plan.h"
#include "tests/bench/nationalplan.h"

#include <ogrsf_frmts.h>

#include <memory>
#include <stdexcept>
#include <unordered_map>

namespace corridor {

/// The national network that the peers get (layers `sites` with name and it_mw, `spans` with a, b, gbps) as a plan:
/// 10,000 sites, each joined to its neighbours by existing cables of G.652.D, and @p services between sites chosen at
/// random, always the same. Throws std::runtime_error for a file without those layers.
class NetworkPlan {
public:
    explicit NetworkPlan(const char* file) {
        GDALAllRegister();
        const GDALDatasetUniquePtr data(GDALDataset::Open(file, GDAL_OF_VECTOR | GDAL_OF_READONLY));
        OGRLayer* sites = data ? data->GetLayerByName("sites") : nullptr;
        OGRLayer* spans = data ? data->GetLayerByName("spans") : nullptr;
        if (sites == nullptr || spans == nullptr)
            throw std::runtime_error(std::string(file) + " has no layers sites and spans");
        addFibre();
        for (const auto& site : *sites)
            addSite(*site);
        for (const auto& span : *spans)
            addSpan(*span);
    }

    Plan make(int services) {
        for (int i = 0; i < services; ++i)
            addService(i);
        return Plan().with(mStep);
    }

    static constexpr Date kStanding{2020, 0, 0};

private:
    template <class T>
    std::shared_ptr<T> fresh(const QString& code) {
        auto object = std::make_shared<T>();
        object->id = stableEntityId(QStringLiteral("network/%1").arg(code));
        object->code = object->name = code;
        return object;
    }
    template <class T>
    void put(std::shared_ptr<T> object) {
        const EntityId id = object->id;
        mStep.changes.push_back({Plan::baseScenario(), T::kKind, id, Slot::absent(), Slot::present(std::move(object))});
    }
    void addFibre() {
        auto fibre = fresh<FibreType>(QStringLiteral("G.652.D"));
        fibre->groupIndex = 1.4682;
        put(fibre);
    }
    void addSite(const OGRFeature& feature) {
        const std::string name = feature.GetFieldAsString("name");
        auto site = fresh<Site>(QString::fromStdString(name));
        const OGRPoint* at = feature.GetGeometryRef()->toPoint();
        site->position = {at->getX(), at->getY()};
        site->itPowerMw = feature.GetFieldAsDouble("it_mw");
        site->status = SiteStatus::Existing;
        site->inDate = kStanding;
        mSites.push_back(site);
        mByName.emplace(name, site.get());
        put(site);
    }
    void addSpan(const OGRFeature& feature) {
        const std::string a = feature.GetFieldAsString("a"), b = feature.GetFieldAsString("b");
        auto span = fresh<Span>(QString::fromStdString(a + "-" + b));
        span->from = mByName.at(a)->id;
        span->to = mByName.at(b)->id;
        const OGRLineString* line = feature.GetGeometryRef()->toLineString();
        for (int i = 0; i < line->getNumPoints(); ++i)
            span->line.push_back({line->getX(i), line->getY(i)});
        span->line.front() = mByName.at(a)->position; // to the last bit, as a plan has it
        span->line.back() = mByName.at(b)->position;
        span->fibre = QStringLiteral("G.652.D");
        span->status = SpanStatus::Existing;
        span->inDate = kStanding;
        span->schematic = false;
        span->capacityGbps = feature.GetFieldAsDouble("gbps");
        put(span);
    }
    void addService(int i) {
        auto service = fresh<Service>(QStringLiteral("YW-%1").arg(i, 6, 10, QLatin1Char('0')));
        const auto anySite = [&] { return mSites[mRandom.bounded(quint32(mSites.size()))]->id; };
        service->from = anySite();
        do
            service->to = anySite();
        while (service->to == service->from);
        service->gbps = {{2027, 10 + 390 * mRandom.generateDouble()}};
        put(service);
    }

    QRandomGenerator mRandom{2027};
    std::vector<std::shared_ptr<Site>> mSites;
    std::unordered_map<std::string, const Site*> mByName;
    ChangeSet mStep;
};

} // namespace corridor
