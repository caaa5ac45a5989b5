// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/ogr/geometry.h"

#include <ogr_geometry.h>

#include <cmath>

namespace corridor {

namespace {

class Taker {
public:
    explicit Taker(TakenGeometry& out)
        : mOut(out) {}

    void take(const OGRGeometry& geometry);

private:
    LonLat pointOf(double x, double y, double z);
    Line pointsOf(const OGRSimpleCurve& curve);
    void appendRings(const OGRPolygon& from, Polygon& to);
    void takePoint(const OGRPoint& point);
    void takeLines(const OGRMultiLineString& parts);
    void takePolygons(const OGRMultiPolygon& parts);
    void takeCollection(const OGRGeometryCollection& parts);
    void add(Value value);
    void refuse(Message why) {
        if (mOut.problem.isEmpty())
            mOut.problem = std::move(why);
    }

    TakenGeometry& mOut;
    bool mFinite = true;
};

LonLat Taker::pointOf(double x, double y, double z) {
    mFinite = mFinite && std::isfinite(x) && std::isfinite(y);
    mOut.hadHeights = mOut.hadHeights || (std::isfinite(z) && z != 0);
    return {x, y};
}

Line Taker::pointsOf(const OGRSimpleCurve& curve) {
    Line line;
    line.reserve(static_cast<std::size_t>(curve.getNumPoints()));
    for (int i = 0; i < curve.getNumPoints(); ++i)
        line.push_back(pointOf(curve.getX(i), curve.getY(i), curve.getZ(i)));
    return line;
}

void Taker::appendRings(const OGRPolygon& from, Polygon& to) {
    for (const OGRLinearRing* ring : from)
        if (!ring->IsEmpty())
            to.rings.push_back(pointsOf(*ring));
}

void Taker::takePoint(const OGRPoint& point) {
    add(pointOf(point.getX(), point.getY(), point.getZ()));
}

// The parts of a line in order, as one.
void Taker::takeLines(const OGRMultiLineString& parts) {
    Line whole;
    for (const OGRLineString* part : parts) {
        const Line line = pointsOf(*part);
        if (!whole.empty() && !line.empty() && !(whole.back() == line.front())) {
            refuse(message(
                CORRIDOR_MSG("the line has parts that do not meet; join them or make them objects of their own.")));
            return;
        }
        whole.insert(whole.end(), line.begin() + (whole.empty() || line.empty() ? 0 : 1), line.end());
    }
    add(std::move(whole));
}

void Taker::takePolygons(const OGRMultiPolygon& parts) {
    Polygon polygon;
    for (const OGRPolygon* part : parts)
        appendRings(*part, polygon);
    add(std::move(polygon));
}

// One of each type: a place mark with a line and the point for its name is two objects, two lines are a riddle.
void Taker::takeCollection(const OGRGeometryCollection& parts) {
    for (const OGRGeometry* part : parts)
        if (!part->IsEmpty())
            take(*part);
}

void Taker::add(Value value) {
    for (const Value& other : mOut.parts)
        if (other.index() == value.index()) {
            refuse(
                message(CORRIDOR_MSG("it is a collection of several geometries of one type; make them objects of their "
                                     "own.")));
            return;
        }
    mOut.parts.push_back(std::move(value));
}

void Taker::take(const OGRGeometry& geometry) {
    mOut.hadMeasures = mOut.hadMeasures || geometry.IsMeasured();
    switch (wkbFlatten(geometry.getGeometryType())) {
    case wkbPoint:
        takePoint(*geometry.toPoint());
        break;
    case wkbLineString:
        add(pointsOf(*geometry.toLineString()));
        break;
    case wkbPolygon: {
        Polygon polygon;
        appendRings(*geometry.toPolygon(), polygon);
        add(std::move(polygon));
        break;
    }
    case wkbMultiLineString:
        takeLines(*geometry.toMultiLineString());
        break;
    case wkbMultiPolygon:
        takePolygons(*geometry.toMultiPolygon());
        break;
    case wkbMultiPoint:
    case wkbGeometryCollection:
        if (const auto* parts = geometry.toGeometryCollection();
            wkbFlatten(geometry.getGeometryType()) == wkbGeometryCollection || parts->getNumGeometries() == 1) {
            takeCollection(*parts);
            break;
        }
        [[fallthrough]];
    default:
        refuse(message(CORRIDOR_MSG("a geometry of type %1 cannot be taken; use a point, line or polygon."),
                       QString::fromLatin1(geometry.getGeometryName())));
    }
    if (!mFinite)
        refuse(message(CORRIDOR_MSG("its position holds a coordinate that is no number.")));
}

} // namespace

TakenGeometry takeGeometry(const OGRGeometry& geometry) {
    TakenGeometry out;
    if (geometry.IsEmpty())
        return out;
    Taker taker(out);
    if (geometry.hasCurveGeometry(TRUE)) {
        const std::unique_ptr<OGRGeometry> straight(geometry.getLinearGeometry());
        out.hadCurves = true;
        if (straight)
            taker.take(*straight);
    } else {
        taker.take(geometry);
    }
    if (!out.problem.isEmpty())
        out.parts.clear();
    return out;
}

std::optional<FieldType> typeOfGeometry(const Value& geometry) {
    if (std::holds_alternative<LonLat>(geometry))
        return FieldType::Point;
    if (std::holds_alternative<Line>(geometry))
        return FieldType::Line;
    if (std::holds_alternative<Polygon>(geometry))
        return FieldType::Polygon;
    return std::nullopt;
}

} // namespace corridor
