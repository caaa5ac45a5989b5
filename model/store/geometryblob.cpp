// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/geometryblob.h"

#include <QtEndian>

#include <cstring>

namespace corridor {

namespace {

constexpr quint32 kPoint = 1, kLine = 2, kPolygon = 3, kMultiPoint = 4, kMultiPolygon = 6, kCollection = 7;

class Writer {
public:
    void byte(quint8 value) { mBytes.append(static_cast<char>(value)); }
    void word(quint32 value) { append(qToLittleEndian(value)); }
    void real(double value) {
        quint64 bits;
        std::memcpy(&bits, &value, sizeof bits);
        append(qToLittleEndian(bits));
    }
    void point(const LonLat& point) {
        real(point.lon);
        real(point.lat);
    }
    void points(const std::vector<LonLat>& points) {
        word(static_cast<quint32>(points.size()));
        for (const LonLat& each : points)
            point(each);
    }
    void ring(const std::vector<LonLat>& ring) {
        const auto corners = openRing(ring);
        const bool repeat = corners.size() >= 2;
        word(static_cast<quint32>(corners.size() + (repeat ? 1 : 0)));
        for (const LonLat& each : corners)
            point(each);
        if (repeat)
            point(corners.front());
    }
    void head(quint32 type) {
        byte(1);
        word(type);
    }
    /// "GP", version 0, flags: little endian, envelope kind 1 (XY) or 0.
    void gpkgHeader(const Box* envelope) {
        mBytes.append("GP", 2);
        byte(0);
        byte(envelope ? 0x03 : 0x01);
        word(kPlanSrs);
        if (envelope)
            for (const double edge : {envelope->lonMin, envelope->lonMax, envelope->latMin, envelope->latMax})
                real(edge);
    }
    void reserve(std::size_t points) { mBytes.reserve(static_cast<qsizetype>(points * 16 + 64)); }
    QByteArray take() { return std::move(mBytes); }

private:
    template <class T>
    void append(T value) {
        mBytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    QByteArray mBytes;
};

/// Reads WKB; every read past the end or nonsense makes `ok()` false for good.
class Reader {
public:
    explicit Reader(QByteArrayView bytes)
        : mBytes(bytes) {}

    bool ok() const { return mOk; }
    void fail() { mOk = false; }
    void skip(qsizetype count) { take(count); }
    void setLittleEndian(bool little) { mLittle = little; }
    quint8 byte() {
        const char* at = take(1);
        return at ? static_cast<quint8>(*at) : 0;
    }
    quint32 word() {
        const char* at = take(4);
        if (!at)
            return 0;
        return mLittle ? qFromLittleEndian<quint32>(at) : qFromBigEndian<quint32>(at);
    }
    double real() {
        const char* at = take(8);
        if (!at)
            return 0;
        const quint64 bits = mLittle ? qFromLittleEndian<quint64>(at) : qFromBigEndian<quint64>(at);
        double value;
        std::memcpy(&value, &bits, sizeof value);
        return value;
    }
    LonLat point(int extra) {
        LonLat point;
        point.lon = real();
        point.lat = real();
        skip(8 * extra);
        return point;
    }
    std::vector<LonLat> points(int extra) {
        const quint32 count = word();
        if (count > static_cast<quint64>(mBytes.size() - mAt) / static_cast<quint64>(16 + 8 * extra)) {
            fail();
            return {};
        }
        std::vector<LonLat> out;
        out.reserve(count);
        for (quint32 i = 0; i < count && mOk; ++i) {
            out.push_back(point(extra));
            if (!out.back().isValid())
                fail();
        }
        return out;
    }

private:
    const char* take(qsizetype count) {
        if (!mOk || count > mBytes.size() - mAt) {
            mOk = false;
            return nullptr;
        }
        const char* at = mBytes.data() + mAt;
        mAt += count;
        return at;
    }
    QByteArrayView mBytes;
    qsizetype mAt = 0;
    bool mLittle = true;
    bool mOk = true;
};

/// A WKB type split into its plain type and the number of extra ordinates; both ISO (1000s) and EWKB (high bits)
/// spellings.
struct WkbType {
    quint32 plain;
    int extra;
};

WkbType readType(Reader& reader) {
    const quint8 order = reader.byte();
    if (order > 1)
        reader.fail();
    reader.setLittleEndian(order == 1);
    const quint32 raw = reader.word();
    const quint32 low = raw & 0x1FFFFFFF;
    const quint32 thousands = low / 1000;
    if (thousands > 3)
        reader.fail();
    const int iso = thousands == 3 ? 2 : thousands > 0 ? 1 : 0;
    const int ewkb = ((raw & 0x80000000) ? 1 : 0) + ((raw & 0x40000000) ? 1 : 0);
    return {low % 1000, iso + ewkb};
}

std::optional<Value> readWkb(Reader& reader, FieldType wanted, int depth = 0) {
    const WkbType type = readType(reader);
    if (!reader.ok() || depth > 2)
        return std::nullopt;
    if (type.plain >= kMultiPoint && type.plain <= kCollection) {
        if (reader.word() != 1)
            return std::nullopt;
        return readWkb(reader, wanted, depth + 1);
    }
    if (type.plain == kPoint && wanted == FieldType::Point) {
        const LonLat point = reader.point(type.extra);
        return reader.ok() && point.isValid() ? std::optional<Value>(point) : std::nullopt;
    }
    if (type.plain == kLine && wanted == FieldType::Line) {
        Line line = reader.points(type.extra);
        return reader.ok() ? std::optional<Value>(std::move(line)) : std::nullopt;
    }
    if (type.plain == kPolygon && wanted == FieldType::Polygon) {
        Polygon polygon;
        const quint32 rings = reader.word();
        for (quint32 i = 0; i < rings && reader.ok(); ++i)
            polygon.rings.push_back(reader.points(type.extra));
        for (auto& ring : polygon.rings)
            ring.resize(openRing(ring).size());
        return reader.ok() ? std::optional<Value>(std::move(polygon)) : std::nullopt;
    }
    return std::nullopt;
}

QByteArray lineBlob(const Line& line) {
    const Box box = extentOfValue(line);
    if (line.empty() || box.isEmpty())
        return {};
    Writer writer;
    writer.reserve(line.size());
    writer.gpkgHeader(&box);
    writer.head(kLine);
    writer.points(line);
    return writer.take();
}

QByteArray polygonBlob(const Polygon& polygon) {
    const Box box = extentOfValue(polygon);
    if (polygon.rings.empty() || box.isEmpty())
        return {};
    Writer writer;
    writer.gpkgHeader(&box);
    writer.head(kPolygon);
    writer.word(static_cast<quint32>(polygon.rings.size()));
    for (const auto& ring : polygon.rings)
        writer.ring(ring);
    return writer.take();
}

} // namespace

std::span<const LonLat> openRing(const std::vector<LonLat>& ring) {
    std::size_t size = ring.size();
    while (size >= 2 && ring.front() == ring[size - 1])
        --size;
    return {ring.data(), size};
}

Box extentOfValue(const Value& geometry) {
    Box box;
    if (const auto* point = std::get_if<LonLat>(&geometry))
        box.include(*point);
    else if (const auto* line = std::get_if<Line>(&geometry))
        for (const LonLat& vertex : *line)
            box.include(vertex);
    else if (const auto* polygon = std::get_if<Polygon>(&geometry))
        for (const auto& ring : polygon->rings)
            for (const LonLat& vertex : ring)
                box.include(vertex);
    return box;
}

QByteArray geometryToBlob(const Value& geometry) {
    if (const auto* line = std::get_if<Line>(&geometry))
        return lineBlob(*line);
    if (const auto* polygon = std::get_if<Polygon>(&geometry))
        return polygonBlob(*polygon);
    const auto* point = std::get_if<LonLat>(&geometry);
    if (!point || !point->isValid())
        return {};
    Writer writer;
    writer.gpkgHeader(nullptr);
    writer.head(kPoint);
    writer.point(*point);
    return writer.take();
}

std::optional<Value> geometryFromBlob(QByteArrayView blob, FieldType wanted) {
    static constexpr int kEnvelopeSizes[] = {0, 32, 48, 48, 64};
    Reader reader(blob);
    const bool magic = reader.byte() == 'G' && reader.byte() == 'P' && reader.byte() == 0;
    const quint8 flags = reader.byte();
    const int envelope = (flags >> 1) & 7;
    if (!reader.ok() || !magic || envelope > 4 || (flags & 0x20))
        return std::nullopt;
    reader.setLittleEndian(flags & 1);
    const quint32 srs = reader.word();
    if (srs != kPlanSrs && srs != 4326 && srs != 0)
        return std::nullopt;
    reader.skip(kEnvelopeSizes[envelope]);
    if (flags & 0x10) // empty
        return wanted == FieldType::Line ? Value(Line{}) : wanted == FieldType::Polygon ? Value(Polygon{}) : Value();
    return readWkb(reader, wanted);
}

} // namespace corridor
