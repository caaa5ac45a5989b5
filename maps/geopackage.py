# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the layers of the base map to a GeoPackage: the same layers give the same bytes."""
import json
import pathlib

from osgeo import gdal, ogr, osr

gdal.UseExceptions()

DATE = "2026-01-01T00:00:00.000Z"  # of every table's last change: GDAL would write the clock's
WAY = ("ref", "zh", "en")
TEXTS = {"expressway": WAY, "highspeed": WAY, "rail": WAY, "unit": ("province", "city")}
TYPES = {"Polygon": ogr.wkbPolygon, "LineString": ogr.wkbLineString, "Point": ogr.wkbPoint}
DESCRIPTIONS = {
    "frame": "Where the map ends",
    "sea": "The Bohai",
    "land2": "Neighbouring provinces",
    "land": "Beijing, Tianjin, Hebei, Inner Mongolia",
    "lake": "Lakes of 20 km2 and more",
    "river": "Rivers; rank 1 main to 3",
    "district": "Borders of districts in Beijing and Tianjin",
    "prefecture": "Borders of prefectures",
    "province": "Borders of provinces",
    "shore": "Shore of the Bohai",
    "expressway": "Expressways, schematic",
    "highspeed": "High-speed railways, schematic",
    "rail": "Railways, schematic",
    "place": "Place names; rank 0 province, 1 and 2 prefecture seats, 3 counties and districts, 9 water",
    "unit": "Prefectures and municipalities, which say where a site stands; not drawn",
}


def add_fields(layer, names):
    layer.CreateField(ogr.FieldDefn("rank", ogr.OFTInteger))
    for name in names:
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))


def add_feature(layer, source, names):
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetGeometry(ogr.CreateGeometryFromJson(json.dumps(source["geometry"])))
    feature.SetField("rank", source["rank"])
    for name in names:
        if source.get(name):
            feature.SetField(name, source[name])
    layer.CreateFeature(feature)


def write(path, layers):
    """@p layers: {name: [{geometry (GeoJSON), rank, texts}]}, WGS 84 longitude and latitude; no layer may be empty."""
    gdal.SetConfigOption("OGR_CURRENT_DATE", DATE)
    pathlib.Path(path).unlink(missing_ok=True)
    wgs84 = osr.SpatialReference()
    wgs84.ImportFromEPSG(4326)
    wgs84.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    data = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    for name, features in layers.items():
        # No spatial index: the build reads the whole tables, and a desktop GIS makes one by itself.
        layer = data.CreateLayer(name, wgs84, TYPES[features[0]["geometry"]["type"]],
                                 ["SPATIAL_INDEX=NO", f"DESCRIPTION={DESCRIPTIONS[name]}"])
        texts = TEXTS.get(name, ("zh", "en"))
        add_fields(layer, texts)
        data.StartTransaction()
        for feature in features:
            add_feature(layer, feature, texts)
        data.CommitTransaction()
    del layer, data
