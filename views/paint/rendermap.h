// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paint/mappainter.h"

#include <QSizeF>
#include <QString>

#include <memory>
#include <optional>

namespace corridor {

/// A picture of the map as a file.
struct MapPicture {
    Box extent;                   ///< degrees; empty = all of the plan
    QSizeF sizePx{1920, 1080};    ///< of the picture, title included
    std::optional<QSizeF> sizeMm; ///< instead: on paper
    double dpi = 300;             ///< of images given in millimetres
    qreal devicePixelRatio = 1;   ///< of images given in pixels
    QString title;                ///< in a band above the map; empty = no band
};

/// On paper a pixel of the look is this long, in millimetres: it brings line widths and type to those of printed sheets
/// (existing cables 0.35 mm, new ones 0.7 mm, smallest type 2.4 mm).
inline constexpr double paperPixelMm = 2.0 / 9.0;

/// Everything of a plan that has a place; empty for a plan without.
Box extentOf(const EntitySet& entities);
/// The plan's own map projection: Albers about its setting or about the middle of its extent.
std::shared_ptr<const Projection> projectionOf(const EntitySet& entities);

/// Draws a scene with furniture, note and title into a file; PNG, SVG or PDF by its suffix. The file is replaced as a
/// whole or not at all. The same scene gives the same bytes, but for the date in PDF files.
/// Throws Error: Usage for another suffix, a size that is not positive or too large, or an empty plan without extent;
/// Environment if the file cannot be written; Cancelled.
void renderMap(const MapScene& scene, const QString& file, const MapPicture& picture, const CancelToken& cancel = {});

} // namespace corridor
