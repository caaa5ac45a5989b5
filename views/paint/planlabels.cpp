// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/planlabels.h"

#include "model/plan/settings.h"
#include "views/paint/symbols.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace corridor {

namespace {

constexpr double fullNamesUntil = 300'000; // scale denominators; further out names lose what is in brackets
constexpr double tagsUntil = 4'000'000;
constexpr double shortestTaggedPx = 90;
constexpr qreal sameNamePx = 110; // a place has one name, be it of the base map or of the plan
constexpr qreal tagGapPx = 360;

/// Three significant digits without trailing zeros.
QString eflopsText(double pflops) {
    return QCoreApplication::translate("MapPainter", "%1 EFLOPS").arg(QString::number(pflops / 1000, 'g', 3));
}

QString cityName(const Site& site, bool english, const BasemapData* places) {
    if (!english || !places)
        return site.city;
    for (const BasemapPlace& place : places->places) {
        // "乌兰察布市" is "乌兰察布（集宁）" on the base map.
        const QString zh = withoutBrackets(place.zh);
        if (place.rank >= 1 && place.rank <= 3 && (zh == site.city || zh == site.city.chopped(1)))
            return withoutBrackets(place.en);
    }
    return site.city;
}

/// Whether the base map writes the name of a symbol's city beside it.
bool isCityNamed(const DrawnNode& node, const Viewport& viewport, const BasemapData* places) {
    const QString city = node.site->city;
    return places && std::any_of(places->places.begin(), places->places.end(), [&](const BasemapPlace& place) {
               const QString zh = withoutBrackets(place.zh);
               const QPointF off = viewport.pixelOf(place.position) - node.at;
               return (place.rank == 1 || place.rank == 2) && (zh == city || zh == city.chopped(1)) &&
                      std::hypot(off.x(), off.y()) < sameNamePx;
           });
}

QString textOf(const DrawnNode& node, const MapScene& scene, double scale, const BasemapData* places) {
    if (node.wholeCity) {
        const QString city = cityName(*node.site, scene.english, places);
        return node.pflops ? city + QLatin1Char(' ') + eflopsText(*node.pflops) : city;
    }
    const QString full = displayName(node.entity(), scene.english);
    const QString name = scale > fullNamesUntil ? withoutBrackets(full) : full;
    return node.members.empty() ? name : name + QStringLiteral(" +%1").arg(node.members.size() - 1);
}

LabelPriority priorityOf(const DrawnNode& node, bool picked) {
    if (picked)
        return LabelPriority::Capital; // what one works on is always named
    if (!node.site)
        return LabelPriority::Junction;
    if (node.faint)
        return LabelPriority::Site;
    return node.siteClass >= 2 ? LabelPriority::LargeSite : LabelPriority::Site;
}

void addAreas(const AreaLayer& areas, const MapScene& scene, std::vector<LabelRequest>& requests) {
    for (const DrawnArea& drawn : areas.areas()) {
        LabelRequest request;
        request.text = displayName(*drawn.area, scene.english);
        request.role = LabelRole::Place3;
        request.priority = LabelPriority::County;
        request.anchor = drawn.labelAt;
        request.centered = true;
        requests.push_back(std::move(request));
    }
}

} // namespace

QString withoutBrackets(const QString& name) {
    const bool wide = name.endsWith(QChar(0xff09));
    if (!wide && !name.endsWith(QLatin1Char(')')))
        return name;
    const qsizetype open = name.lastIndexOf(wide ? QChar(0xff08) : QLatin1Char('('));
    const QString rest = open > 0 ? name.left(open).trimmed() : QString();
    return rest.isEmpty() ? name : rest;
}

std::vector<LabelRequest> planLabels(const NodeLayer& nodes, const AreaLayer& areas, const MapScene& scene,
                                     const Viewport& viewport, const BasemapData* places) {
    const double scale = viewport.scaleDenominator();
    std::vector<const DrawnNode*> order;
    for (const DrawnNode& node : nodes.nodes()) {
        if (viewport.rect().contains(node.at))
            order.push_back(&node);
    }
    const auto rank = [](const DrawnNode* node) {
        return std::tuple(node->faint, -node->pflops.value_or(0), node->entity().id);
    };
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return rank(a) < rank(b); });
    std::vector<LabelRequest> requests;
    requests.reserve(order.size());
    for (const DrawnNode* node : order) {
        // The symbol of a city without a sum has nothing to say but the name.
        if (node->wholeCity && !node->pflops && scene.layers.placeNames && isCityNamed(*node, viewport, places))
            continue;
        LabelRequest request;
        request.text = textOf(*node, scene, scale, places);
        request.role = node->site && !node->faint ? LabelRole::Site : LabelRole::Junction;
        request.priority = priorityOf(*node, nodes.isSelected(*node) || node->stands(scene.hovered));
        request.anchor = node->at;
        request.clearance = node->radius;
        request.repeatDistancePx = sameNamePx;
        requests.push_back(std::move(request));
    }
    addAreas(areas, scene, requests);
    return requests;
}

bool isNamedBy(const LabelRequest& place, const QString& text, QPointF at) {
    const QPointF off = at - place.anchor;
    return text.startsWith(place.text) && std::hypot(off.x(), off.y()) < sameNamePx;
}

std::vector<LabelRequest> schematicTags(const SpanLayer& spans, const Viewport& viewport) {
    std::vector<LabelRequest> requests;
    if (viewport.scaleDenominator() > tagsUntil)
        return requests;
    for (const DrawnSpan& drawn : spans.spans()) {
        if (!drawn.span().schematic || drawn.length < shortestTaggedPx)
            continue;
        const std::optional<QPointF> middle = drawn.pointAt(0.5);
        if (!middle)
            continue;
        LabelRequest request;
        request.text = QCoreApplication::translate("MapPainter", "schematic");
        request.role = LabelRole::Place3;
        request.priority = LabelPriority::Water;
        request.anchor = *middle;
        request.clearance = 2;
        request.repeatDistancePx = tagGapPx;
        requests.push_back(std::move(request));
    }
    return requests;
}

void keepClearOf(const NodeLayer& nodes, std::vector<LabelRequest>& requests) {
    for (LabelRequest& request : requests) {
        if (request.centered)
            continue;
        request.repeatDistancePx = std::max(request.repeatDistancePx, sameNamePx);
        for (const DrawnNode& node : nodes.nodes()) {
            const QPointF off = node.at - request.anchor;
            if (std::abs(off.x()) > node.radius + 4 || std::abs(off.y()) > node.radius + 4)
                continue;
            const qreal distance = std::hypot(off.x(), off.y());
            if (distance < node.radius + 4)
                request.clearance = std::max(request.clearance, distance + node.radius);
        }
    }
}

} // namespace corridor
