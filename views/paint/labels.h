// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paint/tokens.h"

#include <QFont>
#include <QHash>
#include <QPainter>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <cstdint>
#include <span>
#include <vector>

namespace corridor {

/// What a label names; decides type size, weight and colour.
enum class LabelRole { Place1, Place2, Place3, Province, Water, Site, Junction, Shield };

/// Who chooses a place first. Between equals the order of the requests decides.
enum class LabelPriority { Capital, Prefecture, LargeSite, Site, Junction, Province, County, Shield, Water };

struct LabelRequest {
    QString text;
    LabelRole role = LabelRole::Place3;
    LabelPriority priority = LabelPriority::County;
    QPointF anchor;              ///< pixels
    qreal clearance = 0;         ///< pixels around the anchor that its own symbol takes
    bool centered = false;       ///< on the anchor (areas) rather than beside it (points)
    qreal repeatDistancePx = 24; ///< not placed nearer than this to a placed label of the same text
};

struct PlacedLabel {
    std::size_t request; ///< index into the requests
    QPointF baseline;    ///< where the text starts
    QRectF box;          ///< what it covers
};

QFont labelFont(LabelRole role, qreal scale = 1.0);
Token labelToken(LabelRole role);

/// Finds places for labels so that none covers another, a symbol or the map furniture, and as few as possible cross
/// lines. Greedy in the order of priority; the same input gives the same answer. All in pixels of one picture.
class LabelPlacer {
public:
    /// @p view: labels stay wholly within. @p scale multiplies all type sizes (print).
    explicit LabelPlacer(const QRectF& view, qreal scale = 1.0);

    /// No label may touch it: symbols, flags, furniture.
    void addObstacle(const QRectF& box);
    /// Labels avoid it where they can: cables.
    void addLine(std::span<const QPointF> line);

    /// Labels that found no place are missing from the result. May be called again; earlier labels are obstacles then.
    std::vector<PlacedLabel> place(std::span<const LabelRequest> requests);

    /// Whether a box lies wholly in view and clear of obstacles and placed labels: for signs that look for room.
    bool isFree(const QRectF& box) const;
    /// Share of the box that lines cross, 0 to 1.
    double lineCost(const QRectF& box) const;

private:
    struct Spot {
        QPointF baseline;
        QRectF box;
    };

    std::vector<Spot> spotsOf(const LabelRequest& request) const;
    bool hasRoom(const LabelRequest& request) const;
    bool repeats(const LabelRequest& request) const;
    template <class Function>
    void forEachBucket(const QRectF& box, Function function) const;

    QRectF mView;
    qreal mScale;
    struct Bounds {
        qreal left, top, right, bottom;
    };
    std::vector<Bounds> mBoxes;
    int mBucketColumns;
    int mBucketRows;
    std::vector<std::vector<std::uint32_t>> mBuckets; ///< indices of the boxes that reach into each, row by row
    int mColumns;
    int mRows;
    std::vector<std::uint8_t> mLineCells;
    QHash<QString, std::vector<QPointF>> mPlacedTexts; ///< their anchors
};

/// Draws one label with its halo; a shield as a pill.
void paintLabel(QPainter& painter, const QString& text, LabelRole role, QPointF baseline, Theme theme,
                qreal scale = 1.0);

} // namespace corridor
