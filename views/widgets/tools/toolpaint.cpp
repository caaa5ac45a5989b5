// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/tools/toolpaint.h"

#include "model/plan/settings.h"
#include "views/paint/fonts.h"
#include "views/paint/furniture.h"
#include "views/paint/halotext.h"
#include "views/paint/overlay.h"
#include "views/paint/symbols.h"
#include "views/widgets/canvas/dragcard.h"
#include "views/widgets/canvas/dragtext.h"
#include "views/widgets/theme.h"

#include <QFontMetricsF>
#include <QLineF>

#include <algorithm>
#include <cmath>

namespace corridor {

namespace {

SnapKind markOf(Snap::Kind kind) {
    switch (kind) {
    case Snap::Kind::End:
        return SnapKind::End;
    case Snap::Kind::Vertex:
        return SnapKind::Vertex;
    case Snap::Kind::Midpoint:
        return SnapKind::Midpoint;
    case Snap::Kind::AlongLine:
    case Snap::Kind::None:
        break;
    }
    return SnapKind::AlongLine;
}

QPen dashed(Token token, qreal width, qreal on, qreal off) {
    QPen pen(themeColor(token), width, Qt::CustomDashLine, Qt::FlatCap, Qt::RoundJoin);
    pen.setDashPattern({on / width, off / width});
    return pen;
}

/// Outside a corner of what it is about, below and to the right first, where neither the edge nor the furniture of the
/// map is in the way; where all corners are taken, over it but within the map.
QRectF placeForTag(const Viewport& viewport, const QRectF& around, QSizeF size) {
    constexpr qreal right = 16, below = 14;
    const std::vector<QRectF> obstacles = layoutFurniture(viewport).obstacles();
    const QRectF map = viewport.rect();
    QRectF box(QPointF(), size);
    for (const bool toRight : {true, false})
        for (const bool downwards : {true, false}) {
            toRight ? box.moveLeft(around.right() + right) : box.moveRight(around.left() - right);
            downwards ? box.moveTop(around.bottom() + below) : box.moveBottom(around.top() - below);
            const bool free = std::none_of(obstacles.begin(), obstacles.end(),
                                           [&](const QRectF& obstacle) { return obstacle.intersects(box); });
            if (free && map.contains(box))
                return box;
        }
    box.moveTopLeft(around.center());
    box.moveRight(std::min(box.right(), map.right() - right));
    box.moveBottom(std::min(box.bottom(), map.bottom() - below));
    box.moveLeft(std::max(box.left(), map.left() + right));
    box.moveTop(std::max(box.top(), map.top() + below));
    return box;
}

} // namespace

bool isDrag(QPointF from, QPointF to) {
    return QLineF(from, to).length() >= dragThresholdPx;
}

QPointF lockedDirection(QPointF origin, QPointF pixel) {
    const QPointF way = pixel - origin;
    const double step = M_PI / 4;
    const double angle = std::round(std::atan2(way.y(), way.x()) / step) * step;
    const QPointF direction(std::cos(angle), std::sin(angle));
    return origin + direction * QPointF::dotProduct(way, direction);
}

void paintSnap(QPainter& painter, const Viewport& viewport, const Snap& snap, ToolHost& host) {
    if (snap.kind == Snap::Kind::None)
        return;
    const QPointF at = viewport.pixelOf(snap.position);
    paintSnapMark(painter, at, markOf(snap.kind), currentTheme());
    QString text = snapKindName(markOf(snap.kind));
    const EntityRef object = snap.kind == Snap::Kind::End ? host.document().entities().find(snap.object) : EntityRef();
    if (object)
        text += u' ' + displayName(*object, host.session().english());
    const QFont font = programFont(11);
    const qreal width = QFontMetricsF(font).horizontalAdvance(text);
    // Up and to the left, where the cursor card never is.
    const qreal left = std::max(viewport.rect().left() + 4, at.x() - width - 4);
    paintHaloText(painter, {left, std::max(viewport.rect().top() + 16, at.y() - 12)}, text, font,
                  themeColor(Token::Snap), themeColor(Token::Halo));
}

void paintPreviewLine(QPainter& painter, const QPolygonF& line) {
    strokeLine(painter, line, dashed(Token::Select, 2.8, 9, 4));
}

void paintGhostLine(QPainter& painter, const QPolygonF& line) {
    strokeLine(painter, line, dashed(Token::Ghost, 1.5, 3, 4));
}

void paintRubberBand(QPainter& painter, const QRectF& rect, bool crossing) {
    QColor fill = themeColor(Token::Select);
    fill.setAlphaF(crossing ? 0.05f : 0.10f);
    painter.setPen(QPen(themeColor(Token::Select), 1, crossing ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(fill);
    painter.drawRect(rect);
}

void paintTag(QPainter& painter, const Viewport& viewport, QPointF at, const QStringList& lines) {
    paintTag(painter, viewport, QRectF(at, QSizeF()), lines);
}

void paintTag(QPainter& painter, const Viewport& viewport, const QRectF& around, const QStringList& lines) {
    if (lines.isEmpty())
        return;
    constexpr qreal margin = 10, topMargin = 6;
    const QFont first = programFont(13, true), rest = programFont(12);
    const QFontMetricsF firstMetrics(first), restMetrics(rest);
    qreal width = firstMetrics.horizontalAdvance(lines.front());
    for (qsizetype i = 1; i < lines.size(); ++i)
        width = std::max(width, restMetrics.horizontalAdvance(lines[i]));
    const qreal height = firstMetrics.height() + restMetrics.height() * qreal(lines.size() - 1);
    const QRectF box = placeForTag(viewport, around, QSizeF(width + 2 * margin, height + 2 * topMargin));
    paintHudPanel(painter, box, currentTheme());
    qreal top = box.top() + topMargin;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QFontMetricsF& metrics = i == 0 ? firstMetrics : restMetrics;
        painter.setFont(i == 0 ? first : rest);
        painter.setPen(themeColor(i == 0 ? Token::Text : Token::Text2));
        painter.drawText(QRectF(box.left() + margin, top, width + 1, metrics.height()), Qt::AlignVCenter, lines[i]);
        top += metrics.height();
    }
}

QString lengthText(double metres) {
    return metres < 1000 ? fixedText(metres, 0) + QStringLiteral(" m")
                         : fixedText(metres / 1000, 1) + QStringLiteral(" km");
}

QPolygonF pixelsOf(const Viewport& viewport, const std::vector<LonLat>& line) {
    QPolygonF pixels;
    pixels.reserve(qsizetype(line.size()));
    for (const LonLat& position : line)
        pixels << viewport.pixelOf(position);
    return pixels;
}

void notifyRefusal(ToolHost& host, const EditResult& result) {
    if (result.ok())
        return;
    const Finding& why = *result.refusal;
    host.notify(why.title.isEmpty() ? Message{why.titleText.toUtf8()} : why.title);
}

bool refuseReadOnly(ToolHost& host) {
    if (!host.document().isReadOnly())
        return false;
    host.notify(host.document().readOnlySentence());
    return true;
}

} // namespace corridor
