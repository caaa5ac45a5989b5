// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/tools/cutting.h"

#include "model/geo/polyline.h"
#include "model/plan/settings.h"
#include "views/paint/overlay.h"
#include "views/paint/symbols.h"
#include "views/widgets/canvas/snapping.h"
#include "views/widgets/selection.h"
#include "views/widgets/theme.h"
#include "views/widgets/tools/toolpaint.h"

namespace corridor {

namespace {

QString nameOf(ToolHost& host, EntityId id) {
    const EntityRef object = host.document().entities().find(id);
    return object ? displayName(*object, host.session().english()) : QString();
}

/// Metres from the start of a span to a place on it.
double lengthUpTo(const Span& span, const Snap& place) {
    Line part(span.line.begin(), span.line.begin() + std::ptrdiff_t(place.segment) + 1);
    part.push_back(place.position);
    return polylineLength(part);
}

} // namespace

EntityId spanUnder(ToolHost& host, QPointF pixel) {
    const EntitySet& entities = host.document().entities();
    for (const EntityId id : host.objectsAt(pixel))
        if (entities.find<Span>(id))
            return id;
    return {};
}

Snap placeOfCut(ToolHost& host, EntityId id, const MapPointer& pointer) {
    const Span* span = host.document().entities().find<Span>(id);
    return span ? snapOnLine(host.viewport(), pointer.pixel, *span, !host.snaps(pointer)) : Snap{};
}

bool cutSpan(ToolHost& host, EntityId span, const Snap& place, Junction junction) {
    const QString name = nameOf(host, span);
    const EditResult result = host.editor().splitSpan(span, place.segment, place.position, std::move(junction));
    if (!result.ok()) {
        notifyRefusal(host, result);
        return false;
    }
    const EntityId made = result.ids.at(2);
    host.selection().set({made});
    host.notifyUndoable(message(CORRIDOR_MSG("Span “%1” cut in two at junction %2"), name, nameOf(host, made)));
    return true;
}

void paintCut(QPainter& painter, const Viewport& viewport, ToolHost& host, EntityId id, const Snap& place,
              JunctionRole role) {
    const Span* span = host.document().entities().find<Span>(id);
    if (!span || place.kind == Snap::Kind::None)
        return;
    const QPolygonF line = pixelsOf(viewport, span->line);
    const QPen halo(themeColor(Token::Select), 7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    paintTranslucentLines(painter, viewport.rect(), std::span(&line, 1), halo, 0.40);
    const QPointF at = viewport.pixelOf(place.position);
    if (place.kind != Snap::Kind::End) {
        paintJunction(painter, at, role, currentTheme());
        const double first = lengthUpTo(*span, place);
        const QString parts =
            QStringLiteral("%1 + %2").arg(lengthText(first), lengthText(polylineLength(span->line) - first));
        paintTag(painter, viewport, at, {parts, nameOf(host, id)});
    }
    paintSnap(painter, viewport, place, host);
}

} // namespace corridor
