// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/cancel.h"
#include "model/plan/entityset.h"
#include "views/paint/lodline.h"

#include <QPointF>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace corridor {

/// The geometry of a plan on one map plane. Objects are immutable, so the same pointer means the same geometry: an edit
/// projects again what it touched and nothing else. Copies share the lines. All lists are in order of id.
class PlanGeometry {
public:
    struct SpanItem {
        std::shared_ptr<const Span> span;
        std::shared_ptr<const LodLine> line;
        /// Which of the cables that run side by side between the same two ends, in steps from their middle, positive to
        /// the right of the way `from` to `to`; 0 for a cable alone.
        float lane = 0;
    };
    struct SiteItem {
        std::shared_ptr<const Site> site;
        QPointF plane;
    };
    struct JunctionItem {
        std::shared_ptr<const Junction> junction;
        QPointF plane;
        bool metro = false; ///< on the ring of a city: joined to other junctions by two or more urban cables
    };
    struct AreaItem {
        std::shared_ptr<const Area> area;
        std::vector<std::shared_ptr<const LodLine>> rings; ///< closed
    };

    /// Follows @p entities into a projection. False when cancelled: the lists are then not to be used before an update
    /// that was not, which goes on from there.
    bool update(const EntitySet& entities, const Projection& projection, const CancelToken& cancel);

    const std::vector<SpanItem>& spans() const { return mSpans; }
    const std::vector<SiteItem>& sites() const { return mSites; }
    const std::vector<JunctionItem>& junctions() const { return mJunctions; }
    const std::vector<AreaItem>& areas() const { return mAreas; }
    /// The sites of each city, largest first, as indices into sites(); a site without a city is one of its own. In the
    /// order of province and city, then those without.
    const std::vector<std::vector<std::uint32_t>>& cities() const { return mCities; }
    /// Whether update() would have nothing to do.
    bool fits(const EntitySet& entities, const Projection& projection) const;

private:
    bool updateSites(const EntitySet& entities, const Projection& projection, const CancelToken& cancel);
    bool updateJunctions(const EntitySet& entities, const Projection& projection, const CancelToken& cancel);
    bool updateSpans(const EntitySet& entities, const Projection& projection, const CancelToken& cancel);
    bool updateAreas(const EntitySet& entities, const Projection& projection, const CancelToken& cancel);
    void assignLanes();
    void groupCities();
    void markMetro(const EntitySet& entities);

    std::string mDefinition; // of the projection
    EntitySet mEntities;     // what the lists were made from
    bool mWhole = true;      // no: an update was cancelled
    std::vector<SpanItem> mSpans;
    std::vector<SiteItem> mSites;
    std::vector<JunctionItem> mJunctions;
    std::vector<AreaItem> mAreas;
    std::vector<std::vector<std::uint32_t>> mCities;
};

} // namespace corridor
