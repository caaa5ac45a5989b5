// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paint/arealayer.h"
#include "views/paint/basemapdata.h"
#include "views/paint/labels.h"
#include "views/paint/nodelayer.h"
#include "views/paint/spanlayer.h"

#include <vector>

namespace corridor {

/// The names of what the plan shows, in the order of their rights among equals: larger sites first.
/// @p places gives English names of cities; may be null.
std::vector<LabelRequest> planLabels(const NodeLayer& nodes, const AreaLayer& areas, const MapScene& scene,
                                     const Viewport& viewport, const BasemapData* places);

/// "Schematic" along routes that were not surveyed: few, and only where nothing else wants the room.
std::vector<LabelRequest> schematicTags(const SpanLayer& spans, const Viewport& viewport);

/// Gives the names of the base map room beside the symbols that stand on their places.
void keepClearOf(const NodeLayer& nodes, std::vector<LabelRequest>& requests);

/// Whether a name that is already on the map tells where a place of the base map is: it begins with its name and stands
/// close to it ("昌平局" beside "昌平").
bool isNamedBy(const LabelRequest& place, const QString& text, QPointF at);

/// A name without what stands in brackets at its end: "怀来（沙城）" becomes "怀来". A name that is all brackets stays.
QString withoutBrackets(const QString& name);

} // namespace corridor
