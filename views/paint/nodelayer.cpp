// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/nodelayer.h"

#include "views/paint/planlook.h"
#include "views/paint/symbols.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace corridor {

namespace {

// Scale denominators beyond which the map is thinned out.
constexpr double allUntil = 2'000'000;
constexpr double sitesUntil = 4'000'000;
constexpr double junctionsUntil = 6'000'000;
constexpr qreal farthestPx = 20; // of a symbol's ink from its middle

using City = std::pair<QString, QString>;
using SiteItems = std::vector<const PlanGeometry::SiteItem*>;

/// The sites of each city, largest first; those without a city have one of their own.
std::map<City, SiteItems> byCity(const PlanGeometry& geometry) {
    std::map<City, SiteItems> cities;
    for (const PlanGeometry::SiteItem& item : geometry.sites()) {
        const Site& site = *item.site;
        cities[site.city.isEmpty() ? City{QString(), site.id.toString()} : City{site.province, site.city}].push_back(
            &item);
    }
    const auto size = [](const PlanGeometry::SiteItem* item) {
        const Site& site = *item->site;
        return std::tuple(-site.computePflops.value_or(0), -site.itPowerMw.value_or(0), !site.key, site.id);
    };
    for (auto& [city, items] : cities)
        std::sort(items.begin(), items.end(), [&](auto a, auto b) { return size(a) < size(b); });
    return cities;
}

} // namespace

bool DrawnNode::stands(EntityId id) const {
    return entity().id == id || std::find(cityIds.begin(), cityIds.end(), id) != cityIds.end();
}

double DrawnNode::distanceTo(QPointF pixel) const {
    const QPointF off = pixel - at;
    return std::max(0.0, std::hypot(off.x(), off.y()) - radius);
}

NodeLayer::NodeLayer(const PlanGeometry& geometry, const MapScene& scene, const Viewport& viewport,
                     const QRectF& window)
    : mScene(scene)
    , mMatrix(viewport.planeToPixel())
    , mWindow(window.adjusted(-farthestPx, -farthestPx, farthestPx, farthestPx)) {
    const double scale = viewport.scaleDenominator();
    if (scene.layers.junctions)
        addJunctions(geometry, scale);
    if (!scene.layers.sites)
        return;
    const auto firstSite = std::ptrdiff_t(mNodes.size());
    if (scale <= allUntil)
        addSites(geometry);
    else if (scale <= sitesUntil)
        addMainSites(geometry);
    else
        addCities(geometry);
    // The small lie on the large.
    std::stable_sort(mNodes.begin() + firstSite, mNodes.end(),
                     [](const DrawnNode& a, const DrawnNode& b) { return a.siteClass > b.siteClass; });
}

bool NodeLayer::isPicked(EntityId id) const {
    return (mScene.hovered && mScene.hovered == id) || mScene.selected.contains(id);
}

bool NodeLayer::isSelected(const DrawnNode& node) const {
    return mScene.selected.contains(node.entity().id) ||
           std::any_of(node.cityIds.begin(), node.cityIds.end(),
                       [this](EntityId id) { return mScene.selected.contains(id); });
}

void NodeLayer::add(DrawnNode node) {
    if (mWindow.contains(node.at))
        mNodes.push_back(std::move(node));
}

void NodeLayer::addJunctions(const PlanGeometry& geometry, double scale) {
    for (const PlanGeometry::JunctionItem& item : geometry.junctions()) {
        const bool hidden = scale > junctionsUntil || (scale > allUntil && item.metro);
        if (hidden && !isPicked(item.junction->id))
            continue;
        DrawnNode node;
        node.at = mMatrix.map(item.plane);
        node.radius = junctionRadius;
        node.junction = item.junction.get();
        node.faint = presenceOf(*item.junction, mScene.year) != Presence::Standing;
        add(std::move(node));
    }
}

void NodeLayer::addSite(const PlanGeometry::SiteItem& item) {
    DrawnNode node;
    node.at = mMatrix.map(item.plane);
    node.site = item.site.get();
    node.siteClass = siteClass(item.site->computePflops);
    node.radius = siteRadius(node.siteClass);
    node.status = siteAppearance(*item.site, mScene.year);
    node.faint = presenceOf(*item.site, mScene.year) != Presence::Standing;
    add(std::move(node));
}

void NodeLayer::addSites(const PlanGeometry& geometry) {
    for (const PlanGeometry::SiteItem& item : geometry.sites())
        addSite(item);
}

void NodeLayer::addMainSites(const PlanGeometry& geometry) {
    for (const auto& [city, items] : byCity(geometry)) {
        for (const PlanGeometry::SiteItem* item : items) {
            const Site& site = *item->site;
            const bool large = siteClass(site.computePflops) > 0 && site.kind != SiteKind::Edge;
            // A city without a large site keeps its first, so that it does not vanish.
            if (large || item == items.front() || isPicked(site.id))
                addSite(*item);
        }
    }
}

void NodeLayer::addCities(const PlanGeometry& geometry) {
    for (const auto& [city, items] : byCity(geometry)) {
        const PlanGeometry::SiteItem& largest = *items.front();
        DrawnNode node;
        node.at = mMatrix.map(largest.plane);
        node.site = largest.site.get();
        node.faint = true;
        node.status = siteAppearance(*largest.site, mScene.year);
        for (const PlanGeometry::SiteItem* item : items) {
            if (items.size() > 1)
                node.cityIds.push_back(item->site->id);
            if (presenceOf(*item->site, mScene.year) != Presence::Standing)
                continue;
            node.faint = false;
            node.status = std::max(node.status, item->site->status == SiteStatus::Retired ? node.status
                                                                                          : item->site->status);
            if (item->site->computePflops)
                node.cityPflops = node.cityPflops.value_or(0) + *item->site->computePflops;
        }
        node.siteClass = siteClass(node.cityPflops);
        node.radius = siteRadius(node.siteClass);
        add(std::move(node));
    }
}

const DrawnNode* NodeLayer::find(EntityId id) const {
    const auto found =
        std::find_if(mNodes.begin(), mNodes.end(), [id](const DrawnNode& node) { return node.stands(id); });
    return found == mNodes.end() ? nullptr : &*found;
}

void NodeLayer::paint(QPainter& painter) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const DrawnNode& node : mNodes) {
        const bool picked = isSelected(node);
        if (mScene.hovered && node.stands(mScene.hovered)) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(tokenColor(Token::HoverObject, mScene.theme, 0.45), 6));
            painter.drawEllipse(node.at, node.radius + 3.5, node.radius + 3.5);
        }
        painter.setOpacity((node.faint ? faintOpacity : 1) * (mScene.fade && !picked ? 0.5 : 1));
        if (node.site)
            paintSite(painter, node.at, node.site->kind, node.status, node.siteClass, mScene.theme);
        else
            paintJunction(painter, node.at, node.junction->role, mScene.theme);
        painter.setOpacity(1);
        if (picked)
            paintSelectionRing(painter, node.at, node.radius, mScene.theme);
    }
    painter.restore();
}

} // namespace corridor
