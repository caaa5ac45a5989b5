// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/message.h"
#include "model/exchange/vectorfile.h"
#include "model/plan/entityset.h"

#include <optional>
#include <set>

namespace corridor {

/// The objects of a kind as a layer with every field; for kinds without a geometry a table. Internal to export.
FeatureLayer layerOf(const EntitySet& entities, Kind kind, const std::set<EntityId>* only);

/// Ten bytes are the most that a shapefile takes for a field's name: longer ones are cut so that all stay different, in
/// the order given; those that fit are never touched.
QStringList shortFieldNames(const QStringList& names);

/// Makes a layer fit a shapefile: field names of ten bytes, texts of 254 in `encoding` ("UTF-8" or "GBK"). What is lost
/// is added to `losses`.
void fitShapefile(FeatureLayer& layer, const QByteArray& encoding, std::vector<Message>& losses);

/// The plane of a drawing: a Gauss–Krüger 3° zone of CGCS2000. `zone` is a zone number 25–45, which then stands before
/// the eastings, or a central meridian 75–135 (degrees), without it; nothing = the zone in the middle of the layers,
/// without it. Throws Error (Usage) for another number.
struct DrawingPlane {
    int meridianDeg = 0;
    bool prefixed = false;

    QString text() const; ///< "CGCS2000, 3° zone 39, central meridian 117° E"
};
DrawingPlane drawingPlane(const std::vector<FeatureLayer>& layers, std::optional<int> zone);

/// Turns positions into metres, east then north. Throws Error (Usage) when one lies where the plane has no coordinates.
void projectLayers(std::vector<FeatureLayer>& layers, const DrawingPlane& plane);
/// How high names are to be in a drawing of these layers: the 300th part of its diagonal, at least 1 m.
double textHeightFor(const std::vector<FeatureLayer>& layers);

} // namespace corridor
