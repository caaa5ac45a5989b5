// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/exporter.h"

#include "model/base/error.h"
#include "model/exchange/codebook.h"
#include "model/exchange/csv.h"
#include "model/exchange/format.h"
#include "model/exchange/mapping.h"
#include "model/exchange/vector.h"
#include "model/plan/references.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace corridor {

namespace {

using Part = ColumnTarget::Part;

// What one column of one object holds: references as text, halves of points as numbers, everything else as it is.
class ColumnWriter {
public:
    ColumnWriter(const EntitySet& entities, Kind kind)
        : schema(schemaOf(kind))
        , columns(exportColumns(schema))
        , mBook(entities) {}

    Value value(const Entity& entity, const ColumnTarget& target) const;
    bool isText(const ColumnTarget& target) const {
        if (target.part != Part::Value)
            return false;
        const FieldType type = field(target).type;
        return type == FieldType::Text || type == FieldType::Reference || type == FieldType::References;
    }
    const Field& field(const ColumnTarget& target) const {
        return schema.fields[static_cast<std::size_t>(target.field)];
    }

    const EntitySchema& schema;
    const std::vector<ExportColumn> columns;

private:
    std::span<const Kind> targetsOf(const Field& field) const {
        for (const ReferenceRule& rule : referenceRules(schema.kind))
            if (rule.field == &field)
                return rule.targets;
        return {};
    }

    CodeBook mBook;
};

Value ColumnWriter::value(const Entity& entity, const ColumnTarget& target) const {
    if (target.part == Part::Id)
        return u'#' + entity.id.toString();
    const Value value = field(target).get(entity);
    if (const auto* point = std::get_if<LonLat>(&value))
        return target.part == Part::Longitude ? point->lon : point->lat;
    if (const auto* id = std::get_if<EntityId>(&value))
        return mBook.tokenOf(*id, targetsOf(field(target)));
    if (const auto* ids = std::get_if<RefList>(&value)) {
        QStringList tokens;
        for (const EntityId id : *ids)
            tokens += mBook.tokenOf(id, targetsOf(field(target)));
        return tokens.join(u' ');
    }
    return value;
}

std::vector<EntityRef> inOrder(const EntitySet& entities, Kind kind) {
    std::vector<EntityRef> rows;
    entities.forEach(kind, [&](const EntityRef& entity) { rows.push_back(entity); });
    std::stable_sort(rows.begin(), rows.end(),
                     [](const EntityRef& a, const EntityRef& b) { return a->code < b->code; }); // ids ascend already
    return rows;
}

bool hasGeometry(Kind kind) {
    return schemaOf(kind).geometry != FieldType::Text;
}

FeatureLayer::Column layerColumn(const ColumnWriter& writer, const ExportColumn& column) {
    if (column.target.part == Part::Longitude || column.target.part == Part::Latitude)
        return {column.name, FieldType::Real};
    return {column.name, column.target.part == Part::Id ? FieldType::Text : writer.field(column.target).type};
}

std::vector<Kind> kindsFor(const EntitySet& entities, const ExportOptions& options, const Format& format) {
    if (!options.kinds.empty())
        return options.kinds;
    std::vector<Kind> kinds;
    for (const Kind kind : allKinds())
        if (kind != Kind::Scenario && entities.count(kind) > 0 &&
            (format.name == QLatin1String("csv") || hasGeometry(kind)))
            kinds.push_back(kind);
    return kinds;
}

const Format& formatFor(const QString& target, const ExportOptions& options) {
    const Format* format = options.format.isEmpty() ? formatOfPath(target) : formatNamed(options.format);
    if (!options.format.isEmpty() && !format)
        throw Error(Blame::Usage,
                    message(CORRIDOR_MSG("There is no format “%1”; use csv or geojson."), options.format));
    if (!format && !QFileInfo(target).suffix().isEmpty() && !QFileInfo(target).isDir())
        throw Error(
            Blame::Usage,
            message(CORRIDOR_MSG(
                        "%1: its extension stands for no format that can be written; use .csv, .geojson or a folder."),
                    QDir::toNativeSeparators(target)));
    return format ? *format : *formatNamed(u"csv");
}

QStringList pathsFor(const QString& target, const std::vector<Kind>& kinds, const Format& format) {
    const QFileInfo info(target);
    if (formatOfPath(target)) {
        if (kinds.size() != 1)
            throw Error(
                Blame::Usage,
                message(CORRIDOR_MSG("%1 can hold one kind of object; name the layer, or a folder to export to."),
                        QDir::toNativeSeparators(target)));
        return {target};
    }
    QStringList paths;
    for (const Kind kind : kinds)
        paths += QDir(target).filePath(fileNameOfKind(kind) + u'.' + format.extensionList().front());
    return paths;
}

void makeFolder(const QString& target) {
    const QString folder = formatOfPath(target) ? QFileInfo(target).absolutePath() : target;
    if (!QDir().mkpath(folder))
        throw Error(Blame::Environment,
                    message(CORRIDOR_MSG("The folder %1 cannot be made; check the path and your permission."),
                            QDir::toNativeSeparators(folder)));
}

} // namespace

QByteArray exportCsv(const EntitySet& entities, Kind kind) {
    const ColumnWriter writer(entities, kind);
    QStringList header;
    for (const ExportColumn& column : writer.columns)
        header += column.name;
    QString text = QChar(QChar::ByteOrderMark) + csvRecord(header);
    for (const EntityRef& entity : inOrder(entities, kind)) {
        QStringList cells;
        for (const ExportColumn& column : writer.columns) {
            const QString cell = valueToText(writer.value(*entity, column.target));
            cells += writer.isText(column.target) ? guarded(cell) : cell;
        }
        text += csvRecord(cells);
    }
    return text.toUtf8();
}

QByteArray exportGeoJson(const EntitySet& entities, Kind kind) {
    if (!hasGeometry(kind))
        throw Error(Blame::Usage, message(CORRIDOR_MSG("Objects of kind “%1” have no geometry; export them as CSV."),
                                          schemaOf(kind).labelText()));
    const ColumnWriter writer(entities, kind);
    FeatureLayer layer;
    layer.name = QString::fromLatin1(writer.schema.table);
    layer.geometry = writer.schema.geometry;
    const auto isGeometry = [&](const ExportColumn& column) {
        return column.target.part != Part::Id && qstrcmp(writer.field(column.target).name, "geom") == 0;
    };
    for (const ExportColumn& column : writer.columns)
        if (!isGeometry(column))
            layer.fields.push_back(layerColumn(writer, column));
    const Field& geometry = *writer.schema.field(u"geom");
    for (const EntityRef& entity : inOrder(entities, kind)) {
        FeatureLayer::Feature feature{geometry.get(*entity), {}};
        for (const ExportColumn& column : writer.columns)
            if (!isGeometry(column))
                feature.values.push_back(writer.value(*entity, column.target));
        layer.features.push_back(std::move(feature));
    }
    return toGeoJson(layer);
}

QStringList exportTo(const QString& target, const EntitySet& entities, const ExportOptions& options) {
    const Format& format = formatFor(target, options);
    const std::vector<Kind> kinds = kindsFor(entities, options, format);
    const QStringList paths = pathsFor(target, kinds, format);
    for (const QString& path : paths)
        if (!options.overwrite && QFileInfo::exists(path))
            throw Error(Blame::Usage,
                        message(CORRIDOR_MSG("%1 is there already; choose another place or ask to replace it."),
                                QDir::toNativeSeparators(path)));
    std::vector<QByteArray> contents; // all made before the first is written
    for (const Kind kind : kinds)
        contents.push_back(format.name == QLatin1String("csv") ? exportCsv(entities, kind)
                                                               : exportGeoJson(entities, kind));
    makeFolder(target);
    for (std::size_t i = 0; i < contents.size(); ++i)
        writeWhole(paths[static_cast<qsizetype>(i)], contents[i]);
    return paths;
}

} // namespace corridor
