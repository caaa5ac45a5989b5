// SPDX-License-Identifier: GPL-3.0-or-later
// Build-time tool: basemap.geojson (readable, committed) to basemap.bin (what the program reads in a few milliseconds).
#include "maps/basemapformat.h"

#include <QDataStream>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <algorithm>
#include <cmath>
#include <stdexcept>

using namespace corridor;

namespace {

[[noreturn]] void fail(const QString& what) {
    throw std::runtime_error(what.toStdString());
}

std::uint8_t layerOf(const QString& name) {
    const auto found = std::find(basemapLayerNames.begin(), basemapLayerNames.end(), name);
    if (found == basemapLayerNames.end())
        fail(QStringLiteral("unknown layer \"%1\"").arg(name));
    return static_cast<std::uint8_t>(found - basemapLayerNames.begin());
}

void writePosition(QDataStream& out, const QJsonArray& position) {
    for (int axis = 0; axis < 2; ++axis)
        out << qint32(std::lround(position[axis].toDouble() * basemapUnitsPerDegree));
}

void writeLine(QDataStream& out, const QJsonArray& line) {
    out << quint32(line.size());
    for (const QJsonValue& position : line)
        writePosition(out, position.toArray());
}

void writeText(QDataStream& out, const QString& text) {
    const QByteArray bytes = text.toUtf8();
    out << quint16(bytes.size());
    out.writeRawData(bytes.constData(), int(bytes.size()));
}

void writeFeature(QDataStream& out, const QJsonObject& feature) {
    const QJsonObject properties = feature[QStringLiteral("properties")].toObject();
    const QJsonObject geometry = feature[QStringLiteral("geometry")].toObject();
    const QJsonArray coordinates = geometry[QStringLiteral("coordinates")].toArray();
    const QString type = geometry[QStringLiteral("type")].toString();
    out << quint8(layerOf(properties[QStringLiteral("layer")].toString()))
        << quint8(properties[QStringLiteral("rank")].toInt());
    if (type == QLatin1String("Polygon")) {
        out << quint16(coordinates.size());
        for (const QJsonValue& ring : coordinates)
            writeLine(out, ring.toArray());
    } else if (type == QLatin1String("LineString")) {
        out << quint16(1);
        writeLine(out, coordinates);
    } else if (type == QLatin1String("Point")) {
        out << quint16(1);
        writeLine(out, QJsonArray{coordinates});
        writeText(out, properties[QStringLiteral("zh")].toString());
        writeText(out, properties[QStringLiteral("en")].toString());
    } else {
        fail(QStringLiteral("geometry of type \"%1\"").arg(type));
    }
}

void pack(const QString& source, const QString& target) {
    QFile in(source);
    if (!in.open(QIODevice::ReadOnly))
        fail(QStringLiteral("%1: %2").arg(source, in.errorString()));
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(in.readAll(), &problem);
    if (document.isNull())
        fail(QStringLiteral("%1: %2 at byte %3").arg(source, problem.errorString()).arg(problem.offset));
    const QJsonArray features = document[QStringLiteral("features")].toArray();
    QFile file(target);
    if (!file.open(QIODevice::WriteOnly))
        fail(QStringLiteral("%1: %2").arg(target, file.errorString()));
    QDataStream out(&file);
    out.setByteOrder(QDataStream::LittleEndian);
    out.writeRawData(basemapMagic, sizeof basemapMagic - 1);
    out << quint32(features.size());
    for (const QJsonValue& feature : features)
        writeFeature(out, feature.toObject());
    if (!file.flush() || out.status() != QDataStream::Ok)
        fail(QStringLiteral("%1: %2").arg(target, file.errorString()));
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        QTextStream(stderr) << "usage: corridor-pack-basemap basemap.geojson basemap.bin\n";
        return 2;
    }
    try {
        pack(QString::fromLocal8Bit(argv[1]), QString::fromLocal8Bit(argv[2]));
    } catch (const std::exception& error) {
        QTextStream(stderr) << "corridor-pack-basemap: " << error.what() << '\n';
        return 1;
    }
    return 0;
}
