// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QPainter>
#include <QPointF>

#include <cstdint>
#include <span>
#include <vector>

namespace corridor {

/// Strokes thousands of open lines into an image, where QPainter's stroker would take most of a picture's time. Lines
/// of one colour are gathered and then painted together: however many of them cross or touch in a pixel, it gets the
/// colour once. Caps and joins are round; edges are smooth: a pixel is covered as far as the edge leaves it, judged by
/// the distance of its middle (1/255). One at a time in a thread.
class StrokeLayer {
public:
    /// Paints where @p painter does, within @p area (logical coordinates); suits() must hold, and painter and its image
    /// outlive it. The painter may paint between two fills.
    StrokeLayer(const QPainter& painter, const QRectF& area);
    ~StrokeLayer();
    StrokeLayer(const StrokeLayer&) = delete;
    StrokeLayer& operator=(const StrokeLayer&) = delete;

    /// Whether a painter draws pixels, upright.
    static bool isUpright(const QPainter& painter);
    /// Whether what is filled would be what the painter strokes: an image of premultiplied pixels, upright, without
    /// clip, opacity or another mode of composition.
    static bool suits(const QPainter& painter);

    /// Gathers a line, in logical coordinates; @p width is that of the stroke, in the same.
    void add(std::span<const QPointF> line, qreal width);
    /// Paints what was gathered since the last time.
    void fill(const QColor& color);

private:
    /// The part of a row of pixels that a line may have reached.
    struct Reach {
        int first = 0, last = -1;

        bool isEmpty() const { return last < first; }
        void include(int from, int to);
    };
    void addSegment(QPointF a, QPointF b, float radius);

    QImage& mImage;
    QTransform mToDevice;
    QPoint mOrigin; ///< of the part that is painted, device pixels
    int mWidth = 0;
    int mHeight = 0;
    std::vector<std::uint8_t>& mMask; ///< how far pixels are covered by the lines gathered now; 0 between uses
    std::vector<Reach> mGathered;     ///< of each row
};

} // namespace corridor
