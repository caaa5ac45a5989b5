// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/error.h"
#include "model/exchange/sourcesystem.h"
#include "model/geo/projection.h"

#include <proj.h>

#include <cmath>
#include <map>

namespace corridor {

namespace {

struct ContextDeleter {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
};
struct PjDeleter {
    void operator()(PJ* pj) const { proj_destroy(pj); }
};
struct ListDeleter {
    void operator()(PJ_OBJ_LIST* list) const { proj_list_destroy(list); }
};
struct FactoryDeleter {
    void operator()(PJ_OPERATION_FACTORY_CONTEXT* factory) const { proj_operation_factory_context_destroy(factory); }
};
using ContextPointer = std::unique_ptr<PJ_CONTEXT, ContextDeleter>;
using PjPointer = std::unique_ptr<PJ, PjDeleter>;
using ListPointer = std::unique_ptr<PJ_OBJ_LIST, ListDeleter>;
using FactoryPointer = std::unique_ptr<PJ_OPERATION_FACTORY_CONTEXT, FactoryDeleter>;

ContextPointer quietContext() {
    ContextPointer context(proj_context_create());
    proj_log_level(context.get(), PJ_LOG_NONE);
    proj_context_set_enable_network(context.get(), 0);
    return context;
}

// The place of the positions, good to some hundred metres: what decides which transformations apply there.
Box placeOf(const Projection& projection, std::span<const Point> sample, bool swapped) {
    constexpr double marginDeg = 1e-4; // PROJ takes a box without width for the whole world
    Box place;
    for (const Point& pair : sample)
        place.include(projection.inverse(swapped ? Point{pair.y, pair.x} : pair));
    return place.expanded(marginDeg);
}

// The best published operation from a system to another that holds for the whole place; null when there is none.
PjPointer publishedOperation(PJ_CONTEXT* context, const PJ* from, const char* to, const Box& place) {
    const PjPointer target(proj_create(context, to));
    const FactoryPointer factory(proj_create_operation_factory_context(context, nullptr));
    if (!target || !factory)
        return nullptr;
    if (!place.isEmpty())
        proj_operation_factory_context_set_area_of_interest(context, factory.get(), place.lonMin, place.latMin,
                                                            place.lonMax, place.latMax);
    proj_operation_factory_context_set_spatial_criterion(context, factory.get(),
                                                         PROJ_SPATIAL_CRITERION_STRICT_CONTAINMENT);
    proj_operation_factory_context_set_grid_availability_use(context, factory.get(),
                                                             PROJ_GRID_AVAILABILITY_DISCARD_OPERATION_IF_MISSING_GRID);
    proj_operation_factory_context_set_allow_ballpark_transformations(context, factory.get(), 0);
    const ListPointer found(proj_create_operations(context, from, target.get(), factory.get()));
    if (!found || proj_list_get_count(found.get()) == 0)
        return nullptr;
    const PjPointer best(proj_list_get(context, found.get(), 0));
    return best ? PjPointer(proj_normalize_for_visualization(context, best.get())) : nullptr;
}

// "+proj=…" without "+type=crs" is an operation to PROJ; files mean a system.
PjPointer systemNamed(PJ_CONTEXT* context, const QString& definition) {
    const std::string text = definition.toStdString();
    PjPointer system(proj_create(context, text.c_str()));
    if ((!system || !proj_is_crs(system.get())) && text.find("+proj=") != std::string::npos)
        system.reset(proj_create(context, (text + " +type=crs").c_str()));
    return system && proj_is_crs(system.get()) ? std::move(system) : nullptr;
}

} // namespace

struct PositionReader::Impl {
    SystemChoice choice;
    ContextPointer context;          // before the operation, which it must outlive
    PjPointer operation;             // of a named system
    std::map<int, Projection> zones; // by 100 × the central meridian

    void openNamed(std::span<const Point> sample);
    LonLat readPlane(double easting, double northing);
    LonLat readNamed(double x, double y) const;
};

void PositionReader::Impl::openNamed(std::span<const Point> sample) {
    const QString label = choice.system.label();
    const auto projection = Projection::fromUserInput(choice.system.definition.toStdString());
    context = quietContext();
    const PjPointer system = systemNamed(context.get(), choice.system.definition);
    if (!projection || !system)
        throw Error(Blame::FileContent,
                    message(CORRIDOR_MSG("the coordinate system “%1” is not known; name another that "
                                         "the positions are in."),
                            label));
    const Box place = placeOf(*projection, sample, choice.swapped);
    // WGS 84 counts as CGCS2000.
    for (const char* target : {"EPSG:4490", "EPSG:4326"})
        if (!operation)
            operation = publishedOperation(context.get(), system.get(), target, place);
    if (!operation)
        throw Error(
            Blame::FileContent,
            message(CORRIDOR_MSG("no shift from “%1” to CGCS2000 is published for this place; have the positions "
                                 "converted to CGCS2000 by the office that holds its parameters."),
                    QString::fromStdString(projection->name())));
}

LonLat PositionReader::Impl::readPlane(double easting, double northing) {
    constexpr double prefix = 1'000'000;
    const double zone = easting >= prefix ? std::floor(easting / prefix) : 0;
    const double width = choice.system.zoneWidth;
    const double meridian = choice.system.meridianDeg > 0 ? choice.system.meridianDeg
                            : zone > 0                    ? width * zone - (width == 6 ? 3 : 0)
                                                          : 0;
    if (!(meridian > 0 && meridian <= 180) || !std::isfinite(easting))
        return {};
    const int key = static_cast<int>(std::lround(100 * meridian));
    auto at = zones.find(key);
    if (at == zones.end()) // the formulas are those of 6° zones too
        at = zones.emplace(key, Projection::gaussKrueger3(meridian)).first;
    return at->second.inverse({easting - zone * prefix, northing});
}

LonLat PositionReader::Impl::readNamed(double x, double y) const {
    const PJ_COORD at = proj_trans(operation.get(), PJ_FWD, proj_coord(x, y, 0, 0));
    return std::isfinite(at.xy.x) && std::isfinite(at.xy.y) ? LonLat{at.xy.x, at.xy.y} : LonLat{};
}

PositionReader::PositionReader(const SystemChoice& choice, std::span<const Point> sample)
    : mImpl(std::make_unique<Impl>()) {
    mImpl->choice = choice;
    if (choice.system.type == SourceSystem::Type::Named)
        mImpl->openNamed(sample);
}

PositionReader::~PositionReader() = default;
PositionReader::PositionReader(PositionReader&&) noexcept = default;
PositionReader& PositionReader::operator=(PositionReader&&) noexcept = default;

LonLat PositionReader::read(double first, double second) const {
    const SystemChoice& choice = mImpl->choice;
    const double x = choice.swapped ? second : first, y = choice.swapped ? first : second;
    switch (choice.system.type) {
    case SourceSystem::Type::Degrees:
        return choice.system.datum == Datum::Wgs84 ? LonLat{x, y}
                                                   : convertDatum({x, y}, choice.system.datum, Datum::Wgs84);
    case SourceSystem::Type::GaussKrueger:
        return mImpl->readPlane(x, y);
    case SourceSystem::Type::Named:
        return mImpl->readNamed(x, y);
    }
    return {};
}

Value PositionReader::read(Value geometry) const {
    const auto readInPlace = [this](LonLat& pair) { pair = read(pair.lon, pair.lat); };
    if (auto* point = std::get_if<LonLat>(&geometry))
        readInPlace(*point);
    else if (auto* line = std::get_if<Line>(&geometry))
        std::for_each(line->begin(), line->end(), readInPlace);
    else if (auto* polygon = std::get_if<Polygon>(&geometry))
        for (auto& ring : polygon->rings)
            std::for_each(ring.begin(), ring.end(), readInPlace);
    return geometry;
}

} // namespace corridor
