// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/tools/placetool.h"

#include "model/plan/settings.h"
#include "views/paint/symbols.h"
#include "views/widgets/selection.h"
#include "views/widgets/theme.h"
#include "views/widgets/tools/toolpaint.h"

namespace corridor {

EntityId PlaceTool::nodeUnder(const MapPointer& pointer) const {
    if (pointer.modifiers & Qt::ControlModifier)
        return {};
    const EntityId hit = mHost.objectAt(pointer.pixel); // nodes come before everything else
    return nodePosition(mHost.document().entities(), hit) ? hit : EntityId{};
}

void PlaceTool::track(const MapPointer& pointer) {
    mAt = pointer.pixel;
    mUnder = nodeUnder(pointer);
    follow(pointer);
    mHost.setHint(hint());
    mHost.updateOverlay();
}

void PlaceTool::move(const MapPointer& pointer) {
    track(pointer);
}

void PlaceTool::press(const MapPointer& pointer) {
    if (pointer.button != Qt::LeftButton || refuseReadOnly(mHost))
        return;
    track(pointer);
    if (!mUnder.isNull())
        offerExisting();
    else
        place(pointer.position);
    mHost.updateOverlay();
}

void PlaceTool::offerExisting() {
    const EntityRef there = mHost.document().entities().find(mUnder);
    mHost.selection().set({mUnder});
    mHost.notify(message(CORRIDOR_MSG("“%1” stands here already and is selected; zoom in or hold Ctrl to place another "
                                      "one beside it."),
                         displayName(*there, mHost.session().english())));
}

bool PlaceTool::done(const EditResult& result, std::size_t made) {
    notifyRefusal(mHost, result);
    if (result.ok())
        mHost.selection().set({result.ids.at(made)});
    return result.ok();
}

void PlaceTool::leave() {
    mAt.reset();
    mUnder = {};
    mHost.setHint(hint());
    mHost.updateOverlay();
}

// Nothing has begun before the click, which is all there is: Escape leaves the tool.
bool PlaceTool::cancel() {
    mAt.reset();
    mUnder = {};
    return false;
}

void PlaceTool::paint(QPainter& painter, const Viewport& viewport) const {
    if (!mAt)
        return;
    if (mUnder.isNull()) {
        paintSymbol(painter, *mAt);
        return;
    }
    const EntitySet& entities = mHost.document().entities();
    const auto position = nodePosition(entities, mUnder);
    if (!position)
        return;
    const Site* site = entities.find<Site>(mUnder);
    const qreal radius = site ? siteRadius(siteClass(site->computePflops)) : junctionRadius;
    paintSelectionRing(painter, viewport.pixelOf(*position), radius, currentTheme());
    paintTag(painter, viewport, *mAt,
             {displayName(*entities.find(mUnder), mHost.session().english()), tr("Stands here already")});
}

} // namespace corridor
