// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/geo/projection.h"

#include <QMarginsF>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QTransform>

#include <memory>

namespace corridor {

/// What a picture of the map shows: projection, centre, scale, size. A value; pixels are device-independent with the
/// origin top left and y down, plane coordinates those of the projection.
///
/// Copies share one Projection, which serves one thread at a time: give a worker `detached()`. The functions between
/// plane and pixel do not touch the projection and are safe anywhere.
class Viewport {
public:
    /// Shows the neighbourhood of the box's middle; a null projection is an error of the caller (asserted).
    /// @p size is in device-independent pixels, @p dpr the device pixels per one of them.
    Viewport(std::shared_ptr<const Projection> projection, QSizeF size, qreal dpr = 1.0);

    /// A viewport with its own projection object, for another thread.
    Viewport detached() const;

    const Projection& projection() const { return *mProjection; }
    std::shared_ptr<const Projection> sharedProjection() const { return mProjection; }
    QSizeF size() const { return mSize; }
    QRectF rect() const { return {QPointF(), mSize}; }
    qreal devicePixelRatio() const { return mDpr; }
    /// Plane units (metres, or degrees in the geographic system) per pixel.
    double unitsPerPixel() const { return mUnitsPerPixel; }
    Point planeCenter() const { return mCenter; }

    /// Metres on the ground per pixel at the centre: geometric mean of east-west and north-south.
    double groundMetresPerPixel() const;
    /// n of 1:n on a screen of 96 pixels to the inch at 100 %.
    double scaleDenominator() const;
    /// Direction of true north at the centre, degrees clockwise from up.
    double northDegrees() const;

    QPointF pixelOf(const LonLat& position) const;
    /// NaN coordinates where the projection has no inverse.
    LonLat positionOf(QPointF pixel) const;
    QPointF pixelOfPlane(const Point& point) const;
    Point planeOf(QPointF pixel) const;
    /// Plane to pixels as a matrix.
    QTransform planeToPixel() const;
    /// The visible part of the plane, grown by @p marginPx on each side; its y runs north (top() is the southern edge).
    QRectF planeRect(qreal marginPx = 0) const;
    /// A box that holds everything visible.
    Box visibleBox() const;

    /// The same view in a widget of another size; the centre stays.
    Viewport resized(QSizeF size, qreal dpr) const;
    /// The content moved by @p deltaPx (as the mouse drags it).
    Viewport panned(QPointF deltaPx) const;
    /// @p factor > 1 enlarges; the place under @p pixel stays there. Clamped to the limits below.
    Viewport zoomedAbout(QPointF pixel, double factor) const;
    /// Centred on a place.
    Viewport centeredOn(const LonLat& position) const;
    /// With a scale at the centre, in metres per pixel, clamped to the limits below.
    Viewport withGroundScale(double metresPerPixel) const;
    /// Everything of @p box within the margins, at the largest scale that allows it; a point or very small box is shown
    /// as if it were 2 km wide. An empty box changes nothing.
    Viewport zoomedTo(const Box& box, QMarginsF marginsPx = {40, 40, 40, 40}) const;
    /// What is seen here, in another projection: same centre, same ground scale.
    Viewport inProjection(std::shared_ptr<const Projection> projection) const;

    static constexpr double finestMetresPerPixel = 0.05;
    static constexpr double coarsestMetresPerPixel = 10000.0;

    friend bool operator==(const Viewport& a, const Viewport& b);

private:
    double unitsPerGroundMetre() const;
    void setUnitsPerPixel(double units);

    std::shared_ptr<const Projection> mProjection;
    QSizeF mSize;
    qreal mDpr;
    Point mCenter{0, 0};
    double mUnitsPerPixel = 1;
};

} // namespace corridor
