// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paint/labels.h"
#include "views/paint/nodelayer.h"
#include "views/paint/spanlayer.h"

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace corridor {

/// One way of a circuit and what the clauses say of its round-trip time.
struct CircuitPath {
    EntityId service;
    bool backup = false;
    const RoutedPath* path = nullptr;
    std::optional<Verdict> verdict; ///< none: no limit applies
    Severity severity = Severity::Guiding;
    std::optional<double> limitMs;
    bool shown = false; ///< has a flag
};

/// The ways of the shown and the selected circuits that exist in the scene's assessment; primaries before backups.
std::vector<CircuitPath> circuitPaths(const MapScene& scene);

/// Halos, pins and flags: what is selected, which way circuits take, what is near its limit or over it. The layers must
/// outlive it.
class CircuitLayer {
public:
    CircuitLayer(const MapScene& scene, const SpanLayer& spans);

    /// Below the cables.
    void paintHalos(QPainter& painter, const QRectF& area) const;
    /// Handles on the vertices of selected cables; below the nodes.
    void paintHandles(QPainter& painter, const Viewport& viewport) const;
    void paintPins(QPainter& painter) const;

    /// Finds room for the flags; they and the pins become obstacles.
    void placeSigns(LabelPlacer& placer);
    void paintFlags(QPainter& painter) const;
    /// The pills, once placed.
    std::vector<QRectF> flagBoxes() const;

private:
    struct Pin {
        QPointF at;
        Verdict verdict;
    };
    struct Flag {
        CircuitPath circuit;
        QString role, value;
        QPointF anchor;
        QRectF pill;
    };

    void collectSelection();
    void collectSpanFindings();
    void collectCircuitFindings();
    void addProblem(Verdict verdict, const std::set<EntityId>& spans);
    std::set<EntityId> spansOfEvidence(const Finding& finding) const;
    void paintHalo(QPainter& painter, const QRectF& area, const std::set<EntityId>& spans, const QColor& color,
                   qreal extra, qreal opacity) const;
    bool placeFlag(LabelPlacer& placer, Flag& flag, const std::set<EntityId>& avoid) const;
    void paintFlag(QPainter& painter, const Flag& flag) const;

    const MapScene& mScene;
    const SpanLayer& mSpans;
    std::vector<CircuitPath> mPaths;
    std::set<EntityId> mSelected; ///< spans selected, or members of what is selected
    std::map<Verdict, std::set<EntityId>> mProblems;
    std::vector<Pin> mPins;
    std::vector<Flag> mFlags;
};

} // namespace corridor
