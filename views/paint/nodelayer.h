// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paint/mapscene.h"
#include "views/paint/plangeometry.h"
#include "views/paint/viewport.h"

#include <QPainter>

#include <optional>
#include <span>
#include <vector>

namespace corridor {

/// A symbol on the map: a site, a junction, or several sites as one.
struct DrawnNode {
    QPointF at;    ///< of the symbol
    QPointF place; ///< of the object: a symbol that would hide another stands beside its place
    qreal radius = 0;
    const Site* site = nullptr; ///< of several: the largest
    const Junction* junction = nullptr;
    std::vector<EntityId> members; ///< all sites that it stands for, largest first; empty for one object
    bool wholeCity = false;        ///< they are those of a city; otherwise their symbols would lie on each other
    std::optional<double> pflops;  ///< the sum of what stands in the year
    SiteStatus status = SiteStatus::Existing;
    int siteClass = 0;
    bool faint = false;

    const Entity& entity() const { return site ? static_cast<const Entity&>(*site) : *junction; }
    std::vector<EntityId> ids() const { return members.empty() ? std::vector<EntityId>{entity().id} : members; }
    bool stands(EntityId id) const;
    /// Distance in pixels of a point from the symbol, 0 within.
    double distanceTo(QPointF pixel) const;
};

/// The symbols of a picture. Geometry must outlive it.
class NodeLayer {
public:
    /// Collects what meets @p window (pixels). Sites that would cover each other stand around their place. At scales
    /// below 1:2 000 000 small sites and junctions of metro rings are left out, and sites of a city that would cover
    /// each other are one symbol (what is selected stands for itself); below 1:4 000 000 a city is one symbol and of
    /// junctions only OTN and routers are left.
    NodeLayer(const PlanGeometry& geometry, const MapScene& scene, const Viewport& viewport, const QRectF& window);

    /// First painted first.
    const std::vector<DrawnNode>& nodes() const { return mNodes; }
    /// Null if it is not in the picture.
    const DrawnNode* find(EntityId id) const;

    void paint(QPainter& painter) const;
    /// Whether the selection holds it, or one of the sites of a city.
    bool isSelected(const DrawnNode& node) const;

private:
    void addJunctions(const PlanGeometry& geometry, double scale);
    void addSites(const PlanGeometry& geometry, double scale);
    void addCity(const PlanGeometry& geometry, const std::vector<std::uint32_t>& city, double scale);
    void addFannedOut(const PlanGeometry& geometry);
    void paintLeaders(QPainter& painter) const;
    void paintNode(QPainter& painter, const DrawnNode& node) const;
    /// The symbol of one site or, if there are more, of all of them at the place of the first.
    DrawnNode nodeOf(std::span<const PlanGeometry::SiteItem* const> items) const;
    void add(DrawnNode node);
    bool isPicked(EntityId id) const;

    const MapScene& mScene;
    QTransform mMatrix;
    QRectF mWindow;
    std::vector<DrawnNode> mNodes;
};

} // namespace corridor
