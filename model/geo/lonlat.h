// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>

namespace corridor {

/// A position in degrees, longitude first. By convention on CGCS2000 (EPSG:4490); WGS 84 is treated as the same
/// (they differ by less than a metre). A default LonLat is "nowhere": both coordinates are NaN.
struct LonLat {
    double lon = std::numeric_limits<double>::quiet_NaN(); ///< degrees, east positive
    double lat = std::numeric_limits<double>::quiet_NaN(); ///< degrees, north positive

    /// Exact comparison; a NaN position equals nothing, itself included.
    friend bool operator==(const LonLat&, const LonLat&) = default;

    /// True for finite coordinates with lon in [-180, 180] and lat in [-90, 90].
    bool isValid() const { return lon >= -180.0 && lon <= 180.0 && lat >= -90.0 && lat <= 90.0; }
};

/// An axis-parallel rectangle in degrees, borders included. A default Box is empty: it contains nothing and is the
/// neutral element of united(). A box never crosses the antimeridian (lonMin <= lonMax unless empty).
struct Box {
    double lonMin = std::numeric_limits<double>::infinity();
    double latMin = std::numeric_limits<double>::infinity();
    double lonMax = -std::numeric_limits<double>::infinity();
    double latMax = -std::numeric_limits<double>::infinity();

    friend bool operator==(const Box&, const Box&) = default;

    bool isEmpty() const { return !(lonMin <= lonMax && latMin <= latMax); }
    double width() const { return isEmpty() ? 0.0 : lonMax - lonMin; }  ///< degrees, 0 when empty
    double height() const { return isEmpty() ? 0.0 : latMax - latMin; } ///< degrees, 0 when empty

    /// The middle of the box; NaN coordinates when it is empty.
    LonLat center() const {
        return isEmpty() ? LonLat{} : LonLat{lonMin + (lonMax - lonMin) / 2, latMin + (latMax - latMin) / 2};
    }

    /// Grows the box to hold @p p. Positions that are not finite are ignored.
    void include(const LonLat& p) {
        if (!std::isfinite(p.lon) || !std::isfinite(p.lat))
            return;
        lonMin = std::min(lonMin, p.lon);
        latMin = std::min(latMin, p.lat);
        lonMax = std::max(lonMax, p.lon);
        latMax = std::max(latMax, p.lat);
    }

    /// The smallest box that holds both; an empty operand changes nothing.
    Box united(const Box& other) const {
        if (isEmpty())
            return other;
        if (other.isEmpty())
            return *this;
        return {std::min(lonMin, other.lonMin), std::min(latMin, other.latMin), std::max(lonMax, other.lonMax),
                std::max(latMax, other.latMax)};
    }

    bool contains(const LonLat& p) const {
        return p.lon >= lonMin && p.lon <= lonMax && p.lat >= latMin && p.lat <= latMax;
    }
    /// True when @p other is not empty and lies wholly inside (borders may touch).
    bool contains(const Box& other) const {
        return !other.isEmpty() && other.lonMin >= lonMin && other.lonMax <= lonMax && other.latMin >= latMin &&
               other.latMax <= latMax;
    }
    /// True when the boxes share at least one point; touching borders count.
    bool intersects(const Box& other) const {
        return !isEmpty() && !other.isEmpty() && lonMin <= other.lonMax && other.lonMin <= lonMax &&
               latMin <= other.latMax && other.latMin <= latMax;
    }

    /// The box with @p degrees added on every side (negative shrinks, possibly to empty); empty stays empty.
    Box expanded(double degrees) const {
        if (isEmpty())
            return {};
        const Box grown{lonMin - degrees, latMin - degrees, lonMax + degrees, latMax + degrees};
        return grown.isEmpty() ? Box{} : grown;
    }
};

} // namespace corridor
