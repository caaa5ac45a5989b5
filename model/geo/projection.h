// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/geo/gausskrueger.h"
#include "model/geo/lonlat.h"
#include "model/geo/point.h"

#include <memory>
#include <optional>
#include <span>
#include <string>

namespace corridor {

/// A map projection: degrees on CGCS2000 to plane coordinates and back, by PROJ. Move-only; owns its PROJ context.
/// **One thread at a time**: forward and inverse must not run at once on one object. Give each thread its own clone();
/// cloning an object that another thread uses is allowed.
/// Axes are always x east, y north and longitude first. Where a point cannot be projected (NaN, latitude beyond a pole,
/// outside the projection) both result coordinates are NaN; nothing throws.
/// Accuracy: 1e-4 m and 1e-9 degree for a round trip within the usual area of a projection. Between CGCS2000 and WGS 84
/// no shift is applied; other datums get the best transformation PROJ knows without a network.
class Projection {
public:
    /// The map's own: Albers equal-area, standard parallels 25° and 47° N, origin 0° N, no false easting, CGCS2000.
    static Projection mapAlbers(double centralMeridianDeg);
    /// Gauss–Krüger with any central meridian, false easting 500 km (EPSG:4546 for 111), CGCS2000.
    static Projection gaussKrueger3(double centralMeridianDeg);
    /// Gauss–Krüger 3° zone with its number before the easting (EPSG:4525 for 37), CGCS2000; zone in [1, 120].
    static Projection gaussKrueger3Zone(int zone);
    /// Plate carrée: x longitude, y latitude, in degrees.
    static Projection geographic();
    /// EPSG:3857. Made for latitudes up to 85.06°; beyond, y grows without use (2.4e8 m at the pole).
    static Projection webMercator();

    /// By EPSG code. Empty when PROJ does not know it, or it is no geographic or projected system.
    static std::optional<Projection> fromEpsg(int code);
    /// By "EPSG:4547", WKT (as in a .prj file), PROJ string or the name of a reference system. Empty when it is none.
    static std::optional<Projection> fromUserInput(const std::string& text);

    ~Projection();
    Projection(Projection&&) noexcept;
    Projection& operator=(Projection&&) noexcept;

    /// The same projection with a PROJ context of its own, for another thread.
    Projection clone() const;

    /// What the projection was made from: a PROJ pipeline or the user's text. Two with equal definitions are the same.
    const std::string& definition() const;
    /// Human-readable English name, such as "CGCS2000 / 3-degree Gauss-Kruger CM 114E".
    const std::string& name() const;
    /// True when x and y are degrees.
    bool isGeographic() const;

    Point forward(const LonLat& position) const;
    LonLat inverse(const Point& point) const;

    /// Many at once; both spans must have the same size (the shorter one decides).
    void forward(std::span<const LonLat> positions, std::span<Point> points) const;
    void inverse(std::span<const Point> points, std::span<LonLat> positions) const;

    /// The plane at one place, measured over 10 m on the ellipsoid; NaN where there is no projection.
    struct Local {
        double unitsPerMetreEast;  ///< plane units a metre on the ground towards the east takes
        double unitsPerMetreNorth; ///< the same towards the north
        double northDeg;           ///< direction of true north in the plane, degrees clockwise from the y axis
    };
    /// Scale and north direction at @p position: what a scale bar and a north arrow need. Accuracy 1e-5.
    Local localAt(const LonLat& position) const;

private:
    struct Impl;
    explicit Projection(std::unique_ptr<Impl> impl);
    static Projection fromPipeline(const std::string& pipeline, const std::string& name, bool geographic);

    std::unique_ptr<Impl> mImpl;
};

} // namespace corridor
