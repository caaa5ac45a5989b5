// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/canvas/viewflight.h"

#include <cmath>

namespace corridor {

Viewport viewBetween(const Viewport& from, const Viewport& to, double part) {
    if (part <= 0)
        return from;
    if (part >= 1)
        return to;
    const double start = from.unitsPerPixel();
    const double end = to.unitsPerPixel();
    const double now = start * std::pow(end / start, part);
    // Along a straight way in the plane; tied to the scale, so that one place stands still on the screen.
    const double way = std::abs(end / start - 1) < 1e-6 ? part : (now - start) / (end - start);
    const Point a = from.planeCenter();
    const Point b = to.planeCenter();
    const Point wanted{a.x + (b.x - a.x) * way, a.y + (b.y - a.y) * way};
    const Viewport zoomed = from.zoomedAbout(from.rect().center(), start / now);
    const Point is = zoomed.planeCenter();
    const double units = zoomed.unitsPerPixel();
    return zoomed.panned({(is.x - wanted.x) / units, (wanted.y - is.y) / units});
}

} // namespace corridor
