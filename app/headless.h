// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace corridor {

/// What `corridor-planner --headless --render` draws; empty texts = not given.
struct HeadlessJob {
    QString plan, target;
    QString size;     ///< "1920x1080", pixels
    QString extent;   ///< "west,south,east,north", degrees
    QString scenario; ///< code, name or id
    QString year;
    QString sheet;             ///< "A3": a map sheet of this size instead of the map alone
    QStringList sheetSettings; ///< "scale=1500000": see sheetKeys()
    bool english = false;
    bool dark = false;
};

/// What of a sheet can be set by `--sheet-set KEY=VALUE`.
QStringList sheetKeys();

/// Draws the map of a plan, or a sheet, to a picture; no window. Throws Error.
void renderHeadless(const HeadlessJob& job);

/// "1920x1080" as width and height; throws Error (Usage).
std::pair<int, int> sizeFromText(const QString& text);

} // namespace corridor
