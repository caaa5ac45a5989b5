// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/prospect.h"

#include <optional>
#include <vector>

namespace corridor {

/// What a step under the mouse does to one path of one service.
struct PathChange {
    EntityId service;
    bool backup = false;
    QString serviceName;
    RoutedPath path;                ///< with the step
    std::optional<double> beforeMs; ///< round trip without it; none = there was no path
    QString clause;                 ///< of the limit that decides ("Q13"); empty = none, or the service's own
    Severity severity = Severity::Guiding;
    std::optional<double> limitMs, marginMs, marginKm; ///< margins >= 0 = kept
    Verdict verdict = Verdict::NotApplicable;          ///< NotApplicable: nothing limits this path
};

/// Everything the window shows of a gesture before it is written: cursor card, budget bar, inspector, findings, status
/// line. All read this one result. Immutable once made.
struct DragPreview {
    ChangeSet step;
    Session::Preview result;
    /// Paths that the step touches, or that change with it. The main service comes first (primary, then backup), the
    /// others worst first.
    std::vector<PathChange> paths;
    EntityId subject;                         ///< the span or node that is dragged or drawn
    double subjectFibreKm = 0;                ///< of a span: its fibre; 0 for nodes
    double movedKm = 0;                       ///< of a node: how far from where it stands; 0 for spans
    EntityId preferred;                       ///< the service that is shown; null = none
    std::shared_ptr<const Assessment> before; ///< without the step; null while nothing is computed yet

    /// The path that the cursor card shows; null when no service is concerned.
    const PathChange* main() const { return paths.empty() ? nullptr : &paths.front(); }
    /// The step's effect on everything, for lists and charts; null without `before`. Worked out when first asked for,
    /// on the calling thread: a frame of the map does not need it.
    std::shared_ptr<const Prospect> prospect() const;

private:
    mutable std::shared_ptr<const Prospect> mProspect;
};

/// Puts together what the session found out about a step. @p now holds the objects before it, @p before is the newest
/// assessment of the scenario and year (may be null); of the services the @p preferred one comes first.
DragPreview makeDragPreview(ChangeSet step, Session::Preview result, const EntitySet& now, EntityId scenario,
                            std::shared_ptr<const Assessment> before, EntityId preferred, bool english);

/// Fibre of a span in kilometres: measured, or line × sinuosity × lay.
double fibreKmOf(const EntitySet& entities, const Span& span);
/// One-way microseconds that a kilometre of a span's drawn line costs; none when measured (the line does not matter) or
/// when the fibre is not known.
std::optional<double> usPerGeodesicKm(const EntitySet& entities, const Span& span);

} // namespace corridor
