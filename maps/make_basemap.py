#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make basemap.gpkg from the map files of echarts, from GSHHG/WDBII and from the tables beside this script.

  npm pack echarts@4.9.0 && tar xf echarts-4.9.0.tgz      # gives package/map/json/province
  make_basemap.py package/map/json/province basemap.gpkg

Needs GDAL's Python bindings (with GEOS) and GMT with gmt-gshhg-full. See README.md for sources, accuracy and licences.
"""
import collections
import csv
import json
import pathlib
import sys

from osgeo import ogr

import gcj02
import geopackage
import gshhg
import ways

ogr.UseExceptions()

GRID = 1024  # units per degree of the source; every vertex is a whole number of them
LAND = {"beijing": 11, "tianjin": 12, "hebei": 13, "neimenggu": 15}
NEIGHBOURS = {"shanxi": 14, "liaoning": 21, "shandong": 37, "shanxi1": 61}
MUNICIPALITIES = (11, 12)
PROVINCES = {11: "北京市", 12: "天津市", 13: "河北省", 14: "山西省", 15: "内蒙古自治区", 21: "辽宁省", 37: "山东省", 61: "陕西省"}
# All of it is land of these provinces or the Bohai: no national border is near (20 km in the north-west), so none has to be drawn.
FRAME = [(108.5, 37.0), (120.0, 37.0), (120.0, 42.2), (108.5, 42.2)]
SEA_UNTIL = 41.5  # degrees north; what belongs to no province beyond it would be another state
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
    """(code, properties, [rings]) of every feature of the provinces concerned; rings never have holes in this source."""
    for name in {**LAND, **NEIGHBOURS}:
        for feature in json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))["features"]:
            geometry = feature["geometry"]
            parts, offsets = geometry["coordinates"], geometry["encodeOffsets"]
            if geometry["type"] == "Polygon":
                parts, offsets = [parts], [offsets]
            rings = [decode_ring(t, o) for ts, os in zip(parts, offsets) for t, o in zip(ts, os)]
            yield int(feature["id"]), feature["properties"], [r for r in rings if len(r) > 3]


def frame_line():
    """The frame in WGS 84, closed, with a vertex every tenth of a degree so that it bends with any projection."""
    line = []
    for (x1, y1), (x2, y2) in zip(FRAME, FRAME[1:] + FRAME[:1]):
        steps = round(10 * max(abs(x2 - x1), abs(y2 - y1)))
        line += [[round(x1 + (x2 - x1) * i / steps, DIGITS), round(y1 + (y2 - y1) * i / steps, DIGITS)] for i in range(steps)]
    return line + line[:1]


def frame_ring():
    """The frame in grid units of GCJ-02, so that it stands straight in WGS 84."""
    return [tuple(GRID * v for v in gcj02.from_wgs84(x, y)) for x, y in frame_line()]


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


def in_frame(lon, lat):
    """A rounded position; what stands a hair outside the frame, whose edges bend in the source's datum, comes in."""
    (west, south), _, (east, north), _ = FRAME
    return [round(min(max(lon, west), east), DIGITS), round(min(max(lat, south), north), DIGITS)]


def to_wgs84(points):
    """Grid units in GCJ-02 to rounded WGS 84 degrees, without repeats."""
    result = []
    for x, y in points:
        point = in_frame(*gcj02.to_wgs84(x / GRID, y / GRID))
        if not result or result[-1] != point:
            result.append(point)
    return result


def feature(geometry_type, coordinates, rank=0, **texts):
    return {"geometry": {"type": geometry_type, "coordinates": coordinates}, "rank": rank, **texts}


def fill_features(shape, **texts):
    parts = [shape] if shape.GetGeometryName() == "POLYGON" else [shape.GetGeometryRef(i) for i in range(shape.GetGeometryCount())]
    for part in parts:
        rings = [to_wgs84(ring_points(part.GetGeometryRef(i))) for i in range(part.GetGeometryCount())]
        yield feature("Polygon", [r for r in rings if len(r) > 3], **texts)


def unit_of(code):
    """The prefecture of a feature; a municipality is one unit with all its districts."""
    return code // 10000 if code // 10000 in MUNICIPALITIES else code // 100


def unit_features(cells, features):
    """One polygon for each part of a prefecture or municipality in the frame, with its own name and its province's."""
    names = {unit_of(code): properties["name"] for code, properties, _ in features}
    for unit in sorted({unit_of(code) for code in cells.owner if code > 0}):
        province = PROVINCES[unit if unit < 100 else unit // 100]
        shape = cells.fill(lambda code: code > 0 and unit_of(code) == unit)
        yield from fill_features(shape, province=province, city=province if unit in MUNICIPALITIES else names[unit])


def place_features(path, features):
    points = {code: properties["cp"] for code, properties, _ in features}
    with open(path, encoding="utf-8") as lines:
        for row in csv.DictReader(line for line in lines if not line.startswith("#")):
            if row["lon"]:
                lon, lat = float(row["lon"]), float(row["lat"])
            else:
                lon, lat = gcj02.to_wgs84(*points[int(row["id"])])
            if gshhg.frame_shape(FRAME).Contains(ogr.CreateGeometryFromWkt(f"POINT ({lon} {lat})")):
                yield feature("Point", [round(lon, 4), round(lat, 4)], rank=int(row["rank"]), zh=row["zh"], en=row["en"])


def border_features(arcs):
    """Shores and province borders run on past the joints of prefectures; inner borders end where three meet anyway."""
    edges = [edge for pair in sorted(arcs) for edge in arcs[pair]]
    return [feature("LineString", to_wgs84(line)) for line in chains(edges)]


def way_features(path, kind):
    frame = gshhg.frame_shape(FRAME)
    for way_kind, ref, zh, en, points in ways.read(path):
        if way_kind == kind:
            for line in ways.clipped(ways.smooth(points), frame, DIGITS):
                yield feature("LineString", line, ref=ref, zh=zh, en=en)


def require_no_other_state(sea):
    """What no province claims must be the Bohai. Elsewhere it would be foreign land and its edge a national border."""
    north = max(y for f in sea for x, y in f["geometry"]["coordinates"][0])
    if north > SEA_UNTIL:
        raise SystemExit(f"make_basemap: land of no province reaches {north} N; draw FRAME in")


def main(folder, target):
    here = pathlib.Path(__file__).parent
    features = list(read_features(pathlib.Path(folder)))
    cells = Cells([(code, rings) for code, _, rings in features], frame_ring())
    arcs = cells.arcs()
    layers = {
        "frame": [feature("Polygon", [frame_line()])],
        "sea": list(fill_features(cells.fill(lambda c: c == Cells.SEA))),
        "land2": list(fill_features(cells.fill(lambda c: c // 10000 in NEIGHBOURS.values()))),
        "land": list(fill_features(cells.fill(lambda c: c // 10000 in LAND.values()))),
        "lake": [feature("Polygon", [ring]) for ring in gshhg.lakes(FRAME, DIGITS)],
        "river": [feature("LineString", line, rank=rank) for rank, line in gshhg.rivers(FRAME, DIGITS)],
        **{kind: border_features(arcs[kind]) for kind in ("district", "prefecture", "province", "shore")},
        **{kind: list(way_features(here / "ways.csv", kind)) for kind in ("expressway", "highspeed", "rail")},
        "place": list(place_features(here / "places.csv", features)),
        "unit": list(unit_features(cells, features)),
    }
    require_no_other_state(layers["sea"])
    geopackage.write(target, layers)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
