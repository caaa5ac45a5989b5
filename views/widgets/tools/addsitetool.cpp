// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/tools/addsitetool.h"

#include "views/paint/symbols.h"
#include "views/widgets/theme.h"

namespace corridor {

QString AddSiteTool::hint() const {
    if (!under().isNull())
        return tr("Click selects what stands here · Ctrl places a site all the same · Esc ends");
    return tr("Click where the site is to stand · what it will be stands in the properties · Esc ends");
}

void AddSiteTool::place(const LonLat& position) {
    Site site = mHost.sitePrototype();
    site.id = {};
    site.position = position;
    done(mHost.editor().addSite(std::move(site)));
}

void AddSiteTool::paintSymbol(QPainter& painter, QPointF at) const {
    const Site site = mHost.sitePrototype();
    const int size = siteClass(site.computePflops);
    paintSelectionRing(painter, at, siteRadius(size), currentTheme());
    paintSite(painter, at, site.kind, site.status, size, currentTheme());
}

} // namespace corridor
