// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/ogr/writing.h"

#include "model/base/error.h"
#include "model/exchange/ogr/gdal.h"

namespace corridor {

namespace {

void setField(OGRFeature& feature, int index, const Value& value) {
    if (isUnknown(value))
        feature.SetFieldNull(index);
    else if (const auto* real = std::get_if<double>(&value))
        feature.SetField(index, *real);
    else if (const auto* integer = std::get_if<qint64>(&value))
        feature.SetField(index, static_cast<GIntBig>(*integer));
    else if (const auto* boolean = std::get_if<bool>(&value))
        feature.SetField(index, *boolean ? 1 : 0);
    else
        feature.SetField(index, valueToText(value).toUtf8().constData());
}

void addPoints(OGRSimpleCurve& curve, const Line& line) {
    for (const LonLat& point : line)
        curve.addPoint(point.lon, point.lat);
}

} // namespace

std::unique_ptr<OGRGeometry> toGeometry(const Value& value) {
    if (const auto* point = std::get_if<LonLat>(&value))
        return std::make_unique<OGRPoint>(point->lon, point->lat);
    if (const auto* line = std::get_if<Line>(&value)) {
        auto curve = std::make_unique<OGRLineString>();
        addPoints(*curve, *line);
        return curve;
    }
    const auto* polygon = std::get_if<Polygon>(&value);
    if (!polygon || polygon->rings.empty())
        return nullptr;
    auto out = std::make_unique<OGRPolygon>();
    for (const auto& points : polygon->rings) {
        auto ring = std::make_unique<OGRLinearRing>();
        addPoints(*ring, points);
        ring->closeRings();
        out->addRingDirectly(ring.release());
    }
    return out;
}

bool addField(OGRLayer& layer, const FeatureLayer::Column& column) {
    OGRFieldDefn field(column.name.toUtf8().constData(), OFTString);
    if (column.type == FieldType::Real)
        field.SetType(OFTReal);
    else if (column.type == FieldType::Integer)
        field.SetType(OFTInteger64);
    else if (column.type == FieldType::Boolean) {
        field.SetType(OFTInteger);
        field.SetSubType(OFSTBoolean);
    }
    return layer.CreateField(&field) == OGRERR_NONE;
}

bool addFeature(OGRLayer& layer, const FeatureLayer::Feature& row) {
    const FeaturePtr feature{OGRFeature::CreateFeature(layer.GetLayerDefn())};
    for (std::size_t i = 0; i < row.values.size(); ++i)
        setField(*feature, static_cast<int>(i), row.values[i]);
    feature->SetGeometryDirectly(toGeometry(row.geometry).release());
    return layer.CreateFeature(feature.get()) == OGRERR_NONE;
}

namespace {

[[noreturn]] void refuseWrite(const QString& layer) {
    throw Error(Blame::Bug,
                message(CORRIDOR_MSG("Layer “%1” cannot be written as GeoJSON; please report this."), layer),
                QuietGdal::lastMessage());
}

void fillLayer(GDALDataset& dataset, const FeatureLayer& layer) {
    OGRSpatialReference wgs84;
    wgs84.SetWellKnownGeogCS("WGS84");
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const char* options[] = {"RFC7946=YES", "COORDINATE_PRECISION=15", "SIGNIFICANT_FIGURES=17", "WRITE_NAME=YES",
                             nullptr};
    OGRLayer* out =
        dataset.CreateLayer(layer.name.toUtf8().constData(), &wgs84, wkbUnknown, const_cast<char**>(options));
    if (!out)
        refuseWrite(layer.name);
    for (const FeatureLayer::Column& column : layer.fields)
        if (!addField(*out, column))
            refuseWrite(layer.name);
    for (const FeatureLayer::Feature& row : layer.features)
        if (!addFeature(*out, row))
            refuseWrite(layer.name);
}

} // namespace

QByteArray ogrToGeoJson(const FeatureLayer& layer) {
    const QuietGdal quiet;
    GDALDriver* driver = driverNamed("GeoJSON");
    const MemoryFile file("layer.geojson");
    DatasetPtr dataset(driver ? driver->Create(file.path().constData(), 0, 0, 0, GDT_Unknown, nullptr) : nullptr);
    if (!dataset)
        refuseWrite(layer.name);
    fillLayer(*dataset, layer);
    dataset.reset(); // writes the end of the file
    return file.bytes();
}

} // namespace corridor
