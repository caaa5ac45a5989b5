// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/tools/addjunctiontool.h"

#include "views/paint/symbols.h"
#include "views/widgets/theme.h"
#include "views/widgets/tools/cutting.h"
#include "views/widgets/tools/toolpaint.h"

namespace corridor {

QString AddJunctionTool::hint() const {
    if (!under().isNull())
        return tr("Click selects what stands here · Ctrl places a junction all the same · Esc ends");
    if (!mSpan.isNull())
        return tr("Click cuts the span with the new junction · Ctrl places it free · Esc ends");
    return tr("Click where the junction is to stand · on a span it cuts the span · Esc ends");
}

void AddJunctionTool::follow(const MapPointer& pointer) {
    mSpan = under().isNull() && mHost.snaps(pointer) ? spanUnder(mHost, pointer.pixel) : EntityId{};
    mCut = placeOfCut(mHost, mSpan, pointer);
    if (mCut.kind == Snap::Kind::End)
        mSpan = {}; // there its own node is
}

void AddJunctionTool::place(const LonLat& position) {
    Junction junction = mHost.junctionPrototype();
    junction.id = {};
    if (const EntityId cut = std::exchange(mSpan, {}); !cut.isNull()) {
        cutSpan(mHost, cut, mCut, std::move(junction));
        return;
    }
    junction.position = position;
    done(mHost.editor().addJunction(std::move(junction)));
}

void AddJunctionTool::paintSymbol(QPainter& painter, QPointF at) const {
    paintSelectionRing(painter, at, junctionRadius, currentTheme());
    paintJunction(painter, at, mHost.junctionPrototype().role, currentTheme());
}

void AddJunctionTool::paint(QPainter& painter, const Viewport& viewport) const {
    if (mSpan.isNull())
        PlaceTool::paint(painter, viewport);
    else
        paintCut(painter, viewport, mHost, mSpan, mCut, mHost.junctionPrototype().role);
}

void AddJunctionTool::leave() {
    mSpan = {};
    PlaceTool::leave();
}

void AddJunctionTool::documentChanged() {
    mSpan = {}; // it may be gone
    PlaceTool::documentChanged();
}

} // namespace corridor
