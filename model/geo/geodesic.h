// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/geo/lonlat.h"

#include <memory>
#include <span>
#include <vector>

struct geod_geodesic; // of PROJ's geodesic.h

namespace corridor {

/// An ellipsoid of revolution.
struct Ellipsoid {
    double a; ///< equatorial radius, metres
    double f; ///< flattening

    friend bool operator==(const Ellipsoid&, const Ellipsoid&) = default;

    /// CGCS2000 as in EPSG:1024 (the same figures as GRS 80).
    static constexpr Ellipsoid cgcs2000() { return {6378137.0, 1.0 / 298.257222101}; }
    /// WGS 84 as in EPSG:7030.
    static constexpr Ellipsoid wgs84() { return {6378137.0, 1.0 / 298.257223563}; }
};

/// Distances, directions and areas on an ellipsoid by Karney's algorithms (PROJ geodesic.h).
/// Accuracy: distances 15 nm, areas about 0.1 m² per vertex for the Earth. Immutable: one object serves all threads; a
/// copy shares. Coordinates are degrees; longitudes may have any finite value and edges take the short way round, over
/// the antimeridian if need be. A latitude outside [-90, 90] or a NaN gives NaN results; nothing throws.
class Geodesic {
public:
    explicit Geodesic(const Ellipsoid& ellipsoid = Ellipsoid::cgcs2000());

    /// The one used for every length of a plan.
    static const Geodesic& cgcs2000();
    static const Geodesic& wgs84();

    const Ellipsoid& ellipsoid() const { return mEllipsoid; }

    struct Inverse {
        double distanceM;   ///< length of the shortest way, metres, >= 0
        double azimuth1Deg; ///< direction at the start, degrees clockwise from north, in [-180, 180]
        double azimuth2Deg; ///< forward direction at the end, degrees
    };
    /// The shortest way from @p from to @p to. Equal points: distance 0, both azimuths the same but meaningless.
    Inverse inverse(const LonLat& from, const LonLat& to) const;

    /// inverse().distanceM alone, a little faster.
    double distance(const LonLat& from, const LonLat& to) const;

    struct Direct {
        LonLat end;        ///< longitude in [-180, 180]
        double azimuthDeg; ///< forward direction at the end, degrees
    };
    /// Where one arrives after @p distanceM metres (negative: backwards) in direction @p azimuthDeg.
    Direct direct(const LonLat& from, double azimuthDeg, double distanceM) const;

    /// The point at @p fraction of the way between two points; 0 and 1 give the ends exactly, other values extrapolate.
    LonLat interpolate(const LonLat& from, const LonLat& to, double fraction) const;

    /// Length of a polyline in metres; 0 for fewer than two points.
    double length(std::span<const LonLat> line) const;

    /// The point @p distanceM metres along a polyline, clamped to its ends; NaN coordinates for an empty line.
    LonLat pointAtDistance(std::span<const LonLat> line, double distanceM) const;

    struct Measure {
        double areaM2;     ///< square metres, positive counter-clockwise, negative clockwise
        double perimeterM; ///< metres, with the closing edge
    };
    /// Area and perimeter of a ring of geodesics, its first point repeated at the end or not. Zero for fewer than two
    /// points.
    Measure polygon(std::span<const LonLat> ring) const;

    /// Points whose distances to the two foci add up to @p sumM: where a relocated point may lie without lengthening a
    /// path beyond its budget. @p count (>= 3) points counter-clockwise, first not repeated, denser where the outline
    /// bends; each holds the sum within 1 mm. Empty when sumM is less than the distance of the foci, not finite, or
    /// above 15,000 km (where no simple outline is sure to exist). sumM equal to the distance gives the flat ellipse,
    /// the way between the foci.
    std::vector<LonLat> ellipse(const LonLat& focus1, const LonLat& focus2, double sumM, int count = 96) const;

    /// @p count (>= 3) points at @p radiusM metres around a centre, counter-clockwise from north, first not repeated.
    /// Empty for a radius that is negative, not finite or above 10,000 km.
    std::vector<LonLat> circle(const LonLat& center, double radiusM, int count = 180) const;

private:
    Ellipsoid mEllipsoid;
    std::shared_ptr<const geod_geodesic> mGeodesic;
};

} // namespace corridor
