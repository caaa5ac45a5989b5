// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/canvas/feasiblearea.h"

#include "model/geo/geodesic.h"
#include "views/paint/fonts.h"
#include "views/paint/halotext.h"
#include "views/widgets/canvas/dragtext.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace corridor {

namespace {

/// A straight piece of a span from a fixed neighbour to the dragged point.
struct Leg {
    LonLat fixed, dragged;
    double usPerKm;

    double km() const { return Geodesic::cgcs2000().distance(fixed, dragged) / 1000; }
};

/// The one vertex in which two lines differ, whether moved or inserted, as an index into `after`.
std::optional<std::size_t> draggedVertex(const Line& before, const Line& after) {
    if (after.size() != before.size() && after.size() != before.size() + 1)
        return std::nullopt;
    const std::size_t most = std::min(before.size(), after.size());
    std::size_t same = 0, sameEnd = 0;
    while (same < most && before[same] == after[same])
        ++same;
    while (sameEnd < most && before[before.size() - 1 - sameEnd] == after[after.size() - 1 - sameEnd])
        ++sameEnd;
    if (same >= after.size() || same + sameEnd + 1 < after.size())
        return std::nullopt;
    return same;
}

void addLegs(const Span& before, const Span& after, double usPerKm, std::vector<Leg>& legs) {
    const std::optional<std::size_t> vertex = draggedVertex(before.line, after.line);
    if (!vertex)
        return;
    const LonLat dragged = after.line[*vertex];
    if (*vertex > 0)
        legs.push_back({after.line[*vertex - 1], dragged, usPerKm});
    if (*vertex + 1 < after.line.size())
        legs.push_back({after.line[*vertex + 1], dragged, usPerKm});
}

std::vector<Leg> draggedLegs(const RoutedPath& path, const EntitySet& before, const EntitySet& after) {
    std::vector<Leg> legs;
    for (const EntityId id : path.spans) {
        const Span* was = before.find<Span>(id);
        const Span* is = after.find<Span>(id);
        if (!was || !is || was == is)
            continue;
        const auto usPerKm = usPerGeodesicKm(after, *is);
        if (!usPerKm)
            return {};
        addLegs(*was, *is, *usPerKm, legs);
    }
    return legs;
}

bool isSame(const FeasibleArea& a, const FeasibleArea& b) {
    constexpr double sameKm = 1e-3; // far below a pixel; the budget differs by rounding only
    return a.focus1 == b.focus1 && a.focus2 == b.focus2 && std::abs(a.sumKm - b.sumKm) < sameKm;
}

} // namespace

std::optional<FeasibleArea> feasibleArea(const DragPreview& preview, const EntitySet& before, const EntitySet& after,
                                         const std::optional<FeasibleArea>& last) {
    const PathChange* main = preview.main();
    if (!main || !main->limitMs || !main->path.exists)
        return std::nullopt;
    const std::vector<Leg> legs = draggedLegs(main->path, before, after);
    if (legs.size() != 2)
        return std::nullopt;
    // One-way microseconds for the two legs: what they take now and what the limit leaves of the whole.
    const double budgetUs = (*main->limitMs - main->path.rtt.totalMs) * 500 + legs[0].km() * legs[0].usPerKm +
                            legs[1].km() * legs[1].usPerKm;
    FeasibleArea area;
    area.focus1 = legs[0].fixed;
    area.focus2 = legs[1].fixed;
    area.limitMs = *main->limitMs;
    // With unlike fibres the faster one for both: larger than the truth, so still a bound.
    area.sumKm = budgetUs / std::min(legs[0].usPerKm, legs[1].usPerKm);
    if (last && isSame(*last, area))
        area.outline = last->outline;
    else
        area.outline = Geodesic::cgcs2000().ellipse(area.focus1, area.focus2, area.sumKm * 1000);
    return area;
}

void paintFeasibleArea(QPainter& painter, const FeasibleArea& area, const Viewport& viewport, Theme theme) {
    QPolygonF outline;
    for (const LonLat& position : area.outline)
        outline << viewport.pixelOf(position);
    const QRectF seen = outline.boundingRect() & viewport.rect();
    if (outline.size() < 3 || seen.isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen edge(tokenColor(Token::Met, theme), 1.1, Qt::CustomDashLine);
    edge.setDashPattern({4, 3});
    painter.setPen(edge);
    painter.setBrush(tokenColor(Token::Met, theme, 0.075));
    painter.drawPolygon(outline);
    const QString text = QCoreApplication::translate("DragPanels", "Outside this area more than %1 ms for certain")
                             .arg(plainText(area.limitMs));
    const QFont font = programFont(11);
    const qreal half = QFontMetricsF(font).horizontalAdvance(text) / 2;
    if (outline.boundingRect().height() > 48)
        paintHaloText(painter, {seen.center().x() - half, std::max(seen.top() + 22, 22.0)}, text, font,
                      tokenColor(Token::Met, theme), tokenColor(Token::Halo, theme));
    painter.restore();
}

} // namespace corridor
