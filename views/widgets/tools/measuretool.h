// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/tools/maptool.h"

#include <QStringList>

namespace corridor {

/// Measures along a chain of clicks: the geodesic length of each leg and of all, the azimuth of the last one, the area
/// once the chain returns to its first point, and the round trip that so much fibre would mean. Changes nothing.
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
    void leave() override;
    bool key(int key, Qt::KeyboardModifiers modifiers) override;
    bool wantsKey(int key, Qt::KeyboardModifiers modifiers) const override;
    bool cancel() override;
    bool isBusy() const override { return !mPoints.empty() && !mDone; }
    void documentChanged() override {} // a measured line is nobody's object
    void paint(QPainter& painter, const Viewport& viewport) const override;

    /// What is measured now, as shown: the sum ("137.7 km"), then a line each for the last leg with its azimuth, the
    /// area of a closed chain, and the round trip of that length of G.652.D fibre at the plan's lay factor, without
    /// equipment (left out when the plan does not know the fibre). Empty before the second point.
    QStringList report() const;

private:
    std::vector<LonLat> line() const;
    LonLat positionAt(const MapPointer& pointer);
    bool isAtFirst(QPointF pixel) const;
    bool isClosed() const;
    void finish();
    void copy();
    void paintLegs(QPainter& painter, const QPolygonF& pixels, const std::vector<LonLat>& points) const;

    std::vector<LonLat> mPoints; ///< a closed chain ends with its first point
    std::optional<LonLat> mRubber;
    Snap mSnap;
    bool mDone = false;
};

/// The round trip through a length of cable route, laid with the plan's factor, in a kind of fibre: no equipment, no
/// sinuosity. Milliseconds; nothing when the plan does not know the fibre.
std::optional<double> roundTripOver(const EntitySet& entities, double routeMetres, const QString& fibre);

} // namespace corridor
