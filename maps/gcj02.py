# SPDX-License-Identifier: GPL-3.0-or-later
"""GCJ-02 to WGS 84 and back, from the published description of the displacement (a sum of sines about 105 E, 35 N on the Krasovsky ellipsoid)."""
from math import cos, pi, radians, sin, sqrt

SEMI_MAJOR_M = 6378245.0
ECCENTRICITY2 = 0.00669342162296594323


def displacement(lon, lat):
    """Degrees by which GCJ-02 is east and north of WGS 84 at a WGS 84 position."""
    x, y = lon - 105.0, lat - 35.0
    common = 2 / 3 * (20 * sin(6 * pi * x) + 20 * sin(2 * pi * x))
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x)) + common
    north += 2 / 3 * (20 * sin(pi * y) + 40 * sin(pi * y / 3) + 160 * sin(pi * y / 12) + 320 * sin(pi * y / 30))
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x)) + common
    east += 2 / 3 * (20 * sin(pi * x) + 40 * sin(pi * x / 3) + 150 * sin(pi * x / 12) + 300 * sin(pi * x / 30))
    w2 = 1 - ECCENTRICITY2 * sin(radians(lat)) ** 2
    metres_lat = SEMI_MAJOR_M * (1 - ECCENTRICITY2) / (w2 * sqrt(w2))
    metres_lon = SEMI_MAJOR_M / sqrt(w2) * cos(radians(lat))
    return east * 180 / pi / metres_lon, north * 180 / pi / metres_lat


def from_wgs84(lon, lat):
    """GCJ-02 position of a WGS 84 position."""
    east, north = displacement(lon, lat)
    return lon + east, lat + north


def to_wgs84(lon, lat):
    """WGS 84 position of a GCJ-02 position, by fixed-point iteration to a millimetre."""
    x, y = lon, lat
    for _ in range(4):
        east, north = displacement(x, y)
        x, y = lon - east, lat - north
    return x, y
