// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/entityset.h"

#include <unordered_map>
#include <vector>

namespace corridor {

/// A value between its bounds, all in one unit: low ≤ value ≤ high.
struct Range {
    double value = 0, low = 0, high = 0;

    static Range exact(double value) { return {value, value, value}; }
    /// Product of ranges of positive quantities: all low, all high.
    friend Range operator*(const Range& a, const Range& b) {
        return {a.value * b.value, a.low * b.low, a.high * b.high};
    }
    friend Range operator*(double factor, const Range& a) {
        return {factor * a.value, factor * a.low, factor * a.high};
    }
    friend Range operator+(const Range& a, const Range& b) {
        return {a.value + b.value, a.low + b.low, a.high + b.high};
    }
};

/// The bounds that the provenance rows of a scenario give for values of its objects, by object and field.
class RangeIndex {
public:
    RangeIndex() = default;
    explicit RangeIndex(const EntitySet& entities);

    /// The range of a value. No bounds on record = exact; a value outside its recorded bounds (edited since) widens
    /// them.
    Range of(EntityId subject, QStringView field, double value) const;

private:
    struct Row {
        QString field;
        std::optional<double> low, high;
    };
    std::unordered_map<EntityId, std::vector<Row>> mRows;
};

} // namespace corridor
