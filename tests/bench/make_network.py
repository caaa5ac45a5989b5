#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A made-up national network for the benchmarks: sites spread evenly, each joined to its nearest neighbours.

usage: make_network.py OUT.gpkg [SITES=10000] [SPANS=30000] [VERTICES=50]
Layers `sites` (name, it_mw) and `spans` (a, b, gbps), EPSG:4490. The same arguments give the same network.
"""
import sys

import numpy as np
from osgeo import ogr, osr
from scipy.spatial import cKDTree


def neighbour_pairs(points, wanted):
    """The `wanted` shortest pairs of a site and one of its 12 nearest, each pair once."""
    _, near = cKDTree(points).query(points, k=13)
    pairs = {tuple(sorted((a, int(b)))) for a in range(len(points)) for b in near[a][1:]}
    return sorted(sorted(pairs, key=lambda p: (np.hypot(*(points[p[0]] - points[p[1]])), p))[:wanted])


def winding_line(a, b, vertices, random):
    """A random walk from a to b that wanders by about a tenth of their distance."""
    along = np.linspace(0.0, 1.0, vertices)[:, None]
    drift = np.cumsum(random.normal(0.0, 0.012 * np.hypot(*(b - a)), (vertices, 2)), axis=0)
    drift -= drift[0] + along * (drift[-1] - drift[0])
    line = ogr.Geometry(ogr.wkbLineString)
    for x, y in a + along * (b - a) + drift:
        line.AddPoint_2D(float(x), float(y))
    return line


def add_layer(data, name, kind, reference, fields, rows):
    layer = data.CreateLayer(name, reference, kind)
    for field, field_type in fields:
        layer.CreateField(ogr.FieldDefn(field, field_type))
    layer.StartTransaction()
    for values, geometry in rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        for (field, _), value in zip(fields, values):
            feature[field] = value
        feature.SetGeometry(geometry)
        layer.CreateFeature(feature)
    layer.CommitTransaction()


def main():
    out = sys.argv[1]
    sites, spans, vertices = (int(sys.argv[i]) if len(sys.argv) > i else default
                              for i, default in ((2, 10000), (3, 30000), (4, 50)))
    random = np.random.default_rng(20240424)
    points = np.column_stack((random.uniform(98, 125, sites), random.uniform(22, 48, sites)))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4490)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    data = ogr.GetDriverByName('GPKG').CreateDataSource(out)

    def site_rows():
        for i, (x, y) in enumerate(points):
            point = ogr.Geometry(ogr.wkbPoint)
            point.AddPoint_2D(float(x), float(y))
            yield (f'S{i}', float(random.uniform(1, 200))), point

    def span_rows():
        for a, b in neighbour_pairs(points, spans):
            gbps = float(random.choice([400, 800, 1600, 3200]))
            yield (f'S{a}', f'S{b}', gbps), winding_line(points[a], points[b], vertices, random)

    add_layer(data, 'sites', ogr.wkbPoint, reference, (('name', ogr.OFTString), ('it_mw', ogr.OFTReal)), site_rows())
    add_layer(data, 'spans', ogr.wkbLineString, reference,
              (('a', ogr.OFTString), ('b', ogr.OFTString), ('gbps', ogr.OFTReal)), span_rows())


if __name__ == '__main__':
    main()
