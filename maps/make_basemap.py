#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make basemap.geojson from the map files of echarts and from GSHHG/WDBII.

  npm pack echarts@4.9.0 && tar xf echarts-4.9.0.tgz      # gives package/map/json/province
  make_basemap.py package/map/json/province basemap.geojson

Needs GDAL's Python bindings (with GEOS) and GMT with gmt-gshhg-full. See README.md for sources, accuracy and licences.
"""
import collections
import csv
import json
import pathlib
import sys

from osgeo import ogr

import gcj02
import gshhg

ogr.UseExceptions()

GRID = 1024  # units per degree of the source; every vertex is a whole number of them
LAND = {"beijing": 11, "tianjin": 12, "hebei": 13, "neimenggu": 15}
NEIGHBOURS = {"shanxi": 14, "liaoning": 21, "jilin": 22, "shandong": 37, "henan": 41, "shanxi1": 61, "gansu": 62, "ningxia": 64}
MUNICIPALITIES = (11, 12)
# Stays south of the national border everywhere, so that no national border has to be drawn; the rest is a plain box.
FRAME = [(105.0, 35.2), (123.0, 35.2), (123.0, 43.2), (111.2, 43.2), (110.2, 42.45), (107.0, 42.2), (106.0, 41.9), (105.0, 41.45)]
SLIVER = 40.0e-4  # square degrees (about 40 km2): smaller faces that belong to nobody are gaps between files, not sea
DIGITS = 5


def decode_ring(text, offset):
    """Whole grid units of one ring: after the offset, each character less 64 is a zig-zag difference, x and y in turn."""
    x, y = offset
    ring = []
    for cx, cy in zip(text[0::2], text[1::2]):
        dx, dy = ord(cx) - 64, ord(cy) - 64
        x += (dx >> 1) ^ -(dx & 1)
        y += (dy >> 1) ^ -(dy & 1)
        if not ring or ring[-1] != (x, y):
            ring.append((x, y))
    if ring[0] != ring[-1]:
        ring.append(ring[0])
    return ring


def read_features(folder):
    """(code, cp, [rings]) of every feature of the provinces concerned; rings never have holes in this source."""
    for name in {**LAND, **NEIGHBOURS}:
        for feature in json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))["features"]:
            geometry = feature["geometry"]
            parts, offsets = geometry["coordinates"], geometry["encodeOffsets"]
            if geometry["type"] == "Polygon":
                parts, offsets = [parts], [offsets]
            rings = [decode_ring(t, o) for ts, os in zip(parts, offsets) for t, o in zip(ts, os)]
            yield int(feature["id"]), feature["properties"]["cp"], [r for r in rings if len(r) > 3]


def frame_ring():
    """The frame in grid units, with a vertex every tenth of a degree so that it bends with any projection."""
    ring = []
    for (x1, y1), (x2, y2) in zip(FRAME, FRAME[1:] + FRAME[:1]):
        steps = max(1, round(10 * max(abs(x2 - x1), abs(y2 - y1))))
        ring += [(round(GRID * (x1 + (x2 - x1) * i / steps)), round(GRID * (y1 + (y2 - y1) * i / steps))) for i in range(steps)]
    return ring + ring[:1]


def polygon(ring):
    line = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in ring:
        line.AddPoint_2D(x, y)
    result = ogr.Geometry(ogr.wkbPolygon)
    result.AddGeometry(line)
    return result


def faces_of(rings):
    """The faces into which all rings together part the plane."""
    segments = {tuple(sorted((a, b))) for ring in rings for a, b in zip(ring, ring[1:]) if a != b}
    lines = ogr.Geometry(ogr.wkbMultiLineString)
    for a, b in sorted(segments):
        line = ogr.Geometry(ogr.wkbLineString)
        line.AddPoint_2D(*a)
        line.AddPoint_2D(*b)
        lines.AddGeometry(line)
    collection = lines.Union(lines).Polygonize()
    return [collection.GetGeometryRef(i).Clone() for i in range(collection.GetGeometryCount())]


def ring_points(ring):
    return [ring.GetPoint_2D(i) for i in range(ring.GetPointCount())]


def edges_of(face):
    for i in range(face.GetGeometryCount()):
        points = ring_points(face.GetGeometryRef(i))
        for a, b in zip(points, points[1:]):
            yield (a, b) if a < b else (b, a)


class Cells:
    """Faces with one owner each (a code, SEA or OUTSIDE), and the edges between them."""

    SEA, OUTSIDE = 0, -1

    def __init__(self, shapes, frame):
        self.faces = faces_of([r for _, rings in shapes for r in rings] + [frame])
        self.beside = collections.defaultdict(list)
        for i, face in enumerate(self.faces):
            for edge in edges_of(face):
                self.beside[edge].append(i)
        self.owner = self._settle(self._claims(shapes, polygon(frame)))

    def _claims(self, shapes, frame):
        claims = [set() for _ in self.faces]
        inner = [face.PointOnSurface() for face in self.faces]
        inside = [frame.Contains(p) for p in inner]
        for code, rings in shapes:
            for ring in rings:
                shape = polygon(ring).Buffer(0)
                x1, x2, y1, y2 = shape.GetEnvelope()
                for i, point in enumerate(inner):
                    if inside[i] and x1 <= point.GetX() <= x2 and y1 <= point.GetY() <= y2 and shape.Contains(point):
                        claims[i].add(code)
        for i, face in enumerate(self.faces):
            if not inside[i]:
                claims[i] = {Cells.OUTSIDE}
            elif not claims[i] and face.Area() > SLIVER * GRID * GRID:
                claims[i] = {Cells.SEA}
        return claims

    def _settle(self, claims):
        """Gaps and overlaps go to the neighbour with the longest common border that claims them (or, in a gap, any)."""
        owner = [next(iter(c)) if len(c) == 1 else None for c in claims]
        while None in owner:
            length = collections.defaultdict(float)
            for (a, b), sides in self.beside.items():
                if len(sides) == 2:
                    size = ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5
                    for i, j in (sides, sides[::-1]):
                        if owner[i] is None and owner[j] not in (None, Cells.OUTSIDE):
                            if not claims[i] or owner[j] in claims[i]:
                                length[i, owner[j]] += size
            best = {}
            for (i, code), size in sorted(length.items()):
                if size > best.get(i, (0, None))[0]:
                    best[i] = (size, code)
            if not best:
                raise SystemExit("make_basemap: some faces have no owner beside them; raise SLIVER or mend the source")
            for i, (_, code) in best.items():
                owner[i] = code
        return owner

    def fill(self, chosen):
        union = ogr.Geometry(ogr.wkbMultiPolygon)
        for face, code in zip(self.faces, self.owner):
            if chosen(code):
                union.AddGeometry(face)
        return union.UnionCascaded()

    def arcs(self):
        """{kind: {(code, code): [edge]}} of every edge between two owners; each edge once."""
        kinds = collections.defaultdict(lambda: collections.defaultdict(list))
        for edge, sides in self.beside.items():
            pair = tuple(sorted({self.owner[i] for i in sides}))
            if len(sides) == 2 and len(pair) == 2 and Cells.OUTSIDE not in pair:
                kinds[kind_of(*pair)][pair].append(edge)
        return kinds


def kind_of(a, b):
    if Cells.SEA in (a, b):
        return "shore"
    if a // 10000 != b // 10000:
        return "province"
    return "district" if a // 10000 in MUNICIPALITIES else "prefecture"


def chains(edges):
    """Edges joined to polylines that end where more or fewer than two of them meet."""
    at = collections.defaultdict(list)
    for edge in sorted(edges):
        for end in edge:
            at[end].append(edge)
    left = set(edges)

    def walk(start, edge):
        line = [start]
        while edge in left:
            left.discard(edge)
            line.append(edge[1] if edge[0] == line[-1] else edge[0])
            following = [e for e in at[line[-1]] if e in left]
            if len(at[line[-1]]) != 2 or not following:
                break
            edge = following[0]
        return line

    for point in sorted(at):
        if len(at[point]) != 2:
            for edge in at[point]:
                if edge in left:
                    yield walk(point, edge)
    for edge in sorted(edges):
        if edge in left:
            yield walk(edge[0], edge)


def to_wgs84(points):
    """Grid units in GCJ-02 to rounded WGS 84 degrees, without repeats."""
    result = []
    for x, y in points:
        lon, lat = gcj02.to_wgs84(x / GRID, y / GRID)
        point = [round(lon, DIGITS), round(lat, DIGITS)]
        if not result or result[-1] != point:
            result.append(point)
    return result


def feature(layer, geometry_type, coordinates, **properties):
    return {"type": "Feature", "properties": {"layer": layer, **properties},
            "geometry": {"type": geometry_type, "coordinates": coordinates}}


def fill_features(layer, shape):
    parts = [shape] if shape.GetGeometryName() == "POLYGON" else [shape.GetGeometryRef(i) for i in range(shape.GetGeometryCount())]
    for part in parts:
        rings = [to_wgs84(ring_points(part.GetGeometryRef(i))) for i in range(part.GetGeometryCount())]
        yield feature(layer, "Polygon", [r for r in rings if len(r) > 3])


def place_features(path, features):
    points = {code: cp for code, cp, _ in features}
    with open(path, encoding="utf-8") as lines:
        for row in csv.DictReader(line for line in lines if not line.startswith("#")):
            if row["lon"]:
                lon, lat = float(row["lon"]), float(row["lat"])
            else:
                lon, lat = gcj02.to_wgs84(*points[int(row["id"])])
            if gshhg.frame_shape(FRAME).Contains(ogr.CreateGeometryFromWkt(f"POINT ({lon} {lat})")):
                yield feature("place", "Point", [round(lon, 4), round(lat, 4)], rank=int(row["rank"]), zh=row["zh"], en=row["en"])


def main(folder, target):
    here = pathlib.Path(__file__).parent
    features = list(read_features(pathlib.Path(folder)))
    cells = Cells([(code, rings) for code, _, rings in features], frame_ring())
    out = list(fill_features("sea", cells.fill(lambda c: c == Cells.SEA)))
    out += fill_features("land2", cells.fill(lambda c: c // 10000 in NEIGHBOURS.values()))
    out += fill_features("land", cells.fill(lambda c: c // 10000 in LAND.values()))
    kinds = cells.arcs()
    for kind in ("district", "prefecture", "province", "shore"):
        # Shores and province borders run on past the joints of prefectures; inner borders end where three meet anyway.
        edges = [edge for pair in sorted(kinds[kind]) for edge in kinds[kind][pair]]
        out += [feature(kind, "LineString", to_wgs84(line)) for line in chains(edges)]
    out += [feature("lake", "Polygon", [ring]) for ring in gshhg.lakes(FRAME, DIGITS)]
    out += [feature("river", "LineString", line, rank=rank) for rank, line in gshhg.rivers(FRAME, DIGITS)]
    out += place_features(here / "places.csv", features)
    with open(target, "w", encoding="utf-8") as file:
        file.write('{"type":"FeatureCollection","features":[\n')
        file.write(",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in out))
        file.write("\n]}\n")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
