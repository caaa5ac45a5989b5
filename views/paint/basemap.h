// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/cancel.h"
#include "views/paint/basemapdata.h"
#include "views/paint/clip.h"
#include "views/paint/labels.h"
#include "views/paint/tokens.h"
#include "views/paint/viewport.h"

#include <QPainter>

#include <memory>
#include <string>
#include <vector>

namespace corridor {

/// Which parts of the base map are drawn, and how.
struct BasemapLook {
    Theme theme = Theme::Light;
    bool borders = true;
    bool railways = true;
    bool expressways = true;
    bool water = true;   ///< rivers and lakes; the sea is always there
    qreal lineScale = 1; ///< multiplies line widths and dashes (print)

    friend bool operator==(const BasemapLook&, const BasemapLook&) = default;
};

/// The base map projected for one map projection, with coarser versions of every line. Immutable: any number of threads
/// may paint at once.
class Basemap {
public:
    /// Projects everything (100,000 vertices, some 50 ms) and simplifies it for small scales.
    Basemap(std::shared_ptr<const BasemapData> data, const Projection& projection);

    /// Projection::definition() of the projection it was made for; paint only viewports with the same one.
    const std::string& projectionDefinition() const { return mDefinition; }

    /// Fills the whole viewport with ground, water, borders, ways. Stops between layers when cancelled.
    void paint(QPainter& painter, const Viewport& viewport, const BasemapLook& look,
               const CancelToken& cancel = {}) const;

    /// Names for the labels that suit the scale, in Chinese or English. Pixels of the viewport.
    std::vector<LabelRequest> labels(const Viewport& viewport, bool chinese, bool water = true) const;

    /// Whether roads and railways are drawn at the viewport's scale.
    static bool showsWays(const Viewport& viewport);
    /// Places for the numbers of roads, where they are drawn; LabelPlacer chooses among them.
    std::vector<LabelRequest> shields(const Viewport& viewport) const;

    /// Number of vertices a layer is drawn with at a viewport's scale; for tests and benchmarks.
    std::size_t vertexCount(BasemapLayer layer, const Viewport& viewport) const;

private:
    using Parts = std::vector<std::vector<QPointF>>;
    struct Shape {
        BasemapLayer layer;
        int rank;
        QString ref;
        QRectF bounds;             ///< on the plane
        std::vector<Parts> levels; ///< full detail first
    };

    std::size_t levelFor(const Viewport& viewport, double errorPx) const;
    void fill(QPainter& painter, const Viewport& viewport, BasemapLayer layer, const QColor& color) const;
    void stroke(QPainter& painter, const Viewport& viewport, BasemapLayer layer, const QPen& pen, int rank = -1) const;
    void paintWater(QPainter& painter, const Viewport& viewport, const BasemapLook& look) const;
    void paintProvinceBand(QPainter& painter, const Viewport& viewport, const BasemapLook& look) const;
    void paintBorders(QPainter& painter, const Viewport& viewport, const BasemapLook& look) const;
    void paintWays(QPainter& painter, const Viewport& viewport, const BasemapLook& look) const;
    std::vector<LinePiece> pieces(const Viewport& viewport, BasemapLayer layer, double errorPx) const;
    template <class Function>
    void forEachVisible(const Viewport& viewport, BasemapLayer layer, double errorPx, Function function) const;

    std::shared_ptr<const BasemapData> mData;
    std::string mDefinition;
    double mUnitsPerMetre = 1;
    std::vector<Shape> mShapes;
    std::vector<Point> mPlaces;
};

} // namespace corridor
