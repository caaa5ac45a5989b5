// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/adminunits.h"

#include "maps/unitsformat.h"
#include "model/base/error.h"

#include <QFile>

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
        static_assert(std::endian::native == std::endian::little, "the packed units are little-endian");
        T result;
        std::memcpy(&result, take(sizeof(T)), sizeof(T));
        return result;
    }

    QString text() {
        const auto size = value<std::uint16_t>();
        return QString::fromUtf8(take(size), size);
    }

    std::vector<LonLat> ring() {
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

AdminUnits::Part readPart(Reader& reader) {
    AdminUnits::Part part;
    part.unit.province = reader.text();
    part.unit.city = reader.text();
    const auto rings = reader.value<std::uint16_t>();
    for (int i = 0; i < rings; ++i)
        part.polygon.rings.push_back(reader.ring());
    return part;
}

} // namespace

AdminUnits::AdminUnits(std::vector<Part> parts)
    : mParts(std::move(parts)) {
    for (const Part& part : mParts)
        mBoxes.push_back(boundingBox(part.polygon));
}

AdminUnits AdminUnits::load(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(Blame::Environment,
                    message(CORRIDOR_MSG("The base map %1 cannot be read; install the program again."), path),
                    file.errorString());
    const QByteArray bytes = file.readAll();
    Reader reader(bytes, path);
    constexpr std::size_t magicSize = sizeof unitsMagic - 1;
    if (std::memcmp(reader.take(magicSize), unitsMagic, magicSize) != 0)
        reader.damaged();
    std::vector<Part> parts;
    const auto count = reader.value<std::uint32_t>();
    for (std::uint32_t i = 0; i < count; ++i)
        parts.push_back(readPart(reader));
    if (!reader.atEnd())
        reader.damaged();
    return AdminUnits(std::move(parts));
}

std::optional<AdminUnit> AdminUnits::at(const LonLat& position) const {
    for (std::size_t i = 0; i < mParts.size(); ++i)
        if (mBoxes[i].contains(position) && contains(mParts[i].polygon, position))
            return mParts[i].unit;
    return std::nullopt;
}

UnitLookup unitLookupIn(const QString& path) {
    const auto units = std::make_shared<std::optional<AdminUnits>>();
    return [units, path](const LonLat& position) {
        if (!*units) {
            try {
                *units = AdminUnits::load(path);
            } catch (const Error&) {
                *units = AdminUnits();
            }
        }
        return (*units)->at(position);
    };
}

} // namespace corridor
