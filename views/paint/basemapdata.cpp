// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/basemapdata.h"

#include "model/geo/packedreader.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace corridor {

namespace {

void readFeature(PackedReader& reader, BasemapData& data) {
    const auto code = reader.value<std::uint8_t>();
    if (code >= basemapLayerNames.size())
        reader.damaged();
    const auto layer = static_cast<BasemapLayer>(code);
    const int rank = reader.value<std::uint8_t>();
    const auto partCount = reader.value<std::uint16_t>();
    std::vector<std::vector<LonLat>> parts;
    for (int i = 0; i < partCount; ++i)
        parts.push_back(reader.points(basemapUnitsPerDegree));
    if (layer != BasemapLayer::Place) {
        data.features.push_back({layer, rank, std::move(parts), isWay(layer) ? reader.text() : QString()});
        return;
    }
    if (parts.size() != 1 || parts.front().size() != 1)
        reader.damaged();
    const QString zh = reader.text();
    const QString en = reader.text();
    data.places.push_back({parts.front().front(), rank, zh, en});
}

} // namespace

std::shared_ptr<const BasemapData> BasemapData::load(const QString& path) {
    PackedReader reader(path, basemapMagic);
    auto data = std::make_shared<BasemapData>();
    const auto count = reader.value<std::uint32_t>();
    for (std::uint32_t i = 0; i < count; ++i)
        readFeature(reader, *data);
    if (!reader.atEnd())
        reader.damaged();
    return data;
}

QString BasemapData::defaultPath() {
    const QString folder = QCoreApplication::applicationDirPath();
    // Installed: bin/../share. In the build tree programs lie one or two folders below it.
    for (const char* up : {"/../", "/../../", "/../../../"}) {
        const QFileInfo file(folder + QLatin1String(up) + QStringLiteral("share/corridor-planner/maps/basemap.bin"));
        if (file.isFile())
            return file.canonicalFilePath();
    }
    return {};
}

} // namespace corridor
