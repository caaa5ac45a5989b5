// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/nodelayer.h"

#include "model/calc/latencyinput.h"
#include "views/paint/fanout.h"
#include "views/paint/planlook.h"
#include "views/paint/symbols.h"
#include "views/paint/symbolstamps.h"

#include <QLineF>

#include <algorithm>
#include <cmath>

namespace corridor {

namespace {

// Scale denominators beyond which the map is thinned out.
constexpr double allUntil = 2'000'000;
constexpr double sitesUntil = 4'000'000;
constexpr qreal farthestPx = 20; // of a symbol's ink from its middle
constexpr qreal stackShiftPx = 3;

constexpr qreal leaderFromPx = 1.5; // shorter ones show nothing
constexpr qreal leaderDotPx = 1.6;

using SiteItems = std::vector<const PlanGeometry::SiteItem*>;

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
    if (scale <= allUntil)
        addFannedOut(geometry);
    else
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
        node.at = node.place = mMatrix.map(item.plane);
        node.radius = junctionRadius;
        node.junction = item.junction.get();
        node.faint = presenceOf(*item.junction, mScene.year) != Presence::Standing;
        add(std::move(node));
    }
}

DrawnNode NodeLayer::nodeOf(std::span<const PlanGeometry::SiteItem* const> items) const {
    DrawnNode node;
    node.at = node.place = mMatrix.map(items.front()->plane);
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

/// All sites, each as a symbol of its own.
void NodeLayer::addFannedOut(const PlanGeometry& geometry) {
    const QRectF around = mWindow.adjusted(-farthestFanPx, -farthestFanPx, farthestFanPx, farthestFanPx);
    std::vector<DrawnNode> nodes;
    std::vector<FanItem> items;
    for (const std::vector<std::uint32_t>& city : geometry.cities()) {
        for (const std::uint32_t index : city) {
            const PlanGeometry::SiteItem* item = &geometry.sites()[index];
            if (!around.contains(mMatrix.map(item->plane)))
                continue;
            nodes.push_back(nodeOf(std::span(&item, 1)));
            items.push_back({nodes.back().place, nodes.back().radius});
        }
    }
    const std::vector<QPointF> places = fannedOut(items);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        nodes[i].at = places[i];
        add(std::move(nodes[i]));
    }
}

void NodeLayer::addSites(const PlanGeometry& geometry, double scale) {
    for (const std::vector<std::uint32_t>& city : geometry.cities()) {
        if (city.size() > 1) {
            addCity(geometry, city, scale);
            continue;
        }
        const PlanGeometry::SiteItem* item = &geometry.sites()[city.front()];
        if (mWindow.contains(mMatrix.map(item->plane)))
            add(nodeOf(std::span(&item, 1)));
    }
}

void NodeLayer::addCity(const PlanGeometry& geometry, const std::vector<std::uint32_t>& city, double scale) {
    SiteItems rest;
    for (const std::uint32_t index : city) {
        const PlanGeometry::SiteItem* item = &geometry.sites()[index];
        const Site& site = *item->site;
        const bool large = siteClass(site.computePflops) > 0 && site.kind != SiteKind::Edge;
        if (isPicked(site.id))
            add(nodeOf(std::span(&item, 1)));
        else if (scale > sitesUntil || large || index == city.front())
            rest.push_back(item); // a city without a large site keeps its first, so that it does not vanish
    }
    while (!rest.empty()) {
        const QPointF at = mMatrix.map(rest.front()->plane);
        const qreal reach = scale > sitesUntil ? INFINITY : hidingShare * nodeOf(std::span(rest).first(1)).radius;
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

const DrawnNode* NodeLayer::find(EntityId id) const {
    const auto found =
        std::find_if(mNodes.begin(), mNodes.end(), [id](const DrawnNode& node) { return node.stands(id); });
    return found == mNodes.end() ? nullptr : &*found;
}

void NodeLayer::paint(QPainter& painter) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintLeaders(painter);
    for (const DrawnNode& node : mNodes)
        paintNode(painter, node);
    painter.restore();
}

/// From symbols that stand beside their places to these.
void NodeLayer::paintLeaders(QPainter& painter) const {
    const QPen casing(tokenColor(Token::CableCasing, mScene.theme), 2.6, Qt::SolidLine, Qt::RoundCap);
    const QPen line(tokenColor(Token::Site4, mScene.theme), 1, Qt::SolidLine, Qt::RoundCap);
    std::vector<QLineF> leaders;
    for (const DrawnNode& node : mNodes) {
        const QLineF leader(node.place, node.at);
        if (leader.length() >= leaderFromPx)
            leaders.push_back(leader);
    }
    for (const QPen& pen : {casing, line}) {
        painter.setPen(pen);
        for (const QLineF& leader : leaders)
            painter.drawLine(leader);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(line.color());
    for (const QLineF& leader : leaders)
        painter.drawEllipse(leader.p1(), leaderDotPx, leaderDotPx);
}

void NodeLayer::paintNode(QPainter& painter, const DrawnNode& node) const {
    const bool picked = isSelected(node);
    if (mScene.hovered && node.stands(mScene.hovered)) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tokenColor(Token::HoverObject, mScene.theme, 0.45), 6));
        painter.drawEllipse(node.at, node.radius + 3.5, node.radius + 3.5);
    }
    painter.setOpacity((node.faint ? faintOpacity : 1) * (mScene.fade && !picked ? 0.5 : 1));
    if (node.members.size() > 1 && !node.wholeCity) // a sheet that looks out from under the first
        stampSite(painter, node.at + QPointF(stackShiftPx, -stackShiftPx), node.site->kind, node.status, node.siteClass,
                  mScene.theme);
    if (node.site)
        stampSite(painter, node.at, node.site->kind, node.status, node.siteClass, mScene.theme);
    else
        stampJunction(painter, node.at, node.junction->role, mScene.theme);
    painter.setOpacity(1);
    if (picked)
        paintSelectionRing(painter, node.at, node.radius, mScene.theme);
}

} // namespace corridor
