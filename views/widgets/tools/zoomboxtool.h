// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/tools/maptool.h"

namespace corridor {

/// Brings what a box of the mouse holds to the size of the map; a click enlarges about its place. With Shift the other
/// way round: what is seen shrinks into the box.
class ZoomBoxTool : public MapTool {
    Q_OBJECT
public:
    using MapTool::MapTool;

    QString id() const override { return QStringLiteral("zoom-box"); }
    QString title() const override { return tr("Zoom to box"); }
    QKeySequence shortcut() const override { return Qt::Key_B; }
    QString hint() const override;
    QCursor cursor() const override { return Qt::CrossCursor; }
    bool edits() const override { return false; }

    void press(const MapPointer& pointer) override;
    void move(const MapPointer& pointer) override;
    void release(const MapPointer& pointer) override;
    void documentChanged() override {} // looks only
    bool cancel() override;
    bool isBusy() const override { return mFrom.has_value(); }
    void paint(QPainter& painter, const Viewport& viewport) const override;

private:
    QRectF box() const;
    void zoom(bool out);

    std::optional<LonLat> mFrom; ///< a place, so that zooming in the middle of a drag does no harm
    QPointF mTo;
};

} // namespace corridor
