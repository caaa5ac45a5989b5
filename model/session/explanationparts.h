// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/explanation.h"
#include "model/session/resulttables.h"

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

/// A calculation by the name that users know.
QString engineLabel(const QString& engine);
/// What a finding requires or says is wrong.
QString titleOf(const Finding& finding);
/// Value, limit and verdict of findings, one a row; under the object judged (`byObject`) or what judges it, as seen
/// from an object.
ExplanationSection findingList(const Assessment& assessment, const std::vector<const Finding*>& findings, bool byObject,
                               EntityId seenFrom = {});
/// Appends what is judged of an object; nothing where nothing is.
void addFindingsOn(const Assessment& assessment, EntityId object, Explanation& out);

/// Wording of a clause, what it leaves open; nothing for checks that are no clause.
void addClause(const Assessment& assessment, QStringView clause, Explanation& out);

/// "A—B".
QString endsText(const Assessment& assessment, const RoutedPath& path);
/// Says that there is no such path; false for one that exists, and nothing for one that nobody wants.
bool addMissingPath(const Assessment& assessment, const RoutedPath& path, const char* key, const QString& title,
                    Explanation& out);
/// Formula, figures, spans and equipment of a path, and how it stands to `limit`. `key` begins the keys of its
/// sections.
void addPath(const Assessment& assessment, const RoutedPath& path, const char* key, const QString& title,
             Explanation& out, const std::optional<RttLimit>& limit = {});
/// The electrical hops of a path, node by node.
void addHops(const Assessment& assessment, const RoutedPath& path, const char* key, const QString& title,
             Explanation& out);
/// Delay of a span with its inputs; false where it is not known.
bool addDelay(const Assessment& assessment, EntityId span, Explanation& out);

/// The capacity of each span of a path, and the least of them.
void addPathCapacity(const Assessment& assessment, const RoutedPath& path, const char* key, const QString& title,
                     Explanation& out);
/// The two routes of a service that share least, and what they share; the deciding figure of two nodes, two routes.
void addRoutes(const Assessment& assessment, const ServiceRoute& route, Explanation& out);
/// Bridges and articulation points, each with the key sites that its loss cuts off.
void addWeakPoints(const Assessment& assessment, const std::vector<EntityId>& points, Explanation& out);
/// What a span carries against what it can; nothing for spans not in service.
void addLoad(const Assessment& assessment, EntityId span, Explanation& out);
/// Energy of a site and its inputs; false for sites that do not stand in the year.
bool addEnergy(const Assessment& assessment, EntityId site, Explanation& out);
/// The compute that sites have on record, and its sum in `unit` ("eflops", "pflops").
void addCompute(const Assessment& assessment, const std::vector<EntityId>& sites, const QString& unit,
                Explanation& out);

/// Stands for the run where figures are of another year than the assessment's: computed for the answer, stored
/// nowhere.
ExplanationSection yearSection(const Assessment& assessment, int year);
/// Adds the run, then finds the source of every input: one pass over the plan's provenance.
void finish(const Assessment& assessment, Explanation& out);

} // namespace corridor::explain
