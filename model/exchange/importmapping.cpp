// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/importmapping.h"

#include "model/base/error.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace corridor {

namespace {

constexpr int version = 1;
constexpr std::pair<const char*, FieldType> kGeometries[] = {
    {"point", FieldType::Point}, {"line", FieldType::Line}, {"polygon", FieldType::Polygon}};

const QString kFormatKey = QStringLiteral("corridor_import_mapping");

[[noreturn]] void refuse(const QString& file, const Message& why) {
    throw Error(Blame::FileContent, message(CORRIDOR_MSG("%1: %2"), file, why.text()));
}

void requireKeys(const QJsonObject& object, const QStringList& known, const QString& file) {
    for (const QString& key : object.keys())
        if (!known.contains(key))
            refuse(file,
                   message(CORRIDOR_MSG("“%1” means nothing in a mapping file; take it out or correct it."), key));
}

FieldType geometryFrom(const QString& word, const QString& file) {
    for (const auto& [name, type] : kGeometries)
        if (word == QLatin1String(name))
            return type;
    refuse(file, message(CORRIDOR_MSG("“%1” is no geometry; write point, line or polygon."), word));
}

Kind kindFrom(const QString& word, const QString& file) {
    if (const auto kind = kindOfTableName(word))
        return *kind;
    refuse(file, message(CORRIDOR_MSG("there is no kind of object “%1”."), word));
}

ColumnChoices columnsFrom(const QJsonObject& object) {
    ColumnChoices columns;
    for (auto it = object.begin(); it != object.end(); ++it)
        columns.insert(it.key(), it.value().toString());
    return columns;
}

QJsonObject toJson(const TableChoice& choice) {
    QJsonObject out;
    out.insert(QStringLiteral("table"), choice.table);
    for (const auto& [name, type] : kGeometries)
        if (choice.geometry == type)
            out.insert(QStringLiteral("geometry"), QLatin1String(name));
    if (choice.leaveOut)
        out.insert(QStringLiteral("leave_out"), true);
    if (choice.kind)
        out.insert(QStringLiteral("kind"), QString::fromLatin1(schemaOf(*choice.kind).table));
    if (choice.system)
        out.insert(QStringLiteral("system"), choice.system->text());
    if (choice.matchByName)
        out.insert(QStringLiteral("match_by_name"), true);
    QJsonObject columns;
    for (auto it = choice.columns.begin(); it != choice.columns.end(); ++it)
        columns.insert(it.key(), it.value());
    if (!columns.isEmpty())
        out.insert(QStringLiteral("columns"), columns);
    return out;
}

SourceSystem systemFrom(const QString& text, const QString& file) {
    SourceSystem system;
    if (text.contains(u'[')) { // WKT, as a file declared it
        system.type = SourceSystem::Type::Named;
        system.definition = text;
        return system;
    }
    try {
        return sourceSystemFromText(text);
    } catch (const Error& error) {
        refuse(file, error.sentence());
    }
}

TableChoice choiceFrom(const QJsonObject& object, const QString& file) {
    requireKeys(object,
                {QStringLiteral("table"), QStringLiteral("geometry"), QStringLiteral("leave_out"),
                 QStringLiteral("kind"), QStringLiteral("system"), QStringLiteral("match_by_name"),
                 QStringLiteral("columns")},
                file);
    const auto text = [&object](const char* key) { return object.value(QLatin1String(key)).toString(); };
    TableChoice choice;
    choice.table = text("table");
    if (object.contains(QStringLiteral("geometry")))
        choice.geometry = geometryFrom(text("geometry"), file);
    choice.leaveOut = object.value(QStringLiteral("leave_out")).toBool();
    if (object.contains(QStringLiteral("kind")))
        choice.kind = kindFrom(text("kind"), file);
    if (object.contains(QStringLiteral("system")))
        choice.system = systemFrom(text("system"), file);
    choice.matchByName = object.value(QStringLiteral("match_by_name")).toBool();
    choice.columns = columnsFrom(object.value(QStringLiteral("columns")).toObject());
    return choice;
}

} // namespace

bool TableChoice::fits(const SourceTable& of) const {
    return (table.isEmpty() || table.compare(of.name, Qt::CaseInsensitive) == 0) &&
           (!geometry || geometry == of.geometry);
}

const TableChoice* ImportMapping::choiceFor(const SourceTable& of) const {
    const auto found =
        std::find_if(tables.begin(), tables.end(), [&of](const TableChoice& choice) { return choice.fits(of); });
    return found == tables.end() ? nullptr : &*found;
}

QByteArray mappingToJson(const ImportMapping& mapping) {
    QJsonObject out{{kFormatKey, version}};
    if (!mapping.encoding.isEmpty())
        out.insert(QStringLiteral("encoding"), QString::fromLatin1(mapping.encoding));
    if (mapping.snapM)
        out.insert(QStringLiteral("snap_m"), *mapping.snapM);
    QJsonArray tables;
    for (const TableChoice& choice : mapping.tables)
        tables.append(toJson(choice));
    out.insert(QStringLiteral("tables"), tables);
    return QJsonDocument(out).toJson(QJsonDocument::Indented);
}

ImportMapping mappingFromJson(const QByteArray& json, const QString& file) {
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError || !object.contains(kFormatKey))
        refuse(file, message(CORRIDOR_MSG("it is no mapping file of an import; make one with --save-map.")));
    if (object.value(kFormatKey).toInt() != version)
        refuse(file, message(CORRIDOR_MSG("it was written by a newer version, which is needed to read it.")));
    requireKeys(object, {kFormatKey, QStringLiteral("encoding"), QStringLiteral("snap_m"), QStringLiteral("tables")},
                file);
    ImportMapping mapping;
    mapping.encoding = object.value(QStringLiteral("encoding")).toString().toLatin1();
    if (const QJsonValue snap = object.value(QStringLiteral("snap_m")); snap.isDouble())
        mapping.snapM = snap.toDouble();
    for (const QJsonValue& table : object.value(QStringLiteral("tables")).toArray())
        mapping.tables.push_back(choiceFrom(table.toObject(), file));
    return mapping;
}

} // namespace corridor
