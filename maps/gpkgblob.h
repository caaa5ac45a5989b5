// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace corridor {

/// The positions of a line or ring: longitude and latitude.
using GpkgLine = std::vector<std::array<double, 2>>;

/// Reads little-endian values of a GeoPackage geometry and refuses to run over the end.
class GpkgReader {
public:
    explicit GpkgReader(std::string_view bytes)
        : mBytes(bytes) {}

    template <class T>
    T value() {
        static_assert(std::endian::native == std::endian::little, "the base map is written on little-endian machines");
        T result;
        std::memcpy(&result, take(sizeof(T)), sizeof(T));
        return result;
    }

    const char* take(std::size_t size) {
        if (size > mBytes.size())
            damaged("ends too early");
        const char* start = mBytes.data();
        mBytes.remove_prefix(size);
        return start;
    }

    GpkgLine line(std::uint32_t count) {
        if (count > mBytes.size() / sizeof(GpkgLine::value_type))
            damaged("ends too early");
        GpkgLine points(count);
        for (auto& point : points)
            point = value<GpkgLine::value_type>();
        return points;
    }

    bool atEnd() const { return mBytes.empty(); }

    [[noreturn]] static void damaged(const char* how) { throw std::runtime_error(std::string("a geometry ") + how); }

private:
    std::string_view mBytes;
};

/// The rings of a polygon, a line, or a point as a line of one: a GeoPackage geometry (OGC 12-128, clause 2.1.3) with
/// ISO WKB in two dimensions. Throws std::runtime_error for anything else.
inline std::vector<GpkgLine> gpkgLines(std::string_view blob) {
    GpkgReader reader(blob);
    const auto header = reader.value<std::array<std::uint8_t, 4>>(); // "GP", version, flags
    constexpr std::uint8_t littleEndian = 1, emptyOrExtended = 0x30;
    if (header[0] != 'G' || header[1] != 'P' || header[2] != 0)
        GpkgReader::damaged("is not one of a GeoPackage");
    if (!(header[3] & littleEndian) || (header[3] & emptyOrExtended))
        GpkgReader::damaged("is empty, extended or big-endian");
    constexpr std::array<std::size_t, 8> envelopeBytes{0, 32, 48, 48, 64, 0, 0, 0};
    reader.take(sizeof(std::int32_t) + envelopeBytes[(header[3] >> 1) & 7]); // srs_id, envelope
    if (reader.value<std::uint8_t>() != littleEndian)
        GpkgReader::damaged("is big-endian");
    std::vector<GpkgLine> lines;
    switch (reader.value<std::uint32_t>()) {
    case 1: // point
        lines.push_back(reader.line(1));
        break;
    case 2: // line
        lines.push_back(reader.line(reader.value<std::uint32_t>()));
        break;
    case 3: // polygon
        for (auto rings = reader.value<std::uint32_t>(); rings > 0; --rings)
            lines.push_back(reader.line(reader.value<std::uint32_t>()));
        break;
    default:
        GpkgReader::damaged("is neither point nor line nor polygon");
    }
    if (!reader.atEnd())
        GpkgReader::damaged("goes on after its end");
    return lines;
}

} // namespace corridor
