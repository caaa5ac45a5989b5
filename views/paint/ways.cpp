// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/ways.h"

#include "views/paint/overlay.h"

#include <QLineF>

#include <cmath>
#include <vector>

namespace corridor {

namespace {

constexpr qreal casingPx = 2.6;
constexpr qreal roadPx = 1.5;
constexpr qreal highSpeedPx = 2.2;
constexpr qreal highSpeedDashPx = 1.1;
constexpr qreal dashPx = 6;
constexpr qreal railPx = 1;
constexpr qreal tickPx = 3.4;
constexpr qreal tickEveryPx = 9;

QPen solid(Token token, Theme theme, qreal width) {
    return QPen(tokenColor(token, theme), width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
}

void strokeAll(QPainter& painter, std::span<const LinePiece> pieces, const QPen& pen) {
    for (const LinePiece& piece : pieces)
        strokeLine(painter, piece.points, pen, piece.startsAt);
}

/// Sleepers across a line, at whole multiples of their distance from the start of the whole line.
void addTicks(const LinePiece& piece, qreal scale, std::vector<QLineF>& ticks) {
    const double every = tickEveryPx * scale, half = tickPx * scale / 2;
    double along = piece.startsAt;
    double next = std::ceil(along / every) * every;
    for (qsizetype i = 0; i + 1 < piece.points.size(); ++i) {
        const QPointF from = piece.points[i], step = piece.points[i + 1] - from;
        const double length = std::hypot(step.x(), step.y());
        for (; length > 0 && next <= along + length; next += every) {
            const QPointF at = from + step * ((next - along) / length);
            const QPointF across = QPointF(-step.y(), step.x()) * (half / length);
            ticks.emplace_back(at - across, at + across);
        }
        along += length;
    }
}

} // namespace

void paintExpressways(QPainter& painter, std::span<const LinePiece> pieces, Theme theme, qreal scale) {
    strokeAll(painter, pieces, solid(Token::RoadCasing, theme, casingPx * scale));
    strokeAll(painter, pieces, solid(Token::Road, theme, roadPx * scale));
}

void paintHighSpeedRailways(QPainter& painter, std::span<const LinePiece> pieces, Theme theme, qreal scale) {
    strokeAll(painter, pieces, solid(Token::Rail, theme, highSpeedPx * scale));
    QPen dashes = solid(Token::Land, theme, highSpeedDashPx * scale);
    dashes.setDashPattern({dashPx / highSpeedDashPx, dashPx / highSpeedDashPx});
    strokeAll(painter, pieces, dashes);
}

void paintRailways(QPainter& painter, std::span<const LinePiece> pieces, Theme theme, qreal scale) {
    const QPen pen = solid(Token::Rail2, theme, railPx * scale);
    strokeAll(painter, pieces, pen);
    std::vector<QLineF> ticks;
    for (const LinePiece& piece : pieces)
        addTicks(piece, scale, ticks);
    painter.setPen(pen);
    painter.drawLines(ticks.data(), int(ticks.size()));
}

} // namespace corridor
