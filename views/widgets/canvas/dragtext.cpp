// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/canvas/dragtext.h"

#include <QCoreApplication>

#include <cmath>

namespace corridor {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("DragPanels", text);
}

} // namespace

QString limitTag(const PathChange& change) {
    if (!change.limitMs)
        return {};
    const QString limit = QStringLiteral("\u2264 %1 ms").arg(plainText(*change.limitMs));
    return change.clause.isEmpty() ? limit : change.clause + u' ' + limit;
}

QString marginText(const PathChange& change) {
    if (!change.marginMs)
        return {};
    if (!change.marginKm) {
        const QString ms = msText(std::abs(*change.marginMs));
        return (*change.marginMs >= 0 ? tr("%1 ms to spare") : tr("%1 ms over")).arg(ms);
    }
    const QString km = fixedText(std::abs(*change.marginKm), 1);
    return (*change.marginMs >= 0 ? tr("%1 km of fibre to spare") : tr("%1 km of fibre over")).arg(km);
}

QString marginShort(const PathChange& change) {
    if (!change.marginMs || !change.marginKm)
        return marginText(change);
    const QString km = fixedText(std::abs(*change.marginKm), 1);
    return (*change.marginMs >= 0 ? tr("%1 km to spare") : tr("%1 km over")).arg(km);
}

QString cardLine(const DragPreview& preview) {
    const PathChange* main = preview.main();
    if (!main)
        return preview.movedKm > 0 ? tr("Moved; no service runs here") : tr("No service runs here");
    if (!main->path.exists)
        return tr("No route left for %1").arg(main->serviceName);
    const QString margin = marginText(*main);
    if (margin.isEmpty())
        return tr("No limit for %1").arg(main->serviceName);
    return tr("Limit %1 ms, %2").arg(plainText(*main->limitMs), margin);
}

} // namespace corridor
