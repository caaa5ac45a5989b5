// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/tools/maptool.h"

namespace corridor {

/// Measures along a line of clicks: geodesic length, and the area enclosed from three points on. Changes nothing.
class MeasureTool : public MapTool {
    Q_OBJECT
public:
    using MapTool::MapTool;

    QString id() const override { return QStringLiteral("measure"); }
    QString title() const override { return tr("Measure"); }
    QKeySequence shortcut() const override { return Qt::Key_M; }
    QCursor cursor() const override { return Qt::CrossCursor; }
    QString hint() const override;
    bool edits() const override { return false; }

    void press(const MapPointer& pointer) override;
    void move(const MapPointer& pointer) override;
    void doubleClick(const MapPointer& pointer) override;
    bool key(int key, Qt::KeyboardModifiers modifiers) override;
    bool wantsKey(int key) const override;
    bool cancel() override;
    bool isBusy() const override { return !mPoints.empty() && !mDone; }
    void documentChanged() override {} // a measured line is nobody's object
    void paint(QPainter& painter, const Viewport& viewport) const override;

    /// What is measured now, as shown: "137.7 km" or "137.7 km · 1 204 km²". Empty before the second point.
    QString text() const;

private:
    std::vector<LonLat> line() const;
    LonLat positionAt(const MapPointer& pointer);

    std::vector<LonLat> mPoints;
    std::optional<LonLat> mRubber;
    Snap mSnap;
    bool mDone = false;
};

} // namespace corridor
