// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/geo/packedreader.h"

#include "model/base/error.h"

#include <QFile>

namespace corridor {

PackedReader::PackedReader(const QString& path, QByteArrayView magic)
    : mPath(path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(Blame::Environment,
                    message(CORRIDOR_MSG("The base map %1 cannot be read; install the program again."), path),
                    file.errorString());
    mBytes = file.readAll();
    if (std::memcmp(take(std::size_t(magic.size())), magic.data(), std::size_t(magic.size())) != 0)
        damaged();
}

QString PackedReader::text() {
    const auto size = value<std::uint16_t>();
    return QString::fromUtf8(take(size), size);
}

std::vector<LonLat> PackedReader::points(double unitsPerDegree) {
    const auto count = value<std::uint32_t>();
    const char* bytes = take(std::size_t(count) * 8); // before room is made for what a damaged file claims
    std::vector<LonLat> points(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        std::int32_t xy[2];
        std::memcpy(xy, bytes + std::size_t(i) * 8, 8);
        points[i] = {xy[0] / unitsPerDegree, xy[1] / unitsPerDegree};
    }
    return points;
}

const char* PackedReader::take(std::size_t size) {
    if (size > std::size_t(mBytes.size()) - mAt)
        damaged();
    const char* start = mBytes.constData() + mAt;
    mAt += size;
    return start;
}

void PackedReader::damaged() const {
    throw Error(Blame::FileContent,
                message(CORRIDOR_MSG("The base map %1 is damaged; install the program again."), mPath),
                QStringLiteral("at byte %1 of %2").arg(mAt).arg(mBytes.size()));
}

} // namespace corridor
