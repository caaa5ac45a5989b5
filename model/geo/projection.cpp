// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/geo/projection.h"

#include "model/base/error.h"
#include "model/geo/geodesic.h"

#include <proj.h>

#include <cmath>
#include <locale>
#include <numbers>
#include <sstream>

namespace corridor {
namespace {

constexpr const char* storageCrs = "EPSG:4490";

struct ContextDeleter {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
};
struct PjDeleter {
    void operator()(PJ* pj) const { proj_destroy(pj); }
};
using ContextPointer = std::unique_ptr<PJ_CONTEXT, ContextDeleter>;
using PjPointer = std::unique_ptr<PJ, PjDeleter>;

ContextPointer makeContext() {
    ContextPointer context(proj_context_create());
    // Failures come back as NaN or as an empty optional; PROJ must neither print them nor look for grids on a network.
    proj_log_level(context.get(), PJ_LOG_NONE);
    proj_context_set_enable_network(context.get(), 0);
    return context;
}

bool isPlaneOrGeographic(PJ_TYPE type) {
    switch (type) {
    case PJ_TYPE_GEOGRAPHIC_2D_CRS:
    case PJ_TYPE_GEOGRAPHIC_3D_CRS:
    case PJ_TYPE_PROJECTED_CRS:
    case PJ_TYPE_COMPOUND_CRS:
    case PJ_TYPE_BOUND_CRS:
        return true;
    default:
        return false;
    }
}

bool isGeographicCrs(PJ_CONTEXT* context, const PJ* crs) {
    switch (proj_get_type(crs)) {
    case PJ_TYPE_GEOGRAPHIC_2D_CRS:
    case PJ_TYPE_GEOGRAPHIC_3D_CRS:
        return true;
    case PJ_TYPE_BOUND_CRS: {
        const PjPointer base(proj_get_source_crs(context, crs));
        return base && isGeographicCrs(context, base.get());
    }
    case PJ_TYPE_COMPOUND_CRS: {
        const PjPointer horizontal(proj_crs_get_sub_crs(context, crs, 0));
        return horizontal && isGeographicCrs(context, horizontal.get());
    }
    default:
        return false;
    }
}

/// The reference system a text names, or null. A PROJ string without "+type=crs" is an operation to PROJ; users mean a
/// system.
PjPointer makeCrs(PJ_CONTEXT* context, const std::string& text) {
    PjPointer crs(proj_create(context, text.c_str()));
    if ((!crs || !proj_is_crs(crs.get())) && text.find("+proj=") != std::string::npos)
        crs.reset(proj_create(context, (text + " +type=crs").c_str()));
    if (!crs || !isPlaneOrGeographic(proj_get_type(crs.get())))
        return nullptr;
    return crs;
}

PjPointer makeTransformation(PJ_CONTEXT* context, const PJ* target) {
    const PjPointer source(proj_create(context, storageCrs));
    if (!source)
        return nullptr;
    const PjPointer official(proj_create_crs_to_crs_from_pj(context, source.get(), target, nullptr, nullptr));
    return official ? PjPointer(proj_normalize_for_visualization(context, official.get())) : nullptr;
}

/// A number as PROJ reads it, whatever the program's locale.
std::string projNumber(double value) {
    std::ostringstream text;
    text.imbue(std::locale::classic());
    text.precision(17);
    text << value;
    return text.str();
}

double checkedMeridian(double centralMeridianDeg) {
    if (!(std::abs(centralMeridianDeg) <= 360.0))
        throw Error(Blame::Bug,
                    Message{CORRIDOR_MSG("A map projection was asked for a central meridian that is no angle.")},
                    QString::number(centralMeridianDeg));
    return centralMeridianDeg;
}

std::string fromDegrees(const std::string& step) {
    return "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step " + step;
}

std::string transverseMercator(double centralMeridianDeg, double falseEastingM) {
    return fromDegrees("+proj=tmerc +lat_0=0 +lon_0=" + projNumber(centralMeridianDeg) +
                       " +k=1 +x_0=" + projNumber(falseEastingM) + " +y_0=0 +ellps=GRS80");
}

} // namespace

struct Projection::Impl {
    ContextPointer context; // first: it must outlive the transformation
    PjPointer transformation;
    std::string definition;
    std::string name;
    bool fromPipeline = false;
    bool geographic = false;
};

Projection::Projection(std::unique_ptr<Impl> impl)
    : mImpl(std::move(impl)) {}
Projection::~Projection() = default;
Projection::Projection(Projection&&) noexcept = default;
Projection& Projection::operator=(Projection&&) noexcept = default;

// The projections of our own are written as pipelines: they need no database, so that making one takes microseconds.
Projection Projection::fromPipeline(const std::string& pipeline, const std::string& name, bool geographic) {
    auto impl = std::make_unique<Impl>();
    impl->context = makeContext();
    impl->transformation.reset(proj_create(impl->context.get(), pipeline.c_str()));
    if (!impl->transformation)
        throw Error(Blame::Bug, Message{CORRIDOR_MSG("A built-in map projection could not be made.")},
                    QString::fromStdString(pipeline));
    impl->definition = pipeline;
    impl->name = name;
    impl->fromPipeline = true;
    impl->geographic = geographic;
    return Projection(std::move(impl));
}

Projection Projection::mapAlbers(double centralMeridianDeg) {
    const std::string meridian = projNumber(checkedMeridian(centralMeridianDeg));
    return fromPipeline(
        fromDegrees("+proj=aea +lat_1=25 +lat_2=47 +lat_0=0 +lon_0=" + meridian + " +x_0=0 +y_0=0 +ellps=GRS80"),
        "CGCS2000 / Albers 25N 47N CM " + meridian, false);
}

Projection Projection::gaussKrueger3(double centralMeridianDeg) {
    const double meridian = checkedMeridian(centralMeridianDeg);
    const std::string hemisphere = meridian < 0.0 ? "W" : "E";
    return fromPipeline(transverseMercator(meridian, 500'000.0),
                        "CGCS2000 / 3-degree Gauss-Kruger CM " + projNumber(std::abs(meridian)) + hemisphere, false);
}

Projection Projection::gaussKrueger3Zone(int zone) {
    if (zone < 1 || zone > 120)
        throw Error(Blame::Bug,
                    Message{CORRIDOR_MSG("A map projection was asked for a 3-degree zone that does not exist.")},
                    QString::number(zone));
    return fromPipeline(transverseMercator(3.0 * zone, zone * 1'000'000.0 + 500'000.0),
                        "CGCS2000 / 3-degree Gauss-Kruger zone " + std::to_string(zone), false);
}

Projection Projection::geographic() {
    return fromPipeline("+proj=noop", "CGCS2000", true);
}

Projection Projection::webMercator() {
    return fromPipeline(fromDegrees("+proj=webmerc +lat_0=0 +lon_0=0 +x_0=0 +y_0=0 +ellps=WGS84"),
                        "WGS 84 / Pseudo-Mercator", false);
}

std::optional<Projection> Projection::fromEpsg(int code) {
    return fromUserInput("EPSG:" + std::to_string(code));
}

std::optional<Projection> Projection::fromUserInput(const std::string& text) {
    auto impl = std::make_unique<Impl>();
    impl->context = makeContext();
    const PjPointer crs = makeCrs(impl->context.get(), text);
    if (!crs)
        return {};
    impl->transformation = makeTransformation(impl->context.get(), crs.get());
    if (!impl->transformation)
        return {};
    const char* name = proj_get_name(crs.get());
    impl->definition = text;
    impl->name = name ? name : text;
    impl->geographic = isGeographicCrs(impl->context.get(), crs.get());
    return Projection(std::move(impl));
}

Projection Projection::clone() const {
    if (mImpl->fromPipeline)
        return fromPipeline(mImpl->definition, mImpl->name, mImpl->geographic);
    auto copy = fromUserInput(mImpl->definition);
    if (!copy) // it was read before: only a database that vanished meanwhile gets here
        throw Error(Blame::Environment,
                    message(CORRIDOR_MSG("The reference system %1 can no longer be read; is the PROJ "
                                         "database still installed?"),
                            QString::fromStdString(mImpl->name)));
    return std::move(*copy);
}

const std::string& Projection::definition() const {
    return mImpl->definition;
}
const std::string& Projection::name() const {
    return mImpl->name;
}
bool Projection::isGeographic() const {
    return mImpl->geographic;
}

Point Projection::forward(const LonLat& position) const {
    Point point;
    forward(std::span(&position, 1), std::span(&point, 1));
    return point;
}

LonLat Projection::inverse(const Point& point) const {
    LonLat position;
    inverse(std::span(&point, 1), std::span(&position, 1));
    return position;
}

void Projection::forward(std::span<const LonLat> positions, std::span<Point> points) const {
    const std::size_t count = std::min(positions.size(), points.size());
    if (count == 0)
        return;
    for (std::size_t i = 0; i < count; ++i)
        points[i] = {positions[i].lon, positions[i].lat};
    proj_trans_generic(mImpl->transformation.get(), PJ_FWD, &points[0].x, sizeof(Point), count, &points[0].y,
                       sizeof(Point), count, nullptr, 0, 0, nullptr, 0, 0);
    // PROJ marks failures with infinities, and lets some impossible input through.
    for (std::size_t i = 0; i < count; ++i) {
        const bool possible = std::isfinite(positions[i].lon) && std::abs(positions[i].lat) <= 90.0;
        if (!possible || !std::isfinite(points[i].x) || !std::isfinite(points[i].y))
            points[i] = {};
    }
}

void Projection::inverse(std::span<const Point> points, std::span<LonLat> positions) const {
    constexpr double planeLimit = 1e10; // no map is larger; cylindrical projections would wrap anything into the world
    const std::size_t count = std::min(points.size(), positions.size());
    if (count == 0)
        return;
    for (std::size_t i = 0; i < count; ++i)
        positions[i] = {points[i].x, points[i].y};
    proj_trans_generic(mImpl->transformation.get(), PJ_INV, &positions[0].lon, sizeof(LonLat), count, &positions[0].lat,
                       sizeof(LonLat), count, nullptr, 0, 0, nullptr, 0, 0);
    for (std::size_t i = 0; i < count; ++i) {
        const bool possible = std::abs(points[i].x) <= planeLimit && std::abs(points[i].y) <= planeLimit;
        if (!possible || !std::isfinite(positions[i].lon) || !(std::abs(positions[i].lat) <= 90.0))
            positions[i] = {};
    }
}

Projection::Local Projection::localAt(const LonLat& position) const {
    constexpr double stepM = 10.0;
    const Geodesic& geodesic = Geodesic::cgcs2000();
    // Steps lead away from the antimeridian and the pole, where the plane may be cut.
    const double eastStepM = position.lon > 0.0 ? -stepM : stepM;
    const double northStepM = position.lat > 0.0 ? -stepM : stepM;
    const Point here = forward(position);
    const Point beside = forward(geodesic.direct(position, 90.0, eastStepM).end);
    const Point along = forward(geodesic.direct(position, 0.0, northStepM).end);
    const double northX = (along.x - here.x) / northStepM;
    const double northY = (along.y - here.y) / northStepM;
    return {std::hypot(beside.x - here.x, beside.y - here.y) / stepM, std::hypot(northX, northY),
            std::atan2(northX, northY) * 180.0 / std::numbers::pi};
}

} // namespace corridor
