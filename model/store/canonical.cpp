// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/canonical.h"

#include "model/store/geometryblob.h"

#include <QtEndian>

#include <charconv>
#include <cstring>

namespace corridor {

namespace {

/// Spells values; −0 is 0, a ring is not closed, a position that is not one is unknown.
class Speller {
public:
    Speller(QByteArray& out, CanonicalForm form)
        : mOut(out)
        , mForm(form) {}

    /// False when the value counts as unknown.
    bool spell(const Value& value) {
        if (const auto* text = std::get_if<QString>(&value))
            mOut += text->toUtf8();
        else if (const auto* point = std::get_if<LonLat>(&value))
            return spellPoint(*point);
        else if (const auto* line = std::get_if<Line>(&value))
            return spellPoints(*line);
        else if (const auto* polygon = std::get_if<Polygon>(&value))
            return spellPolygon(*polygon);
        else if (const auto* reals = std::get_if<RealList>(&value))
            return spellReals(*reals);
        else
            mOut += valueToText(value).toLatin1();
        return true;
    }

private:
    void number(double value) {
        if (mForm == CanonicalForm::Binary) {
            const double plain = value + 0.0;
            quint64 bits;
            std::memcpy(&bits, &plain, sizeof bits);
            bits = qToLittleEndian(bits);
            mOut.append(reinterpret_cast<const char*>(&bits), sizeof bits);
            return;
        }
        if (value == 0) {
            mOut += '0';
            return;
        }
        char buffer[64];
        const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
        mOut.append(buffer, end - buffer);
    }
    void separator(char character) {
        if (mForm == CanonicalForm::Text)
            mOut += character;
    }
    bool spellPoint(const LonLat& point) {
        number(point.lon);
        separator(' ');
        number(point.lat);
        return point.isValid();
    }
    bool spellPoints(std::span<const LonLat> points) {
        for (std::size_t i = 0; i < points.size(); ++i) {
            if (i > 0)
                separator(',');
            spellPoint(points[i]);
        }
        return !points.empty();
    }
    bool spellPolygon(const Polygon& polygon) {
        for (const auto& ring : polygon.rings) {
            const auto corners = openRing(ring);
            mOut += '(' + QByteArray::number(static_cast<qulonglong>(corners.size())) + ':';
            spellPoints(corners);
            mOut += ')';
        }
        return !polygon.rings.empty();
    }
    bool spellReals(const RealList& values) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (i > 0)
                separator(' ');
            number(values[i]);
        }
        return !values.empty();
    }

    QByteArray& mOut;
    CanonicalForm mForm;
};

} // namespace

void appendCanonical(QByteArray& out, const EntitySchema& schema, const Entity& entity, CanonicalForm form) {
    QByteArray spelled;
    for (const Field& field : schema.fields) {
        const Value value = field.get(entity);
        if (isUnknown(value))
            continue;
        spelled.resize(0); // keeps the memory
        if (!Speller(spelled, form).spell(value))
            continue;
        out += field.name;
        out += '=';
        out += QByteArray::number(spelled.size());
        out += ':';
        out += spelled;
        out += '\n';
    }
}

} // namespace corridor
