// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/basemapdata.h"

#include "model/base/error.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <bit>
#include <cstring>

namespace corridor {

namespace {

/// Reads little-endian values and refuses to run over the end.
class Reader {
public:
    Reader(const QByteArray& bytes, const QString& path)
        : mBytes(bytes)
        , mPath(path) {}

    template <class T>
    T value() {
        static_assert(std::endian::native == std::endian::little, "the packed base map is little-endian");
        T result;
        std::memcpy(&result, take(sizeof(T)), sizeof(T));
        return result;
    }

    QString text() {
        const auto size = value<std::uint16_t>();
        return QString::fromUtf8(take(size), size);
    }

    std::vector<LonLat> line() {
        const auto count = value<std::uint32_t>();
        const char* bytes = take(std::size_t(count) * 8);
        std::vector<LonLat> points(count);
        for (std::uint32_t i = 0; i < count; ++i) {
            std::int32_t xy[2];
            std::memcpy(xy, bytes + std::size_t(i) * 8, 8);
            points[i] = {xy[0] / basemapUnitsPerDegree, xy[1] / basemapUnitsPerDegree};
        }
        return points;
    }

    const char* take(std::size_t size) {
        if (size > std::size_t(mBytes.size()) - mAt)
            damaged();
        const char* start = mBytes.constData() + mAt;
        mAt += size;
        return start;
    }

    bool atEnd() const { return mAt == std::size_t(mBytes.size()); }

    [[noreturn]] void damaged() const {
        throw Error(Blame::FileContent,
                    message(CORRIDOR_MSG("The base map %1 is damaged; install the program again."), mPath),
                    QStringLiteral("at byte %1 of %2").arg(mAt).arg(mBytes.size()));
    }

private:
    const QByteArray& mBytes;
    QString mPath;
    std::size_t mAt = 0;
};

void readFeature(Reader& reader, BasemapData& data) {
    const auto code = reader.value<std::uint8_t>();
    if (code >= basemapLayerNames.size())
        reader.damaged();
    const auto layer = static_cast<BasemapLayer>(code);
    const int rank = reader.value<std::uint8_t>();
    const auto partCount = reader.value<std::uint16_t>();
    std::vector<std::vector<LonLat>> parts;
    for (int i = 0; i < partCount; ++i)
        parts.push_back(reader.line());
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
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(Blame::Environment,
                    message(CORRIDOR_MSG("The base map %1 cannot be read; install the program again."), path),
                    file.errorString());
    const QByteArray bytes = file.readAll();
    Reader reader(bytes, path);
    constexpr std::size_t magicSize = sizeof basemapMagic - 1;
    if (std::memcmp(reader.take(magicSize), basemapMagic, magicSize) != 0)
        reader.damaged();
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
