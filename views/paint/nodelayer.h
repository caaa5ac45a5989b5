// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paint/mapscene.h"
#include "views/paint/plangeometry.h"
#include "views/paint/viewport.h"

#include <QPainter>

#include <optional>
#include <vector>

namespace corridor {

/// A symbol on the map: a site, a junction, or the sites of a city as one.
struct DrawnNode {
    QPointF at;
    qreal radius = 0;
    const Site* site = nullptr;         ///< of a city: its largest
    const Junction* junction = nullptr;
    std::vector<EntityId> cityIds;      ///< all sites of the city that it stands for; empty for one object
    std::optional<double> cityPflops;   ///< their sum, of what stands in the year
    SiteStatus status = SiteStatus::Existing;
    int siteClass = 0;
    bool faint = false;

    const Entity& entity() const { return site ? static_cast<const Entity&>(*site) : *junction; }
    bool isCity() const { return !cityIds.empty(); }
    bool stands(EntityId id) const;
    /// Distance in pixels of a point from the symbol, 0 within.
    double distanceTo(QPointF pixel) const;
};

/// The symbols of a picture. Geometry must outlive it.
class NodeLayer {
public:
    /// Collects what meets @p window (pixels). Small sites and junctions of metro rings are left out at scales below
    /// 1:2 000 000, below 1:4 000 000 a city is one symbol; what is selected stays.
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
    void addSites(const PlanGeometry& geometry);
    void addMainSites(const PlanGeometry& geometry);
    void addCities(const PlanGeometry& geometry);
    void addSite(const PlanGeometry::SiteItem& item);
    void add(DrawnNode node);
    bool isPicked(EntityId id) const;

    const MapScene& mScene;
    QTransform mMatrix;
    QRectF mWindow;
    std::vector<DrawnNode> mNodes;
};

} // namespace corridor
