// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/calc/capacity.h"
#include "model/calc/latency.h"
#include "model/rules/rulepack.h"

namespace corridor {

/// A known value held against a limit. Near: kept, but by less than `nearBandPercent` of the limit (AtMost and AtLeast
/// only). NotApplicable for Comparator::None.
Verdict judge(Comparator comparator, double limit, const std::optional<double>& nearBandPercent, double value);

/// How far a value keeps a limit, in its unit: ≥ 0 = kept (for Equal: minus the distance).
double marginOf(Comparator comparator, double limit, double value);

/// What a value is held against.
struct Limit {
    Comparator comparator = Comparator::AtMost;
    double value = 0;
    std::optional<double> nearBandPercent; ///< of the value

    /// Whether `measured` keeps it, ignoring the band.
    bool keeps(double measured) const;
};

/// Fills the value, range, limit, margin, verdict and qualifying sentence of a round-trip finding, ms. What may still
/// hide a better way, or a delay that is not on record, makes it Unknown and is named; a known sum above the limit is
/// Broken all the same.
/// `limit` is in ms, AtMost or Below.
void judgeRtt(const LatencyInput& input, const RoutedPath& path, const Limit& limit, bool english, Finding& finding);

/// A finding of a clause on an object (null = the whole plan), not judged yet: Unknown. `part` tells apart what one
/// clause says of one object.
Finding startFinding(const Clause& clause, EntityId subject, const QString& part, bool english);

/// Holds a figure with its range against a clause: value, range, margin, verdict, and what the range leaves open.
/// Figures of unit "pue" and the like are said with `decimals` digits.
void judgeFigure(const Clause& clause, const Range& figure, int decimals, Finding& finding);

/// The least capacity of one direction along a path, Gbit/s, held against `clause` (AtLeast or Above): Broken by what
/// is known, else Unknown while the capacity of a span is not on record.
void judgeCapacity(const LatencyInput& input, const EnergySettings& settings, const RoutedPath& path,
                   const Clause& clause, bool english, Finding& finding);

/// The same for the number of electrical hops of a path, held against `clause`; too many are Unknown where a better way
/// may be hidden.
void judgeHops(const LatencyInput& input, const RoutedPath& path, const Clause& clause, bool english, Finding& finding);

/// Puts spans, their extent and nothing else into a finding: what to highlight and where to zoom.
void showPath(const LatencyInput& input, const RoutedPath& path, Finding& finding);
/// Adds the extent of an object to where a finding zooms to.
void showObject(const LatencyInput& input, EntityId object, Finding& finding);

/// Names of objects, at most three and "…", for sentences.
QString nameList(const EntitySet& entities, const std::vector<EntityId>& objects, bool english);
/// A service by its name, and by its ends where the name is none of the kind "A—B" that tells them.
QString serviceName(const EntitySet& entities, const Service& service, bool english);
QString nameOf(const EntitySet& entities, EntityId object, bool english);

} // namespace corridor
