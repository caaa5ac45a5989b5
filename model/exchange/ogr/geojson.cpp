// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/ogr/geojson.h"

#include "model/base/error.h"

#include <QDir>
#include <QFileInfo>

#include <cpl_error.h>
#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <atomic>
#include <mutex>

namespace corridor {

namespace {

struct DatasetClose {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using DatasetPtr = std::unique_ptr<GDALDataset, DatasetClose>;
struct FeatureDestroy {
    void operator()(OGRFeature* feature) const { OGRFeature::DestroyFeature(feature); }
};
using FeaturePtr = std::unique_ptr<OGRFeature, FeatureDestroy>;
struct TransformDestroy {
    void operator()(OGRCoordinateTransformation* transform) const { OGRCoordinateTransformation::DestroyCT(transform); }
};
using TransformPtr = std::unique_ptr<OGRCoordinateTransformation, TransformDestroy>;

// GDAL's own messages go into the detail of our errors, not to the terminal.
class QuietGdal {
public:
    QuietGdal() {
        CPLPushErrorHandler(CPLQuietErrorHandler);
        CPLErrorReset();
    }
    ~QuietGdal() { CPLPopErrorHandler(); }
    QuietGdal(const QuietGdal&) = delete;
    QuietGdal& operator=(const QuietGdal&) = delete;
    static QString lastMessage() { return QString::fromUtf8(CPLGetLastErrorMsg()); }
};

// Only the one driver, and only when needed: registering all of them costs more than a whole check of the sample plan.
void registerDriver() {
    static std::once_flag once;
    std::call_once(once, [] { RegisterOGRGeoJSON(); });
}

DatasetPtr openGeoJson(const QString& path, const QString& shown) {
    if (!QFileInfo(path).isReadable())
        throw Error(
            Blame::Environment,
            message(CORRIDOR_MSG("%1 cannot be read; check that it is there and that you may read it."), shown));
    const char* drivers[] = {"GeoJSON", nullptr};
    DatasetPtr dataset(GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers));
    if (!dataset)
        throw Error(
            Blame::FileContent,
            message(CORRIDOR_MSG(
                        "%1 is no GeoJSON that can be read; open it in the program it came from and export it again."),
                    shown),
            QuietGdal::lastMessage());
    return dataset;
}

// Null when the positions are longitude and latitude that can be taken as they are.
TransformPtr transformFor(OGRLayer& layer, const QString& shown) {
    OGRSpatialReference* source = layer.GetSpatialRef();
    const char* code = source ? source->GetAuthorityCode(nullptr) : nullptr;
    if (!source || (code && (EQUAL(code, "4326") || EQUAL(code, "4490") || EQUAL(code, "CRS84"))))
        return nullptr;
    OGRSpatialReference target;
    target.importFromEPSG(4490);
    target.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    TransformPtr transform(OGRCreateCoordinateTransformation(source, &target));
    if (!transform)
        throw Error(Blame::FileContent,
                    message(CORRIDOR_MSG("%1: its coordinate system “%2” cannot be converted to CGCS2000; convert the "
                                         "file to longitude and latitude."),
                            shown, QString::fromUtf8(source->GetName())),
                    QuietGdal::lastMessage());
    return transform;
}

Line pointsOf(const OGRSimpleCurve& curve) {
    Line line;
    line.reserve(static_cast<std::size_t>(curve.getNumPoints()));
    for (int i = 0; i < curve.getNumPoints(); ++i)
        line.push_back(LonLat{curve.getX(i), curve.getY(i)});
    return line;
}

void appendRings(const OGRPolygon& from, Polygon& to) {
    for (const OGRLinearRing* ring : from)
        to.rings.push_back(pointsOf(*ring));
}

// The parts of a line in order, as one; nothing when they do not meet.
std::optional<Line> joined(const OGRMultiLineString& parts) {
    Line whole;
    for (const OGRLineString* part : parts) {
        const Line line = pointsOf(*part);
        if (!whole.empty() && !line.empty() && !(whole.back() == line.front()))
            return std::nullopt;
        whole.insert(whole.end(), line.begin() + (whole.empty() || line.empty() ? 0 : 1), line.end());
    }
    return whole;
}

Value geometryOf(const OGRGeometry& geometry, Message& problem) {
    switch (wkbFlatten(geometry.getGeometryType())) {
    case wkbPoint:
        return LonLat{geometry.toPoint()->getX(), geometry.toPoint()->getY()};
    case wkbLineString:
        return pointsOf(*geometry.toLineString());
    case wkbPolygon: {
        Polygon polygon;
        appendRings(*geometry.toPolygon(), polygon);
        return polygon;
    }
    case wkbMultiPolygon: {
        Polygon polygon; // parts are further rings by the even-odd rule
        for (const OGRPolygon* part : *geometry.toMultiPolygon())
            appendRings(*part, polygon);
        return polygon;
    }
    case wkbMultiLineString:
        if (auto line = joined(*geometry.toMultiLineString()))
            return *line;
        problem =
            message(CORRIDOR_MSG("the line has parts that do not meet; join them or make them objects of their own."));
        return {};
    default:
        if (wkbFlatten(geometry.getGeometryType()) == wkbMultiPoint && geometry.toMultiPoint()->getNumGeometries() == 1)
            return geometryOf(*geometry.toMultiPoint()->getGeometryRef(0), problem);
        problem = message(CORRIDOR_MSG("a geometry of type %1 cannot be taken; use a point, line or polygon."),
                          QString::fromLatin1(geometry.getGeometryName()));
        return {};
    }
}

QString cellOf(const OGRFeature& feature, int index) {
    if (!feature.IsFieldSetAndNotNull(index))
        return {};
    if (feature.GetFieldDefnRef(index)->GetType() == OFTReal)
        return shortestDecimal(feature.GetFieldAsDouble(index));
    return QString::fromUtf8(feature.GetFieldAsString(index));
}

std::optional<FieldType> typeOf(const Value& geometry) {
    if (std::holds_alternative<LonLat>(geometry))
        return FieldType::Point;
    if (std::holds_alternative<Line>(geometry))
        return FieldType::Line;
    if (std::holds_alternative<Polygon>(geometry))
        return FieldType::Polygon;
    return std::nullopt;
}

SourceRow readFeature(OGRFeature& feature, OGRCoordinateTransformation* transform, int number) {
    SourceRow row;
    row.line = number;
    for (int i = 0; i < feature.GetFieldCount(); ++i)
        row.cells += cellOf(feature, i);
    OGRGeometry* geometry = feature.GetGeometryRef();
    if (!geometry || geometry->IsEmpty())
        return row;
    if (transform && geometry->transform(transform) != OGRERR_NONE)
        row.problem = message(CORRIDOR_MSG("its position cannot be converted to CGCS2000."));
    else
        row.geometry = geometryOf(*geometry, row.problem);
    return row;
}

SourceTable readLayer(OGRLayer& layer, const QString& shown) {
    SourceTable table;
    table.file = shown;
    table.name = QString::fromUtf8(layer.GetName());
    OGRFeatureDefn* definition = layer.GetLayerDefn();
    for (int i = 0; i < definition->GetFieldCount(); ++i)
        table.columns += QString::fromUtf8(definition->GetFieldDefn(i)->GetNameRef());
    const TransformPtr transform = transformFor(layer, shown);
    layer.ResetReading();
    int number = 0;
    while (FeaturePtr feature{layer.GetNextFeature()}) {
        table.rows.push_back(readFeature(*feature, transform.get(), ++number));
        if (!table.geometry)
            table.geometry = typeOf(table.rows.back().geometry);
    }
    return table;
}

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
    for (const FeatureLayer::Feature& row : layer.features) {
        const FeaturePtr feature{OGRFeature::CreateFeature(out->GetLayerDefn())};
        for (std::size_t i = 0; i < row.values.size(); ++i)
            setField(*feature, static_cast<int>(i), row.values[i]);
        feature->SetGeometryDirectly(toGeometry(row.geometry).release());
        if (out->CreateFeature(feature.get()) != OGRERR_NONE)
            refuseWrite(layer.name);
    }
}

// A file in memory that is gone with its owner.
struct MemoryFile {
    QByteArray path;
    MemoryFile() {
        static std::atomic<int> number = 0;
        path = "/vsimem/corridor-" + QByteArray::number(++number) + ".geojson";
    }
    ~MemoryFile() { VSIUnlink(path.constData()); }
    QByteArray bytes() const {
        vsi_l_offset length = 0;
        const GByte* data = VSIGetMemFileBuffer(path.constData(), &length, FALSE);
        return data ? QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(length)) : QByteArray();
    }
};

} // namespace

std::vector<SourceTable> ogrReadGeoJson(const QString& path) {
    registerDriver();
    const QuietGdal quiet;
    const QString shown = QDir::toNativeSeparators(path);
    const DatasetPtr dataset = openGeoJson(path, shown);
    std::vector<SourceTable> tables;
    for (OGRLayer* layer : dataset->GetLayers())
        tables.push_back(readLayer(*layer, shown));
    return tables;
}

QByteArray ogrToGeoJson(const FeatureLayer& layer) {
    registerDriver();
    const QuietGdal quiet;
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GeoJSON");
    const MemoryFile file;
    DatasetPtr dataset(driver ? driver->Create(file.path.constData(), 0, 0, 0, GDT_Unknown, nullptr) : nullptr);
    if (!dataset)
        refuseWrite(layer.name);
    fillLayer(*dataset, layer);
    dataset.reset(); // writes the end of the file
    return file.bytes();
}

} // namespace corridor
