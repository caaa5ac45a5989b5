// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/viewport.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace corridor {

namespace {

constexpr double smallestBoxM = 2000;
constexpr double screenPixelM = 0.0254 / 96;
constexpr double metresPerDegree = 111000; // for minimum extents only

/// Points on the edge of a box; straight edges of the box bend in most projections.
std::vector<LonLat> edgeOf(const Box& box) {
    constexpr int steps = 8;
    std::vector<LonLat> edge;
    for (int i = 0; i <= steps; ++i) {
        const double lon = box.lonMin + box.width() * i / steps;
        const double lat = box.latMin + box.height() * i / steps;
        edge.insert(edge.end(), {{lon, box.latMin}, {lon, box.latMax}, {box.lonMin, lat}, {box.lonMax, lat}});
    }
    return edge;
}

Box atLeast(const Box& box, double metres) {
    const LonLat middle = box.center();
    const double halfLat = std::max(box.height(), metres / metresPerDegree) / 2;
    const double cosine = std::max(0.05, std::cos(middle.lat * M_PI / 180));
    const double halfLon = std::max(box.width(), metres / metresPerDegree / cosine) / 2;
    return {middle.lon - halfLon, middle.lat - halfLat, middle.lon + halfLon, middle.lat + halfLat};
}

} // namespace

Viewport::Viewport(std::shared_ptr<const Projection> projection, QSizeF size, qreal dpr)
    : mProjection(std::move(projection))
    , mSize(size)
    , mDpr(dpr) {
    Q_ASSERT(mProjection);
}

Viewport Viewport::detached() const {
    Viewport copy = *this;
    copy.mProjection = std::make_shared<const Projection>(mProjection->clone());
    return copy;
}

double Viewport::unitsPerGroundMetre() const {
    const Projection::Local local = mProjection->localAt(mProjection->inverse(mCenter));
    const double units = std::sqrt(local.unitsPerMetreEast * local.unitsPerMetreNorth);
    if (std::isfinite(units) && units > 0)
        return units;
    return mProjection->isGeographic() ? 1 / metresPerDegree : 1; // off the globe: any usable scale will do
}

double Viewport::groundMetresPerPixel() const {
    return mUnitsPerPixel / unitsPerGroundMetre();
}

double Viewport::scaleDenominator() const {
    return groundMetresPerPixel() / screenPixelM;
}

double Viewport::northDegrees() const {
    const double degrees = mProjection->localAt(mProjection->inverse(mCenter)).northDeg;
    return std::isfinite(degrees) ? degrees : 0;
}

QPointF Viewport::pixelOfPlane(const Point& point) const {
    return {mSize.width() / 2 + (point.x - mCenter.x) / mUnitsPerPixel,
            mSize.height() / 2 - (point.y - mCenter.y) / mUnitsPerPixel};
}

Point Viewport::planeOf(QPointF pixel) const {
    return {mCenter.x + (pixel.x() - mSize.width() / 2) * mUnitsPerPixel,
            mCenter.y - (pixel.y() - mSize.height() / 2) * mUnitsPerPixel};
}

QPointF Viewport::pixelOf(const LonLat& position) const {
    return pixelOfPlane(mProjection->forward(position));
}

LonLat Viewport::positionOf(QPointF pixel) const {
    return mProjection->inverse(planeOf(pixel));
}

QTransform Viewport::planeToPixel() const {
    const double s = 1 / mUnitsPerPixel;
    return {s, 0, 0, -s, mSize.width() / 2 - mCenter.x * s, mSize.height() / 2 + mCenter.y * s};
}

QRectF Viewport::planeRect(qreal marginPx) const {
    const double w = (mSize.width() + 2 * marginPx) * mUnitsPerPixel;
    const double h = (mSize.height() + 2 * marginPx) * mUnitsPerPixel;
    return {mCenter.x - w / 2, mCenter.y - h / 2, w, h};
}

Box Viewport::visibleBox() const {
    constexpr int steps = 8;
    Box box;
    for (int i = 0; i <= steps; ++i) {
        for (int j = 0; j <= steps; ++j)
            box.include(positionOf({mSize.width() * i / steps, mSize.height() * j / steps}));
    }
    return box;
}

Viewport Viewport::resized(QSizeF size, qreal dpr) const {
    Viewport view = *this;
    view.mSize = size;
    view.mDpr = dpr;
    return view;
}

Viewport Viewport::panned(QPointF deltaPx) const {
    Viewport view = *this;
    view.mCenter.x -= deltaPx.x() * mUnitsPerPixel;
    view.mCenter.y += deltaPx.y() * mUnitsPerPixel;
    return view;
}

void Viewport::setUnitsPerPixel(double units) {
    const double perMetre = unitsPerGroundMetre();
    mUnitsPerPixel = std::clamp(units, finestMetresPerPixel * perMetre, coarsestMetresPerPixel * perMetre);
}

Viewport Viewport::zoomedAbout(QPointF pixel, double factor) const {
    if (!(factor > 0) || !std::isfinite(factor))
        return *this;
    Viewport view = *this;
    view.setUnitsPerPixel(mUnitsPerPixel / factor);
    const Point fixed = planeOf(pixel);
    const Point moved = view.planeOf(pixel);
    view.mCenter.x += fixed.x - moved.x;
    view.mCenter.y += fixed.y - moved.y;
    return view;
}

Viewport Viewport::centeredOn(const LonLat& position) const {
    Viewport view = *this;
    const Point center = mProjection->forward(position);
    if (std::isfinite(center.x) && std::isfinite(center.y))
        view.mCenter = center;
    return view;
}

Viewport Viewport::withGroundScale(double metresPerPixel) const {
    Viewport view = *this;
    view.setUnitsPerPixel(metresPerPixel * unitsPerGroundMetre());
    return view;
}

Viewport Viewport::zoomedTo(const Box& box, QMarginsF marginsPx) const {
    if (box.isEmpty())
        return *this;
    const Box shown = atLeast(box, smallestBoxM);
    double left = INFINITY, right = -INFINITY, bottom = INFINITY, top = -INFINITY;
    for (const LonLat& position : edgeOf(shown)) {
        const Point p = mProjection->forward(position);
        if (!std::isfinite(p.x) || !std::isfinite(p.y))
            continue;
        left = std::min(left, p.x);
        right = std::max(right, p.x);
        bottom = std::min(bottom, p.y);
        top = std::max(top, p.y);
    }
    if (!(left < right && bottom < top))
        return *this;
    const double width = std::max(16.0, mSize.width() - marginsPx.left() - marginsPx.right());
    const double height = std::max(16.0, mSize.height() - marginsPx.top() - marginsPx.bottom());
    Viewport view = *this;
    view.mCenter = {(left + right) / 2, (bottom + top) / 2};
    view.setUnitsPerPixel(std::max((right - left) / width, (top - bottom) / height));
    view.mCenter.x += (marginsPx.right() - marginsPx.left()) / 2 * view.mUnitsPerPixel;
    view.mCenter.y += (marginsPx.top() - marginsPx.bottom()) / 2 * view.mUnitsPerPixel;
    return view;
}

Viewport Viewport::inProjection(std::shared_ptr<const Projection> projection) const {
    const LonLat center = mProjection->inverse(mCenter);
    return Viewport(std::move(projection), mSize, mDpr).centeredOn(center).withGroundScale(groundMetresPerPixel());
}

bool operator==(const Viewport& a, const Viewport& b) {
    return a.mCenter == b.mCenter && a.mUnitsPerPixel == b.mUnitsPerPixel && a.mSize == b.mSize && a.mDpr == b.mDpr &&
           a.mProjection->definition() == b.mProjection->definition();
}

} // namespace corridor
