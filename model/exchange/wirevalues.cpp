// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/wirevalues.h"

namespace corridor::wire {

namespace {

enum class Tag : quint8 { Unknown, Boolean, Integer, Real, Text, Point, Line, Polygon };

void writeLine(QDataStream& out, const Line& line) {
    writeList(out, line, [&out](const LonLat& point) { out << point.lon << point.lat; });
}

Line readLine(QDataStream& in) {
    Line line;
    readList(in, line, [&in](LonLat& point) { in >> point.lon >> point.lat; });
    return line;
}

} // namespace

void writeTexts(QDataStream& out, const QStringList& texts) {
    writeList(out, texts, [&out](const QString& text) { out << text; });
}

QStringList readTexts(QDataStream& in) {
    QStringList texts;
    readList(in, texts, [&in](QString& text) { in >> text; });
    return texts;
}

void writeValue(QDataStream& out, const Value& value) {
    const auto tagged = [&out](Tag tag) -> QDataStream& { return out << static_cast<quint8>(tag); };
    if (isUnknown(value))
        tagged(Tag::Unknown);
    else if (const auto* boolean = std::get_if<bool>(&value))
        tagged(Tag::Boolean) << *boolean;
    else if (const auto* integer = std::get_if<qint64>(&value))
        tagged(Tag::Integer) << *integer;
    else if (const auto* real = std::get_if<double>(&value))
        tagged(Tag::Real) << *real;
    else if (const auto* point = std::get_if<LonLat>(&value))
        tagged(Tag::Point) << point->lon << point->lat;
    else if (const auto* line = std::get_if<Line>(&value))
        writeLine(tagged(Tag::Line), *line);
    else if (const auto* polygon = std::get_if<Polygon>(&value)) {
        tagged(Tag::Polygon);
        writeList(out, polygon->rings, [&out](const Line& ring) { writeLine(out, ring); });
    } else {
        tagged(Tag::Text) << valueToText(value);
    }
}

Value readValue(QDataStream& in) {
    switch (static_cast<Tag>(taken<quint8>(in))) {
    case Tag::Unknown:
        return {};
    case Tag::Boolean:
        return taken<bool>(in);
    case Tag::Integer:
        return taken<qint64>(in);
    case Tag::Real:
        return taken<double>(in);
    case Tag::Text:
        return taken<QString>(in);
    case Tag::Point: {
        LonLat point;
        in >> point.lon >> point.lat;
        return point;
    }
    case Tag::Line:
        return readLine(in);
    case Tag::Polygon: {
        Polygon polygon;
        readList(in, polygon.rings, [&in](Line& ring) { ring = readLine(in); });
        return polygon;
    }
    }
    in.setStatus(QDataStream::ReadCorruptData);
    return {};
}

void writeLayer(QDataStream& out, const FeatureLayer& layer) {
    out << layer.name << static_cast<quint8>(layer.geometry);
    writeList(out, layer.fields,
              [&out](const FeatureLayer::Column& column) { out << column.name << static_cast<quint8>(column.type); });
    writeList(out, layer.features, [&out](const FeatureLayer::Feature& feature) {
        writeValue(out, feature.geometry);
        writeList(out, feature.values, [&out](const Value& value) { writeValue(out, value); });
    });
}

FeatureLayer readLayer(QDataStream& in) {
    FeatureLayer layer;
    in >> layer.name;
    layer.geometry = static_cast<FieldType>(taken<quint8>(in));
    readList(in, layer.fields, [&in](FeatureLayer::Column& column) {
        in >> column.name;
        column.type = static_cast<FieldType>(taken<quint8>(in));
    });
    readList(in, layer.features, [&in](FeatureLayer::Feature& feature) {
        feature.geometry = readValue(in);
        readList(in, feature.values, [&in](Value& value) { value = readValue(in); });
    });
    return layer;
}

void writeMessage(QDataStream& out, const Message& message) {
    out << message.source;
    writeTexts(out, message.args);
}

Message readMessage(QDataStream& in) {
    Message message;
    in >> message.source;
    message.args = readTexts(in);
    return message;
}

void writeHead(QDataStream& out, const SourceTable& table) {
    out << table.file << table.name << table.guardsFormulas;
    writeTexts(out, table.columns);
    out << (table.geometry ? static_cast<qint16>(*table.geometry) : qint16(-1));
    out << table.system.has_value();
    if (table.system)
        out << table.system->name << static_cast<qint32>(table.system->epsg) << table.system->definition;
    writeList(out, table.notes, [&out](const Message& note) { writeMessage(out, note); });
}

SourceTable readHead(QDataStream& in) {
    SourceTable table;
    in >> table.file >> table.name >> table.guardsFormulas;
    table.columns = readTexts(in);
    if (const auto geometry = taken<qint16>(in); geometry >= 0)
        table.geometry = static_cast<FieldType>(geometry);
    if (taken<bool>(in)) {
        FoundSystem& system = table.system.emplace();
        in >> system.name;
        system.epsg = taken<qint32>(in);
        in >> system.definition;
    }
    readList(in, table.notes, [&in](Message& note) { note = readMessage(in); });
    return table;
}

void writeRow(QDataStream& out, const SourceRow& row) {
    out << static_cast<qint32>(row.line);
    writeTexts(out, row.cells);
    writeValue(out, row.geometry);
    writeMessage(out, row.problem);
}

SourceRow readRow(QDataStream& in) {
    SourceRow row;
    row.line = taken<qint32>(in);
    row.cells = readTexts(in);
    row.geometry = readValue(in);
    row.problem = readMessage(in);
    return row;
}

} // namespace corridor::wire
