// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paint/arealayer.h"
#include "views/paint/basemap.h"
#include "views/paint/circuitlayer.h"
#include "views/paint/labels.h"
#include "views/paint/mappainter.h"
#include "views/paint/nodelayer.h"
#include "views/paint/plangeometry.h"
#include "views/paint/spanlayer.h"

#include <memory>
#include <vector>

namespace corridor {

/// What a map painter keeps between pictures.
struct MapPainter::Caches {
    std::shared_ptr<const BasemapData> data;
    bool dataMissing = false;
    std::shared_ptr<const Basemap> basemap;
    std::shared_ptr<const PlanGeometry> geometry = std::make_shared<const PlanGeometry>();

    /// Makes everything fit scene and projection; false when cancelled. Throws Error if the base map is damaged; from
    /// then on there is none.
    void prepareGround(const Projection& projection);
    bool prepare(const MapScene& scene, const Viewport& viewport, const CancelToken& cancel);
    void paintGround(QPainter& painter, const MapScene& scene, const Viewport& viewport,
                     const CancelToken& cancel) const;
    /// As paintGround() on a picture of its own; the second time in the same view it is remembered, so that after an
    /// edit only the plan is painted, a third of the work.
    void layGround(QImage& image, const MapScene& scene, const Viewport& viewport, const CancelToken& cancel);

private:
    struct Ground {
        Viewport viewport;
        BasemapLook look;
        std::shared_ptr<const Basemap> basemap;
    };
    std::optional<Ground> mLaid; ///< last
    QImage mGround;              ///< its picture, once it was wanted again
};

/// One picture of the plan: its layers, collected once, and how they are put together.
class MapPainter::Picture {
public:
    Picture(const Caches& caches, const MapScene& scene, const Viewport& viewport, const CancelToken& cancel);

    /// Everything above the base map. False when cancelled.
    bool paint(QPainter& painter, bool furniture, const CancelToken& cancel);
    std::vector<MapLabel> placedLabels(bool furniture);

private:
    /// Finds room for flags and names.
    void placeTexts(bool furniture);
    void placeRequests(LabelPlacer& placer, const std::vector<LabelRequest>& requests);
    void addObstacles(LabelPlacer& placer, bool furniture) const;
    void paintTexts(QPainter& painter) const;
    void paintRemarks(QPainter& painter) const;

    struct Text {
        LabelRequest request;
        PlacedLabel placed;
    };

    const Caches& mCaches;
    const MapScene& mScene;
    const Viewport& mViewport;
    AreaLayer mAreas;
    SpanLayer mSpans;
    NodeLayer mNodes;
    CircuitLayer mCircuits;
    std::vector<Text> mTexts;
    std::vector<QString> mRemarks; ///< what a reader must know of the picture, lowest line first
};

} // namespace corridor
