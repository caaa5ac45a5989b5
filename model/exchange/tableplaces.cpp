// SPDX-License-Identifier: GPL-3.0-or-later
// Where the rows of a table are.
#include "model/base/error.h"
#include "model/exchange/classification.h"
#include "model/exchange/importdraft.h"
#include "model/exchange/tablepositions.h"

#include <algorithm>
#include <cmath>

namespace corridor {

namespace {

using Part = ColumnTarget::Part;

bool isPlaced(const LonLat& point) {
    return std::isfinite(point.lon) && std::isfinite(point.lat);
}

// Whether every point has a place: a position that no system knows comes back as none.
bool isPlaced(const Value& geometry) {
    const auto all = [](const Line& line) {
        return std::all_of(line.begin(), line.end(), [](const LonLat& point) { return isPlaced(point); });
    };
    if (const auto* point = std::get_if<LonLat>(&geometry))
        return isPlaced(*point);
    if (const auto* line = std::get_if<Line>(&geometry))
        return all(*line);
    if (const auto* polygon = std::get_if<Polygon>(&geometry))
        return std::all_of(polygon->rings.begin(), polygon->rings.end(), all);
    return true;
}

} // namespace

// Without knowing where things are nothing of the table can be taken.
void TableImport::openPositions() {
    const auto refuse = [this](const Message& why) {
        throw Error(Blame::FileContent, message(CORRIDOR_MSG("%1: %2"), mTable.file, why.text()));
    };
    const std::vector<Point> sample = samplePositions(mTable, mSchema, mTargets);
    const SystemChoice choice = chooseSystem(sample, mTable.system, systemChoiceFor(mTable, mState.options));
    if (choice.problem)
        refuse(*choice.problem);
    for (const Message& note : choice.notes)
        mState.warn(mTable.file, 0, {}, note);
    try {
        mPositions.emplace(sample.empty() ? SystemChoice() : choice, sample);
    } catch (const Error& error) {
        refuse(error.sentence());
    }
}

// A geometry in the plan's own system; a row whose place its system does not know is refused.
void TableImport::setPlaced(std::size_t draft, const QString& column, const Field& field, Value geometry) {
    const bool hadPlace = isPlaced(geometry);
    const Value placed = mPositions->read(std::move(geometry));
    if (hadPlace && !isPlaced(placed))
        mState.refuse(draft, column, message(CORRIDOR_MSG("its position cannot be converted to CGCS2000.")));
    else
        setValue(draft, column, field, placed);
}

QString TableImport::latitudeColumn(int field) const {
    for (std::size_t i = 0; i < mTargets.size(); ++i)
        if (mTargets[i].part == Part::Latitude && mTargets[i].field == field)
            return mTable.columns[static_cast<qsizetype>(i)];
    return {};
}

void TableImport::readPoint(std::size_t draft, const SourceRow& row, int index, const QString& column) {
    const Field& field = mSchema.fields[static_cast<std::size_t>(index)];
    const QString lon = cell(row, Part::Longitude, index).trimmed(), lat = cell(row, Part::Latitude, index).trimmed();
    if (lon.isEmpty() && lat.isEmpty()) {
        if (isUnknown(row.geometry))
            setValue(draft, column, field, {});
        return;
    }
    const auto first = coordinateFromText(lon), second = coordinateFromText(lat);
    if (!first || !second) {
        mState.refuse(draft, column,
                      message(CORRIDOR_MSG("“%1 %2” is no position; write decimal degrees, degrees with minutes and "
                                           "seconds, or metres."),
                              lon, lat));
        return;
    }
    const LonLat placed = mPositions->read(*first, *second);
    if (std::isfinite(placed.lon) && !placed.isValid())
        mState.refuse(draft, std::abs(placed.lat) <= 90 ? column : latitudeColumn(index), *field.check(placed));
    else
        setPlaced(draft, column, field, LonLat{*first, *second});
}

void TableImport::readGeometry(std::size_t draft, const SourceRow& row) {
    if (!row.problem.isEmpty()) {
        mState.refuse(draft, {}, row.problem);
        return;
    }
    const Field* field = isUnknown(row.geometry) ? nullptr : mSchema.field(u"geom");
    if (!field) {
        if (!isUnknown(row.geometry))
            mState.refuse(draft, {},
                          message(CORRIDOR_MSG("objects of kind “%1” have no geometry."), mSchema.labelText()));
        return;
    }
    mState.drafts[draft].lineGiven = true;
    setPlaced(draft, {}, *field, row.geometry);
}

} // namespace corridor
