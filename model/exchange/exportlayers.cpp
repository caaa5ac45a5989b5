// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/exportlayers.h"

#include "model/base/error.h"
#include "model/exchange/columnwriter.h"
#include "model/geo/projection.h"

#include <QSet>

#include <iconv.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace corridor {

namespace {

using Part = ColumnTarget::Part;

constexpr int mostNameBytes = 10, mostTextBytes = 254;

FeatureLayer::Column layerColumn(const ColumnWriter& writer, const ExportColumn& column) {
    if (column.target.part == Part::Longitude || column.target.part == Part::Latitude)
        return {column.name, FieldType::Real};
    return {column.name, column.target.part == Part::Id ? FieldType::Text : writer.field(column.target).type};
}

// Visits every position of the layers.
template <class Visit>
void eachPosition(std::vector<FeatureLayer>& layers, Visit visit) {
    for (FeatureLayer& layer : layers)
        for (FeatureLayer::Feature& feature : layer.features) {
            if (auto* point = std::get_if<LonLat>(&feature.geometry))
                visit(*point);
            else if (auto* line = std::get_if<Line>(&feature.geometry))
                std::for_each(line->begin(), line->end(), visit);
            else if (auto* polygon = std::get_if<Polygon>(&feature.geometry))
                for (auto& ring : polygon->rings)
                    std::for_each(ring.begin(), ring.end(), visit);
        }
}

struct Bounds {
    double west = std::numeric_limits<double>::infinity(), east = -west, south = west, north = -west;

    explicit Bounds(const std::vector<FeatureLayer>& layers) {
        eachPosition(const_cast<std::vector<FeatureLayer>&>(layers), [this](const LonLat& at) { // reads only
            west = std::min(west, at.lon);
            east = std::max(east, at.lon);
            south = std::min(south, at.lat);
            north = std::max(north, at.lat);
        });
    }
    bool isEmpty() const { return !(west <= east); }
};

struct IconvClose {
    void operator()(void* handle) const { iconv_close(static_cast<iconv_t>(handle)); }
};

/// Text in the encoding of a shapefile: how many bytes a character takes, and whether there is one.
class ShapefileText {
public:
    explicit ShapefileText(const QByteArray& encoding)
        : mUtf8(encoding == "UTF-8")
        , mHandle(mUtf8 ? nullptr : iconv_open(encoding.constData(), "UTF-8")) {}

    /// As much of the text as fits; what has no character there becomes a question mark.
    QString fitted(const QString& text, bool* cut, bool* replaced) {
        QString out;
        int used = 0;
        for (qsizetype at = 0; at < text.size();) {
            const qsizetype units = text[at].isHighSurrogate() && at + 1 < text.size() ? 2 : 1;
            QString one = text.mid(at, units);
            int bytes = bytesOf(one);
            if (bytes == 0) {
                *replaced = true;
                one = QStringLiteral("?");
                bytes = 1;
            }
            if (used + bytes > mostTextBytes) {
                *cut = true;
                break;
            }
            used += bytes;
            out += one;
            at += units;
        }
        return out;
    }

private:
    int bytesOf(const QString& one) {
        QByteArray utf8 = one.toUtf8();
        if (mUtf8)
            return static_cast<int>(utf8.size());
        char buffer[16];
        char *from = utf8.data(), *to = buffer;
        size_t fromLeft = static_cast<size_t>(utf8.size()), toLeft = sizeof buffer;
        const bool done =
            iconv(static_cast<iconv_t>(mHandle.get()), &from, &fromLeft, &to, &toLeft) == 0 && fromLeft == 0;
        iconv(static_cast<iconv_t>(mHandle.get()), nullptr, nullptr, nullptr, nullptr);
        return done ? static_cast<int>(sizeof buffer - toLeft) : 0;
    }

    bool mUtf8;
    std::unique_ptr<void, IconvClose> mHandle;
};

QString asText(const Value& value) {
    const auto* text = std::get_if<QString>(&value);
    return text ? *text : valueToText(value);
}

bool isTextColumn(FieldType type) {
    return type != FieldType::Real && type != FieldType::Integer && type != FieldType::Boolean;
}

QString cutTo(const QString& name, qsizetype bytes) {
    QString out = name;
    while (out.toUtf8().size() > bytes)
        out.chop(out.size() > 1 && out.back().isLowSurrogate() ? 2 : 1);
    return out;
}

} // namespace

FeatureLayer layerOf(const EntitySet& entities, Kind kind, const std::set<EntityId>* only) {
    const ColumnWriter writer(entities, kind);
    FeatureLayer layer;
    layer.name = QString::fromLatin1(writer.schema.table);
    layer.geometry = writer.schema.geometry;
    const Field* geometry = writer.schema.field(u"geom");
    const auto isGeometry = [&](const ExportColumn& column) {
        return column.target.part != Part::Id && &writer.field(column.target) == geometry;
    };
    for (const ExportColumn& column : writer.columns)
        if (!isGeometry(column))
            layer.fields.push_back(layerColumn(writer, column));
    for (const EntityRef& entity : exportRows(entities, kind, only)) {
        FeatureLayer::Feature feature{geometry ? geometry->get(*entity) : Value(), {}};
        for (const ExportColumn& column : writer.columns)
            if (!isGeometry(column))
                feature.values.push_back(writer.value(*entity, column.target));
        layer.features.push_back(std::move(feature));
    }
    return layer;
}

QStringList shortFieldNames(const QStringList& names) {
    QSet<QString> taken;
    for (const QString& name : names)
        if (name.toUtf8().size() <= mostNameBytes)
            taken.insert(name.toLower());
    QStringList out;
    for (const QString& name : names) {
        if (name.toUtf8().size() <= mostNameBytes) {
            out += name;
            continue;
        }
        QString cut = cutTo(name, mostNameBytes);
        for (int number = 2; taken.contains(cut.toLower()); ++number) {
            const QString tail = u'_' + QString::number(number);
            cut = cutTo(name, mostNameBytes - tail.size()) + tail;
        }
        taken.insert(cut.toLower());
        out += cut;
    }
    return out;
}

void fitShapefile(FeatureLayer& layer, const QByteArray& encoding, std::vector<Message>& losses) {
    QStringList names;
    for (const FeatureLayer::Column& column : layer.fields)
        names += column.name;
    const QStringList cut = shortFieldNames(names);
    QStringList renamed;
    for (qsizetype i = 0; i < names.size(); ++i)
        if (cut[i] != names[i]) {
            renamed += cut[i] + u'=' + names[i];
            layer.fields[static_cast<std::size_t>(i)].name = cut[i];
        }
    if (!renamed.isEmpty())
        losses.push_back(message(CORRIDOR_MSG("%1: names of fields were cut to ten characters: %2."), layer.name,
                                 renamed.join(QStringLiteral(", "))));
    ShapefileText fit(encoding);
    int cutTexts = 0, replacedTexts = 0;
    for (FeatureLayer::Feature& feature : layer.features)
        for (std::size_t i = 0; i < feature.values.size() && i < layer.fields.size(); ++i) {
            if (!isTextColumn(layer.fields[i].type) || isUnknown(feature.values[i]))
                continue;
            bool wasCut = false, wasReplaced = false;
            feature.values[i] = fit.fitted(asText(feature.values[i]), &wasCut, &wasReplaced);
            cutTexts += wasCut;
            replacedTexts += wasReplaced;
        }
    if (cutTexts > 0)
        losses.push_back(message(CORRIDOR_MSG("%1: texts longer than the 254 bytes of a shapefile were cut: %2."),
                                 layer.name, QString::number(cutTexts)));
    if (replacedTexts > 0)
        losses.push_back(message(CORRIDOR_MSG("%1: texts with characters that %2 does not have, which became “?”: %3; "
                                              "UTF-8 has them."),
                                 layer.name, QString::fromLatin1(encoding), QString::number(replacedTexts)));
}

QString DrawingPlane::text() const {
    const Message zone = message(CORRIDOR_MSG("CGCS2000, Gauss–Krüger 3° zone %1, central meridian %2° E"),
                                 QString::number(meridianDeg / 3), QString::number(meridianDeg));
    return zone.text();
}

DrawingPlane drawingPlane(const std::vector<FeatureLayer>& layers, std::optional<int> zone) {
    if (zone && *zone >= 25 && *zone <= 45)
        return {*zone * 3, true};
    if (zone && *zone >= 75 && *zone <= 135 && *zone % 3 == 0)
        return {*zone, false};
    if (zone)
        throw Error(Blame::Usage, message(CORRIDOR_MSG("%1 is no 3° zone; give its number (25–45) or its central "
                                                       "meridian (75, 78 … 135)."),
                                          QString::number(*zone)));
    const Bounds bounds(layers);
    const double middle = bounds.isEmpty() ? 117.0 : (bounds.west + bounds.east) / 2;
    return {static_cast<int>(std::lround(gaussKrueger3CentralMeridian(middle))), false};
}

void projectLayers(std::vector<FeatureLayer>& layers, const DrawingPlane& plane) {
    const Projection projection = plane.prefixed ? Projection::gaussKrueger3Zone(plane.meridianDeg / 3)
                                                 : Projection::gaussKrueger3(plane.meridianDeg);
    bool whole = true;
    eachPosition(layers, [&](LonLat& at) {
        const Point point = projection.forward(at);
        whole = whole && std::isfinite(point.x) && std::isfinite(point.y);
        at = {point.x, point.y};
    });
    if (!whole)
        throw Error(Blame::Usage, message(CORRIDOR_MSG("Some objects lie where %1 has no coordinates; choose another "
                                                       "zone."),
                                          plane.text()));
}

double textHeightFor(const std::vector<FeatureLayer>& layers) {
    const Bounds bounds(layers);
    return bounds.isEmpty() ? 1.0
                            : std::max(1.0, std::hypot(bounds.east - bounds.west, bounds.north - bounds.south) / 300);
}

} // namespace corridor
