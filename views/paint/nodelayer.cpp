// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/nodelayer.h"

#include "model/calc/latencyinput.h"
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
constexpr qreal farthestPx = 20;  // of a symbol's ink from its middle
constexpr qreal stackShare = 0.9; // of the radius of the larger symbol: nearer sites of a city cannot be told apart
constexpr qreal stackShiftPx = 3;

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
    return entity().id == id || std::find(members.begin(), members.end(), id) != members.end();
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
    addSites(geometry, scale);
    // The small lie on the large.
    std::stable_sort(mNodes.begin() + firstSite, mNodes.end(),
                     [](const DrawnNode& a, const DrawnNode& b) { return a.siteClass > b.siteClass; });
}

bool NodeLayer::isPicked(EntityId id) const {
    return (mScene.hovered && mScene.hovered == id) || mScene.selected.contains(id);
}

bool NodeLayer::isSelected(const DrawnNode& node) const {
    return mScene.selected.contains(node.entity().id) ||
           std::any_of(node.members.begin(), node.members.end(),
                       [this](EntityId id) { return mScene.selected.contains(id); });
}

void NodeLayer::add(DrawnNode node) {
    if (mWindow.contains(node.at))
        mNodes.push_back(std::move(node));
}

void NodeLayer::addJunctions(const PlanGeometry& geometry, double scale) {
    for (const PlanGeometry::JunctionItem& item : geometry.junctions()) {
        const bool electrical = endsHop(item.junction->role); // OTN and routers are where networks meet
        const bool hidden = (scale > allUntil && item.metro) || (scale > sitesUntil && !electrical);
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

DrawnNode NodeLayer::nodeOf(std::span<const PlanGeometry::SiteItem* const> items) const {
    DrawnNode node;
    node.at = mMatrix.map(items.front()->plane);
    node.site = items.front()->site.get();
    node.status = siteAppearance(*node.site, mScene.year);
    node.faint = true;
    for (const PlanGeometry::SiteItem* item : items) {
        const Site& site = *item->site;
        if (items.size() > 1)
            node.members.push_back(site.id);
        if (presenceOf(site, mScene.year) != Presence::Standing)
            continue;
        if (node.faint) // the first that stands speaks for all
            node.status = siteAppearance(site, mScene.year);
        node.faint = false;
        if (site.computePflops)
            node.pflops = node.pflops.value_or(0) + *site.computePflops;
    }
    // What does not stand yet is as large as it will be.
    node.siteClass = siteClass(node.faint ? node.site->computePflops : node.pflops);
    node.radius = siteRadius(node.siteClass);
    return node;
}

void NodeLayer::addSites(const PlanGeometry& geometry, double scale) {
    for (auto& [city, sites] : byCity(geometry)) {
        SiteItems rest;
        for (const PlanGeometry::SiteItem* item : sites) {
            const Site& site = *item->site;
            const bool large = siteClass(site.computePflops) > 0 && site.kind != SiteKind::Edge;
            if (isPicked(site.id))
                add(nodeOf(std::span(&item, 1)));
            else if (scale <= allUntil || scale > sitesUntil || large || item == sites.front())
                rest.push_back(item); // a city without a large site keeps its first, so that it does not vanish
        }
        while (!rest.empty()) {
            const QPointF at = mMatrix.map(rest.front()->plane);
            const qreal reach = scale > sitesUntil ? INFINITY : stackShare * nodeOf(std::span(rest).first(1)).radius;
            const auto apart = std::stable_partition(rest.begin(), rest.end(), [&](const auto* item) {
                const QPointF off = mMatrix.map(item->plane) - at;
                return item == rest.front() || std::hypot(off.x(), off.y()) < reach;
            });
            DrawnNode node = nodeOf(std::span(rest.begin(), apart));
            node.wholeCity = scale > sitesUntil && !node.members.empty();
            add(std::move(node));
            rest.erase(rest.begin(), apart);
        }
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
        if (node.members.size() > 1 && !node.wholeCity) // a sheet that looks out from under the first
            paintSite(painter, node.at + QPointF(stackShiftPx, -stackShiftPx), node.site->kind, node.status,
                      node.siteClass, mScene.theme);
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
