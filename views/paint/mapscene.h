// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/assessment.h"
#include "views/paint/tokens.h"

#include <QRectF>
#include <QString>

#include <memory>
#include <set>
#include <vector>

namespace corridor {

/// What of the base map and the plan is shown; the eyes of the layer tree.
struct LayerVisibility {
    bool sites = true, junctions = true, spans = true, services = true;
    bool areas = false;
    bool placeNames = true, railways = true, expressways = true, borders = true, water = true;
    friend bool operator==(const LayerVisibility&, const LayerVisibility&) = default;
};

/// Everything that decides what a map picture looks like, besides the viewport. A value that a paint thread keeps.
struct MapScene {
    EntitySet entities;                           ///< of the shown scenario
    std::shared_ptr<const Assessment> assessment; ///< null = not computed yet: no verdicts
    int year = 2027;
    Theme theme = Theme::Light;
    bool english = false;
    LayerVisibility layers;
    std::set<EntityId> selected;
    EntityId hovered;
    EntityId shownService;            ///< halos of its primary and backup, with circuit flags
    bool fade = false;                ///< the rest of the plan at 50 % (what-if)
    QString approvalNumber;           ///< 审图号; replaces the note that the picture is not to be published
    bool onSheet = false;             ///< furniture and remarks stand around the map, not on it
    std::vector<QRectF> covered = {}; ///< pixels of the map that something else lies on: names keep away
};

} // namespace corridor
