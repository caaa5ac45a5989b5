// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/ogr/vectorwriting.h"

#include "model/base/error.h"
#include "model/exchange/ogr/gdal.h"
#include "model/exchange/ogr/writing.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>

#include <algorithm>
#include <atomic>
#include <optional>

namespace corridor {

namespace {

[[noreturn]] void refuseWrite(const QString& what, const QString& format) {
    throw Error(Blame::Bug,
                message(CORRIDOR_MSG("Layer “%1” cannot be written as %2; please report this."), what, format),
                QuietGdal::lastMessage());
}

/// A folder in memory for a file and those that its driver lays beside it.
class MemoryFolder {
public:
    MemoryFolder() {
        static std::atomic<int> number = 0;
        mPath = "/vsimem/corridor-out-" + QByteArray::number(++number);
        VSIMkdir(mPath.constData(), 0700);
    }
    ~MemoryFolder() { VSIRmdirRecursive(mPath.constData()); }
    MemoryFolder(const MemoryFolder&) = delete;
    MemoryFolder& operator=(const MemoryFolder&) = delete;

    QByteArray file(const QByteArray& extension) const { return mPath + "/out." + extension; }
    std::vector<OutputPart> parts() const {
        QStringList names;
        const CPLStringList list(VSIReadDir(mPath.constData()), TRUE);
        for (int i = 0; i < list.size(); ++i)
            if (const QString name = QString::fromUtf8(list[i]); name.startsWith(u"out."))
                names += name;
        names.sort();
        std::vector<OutputPart> out;
        for (const QString& name : names) {
            vsi_l_offset length = 0;
            const QByteArray path = mPath + '/' + name.toUtf8();
            const GByte* data = VSIGetMemFileBuffer(path.constData(), &length, FALSE);
            out.push_back(
                {name.mid(4), QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(length))});
        }
        return out;
    }

private:
    QByteArray mPath;
};

struct FormatDriver {
    const char* format;
    const char* driver;
    const char* extension;
};
constexpr FormatDriver kDrivers[] = {
    {"shp", "ESRI Shapefile", "shp"}, {"kml", "LIBKML", "kml"}, {"dxf", "DXF", "dxf"}, {"gpkg", "GPKG", "gpkg"}};

OGRwkbGeometryType typeOf(FieldType geometry) {
    switch (geometry) {
    case FieldType::Point:
        return wkbPoint;
    case FieldType::Line:
        return wkbLineString;
    case FieldType::Polygon:
        return wkbPolygon;
    default:
        return wkbNone;
    }
}

CPLStringList layerOptions(const VectorOutput& output) {
    CPLStringList options;
    if (output.format == u"shp") {
        options.SetNameValue("ENCODING", output.encoding.constData());
        if (!output.date.isEmpty())
            options.SetNameValue("DBF_DATE_LAST_UPDATE", output.date.left(10).toUtf8().constData());
    } else if (output.format == u"gpkg") {
        options.SetNameValue("GEOMETRY_NAME", "geom");
    }
    return options;
}

void addLayer(GDALDataset& dataset, const VectorOutput& output, const FeatureLayer& layer) {
    OGRSpatialReference system;
    system.importFromEPSG(output.format == u"kml" ? 4326 : 4490);
    system.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const OGRwkbGeometryType type = typeOf(layer.geometry);
    CPLStringList options = layerOptions(output);
    OGRLayer* out =
        dataset.CreateLayer(layer.name.toUtf8().constData(), type == wkbNone ? nullptr : &system, type, options.List());
    if (!out)
        refuseWrite(layer.name, output.format);
    for (const FeatureLayer::Column& column : layer.fields)
        if (!addField(*out, column))
            refuseWrite(layer.name, output.format);
    for (const FeatureLayer::Feature& row : layer.features)
        if (!addFeature(*out, row))
            refuseWrite(layer.name, output.format);
}

// What a drawing calls the kinds, and their colours: as on paper.
struct DrawingStyle {
    const char* layer;
    const char* color;
};
constexpr DrawingStyle kStyles[] = {{"site", "#4A1F68"}, {"span", "#2C7F5A"}, {"junction", "#525B66"}};

QByteArray colorOf(const QString& layer) {
    for (const DrawingStyle& style : kStyles)
        if (layer == QLatin1String(style.layer))
            return style.color;
    return "#8A819E";
}

// Where the name of an object stands: on the object.
std::optional<LonLat> anchorOf(const Value& geometry) {
    if (const auto* point = std::get_if<LonLat>(&geometry))
        return *point;
    if (const auto* line = std::get_if<Line>(&geometry); line && !line->empty())
        return (*line)[line->size() / 2];
    const auto* polygon = std::get_if<Polygon>(&geometry);
    if (!polygon || polygon->rings.empty() || polygon->rings.front().empty())
        return std::nullopt;
    LonLat sum{0, 0};
    const Line& ring = polygon->rings.front();
    for (const LonLat& at : ring)
        sum = {sum.lon + at.lon / static_cast<double>(ring.size()),
               sum.lat + at.lat / static_cast<double>(ring.size())};
    return sum;
}

// The name of an object in a drawing: its name, else its code.
QString nameOf(const FeatureLayer& layer, const FeatureLayer::Feature& feature) {
    for (const char* wanted : {"name", "code"})
        for (std::size_t i = 0; i < layer.fields.size() && i < feature.values.size(); ++i)
            if (layer.fields[i].name == QLatin1String(wanted))
                if (const QString text = valueToText(feature.values[i]).simplified(); !text.isEmpty())
                    return text;
    return {};
}

bool draw(OGRLayer& out, const QByteArray& layer, const QByteArray& style, std::unique_ptr<OGRGeometry> geometry) {
    const FeaturePtr feature{OGRFeature::CreateFeature(out.GetLayerDefn())};
    feature->SetField("Layer", layer.constData());
    feature->SetStyleString(style.constData());
    feature->SetGeometryDirectly(geometry.release());
    return out.CreateFeature(feature.get()) == OGRERR_NONE;
}

// One entity an object, on the layer of its kind, and its name on a layer beside it.
void drawObjects(OGRLayer& out, const VectorOutput& output, const FeatureLayer& layer) {
    const QByteArray name = layer.name.toUpper().toUtf8(), color = colorOf(layer.name);
    for (const FeatureLayer::Feature& feature : layer.features) {
        const std::optional<LonLat> at = anchorOf(feature.geometry);
        if (!at)
            continue;
        QString label = nameOf(layer, feature);
        label.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
        const QByteArray text = "LABEL(f:\"Arial\",t:\"" + label.toUtf8() +
                                "\",s:" + QByteArray::number(output.textHeight, 'f', 1) + "g,p:1,c:" + color + ')';
        if (!draw(out, name, "PEN(c:" + color + ')', toGeometry(feature.geometry)) ||
            (!label.isEmpty() && !draw(out, name + "_TEXT", text, toGeometry(Value(*at)))))
            refuseWrite(layer.name, output.format);
    }
}

} // namespace

std::vector<OutputPart> ogrToVectorFile(const VectorOutput& output) {
    const QuietGdal quiet;
    const auto* wanted = std::find_if(std::begin(kDrivers), std::end(kDrivers), [&](const FormatDriver& each) {
        return output.format == QLatin1String(each.format);
    });
    GDALDriver* driver = wanted != std::end(kDrivers) ? driverNamed(wanted->driver) : nullptr;
    if (!driver)
        refuseWrite(output.layers.empty() ? QString() : output.layers.front().name, output.format);
    if (!output.date.isEmpty())
        CPLSetConfigOption("OGR_CURRENT_DATE", output.date.toUtf8().constData());
    CPLSetConfigOption("LIBKML_NAME_FIELD", "name");
    CPLSetConfigOption("LIBKML_ID_FIELD", "kml_id"); // ours is a value like others
    CPLSetConfigOption("DXF_WRITE_HATCH", "NO");     // areas as closed lines
    const MemoryFolder folder;
    DatasetPtr dataset(driver->Create(folder.file(wanted->extension).constData(), 0, 0, 0, GDT_Unknown, nullptr));
    if (!dataset)
        refuseWrite(output.layers.empty() ? QString() : output.layers.front().name, output.format);
    if (output.format == u"dxf") {
        OGRLayer* drawing = dataset->CreateLayer("entities", nullptr, wkbUnknown, nullptr);
        for (const FeatureLayer& layer : output.layers)
            drawing ? drawObjects(*drawing, output, layer) : refuseWrite(layer.name, output.format);
    } else {
        for (const FeatureLayer& layer : output.layers)
            addLayer(*dataset, output, layer);
    }
    dataset.reset(); // writes the end of the files
    return folder.parts();
}

} // namespace corridor
