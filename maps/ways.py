# SPDX-License-Identifier: GPL-3.0-or-later
"""Roads and railways: smooth curves through the way-points of ways.csv."""
import csv

from osgeo import ogr

STEP = 0.02  # degrees, about 2 km: near enough that a curve has no corners at 1:250,000
ALPHA = 0.5  # centripetal: passes through every way-point without loops, however uneven their distances


def read(path):
    """(kind, ref, zh, en, way-points) of every way, in the order of the file."""
    ways = []
    with open(path, encoding="utf-8") as lines:
        for row in csv.DictReader(line for line in lines if not line.startswith("#")):
            if row["kind"]:
                ways.append((row["kind"], row["ref"], row["zh"], row["en"], []))
            ways[-1][4].append((float(row["lon"]), float(row["lat"])))
    return ways


def between(a, b, share):
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def distance(a, b):
    return ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5


def spline_point(points, knots, t):
    """Barry and Goldman's pyramid: the Catmull-Rom curve of four points at knot t between the inner two."""
    level = list(points)
    for width in (1, 2):
        level = [between(level[i], level[i + 1], (t - knots[i]) / (knots[i + width] - knots[i])) for i in range(4 - width)]
    return between(level[0], level[1], (t - knots[1]) / (knots[2] - knots[1]))


def smooth(points):
    """A curve through all points, with a vertex every STEP or nearer."""
    first, last = between(points[1], points[0], 2), between(points[-2], points[-1], 2)
    padded = [first, *points, last]
    line = []
    for four in zip(padded, padded[1:], padded[2:], padded[3:]):
        knots = [0.0]
        for a, b in zip(four, four[1:]):
            knots.append(knots[-1] + distance(a, b) ** ALPHA)
        steps = max(1, round(distance(four[1], four[2]) / STEP))
        line += [spline_point(four, knots, knots[1] + (knots[2] - knots[1]) * i / steps) for i in range(steps)]
    return line + [points[-1]]


def clipped(points, frame, digits):
    """The parts of a line within the frame, rounded."""
    line = ogr.Geometry(ogr.wkbLineString)
    for x, y in points:
        line.AddPoint_2D(x, y)
    cut = line.Intersection(frame)
    parts = [cut] if cut.GetGeometryName() == "LINESTRING" else [cut.GetGeometryRef(i) for i in range(cut.GetGeometryCount())]
    for part in parts:
        yield [[round(v, digits) for v in part.GetPoint_2D(i)] for i in range(part.GetPointCount())]
