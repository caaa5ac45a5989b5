// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/tools/zoomboxtool.h"

#include "views/widgets/tools/toolpaint.h"

#include <algorithm>

namespace corridor {

namespace {

constexpr double clickFactor = 2;

} // namespace

QString ZoomBoxTool::hint() const {
    return tr("Drag a box to zoom into it · click zooms in · Shift zooms out · Esc selects");
}

void ZoomBoxTool::press(const MapPointer& pointer) {
    if (pointer.button != Qt::LeftButton)
        return;
    mFrom = pointer.position;
    mTo = pointer.pixel;
}

void ZoomBoxTool::move(const MapPointer& pointer) {
    if (!mFrom)
        return;
    mTo = pointer.pixel;
    mHost.updateOverlay();
}

void ZoomBoxTool::release(const MapPointer& pointer) {
    if (pointer.button != Qt::LeftButton || !mFrom)
        return;
    mTo = pointer.pixel;
    zoom(pointer.modifiers & Qt::ShiftModifier);
    mFrom.reset();
    mHost.updateOverlay();
}

QRectF ZoomBoxTool::box() const {
    return QRectF(mHost.viewport().pixelOf(*mFrom), mTo).normalized();
}

void ZoomBoxTool::zoom(bool out) {
    const Viewport& viewport = mHost.viewport();
    const QRectF area = box();
    if (!isDrag(area.topLeft(), area.bottomRight())) {
        mHost.setViewport(viewport.zoomedAbout(mTo, out ? 1 / clickFactor : clickFactor));
        return;
    }
    const double factor = std::min(viewport.rect().width() / std::max(area.width(), 1.0),
                                   viewport.rect().height() / std::max(area.height(), 1.0));
    const QPointF middle = viewport.rect().center();
    if (out)
        mHost.setViewport(viewport.zoomedAbout(middle, 1 / factor).panned(area.center() - middle));
    else
        mHost.setViewport(viewport.panned(middle - area.center()).zoomedAbout(middle, factor));
}

bool ZoomBoxTool::cancel() {
    if (!mFrom)
        return false;
    mFrom.reset();
    mHost.updateOverlay();
    return true;
}

void ZoomBoxTool::paint(QPainter& painter, const Viewport&) const {
    if (mFrom && isDrag(box().topLeft(), box().bottomRight()))
        paintRubberBand(painter, box());
}

} // namespace corridor
