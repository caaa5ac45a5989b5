// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/canvas/feasiblearea.h"

#include "model/geo/geodesic.h"
#include "model/rules/judge.h"
#include "views/paint/fonts.h"
#include "views/paint/halotext.h"
#include "views/widgets/canvas/dragtext.h"
#include "views/widgets/panels/paneltext.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <cmath>

namespace corridor {

namespace {

constexpr double vacuumUsPerKm = 1e3 / 299.792458; // no fibre is faster
constexpr double outsideKm = 1e-3;

double kmBetween(const LonLat& a, const LonLat& b) {
    return Geodesic::cgcs2000().distance(a, b) / 1000;
}

/// A straight piece of a span from a fixed neighbour to the dragged point.
struct Leg {
    LonLat fixed, dragged;
    double usPerKm;
    double beforeKm; ///< of the line between the fixed neighbours before the step, this leg's share

    double km() const { return kmBetween(fixed, dragged); }
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

bool addLegs(const Span& before, const Span& after, double usPerKm, std::vector<Leg>& legs) {
    const std::optional<std::size_t> vertex = draggedVertex(before.line, after.line);
    if (!vertex)
        return false;
    const bool inserted = after.line.size() > before.line.size();
    const LonLat dragged = after.line[*vertex];
    if (*vertex > 0)
        legs.push_back(
            {after.line[*vertex - 1], dragged, usPerKm, kmBetween(before.line[*vertex - 1], before.line[*vertex])});
    if (*vertex + 1 < after.line.size())
        legs.push_back({after.line[*vertex + 1], dragged, usPerKm,
                        inserted ? 0 : kmBetween(before.line[*vertex], before.line[*vertex + 1])});
    return true;
}

/// The pieces of a path that follow the dragged point; none when it moves more than one point of the path, or when a
/// measured length hides what it changes.
std::vector<Leg> draggedLegs(const RoutedPath& path, const EntitySet& before, const EntitySet& after) {
    std::vector<Leg> legs;
    for (const EntityId id : path.spans) {
        const Span* was = before.find<Span>(id);
        const Span* is = after.find<Span>(id);
        if (!was || !is || was == is)
            continue;
        const auto usPerKm = usPerGeodesicKm(after, *is);
        if (!usPerKm || !addLegs(*was, *is, *usPerKm, legs))
            return {};
    }
    const bool together =
        std::all_of(legs.begin(), legs.end(), [&](const Leg& leg) { return leg.dragged == legs.front().dragged; });
    return together && legs.size() <= 2 ? legs : std::vector<Leg>();
}

/// What a limit leaves for the dragged legs of a path as it was: the rest of it does not move. So the area stays where
/// it is while the mouse moves, also once the service has left the path for another.
std::optional<FeasibleArea> areaOf(const PathChange& change, const DragPreview& preview, const EntitySet& before,
                                   const EntitySet& after) {
    const ServiceRoute* route = preview.before ? preview.before->route(change.service) : nullptr;
    if (!change.limitMs || !route || !route->path(change.backup).exists)
        return std::nullopt;
    const RoutedPath& path = route->path(change.backup);
    const std::vector<Leg> legs = draggedLegs(path, before, after);
    if (legs.empty())
        return std::nullopt;
    double budgetUs = (*change.limitMs - path.rtt.totalMs) * 500; // one way
    double fastest = legs.front().usPerKm;
    for (const Leg& leg : legs) {
        budgetUs += leg.beforeKm * leg.usPerKm;
        fastest = std::min(fastest, leg.usPerKm);
    }
    FeasibleArea area;
    area.focus1 = legs.front().fixed;
    area.focus2 = legs.back().fixed;
    area.limitMs = *change.limitMs;
    // With unlike fibres the faster one for both: larger than the truth, so still a bound. Of a single leg, the end of
    // a service, the sum is there and back: a circle.
    area.sumKm = budgetUs / fastest * (legs.size() == 1 ? 2 : 1);
    const double km = kmBetween(area.focus1, legs.front().dragged) + kmBetween(area.focus2, legs.front().dragged);
    const bool kept = change.path.exists && change.path.rtt.totalMs <= *change.limitMs;
    if (km > area.sumKm + outsideKm && kept)
        return std::nullopt; // another way keeps the limit: nothing is certain out here
    return area;
}

/// The span that the step draws; null when it draws none.
const Span* drawnSpan(const DragPreview& preview, const EntitySet& after) {
    for (const Change& change : preview.step.changes)
        if (change.kind == Kind::Span && !change.before.isPresent())
            return after.find<Span>(change.id);
    return nullptr;
}

/// No way of a plan is faster than this, µs for a kilometre as the crow flies.
double fastestUsPerKm(const LatencyInput& input) {
    double fastest = input.unknown.empty() ? INFINITY : vacuumUsPerKm;
    for (const SpanLatency& span : input.spans)
        if (span.geodesicKm > 0)
            fastest = std::min(fastest, span.delayUs / span.geodesicKm);
    return std::max(fastest, vacuumUsPerKm);
}

/// The service that a drawn span is to help: the shown one; else, of those whose way passes where it starts, the one
/// that is furthest over its limit. Null when it keeps its limit already: then nothing depends on the span.
const Finding* brokenLimit(const DragPreview& preview, EntityId start) {
    if (!preview.preferred.isNull()) {
        const Finding* limit = limitFinding(*preview.before, preview.preferred, false);
        return limit && limit->verdict == Verdict::Broken ? limit : nullptr;
    }
    const Finding* worst = nullptr;
    for (const Finding& finding : preview.before->findings) {
        const bool over = finding.verdict == Verdict::Broken && finding.unit == u"ms" && finding.limit &&
                          finding.margin && finding.key.endsWith(QLatin1String("/primary"));
        const ServiceRoute* route = over ? preview.before->route(finding.subject) : nullptr;
        if (!route ||
            std::find(route->primary.nodes.begin(), route->primary.nodes.end(), start) == route->primary.nodes.end())
            continue;
        if (!worst || *finding.margin / *finding.limit < *worst->margin / *worst->limit)
            worst = &finding;
    }
    return worst;
}

/// One way to use a drawn span: from the near end of the service to where the span starts, along it, and on to the far
/// end. None when that is over the limit wherever the next vertex stands.
std::optional<FeasibleArea> areaTowards(EntityId far, const EntitySet& after, const Span& span, double budgetUs,
                                        double usPerKm) {
    const auto end = nodePosition(after, far);
    FeasibleArea area;
    area.focus1 = span.line[span.line.size() - 2];
    area.sumKm = budgetUs / usPerKm;
    if (!end || !(area.sumKm >= kmBetween(area.focus1, *end)))
        return std::nullopt;
    area.focus2 = *end;
    return area;
}

/// Where the next vertex of a drawn span may stand. One focus is the vertex before it, the other the far end of the
/// service that the pointer is nearer to: from where it starts the span may lead there at once, and no way in the plan
/// is faster than its fastest fibre laid straight.
std::optional<FeasibleArea> areaOfDrawing(const DragPreview& preview, const Span& span, const EntitySet& after) {
    const auto usPerKm = usPerGeodesicKm(after, span);
    const bool known = preview.before && usPerKm && span.line.size() > 1;
    const Finding* limit = known ? brokenLimit(preview, span.from) : nullptr;
    const Service* service = limit ? after.find<Service>(limit->subject) : nullptr;
    if (!service)
        return std::nullopt;
    const LatencyInput& input = *preview.before->input;
    const std::array<EntityId, 2> ends{service->from, service->to};
    const std::vector<RoutedPath> ways = leastRttPaths(input, span.from, ends);
    double placedUs = 0;
    for (std::size_t i = 2; i < span.line.size(); ++i)
        placedUs += kmBetween(span.line[i - 2], span.line[i - 1]) * *usPerKm;
    std::optional<FeasibleArea> best;
    double nearest = INFINITY;
    for (const std::size_t near : {std::size_t(0), std::size_t(1)}) {
        const double wayMs = ends[near] == span.from ? 0 : ways[near].exists ? ways[near].rtt.totalMs : INFINITY;
        const double budgetUs = (*limit->limit - wayMs) * 500 - placedUs;
        auto area = areaTowards(ends[1 - near], after, span, budgetUs, std::min(*usPerKm, fastestUsPerKm(input)));
        const double km = area ? kmBetween(span.line.back(), area->focus2) : INFINITY;
        if (km >= nearest)
            continue;
        nearest = km;
        best = std::move(area);
        best->limitMs = *limit->limit;
        best->towards = nameOf(after, ends[1 - near], preview.before->english);
    }
    return best;
}

bool isSame(const FeasibleArea& a, const FeasibleArea& b) {
    constexpr double sameKm = 1e-3; // far below a pixel; the budget differs by rounding only
    return a.focus1 == b.focus1 && a.focus2 == b.focus2 && std::abs(a.sumKm - b.sumKm) < sameKm;
}

std::optional<FeasibleArea> anyArea(const DragPreview& preview, const EntitySet& before, const EntitySet& after) {
    if (const Span* drawn = drawnSpan(preview, after))
        return areaOfDrawing(preview, *drawn, after);
    for (const PathChange& change : preview.paths) { // the shown service first, then the worst
        std::optional<FeasibleArea> area = areaOf(change, preview, before, after);
        if (!area || area->sumKm < kmBetween(area->focus1, area->focus2))
            continue; // wherever the point stands, this one stays over: another may leave it some room
        if (change.service != preview.main()->service)
            area->serviceName = change.serviceName;
        return area;
    }
    return std::nullopt;
}

} // namespace

std::optional<FeasibleArea> feasibleArea(const DragPreview& preview, const EntitySet& before, const EntitySet& after,
                                         const std::optional<FeasibleArea>& last) {
    std::optional<FeasibleArea> area = anyArea(preview, before, after);
    if (!area)
        return std::nullopt;
    if (last && isSame(*last, *area))
        area->outline = last->outline;
    else
        area->outline = Geodesic::cgcs2000().ellipse(area->focus1, area->focus2, area->sumKm * 1000);
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
    const QString limit = plainText(area.limitMs);
    QString text =
        QCoreApplication::translate("DragPanels", "Outside this area more than %1 ms for certain").arg(limit);
    if (!area.serviceName.isEmpty())
        text = QCoreApplication::translate("DragPanels", "Outside this area %1 takes more than %2 ms for certain")
                   .arg(area.serviceName, limit);
    else if (!area.towards.isEmpty())
        text = QCoreApplication::translate("DragPanels",
                                           "Outside this area the way on to %1 takes more than %2 ms for certain")
                   .arg(area.towards, limit);
    const QFont font = programFont(11);
    const qreal half = QFontMetricsF(font).horizontalAdvance(text) / 2;
    if (outline.boundingRect().height() > 48)
        paintHaloText(painter, {seen.center().x() - half, std::max(seen.top() + 22, 22.0)}, text, font,
                      tokenColor(Token::Met, theme), tokenColor(Token::Halo, theme));
    painter.restore();
}

} // namespace corridor
