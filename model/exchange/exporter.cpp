// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/exporter.h"

#include "model/base/error.h"
#include "model/exchange/columnwriter.h"
#include "model/exchange/csv.h"
#include "model/exchange/exportlayers.h"
#include "model/exchange/format.h"
#include "model/exchange/vector.h"
#include "model/exchange/workbook.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace corridor {

namespace {

bool hasGeometry(Kind kind) {
    return schemaOf(kind).geometry != FieldType::Text;
}

void requireGeometry(Kind kind) {
    if (!hasGeometry(kind))
        throw Error(Blame::Usage, message(CORRIDOR_MSG("Objects of kind “%1” have no geometry; export them as CSV."),
                                          schemaOf(kind).labelText()));
}

const std::set<EntityId>* selectionOf(const ExportOptions& options) {
    return options.objects.empty() ? nullptr : &options.objects;
}

bool holdsSome(const EntitySet& entities, Kind kind, const std::set<EntityId>* only) {
    return only ? std::any_of(only->begin(), only->end(), [&](EntityId id) { return bool(entities.find(kind, id)); })
                : entities.count(kind) > 0;
}

std::vector<Kind> kindsFor(const EntitySet& entities, const ExportOptions& options, const Format& format) {
    if (!options.kinds.empty())
        return options.kinds;
    std::vector<Kind> kinds;
    for (const Kind kind : allKinds())
        if (kind != Kind::Scenario && holdsSome(entities, kind, selectionOf(options)) &&
            (!format.placesOnly || hasGeometry(kind)))
            kinds.push_back(kind);
    return kinds;
}

const Format& formatFor(const QString& target, const ExportOptions& options) {
    const Format* format = options.format.isEmpty() ? formatOfPath(target) : formatNamed(options.format);
    QStringList names, extensions;
    for (const Format& each : exchangeFormats())
        if (each.writes) {
            names += QLatin1String(each.name);
            extensions += u'.' + each.extensionList().front();
        }
    if (!options.format.isEmpty() && !(format && format->writes))
        throw Error(Blame::Usage, message(CORRIDOR_MSG("There is no format “%1” to write; there are: %2."),
                                          options.format, names.join(QStringLiteral(", "))));
    const bool named = !QFileInfo(target).suffix().isEmpty() && !QFileInfo(target).isDir();
    if (named && !(format && format->writes))
        throw Error(Blame::Usage,
                    message(CORRIDOR_MSG("%1: its extension stands for no format that can be written; use a folder or "
                                         "one of: %2."),
                            QDir::toNativeSeparators(target), extensions.join(QStringLiteral(", "))));
    return format ? *format : *formatNamed(u"csv");
}

QStringList pathsFor(const QString& target, const std::vector<Kind>& kinds, const Format& format) {
    const QString extension = u'.' + format.extensionList().front();
    if (format.oneFile)
        return {formatOfPath(target) ? target : target + extension};
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
        paths += QDir(target).filePath(fileNameOfKind(kind) + extension);
    return paths;
}

struct OutFile {
    QString path;
    QByteArray bytes;
};

// The layers of a vector format, as they fit it.
VectorOutput vectorOutput(const EntitySet& entities, const std::vector<Kind>& kinds, const Format& format,
                          const ExportOptions& options, std::vector<Message>& losses) {
    VectorOutput output;
    output.format = QLatin1String(format.name);
    output.encoding = options.encoding;
    const QDateTime created = options.created.isValid() ? options.created : QDateTime::currentDateTimeUtc();
    output.date = created.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzzZ"));
    for (const Kind kind : kinds)
        output.layers.push_back(layerOf(entities, kind, selectionOf(options)));
    if (output.format == u"shp")
        fitShapefile(output.layers.front(), output.encoding, losses);
    if (output.format == u"dxf") {
        const DrawingPlane plane = drawingPlane(output.layers, options.zone);
        projectLayers(output.layers, plane);
        output.textHeight = textHeightFor(output.layers);
        losses.push_back(message(CORRIDOR_MSG("The coordinates of the drawing are metres in %1."), plane.text()));
    }
    return output;
}

std::vector<OutFile> vectorFiles(const QString& path, const VectorOutput& output) {
    const QFileInfo info(path);
    std::vector<OutFile> files;
    for (OutputPart& part : toVectorFile(output)) {
        const bool main = info.suffix().compare(part.extension, Qt::CaseInsensitive) == 0;
        const QString beside = info.dir().filePath(info.completeBaseName() + u'.' + part.extension);
        files.push_back({main ? path : beside, std::move(part.bytes)});
    }
    return files;
}

// All of it is made before the first file is written.
std::vector<OutFile> filesFor(const QStringList& paths, const EntitySet& entities, const std::vector<Kind>& kinds,
                              const Format& format, const ExportOptions& options, std::vector<Message>& losses) {
    const std::set<EntityId>* only = selectionOf(options);
    const QLatin1String name(format.name);
    if (name == QLatin1String("xlsx"))
        return {{paths.front(),
                 exportXlsx(entities, kinds, only, options.workbook ? *options.workbook : WorkbookContent())}};
    if (format.oneFile)
        return vectorFiles(paths.front(), vectorOutput(entities, kinds, format, options, losses));
    std::vector<OutFile> files;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        const QString& path = paths[static_cast<qsizetype>(i)];
        if (name == QLatin1String("csv"))
            files.push_back({path, exportCsv(entities, kinds[i], only)});
        else if (name == QLatin1String("geojson"))
            files.push_back({path, exportGeoJson(entities, kinds[i], only)});
        else
            for (OutFile& file : vectorFiles(path, vectorOutput(entities, {kinds[i]}, format, options, losses)))
                files.push_back(std::move(file));
    }
    return files;
}

void refuseIfThere(const QString& path, const ExportOptions& options) {
    if (!options.overwrite && QFileInfo::exists(path))
        throw Error(Blame::Usage,
                    message(CORRIDOR_MSG("%1 is there already; choose another place or ask to replace it."),
                            QDir::toNativeSeparators(path)));
}

void makeFolderOf(const QString& path) {
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder))
        throw Error(Blame::Environment,
                    message(CORRIDOR_MSG("The folder %1 cannot be made; check the path and your permission."),
                            QDir::toNativeSeparators(folder)));
}

} // namespace

QByteArray exportCsv(const EntitySet& entities, Kind kind, const std::set<EntityId>* only) {
    const ColumnWriter writer(entities, kind);
    QStringList header;
    for (const ExportColumn& column : writer.columns)
        header += column.name;
    QString text = QChar(QChar::ByteOrderMark) + csvRecord(header);
    for (const EntityRef& entity : exportRows(entities, kind, only)) {
        QStringList cells;
        for (const ExportColumn& column : writer.columns) {
            const QString cell = valueToText(writer.value(*entity, column.target));
            cells += writer.isText(column.target) ? guarded(cell) : cell;
        }
        text += csvRecord(cells);
    }
    return text.toUtf8();
}

QByteArray exportGeoJson(const EntitySet& entities, Kind kind, const std::set<EntityId>* only) {
    requireGeometry(kind);
    return toGeoJson(layerOf(entities, kind, only));
}

QStringList exportTo(const QString& target, const EntitySet& entities, const ExportOptions& options,
                     std::vector<Message>* losses) {
    const Format& format = formatFor(target, options);
    const std::vector<Kind> kinds = kindsFor(entities, options, format);
    if (kinds.empty())
        throw Error(Blame::Usage, message(CORRIDOR_MSG("There is nothing to write as %1: no object, or none with a "
                                                       "place on the map."),
                                          format.labelText()));
    for (const Kind kind : kinds)
        if (format.placesOnly)
            requireGeometry(kind);
    const QStringList paths = pathsFor(target, kinds, format);
    for (const QString& path : paths)
        refuseIfThere(path, options);
    std::vector<Message> lost;
    const std::vector<OutFile> files = filesFor(paths, entities, kinds, format, options, lost);
    for (const OutFile& file : files)
        refuseIfThere(file.path, options);
    QStringList written;
    for (const OutFile& file : files) {
        makeFolderOf(file.path);
        writeWhole(file.path, file.bytes);
        written += file.path;
    }
    if (losses)
        *losses = std::move(lost);
    return written;
}

} // namespace corridor
