// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/mappicture.h"

#include <algorithm>

namespace corridor {

namespace {

struct Hit {
    std::vector<EntityId> ids;
    double distance;
};

void append(std::vector<EntityId>& ids, std::vector<Hit> hits) {
    std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.distance < b.distance; });
    for (const Hit& hit : hits)
        ids.insert(ids.end(), hit.ids.begin(), hit.ids.end());
}

} // namespace

std::vector<EntityId> MapPainter::objectsAt(const MapScene& scene, const Viewport& viewport, QPointF pixel,
                                            double radius) {
    if (!mCaches->prepare(scene, viewport, {}))
        return {};
    const QRectF window = QRectF(pixel, QSizeF()).adjusted(-radius - 1, -radius - 1, radius + 1, radius + 1);
    std::vector<EntityId> ids;
    std::vector<Hit> hits;
    const NodeLayer nodes(*mCaches->geometry, scene, viewport, window);
    for (auto node = nodes.nodes().rbegin(); node != nodes.nodes().rend(); ++node) {
        if (node->distanceTo(pixel) <= radius)
            hits.push_back({node->ids(), node->distanceTo(pixel)});
    }
    append(ids, std::move(hits));
    hits.clear();
    const SpanLayer spans(*mCaches->geometry, scene, viewport, window, {});
    for (auto index = spans.paintOrder().rbegin(); index != spans.paintOrder().rend(); ++index) {
        const DrawnSpan& span = spans.spans()[*index];
        const double distance = std::max(0.0, span.distanceTo(pixel) - span.look.width / 2);
        if (distance <= radius)
            hits.push_back({{span.span().id}, distance});
    }
    append(ids, std::move(hits));
    const AreaLayer areas(*mCaches->geometry, scene, viewport, window);
    for (auto area = areas.areas().rbegin(); area != areas.areas().rend(); ++area) {
        if (area->isHit(pixel, radius))
            ids.push_back(area->area->id);
    }
    return ids;
}

std::optional<QPointF> MapPainter::symbolAt(const MapScene& scene, const Viewport& viewport, EntityId id) {
    if (!mCaches->prepare(scene, viewport, {}))
        return std::nullopt;
    const NodeLayer nodes(*mCaches->geometry, scene, viewport, viewport.rect());
    const DrawnNode* node = nodes.find(id);
    return node ? std::optional(node->at) : std::nullopt;
}

std::vector<EntityId> MapPainter::objectsIn(const MapScene& scene, const Viewport& viewport, const QRectF& pixels) {
    if (!mCaches->prepare(scene, viewport, {}))
        return {};
    const QRectF window = pixels.normalized();
    std::vector<EntityId> ids;
    const NodeLayer nodes(*mCaches->geometry, scene, viewport, window);
    for (auto node = nodes.nodes().rbegin(); node != nodes.nodes().rend(); ++node) {
        const QPointF nearest(std::clamp(node->at.x(), window.left(), window.right()),
                              std::clamp(node->at.y(), window.top(), window.bottom()));
        if (node->distanceTo(nearest) > 0)
            continue;
        const std::vector<EntityId> more = node->ids();
        ids.insert(ids.end(), more.begin(), more.end());
    }
    const SpanLayer spans(*mCaches->geometry, scene, viewport, window, {});
    for (auto index = spans.paintOrder().rbegin(); index != spans.paintOrder().rend(); ++index)
        ids.push_back(spans.spans()[*index].span().id);
    for (const PlanGeometry::AreaItem& item : mCaches->geometry->areas()) {
        if (!scene.layers.areas)
            break;
        const QTransform matrix = viewport.planeToPixel();
        const bool meets = std::any_of(item.rings.begin(), item.rings.end(), [&](const auto& ring) {
            return !clipLine(ring->pixels(matrix, 0), window).empty();
        });
        if (meets)
            ids.push_back(item.area->id);
    }
    return ids;
}

} // namespace corridor
