// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/circuitlayer.h"
#include "views/paint/fonts.h"
#include "views/paint/symbols.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainterPath>

#include <array>
#include <cmath>

namespace corridor {

namespace {

constexpr qreal pillHeight = 24;
constexpr qreal padPx = 9;
constexpr qreal gapPx = 6;
constexpr qreal markPx = 14;
constexpr qreal textPx = 12;
constexpr std::array<double, 7> anchors{0.5, 0.42, 0.58, 0.33, 0.67, 0.22, 0.78}; // shares of the way
constexpr std::array<qreal, 4> distances{18, 32, 50, 74};

/// Two decimals, more where rounding would hide on which side of the limit a value lies.
QString millisecondsText(double ms, std::optional<double> limit) {
    int decimals = 2;
    const auto kept = [&](double value) { return value <= *limit; };
    while (limit && decimals < 6 && ms != *limit && kept(QString::number(ms, 'f', decimals).toDouble()) != kept(ms))
        ++decimals;
    return QString::number(ms, 'f', decimals);
}

qreal widthOf(const QString& text, bool bold) {
    return QFontMetricsF(programFont(textPx, bold)).horizontalAdvance(text);
}

/// Vector files get outlines: they look the same on machines without the font.
void paintText(QPainter& painter, QPointF baseline, const QString& text, const QFont& font, const QColor& color) {
    if (painter.paintEngine()->type() == QPaintEngine::Raster) {
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(baseline, text);
        return;
    }
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    path.addText(baseline, font, text);
    painter.fillPath(path, color);
}

bool hasMark(const CircuitPath& circuit) {
    return circuit.verdict.has_value();
}

qreal pillWidth(const CircuitPath& circuit, const QString& role, const QString& value) {
    const qreal mark = hasMark(circuit) ? markPx + gapPx : 0;
    return std::ceil(2 * padPx + mark + widthOf(role, false) + gapPx + widthOf(value, true));
}

/// The points of a way at which a leader may end, best first: only on cables that `avoid` does not hold.
std::vector<QPointF> anchorsOf(const SpanLayer& spans, const RoutedPath& path, const std::set<EntityId>& avoid) {
    std::vector<const DrawnSpan*> own;
    double total = 0;
    for (EntityId id : path.spans) {
        const DrawnSpan* span = avoid.contains(id) ? nullptr : spans.find(id);
        if (!span)
            continue;
        own.push_back(span);
        total += span->length;
    }
    std::vector<QPointF> points;
    for (double share : anchors) {
        double rest = share * total;
        for (const DrawnSpan* span : own) {
            if (rest <= span->length) {
                if (const std::optional<QPointF> point = span->pointAt(span->length > 0 ? rest / span->length : 0))
                    points.push_back(*point);
                break;
            }
            rest -= span->length;
        }
    }
    return points;
}

/// Where a leader from the anchor meets the pill.
QPointF edgeOf(const QRectF& pill, QPointF anchor) {
    return {std::clamp(anchor.x(), pill.left() + pill.height() / 2, pill.right() - pill.height() / 2),
            anchor.y() < pill.center().y() ? pill.top() : pill.bottom()};
}

} // namespace

bool CircuitLayer::placeFlag(LabelPlacer& placer, Flag& flag, const std::set<EntityId>& avoid) const {
    const RttParts& rtt = flag.circuit.path->rtt;
    flag.role = flag.circuit.backup ? QCoreApplication::translate("MapPainter", "Backup")
                                    : QCoreApplication::translate("MapPainter", "Primary");
    flag.value = millisecondsText(rtt.totalMs, flag.circuit.limitMs) + QStringLiteral(" ms");
    if (!rtt.complete)
        flag.value.prepend(QStringLiteral("\u2265 ")); // a delay is not on record
    const QSizeF size(pillWidth(flag.circuit, flag.role, flag.value), pillHeight);
    const std::vector<QPointF> ends = anchorsOf(mSpans, *flag.circuit.path, avoid);
    double best = INFINITY;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        for (qreal away : distances) {
            // Above and below, straight or aslant: beside a cable there is least in the way.
            for (QPointF to : {QPointF(0, -1), QPointF(0, 1), QPointF(0.45, -1), QPointF(-0.45, -1), QPointF(0.45, 1),
                               QPointF(-0.45, 1)}) {
                const QPointF middle =
                    ends[i] + QPointF(to.x() * (size.width() / 2 + away), to.y() * (size.height() / 2 + away));
                const QRectF pill(middle - QPointF(size.width(), size.height()) / 2, size);
                const double cost = 6 * placer.lineCost(pill) + 0.006 * away + 0.05 * double(i) +
                                    0.02 * std::abs(to.x()) + 0.01 * (to.y() > 0);
                if (cost < best && placer.isFree(pill.adjusted(-3, -3, 3, 3))) {
                    best = cost;
                    flag.pill = QRectF(pill.topLeft().toPoint(), size);
                    flag.anchor = ends[i];
                }
            }
        }
    }
    return std::isfinite(best);
}

void CircuitLayer::paintFlags(QPainter& painter) const {
    for (const Flag& flag : mFlags)
        paintFlag(painter, flag);
}

void CircuitLayer::paintFlag(QPainter& painter, const Flag& flag) const {
    const Theme theme = mScene.theme;
    const QColor leader = tokenColor(Token::Select, theme);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(leader, 1.2));
    painter.drawLine(flag.anchor, edgeOf(flag.pill, flag.anchor));
    painter.setPen(Qt::NoPen);
    painter.setBrush(leader);
    painter.drawEllipse(flag.anchor, 2.2, 2.2);
    const Token edge = flag.circuit.verdict ? verdictToken(*flag.circuit.verdict) : Token::Border2;
    painter.setPen(QPen(tokenColor(edge, theme), 1.4));
    painter.setBrush(tokenColor(Token::Hud, theme));
    painter.drawRoundedRect(flag.pill.adjusted(0.7, 0.7, -0.7, -0.7), pillHeight / 2 - 0.7, pillHeight / 2 - 0.7);
    qreal x = flag.pill.left() + padPx;
    if (hasMark(flag.circuit)) {
        const MarkFill fill = flag.circuit.severity == Severity::Binding ? MarkFill::Filled : MarkFill::Outlined;
        paintVerdictMark(painter, {x + markPx / 2, flag.pill.center().y()}, markPx, *flag.circuit.verdict, fill, theme);
        x += markPx + gapPx;
    }
    const qreal baseline = flag.pill.center().y() + 0.36 * textPx;
    paintText(painter, {x, baseline}, flag.role, programFont(textPx), tokenColor(Token::Text2, theme));
    x += widthOf(flag.role, false) + gapPx;
    paintText(painter, {x, baseline}, flag.value, programFont(textPx, true), tokenColor(Token::Text, theme));
    painter.restore();
}

} // namespace corridor
