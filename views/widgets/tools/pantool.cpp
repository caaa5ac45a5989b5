// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/tools/pantool.h"

namespace corridor {

void PanTool::press(const MapPointer& pointer) {
    if (pointer.button == Qt::LeftButton)
        mFrom = Start{pointer.pixel, mHost.viewport()};
}

void PanTool::move(const MapPointer& pointer) {
    if (mFrom)
        mHost.setViewport(mFrom->viewport.panned(pointer.pixel - mFrom->pixel));
}

void PanTool::release(const MapPointer& pointer) {
    if (pointer.button == Qt::LeftButton)
        mFrom.reset();
}

bool PanTool::cancel() {
    if (!mFrom)
        return false;
    mHost.setViewport(mFrom->viewport);
    mFrom.reset();
    return true;
}

} // namespace corridor
