// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/tools/maptool.h"

#include <vector>

namespace corridor {

/// Draws a span click by click. The first click starts at a site or junction, or on free ground, where a junction is
/// made in the same step; the last one ends it likewise. A double-click, a second click on the last point, or Enter
/// ends. A node in between is passed by: the span gets a vertex there, not an end.
class DrawSpanTool : public MapTool {
    Q_OBJECT
public:
    using MapTool::MapTool;

    QString id() const override { return QStringLiteral("draw-span"); }
    QString title() const override { return tr("Draw span"); }
    QKeySequence shortcut() const override { return Qt::Key_L; }
    QCursor cursor() const override { return Qt::CrossCursor; }
    QString hint() const override;
    std::optional<Kind> makes() const override { return Kind::Span; }

    void press(const MapPointer& pointer) override;
    void move(const MapPointer& pointer) override;
    void doubleClick(const MapPointer& pointer) override;
    bool key(int key, Qt::KeyboardModifiers modifiers) override;
    bool wantsKey(int key, Qt::KeyboardModifiers modifiers) const override;
    bool cancel() override;
    bool isBusy() const override { return !mPoints.empty(); }
    void paint(QPainter& painter, const Viewport& viewport) const override;

private:
    struct Point {
        LonLat position;
        EntityId node;
        EntityId on; ///< the span that it lies on, without a node there
    };

    Point pointAt(const MapPointer& pointer);
    bool isAtLastPoint(QPointF pixel, const Point& point) const;
    void preview(const MapPointer& pointer);
    void finish(const MapPointer& pointer);
    void tellOfLooseEnds(const Point& from, const Point& to);
    void removeLast();
    static bool isLoop(const std::vector<Point>& points);
    static SpanEnd endOf(const Point& point) { return {point.node, point.position, {}}; }
    Line innerOf(const std::vector<Point>& points) const;

    std::vector<Point> mPoints;
    Snap mSnap;
    MapPointer mLast; ///< the newest pointer, for previews after a key
};

} // namespace corridor
