// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace corridor {

/// What `corridor-planner --headless --render` draws; empty texts = not given.
struct HeadlessJob {
    QString plan, target;
    QString size;     ///< "1920x1080", pixels
    QString extent;   ///< "west,south,east,north", degrees
    QString scenario; ///< code, name or id
    QString year;
    bool english = false;
    bool dark = false;
};

/// Draws the map of a plan to a picture; no window. Throws Error.
void renderHeadless(const HeadlessJob& job);

/// "1920x1080" as width and height; throws Error (Usage).
std::pair<int, int> sizeFromText(const QString& text);

} // namespace corridor
