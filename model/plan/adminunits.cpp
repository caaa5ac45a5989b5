// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/adminunits.h"

#include "maps/unitsformat.h"
#include "model/base/error.h"
#include "model/geo/packedreader.h"

namespace corridor {

namespace {

AdminUnits::Part readPart(PackedReader& reader) {
    AdminUnits::Part part;
    part.unit.province = reader.text();
    part.unit.city = reader.text();
    const auto rings = reader.value<std::uint16_t>();
    for (int i = 0; i < rings; ++i)
        part.polygon.rings.push_back(reader.points(unitsPerDegree));
    return part;
}

} // namespace

AdminUnits::AdminUnits(std::vector<Part> parts)
    : mParts(std::move(parts)) {
    for (const Part& part : mParts)
        mBoxes.push_back(boundingBox(part.polygon));
}

AdminUnits AdminUnits::load(const QString& path) {
    PackedReader reader(path, unitsMagic);
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
