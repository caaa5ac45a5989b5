// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/shields.h"

#include "views/paint/halotext.h"

#include <QFontMetricsF>

#include <cmath>

namespace corridor {

namespace {

constexpr qreal paddingPx = 3.5;
constexpr qreal heightPx = 12;
constexpr qreal capHeightEm = 0.733; // of Noto Sans; figures and capitals are as high
constexpr double repeatPx = 250;
constexpr double tryEveryPx = 25;
constexpr double fromEndsPx = 50; // a number at the end of a road could be another road's

} // namespace

QRectF shieldBox(const QString& ref, QPointF baseline, qreal scale) {
    const QFont font = labelFont(LabelRole::Shield, scale);
    const qreal width = QFontMetricsF(font).horizontalAdvance(ref) + 2 * paddingPx * scale;
    const qreal middle = baseline.y() - capHeightEm * font.pixelSize() / 2;
    return {baseline.x() - paddingPx * scale, middle - heightPx * scale / 2, width, heightPx * scale};
}

QPointF shieldBaseline(const QString& ref, QPointF middle, qreal scale) {
    return middle - shieldBox(ref, {0, 0}, scale).center();
}

void paintShield(QPainter& painter, const QString& ref, QPointF baseline, Theme theme, qreal scale) {
    const QRectF box = shieldBox(ref, baseline, scale);
    const qreal edge = scale / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokenColor(Token::RoadCasing, theme), scale));
    painter.setBrush(tokenColor(Token::Road, theme));
    painter.drawRoundedRect(box.adjusted(edge, edge, -edge, -edge), 3 * scale, 3 * scale);
    painter.restore();
    // The halo has the colour of the pill and lies within it; as any label, the number is outlines in vector files.
    paintHaloText(painter, baseline, ref, labelFont(LabelRole::Shield, scale),
                  tokenColor(labelToken(LabelRole::Shield), theme), tokenColor(Token::Road, theme), scale);
}

std::vector<LabelRequest> shieldRequests(const QString& ref, std::span<const LinePiece> pieces) {
    std::vector<LabelRequest> requests;
    for (const LinePiece& piece : pieces) {
        double along = piece.startsAt;
        // At whole multiples from the start of the road, so that numbers stay with their road while the map is moved.
        double next = std::ceil((along + fromEndsPx) / tryEveryPx) * tryEveryPx;
        for (qsizetype i = 0; i + 1 < piece.points.size(); ++i) {
            const QPointF from = piece.points[i], step = piece.points[i + 1] - from;
            const double length = std::hypot(step.x(), step.y());
            for (; length > 0 && next <= along + length; next += tryEveryPx) {
                LabelRequest request;
                request.text = ref;
                request.role = LabelRole::Shield;
                request.priority = LabelPriority::Shield;
                request.anchor = from + step * ((next - along) / length);
                request.repeatDistancePx = repeatPx;
                requests.push_back(std::move(request));
            }
            along += length;
        }
    }
    return requests;
}

} // namespace corridor
