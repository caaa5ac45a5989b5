// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/canvas/dragpreview.h"
#include "views/widgets/panels/verdictlist.h"

#include <QString>

#include <optional>
#include <vector>

namespace corridor {

/// What is computed for one span, from its own values and the fibre library.
struct SpanFigures {
    double routeKm = 0, fibreKm = 0;
    std::optional<double> rttMs; ///< both directions; none when the fibre type is not known
};
SpanFigures spanFigures(const EntitySet& entities, const Span& span);

/// The circuits that run over a span or through (or end at) a node, or the two paths of a service: what is affected
/// when it changes.
std::vector<VerdictList::Row> servicesOver(const Assessment& assessment, EntityId object, bool english);
/// The same for a gesture: the paths that its preview holds.
std::vector<VerdictList::Row> servicesOver(const DragPreview& preview);
/// The round-trip limit that a service's primary is judged by, with the clause it comes from: "Q13 · 5.00"; a clause
/// may be stricter than the service's own limit. A dash where nothing limits it.
QString decidingLimitText(const Assessment* assessment, EntityId service);
/// Findings on an object itself.
std::vector<VerdictList::Row> findingsOn(const Assessment& assessment, EntityId object);

} // namespace corridor
