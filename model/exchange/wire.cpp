// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/wire.h"

#include <QDataStream>
#include <QIODevice>

namespace corridor {

namespace {

constexpr quint32 version = 1; // of what follows; raised with every change
enum class Tag : quint8 { Unknown, Boolean, Integer, Real, Text, Point, Line, Polygon };
enum class Outcome : quint8 { Done, Failed };

template <class Write>
QByteArray encoded(Write write) {
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << version;
    write(out);
    return bytes;
}

[[noreturn]] void refuse(const QString& detail) {
    throw Error(Blame::Bug,
                message(CORRIDOR_MSG("The helper program for foreign files gave an answer that makes no sense; nothing "
                                     "was changed, please report this.")),
                detail);
}

void open(QDataStream& in) {
    in.setVersion(QDataStream::Qt_6_4);
    quint32 theirs = 0;
    in >> theirs;
    if (in.status() != QDataStream::Ok)
        refuse(QStringLiteral("no version"));
    if (theirs != version)
        throw Error(Blame::Environment, message(CORRIDOR_MSG("The helper program for foreign files is of another "
                                                             "version than this program; install both again.")));
}

void closeRead(const QDataStream& in) {
    if (in.status() != QDataStream::Ok || !in.atEnd())
        refuse(in.atEnd() ? QStringLiteral("broke off") : QStringLiteral("goes on"));
}

template <class List, class Each>
void writeList(QDataStream& out, const List& list, Each each) {
    out << static_cast<quint32>(list.size());
    for (const auto& item : list)
        each(item);
}

// Grows with what is there, so that a length gone wrong costs no memory (Qt's own reserves it at once).
template <class List, class Each>
void readList(QDataStream& in, List& list, Each each) {
    quint32 count = 0;
    in >> count;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        list.emplace_back();
        each(list.back());
    }
}

void writeTexts(QDataStream& out, const QStringList& texts) {
    writeList(out, texts, [&out](const QString& text) { out << text; });
}

QStringList readTexts(QDataStream& in) {
    QStringList texts;
    readList(in, texts, [&in](QString& text) { in >> text; });
    return texts;
}

void writeLine(QDataStream& out, const Line& line) {
    writeList(out, line, [&out](const LonLat& point) { out << point.lon << point.lat; });
}

Line readLine(QDataStream& in) {
    Line line;
    readList(in, line, [&in](LonLat& point) { in >> point.lon >> point.lat; });
    return line;
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

template <class T>
T taken(QDataStream& in) {
    T value{};
    in >> value;
    return value;
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

void writeTable(QDataStream& out, const SourceTable& table) {
    out << table.file << table.name << table.guardsFormulas;
    writeTexts(out, table.columns);
    out << (table.geometry ? static_cast<qint16>(*table.geometry) : qint16(-1));
    writeList(out, table.rows, [&out](const SourceRow& row) {
        out << static_cast<qint32>(row.line);
        writeTexts(out, row.cells);
        writeValue(out, row.geometry);
        writeMessage(out, row.problem);
    });
}

void readTable(QDataStream& in, SourceTable& table) {
    in >> table.file >> table.name >> table.guardsFormulas;
    table.columns = readTexts(in);
    if (const auto geometry = taken<qint16>(in); geometry >= 0)
        table.geometry = static_cast<FieldType>(geometry);
    readList(in, table.rows, [&in](SourceRow& row) {
        row.line = taken<qint32>(in);
        row.cells = readTexts(in);
        row.geometry = readValue(in);
        row.problem = readMessage(in);
    });
}

// Behind version and outcome; throws what the other side threw.
void openAnswer(QDataStream& in) {
    open(in);
    if (static_cast<Outcome>(taken<quint8>(in)) == Outcome::Done)
        return;
    const auto blame = static_cast<Blame>(taken<quint8>(in));
    Message sentence = readMessage(in);
    const QString detail = taken<QString>(in);
    closeRead(in);
    throw Error(blame, std::move(sentence), detail);
}

} // namespace

QByteArray encodeRequest(const WorkerRequest& request) {
    return encoded([&](QDataStream& out) {
        out << static_cast<quint8>(request.job) << request.path;
        writeLayer(out, request.layer);
    });
}

WorkerRequest decodeRequest(const QByteArray& bytes) {
    QDataStream in(bytes);
    open(in);
    WorkerRequest request;
    request.job = static_cast<WorkerRequest::Job>(taken<quint8>(in));
    in >> request.path;
    request.layer = readLayer(in);
    closeRead(in);
    return request;
}

QByteArray encodeTables(const std::vector<SourceTable>& tables) {
    return encoded([&](QDataStream& out) {
        out << static_cast<quint8>(Outcome::Done);
        writeList(out, tables, [&out](const SourceTable& table) { writeTable(out, table); });
    });
}

QByteArray encodeBytes(const QByteArray& bytes) {
    return encoded([&](QDataStream& out) { out << static_cast<quint8>(Outcome::Done) << bytes; });
}

QByteArray encodeError(const Error& error) {
    return encoded([&](QDataStream& out) {
        out << static_cast<quint8>(Outcome::Failed) << static_cast<quint8>(error.blame());
        writeMessage(out, error.sentence());
        out << error.detail();
    });
}

std::vector<SourceTable> decodeTables(const QByteArray& answer) {
    QDataStream in(answer);
    openAnswer(in);
    std::vector<SourceTable> tables;
    readList(in, tables, [&in](SourceTable& table) { readTable(in, table); });
    closeRead(in);
    return tables;
}

QByteArray decodeBytes(const QByteArray& answer) {
    QDataStream in(answer);
    openAnswer(in);
    const auto bytes = taken<QByteArray>(in);
    closeRead(in);
    return bytes;
}

} // namespace corridor
