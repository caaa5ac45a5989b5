# SPDX-License-Identifier: GPL-3.0-or-later
"""Lakes of GSHHG and rivers of WDBII within a frame, as GMT writes them (`gmt pscoast -M`)."""
import collections
import subprocess
import tempfile

from osgeo import ogr

LAKE_KM2 = 20
RIVER_CLASSES = {1: "1", 2: "2", 3: "3"}  # our rank: GMT's class (1 permanent major, 2 additional major, 3 additional)
RIVER_LEAST_DEGREES = 0.15


def dump(frame, *options):
    xs, ys = [p[0] for p in frame], [p[1] for p in frame]
    box = f"-R{min(xs)}/{max(xs)}/{min(ys)}/{max(ys)}"
    command = ["gmt", "pscoast", box, "-Df", "-M", *options]
    with tempfile.TemporaryDirectory() as folder:  # GMT leaves a history file where it runs
        text = subprocess.run(command, capture_output=True, text=True, check=True, cwd=folder).stdout
    lines = []
    for row in text.splitlines():
        if row.startswith(">"):
            lines.append([])
        elif row and not row.startswith("#"):
            lon, lat = map(float, row.split()[:2])
            lines[-1].append((round(lon, 6), round(lat, 6)))
    return [line for line in lines if len(line) > 1]


def joined(lines):
    """Pieces that GMT cuts at its one-degree bins, put together again where exactly two ends meet."""
    lines = [list(line) for line in lines]
    changed = True
    while changed:
        changed = False
        ends = collections.defaultdict(list)
        for i, line in enumerate(lines):
            if line[0] != line[-1]:
                ends[line[0]].append(i)
                ends[line[-1]].append(i)
        for point, owners in sorted(ends.items()):
            if len(owners) == 2 and owners[0] != owners[1]:
                a, b = lines[owners[0]], lines[owners[1]]
                a = a if a[-1] == point else a[::-1]
                b = b if b[0] == point else b[::-1]
                lines[owners[0]] = a + b[1:]
                del lines[owners[1]]
                changed = True
                break
    return lines


def frame_shape(frame):
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in frame + frame[:1]:
        ring.AddPoint_2D(x, y)
    shape = ogr.Geometry(ogr.wkbPolygon)
    shape.AddGeometry(ring)
    return shape


def lakes(frame, digits):
    """Rings of the lakes of at least LAKE_KM2 that lie wholly within the frame."""
    shape = frame_shape(frame)
    for line in joined(dump(frame, f"-A{LAKE_KM2}/2/2+l", "-W2")):
        ring = ogr.Geometry(ogr.wkbLineString)
        for x, y in line:
            ring.AddPoint_2D(x, y)
        if line[0] == line[-1] and len(line) > 3 and shape.Contains(ring):
            yield [[round(x, digits), round(y, digits)] for x, y in line]


def rivers(frame, digits):
    """(rank, line) of the rivers, cut at the frame; short stubs are left out."""
    shape = frame_shape(frame)
    for rank, option in RIVER_CLASSES.items():
        for line in joined(dump(frame, f"-I{option}")):
            whole = ogr.Geometry(ogr.wkbLineString)
            for x, y in line:
                whole.AddPoint_2D(x, y)
            cut = whole.Intersection(shape)
            parts = [cut] if cut.GetGeometryName() == "LINESTRING" else [cut.GetGeometryRef(i) for i in range(cut.GetGeometryCount())]
            for part in parts:
                if part.GetPointCount() > 1 and part.Length() >= RIVER_LEAST_DEGREES:
                    yield rank, [[round(v, digits) for v in part.GetPoint_2D(i)] for i in range(part.GetPointCount())]
