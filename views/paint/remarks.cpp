// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/remarks.h"

#include <QCoreApplication>

namespace corridor {

namespace {

constexpr double basemapUntil = 250'000; // maps/README.md, Accuracy

QString schematicLines(const MapLimits& limits) {
    if (limits.schematicCables && limits.schematicWays)
        return QCoreApplication::translate("MapPainter", "Cables, roads, railways: schematic");
    if (limits.schematicCables)
        return QCoreApplication::translate("MapPainter", "Cable routes are schematic");
    if (limits.schematicWays)
        return QCoreApplication::translate("MapPainter", "Roads, railways: schematic");
    return {};
}

} // namespace

std::vector<QString> mapRemarks(const MapLimits& limits) {
    std::vector<QString> remarks;
    if (limits.scaleDenominator < basemapUntil)
        remarks.push_back(QCoreApplication::translate("MapPainter", "Base map ends at 1:250 000"));
    if (const QString lines = schematicLines(limits); !lines.isEmpty())
        remarks.push_back(lines);
    return remarks;
}

} // namespace corridor
