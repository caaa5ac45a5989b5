// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/explanation.h"

namespace corridor::explain {

// Pieces that explanations are made of. Internal to model/session.

/// A number in a unit, exact or between bounds.
ExplainedValue figure(double value, const QString& unit, int decimals);
ExplainedValue figure(const std::optional<Range>& range, const QString& unit, int decimals);
/// A number as the plan holds it, with as many digits as it has (six behind the point at most).
ExplainedValue recorded(const std::optional<double>& value, const QString& unit);
ExplainedValue recorded(const Range& range, const QString& unit);
ExplainedValue word(const QString& text);
/// A value, limit or margin of a finding.
ExplainedValue judged(const char* name, const std::optional<double>& value, const Finding& finding);
ExplainedValue named(const char* name, ExplainedValue value);

ExplanationRow row(const char* key, const QString& label, ExplainedValue value, bool emphasis = false);
/// A row that stands for an object, under its name.
ExplanationRow objectRow(const Assessment& assessment, EntityId object, std::vector<ExplainedValue> values);
/// A row as the value of a field of an object of the plan: finish() looks its source up.
ExplanationRow input(ExplanationRow row, EntityId subject, const char* field);

/// A section under a heading.
ExplanationSection section(const char* key, const QString& heading);

/// What a finding requires or says is wrong.
QString titleOf(const Finding& finding);
/// Value, limit and verdict of findings, one a row; under the object judged (`byObject`) or what judges it.
ExplanationSection findingList(const Assessment& assessment, const std::vector<const Finding*>& findings,
                               bool byObject);
/// Appends what is judged of an object; nothing where nothing is.
void addFindingsOn(const Assessment& assessment, EntityId object, Explanation& out);

/// Wording of a clause, what it leaves open; nothing for checks that are no clause.
void addClause(const Assessment& assessment, QStringView clause, Explanation& out);

/// Formula, figures, spans and equipment of a path. `key` begins the keys of its sections.
void addPath(const Assessment& assessment, const RoutedPath& path, const char* key, const QString& title,
             Explanation& out);
/// Delay of a span with its inputs; false where it is not known.
bool addDelay(const Assessment& assessment, EntityId span, Explanation& out);

/// The capacity of each span of a path.
void addPathCapacity(const Assessment& assessment, const RoutedPath& path, Explanation& out);
/// What a span carries against what it can; nothing for spans not in service.
void addLoad(const Assessment& assessment, EntityId span, Explanation& out);
/// Energy of a site and its inputs; false for sites that do not stand in the year.
bool addEnergy(const Assessment& assessment, EntityId site, Explanation& out);
/// The compute that sites have on record, and its sum in `unit` ("eflops", "pflops").
void addCompute(const Assessment& assessment, const std::vector<EntityId>& sites, const QString& unit,
                Explanation& out);

/// Adds the run, then finds the source of every input: one pass over the plan's provenance.
void finish(const Assessment& assessment, Explanation& out);

} // namespace corridor::explain
