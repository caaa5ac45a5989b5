// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/tablepositions.h"

#include "model/base/error.h"
#include "model/geo/coordinatetext.h"

namespace corridor {

namespace {

using Part = ColumnTarget::Part;

constexpr std::size_t mostRows = 2000;

void addEnds(const Value& geometry, std::vector<Point>& out) {
    const auto add = [&out](const LonLat& pair) { out.push_back({pair.lon, pair.lat}); };
    const auto addLine = [&](const Line& line) {
        if (!line.empty()) {
            add(line.front());
            add(line.back());
        }
    };
    if (const auto* point = std::get_if<LonLat>(&geometry))
        add(*point);
    else if (const auto* line = std::get_if<Line>(&geometry))
        addLine(*line);
    else if (const auto* polygon = std::get_if<Polygon>(&geometry))
        for (const auto& ring : polygon->rings)
            addLine(ring);
}

class Sampler {
public:
    Sampler(const EntitySchema& schema, const std::vector<ColumnTarget>& targets, std::vector<Point>& out)
        : mSchema(schema)
        , mTargets(targets)
        , mOut(out) {}

    void add(const SourceRow& row) {
        if (!isUnknown(row.geometry)) {
            addEnds(row.geometry, mOut);
            return;
        }
        for (std::size_t i = 0; i < mTargets.size(); ++i)
            addColumn(row, mTargets[i], row.cells.value(static_cast<qsizetype>(i)).trimmed());
    }

private:
    void addColumn(const SourceRow& row, const ColumnTarget& target, const QString& text) {
        if (text.isEmpty() || target.field < 0)
            return;
        if (target.part == Part::Longitude)
            addPair(text, partner(row, target));
        else if (target.part == Part::Value)
            addWritten(mSchema.fields[static_cast<std::size_t>(target.field)], text);
    }
    QString partner(const SourceRow& row, const ColumnTarget& longitude) const {
        for (std::size_t i = 0; i < mTargets.size(); ++i)
            if (mTargets[i].part == Part::Latitude && mTargets[i].field == longitude.field)
                return row.cells.value(static_cast<qsizetype>(i)).trimmed();
        return {};
    }
    void addPair(const QString& first, const QString& second) {
        const auto x = coordinateFromText(first), y = coordinateFromText(second);
        if (x && y)
            mOut.push_back({*x, *y});
    }
    void addWritten(const Field& field, const QString& text) {
        if (field.type != FieldType::Point && field.type != FieldType::Line && field.type != FieldType::Polygon)
            return;
        try {
            addEnds(valueFromText(field, text), mOut);
        } catch (const Error&) { // told when the row is read
        }
    }

    const EntitySchema& mSchema;
    const std::vector<ColumnTarget>& mTargets;
    std::vector<Point>& mOut;
};

} // namespace

std::optional<double> coordinateFromText(const QString& text) {
    bool ok = false;
    const double number = text.trimmed().toDouble(&ok);
    if (ok)
        return number;
    const std::string utf8 = text.toStdString();
    const auto asLongitude = parseAngle(utf8, Axis::Longitude);
    return asLongitude ? asLongitude : parseAngle(utf8, Axis::Latitude);
}

std::vector<Point> samplePositions(const SourceTable& table, const EntitySchema& schema,
                                   const std::vector<ColumnTarget>& targets) {
    std::vector<Point> sample;
    Sampler sampler(schema, targets, sample);
    const std::size_t step = table.rows.size() / mostRows + 1;
    for (std::size_t i = 0; i < table.rows.size(); i += step)
        sampler.add(table.rows[i]);
    return sample;
}

} // namespace corridor
